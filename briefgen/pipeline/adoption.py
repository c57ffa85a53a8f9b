"""A paper typed in with Word → the editor's own words in it, as a file the next build reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from briefgen.editorial import words
from briefgen.editorial.words import supporting
from briefgen.errors import EditorialError, SourceError
from briefgen.model.brief import Brief, Heading, Paragraph, plain
from briefgen.model.commission import Commission
from briefgen.model.editor import Editing, OwnWords
from briefgen.model.fact import Fact
from briefgen.model.look import STYLE_OF
from briefgen.model.source import File
from briefgen.pipeline.composition import compose, selections
from briefgen.pipeline.study import find_facts
from briefgen.pipeline.tongues import editing_of, editor_stem, primary
from briefgen.project import Order, Project, gather
from briefgen.word.typed import Typed, read_typed


@dataclass(frozen=True, slots=True)
class _Head:
    """A section's heading as it was printed, and what stands under it."""

    section: str
    text: str
    facts: tuple[Fact, ...]


def starter(commission: Commission) -> bytes:
    """Write an editor's file to start from: today's automatic text, and the passages that may support another.

    Raises:
        BriefgenError: as building the paper does.
    """
    base = find_facts(commission)
    (selection,) = selections(commission, base)
    lead = selection.lead
    line = OwnWords(base.words(lead), (lead.id,), "") if lead else None
    headings = tuple((s.name, OwnWords(s.title, tuple(f.id for f in s.facts[:3]), "")) for s in selection.sections)
    editing = Editing("", line, headings, language=primary(commission.language))
    return words.render(editing, base, asleep=True, candidates=selection.facts)


def adopt(commission: Commission, paper: File, signed: str = "") -> Editing:
    """Take an editor's own words out of a finished Word paper.

    Bottom line and headings that differ from what was printed are taken, and paragraphs of the style of our
    own words that stand under a section's heading and were not there. Each rests on what it rested on before,
    or on the passages under its heading.

    Args:
        commission: the paper as it was built, of one theme.
        paper: the Word file.
        signed: who signs; as before when empty.

    Raises:
        EditorialError: the file is no Word document, nobody signs, or the passages of a statement do not bear it.
        BriefgenError: as building the paper does.
    """
    if len(commission.themes) != 1:
        raise EditorialError(paper.name, "is a paper of several themes", "adopt papers of one theme")
    base = find_facts(commission)
    brief = compose(commission, base).brief
    (selection,) = selections(commission, base)
    before = editing_of(commission.themes[0], commission)[0] or Editing("")
    heads = tuple(_Head(s.name, _printed(before, s.name, s.title), s.facts) for s in selection.sections)
    typed = read_typed(paper)
    editing = Editing(
        signed or before.signed, _line(typed, brief, before, selection.lead), _headings(typed, heads, before, brief),
        _notes(typed, brief, before, heads), before.language or primary(commission.language),
    )  # fmt: skip
    if not editing.signed:
        raise EditorialError(paper.name, "nobody signs these words", "say who: --signed NAME")
    for statement in editing.statements:
        supporting(replace(statement, where=paper.name), base)
    return editing


def _printed(editing: Editing, section: str, title: str) -> str:
    message = editing.heading(section)
    return message.text if message else title


def _of(typed: tuple[Typed, ...], role: str) -> Iterator[str]:
    yield from (t.text for t in typed if t.style == STYLE_OF[role] and t.text)


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _line(typed: tuple[Typed, ...], brief: Brief, before: Editing, lead: Fact | None) -> OwnWords | None:
    part = brief.part("bottom-line")
    printed = [_squeezed(plain(b.inlines)) for b in part.blocks if isinstance(b, Paragraph)] if part else []
    said = " ".join(_of(typed, "bottom-line"))
    if not said or said in printed:
        return before.bottom_line
    support = before.bottom_line.support if before.bottom_line else (lead.id,) if lead else ()
    return OwnWords(said, support, "bottom line")


def _headings(
    typed: tuple[Typed, ...], heads: tuple[_Head, ...], before: Editing, brief: Brief
) -> tuple[tuple[str, OwnWords], ...]:
    body = brief.part("sections")
    expected = [_squeezed(plain(b.inlines)) for b in body.blocks if isinstance(b, Heading)] if body else []
    known = {p.title for p in brief.parts}
    found = [text for text in _of(typed, "heading-1") if text not in known]
    renamed: dict[str, str] = {}
    for kind, a, b, c, d in SequenceMatcher(None, expected, found, autojunk=False).get_opcodes():
        if kind == "replace" and b - a == d - c:
            renamed |= dict(zip(expected[a:b], found[c:d], strict=True))
    kept = dict(before.headings)
    for head in heads:
        if head.text in renamed:
            old = kept.get(head.section)
            support = old.support if old else tuple(f.id for f in head.facts)
            kept[head.section] = OwnWords(renamed[head.text], support, f"heading “{renamed[head.text]}”")
    return tuple(kept.items())


def _notes(typed: tuple[Typed, ...], brief: Brief, before: Editing, heads: tuple[_Head, ...]) -> tuple[OwnWords, ...]:
    ours = {_squeezed(plain(b.inlines)) for p in brief.parts for b in _paragraphs(p.blocks)}
    old = {note.text: note for note in before.notes}
    notes = [old[text] for text in _of(typed, "ours") if text in old]
    at: _Head | None = None
    for paragraph in typed:
        if paragraph.style == STYLE_OF["heading-1"]:
            at = next((head for head in heads if head.text == paragraph.text), None)
        elif at and paragraph.style == STYLE_OF["ours"] and paragraph.text and paragraph.text not in ours:
            notes.append(OwnWords(paragraph.text, tuple(f.id for f in at.facts), f"note under “{at.text}”"))
    return tuple(notes)


def _paragraphs(blocks: tuple[object, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif inner := getattr(block, "blocks", ()):
            yield from _paragraphs(inner)


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


def rebuilt(project: Project, trace: File) -> Commission:
    """Commission again the paper that a trace is of.

    Raises:
        SourceError: the file is no trace.
        BriefgenError: its theme or source is no longer there.
    """
    try:
        brief = json.loads(trace.content)["brief"]
        names, source = tuple(brief["themes"]), brief["imprint"]["source_name"]
    except (ValueError, KeyError, TypeError) as fault:
        raise SourceError(trace.name, "is no trace of a paper", "name a paper with its own trace beside it") from fault
    return gather(project, Order(names=names, source=source))[0]
