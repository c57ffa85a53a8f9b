"""Tags are filled on the tree: whatever the runs, the same words; no value becomes markup or is filled again."""

from __future__ import annotations

import io
import random
import zipfile
from copy import deepcopy

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from briefgen.errors import EditorialError
from briefgen.model.source import File
from briefgen.word.opening import open_template
from briefgen.word.rendering import Rendering
from briefgen.word.tags import check_tags
from tests.paths import TEMPLATES
from tests.word.documents import opened, typed

PARAGRAPHS = (
    "A {{ title }} B {{ subject|upper }}% {# note #}C",
    "{% for s in sections %}",
    "{{ loop.index }}. {{ s.title }}{% if not loop.last %};{% else %}.{% endif %}",
    "{% if s.title == 'B' %}",
    "only B: {{ s.title }}",
    "{% elif loop.first %}",
    "first",
    "{% else %}",
    "neither",
    "{% endif %}",
    "{% endfor %}",
    "{%p for t in themes %}",
    "theme {{ t }}",
    "{%p endfor %}",
    "tail {{ “q” }}{{ title }}",
)
VALUES = {
    "title": "T&<x> {{ subject }}", "subject": "su", "themes": ("one", "two"),
    "sections": tuple({"title": t, "body": ""} for t in ("A", "B", "C")),
}  # fmt: skip
WANTED = [
    "A T&<x> {{ subject }} B SU% C", "1. A;", "first", "2. B;", "only B: B", "3. C.", "neither", "theme one",
    "theme two", "tail qT&<x> {{ subject }}",
]  # fmt: skip


def filled(file: File, values=VALUES) -> Document:
    document = opened(file)
    Rendering("mine.docx", lambda content, node: None).fill(document.element.body, values)
    return document


def test_tags_are_filled_and_values_stay_what_they_are() -> None:
    assert [p.text for p in filled(typed(*PARAGRAPHS)).paragraphs] == WANTED


def test_400_ways_to_split_the_runs_give_the_same_words() -> None:
    for seed in range(400):
        chance = random.Random(seed)
        file = typed(*PARAGRAPHS, cut=lambda n, c=chance: c.randint(1, min(n, c.choice((1, 2, 3, 8, 40)))))
        assert [p.text for p in filled(file).paragraphs] == WANTED, seed


def test_a_tag_keeps_the_formatting_of_the_run_it_begins_in() -> None:
    document = opened(typed("x"))
    paragraph = document.add_paragraph()
    paragraph.add_run("plain ")
    paragraph.add_run("{{ ti").bold = True
    paragraph.add_run("tle }} after")
    Rendering("mine.docx", lambda content, node: None).fill(document.element.body, {"title": "T"})
    assert [(r.text, r.bold) for r in paragraph.runs if r.text] == [("plain ", None), ("T", True), (" after", None)]


def test_rows_are_repeated_by_statements_alone_in_rows() -> None:
    document = Document()
    table = document.add_table(rows=3, cols=2)
    for row, texts in enumerate(
        (("{%tr for t in themes %}", ""), ("{{ loop.index }}", "{{ t }}"), ("{%tr endfor %}", ""))
    ):
        for cell, text in zip(table.rows[row].cells, texts, strict=True):
            cell.text = text
    assert list(check_tags(document, "mine.docx")) == []
    Rendering("mine.docx", lambda content, node: None).fill(document.element.body, VALUES)
    assert [[c.text for c in row.cells] for row in table.rows] == [["1", "one"], ["2", "two"]]


def test_a_thousand_damaged_templates_are_refused_or_filled(tmp_path) -> None:
    """Text of tags is dropped, doubled and swapped at random: one plain error, or every other word is there."""
    for seed in range(1000):
        chance = random.Random(seed)
        paragraphs = list(PARAGRAPHS)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(paragraphs))
            text = paragraphs[at]
            cut = sorted(chance.randrange(len(text) + 1) for _ in range(2))
            paragraphs[at] = chance.choice((
                text[: cut[0]] + text[cut[1] :], text + text[cut[0] : cut[1]], text[::-1], text.replace("}}", "}"),
                paragraphs[chance.randrange(len(paragraphs))],
            ))  # fmt: skip
        document = opened(typed(*paragraphs, "the last word"))
        found = list(check_tags(document, "mine.docx"))
        assert all(f.remark.where.startswith("mine.docx, body, paragraph ") for f in found)
        if not found:
            try:
                Rendering("mine.docx", lambda content, node: None).fill(document.element.body, VALUES)
            except EditorialError as error:
                pytest.fail(f"{seed}: check found nothing, filling {error}: {paragraphs}")
            assert document.paragraphs[-1].text == "the last word"


MORE = (
    "{% endfor %}", "{% endif %}", "{{", "}}", "x {{ key_points }}", "{{ notes }}", "{{ s.body }}", "{% if %}",
    "{% for %}", "{{ }}", "{%", "{{ 'a }}",
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from([*PARAGRAPHS, *MORE]), max_size=8))
def test_any_paragraphs_open_or_are_refused_in_one_line(paragraphs: list[str]) -> None:
    said = ""
    try:
        open_template(typed(*paragraphs))
    except EditorialError as error:
        said = str(error)
    assert "\n" not in said


def test_ten_thousand_tags_are_refused_in_one_line() -> None:
    with pytest.raises(EditorialError, match="more than 200 tags"):
        open_template(typed("{{ title }}" * 10_000))
    with pytest.raises(EditorialError, match="more than 5000 tags"):
        open_template(typed(*["{{ title }}" * 100] * 100))


def test_a_template_with_controls_shuffled_and_dropped_opens_unless_one_stands_within_another() -> None:
    content = (TEMPLATES / "brief.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for seed in range(30):
        chance = random.Random(seed)
        root = etree.fromstring(parts["word/document.xml"])
        body = root[0]
        blocks = list(body)[:-1]
        for block in blocks:
            body.remove(block)
        chosen = chance.sample(blocks, chance.randint(1, len(blocks)))
        nested = chance.random() < 0.3
        if nested:
            chosen[0][-1].append(deepcopy(chosen[-1]))
        for n, block in enumerate(chosen):
            body.insert(n, block)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, part in parts.items():
                archive.writestr(name, etree.tostring(root) if name == "word/document.xml" else part)
        file = File("mine.docx", buffer.getvalue())
        if nested:
            with pytest.raises(EditorialError, match="stands within another part"):
                open_template(file)
        else:
            assert open_template(file).furnished
