"""Every mistake in a template's tags is found at once, in its place, with what was meant."""

from __future__ import annotations

from docx import Document

from briefgen.word.tags import check_tags
from tests.word.documents import opened, typed


def said(*paragraphs: str, header: str = "") -> list[str]:
    return [str(found.remark) for found in check_tags(opened(typed(*paragraphs, header=header)), "mine.docx")]


def test_all_mistakes_are_found_in_one_go() -> None:
    lines = said("Dear {{ titel }}", "{{ title", "}} x", "{{ title|uper }}", "{% endif %}", "{% if marking %}")
    assert [line.partition(": ")[2].partition(";")[0] for line in lines] == [
        "no value is called “titel”", "“{{” is not closed with “}}” in this paragraph",
        "“}}” closes nothing: there is no “{{” before it", "no filter is called “uper”",
        "“{% endif %}” belongs to nothing that is open",
        "“{% if marking %}” is never closed with “{% endif %}”",
    ]  # fmt: skip
    assert lines[0].startswith("mine.docx, body, paragraph 1, “Dear {{ titel }}”: ")
    assert "did you mean “title”?" in lines[0]


def test_a_header_is_looked_at_too() -> None:
    (line,) = said("x", header="{{ marking }} {{ mraking }}")
    assert line.startswith("mine.docx, header, paragraph 2, ")
    assert "did you mean “marking”?" in line


def test_fields_of_a_loop_are_known_by_name() -> None:
    (line,) = said("{% for s in sections %}", "{{ s.titel }}", "{{ s.body }}", "{% endfor %}")
    assert "“s” has no “titel”; did you mean “title”?" in line


def test_a_row_is_named_and_a_loop_may_not_cross_rows() -> None:
    document = Document()
    document.add_heading("Panel")
    cells = document.add_table(rows=2, cols=1).columns[0].cells
    cells[0].text, cells[1].text = "x {% for t in themes %}", "{% endfor %} y"
    (found,) = check_tags(document, "mine.docx")
    where = found.remark.where
    assert where.startswith("mine.docx, body, paragraph 3, table row 2, under “Panel”, ")
    assert "does not stand beside its" in found.remark.what


def test_a_part_wants_a_paragraph_of_its_own_outside_loops() -> None:
    assert "wants a paragraph of its own" in said("see {{ key_points }}")[0]
    assert "within a loop or a condition" in said("{% if marking %}", "{{ key_points }}", "{% endif %}")[0]
    assert "wants a paragraph of its own" in said("{% for s in sections %}", "x {{ s.body }}", "{% endfor %}")[0]


def test_statements_nobody_knows_are_named() -> None:
    assert "“{% set a = 1 %}” is no statement" in said("{% set a = 1 %}")[0]
    assert "did you mean “endfor”?" in said("{% for t in themes %}{{ t }}{% endfr %}{% endfor %}")[0]
