"""Every quote is its slice, every mark stands where the source has it, every number is the source's: or no file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.errors import TraceError
from briefgen.model.brief import (
    Block,
    Brief,
    Bullets,
    Figure,
    Flat,
    Inlines,
    NoteRef,
    NoteText,
    Paragraph,
    Quote,
    Reference,
    anchors_of,
    blocks_of,
    flat,
    inlines_of,
)
from briefgen.model.fact import Factbase
from briefgen.model.source import Source
from briefgen.provenance.comparison import check_changes
from briefgen.provenance.dossier import check_dossier
from briefgen.provenance.drawings import check_plate
from briefgen.provenance.numbers import check_numbers
from briefgen.provenance.quotes import check_quote


def verify(brief: Brief, base: Factbase, previous: bytes | None = None) -> None:
    """Hold a paper against its source, and what it says of a former issue against that issue's trace.

    Args:
        previous: the former trace; None where none was given.

    Raises:
        TraceError: words, marks, notes or numbers that the source does not have.
    """
    for inlines in runs_of(brief):
        _check_run(inlines, base.source, brief.name)
    for block in blocks_of(brief):
        _check_kept(block, base.source, brief.name)
        if isinstance(block, Figure):
            check_plate(block.plate, base, brief.name)
    _check_list(brief)
    _check_references(brief)
    check_dossier(brief, base)
    check_changes(brief, base, previous)
    check_numbers(brief, base)


def runs_of(brief: Brief) -> Iterator[Inlines]:
    """Give every run of inlines of a paper, those of its notes last."""
    for block in blocks_of(brief):
        yield from inlines_of(block)
    for entry in brief.notes:
        yield entry.inlines


def _check_run(inlines: Inlines, source: Source, name: str) -> None:
    for inline in flat(inlines):
        match inline:
            case Quote():
                check_quote(inline, source, name)
            case NoteText():
                _check_note(inline, source, name)
            case NoteRef():
                _check_mark(inline, source, name)
            case _:
                pass


def _check_note(said: NoteText, source: Source, name: str) -> None:
    note = source.note(said.label, said.run)
    if note is None or note.text != said.text:
        raise TraceError(name, f"the words of note {said.label} are not the source’s: ‘{said.text[:60]}’")


def _check_mark(ref: NoteRef, source: Source, name: str) -> None:
    if not any((m.label, m.run, m.at) == (ref.label, ref.run, ref.at) for m in source.marks):
        near = source.text[max(0, ref.at - 40) : ref.at]
        raise TraceError(name, f"the source has no mark {ref.label} behind ‘{near}’")


def _check_kept(block: Block, source: Source, name: str) -> None:
    """Check that running text prints every mark standing in what it quotes, at its place and in order."""
    match block:
        case Paragraph(inlines):
            runs: tuple[Inlines, ...] = (inlines,)
        case Bullets(items):
            runs = items
        case _:
            return
    for inlines in runs:
        flattened = list(flat(inlines))
        if not any(isinstance(i, NoteRef) for i in flattened) and not _is_running(block):
            continue
        _check_places(flattened, source, name)


def _is_running(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in {"body", "bottom-line"}


def _check_places(inlines: Sequence[Flat], source: Source, name: str) -> None:
    end: int | None = None
    printed: set[tuple[str, str, int]] = set()
    owed: list[tuple[str, str, int]] = []
    for inline in inlines:
        if isinstance(inline, Quote):
            owed += [(m.label, m.run, m.at) for m in source.marks if inline.span.start < m.at <= inline.span.end]
            end = inline.span.end
        elif isinstance(inline, NoteRef):
            if end is not None and inline.at != end:
                raise TraceError(name, f"mark {inline.label} is printed away from its place in the source")
            printed.add((inline.label, inline.run, inline.at))
    for label, run, at in owed:
        if (label, run, at) not in printed:
            raise TraceError(name, f"mark {label} is missing behind ‘{source.text[max(0, at - 40) : at]}’")


def _check_list(brief: Brief) -> None:
    """Check that notes cited and notes listed are the same, each once and with at most one real reference."""
    listed = [(e.run, e.label) for e in brief.notes]
    if len(set(listed)) != len(listed):
        raise TraceError(brief.name, "a note is listed twice")
    refs = [i for inlines in runs_of(brief) for i in flat(inlines) if isinstance(i, NoteRef)]
    real = [(r.run, r.label) for r in refs if r.real]
    for ref in refs:
        if (ref.run, ref.label) not in listed:
            raise TraceError(brief.name, f"note {ref.label} is cited but not listed")
    if real != listed:
        raise TraceError(brief.name, f"the references of the notes stand as {real}, the list as {listed}")


def _check_references(brief: Brief) -> None:
    """Check that the paper has whatever it sends its reader to."""
    anchors = anchors_of(brief)
    for inlines in runs_of(brief):
        for inline in flat(inlines):
            if isinstance(inline, Reference) and inline.target not in anchors:
                lacking = "named but not listed" if inline.target.startswith("note-") else "not in the paper"
                raise TraceError(brief.name, f"“{inline.text}” is {lacking}")
