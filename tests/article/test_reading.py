"""The real article against hand-made truth: its bytes, its 34 marks, its 86 sentences."""

from __future__ import annotations

from hashlib import sha256

from briefgen import marks
from tests.article import truth
from tests.paths import ARTICLE


def test_the_article_is_the_one_supplied():
    digest = "6936d1b177e70150aca8c3b0e22ccb7bc1f4f4c6ecc6f442714b1fc539cd13b9"
    assert sha256(ARTICLE.read_bytes()).hexdigest() == digest


def test_its_34_marks_are_found_and_no_other_digit_is_taken_for_one():
    source = truth.base().source
    assert [m.number for m in source.marks] == list(range(1, 35))
    assert {m.run for m in source.marks} == {"1"}
    supplied = truth.text()
    assert [m.supplied.of(supplied) for m in source.marks] == [str(n) for n in range(1, 35)]


def test_the_marks_put_back_give_the_file_byte_for_byte():
    supplied = truth.text()
    lifted = marks.lift(supplied, marks.find(supplied))
    assert marks.restore(lifted).encode() == ARTICLE.read_bytes()
    assert lifted.text == truth.base().source.text


def test_its_86_sentences_have_the_words_places_and_notes_they_have_by_hand():
    base = truth.base()
    found = [(f.place, base.words(f), " ".join(m.label for m in f.marks)) for f in base.facts]
    made = [(f"{s['paragraph']}.{s['sentence']}", s["text"], s["notes"]) for s in truth.sentences()]
    assert len(found) == 86
    assert found == made


def test_each_mark_stands_where_the_supplied_file_has_it():
    source, supplied = truth.base().source, truth.text()
    for mark in source.marks:
        before = source.text[mark.at - 20 : mark.at]
        assert supplied[mark.supplied.start - 20 : mark.supplied.start] == before
        assert source.supplied_at(mark.at) == mark.supplied.end
