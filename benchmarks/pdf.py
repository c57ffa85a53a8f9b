"""What a PDF costs beside Typst: CPU seconds a document, warm, without charts, on the same content in one run.

    python benchmarks/pdf.py [ROUNDS] [--profile] [--keep FOLDER] [--look FOLDER]

Both set the papers of every theme, each round with other words on every page, so that nobody is paid for
remembering. Typst is asked for a tagged file with the same fonts; without the package `typst` only ours is timed.
`--look` writes the standard papers by both with their charts, to make contact sheets of (docs/pages.py).
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from by_typst import typesetter, write_source

from briefgen.model.brief import Block, Brief, Bullets, Figure, Inlines, Paragraph, Table, Words
from briefgen.model.look import Template
from briefgen.pipeline.composition import compose
from briefgen.pipeline.study import find_facts
from briefgen.project import Order, gather, open_project
from briefgen.writers.pdf import write

ROOT = Path(__file__).parent.parent
Make = Callable[[Brief, Template], bytes]
MOST = 4.0
"""Times Typst's time that ours may take."""


def main() -> int:
    """Time both and print a table; fail where ours takes too long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rounds", nargs="?", type=int, default=5)
    parser.add_argument("--profile", action="store_true", help="show where our time goes")
    parser.add_argument("--keep", type=Path, help="folder for one round of both outputs, to look at")
    parser.add_argument("--look", type=Path, help="folder for both outputs of the standard papers, charts and all")
    said = parser.parse_args()
    makers: dict[str, Make] = {"briefgen": write}
    if find_spec("typst"):
        other = typesetter()
        makers["typst"] = lambda brief, _: other(brief)
    if said.look:
        look(makers, said.look)
        return 0
    papers = [(without_charts(brief), template) for brief, template in composed("full")]
    costs = {name: timed(name, papers, said.rounds, make, said.keep) for name, make in makers.items()}
    ours, theirs = costs["briefgen"], costs.get("typst")
    if theirs is None:
        print("typst is not installed: pip install typst, to compare")
    else:
        print(f"ours takes {ours / theirs:.2f} times as long (at most {MOST:g})")
    if said.profile:
        profile(papers)
    return 1 if theirs and ours > MOST * theirs else 0


def look(makers: dict[str, Make], folder: Path) -> None:
    """Write the standard papers by every maker, and Typst's source."""
    folder.mkdir(exist_ok=True, parents=True)
    for brief, template in composed("standard"):
        write_source(brief, folder / f"{brief.name}-typst")
        for name, make in makers.items():
            (folder / f"{brief.name}-{name}.pdf").write_bytes(make(brief, template))


def composed(length: str) -> Iterator[tuple[Brief, Template]]:
    """Compose the paper of every theme."""
    project = open_project(str(ROOT))
    themes = tuple(name for name in project.themes if name != "overview")
    for commission in gather(project, Order(themes, each=True, formats=("pdf",), date="2025-12-01", lengths=(length,))):
        made = compose(commission, find_facts(commission))
        yield made.brief, made.template


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
    make: Make,
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


def profile(papers: list[tuple[Brief, Template]]) -> None:
    """Print the functions that take most of our own time."""
    watch = cProfile.Profile()
    watch.enable()
    for brief, template in papers:
        write(changed(brief, 99), template)
    watch.disable()
    pstats.Stats(watch).sort_stats("tottime").print_stats(18)


if __name__ == "__main__":
    raise SystemExit(main())
