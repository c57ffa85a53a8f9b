"""The endnotes part is made, or emptied, with its separators and decimal numbers."""

from __future__ import annotations

from docx import Document
from docx.oxml.ns import qn

from briefgen.word.elements import read
from briefgen.word.endnotes import prepare_endnotes
from tests.paths import TEMPLATES


def test_separators_come_first_and_notes_are_counted_from_one() -> None:
    part = prepare_endnotes(Document(TEMPLATES / "brief.docx"))
    numbers = [part.add_note("EndnoteText")[0] for _ in range(3)]
    assert numbers == [1, 2, 3]
    kinds = [(read(note, "id"), read(note, "type")) for note in part.element]
    assert kinds[:2] == [("-1", "separator"), ("0", "continuationSeparator")]


def test_notes_that_were_there_are_taken_out_and_separators_stay() -> None:
    document = Document(TEMPLATES / "brief.docx")
    part = prepare_endnotes(document)
    part.add_note("EndnoteText")
    again = prepare_endnotes(document)
    assert again is part
    assert len(part.element) == 2


def test_separators_with_ids_of_another_programs_making_are_kept_and_named_in_the_settings() -> None:
    document = Document(TEMPLATES / "brief.docx")
    part = prepare_endnotes(document)
    for number, note in enumerate(part.element):
        note.set(qn("w:id"), str(number))
    prepare_endnotes(document)
    listed = document.settings.element.find(qn("w:endnotePr")).findall(qn("w:endnote"))
    assert [read(note, "id") for note in listed] == ["0", "1"]
    assert part.add_note("EndnoteText")[0] == 2


def test_settings_stand_where_the_schema_wants_them() -> None:
    document = Document(TEMPLATES / "brief.docx")
    prepare_endnotes(document)
    prepare_endnotes(document)
    tags = [child.tag.rpartition("}")[2] for child in document.settings.element]
    assert tags.count("endnotePr") == 1
    assert tags.index("characterSpacingControl") < tags.index("endnotePr") < tags.index("compat")
