"""Sentence → the times it names, as EDTF: its plain moments, joined and opened by the words between and before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.facts import edtf, moments, partial, relations
from briefgen.facts.calendar import AFTER, AND, BETWEEN, FROM, SINCE, TO, UNTIL
from briefgen.facts.moments import NOT_BEFORE, Moment
from briefgen.model.fact import Period
from briefgen.model.source import Span

_PART = r"(?:the\s|den?\s|les\s)?(?:(?:end|start|beginning|middle)\sof\s(?:the\s)?|early[\s-]|mid[\s-]?|late[\s-])?"
_JOINT = re.compile(
    rf"(?P<dash>\s?[–-]\s?|—)|\s(?P<to>{TO})\s{_PART}|\s(?P<and>{AND})\s{_PART}|(?P<comma>,\s)|(?P<han>[至到])"
)
_BARE = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id|[Ff]rom|[Bb]etween|[Tt]o|"
    r"[Tt]hrough|[Oo]f|this|im|en|в)[\s-]\Z"
)
"""What stands before a month without day and year: "in May", but not "May he"."""
_FIRST_DAY = re.compile(
    rf"{NOT_BEFORE}(?P<day>[12]?\d|3[01])(?:st|nd|rd|th|\.)?(?:\s?[–-]\s?|\s(?P<to>{TO})\s|\s(?P<and>{AND})\s)\Z"
)
_OPENED = re.compile(
    rf"(?<!\w)(?:(?P<since>{SINCE})\s(?:[\w’'-]+\s){{0,5}}?|(?P<until>{UNTIL})\s(?:the\s)?|(?P<after>{AFTER})\s|"
    rf"(?P<between>{BETWEEN})\s(?:the\s)?|(?P<start>{FROM})\s(?:the\s)?)\Z",
    re.IGNORECASE,
)

_REACH = 60
"""Characters before a moment in which the words that open it are looked for."""


def find(text: str, language: str = "en", before: str = "") -> tuple[Period, ...]:
    """Find the times a sentence names, in the order they stand.

    Args:
        text: one sentence; spans count from its start.
        language: of the prose, BCP 47.
        before: EDTF of the last time named before the sentence, for what leans on it; empty for none.
    """
    found = list(_named(text, language, before)) if moments.hint(language).search(text) else []
    return relations.complete(text, found, before, language)


def _named(text: str, language: str, before: str) -> Iterator[Period]:
    """Find what names its year, and days and months that take theirs from what was named before."""
    plain = moments.find(text, language)
    position, last, done = 0, before, 0
    while position < len(plain):
        run, joints = _run(text, plain[position:])
        position += len(run)
        if run[0].edtf or len(run) > 1 or _may_lack_year(text, run[0]):
            made = _period(text, run, joints, last, language, done)
            yield made
            last, done = made.edtf or last, made.span.end


def _may_lack_year(text: str, moment: Moment) -> bool:
    return bool(moment.day) or _BARE.search(text, max(0, moment.start - 10), moment.start) is not None


def _run(text: str, plain: Sequence[Moment]) -> tuple[list[Moment], list[str]]:
    """Gather the moments that stand joined from the first on, with the kinds of their joints."""
    run, joints = [plain[0]], list[str]()
    for following in plain[1:]:
        match = _JOINT.fullmatch(text, run[-1].end, following.start)
        kind = match.lastgroup if match else None
        if kind in ("dash", "han"):
            kind = "to"
        if kind is None or not _fits(run[-1], following, kind):
            break
        run.append(following)
        joints.append(kind)
        if kind == "to":
            break
    while joints and joints[-1] == "comma":
        run.pop()
        joints.pop()
    return run, joints


def _fits(left: Moment, right: Moment, kind: str) -> bool:
    """Tell whether two neighbours make one period."""
    if "/" in left.edtf or "/" in right.edtf:
        return False
    if kind == "to":
        ordered = not left.edtf or not right.edtf or left.edtf < right.edtf
        return ordered and (left.fine == right.fine or bool(left.edtf) or right.fine == "day")
    if kind == "comma":
        return left.fine == right.fine == "year"
    return left.fine == right.fine and (left.fine in ("year", "decade", "century") or not left.edtf)


def _period(text: str, run: Sequence[Moment], joints: Sequence[str], last: str, language: str, done: int) -> Period:
    """Make one period of moments and of the words that stand before them.

    Args:
        last: EDTF of the time named before; empty for none.
        done: where its words end.
    """
    year = edtf.last_year(run[-1].edtf) or edtf.last_year(last)
    said = [m.edtf or (edtf.moment(year, m.month, m.day) if year else "") for m in run]
    start, end, relative = run[0].start, run[-1].end, not run[-1].edtf
    if not all(said):
        return Period(Span(start, end), "", True)
    floor = max(done, start - _REACH)
    head, said = _from_first_day(text[floor:start], run[0], said)
    head, said[0] = partial.narrowed(head, said[0], run[0].fine, language)
    head, written = _opened(head, said, joints)
    return Period(Span(floor + len(head), end), written, relative)


def _from_first_day(head: str, moment: Moment, said: list[str]) -> tuple[str, list[str]]:
    """Take the first day of "4–6 February 2022" out of the words before."""
    match = _FIRST_DAY.search(head) if moment.fine == "day" else None
    if match is None or "/" in said[0] or int(match["day"]) >= int(said[0][-2:]):
        return head, said
    first = f"{said[0][:-2]}{int(match['day']):02d}"
    return head[: match.start()], [first, *said] if match["and"] else [f"{first}/{said[0]}", *said[1:]]


def _opened(head: str, said: Sequence[str], joints: Sequence[str]) -> tuple[str, str]:
    """Apply "since", "until", "between" at the end of the words before, and what joins the moments."""
    match = _OPENED.search(head)
    kind = match.lastgroup if match else None
    rest = head[: match.start()] if match else head
    if len(said) > 1:
        if "to" in joints or kind == "between":
            return rest if kind in ("between", "start") else head, f"{edtf.start(said[0])}/{edtf.end(said[-1])}"
        return head, f"{{{','.join(said)}}}"
    match kind:
        case "since":
            return rest, f"{edtf.start(said[0])}/.."
        case "after":
            return rest, f"{edtf.end(said[0])}/.."
        case "until":
            return rest, f"../{edtf.end(said[0])}"
    return head, said[0]
