"""Fact → how much it is worth on a short page, and which role it can fill there. Weights were set before measuring."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefgen.facts.lexemes import Index, words_of
from briefgen.model.fact import JUDGED, Fact, Factbase, Reason
from briefgen.model.source import Span

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’-]+")
SHOWN = re.compile(
    r"\b(?:Fig\.|Figure|Table|Exhibit|Box)\b(?! out)|\b(?:see|shown|described|mentioned) (?:above|below)\b"
)
"""What points at a thing the paper has not."""
_CAUSE = Index((
    "because of", "(because|hence|thereby|consequently)", "due to", "owing to", "as a result", "as a consequence",
    "in the wake of", "in response to", "(driven|fuelled|fueled|prompted|caused|triggered) by", "in turn",
    "(accelerated|accelerates|pushing|pushed|deepening|deepened|spurred|enabled|enables|afforded)",
    "(allows|allowing|leading to|led to|resulted in|results in|brought about|gives|drove|forced|forcing)",
    "the (more|greater|closer|less) … the (more|greater|closer|less)",
))  # fmt: skip
_LIMIT = Index((
    "(however|despite|although|though|nevertheless|nonetheless|yet|but|albeit|except)", "not an (alliance|ally)",
    "(limited|limitations|low)",
    "(little|weak|slower|neutral|reluctant|unable|unwilling|asymmetry|weaker|fragile)",
    "(do|does|did|has|have|had|is|are|would|could|will|can) not", "nor (do|does|did|has|have)", "neither … nor",
    "(refused|refuses|failed|fails) to", "without (much|any)", "(lack|absence) of", "to the test", "no longer",
    "limits (to|of|on)",
    "(tension|tensions|friction|frictions|dispute|disputes|suspicions|mistrust|rivalry)",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """What a passage can do on page 1."""

    name: str
    why: Reason


def weight(base: Factbase, fact: Fact, theme: str, summarises: bool) -> float:
    """Weigh a fact: figures, dates, notes, names, place, and its score on the theme, less what cannot stand alone.

    Args:
        theme: empty where none is asked for (overview).
        summarises: whether it stands in its author's own summary.
    """
    words = base.words(fact)
    on = next((t.score for t in fact.themes if t.theme == theme), 0.0)
    first = fact.themes[0].theme == theme if fact.themes else False
    names = len(fact.entities) or len(set(_NAME.findall(words)))
    return (
        min(2, sum(1 for q in fact.quantities if q.direction != "duration"))
        + 0.8 * bool(_own_periods(fact))
        + 0.8 * min(2.0, on / 4)
        + 0.6 * first
        + 0.6 * bool(fact.marks)
        + 0.6 * min(1.0, names / 6)
        + 0.3 * (fact.sentence == 1)
        + 0.5 * summarises
        - 1.0 * bool(fact.needs)
        - 0.6 * bool(SHOWN.search(words))
        - 0.5 * (len(words) < 70)
        - 0.3 * (len(words) > 330)
        - 1.5 * (len(words) > 900)
    )


def _own_periods(fact: Fact) -> list[str]:
    return [p.edtf for p in fact.periods if p.edtf and not p.relative]


def roles(base: Factbase, fact: Fact) -> tuple[Role, ...]:
    """Tell what a fact can do on page 1, most telling first, with the words of the source that say so."""
    text = fact.span.of(base.source.text)
    found = []
    if fact.kind in ("fact", "reported") and (_own_periods(fact) or fact.quantities):
        spans = tuple(sorted({p.span for p in fact.periods} | {q.span for q in fact.quantities}))
        found.append(Role("development", Reason("dated or measured", spans)))
    for name, index, what in (("cause", _CAUSE, "cause or consequence"), ("limit", _LIMIT, "limit or counter-point")):
        if spans := _places(index, text, fact.span.start):
            found.append(Role(name, Reason(what, spans)))
    if fact.kind in JUDGED:
        found.append(Role("judgement", fact.why_kind))
    return tuple(found)


def _places(index: Index, text: str, offset: int) -> tuple[Span, ...]:
    words = words_of(text)
    spans = sorted({Span(words[h.at[0]].start, words[h.at[-1]].end).moved(offset) for h in index.find(words)})
    return tuple(s for s in spans if not any(other != s and other.covers(s) for other in spans))
