import pytest

from briefgen.facts.windows import gaps, window


@pytest.mark.parametrize(
    ("periods", "span", "lacking"),
    [
        (["2019", "2015", "2017-03/2017-08"], "2015/2019", ("2016", "2018")),
        (["1992", "2020", "2021-01/2021-08"], "1992/2021", ("1993/2019",)),
        (["2010/2012", "{2014,2016}"], "2010/2016", ("2013", "2015")),
        (["2005/..", "2010"], "2005/..", ("2006/2009",)),
        (["", ""], "", ()),
        ([], "", ()),
    ],
)
def test_a_window_spans_the_years_named_and_its_gaps_are_years_nothing_touches(periods, span, lacking):
    assert window(periods) == span
    assert gaps(periods) == lacking
