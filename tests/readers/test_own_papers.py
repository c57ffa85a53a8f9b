"""A paper of ours is a sourced document: reading it back gives its passages, marks and notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.model.brief import Bullets, Inlines, NoteRef, Paragraph, blocks_of, flat, inlines_of
from briefgen.model.source import Card, File, Source
from briefgen.readers import read
from briefgen.word.opening import open_template
from briefgen.writers import write
from tests.papers import brief as sample
from tests.paths import TEMPLATES


@pytest.fixture(scope="module", params=["docx", "docx as Word writes it", "pdf", "html", "md"])
def form(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def paper(form) -> Source:
    template = open_template(File("brief.docx", (TEMPLATES / "brief.docx").read_bytes()))
    kind, _, word_only = form.partition(" ")
    content = write(sample(), replace(template, word_only=bool(word_only)), kind)
    return read(File(f"paper.{kind}", content), name="paper", card=Card("Aldmere harbour"))


def written(inlines: Inlines) -> str:
    parts = (f"⟦{i.label}⟧" if isinstance(i, NoteRef) else i.text for i in flat(inlines))
    return " ".join("".join(parts).split())


def drawn(source: Source) -> list[str]:
    lines = []
    for passage in source.passages:
        at, text = passage.span.start, ""
        for mark in source.marks:
            if passage.span.start < mark.at <= passage.span.end:
                text += source.text[at : mark.at] + f"⟦{mark.label}⟧"
                at = mark.at
        lines.append(" ".join((text + source.text[at : passage.span.end]).split()))
    return lines


def test_its_marks_are_its_marks_in_their_order(paper):
    expected = [i.label for block in blocks_of(sample()) for part in inlines_of(block) for i in flat(part)
                if isinstance(i, NoteRef)]  # fmt: skip
    assert [mark.label for mark in paper.marks] == expected


def test_its_paragraphs_are_passages_with_their_marks_in_place(paper, form):
    read_back = drawn(paper)
    for block in blocks_of(sample()):
        if isinstance(block, Paragraph | Bullets):
            for inlines in inlines_of(block):
                words = written(inlines)
                # A PDF prints bullets and what stands side by side; Word's are no text.
                assert any(words in line for line in read_back) if form == "pdf" else words in read_back, words


def test_its_notes_are_its_notes(paper):
    texts = {note.label: note.text for note in paper.notes}
    assert set(texts) == {"1", "2", "8", "22"}
    assert texts["2"] == "Port Authority, Annual Report, p. 4."
