"""Everything but the inputs whose change may change a byte of a paper → (name, version)."""

from __future__ import annotations

import zlib
from functools import cache
from hashlib import sha256
from pathlib import Path

from briefgen import __version__
from briefgen.project.folder import default_root

PACKAGES = (
    "afcharts",
    "font-source-sans-pro",
    "font-source-serif-pro",
    "fonttools",
    "jinja2",
    "lxml",
    "matplotlib",
    "numpy",
    "pillow",
    "python-docx",
    "reportlab",
)


@cache
def find_versions() -> tuple[tuple[str, str], ...]:
    """List them: our own code and fonts by what is in them, other packages by their version."""
    own = [("briefgen", __version__), ("code", _code()), ("zlib", zlib.ZLIB_RUNTIME_VERSION)]
    return (*own, *((name, version_of(name)) for name in PACKAGES))


def version_of(package: str) -> str:
    """Give a package's version; empty where it is not installed."""
    # Late: it takes as long to import as all of ours that every command wants.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _code() -> str:
    package = Path(__file__).resolve().parent.parent
    files = {p.relative_to(package).as_posix(): p for p in package.rglob("*.py") if "default" not in p.parts}
    fonts = default_root() / "templates" / "fonts"
    files |= {f"fonts/{p.name}": p for p in fonts.glob("*.ttf")}
    digest = sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + sha256(files[name].read_bytes()).digest())
    return digest.hexdigest()
