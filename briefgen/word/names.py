"""What a template may name: the parts of a paper, and the values of its tags and controls.

A part is named by the title of a content control ("Key points") or by a tag ({{ key_points }}).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefgen.model.brief import Brief

PARTS: Mapping[str, tuple[str, str]] = {
    "title": ("Title", "The paper's title."),
    "front": ("Front block", "Marking, date, newest evidence, whose words these are, rights."),
    "changed": ("What changed", "What changed since a former issue; only where one is given."),
    "bottom-line": ("Bottom line", "One sentence of the source's."),
    "key-points": ("Key points", "The main sentences, as a list."),
    "key-figures": ("Key figures", "Three to six values, side by side."),
    "sections": ("Sections", "The body: the source's sentences under their headings, with charts."),
    "charts": ("Charts", "All charts together, taken out of the body."),
    "positions": ("Positions", "Who holds what on which issue, in the source’s words; only where that was confirmed."),
    "people": ("People", "Whom the passages name, with the role the source states; only where that was confirmed."),
    "limits": ("Limits", "What the evidence does not give."),
    "source": ("Source statement", "What the source is, and how much of it is reprinted."),
    "annex": ("Annex", "Values behind the charts, passages used and left out."),
    "notes": ("Notes", "The notes, in the source's numbers; always last."),
}
"""Part → title of its control, and what it is."""

VALUES: Mapping[str, str] = {
    "title": "Title of the paper.",
    "subject": "Title of its theme or themes.",
    "date": "Date in words.",
    "marking": "Marking, such as OFFICIAL.",
    "organisation": "Who prepares it.",
    "contact": "Whom to ask.",
    "source": "Name of the source.",
    "language": "Language of the paper.",
    "decision": "The word “Decision” in that language, and so the other words of a panel to sign:",
    "noted": "Noted.",
    "agreed": "Agreed.",
    "discuss": "Please discuss.",
    "signed": "Signed.",
    "dated": "Date, beside a signature.",
    "themes": "Names of its themes, a list.",
    "sections": "Sections of the body, a list: section.title, section.body.",
}
"""Value → what it is. Within a loop there are also loop.index, loop.first, loop.last and loop.length."""

PANEL: Mapping[str, str] = {
    "decision": "Decision", "noted": "Noted", "agreed": "Agreed", "discuss": "Please discuss", "signed": "Signed",
    "dated": "Date",
}  # fmt: skip
"""Words of a panel to sign → what they are where the wording has none."""

FIELDS: Mapping[str, tuple[str, ...]] = {"sections": ("title", "body"), "loop": ("index", "first", "last", "length")}
"""Lists whose items have fields, and ``loop``."""

PART_OF_TAG: Mapping[str, str] = {
    {"sections": "sections_body", "source": "source_statement"}.get(name, name.replace("-", "_")): name
    for name in PARTS
    if name != "title"
}
"""Tag that stands alone in a paragraph → the part it stands for; two have longer names, for theirs are values."""

ORDER = tuple(name for name in PARTS if name not in ("title", "charts"))
"""The parts of a paper in the order a template has that says nothing else."""


def part_named(said: str) -> str:
    """Give the part that a control's title or tag names; empty where it names none."""
    plain = _plain(said)
    return next((name for name, (shown, _) in PARTS.items() if plain in (_plain(name), _plain(shown))), "")


def _plain(said: str) -> str:
    return re.sub(r"[^a-z]", "", said.lower())


def values_of(brief: Brief) -> dict[str, object]:
    """Give the values that stand for themselves; lists and parts are the writer's to set."""
    said: dict[str, object] = {
        "title": brief.title, "subject": brief.subject, "marking": brief.marking, "organisation": brief.organisation,
        "contact": brief.contact, "source": brief.imprint.source_name, "language": brief.language,
        "themes": brief.themes,
    }  # fmt: skip
    labels = dict(brief.labels)
    panel = {name: labels.get(name, shown) for name, shown in PANEL.items()}
    return said | panel | {"date": labels.get("day", brief.date.isoformat())}
