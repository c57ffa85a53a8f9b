"""Tags in document properties are filled like any other, and what is wrong with one is said."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from docx import Document

from briefgen.errors import EditorialError
from briefgen.model.source import File
from briefgen.word.opening import open_template
from briefgen.word.package import read_manifest, stamp
from briefgen.word.review import inspect_template
from briefgen.writers.docx import write
from tests.papers import brief
from tests.paths import TEMPLATES
from tests.word.documents import template_of


def with_property(text: str, custom: str = "") -> Any:
    document = Document(TEMPLATES / "brief.docx")
    document.core_properties.category = text
    if custom:
        stamp(document, {"Reference": custom})
    return document


def test_core_and_custom_properties_are_filled() -> None:
    document = with_property("Brief on {{ subject|upper }}", "{{ organisation }} / {{ themes|join('+') }}")
    document.core_properties.title = "{{ title }} ({{ marking }})"
    paper = write(replace(brief(), title="R&D <b>"), template_of(document))
    read = Document(io.BytesIO(paper)).core_properties
    assert (read.category, read.title) == ("Brief on TRAFFIC", "R&D <b> (OFFICIAL)")
    assert read_manifest(paper)["Reference"] == "Harbour desk / traffic"


def test_a_template_without_tags_in_its_properties_gets_the_papers_own() -> None:
    read = Document(io.BytesIO(write(brief(), template_of(with_property("Papers"))))).core_properties
    assert (read.category, read.title) == ("Papers", "Aldmere harbour: traffic")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ titel }}", "did you mean “title”"),
        ("{{ title", "is not closed"),
        ("{% for s in sections %}", "stands in a property"),
        ("{{ cycler.__init__.__globals__.os.popen('echo PWNED').read() }}", "property “category”"),
        ("{{ sections }}", "no value is called “sections”"),
    ],
)
def test_a_wrong_tag_in_a_property_is_told_in_one_line(text: str, said: str) -> None:
    document = with_property(text)
    with pytest.raises(EditorialError) as refusal:
        template_of(document)
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
    buffer = io.BytesIO()
    document.save(buffer)
    file = File("mine.docx", buffer.getvalue())
    assert any("property “category”" in found.remark.where for found in inspect_template(file))
    with pytest.raises(EditorialError):
        open_template(file)


def test_a_wrong_tag_in_a_custom_property_is_told_too() -> None:
    with pytest.raises(EditorialError, match="property “Reference”"):
        template_of(with_property("x", "{{ organization }}"))
