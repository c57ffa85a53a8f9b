"""Draft, its sentence → which way a number points: a level, a share, a change up or down, a count, a multiple."""

from __future__ import annotations

import re

from briefgen.facts import hedges
from briefgen.facts.drafts import Draft
from briefgen.model.fact import Direction

_UP = (
    r"(?:grow(?:th|n|ing|s)?|grew|ris(?:e|en|es|ing)|rose|increas\w+|jump\w*|surg\w+|gain(?:s|ed|ing)?|climb\w*|expan\w+|"
    r"soar\w*|(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)(?<!set\s)up|higher|more|rais\w+|rebound\w*|advanc\w+|boost\w*|"
    r"augment\w*|hausse|croissance|wuchs|stieg\w*|gestiegen|Zuwachs|Anstieg|Wachstum|вырос\w*|рост\w*|увелич\w*)"
)
_DOWN = (
    r"(?:fell|fall(?:en|s|ing)?|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|contract(?:ed|ion|ing|s)|slump\w*|plung\w+|"
    r"cut(?:s|ting)?|down|lower|less|fewer|reduc\w+|los(?:s|t|es)|slid|slipp\w+|sank|tumbl\w+|halv\w+|diminish\w*|curtail\w*|"
    r"weaken\w*|depreciat\w+|devalu\w+|baisse\w*|recul\w*|gesunken|Rückgang|снизил\w*|сокра\w+|упал\w*)"
)
_HAN = r"(?P<han_up>增长|上升|增加)|(?P<han_down>下降|减少)"
_MOVED = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_LEFT = re.compile(
    rf"(?:{_MOVED}(?:\s(?!(?:to|from)\b)[\w’-]+){{0,3}}?(?:\s(?:by|of|um|de|на|at))?|{_HAN})\s?\Z", re.IGNORECASE
)
_BY = re.compile(rf"{_MOVED}(?:\s(?!from\b)[\w’-]+){{0,4}}?\s(?:by|of|um|на)\s?\Z", re.IGNORECASE)
_BY_PART = re.compile(rf"{_MOVED}(?:\s[\w’-]+){{0,4}}?\sby\s?\Z", re.IGNORECASE)
_ROSE = re.compile(
    r"\b(?:(?P<up>rose|grew|increased|jumped|surged|gained|climbed|expanded|soared|rising|growing|adding|added|"
    r"(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)(?<!set\s)up)|"
    r"(?P<down>fell|dropped|declined|decreased|shrank|contracted|slumped|plunged|lost|slid|sank|down|falling))\s?\Z",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"\s(?:(?!or\b)[\w’-]+\s){0,2}?(?:(?P<up>growth|increases?|rises?|jumps?|surges?|gains?|expansion|higher|more|above|"
    r"upturn|hike|rebound|gestiegen|gewachsen|zugenommen)|(?P<down>decreases?|declines?|drops?|falls?|reductions?|cuts?|"
    r"contraction|slump|losses|loss|lower|less|fewer|below|shrinkage|gesunken|gefallen|zurückgegangen))\b",
    re.IGNORECASE,
)
_GROWTH = re.compile(
    r"\b(?:(?P<up>growth|increase|inflation)|(?P<down>decline|contraction|decrease))\b[^.;:]{0,30}\Z", re.IGNORECASE
)
_REACHED = re.compile(r"\b(?:to|at|zu|auf|до|à)\s?\Z", re.IGNORECASE)
_SHARE_BEHIND = re.compile(
    r"\s(?:of\b|share\b|stake\b|majority\b|ownership\b|der\b|des\b|von\b|de\s|des\s|от\b)", re.IGNORECASE
)
_SHARE_BEFORE = re.compile(
    r"\b(?:shares?|stakes?|portion|proportion|majority|account\w*|mak(?:es?|ing)\sup|made\sup|represent\w*|constitut\w*|"
    r"compris\w*|holds?|own(?:s|ed)?|anteil\w*|доля|доли)\b[^.;:]{0,25}\Z",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:\A|[;:,—(–]\s?|\b(?:that|and|while|but|whereas|where|or|only)\s)\Z", re.IGNORECASE)
_REACH = 60


def of(text: str, draft: Draft) -> Direction:
    """Tell which way a number points."""
    head = _head(text, draft)
    match draft.sort:
        case "duration":
            return "duration"
        case "vague":
            return "approx"
        case "factor":
            return "factor"
        case "fraction":
            return _way(_BY_PART.search(head)) or "share"
        case "percent":
            return _of_percent(text, draft, head)
        case "money":
            return _way(_BY.search(head) or _ROSE.search(head) or _RIGHT.match(text, draft.end)) or "level"
        case "measure":
            return _way(_BY.search(head) or _ROSE.search(head)) or "level"
    return _way(_BY.search(head)) or ("count" if draft.sort == "count" else "level")


def _head(text: str, draft: Draft) -> str:
    """Cut out the words before a number and its hedge."""
    start = hedges.of(text, draft)[1]
    return text[max(0, start - _REACH) : start]


def _way(match: re.Match[str] | None) -> Direction | None:
    if match is None:
        return None
    groups = match.groupdict()
    return "change+" if groups["up"] or groups.get("han_up") else "change-"


def _of_percent(text: str, draft: Draft, head: str) -> Direction:
    shared = _SHARE_BEHIND.match(text, draft.end)
    if _REACHED.search(head):
        return "share" if shared or _SHARE_BEFORE.search(head) else "level"
    if shared:
        return _way(_BY.search(head)) or "share"
    moved = _way(_LEFT.search(head) or _ROSE.search(head) or _RIGHT.match(text, draft.end))
    if moved:
        return moved
    if _SHARE_BEFORE.search(head):
        return "share"
    return _way(_GROWTH.search(head)) or ("share" if _SUBJECT.search(head) else "level")
