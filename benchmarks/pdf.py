"""What a PDF costs beside Typst: CPU seconds a document, warm, without charts, on the same content in one run.

    python benchmarks/pdf.py [ROUNDS] [--profile] [--keep FOLDER]

Both set the papers of every theme, each round with other words on every page, so that nobody is paid for
remembering. Typst is asked for a tagged file with the same fonts; without the package `typst` only ours is timed.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from briefgen.fonts import SANS, SERIF, find
from briefgen.model.brief import (
    Block,
    Brief,
    Bullets,
    Callout,
    Figure,
    Heading,
    Inlines,
    KeyFigures,
    NoteRef,
    Paragraph,
    Quote,
    Reference,
    Table,
    Words,
    anchors_of,
    flat,
    plain,
)
from briefgen.model.look import Template
from briefgen.pipeline.composition import compose
from briefgen.pipeline.study import find_facts
from briefgen.project import Order, gather, open_project
from briefgen.writers.pdf import write

ROOT = Path(__file__).parent.parent
MOST = 4.0
"""Times Typst's time that ours may take."""


def main() -> int:
    """Time both and print a table; fail where ours takes too long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rounds", nargs="?", type=int, default=5)
    parser.add_argument("--profile", action="store_true", help="show where our time goes")
    parser.add_argument("--keep", type=Path, help="folder for one round of both outputs, to look at")
    said = parser.parse_args()
    papers = list(composed())
    ours = timed("briefgen", papers, said.rounds, lambda brief, template: write(brief, template), said.keep)
    theirs = timed("typst", papers, said.rounds, typesetter(), said.keep) if find_spec("typst") else None
    if theirs is None:
        print("typst is not installed: pip install typst, to compare")
    else:
        print(f"ours takes {ours / theirs:.2f} times as long (at most {MOST:g})")
    if said.profile:
        profile(papers)
    return 1 if theirs and ours > MOST * theirs else 0


def composed() -> Iterator[tuple[Brief, Template]]:
    """Compose the paper of every theme and take its charts away."""
    project = open_project(str(ROOT))
    themes = tuple(name for name in project.themes if name != "overview")
    for commission in gather(project, Order(themes, each=True, formats=("pdf",), date="2025-12-01", lengths=("full",))):
        made = compose(commission, find_facts(commission))
        yield without_charts(made.brief), made.template


def without_charts(brief: Brief) -> Brief:
    """Take every figure away, and the links to it."""
    parts = tuple(replace(p, blocks=tuple(b for b in p.blocks if not isinstance(b, Figure))) for p in brief.parts)
    return replace(brief, parts=parts)


def changed(brief: Brief, number: int) -> Brief:
    """Give every run of words another word, so that no line of it was ever set before."""

    def other(inlines: Inlines) -> Inlines:
        return (*inlines, Words(f" {number}.")) if inlines else ()

    def block(given: Block) -> Block:
        match given:
            case Paragraph(inlines):
                return replace(given, inlines=other(inlines))
            case Bullets(items):
                return replace(given, items=tuple(map(other, items)))
            case Table(rows=rows):
                return replace(given, rows=tuple((*row[:-1], other(row[-1])) for row in rows))
        return given

    return replace(brief, parts=tuple(replace(p, blocks=tuple(map(block, p.blocks))) for p in brief.parts))


def timed(
    name: str,
    papers: list[tuple[Brief, Template]],
    rounds: int,
    make: Callable[[Brief, Template], bytes],
    keep: Path | None,
) -> float:
    """Set every paper in every round and give the best round's CPU seconds a document; the first is for warming."""
    costs = []
    for number in range(rounds + 1):
        round_ = [(changed(brief, number), template) for brief, template in papers]
        begun = time.process_time()
        made = [make(brief, template) for brief, template in round_]
        costs.append((time.process_time() - begun) / len(made))
        if keep and not number:
            keep.mkdir(exist_ok=True, parents=True)
            for (brief, _), content in zip(round_, made, strict=True):
                (keep / f"{brief.name}-{name}.pdf").write_bytes(content)
    best = min(costs[1:])
    print(
        f"{name:10} first {costs[0]:6.3f} s, warm {best:6.3f} s CPU a document, {sum(map(len, made)) // 1000} kB in all"
    )
    return best


def typesetter() -> Callable[[Brief, Template], bytes]:
    """Warm Typst up with our fonts."""
    import typst

    faces = [str(find(family).path.parent) for family in (SERIF, SANS, "Noto Sans SC")]
    fonts = typst.Fonts(include_system_fonts=False, font_paths=faces)
    return lambda brief, _: bytes(
        typst.compile(typeset(brief).encode(), font_paths=fonts, format="pdf", pdf_standards=["ua-1"])
    )


def profile(papers: list[tuple[Brief, Template]]) -> None:
    """Print the functions that take most of our own time."""
    watch = cProfile.Profile()
    watch.enable()
    for brief, template in papers:
        write(changed(brief, 99), template)
    watch.disable()
    pstats.Stats(watch).sort_stats("tottime").print_stats(18)


