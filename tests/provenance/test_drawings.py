from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.errors import TraceError
from briefgen.model.chart import Evidence, Panel, Phrase
from briefgen.provenance.drawings import check_plate
from tests import papers

SAID = papers.quote("signed a treaty").span


def plate(text: str, fact: str = "harbour-4"):
    phrase = Phrase(text, SAID, Evidence(fact, "2.1", ()))
    made = papers.plate()
    return replace(
        made, chart=replace(made.chart, kind="exchange", panels=(Panel("From Lin to Pavel", (), (), "", (phrase,)),))
    )


def test_a_phrase_that_is_its_slice_may_stand_in_a_chart():
    check_plate(replace(plate("signed a treaty"), alt="Two columns."), papers.base(), "traffic")


@pytest.mark.parametrize("lie", [plate("signed a pact"), plate("signed a treaty", "harbour-1")])
def test_a_phrase_that_is_not_or_is_of_another_sentence_stops_the_build(lie):
    with pytest.raises(TraceError, match="says “signed a"):
        check_plate(lie, papers.base(), "traffic")
