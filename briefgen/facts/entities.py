"""Text → the names in it: capitalised runs, people with the role the source gives them, names in their own script.

Nothing is looked up: what a person is, is what the source calls them there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefgen.editorial.terms import HAN
from briefgen.model.source import Span

_CAPITAL = r"\b[A-ZÀ-ÖØ-Þ](?:\.(?:[A-Z]\.)+|[^\W\d_]*(?:[’'](?=\w)[^\W_]+)?)(?:[-–][^\W_]+)*(?![\w$])"
_JOINT = r"(?:of|the|for|on|de|du|la|van|von|der|al|bin)"
_RUN = re.compile(
    rf"{_CAPITAL}(?:\s+(?:{_JOINT}\s+){{0,2}}{_CAPITAL}|(?<=ness|tion|airs|ence|ment)\s+and\s+{_CAPITAL})*"
)
_HAN = re.compile(rf"[{HAN}]+(?:[·・][{HAN}]+)*")
_CYRILLIC = re.compile(r"[\u0400-\u04ff][\u0400-\u04ff\s.-]*[\u0400-\u04ff]")
_OTHER = re.compile(r"[\u0600-\u06ff]+(?:\s[\u0600-\u06ff]+)*|[\u3040-\u30ff]+|[\uac00-\ud7af]+(?:\s[\uac00-\ud7af]+)*")
_OPENERS = frozenset({
    "a", "an", "and", "all", "although", "any", "as", "at", "because", "before", "between", "both", "but", "by",
    "despite", "during", "each", "even", "every", "few", "for", "from", "he", "her", "here", "his", "however", "if",
    "in", "it", "its", "many", "meanwhile", "moreover", "most", "neither", "no", "nor", "not", "on", "one", "only",
    "other", "our", "several", "she", "since", "so", "some", "still", "such", "that", "the", "their", "there",
    "these", "they", "this", "those", "though", "thousands", "through", "to", "two", "under", "until", "we", "what",
    "when", "where", "which", "while", "who", "why", "with", "yet", "today", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip
_COMMON = re.compile(r"\w+(?:ly|tion|ment|ity|ness)|[A-Z]\w+-to-\w+")
_TAILS = ("’s", "'s", "’", "'", ".")
_OFFICE = (
    r"(?:president|vice[- ]president|premier|prime minister|(?:foreign|defen[cs]e|finance|trade|interior) minister"
    r"|minister|chancellor|ambassador|envoy|secretary(?:[- ]general)?|general secretary|spokes(?:person|man|woman)"
    r"|chair(?:man|woman|person)?|director(?:[- ]general)?|commissioner|governor|senator|congressman|congresswoman"
    r"|representative|commander|general|admiral|marshal|king|queen|emperor|leader|professor|analyst|economist"
    r"|historian|diplomat|negotiator|mayor|chief executive|head)"
)
_TITLED = re.compile(
    rf"\b((?:(?:[Ff]ormer|[Tt]hen|[Aa]cting|{_CAPITAL})[\s-]+)*(?i:\b{_OFFICE})(?:\s(?:to|of|for)\s(?:the\s)?{_CAPITAL})?)"
    rf"\s+((?!(?i:{_OFFICE})\b){_CAPITAL}(?:\s+{_CAPITAL}){{0,2}})"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and its form in its own script."""

    name: Span
    native: Span
    lang: str
    """BCP 47: "zh", "ru", "ja", "ko", "ar"."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named with an office, as the source has it."""

    name: Span
    role: Span


def names(text: str) -> tuple[Span, ...]:
    """Find capitalised runs, each a likely name; a word that only opens a sentence is none."""
    found = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        first = text[start:end].split()[0]
        if first.lower() in _OPENERS:
            start += len(first)
            start += len(text[start:end]) - len(text[start:end].lstrip())
            start += _leading_joint(text[start:end])
        if match.start() == 0 and _COMMON.fullmatch(text[start:end]):
            continue
        end -= next((len(tail) for tail in _TAILS if text.endswith(tail, start, end)), 0)
        if start < end and text[start:end].lower() not in _OPENERS:
            found.append(Span(start, end))
    return tuple(found)


def find(text: str) -> tuple[str, ...]:
    """Name what a sentence names, each once, in order."""
    return tuple(dict.fromkeys(" ".join(span.of(text).split()) for span in names(text)))


def people(text: str) -> tuple[Person, ...]:
    """Find people whom the text gives an office: "US President Joe Biden"."""
    found = []
    for match in _TITLED.finditer(text):
        name = re.sub(r"[’']s$", "", match[2])
        found.append(Person(Span(match.start(2), match.start(2) + len(name)), Span(*match.span(1))))
    return tuple(found)


def native_pairs(text: str) -> tuple[Pair, ...]:
    """Pair each run of another script with the capitalised run before it; "or" joins a second native form."""
    found: list[Pair] = []
    for span, lang in _native_runs(text):
        before = text[: span.start].rstrip(" \n\u00a0(（")
        if re.search(r"\b(?:or|and|/)$", before) and found and span.start - found[-1].native.end < 8:
            found.append(Pair(found[-1].name, span, lang))
            continue
        name = _name_at_end(before)
        if name is not None:
            found.append(Pair(name, span, lang))
    return tuple(found)


def _native_runs(text: str) -> list[tuple[Span, str]]:
    """Find the runs of other scripts; in a text that is mostly of one script there is nothing to pair."""
    runs = [(Span(*m.span()), "zh") for m in _HAN.finditer(text)]
    runs += [(Span(*m.span()), "ru") for m in _CYRILLIC.finditer(text)]
    runs += [(Span(*m.span()), _language(m.group())) for m in _OTHER.finditer(text)]
    return sorted(runs)


def _language(run: str) -> str:
    if run[0] <= "\u06ff":
        return "ar"
    return "ja" if run[0] <= "\u30ff" else "ko"


def _name_at_end(before: str) -> Span | None:
    """Take the capitalised run a text ends with."""
    window = max(0, len(before) - 200)
    last = next((m for m in reversed([*_RUN.finditer(before, window)]) if m.end() == len(before)), None)
    if last is None:
        return None
    return names(before[: last.end()])[-1]


def _leading_joint(text: str) -> int:
    match = re.match(rf"(?:{_JOINT}\s+)+", text)
    return match.end() if match else 0
