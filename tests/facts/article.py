"""The article as a fact base under the project's own themes, and the labels made of it by reading."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from briefgen import readers
from briefgen.editorial import themes
from briefgen.facts import extract
from briefgen.model.fact import Factbase
from briefgen.model.source import File
from briefgen.model.theme import Theme
from briefgen.readers.card import read_card

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data" / "china-russia"
NAMES = ("economic", "military", "diplomatic", "frictions", "us-policy")

Row = dict[str, str]


def file(path: Path) -> File:
    return File(path.name, path.read_bytes())


@cache
def theme(name: str) -> Theme:
    return themes.load(file(ROOT / "templates" / "themes" / f"{name}.toml"))


@cache
def base() -> Factbase:
    card = read_card(file(DATA / "source.toml"))
    source = readers.read(file(DATA / "source.txt"), name="china-russia", card=card)
    return extract(source, [theme(name) for name in NAMES])


def labels(name: str) -> list[Row]:
    with (ROOT / "tests" / "gold" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def macro_f1(pairs: list[tuple[set[str], set[str]]]) -> dict[str, float]:
    """F1 per theme of (wanted, found) pairs, and their mean under "macro"."""
    scores = {}
    for name in NAMES:
        both = sum(name in wanted and name in found for wanted, found in pairs)
        either = sum((name in wanted) + (name in found) for wanted, found in pairs)
        scores[name] = 2 * both / either if either else 0.0
    return scores | {"macro": sum(scores.values()) / len(NAMES)}
