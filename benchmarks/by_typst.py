"""Brief → the same paper for Typst, written as well as one would by hand: the measure our PDF writer is held to.

The sizes and distances are those of ``templates/brief.docx``. Base lines lie as far apart as in ours, so that what
differs is how lines and pages are made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from briefgen.fonts import SANS, SERIF, find
from briefgen.model.brief import (
    Block,
    Brief,
    Bullets,
    Callout,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    KeyFigures,
    Locator,
    NoteRef,
    Paragraph,
    Quote,
    Reference,
    Table,
    Words,
    anchors_of,
    plain,
)

_PREAMBLE: Final = """
#set document(title: "TITLE", author: "briefgen", date: datetime(year: 2025, month: 12, day: 1))
#let serif = ("Source Serif Pro", "Source Sans Pro", "Noto Sans SC")
#let sans = ("Source Sans Pro", "Noto Sans SC")
#let (blue, grey, ink, tint, line) = ("12436D", "52606D", "1F2933", "EDF2F7", "B8C4CE").map(rgb)
#set page(width: 595.3pt, height: 841.9pt, margin: (x: 85.05pt, top: 79.4pt, bottom: 73.7pt),
  header: text(8.5pt, font: sans, fill: grey)[TITLE], header-ascent: 34pt, footer-descent: 28pt,
  footer: context align(right, text(8.5pt, font: sans, fill: grey)[
    Page #counter(page).display() / #counter(page).final().first()]))
#set text(font: serif, size: 11pt, lang: "en", hyphenate: false, top-edge: 0.8em, bottom-edge: -0.2em)
#set par(leading: 4.5pt, spacing: 12pt, linebreaks: "optimized")
#set list(indent: 0pt, body-indent: 9pt, spacing: 9.5pt, marker: [•])
#let set-in(size, leading, above: 0pt, below: 0pt, font: sans, fill: ink, ground: none, left: 0pt, bar: none, body) = {
  let pad = if ground == none { 0pt } else { 5pt }
  block(above: above, below: below, width: 100%, fill: ground, stroke: bar,
    inset: (left: left + pad, right: pad, y: calc.max(0pt, pad - 1pt)), breakable: true, {
      set text(size, font: font, fill: fill)
      set par(leading: leading - size)
      par(body)
    })
}
#let front(body) = set-in(9.5pt, 13pt, above: 6pt, below: 5pt, fill: grey, body)
#let rights(body) = set-in(8.5pt, 11.5pt, above: 7pt, below: 9pt, fill: grey, body)
#let source-line(body) = set-in(8.5pt, 11.5pt, above: 6pt, below: 18pt, fill: grey, body)
#let marking(body) = set-in(10pt, 14pt, below: 10pt, strong(body))
#let ours(body) = set-in(10pt, 13.5pt, above: 12pt, below: 12pt, ground: tint, body)
#let bottom-line(body) = set-in(12.5pt, 17.5pt, above: 8pt, below: 14pt, font: serif, left: 12pt,
  bar: (left: 2.25pt + blue), body)
#let callout-title(body) = set-in(10.5pt, 14pt, above: 18pt, below: 9pt, fill: blue, strong(body))
#let note(body) = set-in(9.5pt, 13pt, above: 7.5pt, below: 7.5pt, font: serif, fill: black, body)
#let inserted(body) = highlight(fill: tint, text(font: sans, fill: ink, body))
#let locator(body) = text(8.5pt, font: sans, fill: grey, body)
#show heading: set text(font: sans, fill: blue)
#show heading.where(level: 1): it => block(below: 12pt, text(21pt, it.body))
#show heading.where(level: 2): it => block(above: 22pt, below: 10pt, sticky: true,
  par(leading: 4pt, text(16pt, it.body)))
#show heading.where(level: 3): it => block(above: 17pt, below: 9pt, sticky: true, text(13pt, fill: ink, it.body))
#set figure(gap: 6pt)
#set figure.caption(separator: [. ], position: top)
#show figure: set block(above: 22pt)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: image): set block(below: 6pt)
#show figure.caption: it => align(left, text(10.5pt, font: sans, fill: ink, weight: "bold", it))
#set table(stroke: none, inset: (x: 4.25pt, y: 4pt), align: left)
#show table: set text(9.5pt, font: sans, fill: black)
#show table: set par(leading: 3pt)
#show table.cell.where(y: 0): strong
#show link: set text(fill: blue)
"""
_ROLES: Final = {
    "front": "front", "rights": "rights", "imprint": "rights", "marking": "marking", "ours": "ours",
    "bottom-line": "bottom-line",
}  # fmt: skip


def typesetter() -> Callable[[Brief], bytes]:
    """Warm Typst up with our fonts, and give what makes a tagged file of a paper."""
    import typst

    faces = [str(find(family).path.parent) for family in (SERIF, SANS, "Noto Sans SC")]
    fonts: Any = typst.Fonts(include_system_fonts=False, font_paths=faces)
    return lambda brief: bytes(
        typst.compile(files_of(brief), font_paths=fonts, format="pdf", pdf_standards=["ua-1", "a-2a"])
    )


def files_of(brief: Brief) -> dict[str, bytes]:
    """Write a paper and its pictures as Typst's files."""
    pictures = (b for part in brief.parts for b in part.blocks if isinstance(b, Figure))
    files = {f"figure-{b.number}.svg": b.plate.picture.svg for b in pictures}
    return {"main.typ": Writer(brief).text().encode()} | files


