"""Bytes of a text file → its characters. UTF-8 is read as it is; any other encoding is a guess, and said to be one."""

from __future__ import annotations

import codecs
import re

from briefgen.errors import Remark, SourceError
from briefgen.model.source import File, Span

NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What no paper can hold: all that XML forbids (XML 1.0, 2.2) but for the line breaks among it."""

# What a terminal or printer is told to do goes whole: colours, and a letter struck over (ECMA-48, 5.4).
_FAULT = re.compile(rf"\x1b\[[0-?]*[ -/]*[@-~]|[^\r\n]\x08|{NO_TEXT.pattern}")

ENCODINGS = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1255", "cp1256", "koi8_r", "gb18030", "big5", "cp932", "euc_kr")
"""What a document that is not Unicode may be in; with more to choose from, the guess goes wrong more often."""

# The explicit byte order keeps the mark as a character, so that it counts in offsets.
_MARKED = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(file: File) -> tuple[str, tuple[Remark, ...]]:
    """Decode a text file; line ends stay as they are, and so does a byte order mark, as U+FEFF.

    Raises:
        SourceError: empty, no text, or in an encoding nobody can tell.
    """
    text, remarks = _characters(file)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise SourceError(f"{file.name}:{line}", "holds a NUL byte, so it is no text", "save it as UTF-8 text")
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u3000"):
        raise SourceError(file.name, "is empty", "put the document's text into it")
    return text, remarks


def find_faults(text: str, name: str) -> tuple[list[Span], tuple[Remark, ...]]:
    """Find what must be left out of a decoded text: a byte order mark, and characters that no paper can hold."""
    mark = [Span(0, 1)] if text.startswith("\ufeff") else []
    faults = [Span(*fault.span()) for fault in _FAULT.finditer(text)]
    if not faults:
        return mark, ()
    line = text.count("\n", 0, faults[0].start) + 1
    return mark + faults, (Remark(f"{name}:{line}", f"{len(faults)} control characters left out, the first here"),)


def _characters(file: File) -> tuple[str, tuple[Remark, ...]]:
    content = file.content
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            try:
                return content.decode(encoding), (Remark(file.name, "is UTF-16", "save it as UTF-8"),)
            except UnicodeDecodeError as fault:
                raise SourceError(file.name, "begins like UTF-16 and is not", "save it as UTF-8") from fault
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        return _guessed(file, fault)


def _guessed(file: File, fault: UnicodeDecodeError) -> tuple[str, tuple[Remark, ...]]:
    """Decode with the likeliest of the encodings that documents come in."""
    line = file.content.count(b"\n", 0, fault.start) + 1
    byte = f"byte 0x{file.content[fault.start]:02X}"
    # A sample around the fault: a whole book takes seconds and tells no more.
    sample = file.content[max(0, fault.start - 50_000) : fault.start + 50_000]
    for encoding in () if b"\0" in sample else _likely(sample):
        try:
            text = file.content.decode(encoding)
        except UnicodeDecodeError:
            continue
        what = f"is not UTF-8 ({byte}); read as {encoding}, which is a guess"
        return text, (Remark(f"{file.name}:{line}", what, "save it as UTF-8"),)
    raise SourceError(f"{file.name}:{line}", f"is not UTF-8 text ({byte})", "save it as UTF-8") from fault


def _likely(sample: bytes) -> list[str]:
    """Rank encodings by charset-normalizer; where Western and Central European fare alike, Western goes first."""
    from charset_normalizer import from_bytes

    matches = list(from_bytes(sample, cp_isolation=list(ENCODINGS)))
    if matches and matches[0].encoding == "cp1250":
        best = matches[0]
        western = [
            m for m in matches if m.encoding == "cp1252" and (m.chaos, -m.coherence) <= (best.chaos, -best.coherence)
        ]
        if western or "cp1252" in best.could_be_from_charset:
            return ["cp1252", "cp1250"]
    return [match.encoding for match in matches]
