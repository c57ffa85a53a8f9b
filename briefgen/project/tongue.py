"""Word template → the language its text has by default, so that ours can be the same."""

from __future__ import annotations

import io
import re
import zipfile

from briefgen.model.source import File

_STYLES = "word/styles.xml"
_MOST = 4 << 20
"""Bytes of the styles that are looked at."""
_LANGUAGE = re.compile(rb"<w:docDefaults>.*?<w:lang\b[^>]*?\bw:val=\"([A-Za-z0-9-]+)\"", re.DOTALL)


def language_of(template: File) -> str:
    """Read a template's language; empty where it says none or is no template, which whoever opens it will say."""
    try:
        with zipfile.ZipFile(io.BytesIO(template.content)) as archive, archive.open(_STYLES) as styles:
            found = _LANGUAGE.search(styles.read(_MOST).partition(b"</w:docDefaults>")[0])
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, ValueError, RuntimeError, NotImplementedError):
        return ""
    return found.group(1).decode() if found else ""
