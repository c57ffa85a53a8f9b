"""The words behind a number → the noun it counts, in the singular: the first plural in reach, without a dictionary."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefgen.facts.numberwords import base, words
from briefgen.facts.wordlists import collected, listed

_WORD = re.compile(r"[\s\u00a0](?P<word>[^\W\d_][\w’'-]*(?:\.(?=[A-Za-z])\w+)*)(?![$€£])")
_HYPHENED = re.compile(r"-(?P<word>[^\W\d_]{3,})\b")
"""Of "13-member" and "450-seat"."""
_STOPS = collected(
    "also have has had were are was is will would could did do does can may might must shall should of in to for on "
    "at by with from that which who whom whose as but then now than not since while when if into over under between "
    "about after before during through per via up down out off each both such its their his her our this these "
    "those the a an took said agreed came went until yet so because where there it he she they we says shows "
    "remains includes means makes takes gives needs wants goes compares reflects represents accounts exceeds equals "
    "rises falls comes stands puts holds makes sees calls less versus towards toward against across along around "
    "among amid"
)
_PLURALS: Mapping[str, str] = dict(
    pair.split("/")
    for pair in listed(
        "people/person men/man women/woman children/child personnel/personnel aircraft/aircraft troops/troop "
        "spacecraft/spacecraft staff/staff police/police crew/crew series/series species/species cattle/cattle "
        "headquarters/headquarters crises/crisis analyses/analysis bases/base lives/life wives/wife knives/knife "
        "criteria/criterion media/media data/data servicemen/serviceman fishermen/fisherman feet/foot ties/tie "
        "businessmen/businessman movies/movie viruses/virus statuses/status campuses/campus buses/bus"
    )
)
_NO_PLURALS = collected(
    "plus thus various previous serious famous religious indigenous autonomous continuous numerous enormous "
    "dangerous always perhaps besides overseas sometimes others yes news alias bias gas us ours theirs hers its "
    "this ss"
)
_MODIFIERS = collected("arms sales goods news sports systems armed economics aircraft spacecraft")
_OTHERWISE = collected(
    "der die das den dem des ein eine und oder in im am auf von zu für mit bei nach ist war sind waren hat haben "
    "wurden le la les un une des et ou en au aux de du à dans sur pour par est sont ont a été qui que el los las y "
    "o en por para con es son и или в во на по с со из от до за для что как был была было были это не"
)
_REACH = 6


def counted(text: str, at: int, language: str = "en") -> tuple[int, str] | None:
    """Find the noun that a number ending at a place counts: where the noun ends, and its singular; None for no noun."""
    hyphened = _HYPHENED.match(text, at)
    if hyphened:
        word = hyphened["word"].lower()
        return None if word in ("strong", "odd", "plus") else (hyphened.end(), word)
    if base(language) != "en":
        return _next_word(text, at, language)
    held: tuple[int, str] | None = None
    for _ in range(_REACH):
        match = _WORD.match(text, at)
        if match is None:
            break
        word, at = match["word"], match.end()
        low = word.lower()
        if low in _STOPS or low in words(language):
            break
        plural = is_plural(low) and not word.isupper()
        if held and not plural:
            break
        if plural:
            held = at, singular(low) if word[0].islower() else singular(low).capitalize()
            if low not in _MODIFIERS:
                break
    return held


def _next_word(text: str, at: int, language: str) -> tuple[int, str] | None:
    match = _WORD.match(text, at)
    if match is None or match["word"].lower() in _OTHERWISE or match["word"].lower() in words(language):
        return None
    return match.end(), match["word"].lower()


def is_plural(word: str) -> bool:
    """Tell whether an English word in small letters is a plural noun by its form."""
    if word in _PLURALS:
        return True
    if word in _NO_PLURALS or word.endswith(("ss", "us", "is", "’s", "'s", "ous")):
        return False
    return word.endswith("s") and len(word) > 3


def singular(word: str) -> str:
    """Give the singular of an English plural."""
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "ches", "shes", "xes", "zes", "oes")):
        return word[:-2]
    return word.removesuffix("s")
