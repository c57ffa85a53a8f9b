"""``briefgen explain``: every decision about one sentence, with the words that made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from briefgen.cli.session import Session, json_option, source_option, with_session
from briefgen.cli.study import fact_at, facts_of
from briefgen.cli.terminal import say, say_json
from briefgen.pipeline.rows import fact_rows, quantity_row
from briefgen.project import inquire

if TYPE_CHECKING:
    from briefgen.model.decision import Decision
    from briefgen.model.fact import Fact, Factbase, Reason, Theming


@click.command("explain", epilog="Example: briefgen explain 2.3")
@click.argument("fact", metavar="FACT|PLACE")
@source_option
@json_option
@with_session
def command(session: Session, fact: str, source: str | None, as_json: bool) -> int:
    """Say why a fact is what it is taken for. A place is paragraph.sentence."""
    from briefgen.pipeline.study import weigh_themes

    base = facts_of(session, source)
    found = fact_at(base, fact)
    below = weigh_themes(inquire(session.project, source), found)
    if as_json:
        say_json(_row(base, found, below))
    else:
        for line in _lines(base, found, below):
            say(line)
    return 0


def _row(base: Factbase, fact: Fact, below: Sequence[Theming]) -> dict[str, object]:
    reasons, others = (
        [{"theme": t.theme, "score": t.score, "matched": _matched(base, t)} for t in of] for of in (fact.themes, below)
    )
    return fact_rows(base, (fact,))[0] | {
        "why_themes": reasons,
        "not_on": others,
        "why_kind": _because(base, fact.why_kind),
        "why_needs": _because(base, fact.why_needs) if fact.why_needs else None,
        "decision": [fact.decision.where, *_decided(fact.decision)] if fact.decision else None,
    }


def _matched(base: Factbase, theming: Theming) -> list[tuple[str, float, str]]:
    return [(term, weight, at.of(base.source.text)) for term, weight, at in theming.matched]


def _lines(base: Factbase, fact: Fact, below: Sequence[Theming]) -> Iterator[str]:
    text = base.source.text
    yield f"{fact.place}  {fact.id}"
    yield f"  {base.words(fact)}"
    yield f"kind: {fact.kind} – {_because(base, fact.why_kind)}"
    if fact.attribution:
        yield f"said by: {fact.attribution.speaker} (“{fact.attribution.span.of(text)}”)"
    yield from (f"theme: {_scored(base, theming)}" for theming in fact.themes)
    if not fact.themes:
        yield "theme: none, it is background"
    yield from (f"not on: {_scored(base, theming)}" for theming in below)
    if fact.decision:
        yield f"decided: {fact.decision.where} – {'; '.join(_decided(fact.decision))}"
    for need in fact.needs:
        yield f"leans on: {base.by_id[need].place}  {base.words(base.by_id[need])}"
    if fact.why_needs:
        yield f"  because: {_because(base, fact.why_needs)}"
    for mark in fact.marks:
        yield f"note: {mark.label}, behind “{_before(text, fact.span.start, mark.at)}”, margin {mark.margin:g}"
    for quantity in fact.quantities:
        row = quantity_row(base, quantity)
        said = ", ".join(
            f"{key} {value}" for key, value in row.items() if key not in {"text", "start", "end"} and value
        )
        yield f"quantity: {row['text']} – {said}"
    for period in fact.periods:
        yield f"period: {period.span.of(text)} – {period.edtf or 'not resolved'}"


def _scored(base: Factbase, theming: Theming) -> str:
    matched = ", ".join(f"{said} ({term}, {weight:g})" for term, weight, said in _matched(base, theming))
    return f"{theming.theme}, score {theming.score:g} – {matched or 'no term of its own'}"


def _decided(decision: Decision) -> Iterator[str]:
    """Say what an editor decided, part by part."""
    said = {"add": decision.add, "drop": decision.drop, "pin": decision.pin, "exclude": decision.exclude}
    for verb, names in said.items():
        if names:
            yield f"{verb} {' '.join(names)}"
    if decision.kind:
        yield f"kind {decision.kind}"
    if decision.why:
        yield decision.why


def _because(base: Factbase, reason: Reason) -> str:
    words = ", ".join(f"“{span.of(base.source.text)}”" for span in reason.spans)
    return f"{reason.what}: {words}" if words else reason.what


def _before(text: str, start: int, at: int) -> str:
    return " ".join(text[start:at].split()[-4:])
