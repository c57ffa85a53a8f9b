"""Every number in our own words is its facts', or a count that is made again here; any other stops the build."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.errors import TraceError
from briefgen.model.brief import Brief, Figure, Locator, Quote, Reference, Table, Words, blocks_of, flat, inlines_of
from briefgen.model.chart import Datum
from briefgen.model.fact import Fact, Factbase
from briefgen.provenance.comparison import former_passages

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_HASH = re.compile(r"\bSHA-256\b|\b[0-9a-f]{12,64}\b")
_THOUSANDS = re.compile(r"(?<=\d)\u202f(?=\d{3}(?!\d))")
"""The blank that parts thousands in French."""
FORMER = "former:"
"""Before the id of a passage of the former issue; its words and figures come from that issue's trace."""
_SCALES = (1.0, 1e3, 1e6, 1e9, 1e12)


def check_numbers(brief: Brief, base: Factbase) -> None:
    """Check the numbers of everything that is not the source's own words.

    Raises:
        TraceError: a number that is neither its facts' nor a count of this paper.
    """
    counted = set(_counted(brief, base))
    for title in (brief.title, brief.subject, *(part.title for part in brief.parts)):
        check_text(title, counted, brief.name)
    runs = [inlines for block in blocks_of(brief) for inlines in inlines_of(block)]
    worked = _worked(brief)
    for inlines in [*runs, *(entry.inlines for entry in brief.notes)]:
        for inline in flat(inlines):
            if isinstance(inline, Words | Locator | Reference):
                basis = () if isinstance(inline, Reference) else inline.basis
                facts = [base.by_id[i] for i in basis if not i.startswith(FORMER)]
                derived = {n for fact in facts for n in worked.get(fact.id, ())}
                own = numbers_of(facts, base) | derived | {float(n) for f in facts for n in (f.paragraph, f.page) if n}
                allowed = own | _former_numbers(inline, brief) if basis else counted
                check_text(inline.text, allowed, brief.name)


def _former_numbers(inline: Words | Locator | Reference, brief: Brief) -> set[float]:
    """Give the numbers of the passages of the former issue that some words come from.

    Raises:
        TraceError: no former issue had such a passage, or it does not say what is quoted from it alone.
    """
    basis = () if isinstance(inline, Reference) else inline.basis
    passages = former_passages(brief, [i.removeprefix(FORMER) for i in basis if i.startswith(FORMER)])
    if isinstance(inline, Words) and len(passages) == len(basis) == 1 and inline.text not in passages[0].text:
        raise TraceError(brief.name, f"the former issue did not say ‘{inline.text[:80]}’")
    places = {float(stated.place.partition(".")[0]) for stated in passages}
    texts = [text for stated in passages for text in (stated.text, *stated.marks)]
    return places | {value for text in texts for token in _NUMBER.findall(text) for value in _readings(token)}


def _worked(brief: Brief) -> dict[str, set[float]]:
    """Give the derived numbers of the paper's charts by the fact they come from."""
    worked: dict[str, set[float]] = {}
    for block in blocks_of(brief):
        if isinstance(block, Figure):
            for datum in (d for panel in block.plate.chart.panels for d in panel.data if d.derived):
                worked.setdefault(datum.evidence.fact, set()).update(derived_numbers(datum))
    return worked


def derived_numbers(datum: Datum) -> set[float]:
    """Give the numbers that a derived value may be printed with: itself in any unit, and those of its working."""
    if not datum.derived:
        return set()
    worked = {value for token in _NUMBER.findall(datum.derived) for value in _readings(token)}
    return worked | {round(datum.value / scale, 6) for scale in _SCALES}


def check_text(text: str, allowed: set[float], name: str) -> None:
    """Check the numbers of one text.

    Raises:
        TraceError: a number is not among those allowed.
    """
    for token in _NUMBER.findall(_THOUSANDS.sub(",", _HASH.sub("", text))):
        if not set(_readings(token)) & allowed:
            raise TraceError(name, f"the number {token} in ‘{text[:80]}’ is not in the source")


def numbers_of(facts: Iterable[Fact], base: Factbase) -> set[float]:
    """Collect every number that facts state, however it may be printed."""
    found: set[float] = set()
    for fact in facts:
        for token in _NUMBER.findall(fact.span.of(base.source.text)):
            found |= set(_readings(token))
        for period in fact.periods:
            found |= _edtf_numbers(period.edtf)
        for q in fact.quantities:
            found |= _edtf_numbers(q.period) | _edtf_numbers(q.base_period)
            found |= {round(v / scale, 6) for v in (q.value, q.upper) if v is not None for scale in _SCALES}
    return found


def _edtf_numbers(edtf: str) -> set[float]:
    """Take the numbers of a period, days and months included; a decade counts by its first year."""
    return {float(piece.replace("X", "0")) for piece in re.findall(r"\d+X*", edtf)}


def _readings(token: str) -> Iterator[float]:
    """Read a number as English prints it, and where a comma may be a decimal one, so too."""
    yield float(token.replace(",", "")) if token.count(".") <= 1 else float(token.replace(".", "").replace(",", "."))
    if token.count(",") == 1:
        yield float(token.replace(".", "").replace(",", "."))


def _counted(brief: Brief, base: Factbase) -> Iterator[float]:
    """Count again, from the paper and its source, everything our own sentences may count."""
    source, day = base.source, brief.date
    yield from (day.year, day.month, day.day)
    if brief.changes:
        since = brief.changes.since
        yield from (since.year, since.month, since.day)
        yield from (float(n) for _, count in brief.changes.counts for n in range(1, count + 1))
    yield from (float(t) for t in _NUMBER.findall(f"{source.card.published} ".replace("-", " ")))
    printed = [f for f in base.facts if _is_printed(f, brief)]
    bare = sum(not f.marks for f in printed)
    cited = {(m.run, m.label) for f in printed for m in f.marks}
    noted = {(m.run, m.label) for m in source.marks}
    texts = {(n.run, n.label) for n in source.notes if n.text is not None}
    yield from (len(printed), bare, len(printed) - bare, len(cited), len(cited - texts), len(noted), len(noted - texts))
    words = len(source.text.split())
    yield from (words, sum(p.kind == "paragraph" for p in source.passages))
    yield round(100 * sum(len(f.span.of(source.text).split()) for f in printed) / max(1, words))
    yield from range(1, len(base.facts) - len(printed) + 1)
    yield from (n for f in base.facts for n in (f.paragraph, f.sentence, float(f"{f.paragraph}.{f.sentence}")))
    yield from (f.page for f in base.facts if f.page)
    yield from (block.number for block in blocks_of(brief) if isinstance(block, Figure | Table))
    fixed = (brief.marking, brief.contact, brief.organisation, brief.imprint.version, *_card(base))
    for text in (*fixed, *(m.label for m in source.marks), *_headings(base)):
        yield from (value for token in _NUMBER.findall(text) for value in _readings(token))


def _is_printed(fact: Fact, brief: Brief) -> bool:
    body = brief.part("sections")
    runs = [i for b in (body.blocks if body else ()) for inlines in inlines_of(b) for i in flat(inlines)]
    return any(isinstance(i, Quote) and i.span.start < fact.span.end and fact.span.start < i.span.end for i in runs)


def _card(base: Factbase) -> tuple[str, ...]:
    card = base.source.card
    return card.subject, card.called, card.rights, card.file, card.title, card.publisher, card.author


def _headings(base: Factbase) -> Iterator[str]:
    return (p.span.of(base.source.text) for p in base.source.passages if p.kind == "heading")
