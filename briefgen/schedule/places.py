"""``deliver = ["folder:PATH", …]`` → Place: where papers or notices go. A line break never gets past here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import urlsplit

from briefgen.errors import UsageError, nearest

Kind = Literal["folder", "mail", "webhook"]
KINDS: tuple[Kind, ...] = get_args(Kind)

# RFC 5321's mailbox without quoted strings and address literals: what people write, and nothing a header obeys.
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[^\W_](?:[\w.-]{0,252}\w)?", re.A)


@dataclass(frozen=True, slots=True)
class Place:
    """One place; ``str`` gives it as the project file writes it, but for a webhook's secrets."""

    kind: Kind
    target: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.target}"

    @property
    def shown(self) -> str:
        """The place as it may be printed: a webhook's path and query often are its password."""
        if self.kind != "webhook":
            return str(self)
        parts = urlsplit(self.target)
        return f"webhook:{parts.scheme}://{parts.hostname}/…"


def read_place(text: str, where: str) -> Place:
    """Read one place.

    Raises:
        UsageError: it is no folder, mail address or web address that can be used safely.
    """
    if any(ord(c) < 32 or ord(c) == 127 or c in "\x85\u2028\u2029" for c in text):
        raise UsageError(where, f"{text!r} holds a line break or control character", "write the place on one line")
    kind, _, target = text.partition(":")
    found = next((k for k in KINDS if k == kind), None)
    if found is None:
        raise UsageError(where, f"“{text}” names no kind of place", nearest(kind, KINDS))
    if not target.strip():
        raise UsageError(where, f"“{text}” names no place", f"write {kind}: and where it is")
    if found == "mail" and (not _ADDRESS.fullmatch(target) or "=?" in target):
        raise UsageError(where, f"“{target}” is no mail address", "write it as name@example.org")
    if found == "webhook":
        _check_address(target, where)
    return Place(found, target)


def _check_address(target: str, where: str) -> None:
    try:
        parts = urlsplit(target)
        fits = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port is not False
    except ValueError:
        fits = False
    if not fits or " " in target:
        raise UsageError(where, "a webhook is no web address", "write it as https://example.org/path")
