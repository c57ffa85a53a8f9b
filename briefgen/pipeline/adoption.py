"""A paper typed in with Word → the editor's own words in it, as a file the next build reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefgen import readers
from briefgen.editorial import wording as wordings
from briefgen.editorial import words
from briefgen.editorial.wording import Wording
from briefgen.errors import EditorialError, Remark, SourceError
from briefgen.model.commission import Commission
from briefgen.model.editor import Chosen, Editing, OwnWords
from briefgen.model.fact import Factbase
from briefgen.model.look import STYLE_OF
from briefgen.model.source import Card, File
from briefgen.pipeline.composition import selections
from briefgen.pipeline.retyping import Change, Retyped, compare_own
from briefgen.pipeline.study import find_facts, read_themes
from briefgen.pipeline.support import find_support, sections_of
from briefgen.pipeline.tongues import editing_of, editor_stem, primary
from briefgen.project import Order, Project, gather
from briefgen.provenance.readback import compare_paper
from briefgen.provenance.transcript import Json, read_lines
from briefgen.word.annotation import count_comments

_ONLY = "not taken: only bottom line, section headings and paragraphs in “Our Words” are"


@dataclass(frozen=True, slots=True)
class Adopted:
    """The editor's words with what was typed, and what of the paper could not be taken."""

    editing: Editing
    changed: bool
    remarks: tuple[Remark, ...]


def starter(commission: Commission) -> bytes:
    """Write an editor's file to start from: today's automatic text, and the passages that may support another.

    Raises:
        BriefgenError: as building the paper does.
    """
    base = find_facts(commission)
    (selection,) = selections(commission, base)
    theme, wording = commission.themes[0], _wording(commission)
    headings = tuple(
        (s.name, OwnWords(wording.title(theme, s.name, s.title), tuple(f.id for f in s.facts[:3]), ""))
        for s in selection.sections
    )
    lead = selection.lead
    line = OwnWords(base.words(lead), (lead.id,), "") if lead else None
    points = Chosen(tuple(f.place for f in selection.points), "") if selection.points else None
    editing = Editing("", line, headings, language=primary(commission.language), points=points)
    return words.render(editing, base, asleep=True, candidates=selection.facts)


def adopt(commission: Commission, trace: File, paper: File, signed: str = "") -> Adopted:
    """Take an editor's own words out of a finished Word paper.

    Bottom line, headings and notes that differ from what was printed are taken, those taken out are gone, and
    paragraphs of the style of our own words that stand under a section's heading and were not there are notes. Each
    rests on what it rested on before, or on the passages under its heading.

    Args:
        commission: the paper as it was built, of one theme.
        trace: of the paper.
        paper: the Word file.
        signed: who signs; as before when empty.

    Raises:
        SourceError: the file is no Word document.
        EditorialError: nobody signs, or the passages of a statement do not bear it.
    """
    if len(commission.themes) != 1:
        raise EditorialError(paper.name, "is a paper of several themes", "adopt papers of one theme")
    base, brief = find_facts(commission), read_brief(trace)
    before = editing_of(commission.themes[0], commission)[0] or Editing("")
    wording = _wording(commission)
    names = dict(_titles(commission, base, before, wording))
    read = readers.read(paper, name="paper", card=Card("paper"))
    retyped = compare_own(brief, read, names, wording.text("body.run-in", title=""))
    editing = _edited(before, retyped, names, paper.name)
    changed = editing != before
    editing = replace(editing, signed=signed or before.signed, language=before.language or primary(commission.language))
    if changed and not editing.signed:
        raise EditorialError(paper.name, "nobody signs these words", "say who: --signed NAME")
    find_support(editing, base)
    lines = read_lines(read, frozenset((STYLE_OF["ours"],)))
    left = (replace(found, mend=_ONLY) for found in compare_paper(paper.name, lines, retyped.brief))
    told = (*_told(paper, retyped, base), *left)
    resigned = bool(signed and before.signed) and signed != before.signed
    return Adopted(editing, changed or resigned, told)