PREAMBLE = """
#set document(title: "TITLE", author: "briefgen", date: datetime(year: 2025, month: 12, day: 1))
#set page(paper: "a4", margin: (x: 30mm, top: 28mm, bottom: 26mm), numbering: "1", header: text(8pt)[TITLE],
  footer: context align(right, text(8pt)[Page #counter(page).display() of #counter(page).final().first()]))
#set text(font: ("Source Serif Pro", "Noto Sans SC"), size: 11pt, lang: "en", region: "au", hyphenate: false)
#set par(leading: 0.62em, spacing: 0.95em, linebreaks: "optimized")
#show heading: set text(font: ("Source Sans Pro", "Noto Sans SC"), fill: rgb("12436D"))
#show heading.where(level: 2): set text(15pt)
#set table(stroke: (x: none, y: 0.4pt + rgb("B8C4CE")))
#show table: set text(font: ("Source Sans Pro", "Noto Sans SC"), size: 9pt)
#let small(body) = text(8pt, font: "Source Sans Pro", fill: rgb("52606D"), body)
#let ours(body) = block(fill: rgb("EDF2F7"), inset: 4pt, width: 100%, text(font: "Source Sans Pro", 9.5pt, body))
"""


def typeset(brief: Brief) -> str:
    """Write a paper as one would by hand for Typst: links both ways, contents, tables with heads."""
    anchors = anchors_of(brief)
    seen: dict[tuple[str, str], list[str]] = {}
    lines = [PREAMBLE.replace("TITLE", brief.title.replace('"', "")), f"= {spelt(brief.title)}"]
    for part in brief.parts:
        if part.title:
            lines.append(f"== {spelt(part.title)} <{part.anchor}>")
        for given in part.blocks:
            lines += block_of(given, seen, anchors)
    for note in brief.notes:
        back = " ".join(f"#link(<{mark}>)[↑]" for mark in seen.get((note.run, note.label), []))
        inner = run_of(note.inlines, seen, anchors)
        lines.append(f"#block[#strong[Note {spelt(note.label)}.] {inner} {back}] <{note.anchor}>")
    return "\n\n".join(lines)


def block_of(given: Block, seen: dict[tuple[str, str], list[str]], anchors: frozenset[str]) -> Iterator[str]:
    """Write one block."""
    match given:
        case Heading(inlines, level):
            yield f"{'=' * (level + 1)} {run_of(inlines, seen, anchors)}"
        case Paragraph(inlines, role):
            inner = run_of(inlines, seen, anchors)
            yield f"#ours[{inner}]" if role == "ours" else inner
        case Bullets(items):
            yield "\n".join(f"- {run_of(item, seen, anchors)}" for item in items)
        case KeyFigures(tiles):
            cells = [f"[#strong[{run_of(t.value, seen, anchors)}] \\ {run_of(t.label, seen, anchors)}]" for t in tiles]
            yield f"#grid(columns: {min(3, len(cells))}, gutter: 12pt, {', '.join(cells)})"
        case Table():
            yield from table_of(given, seen, anchors)
        case Callout(title, blocks):
            yield f"#ours[#strong[{run_of(title, seen, anchors)}]]"
            for inner_block in blocks:
                yield from block_of(inner_block, seen, anchors)


def table_of(table: Table, seen: dict[tuple[str, str], list[str]], anchors: frozenset[str]) -> Iterator[str]:
    """Write a table."""
    shares = table.widths or (1,) * len(table.head)
    columns = ", ".join(f"{share:g}fr" for share in shares)
    head = ", ".join(f"[#strong[{run_of(cell, seen, anchors)}]]" for cell in table.head)
    rows = ",\n".join(", ".join(f"[{run_of(cell, seen, anchors)}]" for cell in row) for row in table.rows)
    caption = run_of(table.title, seen, anchors)
    yield "#show figure: set block(breakable: true)"
    yield (
        f"#figure(table(columns: ({columns}), align: left, table.header({head}),\n{rows}), "
        f"caption: [{caption}], kind: table) <{table.anchor}>"
    )


def run_of(inlines: Inlines, seen: dict[tuple[str, str], list[str]], anchors: frozenset[str]) -> str:
    """Write inlines; a mark links to its note and is a place itself."""
    parts = []
    for inline in flat(inlines):
        match inline:
            case NoteRef(label, run):
                marks = seen.setdefault((run, label), [])
                marks.append(f"mark-{run}-{label}-{len(marks) + 1}")
                parts.append(f"#box[#super[#link(<note-{run}-{label}>)[{label}]]<{marks[-1]}>];")
            case Reference(target, text) if target in anchors:
                parts.append(f"#link(<{target}>)[{spelt(text)}];")
            case Quote(text=text, lang=lang) if lang:
                parts.append(f'#text(lang: "{lang.split("-")[0]}")[{spelt(text)}];')
            case _:
                parts.append(spelt(plain((inline,))))
    return "".join(parts)


def spelt(text: str) -> str:
    """Let every sign stand for itself."""
    return re.sub(r"([\\#$*_`<>@=\[\]~/\-+'\"])", r"\\\1", re.sub(r"\s+", " ", text))


if __name__ == "__main__":
    raise SystemExit(main())
