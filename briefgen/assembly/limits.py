"""What the evidence does not give, as far as it can be counted (DESIGN §5.7): nothing is guessed to be missing."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.assembly.citing import cite
from briefgen.assembly.workshop import Workshop
from briefgen.model.brief import Bullets, Inline, Inlines, Paragraph, Part
from briefgen.model.fact import Fact
from briefgen.model.source import Span


def make_limits(shop: Workshop) -> Part | None:
    """List the computable absences; None where there is none."""
    found = (_unmarked(shop), _notes(shop), *_undated(shop), *_gaps(shop), _relative(shop), _left_out(shop))
    items = tuple(item for item in found if item)
    if not items:
        return None
    title, inlines = shop.titled("titles.limits")
    if not shop.brisk:
        return Part("limits", title, (Bullets(items),))
    for item in items:
        inlines += item if item is items[0] else (shop.wording.plain(" "), *item)
    return Part("limits", title, (Paragraph(inlines, "ours"),))


def _notes(shop: Workshop) -> Inlines:
    cited = {(m.run, m.label) for m in shop.marks}
    absent = [key for key in cited if (note := shop.source.note(key[1], key[0])) is None or note.text is None]
    name = "notes" if len(absent) < len(cited) else "notes-all" if len(cited) > 1 else "note"
    return (shop.wording.say(f"limits.{name}", n=len(absent), all=len(cited)),) if absent else ()


def _unmarked(shop: Workshop) -> Inlines:
    bare, every = sum(not f.marks for f in shop.facts), len(shop.facts)
    if not bare or not shop.source.marks:
        return ()
    name = "unmarked" if bare < every else "unmarked-all" if every > 1 else "unmarked-one"
    return (shop.wording.say(f"limits.{name}", n=bare, all=every),)


def _undated(shop: Workshop) -> Iterator[Inlines]:
    """Name the measures whose period the source leaves open, of all values printed or of some."""
    printed = {f.id for f in shop.facts}
    titles: dict[str, list[str]] = {"limits.period": [], "limits.period-some": []}
    for series in shop.base.series:
        dated = [bool(p.quantity.period) for p in series.points if p.fact in printed]
        if dated and not all(dated):
            titles["limits.period-some" if any(dated) else "limits.period"].append(series.title)
    for name, listed in titles.items():
        if listed:
            yield (shop.wording.say(name, listed=shop.wording.text("limits.then").join(listed)),)


def _relative(shop: Workshop) -> Inlines:
    """Quote the words that count from a time of writing nobody knows (DESIGN §5.5)."""
    if shop.source.card.published:
        return ()
    periods = [(f, p) for f in shop.facts for p in f.periods if p.relative and not p.edtf]
    return _listed(shop, "limits.relative", sorted({p.span for f, p in periods if _from_writing(f, p.span)}))


def _from_writing(fact: Fact, span: Span) -> bool:
    """Tell words that count from the writing from those that count from a sentence beside them ("that same day")."""
    return not (fact.needs and span.start - fact.span.start < 2)


def _listed(shop: Workshop, name: str, spans: list[Span]) -> Inlines:
    if not spans:
        return ()
    inlines: list[Inline] = [shop.wording.say(name)]
    said = {" ".join(span.of(shop.source.text).split()).casefold(): span for span in reversed(spans)}
    for span in sorted(said.values()):
        if span != spans[0]:
            inlines.append(shop.wording.say("limits.then"))
        inlines += [shop.wording.say("limits.open"), *cite(shop.source, span, ()), shop.wording.say("limits.shut")]
    return (*inlines, shop.wording.say("limits.stop"))


def _gaps(shop: Workshop) -> Iterator[Inlines]:
    """Say of each series with several dated values which periods it has; what is to be "by 2030" is no value of one."""
    printed = {f.id for f in shop.facts}
    for series in shop.base.series:
        points = [p for p in series.points if p.fact in printed and p.quantity.period]
        points = [p for p in points if not p.quantity.period.startswith("..")]
        periods = sorted({p.quantity.period for p in points})
        if len(periods) > 1 and series.unit != "percent":
            names = [shop.wording.period(p) for p in periods]
            several = shop.wording.text("dates.several", first=", ".join(names[:-1]), last=names[-1])
            basis = tuple(dict.fromkeys(p.fact for p in points))
            yield (shop.wording.say("limits.gaps", basis, measure=series.title, periods=several),)


def _left_out(shop: Workshop) -> Inlines:
    out = {o.fact.id for s in shop.strands for o in s.selection.left_out} - {f.id for f in shop.facts}
    name = "limits.left-out" if "left-out" in shop.apparatus else "limits.left-out-longer"
    return (shop.wording.say(name, n=len(out)),) if out else ()
