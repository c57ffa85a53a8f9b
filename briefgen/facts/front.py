"""Printed facts → page 1: the sentence of the bottom line and the key points. Roles are filled before ranks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from briefgen.facts.abbreviations import BEFORE_NUMBERS, LATE, TITLES
from briefgen.facts.codes import code_of
from briefgen.facts.needs import goes_on
from briefgen.facts.salience import SHOWN, roles
from briefgen.facts.statements import why_not
from briefgen.model.fact import Fact, Factbase, Reason
from briefgen.model.theme import Theme

LONGEST_LEAD = 40
"""Words of the bottom line."""
LONGEST_POINT = 60
"""Words up to which a key point is read at a glance; longer ones wait."""
PARTIAL = 3.0
"""What a word that takes a side costs a sentence that would stand on page 1."""
WORTH_POINTS = 600
"""Words of evidence up to which the sections themselves are the key points."""
CENTRAL = 6.0
"""Weight of speaking in the theme's commonest terms, set by the bottom lines an editor chose."""
COUNTS = {"one-page": 3, "standard": 5, "full": 5}
"""Key points of a length, at the most."""
REPEATED = 5
"""Sentences of the body that page 1 says before it, the bottom line among them."""
_ROLES = ("development", "cause", "judgement", "limit")
_RELATIVE = re.compile(
    r"\b(?:today|now|currently|recently|lately|ago|yesterday|tomorrow|nowadays|at present|so far|to date"
    r"|(?:this|last|next|past|coming|recent|previous) (?:\w+ )?(?:years?|months?|weeks?|decades?|century|days?))\b",
    re.I,
)
_ITEM = re.compile(r"[(\[]|(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z])[.)]\s")
"""Opens an item of a list, or a bracket."""
_STOPPED = re.compile(r"\b([a-z]{3,})\. [a-z]")
"""A full stop inside a sentence."""
_ROW = re.compile(r"[^:.!?]{1,60}:\s[^A-Z]{0,20}\d")
"""A row of a table of figures: "Ferries in use: 12 (1920)"."""
_TOPIC = re.compile(
    r"(?:The (?:purpose|aim|goal|scope|objective) of (?:this|the present)\b"
    r"|(?:This|The present) (?:document|memorandum|report|paper|article|section|chapter|guide|standard|specification"
    r"|file|manual|book|study|review|note|brief(?:ing)?|policy|guidance|page)\s(?:\w+ly\s)?"
    r"(?:describes|discusses|examines|outlines|explains|covers|presents|summari[sz]es|defines|introduces|contains|consists"
    r"|provides|gives|specifies|lists|details|explores|reviews|is (?:about|intended|meant|an? ))\b)"
)
"""Says what a document is about, and not what it says."""
_ADDRESSED = re.compile(
    r"\b[Yy]our?s?\b|^(?:Be (?:aware|careful|sure)|Beware|Make sure|Remember|(?:Keep|Bear) in mind|Don['’]t|Try to)\b"
)
"""Speaks to its reader, who is not the reader of the paper."""
_EMPTIED = re.compile(r"\(\s*[,;]*\s*\)|\[\s*\]")
"""A bracket out of which a converter took the words."""
_ADDS = re.compile(
    r"(?:^There (?:are|is)|^(?:In addition|Additionally|Besides|Also|For example|Finally|Lastly|Specifically"
    r"|In particular|Again|Rather|(?:First|Second|Third)(?:ly)?,|To (?:do so|\w+ (?:this|that|these|those))"
    r"|As (?:noted|described|mentioned|shown|discussed))|\balso\b|\bmeanwhile\b|\bthe latter\b)",
    re.I,
)

Front = list[tuple[Fact, Reason]]


def standing(theme: Theme, facts: Sequence[Fact], worth: Mapping[str, float]) -> dict[str, float]:
    """Weigh facts for page 1: what they are worth, how much they are of the theme, how much they say what others say.

    A single event may be worth much and yet stand for nothing; a sentence in the theme's commonest terms stands for it.
    """
    terms = {f.id: _terms(theme, f) for f in facts}
    common = Counter(term for found in terms.values() for term in found)
    on = sum(map(bool, terms.values())) or 1
    central = {i: min(1.0, sum(common[term] for term in found) / on) for i, found in terms.items()}
    return {f.id: worth[f.id] + _purity(theme, f) + CENTRAL * central[f.id] - PARTIAL * bool(f.loaded) for f in facts}


def _terms(theme: Theme, fact: Fact) -> set[str]:
    return {term for t in fact.themes if t.theme == theme.name for term, _, _ in t.matched}


def _purity(theme: Theme, fact: Fact) -> float:
    scores = {t.theme: t.score for t in fact.themes}
    return scores.get(theme.name, 0.0) / (sum(scores.values()) or 1.0)


def points(base: Factbase, facts: Sequence[Fact], worth: Mapping[str, float], most: int, words: int) -> Front:
    """Choose the key points: a development, a cause, a judgement, a limit, then by worth; none below 600 words.

    Args:
        most: how many at the most.
        words: of the evidence printed; 0 asks for them at any length.
    """
    if 0 < words <= WORTH_POINTS:
        return []
    fit = (f for f in facts if stands_alone(base, f))
    # What adds to another sentence, and what is no glance, waits for the others.
    ranked = sorted(
        fit,
        key=lambda f: (
            len(base.words(f).split()) > LONGEST_POINT,
            bool(_ADDS.search(base.words(f))),
            -worth[f.id],
        ),
    )
    chosen: dict[str, tuple[Fact, Reason]] = {}
    for wanted in (*_ROLES, *[""] * most):
        if len(chosen) == most:
            break
        for fact in ranked:
            why = next((r.why for r in roles(base, fact) if wanted in ("", r.name)), None)
            if fact.id not in chosen and why is not None:
                chosen[fact.id] = (fact, why)
                break
    return list(chosen.values())


def lead(base: Factbase, theme: Theme, facts: Sequence[Fact], worth: Mapping[str, float]) -> Fact | None:
    """Choose the one sentence that can stand alone above a paper; None where none can."""
    fit = [f for f in facts if _leads(base, f) and (theme.quota or f.theme_names[:1] == (theme.name,))]
    return max(fit, key=lambda f: worth[f.id], default=None)


def stands_alone(base: Factbase, fact: Fact) -> bool:
    """Tell whether it can be read without what stands around it, at any time."""
    words = base.words(fact)
    dated = any(p.relative and not p.edtf for p in fact.periods)
    whole = not why_not(words) and not code_of(words) and not goes_on(words) and not _ITEM.match(words)
    whole = whole and not SHOWN.search(words) and not _slips(words) and not _EMPTIED.search(words)
    return whole and not fact.needs and not dated and not _RELATIVE.search(words)


def _slips(words: str) -> bool:
    """Tell whether a stop ends no sentence and no abbreviation: a slip that nobody may mend is not for page 1."""
    known = TITLES | BEFORE_NUMBERS | LATE
    return any(word not in known for word in _STOPPED.findall(words))


def _leads(base: Factbase, fact: Fact) -> bool:
    """Tell whether it may be the bottom line: "The source states: …" claims a loaded sentence, and we must not."""
    words = base.words(fact)
    short = len(words.split()) <= LONGEST_LEAD
    own = fact.kind in ("fact", "judgement", "forecast") and not (fact.kind == "fact" and fact.loaded)
    says = not _ROW.match(words) and not _TOPIC.match(words) and not _ADDRESSED.search(words)
    return short and own and says and stands_alone(base, fact) and not _ADDS.search(words)
