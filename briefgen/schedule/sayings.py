"""Slot, manifest and changes → the sentences that people read: STATUS.txt, subjects and texts of mails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from briefgen.schedule.ledger import Slot
from briefgen.schedule.manifests import Manifest, Printed
from briefgen.schedule.plans import Plan

_KINDS = {"added": ("new", "new"), "gone": ("gone", "gone"), "reworded": ("reworded", "reworded"),
          "marked": ("with other note marks", "with other note marks")}  # fmt: skip
_LONG = 300
"""Characters of a passage in a mail."""


def day_words(day: date, beside: date | None = None) -> str:
    """Write a date; the year only where it is not that of the date beside it."""
    year = f" {day.year}" if beside is None or beside.year != day.year else ""
    return f"{day.day} {day:%B}{year}"


def slot_words(plan: Plan, due: datetime) -> str:
    """Name a slot in its own time: "Monday 1 December 2025 06:00"."""
    local = plan.timing.local(due)
    return f"{local:%A} {local.day} {local:%B %Y %H:%M}"


def status_line(plan: Plan, slot: Slot, manifest: Manifest | None, now: datetime) -> str:
    """Say how the schedule stands: "Checked Monday 1 December 06:00: no change since 3 November; next 8 December"."""
    due = plan.timing.local(slot.due)
    head = f"{due:%A} {day_words(due.date(), due.date())} {due:%H:%M}"
    following = plan.timing.local(next(plan.timing.after(max(slot.due, now))))
    when = f"{following:%H:%M}" if following.date() == due.date() else day_words(following.date(), due.date())
    return f"{_opening(slot, head, manifest, due.date())}; next {when}"


def _opening(slot: Slot, head: str, manifest: Manifest | None, day: date) -> str:
    held = f"no change since {day_words(_since(manifest), day)}" if manifest else "no paper yet"
    match slot.state:
        case "unchanged":
            return f"Checked {head}: {held}"
        case "done" if manifest and slot.kind == "appearance":
            return f"Checked {head}: {held}; the papers look otherwise"
        case "done" if manifest:
            return f"Checked {head}: {_kind_words(manifest)}"
    why = slot.why.partition("\n")[0]
    return f"{head}: {slot.state}{f' ({why})' if why else ''}; {held}"


def _since(manifest: Manifest) -> date:
    return max(paper.day for paper in manifest.papers)


def _kind_words(manifest: Manifest) -> str:
    if manifest.kind == "first":
        return "first issue"
    if manifest.kind == "again":
        return "issued again, nothing changed"
    fresh = [paper for paper in manifest.papers if paper.kind in ("first", "changed")]
    silent = [paper.name for paper in fresh if paper.summary and not any(number for _, number in paper.summary)]
    told = [paper.name for paper in fresh if paper.name not in silent]
    behind = f"no passage changed but a file behind: {', '.join(silent)}" if silent else ""
    return "; ".join(filter(None, (f"changed: {', '.join(told)}" if told else "", behind)))


def report_subject(plan: Plan, manifest: Manifest) -> str:
    """Write the subject of a report."""
    day = plan.timing.local(manifest.due).date()
    return f"{plan.name}, {day_words(day)}: {_kind_words(manifest)}"


def report_text(plan: Plan, manifest: Manifest, run: Path) -> str:
    """Write the text of a report: what changed in each paper, and which are as they were."""
    told = json.loads((run / "changes.json").read_bytes())["papers"]
    blocks = ["\n".join(_paper_lines(paper, told.get(paper.name))) for paper in manifest.papers]
    due = plan.timing.local(manifest.due)
    foot = f"Schedule {plan.name}, slot {due:%A} {day_words(due.date())} {due:%H:%M} ({manifest.zone})."
    return "\n\n".join([*blocks, foot]) + "\n"


def quiet_text(plan: Plan, slot: Slot, manifest: Manifest | None) -> tuple[str, str]:
    """Word the message that nothing changed: subject and text."""
    line = status_line(plan, slot, manifest, slot.due)
    return f"{plan.name}: no change", line + ".\n"


def _paper_lines(paper: Printed, change: dict[str, Any] | None) -> Iterator[str]:
    yield f"{paper.title} ({', '.join(paper.files)})"
    if paper.kind == "carried":
        yield f"  no change since {day_words(paper.day)}; not attached"
    elif paper.kind == "appearance":
        yield f"  no change since {day_words(paper.day)}; looks otherwise"
    elif change is None:
        yield "  first issue"
    else:
        yield from _change_lines(change)


def _change_lines(change: dict[str, Any]) -> Iterator[str]:
    counts = [f"{len(change[name])} {words[0]}" for name, words in _KINDS.items() if change[name]]
    since = day_words(date.fromisoformat(change["since"]))
    behind = f"no passage, figure or note mark, but behind it: {', '.join(change['files'])}"
    yield f"  changed since {since}: {', '.join(counts) or behind}"
    for pair in change["reworded"]:
        for shift in pair["shifts"]:
            before, after, place = shift["before"]["text"], shift["after"]["text"], _place(pair["after"])
            yield f"  - {before} is now {after} ({place})"
        if not pair["shifts"]:
            yield f"  - reworded: {_cut(pair['after']['text'])} ({_place(pair['after'])})"
    yield from (f"  - new: {_cut(stated['text'])} ({_place(stated)})" for stated in change["added"])
    yield from (f"  - no longer printed: {_cut(stated['text'])}" for stated in change["gone"])
    for pair in change["marked"]:
        marks = [", ".join(pair[side]["marks"]) or "none" for side in ("before", "after")]
        yield f"  - note marks {marks[0]}, now {marks[1]}: {_cut(pair['after']['text'])}"


def _place(stated: dict[str, Any]) -> str:
    notes = [f"note {label}" for label in stated["marks"]]
    return ", ".join([f"para. {stated['place'].partition('.')[0]}", *notes])


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG]} …"
