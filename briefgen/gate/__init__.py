"""Foreign file → the same file, admitted. What a parser could choke on is refused here, before any parser."""

from __future__ import annotations

from pathlib import PurePath

from briefgen.errors import BriefgenError, SourceError
from briefgen.gate.markup import PAGES, Refusal, inspect_groups, inspect_page
from briefgen.gate.packages import inspect_package
from briefgen.model.source import File

__all__ = ["admit"]

LARGEST = 100_000_000
"""Bytes of any file."""
LARGEST_TEXT = 20_000_000
"""Bytes of a file that is all text: thirty long books, read in about a minute."""

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_OFFICE = (".docx", ".dotx", ".docm", ".dotm")
_TEXTS = ("", ".txt", ".text", ".md", ".markdown", ".rtf", *PAGES)
_PACKAGES = (*_OFFICE, ".odt", ".ott", ".epub")


def admit(file: File, error: type[BriefgenError] = SourceError) -> File:
    """Let a foreign file in, or say in one line why not.

    Args:
        error: the class of every error raised.

    Raises:
        BriefgenError: of the class given.
    """
    suffix = PurePath(file.name).suffix.lower()
    if not file.content:
        raise error(file.name, "is empty", "put the document into it")
    most = LARGEST_TEXT if suffix in _TEXTS else LARGEST
    if len(file.content) > most:
        raise error(file.name, f"has {len(file.content):,} bytes, more than {most:,}", "split it")
    if suffix == ".doc" or file.content.startswith(_OLE):
        raise error(file.name, "is an old .doc or protected by a password", "save it as .docx without a password")
    if suffix in (".docm", ".dotm"):
        raise error(file.name, "is a document with macros", "save it as .docx")
    if suffix == ".pdf" and b"%PDF-" not in file.content[:1024]:
        raise error(file.name, "is no PDF", "export it again as PDF")
    if suffix == ".rtf" and not file.content.startswith(b"{\\rtf"):
        raise error(file.name, "is no RTF", "save it as .docx or RTF")
    try:
        _inspect(file.content, suffix)
    except Refusal as refusal:
        raise error(file.name, str(refusal), refusal.mend) from refusal
    return file


def _inspect(content: bytes, suffix: str) -> None:
    if suffix in _PACKAGES:
        inspect_package(content, office=suffix in _OFFICE)
    elif suffix == ".rtf":
        inspect_groups(content)
    elif suffix in PAGES:
        inspect_page(content)
