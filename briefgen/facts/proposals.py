"""Factbase → rows for a person to confirm: names with their roles, positions, dated events. All are the source's words.

A proposal may be wrong and costs a keystroke; nothing is used before somebody has put a name under “confirmed”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from briefgen.editorial import entities as register
from briefgen.editorial import events, positions
from briefgen.facts import entities
from briefgen.facts.lexemes import Index, words_of
from briefgen.model.dossier import Sort
from briefgen.model.fact import Fact, Factbase
from briefgen.model.source import Span

_ADJECTIVE = re.compile(
    r"\w*(?:ian|ians|ese|ish|ern|ican|icans)|.*-(?:led|era|based|backed|made|style)|Sino|\S+–\S+|[A-Z]{3,}[-–]\S+"
)
_SHORT = re.compile(r"\s*\((?:the\s)?([A-Z][\w&-]+)\)")
_FULL_NAME = re.compile(r"[^\W\d_]+ [^\W\d_]+")
_ENDINGS: tuple[tuple[Sort, str], ...] = (
    ("place", r"(?:Sea|Ocean|River|Islands?|Gulf|Strait|Peninsula|Bay|Mountains?|Subcontinent|Far East|Republics?)$"),
    (
        "organisation",
        r"(?:Organi[sz]ation|Council|Ministry|Agency|Administration|University|Party|Bank|Corporation|Union|Dialogue"
        r"|Committee|Commission|Army|Navy|Centre|Center|Institute|Association|Authority|Company|Group|Court|Fund)\b",
    ),
    ("document", r"(?:Treaty|Agreement|Accord|Convention|Strategy|Charter|Act|Declaration|Pact|Report)\b"),
    ("event", r"(?:Revolution|War|Crisis|Conference|Summit|Games)$"),
)
_STANCES = (
    "(recognise|recognises|recognize|recognizes|accept|accepts|oppose|opposes|opposed|condemn|condemns|condemned)",
    "(support|supports|supported|endorse|endorses|endorsed|welcome|welcomed|reject|rejects|rejected|denounced)",
    "(criticised|criticized|refused|refuses|abstained|objects|objected|claims|demands|demanded|favours|favors)",
    "neutral", "(indicated|stated|declared) its (support|opposition)", "(highly|sharply|openly) critical of",
    "called (on|for)", "described … as", "categorised … as", "see … as", "saw … as",
)  # fmt: skip
_VERBAL = re.compile(r"(?:(?:has|have|had|do|does|did|is|are|was|were|not|also|both|openly|would|never)\s+)+$")
_CLAUSE_END = re.compile(r"[;—]|,\s(?:but|yet|while|although|which|who|thereby)\b|\s(?:despite|though)\b|[.!?]?$")
_MEASURED = ("level", "share", "change+", "change-", "factor")


def propose_names(base: Factbase) -> tuple[register.Row, ...]:
    """List each name once, where most is said of it: its role, its own script, its short form."""
    rows: dict[str, register.Row] = {}
    for fact in base.facts:
        for row in _names_in(base, fact):
            known = rows.get(row.name)
            if known is None or _said(row) > _said(known):
                rows[row.name] = replace(row, aliases=row.aliases or (known.aliases if known else ""))
    return tuple(_shortened(list(rows.values())))


def propose_positions(base: Factbase) -> tuple[positions.Row, ...]:
    """List what reads like a stance, with who takes it; on which issue is for a person to say."""
    return tuple(row for fact in base.facts for row in _positions_in(base, fact))


def propose_events(base: Factbase) -> tuple[events.Row, ...]:
    """List the sentences that date something other than a figure; a person cuts each down to the words that tell it."""
    rows = []
    for fact in base.facts:
        figures = {p for q in fact.quantities if q.direction in _MEASURED for p in (q.period, q.base_period)}
        words = fact.span.of(base.source.text).rstrip(".")
        for period in fact.periods:
            if fact.kind in ("fact", "reported") and period.edtf and period.edtf not in figures:
                rows.append(events.Row(period.edtf, " ".join(words.split()), fact.id, 0, len(words)))
    return tuple(rows)


def _names_in(base: Factbase, fact: Fact) -> Iterator[register.Row]:
    text = fact.span.of(base.source.text)
    people = {person.name: person.role.of(text) for person in entities.people(text)}
    natives: dict[Span, list[str]] = {}
    for pair in entities.native_pairs(text):
        person = next((span for span in people if pair.name.covers(span) and span.end == pair.name.end), pair.name)
        natives.setdefault(person, []).append(" ".join(pair.native.of(text).split()))
    found = {span for span in entities.names(text) if not any(span.meets(person) for person in people)}
    for span in sorted({*found, *people, *natives}):
        name = " ".join(span.of(text).split())
        if _ADJECTIVE.fullmatch(name):
            continue
        native = register.BETWEEN.join(natives.get(span, ()))
        short = _SHORT.match(text, span.end)
        sort: Sort = "person" if span in people else _sort_of(name)
        yield register.Row(
            name, sort, short[1] if short else "", native, people.get(span, ""), fact.id, span.start, span.end
        )


def _sort_of(name: str) -> Sort:
    return next((sort for sort, ending in _ENDINGS if re.search(ending, name)), "")


def _said(row: register.Row) -> int:
    return bool(row.role) + bool(row.native) + bool(row.aliases)


def _shortened(rows: list[register.Row]) -> Iterator[register.Row]:
    """Make a lone name the alias of the one name of two words that holds it."""
    full = [row.name for row in rows if row.sort in ("person", "") and _FULL_NAME.fullmatch(row.name)]
    aliases: dict[str, list[str]] = {}
    for name in (row.name for row in rows if " " not in row.name):
        longer = [other for other in full if name in other.split()]
        if len(longer) == 1:
            aliases.setdefault(longer[0], []).append(name)
    gone = {name for short in aliases.values() for name in short} | {row.aliases for row in rows}
    for row in rows:
        if row.name not in gone:
            both = [part for part in (row.aliases, *aliases.get(row.name, ())) if part]
            yield replace(row, aliases=register.BETWEEN.join(dict.fromkeys(both)))


def _positions_in(base: Factbase, fact: Fact) -> Iterator[positions.Row]:
    text = fact.span.of(base.source.text)
    words = words_of(text)
    runs = entities.names(text)
    end = 0
    for hit in sorted(_index().find(words), key=lambda hit: hit.at):
        verb = words[hit.at[0]].start
        actor = next((run for run in reversed(runs) if run.end <= verb), None)
        if verb < end or actor is None or ";" in text[actor.end : verb]:
            continue
        helpers = _VERBAL.search(text, 0, verb)
        start = helpers.start() if helpers else verb
        stop = _CLAUSE_END.search(text, words[hit.at[-1]].end)
        end = stop.start() if stop else len(text)
        said = " ".join(text[start:end].split())
        yield positions.Row("", " ".join(actor.of(text).split()), said, fact.id, start, end)


@cache
def _index() -> Index:
    return Index(_STANCES)
