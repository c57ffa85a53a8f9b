"""Commission → Paper: a pure function from bytes to bytes. Nothing is written here."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.model.commission import Commission, Paper
from briefgen.model.source import File
from briefgen.pipeline.composition import compose
from briefgen.pipeline.enclosures import enclose
from briefgen.pipeline.study import find_facts
from briefgen.writers import trace, write

Progress = Callable[[str], None]


def build_paper(commission: Commission, progress: Progress = lambda _: None) -> Paper:
    """Build a paper in every format it is wanted in, with its trace.

    Raises:
        SourceError: the source is empty, is not text, or is refused.
        EditorialError: a theme, the wording, the template or what lies beside the source is faulty.
        TraceError: the brief says something its source does not.
        OutputError: a character is in no font, or the package that encrypts is not installed.
    """
    progress(f"{commission.name}: reading {commission.source}")
    base = find_facts(commission)
    composed = compose(commission, base, progress)
    attached = enclose(commission, composed.brief, base) if commission.attach_data else ()
    files = []
    for kind in commission.formats:
        progress(f"{commission.name}: writing {kind}")
        content = write(composed.brief, composed.template, kind, attached=attached, password=commission.password)
        files.append(File(f"{commission.name}.{kind}", content))
    record = File(f"{commission.name}.trace.json", trace.write(composed.brief, commission.key, files))
    return Paper(commission, tuple(files), record, composed.brief.remarks, composed.brief.title, composed.brief.changes)
