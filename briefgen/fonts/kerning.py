"""Face → distances between pairs of its glyphs, read from GPOS when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from fontTools.ttLib import TTFont

_SCRIPTS: Final = ("DFLT", "latn", "cyrl", "grek")


@dataclass(frozen=True, slots=True)
class _Singles:
    """Pairs listed one by one (OpenType GPOS, pair adjustment format 1)."""

    pairs: dict[tuple[str, str], int] = field(repr=False)

    def distance(self, left: str, right: str) -> int | None:
        return self.pairs.get((left, right))


@dataclass(frozen=True, slots=True)
class _Classes:
    """Pairs by classes of glyphs (format 2). A cell of the grid is read when it is asked for: few ever are."""

    covered: frozenset[str]
    left: dict[str, int]
    right: dict[str, int]
    grid: Any

    def distance(self, left: str, right: str) -> int | None:
        if left not in self.covered:
            return None
        row = self.grid[self.left.get(left, 0)]
        return _advance(row.Class2Record[self.right.get(right, 0)].Value1)


@dataclass(frozen=True, slots=True)
class Kerning:
    """The pair kerning of one face."""

    names: dict[int, str] = field(repr=False)
    scale: float
    tables: tuple[_Singles | _Classes, ...] = field(repr=False)
    known: dict[tuple[str, str], float] = field(repr=False, default_factory=dict)

    def between(self, left: str, right: str) -> float:
        """Say by how much two characters move apart, in thousandths of the size; negative is closer."""
        distance = self.known.get((left, right))
        if distance is None:
            distance = self.known[left, right] = self._look_up(left, right)
        return distance

    def _look_up(self, left: str, right: str) -> float:
        first, second = self.names.get(ord(left)), self.names.get(ord(right))
        if first is None or second is None:
            return 0.0
        found = (table.distance(first, second) for table in self.tables)
        return next((d for d in found if d is not None), 0) * self.scale


@cache
def read_kerning(path: Path) -> Kerning:
    """Read the pair kerning of a font file."""
    with TTFont(path, lazy=True) as font:
        tables = tuple(_tables(font["GPOS"].table)) if "GPOS" in font else ()
        return Kerning(dict(font.getBestCmap() or {}), 1000 / font["head"].unitsPerEm, tables)


def _tables(gpos: Any) -> list[_Singles | _Classes]:
    """Collect the pair tables of the feature "kern", in the order they apply."""
    features: set[int] = set()
    for record in gpos.ScriptList.ScriptRecord:
        if record.ScriptTag in _SCRIPTS and record.Script.DefaultLangSys is not None:
            features |= set(record.Script.DefaultLangSys.FeatureIndex)
    kern = [r for i in sorted(features) if (r := gpos.FeatureList.FeatureRecord[i]).FeatureTag == "kern"]
    lookups = sorted({number for record in kern for number in record.Feature.LookupListIndex})
    found = []
    for number in lookups:
        for table in gpos.LookupList.Lookup[number].SubTable:
            table = table.ExtSubTable if table.LookupType == 9 else table
            if table.LookupType == 2:
                found.append(_singles(table) if table.Format == 1 else _classes(table))
    return found


def _advance(value: Any) -> int:
    return int(getattr(value, "XAdvance", 0) or 0) if value else 0


def _singles(table: Any) -> _Singles:
    pairs = zip(table.Coverage.glyphs, table.PairSet, strict=True)
    return _Singles({(g, r.SecondGlyph): _advance(r.Value1) for g, s in pairs for r in s.PairValueRecord})


def _classes(table: Any) -> _Classes:
    covered = frozenset(table.Coverage.glyphs)
    return _Classes(covered, dict(table.ClassDef1.classDefs), dict(table.ClassDef2.classDefs), table.Class1Record)
