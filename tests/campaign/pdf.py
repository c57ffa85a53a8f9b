"""Every theme × length × template as PDF, plain and with its data attached, against everything a program can check."""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from briefgen.errors import BriefgenError
from briefgen.model.source import File
from briefgen.pipeline.build import build_paper
from briefgen.project import LENGTHS, Order, gather, open_project
from briefgen.word.opening import open_template
from tests import leaves, verapdf

ROOT = Path(__file__).parent.parent.parent
LARGEST = 350_000
"""Bytes of a paper without its data."""


def run(templates: tuple[str, ...] = (), lengths: tuple[str, ...] = LENGTHS) -> int:
    """Build and judge the product; print one JSON document and give 1 where anything is wrong.

    Args:
        templates: some of them; empty for all.
        lengths: of the papers.
    """
    project, validator = open_project(str(ROOT)), verapdf.Validator()
    themes = tuple(project.themes)
    wrong: list[str] = []
    figures: dict[str, dict[str, object]] = {}
    for template in templates or project.templates:
        order = Order(themes, each=True, formats=("pdf",), lengths=lengths, date="2025-12-01", template=template)
        for commission in gather(project, order):
            look = open_template(_template(commission.files)).look
            name = f"{template} {commission.name}"
            try:
                (file,), (full,) = (build_paper(replace(commission, attach_data=a)).files for a in (False, True))
            except BriefgenError as error:
                wrong.append(f"{name}: {error}")
                continue
            with tempfile.TemporaryDirectory() as folder:
                path, whole = Path(folder, f"{template}-{file.name}"), Path(folder, f"{template}-data-{full.name}")
                path.write_bytes(file.content)
                whole.write_bytes(full.content)
                found = leaves.faults(path, look.page, validator)
                found += [f"{whole.stem}: {kind}: {broken}" for kind in ("ua1", "3a")
                          if (broken := validator.broken(whole, kind))]  # fmt: skip
                shares = leaves.white(path, look.page)
            found += [f"{name}: {len(file.content)} bytes"] if len(file.content) > LARGEST else []
            wrong += found
            white = round(max(shares[:-1], default=0.0), 3)
            figures[name] = {"pages": len(shares), "white": white, "bytes": len(file.content), "faults": len(found)}
            print(f"{name}: {figures[name]}", file=sys.stderr, flush=True)
    print(json.dumps({"papers": len(figures), "figures": figures, "violations": wrong}, indent=1, ensure_ascii=False))
    return 1 if wrong else 0


def _template(files: tuple[tuple[str, File], ...]) -> File:
    return dict(files)["template"]
