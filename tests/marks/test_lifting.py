"""Lifting and putting back: nothing but the marks may move."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.marks import find, lift, restore

ARTICLE = Path(__file__).parents[2] / "data" / "china-russia" / "source.txt"

prose = st.text(st.sampled_from("abcd ,.;:–-[]()0123456789km²¹。年\n\r\t”“’"), max_size=120)


def test_the_articles_thirty_four_marks_are_found_and_put_back_byte_for_byte():
    text = ARTICLE.read_bytes().decode()
    lifted = lift(text, find(text))
    assert [m.number for m in lifted.marks] == list(range(1, 35))
    assert len({m.at for m in lifted.marks}) == 34
    assert restore(lifted).encode() == ARTICLE.read_bytes()


@settings(max_examples=300)
@given(prose)
def test_any_text_is_given_back_as_it_was(text: str):
    assert restore(lift(text, find(text))) == text


@settings(max_examples=100)
@given(st.lists(st.text(st.sampled_from("abcde \n"), min_size=3, max_size=30).map(str.strip), min_size=3, max_size=20))
def test_marks_put_into_any_words_are_lifted_out_again(sentences: list[str]):
    words = [f"The {s} ended" for s in sentences]
    marked = " ".join(f"{s}.{n}" for n, s in enumerate(words, 1))
    lifted = lift(marked, find(marked))
    assert lifted.text == " ".join(f"{s}." for s in words)
    assert restore(lifted) == marked
    for mark in lifted.marks:
        assert mark.supplied.of(marked) == mark.label
        assert lifted.text[mark.at - 1] == "."
