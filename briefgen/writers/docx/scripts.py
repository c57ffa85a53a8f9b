"""Text, language → pieces of one script, each with the language that Word shall spell and read it in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefgen.model.scripts import SCRIPTS, stretches

Slot = Literal["val", "eastAsia", "bidi"]
"""Which attribute of ``w:lang`` a script's language goes to."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that go into one run; an empty language is the paper's own."""

    text: str
    language: str = ""
    slot: Slot = "val"


_SLOTS: dict[str, Slot] = {
    "ja": "eastAsia", "ko": "eastAsia", "zh-Hans": "eastAsia", "he": "bidi", "ar": "bidi", "hi": "bidi", "th": "bidi",
}  # fmt: skip
"""Scripts, by their language, that are not what ``val`` is for."""
_WORD = {
    "zh": "zh-CN", "zh-hans": "zh-CN", "zh-hant": "zh-TW", "ja": "ja-JP", "ko": "ko-KR", "ru": "ru-RU", "uk": "uk-UA",
    "el": "el-GR", "he": "he-IL", "ar": "ar-SA", "fa": "fa-IR", "hi": "hi-IN", "th": "th-TH", "en": "en-GB",
    "fr": "fr-FR", "de": "de-DE", "es": "es-ES", "it": "it-IT", "pt": "pt-PT",
}  # fmt: skip


def word_language(tag: str) -> str:
    """Turn a BCP 47 tag into the form with a region that Word knows."""
    return _WORD.get(tag.lower(), tag)


def pieces(text: str, language: str = "") -> Iterator[Piece]:
    """Cut a text where its script changes.

    Args:
        language: BCP 47 tag of the text, empty for the paper's own; it wins over what its script suggests.
    """
    said = word_language(language)
    foreign = any(script.writes(said) for script in SCRIPTS)
    for part, script in stretches(text):
        if script is None:
            yield Piece(part, "" if foreign else said)
        else:
            native = said if script.writes(said) else word_language(script.language)
            yield Piece(part, native, _SLOTS.get(script.language, "val"))
