"""Notes that point at other notes → notes that stand alone. A themed brief drops what "ibid." points at.

Spelled out is only what points at exactly one work: "ibid." at the note before, "op. cit." at the author's one
work cited before, "n. 5 above" at note 5. Anything else stays as supplied, and is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from briefgen.errors import Remark
from briefgen.model.source import Note

_SIGNAL = r"(?P<signal>(?:(?:but )?see(?: also)?|cf\.?|compare|also|e\.g\.,?)\s+)?"
_AGAIN = re.compile(rf"{_SIGNAL}(?:ibid(?:em)?\b\.?|(?:id|ebd|idem)\.)(?P<rest>.*)", re.I | re.S)
_WORK = re.compile(rf"{_SIGNAL}(?P<who>.*?)[,\s]*\b(?:op|loc|art)\.?\s*cit\b\.?(?P<rest>.*)", re.I | re.S)
_NOTE = re.compile(
    rf"{_SIGNAL}(?P<who>.*?)[,\s]*[(\[]?(?:supra,?\s+(?:n|nn|notes?|fn)\b\.?\s*(?P<a>\d+)"
    r"|\b(?:n|nn|note|fn|footnote|endnote)\b\.?\s*(?P<b>\d+),?\s+(?:above|supra)"
    r"|above,?\s+(?:n|note|fn)\b\.?\s*(?P<c>\d+))[)\]]?(?P<rest>.*)",
    re.I | re.S,
)
# The place within a work, at its end: ", 12–34", ", p. 12", ": 7", " at 3". A year is none.
_PLACE = re.compile(
    r"(?:[,:]\s*|\s+(?=at\b))(?:at\s+)?(?:(?:pp?|paras?|fol|ch|vol)\.?\s*)?(?!(?:1[5-9]|20)\d\d\b)\d+[a-z]?"
    r"(?:\s*[–-]\s*\d+)?(?:,\s*\d+(?:\s*[–-]\s*\d+)?)*$",
    re.I,
)
_CLAUSES = re.compile(r"\s*;\s*")
_NAME = re.compile(r"[^\W\d_][\w’'-]+")


def spell_out(notes: Iterable[Note]) -> tuple[tuple[Note, ...], tuple[Remark, ...]]:
    """Spell short forms out; a note that was keeps its supplied wording beside."""
    given = tuple(notes)
    spelled: dict[Note, Note] = {}
    remarks: list[Remark] = []
    for run in dict.fromkeys(note.run for note in given):
        works = _Works()
        for note in sorted((n for n in given if n.run == run and n.text), key=_place_of):
            text, lost = works.read(note)
            remarks += (Remark(f"note {note.label}", f"“{_cut(c)}” points at no one work", _MEND) for c in lost)
            spelled[note] = note if text == note.text else replace(note, text=text, supplied=note.text)
    return tuple(spelled.get(note, note) for note in given), tuple(remarks)


_MEND = "write the work out in notes.csv"


class _Works:
    """The works a run of notes has cited so far, clause by clause."""

    def __init__(self) -> None:
        self._cited: dict[int, list[str]] = {}

    def read(self, note: Note) -> tuple[str, list[str]]:
        """Take in the next note: its text spelled out, and its clauses that could not be."""
        number, lost = _place_of(note), list[str]()
        clauses = self._cited[number] = list[str]()
        supplied = _CLAUSES.split(note.text or "")
        for clause in supplied:
            full = self._spelled(clause, number)
            if full is None:
                lost.append(clause)
            clauses.append(clause if full is None else full)
        return (note.text or "") if clauses == supplied else "; ".join(clauses), lost

    def _spelled(self, clause: str, number: int) -> str | None:
        """Spell a clause out; None where it points at no one work."""
        if found := _AGAIN.match(clause):
            here = self._cited[number]
            return _joined(found, here[-1:] or self._cited.get(number - 1, []))
        if found := _WORK.match(clause):
            names = _NAME.findall(found["who"])
            return _joined(found, self._works_of(names) if names else [])
        if found := _NOTE.match(clause):
            names = _NAME.findall(found["who"])
            cited = self._cited.get(int(found["a"] or found["b"] or found["c"]), [])
            return _joined(found, [work for work in cited if _names_all(work, names)])
        return clause

    def _works_of(self, names: list[str]) -> list[str]:
        works = (w for cited in self._cited.values() for w in cited if _names_all(w, names))
        return list({_without_place(work): work for work in works}.values())


def _joined(found: re.Match[str], works: list[str]) -> str | None:
    """Put the one work where the short form stood, with the short form's own place in it."""
    if len(works) != 1 or _AGAIN.match(works[0]) or _WORK.match(works[0]):
        return None
    work = re.sub(rf"^{_SIGNAL}", "", works[0], flags=re.I)
    rest = found["rest"].strip()
    signal = found["signal"] or ""
    if not rest.strip(" ."):
        return signal + work
    joint = "" if rest[0] in ",:" else " " if rest.lower().startswith("at ") else ", "
    return f"{signal}{_without_place(work)}{joint}{rest}"


def _without_place(work: str) -> str:
    return _PLACE.sub("", work.rstrip(" ."))


def _names_all(work: str, names: list[str]) -> bool:
    return all(re.search(rf"\b{re.escape(name)}\b", work) for name in names)


def _place_of(note: Note) -> int:
    return int(note.label) if note.label.isdecimal() else 0


def _cut(clause: str) -> str:
    return clause if len(clause) <= 40 else f"{clause[:39]}…"
