"""Whatever a source says, a chart is drawn within its sheet or refused with a reason; nothing breaks."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.charts import plates
from briefgen.charts.kinds import compose
from briefgen.model.theme import ChartRule
from tests.charts.factbases import WORDS, Said, Value, order, selection
from tests.papers import look

MOMENTS = st.sampled_from(["1912", "1999", "2000", "2021-03", "2021-03-09", "2020-12-31", "194X", "1066~"])
PERIODS = st.one_of(
    MOMENTS,
    st.sampled_from(["", "2012/..", "../2012", "2021-01/2021-08", "2020-01/2020-08", "{2019,2020}", "2008/2018"]),
    st.tuples(MOMENTS, MOMENTS).map("/".join),
)
TEXT = st.text("abc é,;:()“”—中俄Договор0123456789.$%&<>", min_size=1, max_size=150)


@st.composite
def sentences(draw: st.DrawFn) -> Said:
    before, after = draw(TEXT), draw(TEXT)
    number = draw(st.one_of(st.none(), st.floats(-5, 1e13), st.integers(0, 100).map(float)))
    direction = draw(st.sampled_from(["level", "share", "count", "change+", "change-", "factor", "approx"]))
    unit = draw(st.sampled_from([None, "percent", "visit"]))
    words = f"{number or 0:,.10g}{draw(st.sampled_from(['', ' billion', ' percent', ' times']))}"
    value = Value(words, number, draw(st.sampled_from(["traffic", "growth"])), "", unit, None, draw(PERIODS),
                  draw(PERIODS), direction, draw(st.sampled_from(["", "nearly"])))  # fmt: skip
    date = draw(st.sampled_from(["then", "in May", "at last"]))
    return Said(f"{before} {words} {date} {after}.", (value,), ((date, draw(PERIODS)),))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(sentences(), max_size=16), st.sampled_from(["bar", "dot", "survey", "timeline", "exchange"]))
def test_every_chart_is_composed_or_refused(said: list[Said], kind: str) -> None:
    chart, remarks = compose(order(selection(*said), kind, "traffic", "growth", derived=True))
    assert (chart is None) <= bool(remarks)
    for datum in (d for panel in (chart.panels if chart else ()) for d in panel.data):
        assert datum.label
        assert datum.printed
        assert datum.value >= 0


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(sentences(), min_size=8, max_size=16))
def test_every_chart_can_be_drawn(said: list[Said]) -> None:
    rules = tuple(ChartRule(kind, kind, ("traffic", "growth"), derived=True) for kind in ("bar", "dot", "timeline"))
    drawn, _ = plates(selection(*said), rules, look(), "en", WORDS)
    for plate in drawn:
        assert 30 <= len(plate.alt) <= 250
        assert plate.picture.height < 600
