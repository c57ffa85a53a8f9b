"""Draft, its sentence → how the source hedges a number: "nearly", "at least", "or more". In the source's own words."""

from __future__ import annotations

import re

from briefgen.facts.drafts import Draft

_BEFORE = (
    r"(?:just|well|slightly|a\slittle|far)\s(?:over|under|above|below|more\sthan|less\sthan)|no\s(?:more|fewer|less)\sthan|"
    r"not\sless\sthan|(?:more|less|fewer|greater|higher|lower|better)\sthan|at\s(?:least|most)|up\sto|upwards\sof|"
    r"in\sexcess\sof|as\s(?:many|much|few|little|high|low)\sas|close\sto|almost|nearly|about|around|approximately|approx\.|"
    r"roughly|some|over|under|above|below|only|an?\sestimated|estimated\sat|circa|c\.|ca\.|~|≈|>|<|exceeding|virtually|"
    r"не\s(?:менее|более)|более(?:\sчем)?|около|почти|свыше|примерно|порядка|"
    r"rund|etwa|ungefähr|über|mehr\sals|weniger\sals|fast|knapp|beinahe|mindestens|bis\szu|"
    r"environ|près\sde|plus\sde|moins\sde|quelque|presque|au\smoins|jusqu[’']à|"
    r"约|近|超过|至少|大约|más\sde|casi|unos|cerca\sde"
)
_HEDGE = re.compile(rf"(?<![\w’'])(?P<hedge>{_BEFORE})\s?(?:a\s|an\s|the\s)?\Z", re.IGNORECASE)
_BEHIND = re.compile(r"\s?(?P<hedge>or\s(?:so|more|less|fewer)|-odd|-plus|plus\b|\+)", re.IGNORECASE)
_LASTING = re.compile(r"\b(?:for|lasted|after|of|took|is|was|spans?|spent)\s\Z")


def of(text: str, draft: Draft) -> tuple[str, int]:
    """Give the hedge of a number in small letters, and where its words start; empty for none."""
    if draft.hedge:
        return draft.hedge, draft.start
    match = _HEDGE.search(text, max(0, draft.start - 26), draft.start)
    if match and not _is_preposition(text, match, draft):
        return " ".join(match["hedge"].lower().split()), match.start("hedge")
    behind = _BEHIND.match(text, draft.end)
    return (" ".join(behind["hedge"].lower().split()), draft.start) if behind else ("", draft.start)


def _is_preposition(text: str, match: re.Match[str], draft: Draft) -> bool:
    """Tell "rose over ten years" and "under three heads" from "over ten aircraft"."""
    word = match["hedge"].lower()
    if word in ("over", "around", "about") and draft.sort == "duration":
        return not _LASTING.search(text[: match.start("hedge")])
    if word in ("under", "above", "below") and draft.sort == "count":
        return (draft.value or 0) <= 12
    return word == "some" and draft.sort in ("fraction", "factor")
