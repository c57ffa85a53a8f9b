"""Text, tables and pictures that nobody wrote a paper for: a good page, or one clear line."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from briefgen.errors import OutputError
from briefgen.fonts import SANS, find
from briefgen.model.brief import Brief, Figure, Heading, Locator, NoteEntry, Paragraph, Part, Reference, Table, Words
from briefgen.model.chart import Picture
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.writers.pdf import write
from tests import papers
from tests.verapdf import Validator

Printed = Callable[..., Path]
Read = Callable[[Path], str]


def said(text: str) -> Paragraph:
    return Paragraph((Words(text),))


@pytest.mark.parametrize(
    "text",
    [
        "R&D <b>bold</b> &amp; <script>alert(1)</script> costs $5.85 in {braces} and {{ holes }} % (paren) \\ ) (",
        "习近平 met Путин; Ωμέγα, ½, “quotes”, ‘single’, it’s, 5\u202f%, well\u2011known, a\u00a0b",
    ],
)
def test_markup_and_signs_are_copied_as_they_stand(text: str, printed: Printed, copied: Read) -> None:
    # pdftotext writes every kind of blank as a blank.
    assert " ".join(text.split()) in " ".join(copied(printed(said(text))).split())


def test_accents_set_apart_come_back_on_their_letters(printed: Printed, copied: Read) -> None:
    assert "café à Zürich" in copied(printed(said("cafe\u0301 a\u0300 Zu\u0308rich")))


def test_an_accent_on_a_letter_that_has_none_with_it_is_put_over_it(
    printed: Printed, copied: Read, validator: Validator
) -> None:
    text = "q\u0302ue M\u0302 о\u0301 ẹ\u0300 u\u0328\u0301"
    path = printed(said(text))
    assert text in normalize("NFD", copied(path)) or normalize("NFC", text) in normalize("NFC", copied(path))
    assert validator.broken(path, "ua1") == {}
    assert validator.broken(path, "2a") == {}


def test_words_of_ours_that_are_blank_or_empty_are_no_trouble(printed: Printed, copied: Read) -> None:
    path = printed(Paragraph((Words("one"), Words(" "), Words(""), Words("two"))), Paragraph((Words(" "),)))
    assert "one two" in copied(path)


def test_an_unbroken_string_of_five_hundred_letters_stays_on_the_page(printed: Printed, copied: Read) -> None:
    assert "x" * 500 in re.sub(r"\s", "", copied(printed(said("x" * 500))))


@pytest.mark.parametrize(
    ("text", "what", "mend"),
    [
        ("a face 😀 here", "U+1F600 grinning face", "templates/fonts"),
        ("Peace שלום here", "U+05E9 hebrew letter shin", "right to left is set in Word only: -f docx"),
        ("in 臺灣 today", "U+81FA", "make.py 臺"),
        ("on 习\u0302 no accent", "has an accent that no font can put on “习”", "templates/fonts"),
        ("a bell \x07 rings", "U+0007", "control character"),
    ],
)
def test_a_letter_in_no_font_is_named_with_its_place(text: str, what: str, mend: str, printed: Printed) -> None:
    with pytest.raises(OutputError) as caught:
        printed(said(text))
    line = str(caught.value)
    assert caught.value.exit_code == 6
    assert "traffic, Sections" in line
    assert what in line
    assert mend in line
    assert line.isprintable()


def test_a_letter_in_no_font_is_named_with_its_place_in_the_source(printed: Printed) -> None:
    heading, locator = Heading((Words("Peace"),), 2), Locator(" (para. 3)")
    with pytest.raises(OutputError, match=re.escape("traffic, Peace (para. 3): “ש”")):
        printed(heading, said("none"), Paragraph((Words("Peace שלום here"), locator)))


def test_a_letter_in_no_font_in_a_note_is_named_with_its_note(sample: Brief, template: Template) -> None:
    notes = (*sample.notes[:1], replace(sample.notes[1], inlines=(Words("see שלום"),)))
    with pytest.raises(OutputError, match="traffic, Note 2: “ש”"):
        write(replace(sample, notes=notes), template)


@pytest.fixture
def forty() -> Table:
    rows = tuple(
        ((Words(str(1980 + n)),), (Words("A long cell. " * (40 if n == 20 else 6)),), (Words(f"{n},000"),))
        for n in range(40)
    )
    head = ((Words("Year"),), (Words("What"),), (Words("How much"),))
    return Table(1, (Words("Forty rows"),), head, rows, (2,), (1, 3, 1), (Words("Source: none"),))


def test_a_long_table_repeats_its_head_without_reading_it_again(
    forty: Table, printed: Printed, copied: Read, listen: Read, validator: Validator
) -> None:
    path = printed(forty)
    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
    assert pages > 1
    assert copied(path).count("How much") == pages
    assert listen(path).count("How much") == 1
    assert listen(path).count(" TH:") == 3 + 40
    assert validator.broken(path, "ua1") == {}
    assert validator.broken(path, "2a") == {}


def test_a_picture_wider_than_the_page_is_made_to_fit_and_may_have_long_words(
    printed: Printed, template: Template, validator: Validator
) -> None:
    from matplotlib.figure import Figure as Canvas

    canvas, buffer = Canvas(figsize=(20, 5)), io.BytesIO()
    canvas.subplots().plot([1, 3, 2])
    canvas.savefig(buffer, format="pdf", metadata={"CreationDate": None})
    plate = replace(papers.plate(), picture=Picture(1440, 360, buffer.getvalue(), b"", b""), alt="word " * 400)
    path = printed(Figure(1, plate, (Words("Wide"),), (), ()))
    with pikepdf.open(path) as pdf:
        scale = float(re.search(rb"q (\S+) 0 0 \S+ \S+ \S+ cm /Picture1 Do", pdf.pages[0].Contents.read_bytes())[1])
    assert scale * 1440 <= template.look.page.measure + 0.1
    assert validator.broken(path, "ua1") == {}


def test_three_hundred_notes_and_one_of_three_pages(
    sample: Brief, template: Template, tmp_path: Path, validator: Validator
) -> None:
    notes = tuple(NoteEntry(str(n), "1", (Words("A note. " * (1500 if n == 7 else 2)),)) for n in range(1, 301))
    path = tmp_path / "notes.pdf"
    path.write_bytes(write(replace(sample, notes=notes, parts=sample.parts[-1:]), template))
    assert validator.broken(path, "ua1") == {}
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) > 6


def test_a_reference_to_what_the_paper_lacks_is_plain_text(printed: Printed, copied: Read) -> None:
    path = printed(Paragraph((Words("see "), Reference("figure-9", "Figure 9"))))
    assert "see Figure 9" in copied(path)
    with pikepdf.open(path) as pdf:
        assert "/Annots" not in pdf.pages[0]


def test_a_paper_with_nothing_in_it_is_a_page_with_a_title(
    sample: Brief, template: Template, tmp_path: Path, validator: Validator
) -> None:
    path = tmp_path / "empty.pdf"
    path.write_bytes(write(replace(sample, parts=(Part("front", "", ()),), notes=()), template))
    assert validator.broken(path, "ua1") == {}
    assert validator.broken(path, "2a") == {}


def test_two_fonts_that_call_themselves_alike_stand_in_one_paper(
    sample: Brief, template: Template, tmp_path: Path, validator: Validator, copied: Read
) -> None:
    with TTFont(find(SANS).path) as font:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = "House Sans"
        font.save(tmp_path / "house.ttf")
    own = (File("templates/fonts/house.ttf", (tmp_path / "house.ttf").read_bytes()),)
    styles = tuple(replace(s, face="House Sans") if s.name == "Body Text" else s for s in template.look.styles)
    path = tmp_path / "alike.pdf"
    path.write_bytes(write(sample, replace(template, look=replace(template.look, styles=styles, fonts=own))))
    assert "12.5 million tonnes" in copied(path)
    assert validator.broken(path, "2a") == {}
