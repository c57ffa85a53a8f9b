"""The source summary statement, in counts: what the one source is, what it lacks, how much of it is used."""

from __future__ import annotations

from briefgen.assembly.workshop import Workshop, newest
from briefgen.model.brief import Inline, Paragraph, Part, Words

_KNOWABLE = ("author", "title", "publisher", "published")


def make_statement(shop: Workshop) -> Part:
    """Make the statement: one paragraph of ours, a short one in a one-page paper."""
    sentences = _short(shop) if shop.commission.length == "one-page" else _whole(shop)
    inlines: list[Inline] = []
    for words in sentences:
        if words is not None:
            inlines += [shop.wording.plain(" "), words] if inlines else [words]
    return Part("source", shop.wording.text("titles.source"), (Paragraph(tuple(inlines), "ours"),))


def _whole(shop: Workshop) -> tuple[Words | None, ...]:
    fixed = (shop.wording.say(f"source.{name}") for name in ("quoted", "judgements", "alone"))
    return (_rests(shop), _unknown(shop), _latest(shop), _notes(shop), _used(shop), _share(shop), _edited(shop), *fixed)


def _short(shop: Workshop) -> tuple[Words | None, ...]:
    """Leave out what page 1 and the limits say already."""
    fixed = (shop.wording.say(f"source.{name}") for name in ("judgements", "alone"))
    rests = shop.wording.say("source.rests-short", called=shop.source.card.called, file=shop.source.card.file)
    return (rests, _unknown(shop), _share(shop), _edited(shop), *fixed)


def _rests(shop: Workshop) -> Words:
    source = shop.source
    paragraphs = sum(p.kind == "paragraph" for p in source.passages)
    words = shop.wording.count(len(source.text.split()))
    return shop.wording.say(
        "source.rests", called=source.card.called, file=source.card.file, words=words, paragraphs=paragraphs,
        hash=source.sha256[:12],
    )  # fmt: skip


def _unknown(shop: Workshop) -> Words | None:
    missing = [shop.wording.text(f"source.{name}") for name in _KNOWABLE if not getattr(shop.source.card, name)]
    if not missing:
        return None
    listed = shop.wording.text("source.listed").join(missing[:-1])
    last = shop.wording.text("source.last") if listed else ""
    return shop.wording.say("source.unknown", missing=f"{listed}{last}{missing[-1]}")


def _latest(shop: Workshop) -> Words:
    found = newest(shop.base.facts)
    if found is None:
        return shop.wording.say("source.no-date")
    return shop.wording.say("source.latest", (found[1].id,), date=shop.wording.period(found[0]))


def _notes(shop: Workshop) -> Words:
    keys = {(m.run, m.label) for m in shop.source.marks}
    texts = {(n.run, n.label) for n in shop.source.notes if n.text is not None}
    n, absent = len(keys), len(keys - texts)
    name = "none" if not n else "all" if not absent else "absent" if absent == n else "some"
    return shop.wording.say(f"source.notes-{name}", n=n, absent=absent)


def _used(shop: Workshop) -> Words:
    k, m = len(shop.facts), sum(bool(f.marks) for f in shop.facts)
    if not shop.source.marks:
        return shop.wording.say("source.used-unmarked", k=k)
    return shop.wording.say("source.used", k=k, m=m, u=k - m)


def _share(shop: Workshop) -> Words:
    return shop.wording.say("source.share", percent=share_of(shop))


def _edited(shop: Workshop) -> Words | None:
    """Count what is the editor's, and say whose it is."""
    edits = [strand.editing for strand in shop.strands if strand.editing and strand.editing.statements]
    if not edits:
        return None
    signed = shop.wording.text("editor.listed").join(dict.fromkeys(editing.signed for editing in edits))
    return shop.wording.say("editor.count", n=sum(len(editing.statements) for editing in edits), signed=signed)


def share_of(shop: Workshop) -> int:
    """Count the percentage of the source's words that the sections reprint."""
    used = sum(len(f.span.of(shop.source.text).split()) for f in shop.facts)
    return round(100 * used / max(1, len(shop.source.text.split())))
