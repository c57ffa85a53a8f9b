from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefgen.model.brief import Brief, Emphasis, Inlines, Locator, NoteRef, Quote, Reference, Words, anchors_of
from briefgen.model.look import Template
from briefgen.model.source import Span
from briefgen.writers.pdf.compositor import Compositor
from briefgen.writers.pdf.pieces import Piece
from briefgen.writers.pdf.structure import Element


def set_(brief: Brief, template: Template, inlines: Inlines, role: str = "body") -> tuple[Piece, ...]:
    return Compositor(brief, template.look, anchors_of(brief)).pieces(inlines, role, Element("P"))


def chain(piece: Piece) -> Iterator[Element]:
    element = piece.element
    while element is not None:
        yield element
        element = element.parent


def test_adjacent_marks_are_parted_by_a_raised_comma(sample: Brief, template: Template) -> None:
    pieces = set_(sample, template, (NoteRef("1", "1", 9), NoteRef("2", "1", 9)))
    assert [piece.text for piece in pieces] == ["1", ",", "2"]
    assert all(piece.ink.rise > 0 for piece in pieces)
    assert [piece.target for piece in pieces] == ["note-1-1", "", "note-1-2"]


def test_a_mark_is_a_link_that_says_which_note(sample: Brief, template: Template) -> None:
    (piece,) = set_(sample, template, (NoteRef("22", "1", 9),))
    assert [element.role for element in chain(piece)] == ["Link", "Reference", "P"]
    assert piece.element is not None
    assert piece.element.alt == piece.alt == "Note 22"


def test_marks_of_one_note_have_anchors_of_their_own(sample: Brief, template: Template) -> None:
    pieces = set_(sample, template, (NoteRef("1", "1", 9), Words(" "), NoteRef("1", "1", 20)))
    assert [piece.anchor for piece in pieces if piece.anchor] == ["mark-1-1-1", "mark-1-1-2"]


def test_words_of_ours_among_the_sources_have_a_ground_and_the_blanks_beside_them_none(
    sample: Brief, template: Template
) -> None:
    pieces = set_(sample, template, (Quote(Span(0, 3), "one"), Words(" […] "), Quote(Span(4, 7), "two")))
    assert [(piece.text, bool(piece.ink.shade)) for piece in pieces] == [
        ("one", False), (" ", False), ("[…]", True), (" ", False), ("two", False),
    ]  # fmt: skip


def test_words_of_ours_in_a_heading_have_none(sample: Brief, template: Template) -> None:
    assert not set_(sample, template, (Words("Traffic"),), "heading-1")[0].ink.shade


@pytest.mark.parametrize(
    ("inline", "spoken"),
    [
        (Quote(Span(0, 9), "Lin 林海 and Договор о дружбе, too"), ["", "zh", "", "ru", ""]),
        (Quote(Span(0, 9), "the Москва\u0301 river"), ["", "ru", ""]),
        (Quote(Span(0, 2), "林海", lang="zh-Hans"), ["zh-Hans"]),
        (Words("un mot", lang="fr"), ["fr"]),
        (Words("a word"), [""]),
    ],
)
def test_each_language_is_spoken_as_what_it_is(
    sample: Brief, template: Template, inline: Quote | Words, spoken: list[str]
) -> None:
    pieces = set_(sample, template, (inline,), "heading-1")
    assert [piece.element.lang for piece in pieces if piece.element] == spoken


def test_a_source_in_another_language_than_the_paper_is_spoken_in_its_own(sample: Brief, template: Template) -> None:
    french = replace(sample, language="fr")
    (piece,) = set_(french, template, (Quote(Span(0, 3), "one"),))
    assert piece.element is not None
    assert piece.element.lang == "en-AU"


def test_a_country_alone_is_no_other_voice(sample: Brief, template: Template) -> None:
    (piece,) = set_(replace(sample, language="en"), template, (Quote(Span(0, 3), "one"),))
    assert piece.element is not None
    assert piece.element.lang == ""


def test_emphasis_is_bold_and_a_locator_small(sample: Brief, template: Template) -> None:
    plain, strong, small = set_(
        sample, template, (Quote(Span(0, 1), "a"), Emphasis((Quote(Span(1, 2), "b"),)), Locator("c"))
    )
    assert strong.ink.face.faces[0].bold
    assert not plain.ink.face.faces[0].bold
    assert small.ink.size < plain.ink.size


def test_a_reference_to_a_note_in_running_type_is_no_mark(sample: Brief, template: Template) -> None:
    compositor = Compositor(sample, template.look, anchors_of(sample))
    (piece,) = compositor.pieces((Reference("note-1-1", "note 1"),), "source-line", Element("P"))
    assert piece.target == "note-1-1"
    assert not piece.ink.rise
    assert not compositor.marks
