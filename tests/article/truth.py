"""The article, what hand-made truth says of it, and papers built from it or from a changed copy."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache

from briefgen.model.brief import Brief
from briefgen.model.commission import Commission
from briefgen.model.fact import Factbase
from briefgen.model.source import File
from briefgen.pipeline.composition import compose
from briefgen.pipeline.study import find_facts
from briefgen.project import Order, gather, open_project
from tests.paths import ARTICLE, GOLD, ROOT

THEMES = ("economic", "military", "diplomatic", "frictions", "us-policy")


def text() -> str:
    """Give the article as supplied."""
    return ARTICLE.read_bytes().decode("utf-8")


@cache
def sentences() -> tuple[dict[str, str], ...]:
    """Give the 86 sentences with their note numbers, made by hand."""
    with (GOLD / "sentences.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def commission(*themes: str, source: bytes | None = None) -> Commission:
    """Commission the automatic paper from the article, or from other bytes in its place: no hand has touched it."""
    order = Order(names=themes, date="2026-11-25", overrides=False, editor=False)
    made = gather(open_project(ROOT), order)[0]
    if source is None:
        return made
    files = tuple((role, File("source.txt", source) if role == "source" else file) for role, file in made.files)
    return replace(made, files=files)


@cache
def base(source: bytes | None = None) -> Factbase:
    """Find the facts of the article, or of other bytes in its place."""
    return find_facts(commission("economic", source=source))


@cache
def brief(*themes: str, source: bytes | None = None) -> Brief:
    """Compose and verify a paper."""
    return compose(commission(*themes, source=source), base(source)).brief
