"""The sentences of a paragraph → what each leans on: the ones without which it misleads or cannot be read.

English. Told by openings ("That same day", "Nor does", "However"), by pronouns and "these …" that nothing in the
sentence itself explains, by "the strategy" after a Strategy, by quotations left open. Each reason names the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.model.fact import Reason
from briefgen.model.source import Span

_CONNECTIVE = re.compile(
    r"(?:However|Nor|But|Yet|Still|Moreover|Furthermore|Therefore|Thus|Hence|Consequently|Accordingly|Instead"
    r"|Likewise|Similarly|Nevertheless|Nonetheless|Meanwhile|Otherwise|In turn|As a result|As a consequence"
    r"|In contrast|By contrast|On the other hand|On the contrary|In addition(?! to)|In response|In return|After that"
    r"|Since then|By then|Until then|Then|At the same time|That said|For (?:example|instance)|What changed"
    r"|As well as \w+ing)\b(?! despite)"
)
_EXAMPLE = re.compile(r"For (?:example|instance)\b")
_BACKWARD_OPENING = re.compile(
    r"(?:\w+ ){0,5}(?:similarly|likewise|in turn has|in contrast)\b|(?:The|A) subsequent\b"
    r"|(?:\w+, )?so (?:are|is|do|does|did|has|have)\b|The (?:latter|former|same)\b|(?:The )?least (?:\w+ )?of the\b"
    r"|(?:During|In|At|On|By|After|Before|Under) that [a-z\d]"
    r"|If (?:this|that) (?:is|was|were) (?:not )?(?:the case|so)\b",
    re.I,
)
_BACKWARD = re.compile(
    r"\bfor (?:example|instance),|\b(?:has|have|had) since\b|\bthat same \w+"
    r"|\bthe (?:day|week|month|year) (?:after|before) the \w+|\bof (?:those|these|them)\b(?! (?:with|who|in|\w+ing))"
    r"|\bfrom that\b|\bbefore this\b",
    re.I,
)
_BACKWARD_HINTS = (
    " since", "that same", " after the ", " before the ", "of th", "from that", "before this", "for example,",
    "for instance,",
)  # fmt: skip
"""One of which stands wherever the pattern above does: looking for these costs a tenth."""
_POINTING = re.compile(
    r"(?:This|That(?!’s right)|These|Those|Such(?! as)|It(?!’s time)|They|He|She|His|Her|Its|Their)\b"
)
_PRONOUN = re.compile(
    r"(?:In|On|At|By|Between|Since|After|Before|From|During|Until|As|With|\w+ly)\b"
    r"(?:[^,;A-Z]|, (?=for))*, (they|he|she|it)\b"
)
_THESE = re.compile(r"\b(?:these|this) ([a-z]\w+)(?: [a-z]+)?")
_DEFINITE = re.compile(r"(?:The|That) (\w+)\b(?! (?:of|between|on|in|for|to|signed|published|that|which|by|and)\b)")
_DOCUMENT = re.compile(
    r"(?:agreement|announcement|accord|communiqué|contract|deal|decision|declaration|document|grouping|initiative|law"
    r"|meeting|pact|plan|policy|poll|programme|program|project|proposal|report|resolution|statement|strategy|study"
    r"|summit|survey|treaty|vote|exercise|exercises|pipeline)s?"
)
_LIST = re.compile(
    r"^There (?:are|were|is) (?:\w+ ){0,3}(?:issues|reasons|ways|examples|factors|cases|questions|points)\b|:$"
)
_RELATION = frozenset({"relationship", "partnership", "alliance", "relation", "axis", "cooperation", "tie", "entente"})
_IDLE = frozenset({"year", "month", "week", "day", "decade", "century", "is", "was", "has", "means", "does", "things"})


@dataclass(frozen=True, slots=True)
class Leaning:
    """What one sentence leans on."""

    on: tuple[int, ...]
    """Nearest first: places in the paragraph from 0; negative ones count back from the end of the paragraph before."""
    why: Reason | None
    """None where it stands alone. Spans count from the start of the sentence."""


ALONE = Leaning((), None)
QUOTED = Reason("stands in a quotation opened before")
ITEM = Reason("an item of what is announced above it")
_NEAR = 10


def lean(sentences: Sequence[str], before: Sequence[str] = ()) -> list[Leaning]:
    """Tell for each sentence of a paragraph what it leans on.

    Args:
        before: the sentences of the paragraph before, in the same part of the document; empty where there is none.
    """
    inside = _inside_quotations(sentences)
    return [Leaning((n - 1,), QUOTED) if inside[n] else _leaning(n, sentences, before) for n in range(len(sentences))]


def _leaning(n: int, sentences: Sequence[str], before: Sequence[str]) -> Leaning:
    text = sentences[n]
    if n == 0 and not before:
        return ALONE
    if why := _opens_backward(text, first=n == 0):
        return Leaning((_antecedent(n, text, before),), why)
    if n == 0:
        return ALONE
    if repeat := _repeats(text, n, sentences):
        return repeat
    if why := _unexplained(text):
        return Leaning((n - 1,), why)
    if _LIST.search(sentences[n - 1]):
        return Leaning((n - 1,), Reason("an instance of what the sentence before announces"))
    return ALONE


def _antecedent(n: int, text: str, before: Sequence[str]) -> int:
    """The sentence before; for an "it" that opens a paragraph, where the one before first names the matter."""
    if n > 0 or not re.match(r"(?:\w+, )?it\b", text, re.I):
        return n - 1
    wanted = _stems(text)
    shared = [len(wanted & _stems(sentence)) for sentence in before]
    return shared.index(max(shared)) - len(before) if max(shared) else -1


def _stems(text: str) -> set[str]:
    words = {re.sub(r"(?:ies|s)$", "", word) for word in re.findall(r"[a-z]{5,}", text.lower())}
    return {("relation" if word in _RELATION else word) for word in words}


def _opens_backward(text: str, first: bool) -> Reason | None:
    """Find an opening that points back; at the start of a paragraph only pronouns, "such" and an example surely do."""
    if match := _POINTING.match(text):
        return Reason("opens with a word that points back", (Span(*match.span()),))
    if match := _PRONOUN.match(text):
        return Reason("a pronoun before any name", (Span(*match.span(1)),))
    if first and not _EXAMPLE.match(text):
        return None
    if match := _CONNECTIVE.match(text) or _BACKWARD_OPENING.match(text) or _backward(text):
        return Reason("goes on from the sentence before", (Span(*match.span()),))
    return None


def _backward(text: str) -> re.Match[str] | None:
    low = text.lower()
    return _BACKWARD.search(text) if any(hint in low for hint in _BACKWARD_HINTS) else None


def goes_on(text: str) -> bool:
    """Tell whether a sentence goes on from one before it, wherever it stands."""
    return _opens_backward(text, first=False) is not None


def _repeats(text: str, n: int, sentences: Sequence[str]) -> Leaning | None:
    """Find "the strategy": where a sentence near brings a Strategy in it leans on that, else on the one before."""
    match = _DEFINITE.match(text)
    if match is None or not _DOCUMENT.fullmatch(match[1]):
        return None
    stem = match[1].lower().rstrip("s")
    near = range(n - 1, max(-1, n - 1 - _NEAR), -1)
    on = next((k for k in near if stem in sentences[k].lower()), n - 1)
    return Leaning((on,), Reason("speaks of it as known", (Span(*match.span()),)))


def _unexplained(text: str) -> Reason | None:
    """Find "these …" of which the sentence has not spoken."""
    for match in _THESE.finditer(text):
        noun = match[1]
        if noun not in _IDLE and noun.rstrip("s") not in text[: match.start()].lower():
            return Reason("points at what it does not name", (Span(*match.span()),))
    return None


def _inside_quotations(sentences: Sequence[str]) -> list[bool]:
    """Tell of each sentence whether it begins inside a quotation that one before it opened."""
    depth = 0
    inside = []
    for sentence in sentences:
        inside.append(depth > 0)
        depth = max(0, depth + sentence.count("“") - sentence.count("”"))
    return inside
