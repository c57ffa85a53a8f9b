"""Markup of a document → nothing, or a refusal: a DOCTYPE, what is nested or outside, and fields that fetch."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from xml.parsers import expat

PAGES = (".html", ".htm", ".xhtml")
"""Endings of web pages, by themselves or in an e-book."""
ELEMENTS = 1_000_000
DEPTH = 200
GROUPS = 1000
"""Groups of rich text within each other; pandoc takes half a gigabyte for 200,000."""

_EMBEDDED = {
    "vbaProject": "macros",
    "oleObject": "an embedded object",
    "control": "an ActiveX control",
    "aFChunk": "a document within the document",
    "attachedToolbars": "a toolbar",
}
_FETCHING = frozenset(("INCLUDEPICTURE", "INCLUDETEXT", "DDE", "DDEAUTO", "LINK", "IMPORT", "DATABASE"))
_HARMLESS_LINK = re.compile(r"(?!(?:javascript|vbscript|data):)(?!\\\\|//)", re.I)
_LOCAL = re.compile(r"(?:file:///)?(?:[A-Za-z]:[\\/]|/)?[^\\/:][^:]*", re.I)
# What stands in front of a page's first element: comments, processing instructions and the DOCTYPE.
_HEAD = 1 << 16
_ENTITIES = re.compile(rb"<!DOCTYPE[^>\[]*\[[^\]]*<!ENTITY", re.I)
_NO_BRACES = bytes(byte for byte in range(256) if byte not in b"{}")


class Refusal(Exception):
    """Why a file is not let in, as the second half of a sentence."""

    def __init__(self, what: str, mend: str = "save it anew as .docx") -> None:
        super().__init__(what)
        self.mend = mend


@dataclass(slots=True)
class Tally:
    """What was counted over all parts of a package."""

    elements: int = 0


@dataclass(slots=True)
class Inspector:
    """Eyes on one part while expat goes through it."""

    part: str
    tally: Tally
    office: bool
    depth: int = 0
    fields: list[list[str]] = field(default_factory=list)
    """Codes of the fields that are open, the innermost last."""
    in_code: bool = False

    def doctype(self, *_: object) -> None:
        """Refuse: OPC forbids it (ECMA-376-2, 8.1.4), and every XML attack begins with one."""
        raise Refusal(f"holds XML with a DOCTYPE: {self.part}")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Count an element and look at what it may fetch."""
        self.tally.elements += 1
        self.depth += 1
        if self.tally.elements > ELEMENTS:
            raise Refusal(f"holds more than {ELEMENTS:,} XML elements", "split it")
        if self.depth > DEPTH:
            raise Refusal(f"is nested more than {DEPTH} deep: {self.part}")
        if self.office:
            self._look_at(tag.rpartition(":")[2], attributes)

    def end(self, tag: str) -> None:
        """Leave an element."""
        self.depth -= 1
        self.in_code = False

    def text(self, words: str) -> None:
        """Gather the code of a field, which may be split over runs."""
        if self.in_code and self.fields:
            self.fields[-1].append(words)

    def _look_at(self, tag: str, attributes: dict[str, str]) -> None:
        match tag:
            case "Relationship":
                self._link(attributes)
            case "instrText":
                self.in_code = True
            case "fldSimple":
                self._code(next((v for k, v in attributes.items() if k.endswith("instr")), ""))
            case "fldChar":
                kind = next((v for k, v in attributes.items() if k.endswith("fldCharType")), "")
                if kind == "begin":
                    self.fields.append([])
                elif self.fields:
                    self._code("".join(self.fields[-1]))
                    if kind == "end":
                        self.fields.pop()

    def _link(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = attributes.get("Target", "")
        if attributes.get("TargetMode") != "External":
            if kind in _EMBEDDED:
                raise Refusal(f"holds {_EMBEDDED[kind]}", "save it as .docx without")
            return
        local_template = kind == "attachedTemplate" and _LOCAL.fullmatch(target)
        if not local_template and not (kind == "hyperlink" and _HARMLESS_LINK.match(target)):
            raise Refusal(f"fetches from outside ({kind}: {target[:60]!r})", "break that link in Word, or embed it")

    def _code(self, code: str) -> None:
        words = code.split(maxsplit=1)
        if words and words[0].upper() in _FETCHING:
            raise Refusal(f"holds a field that fetches from outside ({words[0].upper()})", "unlink it in Word")


def inspect_markup(chunks: Iterable[bytes], part: str, tally: Tally, *, office: bool) -> None:
    """Go through one part of XML without building a tree.

    Raises:
        Refusal: it is not well-formed, or holds what is not let in.
    """
    inspector = Inspector(part, tally, office)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = inspector.doctype
    parser.StartElementHandler = inspector.start
    parser.EndElementHandler = inspector.end
    parser.CharacterDataHandler = inspector.text
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, UnicodeError) as fault:
        raise Refusal(f"holds XML that is not well-formed: {part}") from fault


def inspect_page(content: bytes, name: str = "") -> None:
    """Look at the head of a web page, whose DOCTYPE is let in as long as it defines nothing.

    Raises:
        Refusal: it declares entities of its own.
    """
    if _ENTITIES.search(content, 0, _HEAD):
        raise Refusal("declares entities in its DOCTYPE" + (f": {name}" if name else ""), "save it anew from a browser")


def inspect_groups(content: bytes) -> None:
    """Count how deep the groups of rich text go.

    Raises:
        Refusal: deeper than GROUPS.
    """
    bare = content.replace(rb"\\", b"").replace(rb"\{", b"").replace(rb"\}", b"").translate(None, _NO_BRACES)
    if max(accumulate(1 if brace == ord("{") else -1 for brace in bare), default=0) > GROUPS:
        raise Refusal(f"is nested more than {GROUPS:,} deep")
