"""The annex: values behind each chart as a real table, passages used, and passages left out with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefgen.assembly.citing import cite
from briefgen.assembly.evidence import name_ground
from briefgen.assembly.workshop import Workshop
from briefgen.model.brief import Block, Callout, Inlines, Part, Reference, Table, Words, inlines_of, plain
from briefgen.model.chart import Chart, Datum, Event, Phrase, Plate
from briefgen.model.fact import Fact
from briefgen.model.source import Span

_OPENING = 8
"""Words by which a passage is recognised."""


def make_annex(shop: Workshop) -> Part | None:
    """Make the annex; None where it would hold nothing, and for a one-page paper."""
    if shop.commission.length == "one-page":
        return None
    plates = [plate for strand in shop.strands for plate in strand.plates]
    tables = (
        *(_data(shop, plate) for plate in plates),
        *(table for name, made in _LISTS.items() if name in shop.apparatus for table in made(shop)),
    )
    return Part("annex", shop.wording.text("titles.annex"), tables) if tables else None


def list_words(shop: Workshop, name: str) -> int:
    """Count the words of one of the lists of passages."""
    return sum(_words(table) for table in _LISTS[name](shop))


def words_in(part: Part) -> int:
    """Count the words of a part that a reader sees; those drawn in charts do not count."""
    return sum(_words(block) for block in part.blocks)


def _words(block: Block) -> int:
    inner = sum(map(_words, block.blocks)) if isinstance(block, Callout) else 0
    return inner + sum(len(plain(inlines).split()) for inlines in inlines_of(block))


def _head(shop: Workshop, *names: str) -> tuple[Inlines, ...]:
    return tuple((shop.wording.say(f"annex.{name}"),) for name in names)


def _data(shop: Workshop, plate: Plate) -> Table:
    chart = plate.chart
    figure = Reference(f"chart:{chart.name}", shop.wording.text("labels.figure"))
    about = shop.wording.say("annex.about", tuple(e.fact for e in chart.evidence), title=chart.title)
    title = (shop.wording.say("annex.data"), figure, about)
    if chart.kind == "timeline":
        rows = tuple(_event(shop, e) for panel in chart.panels for e in panel.events)
        return Table(0, title, _head(shop, "date", "event", "evidence"), rows, widths=(2, 5, 2))
    if chart.kind == "exchange":
        rows = tuple(_phrase(shop, panel.title, p) for panel in chart.panels for p in panel.phrases)
        return Table(0, title, _head(shop, "supplies", "what", "evidence"), rows, widths=(3, 6, 3))
    rows = tuple(_datum(shop, chart, d) for panel in chart.panels for d in panel.data)
    return Table(0, title, _head(shop, "item", "value", "period", "evidence"), rows, (1,), (4, 2, 2, 2))


def _event(shop: Workshop, event: Event) -> tuple[Inlines, ...]:
    fact = shop.base.by_id[event.evidence.fact]
    edtf = event.start if event.end in {event.start, ""} else f"{event.start}/{event.end}"
    when = shop.wording.plain(shop.wording.period(edtf), (fact.id,))
    marks = tuple(m for m in fact.marks if m.label in event.evidence.notes)
    return (when,), (shop.wording.plain(event.label, (fact.id,)),), name_ground((fact, marks), shop.wording)


def _phrase(shop: Workshop, title: str, phrase: Phrase) -> tuple[Inlines, ...]:
    fact = shop.base.by_id[phrase.evidence.fact]
    marks = tuple(m for m in fact.marks if m.label in phrase.evidence.notes)
    quoted = cite(shop.source, phrase.span, ())
    return (shop.wording.plain(title, (fact.id,)),), quoted, name_ground((fact, marks), shop.wording)


def _datum(shop: Workshop, chart: Chart, datum: Datum) -> tuple[Inlines, ...]:
    fact = shop.base.by_id[datum.evidence.fact]
    label = chart.title if datum.label == shop.wording.period(datum.period) else datum.label
    working = shop.wording.say("annex.derived", (fact.id,), working=datum.derived)
    derived: tuple[Words, ...] = (working,) if datum.derived else ()
    marks = tuple(m for m in fact.marks if m.label in datum.evidence.notes)
    return (
        (shop.wording.plain(label, (fact.id,)),),
        (shop.wording.plain(datum.printed, (fact.id,)), *derived),
        (shop.wording.plain(shop.wording.period(datum.period), (fact.id,)),),
        name_ground((fact, marks), shop.wording),
    )


def _used(shop: Workshop) -> Iterator[Table]:
    rows = tuple(
        (
            (shop.wording.plain(fact.place),),
            (shop.wording.say(f"annex.{fact.kind}"),),
            name_notes(shop, fact),
            opening(shop, fact),
        )
        for fact in shop.facts
    )
    title = (shop.wording.say("annex.passages"),)
    if rows:
        yield Table(0, title, _head(shop, "place", "kind", "notes", "opening"), rows, widths=(1, 2, 2, 7))


def _omitted(shop: Workshop) -> Iterator[Table]:
    printed = {f.id for f in shop.facts}
    out = {o.fact.id: o for s in shop.strands for o in s.selection.left_out if o.fact.id not in printed}
    if not out:
        return
    rows = tuple(
        ((shop.wording.plain(o.fact.place),), opening(shop, o.fact), (shop.wording.plain(o.why),))
        for o in sorted(out.values(), key=lambda o: o.fact.span)
    )
    yield Table(0, (shop.wording.say("annex.omitted"),), _head(shop, "place", "opening", "why"), rows, widths=(1, 6, 5))


_LISTS: dict[str, Callable[[Workshop], Iterator[Table]]] = {"used": _used, "left-out": _omitted}
"""Lists of passages, in the order the annex has them."""


def name_notes(shop: Workshop, fact: Fact) -> Inlines:
    """Name the notes standing in a fact, or say that there is none."""
    return name_ground((fact, fact.marks), shop.wording) if fact.marks else (shop.wording.say("annex.none"),)


def opening(shop: Workshop, fact: Fact) -> Inlines:
    """Quote the first words of a fact."""
    words = fact.span.of(shop.source.text).split(maxsplit=_OPENING)
    if len(words) <= _OPENING:
        return cite(shop.source, fact.span, ())
    end = shop.source.text.rindex(words[-1], fact.span.start, fact.span.end)
    end = fact.span.start + len(shop.source.text[fact.span.start : end].rstrip())
    return (*cite(shop.source, Span(fact.span.start, end), ()), shop.wording.say("annex.more"))
