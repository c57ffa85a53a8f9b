"""A workshop over the sample source of ``tests.papers``: one theme, its selection, one chart."""

from __future__ import annotations

from datetime import date

from briefgen.assembly import Strand
from briefgen.assembly.workshop import Workshop
from briefgen.editorial.wording import Wording, load
from briefgen.facts.sectioning import part
from briefgen.model.commission import Commission
from briefgen.model.fact import Fact, Factbase, Omission, Section, Selection
from briefgen.model.source import File
from briefgen.model.theme import Theme
from tests import papers
from tests.paths import TEMPLATES


def wording() -> Wording:
    """Give the shipped English wording."""
    path = TEMPLATES / "wording" / "en.toml"
    return load(File(path.name, path.read_bytes()))


def commission(**change: object) -> Commission:
    """Commission the sample paper."""
    said: dict[str, object] = {
        "name": "traffic", "themes": ("traffic",), "source": "harbour", "length": "standard", "language": "en-AU",
        "formats": ("docx",), "date": date(2025, 12, 1), "date_given": True, "marking": "", "organisation": "",
        "contact": "", "files": (), "versions": (("briefgen", "0.1.0"),),
    }  # fmt: skip
    return Commission(**{**said, **change})


def shop(*printed: int, base: Factbase | None = None, drawn: bool = True, **change: object) -> Workshop:
    """Set up a workshop whose one section prints the facts of these numbers (all when none is named)."""
    base = base or papers.base()
    facts = tuple(f for n, f in enumerate(base.facts, 1) if not printed or n in printed)
    left = tuple(Omission(f, "off the theme") for f in base.facts if f not in facts)
    stated, judged = part(facts)
    sections = (Section("all", "Traffic", stated),) if stated else ()
    selection = Selection(base, "traffic", sections, judged, lead(facts), (), left)
    theme = Theme("traffic", "Traffic", (), (), 2, 0.45, (), (), ())
    plates = (papers.plate(),) if drawn and any(f.id == "harbour-1" for f in facts) else ()
    return Workshop(commission(**change), base, (Strand(theme, selection, plates),), wording())


def lead(facts: tuple[Fact, ...]) -> Fact | None:
    """Take the last fact for the bottom line."""
    return facts[-1] if facts else None
