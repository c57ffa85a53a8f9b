"""Bytes of a hand-edited file → its text. UTF-8 only: a wrong guess would put wrong letters into a paper."""

from __future__ import annotations

from briefgen.errors import BriefgenError
from briefgen.model.source import File

SAVE = "save it as UTF-8 (in Excel: “CSV UTF-8”)"


def decode(file: File, error: type[BriefgenError]) -> str:
    """Decode UTF-8 and drop a byte order mark.

    Raises:
        BriefgenError: of the class given; the file is not UTF-8 or holds NUL bytes.
    """
    content = file.content
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise error(f"{file.name}:1", "is UTF-16", SAVE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        what = f"is not UTF-8 (byte 0x{content[fault.start]:02X}){_guess(content)}"
        raise error(f"{file.name}:{line}", what, SAVE) from fault
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise error(f"{file.name}:{line}", "holds a NUL byte, so it is no text", "save it as text")
    return text


def _guess(content: bytes) -> str:
    """Say that it may be Windows-1252, where every byte has a meaning there."""
    try:
        content.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return ", perhaps Windows-1252"
