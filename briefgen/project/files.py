"""Path → File under the name it may go by in a paper. Every fault of the disk becomes one line."""

from __future__ import annotations

from pathlib import Path

from briefgen.errors import BriefgenError
from briefgen.model.source import File


def read_file(path: Path, name: str, error: type[BriefgenError], mend: str = "") -> File:
    """Read a file whole.

    Args:
        name: how it is called from here on: never an absolute path.
        mend: what to do where there is no such file.

    Raises:
        BriefgenError: of the class given; it is missing, no plain file, or cannot be read.
    """
    if path.exists() and not path.is_file():
        raise error(shown(path), "is no plain file", "name a file")
    try:
        return File(name, path.read_bytes())
    except FileNotFoundError as fault:
        raise error(shown(path), "there is no such file", mend) from fault
    except (OSError, ValueError) as fault:
        raise error(shown(path), f"cannot be read: {reason(fault)}", "check the path and its permissions") from fault


def reason(fault: Exception) -> str:
    """Say why the system refused, without the path: that is printed before."""
    said = fault.strerror if isinstance(fault, OSError) else None
    return (said or str(fault) or type(fault).__name__).lower()


def shown(path: Path) -> str:
    """Write a path as short as it can be typed from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def legible(text: str) -> str:
    """Read as UTF-8 what the system's locale could not decode: a name or word that was typed in another."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode()
