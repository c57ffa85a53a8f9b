"""Every theme × template × language in Word against both validators; templates split and damaged at random."""

from __future__ import annotations

import json
import random
import sys
import traceback
from collections import Counter

from briefgen.errors import BriefgenError
from briefgen.model.source import File
from briefgen.pipeline.build import build_paper
from briefgen.project import Order, gather, open_project
from briefgen.word.checks import find_faults
from tests import ooxml
from tests.campaign import templates
from tests.paths import ROOT

LARGEST = 500_000
"""Bytes of a paper, its fonts in it."""
LANGUAGES = ("en", "fr")


def run() -> int:
    """Judge the whole product; print one JSON document and give 1 where anything is wrong."""
    figures: dict[str, object] = {}
    wrong: list[str] = []
    for template in open_project(str(ROOT)).templates:
        for language in LANGUAGES:
            for name, size, found in papers(template, language):
                figures[name] = {"bytes": size, "faults": len(found)}
                wrong += found
                print(f"{name}: {figures[name]}", file=sys.stderr, flush=True)
    splits = [f"split {seed}: {said}" for seed in range(400) if (said := split(seed))]
    print(f"splits: 400, wrong {len(splits)}", file=sys.stderr, flush=True)
    outcomes, broken = damage(range(1000))
    print(f"damaged: {dict(outcomes)}, wrong {len(broken)}", file=sys.stderr, flush=True)
    wrong += [*splits, *broken]
    said = {"papers": len(figures), "figures": figures, "splits": 400, "damaged": outcomes, "violations": wrong}
    print(json.dumps(said, indent=1, ensure_ascii=False))
    return 1 if wrong else 0


def papers(template: str, language: str, themes: tuple[str, ...] = ()) -> list[tuple[str, int, list[str]]]:
    """Build papers of the article in Word: the name of each, its bytes, and what is wrong with it.

    Args:
        themes: some of them; empty for all.
    """
    project = open_project(str(ROOT))
    order = Order(themes or tuple(project.themes), each=True, formats=("docx",), date="2025-12-01",
                  template=template, language=language)  # fmt: skip
    made = []
    for commission in gather(project, order):
        name, given = f"{template} {language} {commission.name}", commission.file("template")
        assert given is not None
        try:
            (paper,) = build_paper(commission).files
        except BriefgenError as error:
            made.append((name, 0, [f"{name}: {error}"]))
            continue
        made.append((name, len(paper.content), [f"{name}: {said}" for said in _faults(paper, given)]))
    return made


def _faults(paper: File, template: File) -> list[str]:
    found = [f"{version}: {said}" for version in ooxml.VERSIONS
             for said in ooxml.new_errors(paper.content, template.content, version)]  # fmt: skip
    found += map(str, find_faults(paper))
    return found + ([f"{len(paper.content)} bytes"] if len(paper.content) > LARGEST else [])


def split(seed: int) -> str:
    """Cut the runs of a template's tags anywhere, and say what the paper then says otherwise."""
    chance = random.Random(seed)
    shipped = chance.choice(templates.SHIPPED)
    made = templates.judge(templates.typed(shipped, templates.TYPED, chance), templates.OWN)
    if made.said or made.violation:
        return made.said or made.violation
    return "" if made.text == _unsplit(shipped) else "the paper says something else"


_KNOWN: dict[str, str] = {}


def _unsplit(shipped: str) -> str:
    if shipped not in _KNOWN:
        _KNOWN[shipped] = templates.judge(templates.typed(shipped, templates.TYPED)).text
        assert "Handle as SAMPLE" in _KNOWN[shipped]
    return _KNOWN[shipped]


def damage(seeds: range) -> tuple[Counter[str], list[str]]:
    """Damage a template for each seed: how many of each kind were refused and built, and what went wrong."""
    outcomes: Counter[str] = Counter()
    wrong = []
    for seed in seeds:
        kind, file = templates.damaged(seed)
        try:
            made = templates.judge(file, templates.OWN if kind == "tags" else "")
        except Exception:
            wrong.append(f"damage {seed}, {kind}: {traceback.format_exc(limit=-3)}")
            continue
        outcomes[f"{kind} {'refused' if made.said else 'built'}"] += 1
        wrong += [f"damage {seed}, {kind}: {made.violation}"] if made.violation else []
    return outcomes, wrong
