"""What a font brought along lacks is said once a face, and set in another glyph by glyph."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.model.brief import Brief, Emphasis, Paragraph, Part, Quote, Table, Words
from briefgen.model.look import Template
from briefgen.model.source import File, Span
from briefgen.writers.pdf import write
from briefgen.writers.pdf.lacking import name_lacking
from tests.typefaces import cubic, made

SMALL = "abcdefghijklmnopqrstuvwxyz .,"


@pytest.fixture
def dressed(template: Template) -> Template:
    """The template with its body and its tables in a font that has small letters only."""
    return in_font(template, cubic("House Sans", SMALL))


def in_font(template: Template, font: File) -> Template:
    styles = tuple(
        replace(s, face="House Sans") if s.name in ("Body Text", "Table Text") else s for s in template.look.styles
    )
    return replace(template, look=replace(template.look, styles=styles, fonts=(font,)))


def quote(text: str) -> Quote:
    return Quote(Span(0, len(text)), text)


def paper(sample: Brief, text: str) -> Brief:
    rows = ((Words("2019"),), (Words("tonnes"),))
    table = Table(1, (Words("Title"),), ((Words("Year"),), (Words("What"),)), (rows,))
    blocks = (Paragraph((quote(text), Emphasis((quote(" Öl"),)))), table)
    return replace(sample, parts=(Part("sections", "Sections", blocks),), notes=())


def test_each_face_names_what_it_lacks_and_what_is_taken_instead(sample: Brief, dressed: Template) -> None:
    said = [str(remark) for remark in name_lacking(paper(sample, "in Berlin and Paris, café"), dressed)]
    assert said == [
        "font “House Sans”: has no 0, 1, 2, 9, B, P, Ö, é; set in Source Sans Pro in the PDF; embed the whole font in "
        "the template, not only the characters used there, or put it into templates/fonts"
    ]


def test_many_characters_are_counted(sample: Brief, dressed: Template) -> None:
    (remark,) = name_lacking(paper(sample, "ABCDEFGHIJKLMN"), dressed)
    assert "0, 1, 2, 9, A, B, C, D, E, F, G, H and 7 more" in str(remark)


def test_what_our_own_faces_lack_too_is_not_named_nor_are_symbols(sample: Brief, template: Template) -> None:
    whole = in_font(template, made("House Sans"))
    assert list(name_lacking(paper(sample, "习近平 ↑ in Berlin"), whole)) == []


def test_a_template_without_fonts_of_its_own_costs_nothing(sample: Brief, template: Template) -> None:
    assert list(name_lacking(replace(sample, parts=()), template)) == []


def test_only_the_letters_that_lack_are_set_in_the_other_face(sample: Brief, dressed: Template, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(write(paper(sample, "in Berlin and Paris, café"), dressed))
    told = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
    assert "House-Sans" in told
    copied = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    assert "in Berlin and Paris, café" in copied
