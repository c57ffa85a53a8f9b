"""An overview is led by what its document speaks of, not by the sentence with most figures."""

from __future__ import annotations

import pytest

from briefgen.facts.centrality import represent
from briefgen.facts.selection import select
from tests.facts import made

OVERVIEW = made.theme({}, quota=True)
LINES = (
    "The harbour of Norland feeds the southern islands.", "Grain leaves the harbour for the islands in autumn.",
    "The islands send timber to the harbour.", "Storms close the harbour of the islands in winter.",
    "A museum sold 412 tickets for 96 crowns on 3 May 2019.", "The keeper of the harbour lives on the islands.",
)  # fmt: skip


def test_a_sentence_in_the_document_s_own_words_outweighs_one_in_its_own():
    base = made.base(OVERVIEW, *LINES)
    weights = represent(base)
    by_place = {f.place: weights[f.id] for f in base.facts}
    assert by_place["5.1"] == min(by_place.values())


def test_what_a_function_does_stands_for_no_document():
    plain = "The keeper of the harbour opens it to the islands of the south."
    base = made.base(
        OVERVIEW, *LINES, plain, plain.replace("opens", "harbour_open()s").replace("keeper", "Harbour_Key")
    )
    weights = {f.place: represent(base)[f.id] for f in base.facts}
    assert weights["8.1"] < weights["7.1"]


def test_a_sentence_with_code_is_no_bottom_line():
    chosen = select(made.base(OVERVIEW, "The harbour_open() call opens the harbour of the islands."), OVERVIEW)
    assert chosen.lead is None


def test_a_row_of_figures_is_no_bottom_line():
    assert select(made.base(OVERVIEW, "Ships in the harbour of the islands: 12 (1999 est.)"), OVERVIEW).lead is None


@pytest.mark.parametrize(
    "words",
    [
        "This report describes the harbour of the islands.",
        "The purpose of this memorandum is to describe the harbour of the islands.",
        "Additionally, the harbour of the islands is deep.",
        "Second, the harbour of the islands is deep.",
        "Be aware that the harbour of the islands is deep.",
        "You can see the harbour of the islands.",
        "The harbour (, ) of the islands is deep.",
    ],
)
def test_a_sentence_about_the_document_to_its_reader_added_or_emptied_is_no_bottom_line(words):
    assert select(made.base(OVERVIEW, words), OVERVIEW).lead is None


def test_the_author_s_summary_and_the_opening_weigh_more():
    base = made.base(OVERVIEW, *LINES, "# Summary", LINES[2])
    weights = {f.place: represent(base)[f.id] for f in base.facts}
    assert weights["7.1"] > weights["3.1"]


def test_the_bottom_line_of_an_overview_is_of_the_document():
    chosen = select(made.base(OVERVIEW, *LINES), OVERVIEW)
    assert chosen.lead is not None
    assert chosen.lead.place != "5.1"


def test_a_document_of_one_sentence_is_weighed_too():
    base = made.base(OVERVIEW, "Yes.")
    assert len(represent(base)) == 1
