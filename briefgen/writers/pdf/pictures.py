"""A picture's PDF page, as matplotlib writes it → a form of our document. Its objects are moved, only renumbered."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFObjectReference, PDFZCompress

from briefgen.writers.pdf.press import Press, Stream

_REFERENCE: Final = re.compile(rb"(?<![\d.])(\d+) 0 R\b")
_TEXT: Final = re.compile(rb"^BT\n(/\w+ [^\n]*\n)(.*?)^ET$", re.DOTALL | re.MULTILINE)
"""A line of text, as matplotlib writes each in a text object of its own: its font, and what is shown."""
_HAS_BLANK: Final = re.compile(rb"\((?:[^\\()]{2})*\x00 ", re.DOTALL)
"""A string of two bytes a letter (ISO 32000-1, 9.7.5.2) with a blank in it."""


@dataclass(frozen=True, slots=True)
class _Object:
    """An object as it stands in the picture's file: its dictionary, and its stream or None."""

    head: bytes
    body: bytes | None


class _Moved(PDFObject):  # type: ignore[misc]  # ReportLab has no types: its class is Any
    """An object of a picture under its number in our document."""

    __RefOnly__ = 1

    def __init__(self, moved: _Object, prefix: str) -> None:
        self.moved, self.prefix = moved, prefix

    def format(self, document: Any) -> bytes:
        """Write it."""
        numbers = document.idToObjectNumberAndVersion
        head = _REFERENCE.sub(lambda m: b"%d 0 R" % numbers[f"{self.prefix}.{int(m[1])}"][0], self.moved.head)
        return head if self.moved.body is None else head + b"\nstream\n" + self.moved.body + b"\nendstream\n"


def take_in(press: Press, name: str, data: bytes) -> tuple[float, float]:
    """Add a picture to the document as the form of a name and give its size in points."""
    objects = _parse(data)
    page = next(o.head for o in objects.values() if re.search(rb"/Type /Page\b", o.head))
    resources, content = _entry(page, b"Resources"), objects[_entry(page, b"Contents")]
    left, bottom, right, top = map(float, _match(rb"/MediaBox \[ ?([^\]]*)\]", page).split())
    for number in sorted(_reached(objects, resources)):
        moved = objects[number]
        if moved.body is not None:
            moved = _Object(re.sub(rb"/Length \d+ 0 R", b"/Length %d" % len(moved.body), moved.head), moved.body)
        press.document.Reference(_Moved(moved, name), f"{name}.{number}")
    code = content.body or b""
    if b"FlateDecode" in content.head:
        code = zlib.decompress(code)
    code = _spaced(code)
    entries = {
        "Type": PDFName("XObject"), "Subtype": PDFName("Form"), "FormType": 1,
        "BBox": PDFArray([left, bottom, right, top]), "Resources": PDFObjectReference(f"{name}.{resources}"),
    }  # fmt: skip
    form = Stream(dictionary=PDFDictionary(entries), content=code, filters=[PDFZCompress])
    press.forms[name] = press.document.Reference(form, name)
    return right - left, top - bottom


def _spaced(code: bytes) -> bytes:
    """Part the lines of text by blanks, so that what is read out or copied is words and not one long string.

    A font that no line has a blank in has none in its subset: its lines are parted by their neighbours' blanks.
    """
    blank = (line for line in _TEXT.finditer(code) if _HAS_BLANK.search(line[2]) and b" Tf" not in line[2])
    fonts = {line[1].split()[0] for line in blank}
    parted = True

    def part(line: re.Match[bytes]) -> bytes:
        nonlocal parted
        able = line[1].split()[0] in fonts
        # A move by nothing goes back to where the line begins.
        before = b"(\x00 ) Tj\n0 0 Td\n" if able and not parted else b""
        # A line that other letters stand in may end in their font.
        parted = able and b" Tf" not in line[2]
        return b"BT\n" + line[1] + before + line[2] + (b"(\x00 ) Tj\n" if parted else b"") + b"ET"

    return _TEXT.sub(part, code)


def _parse(data: bytes) -> dict[int, _Object]:
    """Cut a file into its objects by its classic cross-reference table (ISO 32000-1, 7.5.4)."""
    start = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    table = data[start:].split(b"\n")
    count = int(table[1].split()[1])
    rows = [(int(row[:10]), number) for number, row in enumerate(table[2 : 2 + count]) if row[17:18] == b"n"]
    ends = [*sorted(offset for offset, _ in rows), start]
    following = dict(pairwise(ends))
    return {number: _object(data[offset : following[offset]]) for offset, number in rows}


def _object(raw: bytes) -> _Object:
    inner = raw[raw.index(b"obj") + 3 : raw.rindex(b"endobj")].strip(b"\n")
    at = inner.find(b"\nstream\n")
    if at < 0:
        return _Object(inner, None)
    return _Object(inner[:at], inner[at + 8 : inner.rindex(b"\nendstream")])


def _reached(objects: dict[int, _Object], start: int) -> set[int]:
    """Collect what the resources need; the rest of the picture's file stays behind."""
    needed: set[int] = set()
    waiting = [start]
    while waiting:
        number = waiting.pop()
        if number not in needed:
            needed.add(number)
            waiting += [int(n) for n in _REFERENCE.findall(objects[number].head)]
    return needed


def _entry(head: bytes, key: bytes) -> int:
    return int(_match(rb"/" + key + rb" (\d+) 0 R", head))


def _match(pattern: bytes, head: bytes) -> bytes:
    found = re.search(pattern, head)
    if found is None:
        raise ValueError(f"not a page as matplotlib writes it: no {pattern!r}")
    return found[1]