def _told(paper: File, retyped: Retyped, base: Factbase) -> Iterator[Remark]:
    """Say on what a new note rests, that it rests on nothing, and what a comment is not."""
    for note in retyped.added:
        if note.passages:
            places = ", ".join(base.by_id[i].place for i in note.passages if i in base.by_id)
            what = f"“{_cut(note.text)}” is taken to rest on what stands under “{note.under}”: {places}"
            yield Remark(paper.name, what, "name others in the editor’s file if it rests on others", note=True)
        else:
            what = f"“{_cut(note.text)}” stands under no section, so that nothing says what it rests on"
            yield Remark(paper.name, what, "not taken: put it under a section’s heading")
    if count := count_comments(paper):
        what = f"holds {count} comment{'s' if count > 1 else ''}, which {'are' if count > 1 else 'is'} not taken"
        yield Remark(paper.name, what, "type into the paper what it shall say")


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _wording(commission: Commission) -> Wording:
    file = commission.file("wording")
    if file is None:
        raise EditorialError(commission.name, "has no wording", "name a language with --language")
    return wordings.load(file, commission.file("wording-shipped"))


def _titles(commission: Commission, base: Factbase, before: Editing, wording: Wording) -> Iterator[tuple[str, str]]:
    """Give each title that a section may be printed with, and the section's name."""
    theme = read_themes(commission)[commission.themes[0]]
    yield from ((wording.title(theme.name, s.name, s.title), s.name) for s in sections_of(theme, base))
    yield from ((own.text, name) for name, own in before.headings)


def _edited(before: Editing, retyped: Retyped, names: dict[str, str], file: str) -> Editing:
    """Put the changes into what the editor wrote before; what is new says in errors that it stands in the paper."""
    line, headings, notes = before.bottom_line, dict(before.headings), list(before.notes)
    for change in retyped.changes:
        if change.kind == "line":
            line = _said(change, line, f"{file}, bottom line")
        elif change.kind == "heading":
            name = names[change.printed]
            said = _said(change, headings.get(name), f"{file}, heading “{change.typed}”")
            headings = {**headings, name: said} if said else {n: own for n, own in headings.items() if n != name}
        else:
            old = next((note for note in notes if note.text == change.printed), None)
            said = _said(change, old, f"{file}, note “{_cut(change.typed)}”")
            at = notes.index(old) if old else len(notes)
            notes[at : at + 1] = [said] if said else []
    put = (OwnWords(a.text, a.passages, f"{file}, note under “{a.under}”") for a in retyped.added if a.passages)
    return replace(before, bottom_line=line, headings=tuple(headings.items()), notes=(*notes, *put))


def _said(change: Change, old: OwnWords | None, where: str) -> OwnWords | None:
    support = old.support if old else change.passages
    return OwnWords(change.typed, support, where) if change.typed else None


def editor_path(project: Project, commission: Commission) -> Path:
    """Name the file of the editor's words for a commission's first theme.

    Raises:
        SourceError: the source has no folder in data/.
        EditorialError: the file that is there is faulty.
    """
    card = project.sources.get(commission.source)
    if card is None:
        mend = f"take it in first: briefgen read FILE --name {commission.source}"
        raise SourceError(commission.source, "has no folder in data/ to keep words in", mend)
    return card / "editor" / f"{editor_stem(commission.themes[0], commission)}.toml"


def read_brief(trace: File) -> Json:
    """Read what a trace says of its paper.

    Raises:
        SourceError: the file is no trace.
    """
    try:
        brief: Json = json.loads(trace.content)["brief"]
        if not {"themes", "imprint", "parts", "stated", "language"} <= set(brief):
            raise KeyError
    except (ValueError, KeyError, TypeError) as fault:
        raise SourceError(trace.name, "is no trace of a paper", "name a paper with its own trace beside it") from fault
    return brief


def rebuilt(project: Project, trace: File) -> Commission:
    """Commission again the paper that a trace is of.

    Raises:
        SourceError: the file is no trace.
        BriefgenError: its theme or source is no longer there.
    """
    brief = read_brief(trace)
    names, source, language = tuple(brief["themes"]), brief["imprint"]["source_name"], brief["language"]
    spoken = language if language in project.wordings else primary(language)
    return gather(project, Order(names=names, source=source, language=spoken))[0]
