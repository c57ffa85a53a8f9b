from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.readers.paragraphs import find_passages


def drawn(text: str) -> list[str]:
    """Passages as a person draws them: # before a heading, ⏎ for a break within."""
    return ["#" * p.level + " " * bool(p.level) + " ⏎ ".join(p.span.of(text).split("\n")) for p in find_passages(text)]


PROSE = "This is a paragraph of prose that is long enough to be told from a heading by its length alone."


def test_a_line_is_a_paragraph_where_lines_end_with_sentences():
    assert drawn(f"{PROSE}\n{PROSE}\n{PROSE}") == [PROSE] * 3


def test_a_blank_line_ends_a_paragraph_even_without_a_full_stop():
    assert drawn("one\n\n\ntwo and\n\nthree") == ["one", "two and", "three"]


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (f"{PROSE} It was signed by the president", "普京 and others in the capital."),
        (f"{PROSE} It was signed by the", "President and others in the capital."),
        (f"{PROSE} It was signed by the president,", "Minister of all things."),
        (f"{PROSE} It was signed by the president", "and others."),
    ],
)
def test_a_paragraph_broken_inside_a_sentence_is_one(line, after):
    assert drawn(f"{line}\n{after}\n{PROSE}") == [f"{line} ⏎ {after}", PROSE]


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (f"{PROSE} It has three aims:", "to grow,"),
        (f"{PROSE} It should grow; and", "It should last."),
        ("Highest point: the great mountain in the very far north of the country 8,849 m", "lowest point: the sea"),
        (f"{PROSE} It ends without", "• An item"),
        ("贸易额在不断增长", "两国关系非常密切。"),
    ],
)
def test_lists_and_keyed_lines_stay_apart(line, after):
    assert drawn(f"{line}\n{after}") == [line, after]


WRAPPED = """\
The bridge was opened in 1920 and carried some 4,000 people every
day, which was more than the ferry had carried in a week. The
toll was abolished in 1931.
A second bridge followed upstream, and the ferry
was sold.

    * the first item of a list, which runs over the margin and so
      goes on below
    * the second item

It was never rebuilt.
"""


def test_text_wrapped_at_a_margin_is_rejoined():
    assert drawn(WRAPPED) == [
        "The bridge was opened in 1920 and carried some 4,000 people every ⏎ day, which was more than the ferry had "
        "carried in a week. The ⏎ toll was abolished in 1931.",
        "A second bridge followed upstream, and the ferry ⏎ was sold.",
        "* the first item of a list, which runs over the margin and so ⏎       goes on below",
        "* the second item",
        "It was never rebuilt.",
    ]


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        ("Trade and Investment", 1),
        ("INTRODUCTION", 1),
        ("Energy", 1),
        ("2. Energy", 1),
        ("2.1 Pipelines", 2),
        ("2.1.3 The northern line", 3),
        ("Chapter IV", 1),
        ("IV", 1),
        ("Of probability9", 1),
    ],
)
def test_a_short_line_before_prose_is_a_heading(heading, level):
    assert drawn(f"{PROSE}\n{heading}\n{PROSE}") == [PROSE, f"{'#' * level} {heading}", PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "It ended there.",
        "The end of the list; and",
        "He said:",
        "— from a poem",
        "0.7% of all",
        "in the morning",
        "Dear friends,",
    ],
)
def test_a_line_that_ends_or_begins_otherwise_is_none(line):
    assert not any(d.startswith("#") for d in drawn(f"{PROSE}\n{line}\n{PROSE}"))


def test_a_short_line_before_no_prose_is_none():
    assert drawn(f"{PROSE}\nBread\nWine\nOil") == [PROSE, "Bread", "Wine", "Oil"]


def test_rules_and_ornaments_are_no_passages():
    assert drawn(f"Title Here\n==========\n{PROSE}\n\n* * *\n\n{PROSE}") == ["# Title Here", PROSE, PROSE]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2029"])
def test_every_line_end_ends_a_line(line_end):
    text = line_end.join([PROSE, PROSE])
    assert [p.span.of(text) for p in find_passages(text)] == [PROSE, PROSE]


@given(st.text(st.sampled_from("aB .\n\r\t,3*:习—")))
def test_every_letter_lies_in_one_passage(text):
    spans = [p.span for p in find_passages(text)]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.of(text) == s.of(text).strip() != "" for s in spans)
    inside = "".join(s.of(text) for s in spans)
    assert [c for c in text if c.isalnum()] == [c for c in inside if c.isalnum()]


def test_an_entry_of_a_table_of_contents_is_no_passage():
    contents = "1. Bridges . . . . . . . . . . 3\n2. Ferries and boats ........... xii"
    assert drawn(f"{contents}\n\nIt fell....\n\n{PROSE}") == ["It fell....", PROSE]


@pytest.mark.parametrize(
    ("line", "is_heading"), [("Ferries in use: 12 (1920)", False), ("The ferry: 1920 to 1930", True)]
)
def test_a_row_of_figures_is_no_heading(line, is_heading):
    assert (drawn(f"{PROSE}\n\n{line}\n\n{PROSE}")[1] == f"# {line}") is is_heading


def test_a_heading_that_says_which_part_it_heads_may_be_long():
    title = (
        "Section II: Duties of the Crown, the Towns and the Guilds in the Building and Upkeep of Bridges and Ferries"
    )
    assert drawn(f"{PROSE}\n{title}\n{PROSE}") == [PROSE, f"# {title}", PROSE]


def test_a_part_that_is_only_announced_is_no_heading():
    part = "Section II: Duties of the Crown, the Towns and the Guilds in the Building and Upkeep of Bridges"
    assert drawn(f"{part}\n{PROSE}\n{PROSE}\n{part}\n{PROSE}") == [part, PROSE, PROSE, f"# {part}", PROSE]
