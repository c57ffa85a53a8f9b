"""Bytes of a .docx, .odt or .epub → nothing, or a refusal. Counted while unpacked: headers may lie."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from briefgen.gate.markup import PAGES, Refusal, Tally, inspect_markup, inspect_page

__all__ = ["inspect_package"]

PACKED = 50 << 20
PARTS = 4000
PART = 100 << 20
MARKUP_PART = 30 << 20
TOTAL = 200 << 20
RATIO = 200
RATIO_FLOOR = 1 << 20
"""Bytes under which a part may be packed as tightly as it likes."""

_CHUNK = 1 << 18
_MARKUP = (".xml", ".rels", ".opf")
# What a torn or forged zip makes zipfile raise, by fuzzing.
_TORN = (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, EOFError, zlib.error)


def inspect_package(content: bytes, *, office: bool) -> None:
    """Look through a zipped document.

    Args:
        office: whether Office's own rules hold too (a list of content types, no outside links, no macros).

    Raises:
        Refusal: the package is damaged, hostile, or larger than we take.
    """
    if len(content) > PACKED:
        raise Refusal(f"has {len(content):,} bytes, more than {PACKED:,}", "take out its pictures")
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except _TORN as fault:
        raise Refusal("is damaged, cut off or no document of its kind") from fault
    with package:
        parts = package.infolist()
        _inspect_directory(parts)
        if office and "[Content_Types].xml" not in package.namelist():
            raise Refusal("is no Office document: it has no [Content_Types].xml")
        tally = Tally()
        for part in parts:
            _inspect_part(package, part, tally, office=office)


def _inspect_directory(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > PARTS:
        raise Refusal(f"has {len(parts):,} parts, more than {PARTS:,}")
    names: set[str] = set()
    for part in parts:
        name = part.filename
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            raise Refusal(f"holds a part that would be unpacked elsewhere: {_shown(name)}")
        if name.casefold() in names:
            raise Refusal(f"holds the part {_shown(name)} twice")
        names.add(name.casefold())
        if part.flag_bits & 1:
            raise Refusal("is protected by a password", "save it without one")
        if part.file_size > RATIO_FLOOR and part.file_size > RATIO * max(1, part.compress_size):
            raise Refusal(f"holds a part that unpacks to over {RATIO} times its size: {_shown(name)}")
    if sum(part.file_size for part in parts) > TOTAL:
        raise Refusal(f"unpacks to more than {TOTAL:,} bytes", "take out its pictures")


def _inspect_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, tally: Tally, *, office: bool) -> None:
    name = part.filename
    markup = name.endswith(_MARKUP)
    try:
        with package.open(part) as stream:
            chunks = _counted(stream, MARKUP_PART if markup else PART, name)
            if markup:
                inspect_markup(chunks, name, tally, office=office)
            else:
                head = next(chunks, b"")
                if name.lower().endswith(PAGES):
                    inspect_page(head, name)
                for _ in chunks:
                    pass
    except _TORN as fault:
        raise Refusal(f"is damaged: {_shown(name)} cannot be unpacked") from fault


def _counted(stream: IO[bytes], most: int, name: str) -> Iterator[bytes]:
    """Unpack a part chunk by chunk, and stop where it is more than we take."""
    count = 0
    while chunk := stream.read(_CHUNK):
        count += len(chunk)
        if count > most:
            raise Refusal(f"holds a part of more than {most:,} bytes: {_shown(name)}")
        yield chunk


def _shown(name: str) -> str:
    printable = "".join(c if c.isprintable() else "?" for c in name)
    return f"“{printable[:80]}”"
