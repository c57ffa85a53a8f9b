"""Text → stretches of one script, and the language each is read in where nothing says it. Latin says none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Script:
    """A script that says something of the language written in it."""

    language: str
    """Likeliest language, as a BCP 47 tag."""
    natives: tuple[str, ...]
    """Languages written in it, without script or region."""
    letters: str
    """Its characters, as a class of a regular expression."""

    def writes(self, language: str) -> bool:
        """Tell whether a language (BCP 47) is written in it."""
        return language.partition("-")[0].lower() in self.natives


SCRIPTS = (
    Script("ja", ("ja",), "\u3040-\u30ff\u31f0-\u31ff"),
    Script("ko", ("ko",), "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"),
    Script("zh-Hans", ("zh", "yue", "ja", "ko"),
           "\u2e80-\u303f\u3100-\u312f\u3190-\u31ef\u3200-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"),
    Script("ru", ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"), "\u0400-\u052f"),
    Script("el", ("el",), "\u0370-\u03ff\u1f00-\u1fff"),
    Script("he", ("he", "yi"), "\u0590-\u05ff"),
    Script("ar", ("ar", "fa", "ur"), "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe"),
    Script("hi", ("hi", "mr", "ne"), "\u0900-\u097f"),
    Script("th", ("th",), "\u0e00-\u0e7f"),
)  # fmt: skip
"""Chinese characters come with their punctuation."""
_ACCENTS = "[\u0300-\u036f]*"
# Blanks and signs between two letters of a script are its own; those round a stretch are the text's around it.
_STRETCH = re.compile("|".join(rf"([{s.letters}]{_ACCENTS}(?:\W*[{s.letters}]{_ACCENTS})*)" for s in SCRIPTS))
_HAN = re.compile("|".join(f"[{script.letters}]" for script in SCRIPTS if script.writes("ja")))


def is_han(char: str) -> bool:
    """Tell whether a character is Chinese or Japanese, full-width punctuation included."""
    return _HAN.match(char) is not None


def lost_blanks(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Find where Latin letters stand right behind Han ones: a line of the source lost the blank between them."""
    for at in range(start + 1, len(text) if end is None else end):
        before, after = text[at - 1], text[at]
        if after.isascii() and after.isalpha() and is_han(before) and before.isalpha():
            yield at


def on_one_line(text: str) -> str:
    """Write words of a source on one line, blanks that were lost put in: as paragraphs quote them (DESIGN §5.1)."""
    parts: list[str] = []
    begun = 0
    for at in lost_blanks(text):
        parts.append(text[begun:at])
        begun = at
    return " ".join(" ".join((*parts, text[begun:])).split())


def stretches(text: str) -> Iterator[tuple[str, Script | None]]:
    """Cut a text where its script changes; the script is None for Latin and for what any script has."""
    at = 0
    for found in _STRETCH.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], None
        yield found[0], SCRIPTS[int(found.lastindex or 1) - 1]
        at = found.end()
    if at < len(text):
        yield text[at:], None


def tongues(text: str, own: str) -> Iterator[tuple[str, str]]:
    """Cut a text where its language changes, as far as its script tells.

    Args:
        own: language of the text, as a BCP 47 tag.

    Yields:
        (part, tag), the tag empty for the text's own language.
    """
    kept = ""
    for part, script in stretches(text):
        if script is None or script.writes(own):
            kept += part
            continue
        if kept:
            yield kept, ""
        yield part, script.language
        kept = ""
    if kept:
        yield kept, ""
