"""The template's own text stands between the parts, its labels over them, in every output."""

from __future__ import annotations

from dataclasses import replace

from briefgen.model.brief import Emphasis, Paragraph, Words, plain
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.word.furnishing import furnish
from briefgen.word.opening import open_template
from tests.papers import brief
from tests.paths import TEMPLATES
from tests.word.documents import typed


def furnished(*paragraphs: str) -> tuple[list[tuple[str, str, list[str]]], Template]:
    paper, template = furnish(brief(), open_template(typed(*paragraphs)))
    rows = [
        (p.name.partition("-")[0] if p.name.startswith("text") else p.name, p.title,
         [plain(b.inlines) for b in p.blocks if getattr(b, "role", "") == "static"])
        for p in paper.parts
    ]  # fmt: skip
    return rows, template


def test_own_text_stands_where_it_was_typed_its_values_filled() -> None:
    rows, template = furnished(
        "For {{ organisation }}", "{{ title }}", "{% if marking %}", "Handle as {{ marking }}", "{% endif %}",
        "{{ front }}",
        "{% for s in sections %}", "{{ s.title }}", "{{ s.body }}", "{% endfor %}", "The end", "{{ notes }}",
    )  # fmt: skip
    assert template.order == ("title", "front", "sections", "notes")
    assert rows[:6] == [
        ("text", "", ["For Harbour desk"]), ("title", "", ["Aldmere harbour: traffic"]),
        ("text", "", ["Handle as OFFICIAL"]), ("front", "", []), ("sections", "", []), ("text", "", ["The end"]),
    ]  # fmt: skip
    assert rows[-1] == ("notes", "Notes", [])


def test_bold_words_stay_bold_and_each_paragraph_has_its_style() -> None:
    file = typed("ab", "{{ front }}", cut=lambda n: 1)
    paper, template = furnish(brief(), open_template(file))
    block = paper.parts[0].blocks[0]
    assert block.inlines == (Words("a"), Emphasis((Words("b"),)))
    assert template.look.style(block.style).size > 0


def test_a_template_of_styles_only_changes_nothing() -> None:
    template = open_template(typed("Some text of the template’s own"))
    assert not template.furnished
    assert furnish(brief(), template) == (brief(), template)


def test_the_panel_that_is_signed_speaks_the_papers_language() -> None:
    template = open_template(File("ministerial.docx", (TEMPLATES / "ministerial.docx").read_bytes()))
    labels = (*brief().labels, ("decision", "Décision"), ("noted", "Pris connaissance"))
    paper, _ = furnish(replace(brief(), labels=labels), template)
    said = "\n".join(plain(b.inlines) for p in paper.parts for b in p.blocks if isinstance(b, Paragraph))
    assert "Décision" in said
    assert "[   ]  Pris connaissance          [   ]  Agreed" in said
