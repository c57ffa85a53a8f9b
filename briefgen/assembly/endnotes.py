"""The list of notes, in the source's numbers, and which marks are its real references."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefgen.assembly.citing import cite
from briefgen.assembly.workshop import Workshop
from briefgen.model.brief import (
    Block,
    Bullets,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    NoteEntry,
    NoteRef,
    NoteText,
    Paragraph,
    Part,
    flat,
    inlines_of,
)
from briefgen.model.source import Mark, Span

_FRONT = ("front", "changed", "bottom-line", "key-points", "key-figures")
"""Parts whose marks only link: Word lists endnotes in the order of their references, and page 1 keeps no order."""
_FINDING = 10
"""Words before a mark by which it is found."""

Key = tuple[str, str]


def entries(shop: Workshop) -> tuple[NoteEntry, ...]:
    """Make the list of notes cited, ascending in the source's numbering."""
    return tuple(NoteEntry(m.label, m.run, _words(shop, m)) for m in _cited(shop))


def _cited(shop: Workshop) -> tuple[Mark, ...]:
    """Give the first mark of every note cited, in the order of the notes."""
    runs = list(dict.fromkeys(m.run for m in shop.source.marks))
    first: dict[Key, Mark] = {}
    for mark in shop.marks:
        first.setdefault((mark.run, mark.label), mark)
    return tuple(sorted(first.values(), key=lambda m: (runs.index(m.run), m.number or 0, m.at)))


def _words(shop: Workshop, mark: Mark) -> Inlines:
    note = shop.source.note(mark.label, mark.run)
    if note is not None and note.text is not None:
        return (NoteText(note.label, note.run, note.text, supplied=note.supplied),)
    fact = next(f for f in shop.facts if mark in f.marks)
    before = [m.at for m in shop.source.marks if fact.span.start < m.at < mark.at]
    start = max([fact.span.start, *before])
    start += len(shop.source.text[start : mark.at]) - len(shop.source.text[start : mark.at].lstrip())
    words = shop.source.text[start : mark.at].split()
    for word in words[: max(0, len(words) - _FINDING)]:
        start = shop.source.text.index(word, start) + len(word)
    start += len(shop.source.text[start : mark.at]) - len(shop.source.text[start : mark.at].lstrip())
    quoted = cite(shop.source, Span(start, mark.at), ())
    place = shop.wording.say("notes.absent-place", n=fact.paragraph, page=fact.page)
    return (shop.wording.say("notes.absent"), *quoted, place)


def notes_part(shop: Workshop, listed: tuple[NoteEntry, ...], imprint: str) -> Part | None:
    """Make what stands under the heading Notes, above the list; None where no note is cited and nothing is to say."""
    say, blocks = shop.wording.say, []
    absent = sum(not any(isinstance(i, NoteText) for i in entry.inlines) for entry in listed)
    if listed:
        said: list[Inline] = [say("notes.gaps")]
        if absent:
            name = "notes.absent-all" if absent == len(listed) else "notes.absent-some"
            said += [shop.wording.plain(" "), say(name)]
        blocks.append(Paragraph(tuple(said), "ours"))
    blocks.append(Paragraph((shop.wording.plain(imprint),), "imprint"))
    return Part("notes", shop.wording.text("titles.notes") if listed else "", tuple(blocks))


def anchored(shop: Workshop, parts: tuple[Part, ...], listed: tuple[NoteEntry, ...]) -> tuple[Part, ...]:
    """Choose the real reference of every note.

    They stand in the body where the first marks of the notes ascend there; otherwise in one line under the
    heading Notes, and every mark above is a link (DESIGN §5.4).
    """
    order = [(entry.run, entry.label) for entry in listed]
    first = list(dict.fromkeys(_marks(parts)))
    if [key for key in first if key in order] == order:
        return _marked(parts)
    line: list[Inline] = [shop.wording.say("notes.cited")]
    for mark in _cited(shop):
        if len(line) > 1:
            line.append(shop.wording.say("notes.then"))
        line.append(NoteRef(mark.label, mark.run, mark.at, real=True))
    *above, notes = parts
    cited = Paragraph(tuple(line), "ours")
    return *above, replace(notes, blocks=(*notes.blocks[:1], cited, *notes.blocks[1:]))


def _marks(parts: tuple[Part, ...]) -> Iterator[Key]:
    for part in parts:
        for block in part.blocks if part.name not in _FRONT else ():
            for inlines in inlines_of(block):
                yield from ((i.run, i.label) for i in flat(inlines) if isinstance(i, NoteRef))


def _marked(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    seen: set[Key] = set()

    def real(ref: NoteRef) -> NoteRef:
        key = (ref.run, ref.label)
        if key in seen:
            return ref
        seen.add(key)
        return replace(ref, real=True)

    return tuple(
        part if part.name in _FRONT else replace(part, blocks=tuple(_with_refs(b, real) for b in part.blocks))
        for part in parts
    )


def _with_refs(block: Block, change: Callable[[NoteRef], NoteRef]) -> Block:
    def changed(inlines: Inlines) -> Inlines:
        return tuple(
            change(i) if isinstance(i, NoteRef) else Emphasis(changed(i.inlines)) if isinstance(i, Emphasis) else i
            for i in inlines
        )

    match block:
        case Heading() | Paragraph():
            return replace(block, inlines=changed(block.inlines))
        case Bullets():
            return replace(block, items=tuple(changed(item) for item in block.items))
        case _:
            return block
