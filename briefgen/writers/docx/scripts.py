"""Text, language → pieces of one script, each with the language that Word shall spell and read it in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Slot = Literal["val", "eastAsia", "bidi"]
"""Which attribute of ``w:lang`` a script's language goes to."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that go into one run; an empty language is the paper's own."""

    text: str
    language: str = ""
    slot: Slot = "val"


_SCRIPTS: tuple[tuple[str, Slot, str], ...] = (
    ("ja-JP", "eastAsia", "\u3040-\u30ff\u31f0-\u31ff"),
    ("ko-KR", "eastAsia", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"),
    ("zh-CN", "eastAsia", "\u2e80-\u2fdf\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
                          "\U00020000-\U0003ffff"),
    ("ru-RU", "val", "\u0400-\u052f"),
    ("el-GR", "val", "\u0370-\u03ff\u1f00-\u1fff"),
    ("he-IL", "bidi", "\u0590-\u05ff"),
    ("ar-SA", "bidi", "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe"),
    ("hi-IN", "bidi", "\u0900-\u097f"),
    ("th-TH", "bidi", "\u0e00-\u0e7f"),
)  # fmt: skip
"""Language to assume where nothing says it, its slot, its characters."""
_RUNS = re.compile("|".join(f"([{c}](?:[{c} \\-–—,.]*[{c}])?)" for _, _, c in _SCRIPTS))
_WORD = {
    "zh": "zh-CN", "zh-hans": "zh-CN", "zh-hant": "zh-TW", "ja": "ja-JP", "ko": "ko-KR", "ru": "ru-RU", "uk": "uk-UA",
    "el": "el-GR", "he": "he-IL", "ar": "ar-SA", "fa": "fa-IR", "hi": "hi-IN", "th": "th-TH", "en": "en-GB",
    "fr": "fr-FR", "de": "de-DE", "es": "es-ES", "it": "it-IT", "pt": "pt-PT",
}  # fmt: skip
_SAME_SCRIPT = {"zh-TW": "zh-CN", "uk-UA": "ru-RU", "fa-IR": "ar-SA"}


def word_language(tag: str) -> str:
    """Turn a BCP 47 tag into the form with a region that Word knows."""
    return _WORD.get(tag.lower(), tag)


def pieces(text: str, language: str = "") -> Iterator[Piece]:
    """Cut a text where its script changes.

    Args:
        language: BCP 47 tag of the text, empty for the paper's own; it wins over what its script suggests.
    """
    said, at = word_language(language), 0
    for found in _RUNS.finditer(text):
        yield from _plain(text[at : found.start()], said)
        assumed, slot, _ = _SCRIPTS[int(found.lastindex or 1) - 1]
        fits = said and (said[:2] == assumed[:2] or _SAME_SCRIPT.get(said) == assumed or _han_of(said, assumed))
        yield Piece(found.group(), said if fits else assumed, slot)
        at = found.end()
    yield from _plain(text[at:], said)


def _plain(text: str, said: str) -> Iterator[Piece]:
    other = {language for language, _, _ in _SCRIPTS} | set(_SAME_SCRIPT)
    if text:
        yield Piece(text, "" if said in other else said)


def _han_of(said: str, assumed: str) -> bool:
    """Tell whether Chinese characters stand in a Japanese or Korean text."""
    return assumed == "zh-CN" and said[:2] in ("ja", "ko")
