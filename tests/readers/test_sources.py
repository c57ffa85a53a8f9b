from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import SourceError
from briefgen.model.source import Card, File
from briefgen.readers import read

ARTICLE = File("source.txt", Path("data/china-russia/source.txt").read_bytes())


def source(text: str, **given):
    return read(File("a.txt", text.encode()), name="a", card=Card("Bridges"), **given)


def drawn(read_source) -> str:
    text, at = [], 0
    for mark in read_source.marks:
        text += [read_source.text[at : mark.at], f"⟦{mark.label}⟧"]
        at = mark.at
    return "".join([*text, read_source.text[at:]])


def test_the_article_has_19_paragraphs_and_34_notes_without_text():
    article = read(ARTICLE, name="china-russia", card=Card("China–Russia relations", notes_expected=34))
    assert [p.kind for p in article.passages] == ["paragraph"] * 19
    assert "\n" in article.passages[2].span.of(article.text)
    assert [n.label for n in article.notes] == [str(i) for i in range(1, 35)]
    assert all(n.text is None for n in article.notes)
    assert article.remarks == ()


def test_the_paragraphs_of_the_article_hold_its_words_and_nothing_else():
    article = read(ARTICLE, name="china-russia", card=Card("x"))
    covered = "".join(p.span.of(article.text) for p in article.passages)
    assert "".join(covered.split()) == "".join(article.text.split())


def test_every_offset_leads_back_to_the_file():
    article = read(ARTICLE, name="china-russia", card=Card("x"))
    supplied = ARTICLE.content.decode()
    assert all(supplied[article.supplied_at(i)] == c for i, c in enumerate(article.text))
    assert [m.supplied.of(supplied) for m in article.marks] == [m.label for m in article.marks]


TEXT = "A bridge was opened in 1920.1 It carried 4,000 people a day.2 The toll ended in 1931.3"


def test_a_byte_order_mark_counts_in_the_file_only():
    read_source = source("\ufeff" + TEXT)
    assert (
        drawn(read_source)
        == "A bridge was opened in 1920.⟦1⟧ It carried 4,000 people a day.⟦2⟧ The toll ended in 1931.⟦3⟧"
    )
    assert [m.supplied.of("\ufeff" + TEXT) for m in read_source.marks] == ["1", "2", "3"]


def test_note_texts_beside_the_source_go_before_its_own():
    notes = File("notes.csv", b"number,text\n2,Jones\n7,Lost\n")
    read_source = source(f"{TEXT}\n\nNotes\n1. Smith\n2. Smythe\n3. Brown\n", notes=notes)
    assert [(n.label, n.text) for n in read_source.notes] == [("1", "Smith"), ("2", "Jones"), ("3", "Brown")]
    assert [str(r) for r in read_source.remarks] == ["notes.csv:3: note 7 is marked nowhere in the source"]


def test_another_count_than_the_card_expects_is_said():
    read_source = read(File("a.txt", TEXT.encode()), name="a", card=Card("x", notes_expected=5))
    assert [r.what for r in read_source.remarks] == ["3 notes are marked where the card expects 5"]


def test_a_source_without_a_note_is_a_source():
    read_source = source("A bridge was opened in 1920. It carried 4,000 people a day.")
    assert (read_source.marks, read_source.notes, read_source.remarks) == ((), (), ())


def test_a_kind_nobody_reads_is_refused():
    with pytest.raises(SourceError, match=r"a\.xyz: no reader for “\.xyz”; there are readers for"):
        read(File("a.xyz", b"x"), name="a", card=Card("x"))


@given(st.text(st.sampled_from("aB .,\n\r\ufeff3习12[]¹"), min_size=1))
def test_whatever_is_read_its_characters_are_the_files(text):
    try:
        read_source = source(text)
    except SourceError:
        return
    assert all(text[read_source.supplied_at(i)] == c for i, c in enumerate(read_source.text))
    assert all(p.span.end <= len(read_source.text) for p in read_source.passages)


TOWNS = enumerate(("Ghent", "Ypres", "Bruges", "Lille", "Arras", "Douai", "Cambrai", "Mons", "Namur", "Liege"), 1)
RIVALS = " ".join(f"The bridge of {town} was opened.{i} It was sold by the crown [{i}]." for i, town in TOWNS)


def test_numberings_that_compete_stop_the_reading_and_the_card_decides():
    with pytest.raises(SourceError, match=r"a\.txt: 2 numberings compete: 1 \(10 marks.*2 \(10 marks.*--numbering"):
        source(RIVALS)
    for numbering in (1, 2):
        decided = read(File("a.txt", RIVALS.encode()), name="a", card=Card("x", numbering=numbering))
        assert [m.label for m in decided.marks] == [str(i) for i in range(1, 11)]


def test_decisions_on_marks_always_win():
    text = RIVALS.replace("[", "(").replace("]", ")")
    table = File("marks.csv", f"label,start,before,after,keep\n4,{text.index('.4')},opened., It,no\n".encode())
    assert [m.label for m in source(text, marks=table).marks] == ["1", "2", "3", "5", "6", "7", "8", "9", "10"]
