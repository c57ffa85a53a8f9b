"""Draft, its sentence → which way a number points (level, share, change, count …) and how the source hedges it."""

from __future__ import annotations

import re

from briefgen.facts.drafts import Draft
from briefgen.model.fact import Direction

_HEDGES = (
    r"(?:just|well|slightly|a\slittle|far)\s(?:over|under|above|below|more\sthan|less\sthan)|no\s(?:more|fewer|less)\sthan|not\sless\sthan|"
    r"(?:more|less|fewer|greater|higher|lower|better)\sthan|at\s(?:least|most)|up\sto|as\s(?:many|much|few|little|high|low)\sas|"
    r"close\sto|upwards\sof|in\sexcess\sof|almost|nearly|about|around|approximately|approx\.|roughly|some|over|under|above|below|only|an?\s(?:estimated|"
    r"average\sof|maximum\sof|minimum\sof|total\sof)|estimated\sat|circa|c\.|ca\.|~|≈|>|<|exceeding|virtually|"
    r"не\s(?:менее|более)|более(?:\sчем)?|около|почти|свыше|примерно|порядка|"
    r"rund|etwa|circa|ungefähr|über|mehr\sals|weniger\sals|fast|knapp|beinahe|mindestens|bis\szu|"
    r"environ|près\sde|plus\sde|moins\sde|quelque|presque|au\smoins|jusqu[’']à|"
    r"约|近|超过|至少|大约|más\sde|casi|unos|cerca\sde"
)
_HEDGE = re.compile(rf"(?<![\w’'])(?P<hedge>{_HEDGES})\s?(?:a\s|an\s|the\s)?\Z", re.IGNORECASE)
_HEDGE_BEHIND = re.compile(r"\s?(?P<hedge>or\s(?:so|more|less|fewer)|-odd|-plus|plus\b|\+)", re.IGNORECASE)
_EMPTY_HEDGES = ("a total of", "an total of", "an average of", "a average of")
_UP = (
    r"(?:grow(?:th|n|ing|s)?|grew|ris(?:e|en|es|ing)|rose|increas\w+|jump\w*|surg\w+|gain(?:s|ed|ing)?|climb\w*|expan\w+|soar\w*|"
    r"up|higher|more|rais\w+|rebound\w*|advanc\w+|boost\w*|augment\w*|hausse|croissance|wuchs|stieg\w*|gestiegen|"
    r"Zuwachs|Anstieg|Wachstum|вырос\w*|рост\w*|увелич\w*|增长|上升|增加)"
)
_DOWN = (
    r"(?:fell|fall(?:en|s|ing)?|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|contract(?:ed|ion|ing|s)|slump\w*|plung\w+|cut(?:s|ting)?|"
    r"down|lower|less|fewer|reduc\w+|los(?:s|t|es)|slid|slipp\w+|sank|tumbl\w+|halv\w+|baisse\w*|recul\w*|sank|gesunken|Rückgang|"
    r"снизил\w*|сокра\w+|упал\w*|下降|减少)"
)
_REACHED = re.compile(r"\b(?:to|at|zu|auf|до|à)\s?\Z", re.IGNORECASE)
_LEFT = (
    rf"(?:\b|(?<=[一-鿿]))(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s(?!to\b)[\w’-]+){{0,3}}?"
    r"(?:\s(?:by|of|um|de|на|at))?\s?\Z"
)
_LEFT_CUE = re.compile(_LEFT, re.IGNORECASE)
_BY = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s[\w’-]+){{0,4}}?\s(?:by|of|um|на)\s?\Z", re.IGNORECASE)
_BY_PART = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s[\w’-]+){{0,4}}?\sby\s?\Z", re.IGNORECASE)
_RIGHT_CUE = re.compile(
    r"\s(?:(?!or\b)[\w’-]+\s){0,2}?(?:(?P<up>growth|increases?|rises?|jumps?|surges?|gains?|expansion|higher|more|above|"
    r"upturn|hike|rebound|gestiegen|gewachsen|zugenommen)|(?P<down>decreases?|declines?|drops?|falls?|reductions?|cuts?|"
    r"contraction|slump|losses|loss|lower|less|fewer|below|shrinkage|gesunken|gefallen|zurückgegangen))\b",
    re.IGNORECASE,
)
_GROWTH_BEFORE = re.compile(
    r"\b(?:(?P<up>growth|increase|inflation)|(?P<down>decline|contraction|decrease))\b[^.;:]{0,30}\Z", re.IGNORECASE
)
_SHARE_RIGHT = re.compile(
    r"\s(?:of\b|share\b|stake\b|majority\b|ownership\b|der\b|des\b|von\b|de\s|des\s|от\b)", re.IGNORECASE
)
_SHARE_LEFT = re.compile(
    r"\b(?:shares?|stakes?|portion|proportion|majority|account\w*|mak(?:es?|ing)\sup|made\sup|represent\w*|constitut\w*|compris\w*|holds?|own(?:s|ed)?|anteil\w*|доля|доли)\b[^.;:]{0,25}\Z",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:\A|[;:,—(–]\s?|\b(?:that|and|while|but|whereas|where|or|only)\s)\Z", re.IGNORECASE)


def hedge_of(text: str, draft: Draft) -> tuple[str, int]:
    """Give a number's hedge as the source words it, in small letters, and where its words start; empty for none."""
    if draft.hedge:
        return draft.hedge, draft.start
    match = _HEDGE.search(text, max(0, draft.start - 26), draft.start)
    if match and not _is_preposition(text, match, draft):
        words = " ".join(match["hedge"].lower().split())
        if words not in _EMPTY_HEDGES:
            return words, match.start("hedge")
    behind = _HEDGE_BEHIND.match(text, draft.end)
    return (" ".join(behind["hedge"].lower().split()), draft.start) if behind else ("", draft.start)


def _is_preposition(text: str, match: re.Match[str], draft: Draft) -> bool:
    """Tell "rose over ten years" from "over ten aircraft"."""
    word = match["hedge"].lower()
    if word in ("above", "below", "under") and draft.sort == "percent":
        return False
    if word in ("over", "around", "about") and draft.sort == "duration":
        return not re.search(r"\b(?:for|lasted|after|of|took|is|was|spans?|spent)\s\Z", text[: match.start("hedge")])
    return word == "some" and draft.sort in ("fraction", "factor")


def of(text: str, draft: Draft) -> Direction:
    """Tell which way a number points."""
    match draft.sort:
        case "duration":
            return "duration"
        case "vague":
            return "approx"
        case "factor":
            return "factor"
        case "fraction":
            return _change(text, draft, _BY_PART) or "share"
        case "percent":
            return _of_percent(text, draft)
    return _change(text, draft, _BY) or ("count" if draft.sort == "count" else "level")


def _head(text: str, draft: Draft) -> str:
    """Cut out the words before a number and its hedge."""
    start = hedge_of(text, draft)[1] if not draft.hedge else draft.start
    return text[max(0, start - 60) : start]


_ROSE = re.compile(
    r"\b(?:(?P<up>rose|grew|increased|jumped|surged|gained|climbed|expanded|soared|up|rising|growing|adding|added)|"
    r"(?P<down>fell|dropped|declined|decreased|shrank|contracted|slumped|plunged|lost|slid|sank|down|falling))\s?\Z",
    re.IGNORECASE,
)


def _change(text: str, draft: Draft, cue: re.Pattern[str]) -> Direction | None:
    match = cue.search(_head(text, draft))
    if match is None and draft.sort in ("money", "measure", "percent"):
        match = _ROSE.search(_head(text, draft)) or _RIGHT_CUE.match(text, draft.end)
    if match is None:
        return None
    return "change+" if match["up"] else "change-"


def _of_percent(text: str, draft: Draft) -> Direction:
    head = _head(text, draft)
    if _REACHED.search(head):
        return "share" if _SHARE_RIGHT.match(text, draft.end) or _SHARE_LEFT.search(head) else "level"
    shared = _SHARE_RIGHT.match(text, draft.end)
    changed = _change(text, draft, _BY if shared else _LEFT_CUE)
    if changed:
        return changed
    if shared or _SHARE_LEFT.search(head):
        return "share"
    growth = _GROWTH_BEFORE.search(head)
    if growth:
        return "change+" if growth["up"] else "change-"
    return "share" if _SUBJECT.search(head) else "level"
