from __future__ import annotations

import pytest

from briefgen.readers.offsets import there
from briefgen.readers.typescript import cut_breaks


def cut(text: str) -> str:
    return cut_breaks(text)[0]


def page(number: int, body: str, side: str = "") -> str:
    """A page as a typewriter fills it: head, body, foot, form feed."""
    foot = f"The Crown      Order 12      [Page {number}]\n\f\n"
    return f"Ferries of the North{side}          March 1920\n\n\n{body}\n\n\n{foot}"


OPEN = "   The ferry carried some 4,000 people every day, which was more than"
REST = "   the bridge did in a week."
ENDED = "   The ferry was sold in the same year to a man who lived abroad."


def test_a_sentence_goes_on_over_a_page_and_its_running_head():
    text = page(1, OPEN) + page(2, REST) + page(3, ENDED)
    assert f"{OPEN}\n{REST}" in cut(text)
    assert "Page" not in cut(text).replace("[Page 3]", "")


def test_what_ends_with_its_page_is_a_paragraph_of_its_own():
    text = page(1, OPEN) + page(2, REST) + page(3, ENDED) + page(4, ENDED)
    assert f"{REST}\n\n{ENDED}" in cut(text)


@pytest.mark.parametrize("after", ["2. The bridge", "   o  the bridge,", "      set further in"])
def test_a_heading_an_item_or_another_indent_begins_a_paragraph_after_a_page(after):
    text = page(1, OPEN) + page(2, after) + page(3, ENDED)
    assert f"{OPEN}\n\n{after}" in cut(text)


def test_heads_of_left_and_right_pages_are_both_running_heads():
    text = "".join(page(n, ENDED, (" left", " right")[n % 2]) for n in range(1, 7))
    assert "March" not in cut(text).partition("abroad.")[2]


def test_what_stands_beside_one_form_feed_only_is_text():
    text = f"{ENDED}\n{ENDED}\n\f\n{ENDED}\n\n{OPEN}\n{REST}\n\f\n{REST}\n"
    assert cut(text) == text


def test_a_compound_broken_at_its_hyphen_is_one_word():
    text = "A bridge that was opened for a very well-\n   known man. A well-known man he was."
    assert "a very well-known man. A" in cut(text)


def test_a_word_broken_by_a_hyphen_is_whole_as_it_is_elsewhere():
    text = "A bridge that was opened for all who had infor-\nmation. What information had they?"
    assert "who had information. What" in cut(text)


def test_a_hyphen_that_waits_for_the_next_word_stays_apart():
    text = "A bridge that was opened and sold for short-\nand long-term gain."
    assert cut(text) == text


def test_a_hyphen_at_the_end_of_a_short_line_is_left():
    assert cut("Ann Ferryman-\nHead of works") == "Ann Ferryman-\nHead of works"


def test_places_are_found_again_in_the_file():
    text = page(1, OPEN) + page(2, REST) + page(3, ENDED)
    short, shifts = cut_breaks(text)
    for word in ("4,000", "week", "abroad"):
        assert there(shifts, short.index(word)) == text.index(word)