class Writer:
    """Writes one paper: links both ways, contents, tables with heads."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.anchors = brief, anchors_of(brief)
        self.seen: dict[tuple[str, str], list[str]] = {}

    def text(self) -> str:
        """Write all of it."""
        lines = [_PREAMBLE.replace("TITLE", self.brief.title.replace('"', "")), f"= {spelt(self.brief.title)}"]
        behind: list[str] = []
        for part in self.brief.parts:
            if part.title:
                lines.append(f"== {spelt(part.title)} <{part.anchor}>")
            above, below = part.parted
            above = above[1:] if part.name == "title" else above
            lines += [line for given in above for line in self.block(given)]
            kept = behind if part.name == "notes" else lines
            kept += [line for given in below for line in self.block(given)]
        for note in self.brief.notes:
            back = " ".join(f"#link(<{mark}>)[↑]" for mark in self.seen.get((note.run, note.label), []))
            inner = self.run(note.inlines, apart=False)
            lines.append(f"#note[#strong[Note {spelt(note.label)}.] {inner} {back}] <{note.anchor}>")
        return "\n\n".join((*lines, *behind))

    def block(self, given: Block) -> Iterator[str]:
        """Write one block."""
        match given:
            case Heading(inlines, level):
                yield f"{'=' * (level + 1)} {self.run(inlines, apart=False)}"
            case Paragraph(inlines, role):
                if inner := self.run(inlines, apart=role in ("body", "bottom-line")):
                    yield f"#{_ROLES[role]}[{inner}]" if role in _ROLES else inner
            case Bullets(items):
                yield "\n".join(f"- {self.run(item, apart=True)}" for item in items)
            case KeyFigures(tiles):
                cells = (f"[#text(16pt, fill: blue, font: sans, strong[{self.run(t.value, apart=False)}]) \\ "
                         f"{self.run(t.label, apart=False)}]" for t in tiles)  # fmt: skip
                yield f"#grid(columns: {min(3, len(tiles))}, gutter: 12pt, {', '.join(cells)})"
            case Table():
                yield from self.table(given)
            case Figure():
                yield from self.figure(given)
            case Callout(title, blocks):
                yield f"#callout-title[{self.run(title, apart=False)}]"
                for inner_block in blocks:
                    yield from self.block(inner_block)

    def figure(self, figure: Figure) -> Iterator[str]:
        """Write a figure with its words for those who cannot see it."""
        alt = figure.plate.alt.replace("\\", "").replace('"', "'")
        image = f'image("figure-{figure.number}.svg", alt: "{alt}", width: {figure.plate.picture.width:g}pt)'
        under = self.run(figure.subtitle, apart=False)
        subtitle = f"align(left, text(9.5pt, font: sans, fill: grey)[{under}])"
        caption = self.run(figure.title, apart=False)
        yield f"#figure(stack(spacing: 6pt, {subtitle}, {image}), caption: [{caption}], kind: image) <{figure.anchor}>"
        yield f"#source-line[{self.run(figure.source, apart=False)}]"

    def table(self, table: Table) -> Iterator[str]:
        """Write a table: a rule above, under the head and below, finer ones between its rows."""
        columns = ", ".join("1fr" if n == _widest(table) else "auto" for n in range(len(table.head)))
        ends = ", ".join("right" if n in table.numeric else "left" for n in range(len(table.head)))
        head = ", ".join(f"[{self.run(cell, apart=False)}]" for cell in table.head)
        rows = ", table.hline(stroke: 0.5pt + line),\n".join(
            ", ".join(f"[{self.run(cell, apart=False)}]" for cell in row) for row in table.rows
        )
        rule = "table.hline(stroke: 1pt + blue)"
        yield (
            f"#figure(table(columns: ({columns}), align: ({ends}), table.header({rule}, {head}, {rule}),\n{rows}, "
            f"{rule}), caption: [{self.run(table.title, apart=False)}], kind: table) <{table.anchor}>"
        )
        if table.source:
            yield f"#source-line[{self.run(table.source, apart=False)}]"

    def run(self, inlines: Inlines, *, apart: bool) -> str:
        """Write inlines.

        Args:
            inlines: what to write.
            apart: whether our own words are set apart from the source's.
        """
        return "".join(self.inline(inline, apart) for inline in inlines)

    def inline(self, inline: Inline, apart: bool) -> str:
        """Write one; a mark links to its note and is a place itself."""
        match inline:
            case Emphasis(inlines):
                return f"#strong[{self.run(inlines, apart=apart)}]"
            case NoteRef(label, run):
                marks = self.seen.setdefault((run, label), [])
                marks.append(f"mark-{run}-{label}-{len(marks) + 1}")
                return f"#box[#super[#link(<note-{run}-{label}>)[{label}]]<{marks[-1]}>];"
            case Reference(target, text) if target in self.anchors:
                return f"#link(<{target}>)[{spelt(text)}];"
            case Locator(text):
                return f"#locator[{spelt(text)}];"
            case Quote(text=text, lang=lang) if lang:
                return f'#text(lang: "{lang.split("-")[0]}")[{spelt(text)}];'
            case Words(text) if apart and text.strip():
                return f"#inserted[{spelt(text)}];"
        return spelt(plain((inline,)))


def _widest(table: Table) -> int:
    """Find the column with the most words, which takes what room there is."""
    return max(range(len(table.head)), key=lambda n: max(len(plain(row[n])) for row in table.rows))


def spelt(text: str) -> str:
    """Let every sign stand for itself."""
    return re.sub(r"([\\#$*_`<>@=\[\]~/\-+'\"])", r"\\\1", re.sub(r"[ \t\r\n]+", " ", text))


def write_source(brief: Brief, folder: Path) -> None:
    """Put Typst's files into a folder, to look at and to try by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files_of(brief).items():
        (folder / name).write_bytes(content)
