"""Brief, Template → one HTML file that needs nothing beside it: styles, charts, notes and rare letters are inside."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from briefgen.model.brief import Brief, NoteEntry, Part, anchors_of
from briefgen.model.look import Template
from briefgen.writers.html.blocks import Page
from briefgen.writers.html.inlines import Press
from briefgen.writers.html.stylesheet import style_of
from briefgen.writers.html.typefaces import face_rules, travelling


def write(brief: Brief, template: Template) -> bytes:
    """Write a brief as HTML."""
    press = Press(brief, anchors_of(brief))
    page = Page(press)
    main = "\n".join(_main(brief, page))
    text = brief.organisation + main
    faces = travelling(text, template.look)
    rules = "".join(f"{rule}\n" for rule in face_rules(text, faces))
    styles = rules + style_of(template.look, tuple(face.family for face in faces))
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(brief.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f"<title>{escape(brief.title)}</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        *_properties(brief),
        f"<style>\n{styles}</style>",
        "</head>",
        "<body>",
        *([f"<header><p>{escape(brief.organisation)}</p></header>"] if brief.organisation else []),
        f"<main>\n{main}\n</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _properties(brief: Brief) -> Iterator[str]:
    made = brief.imprint
    said = {
        "generator": f"briefgen {made.version}".strip(), "author": brief.organisation or "briefgen",
        "date": brief.date.isoformat(), "subject": brief.subject, "keywords": ", ".join(brief.themes),
        "briefgen.source.sha256": made.source_sha256, "briefgen.inputs.sha256": made.inputs_sha256,
    }  # fmt: skip
    yield from (f'<meta name="{name}" content="{escape(text)}">' for name, text in said.items())


def _main(brief: Brief, page: Page) -> Iterator[str]:
    if brief.part("title") is None:
        yield f"<h1>{page.press.text(brief.title, brief.language)}</h1>"
    parts = brief.parts if brief.part("notes") else (*brief.parts, Part("notes", brief.label("notes"), ()))
    for part in parts:
        if part.name != "notes":
            yield page.part(part)
        elif part.blocks or brief.notes:
            # Every mark has been set by now, so that each note can lead back to all of its own.
            yield page.part(part, tuple(_notes(brief.notes, page.press)))


def _notes(entries: tuple[NoteEntry, ...], press: Press) -> Iterator[str]:
    if entries:
        yield '<ul class="notes" role="doc-endnotes">'
        for entry in entries:
            lead = f"<strong>{escape(press.brief.label('note'))} {escape(entry.label)}.</strong>"
            said = press.inlines(entry.inlines)
            yield f'<li id="{escape(entry.anchor)}">{lead} {said}{press.ways_back(entry)}</li>'
        yield "</ul>"
