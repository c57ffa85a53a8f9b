"""Finished paper → what in it is not as it was built, or not as its source says: a paper is a sourced document too."""

from __future__ import annotations

import json
from pathlib import Path

from briefgen import readers
from briefgen.errors import BriefgenError, CheckFailed, Remark, SourceError
from briefgen.model.look import STYLE_OF
from briefgen.model.source import Card, File
from briefgen.pipeline.inspection import Inspected
from briefgen.pipeline.study import read_source
from briefgen.project import Project, inquire
from briefgen.project.files import read_file, shown
from briefgen.project.saving import check_paper, traces_of
from briefgen.provenance.readback import compare_paper, compare_source
from briefgen.provenance.transcript import Json, Printed, read_lines, read_stream

_JOINTS = {".html": (" ", " ", " "), ".md": (": ", ", ", ", ")}
"""What our writers set between the texts of a key figure."""


def examine(project: Project, path: Path) -> Inspected:
    """Check a finished paper: its bytes against the trace beside it, its words against trace and source.

    Raises:
        CheckFailed: the file, or its trace, cannot be read.
    """
    where = shown(path)
    changed, traces = check_paper(path), traces_of(path)
    if not traces:
        return Inspected(where, changed)
    file = read_file(path, path.name, CheckFailed)
    brief = _brief(read_file(traces[0], traces[0].name, CheckFailed))
    against, remarks = _against_source(project, where, brief)
    try:
        found = [*compare_paper(where, _printed(file), brief), *against]
    except SourceError as error:
        unread = Remark(where, f"cannot be read back: {error.remark.what}", error.remark.mend)
        # As long as its bytes are ours, nobody has to read it: an encrypted PDF stays closed.
        return Inspected(where, (*changed, unread, *against) if changed else tuple(against), (*remarks, unread))
    if changed and not found:
        changed = (Remark(where, f"{changed[0].what}, though no word, mark or note differs", changed[0].mend),)
    return Inspected(where, (*changed, *found), remarks)


def _brief(trace: File) -> Json:
    try:
        brief: Json = json.loads(trace.content)["brief"]
    except (ValueError, LookupError, TypeError) as fault:
        raise CheckFailed(trace.name, "is no trace of a paper", "build the paper again") from fault
    return brief


def _printed(file: File) -> Printed:
    suffix = Path(file.name).suffix.lower()
    if suffix == ".pdf":
        sheet = readers.lay_flat(file)
        return read_stream(sheet.text, [passage.span for passage in sheet.passages])
    paper = readers.read(file, name="paper", card=Card("paper"))
    return read_lines(paper, frozenset((STYLE_OF["ours"],)), _JOINTS.get(suffix))


def _against_source(project: Project, where: str, brief: Json) -> tuple[list[Remark], tuple[Remark, ...]]:
    """Compare with the source, where the project has it."""
    name = brief["imprint"]["source_name"]
    try:
        source = read_source(inquire(project, name))
    except BriefgenError as error:
        what = f"its source {name} cannot be opened here, so it is compared with its trace only"
        return [], (Remark(where, f"{what} ({error.remark.what})"),)
    found = compare_source(where, brief, source)
    if source.sha256 != brief["imprint"]["source_sha256"] and not found:
        return [], (Remark(where, f"its source {name} has changed since; all it quotes still stands there"),)
    return found, ()
