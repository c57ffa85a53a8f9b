"""Bookmarks → the outline of a document, as a tree of dictionaries (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One entry of the outline."""

    title: str
    level: int
    """From 0."""
    anchor: str


def write_outline(document: Any, marks: Sequence[Bookmark], destination: Callable[[str], Any]) -> Any:
    """Add the outline to a document, and give the reference to it.

    Args:
        document: ReportLab's.
        marks: in order; no level is left out on the way down.
        destination: where an anchor leads.
    """
    root = PDFDictionary({"Type": PDFName("Outlines")})
    reference = document.Reference(root, "Outline")
    path: list[tuple[Any, Any]] = [(root, reference)]
    for number, mark in enumerate(marks):
        del path[mark.level + 1 :]
        above, parent = path[-1]
        entry = PDFDictionary({"Title": PDFString(mark.title), "Dest": destination(mark.anchor)})
        own = document.Reference(entry, f"Bookmark{number}")
        entry["Parent"] = parent
        if "Last" in above:
            entry["Prev"] = above["Last"]
            document.idToObject[above["Last"].name]["Next"] = own
        else:
            above["First"] = own
        above["Last"] = own
        path.append((entry, own))
        for opened, _ in path[:-1]:
            opened["Count"] = opened.dict.get("Count", 0) + 1
    return reference
