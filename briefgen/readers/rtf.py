"""Rich text → Sheet, by way of pandoc. It knows no note's label, so notes are counted from 1. Extra [readers]."""

from __future__ import annotations

import importlib
import re
import subprocess
from dataclasses import replace

from briefgen.errors import Remark, SourceError
from briefgen.model.source import File
from briefgen.readers.html import parse_html, read_tree
from briefgen.readers.sheet import Sheet

SECONDS = 60
_NOTE = re.compile(rb"\\footnote(?![a-z])")
_COMMAND = ("-f", "rtf", "-t", "html5", "--sandbox", "--wrap=none", "+RTS", "-M512m", "-RTS")


def read_rtf(file: File) -> Sheet:
    """Lay a rich text flat. It must have come through the gate.

    Raises:
        SourceError: pandoc refuses it, takes too long, drops notes, or is not installed.
    """
    try:
        pandoc: str = importlib.import_module("pypandoc").get_pandoc_path()
    except (ImportError, OSError) as fault:
        raise SourceError(file.name, "is RTF, which takes pandoc", "pip install 'briefgen[readers]'") from fault
    try:
        done = subprocess.run([pandoc, *_COMMAND], input=file.content, capture_output=True, timeout=SECONDS, check=True)
    except subprocess.TimeoutExpired as fault:
        raise SourceError(file.name, f"takes more than {SECONDS} seconds to read", "save it as .docx") from fault
    except subprocess.CalledProcessError as fault:
        raise SourceError(file.name, "is damaged, or no RTF", "save it anew as .docx") from fault
    sheet = read_tree(parse_html(done.stdout.decode(), file.name), file.name)
    held = len(_NOTE.findall(file.content))
    read = len({given.span for given in sheet.given if given.evidence == "note"})
    if read < held:
        # Pandoc 3.9 drops notes of some programs' RTF without a word.
        raise SourceError(file.name, f"holds {held} notes, of which only {read} can be read", "save it as .docx")
    counted = Remark(
        file.name, "RTF does not tell the labels of its notes; they are counted from 1", "save it as .docx"
    )
    return replace(sheet, remarks=(*sheet.remarks, counted)) if held else sheet
