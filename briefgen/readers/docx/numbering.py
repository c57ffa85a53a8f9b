"""Note references in the order of the text → the labels Word prints: formats, first numbers, restarts."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.readers.attributes import count_of
from briefgen.readers.docx.package import Node, W, value

LARGEST = 9999
SYMBOLS = "*†‡§"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
DEFAULT = {"footnote": "decimal", "endnote": "lowerRoman"}
"""ECMA-376 17.11.17 and 17.11.18: what a kind is numbered in where nothing is said."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """How one kind of note is numbered in one section."""

    format: str
    start: int = 1
    restarts: bool = False


def scheme_of(kind: str, settings: Node | None, section: Node | None) -> Scheme:
    """Read a numbering scheme: the section's properties go before the document's."""
    said: dict[str, str] = {}
    for holder in (settings, section):
        properties = None if holder is None else holder.find(f"{W}{kind}Pr")
        for name in ("numFmt", "numStart", "numRestart"):
            node = None if properties is None else properties.find(W + name)
            if node is not None:
                said[name] = value(node)
    start = count_of(said.get("numStart"), most=LARGEST)
    return Scheme(said.get("numFmt", DEFAULT[kind]), start, said.get("numRestart") == "eachSect")


class Counter:
    """Counts the automatic labels of one kind of note; custom marks are not counted."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._next = 0
        self._restarts = 0

    def enter(self, scheme: Scheme) -> None:
        """Enter a section."""
        if not self._next:
            self._next = scheme.start
        elif scheme.restarts and self._next != scheme.start:
            self._next = scheme.start
            self._restarts += 1

    def count(self, scheme: Scheme) -> str:
        """Give the next automatic label."""
        self._next += 1
        return written(self._next - 1, scheme.format)

    def restart(self) -> None:
        """Begin the next numbering: a custom mark returned on another note."""
        self._restarts += 1

    def run(self, both: bool) -> str:
        """Name the numbering the next label belongs to: by its kind where a document has both kinds."""
        again = self._restarts + 1
        if both:
            return f"{self._kind}s" if again == 1 else f"{self._kind}s {again}"
        return str(again)


def written(number: int, form: str) -> str:
    """Write a number in one of Word's formats; one that we do not know is decimal."""
    match form:
        case "lowerRoman":
            return _roman(number).lower()
        case "upperRoman":
            return _roman(number)
        case "lowerLetter":
            return _letters(number)
        case "upperLetter":
            return _letters(number).upper()
        case "chicago":
            return SYMBOLS[(number - 1) % 4] * ((number - 1) // 4 + 1)
        case _:
            return str(number)


def _roman(number: int) -> str:
    written = ""
    for worth, numeral in _ROMAN:
        times, number = divmod(number, worth)
        written += numeral * times
    return written


def _letters(number: int) -> str:
    """Write a, b … z, aa, bb … as Word does (ECMA-376 17.18.59)."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
