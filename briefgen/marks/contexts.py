"""A place in a text → what the digits there are glued to, and what follows them. Looks at characters only."""

from __future__ import annotations

import re
from typing import Final

from briefgen.marks import prices
from briefgen.marks.vocabulary import Vocabulary, end_of_run, letters_before, token_before

SIGNS: Final = {"—": "long dash", "%": "percent", "*": "other", **dict.fromkeys("-–‐‑−", "dash")}
OPENERS: Final = "([{„¿¡/"
OPENS_BEFORE: Final = "([{<=>+/"
CLOSERS: Final = "”’\"'»«“‘"
HAN_STOPS: Final = "。，；：！？、」』）》】〉"
LAST_HAN: Final = 0x2E80
"""First code point of the scripts written without spaces between words."""
QUOTATION: Final = 400
"""Characters back to which an opening quotation mark is looked for."""
SERIES: Final = 60
"""Characters within which "file1" and "file2" are of one series."""
UNIT: Final = re.compile("[ckmnµμd]?m|ft|mi|yd|in|ha|sq|[km]?g|s|sec|min|hr?|hrs|[kMG]?Hz|[kMG]?W|mol|m?[Ll]")
ABBREVIATION: Final = re.compile(
    "nos?|nr|vols?|pp?|figs?|ch|chap|sect?|arts?|c[afvp]?|vs?|fn|nn?|paras?|pt|eds?|eqs?|ex|op|st|cap|lib|bd|ss?|ps|gen|mt",
    re.IGNORECASE,
)
YEAR: Final = re.compile(r"(?:(?<![0-9.,])|(?<![0-9])[0-9]{1,2}\.[0-9]{1,2}\.)(?:1[0-9]|20)[0-9]{2}$")
PATH_SIGNS: Final = "._/@=#\\"
CODED: Final = re.compile(r"[0-9_/@=#\\~]|\.$")
"""In what stands before a word without a space: then word and digits are part of a code or path."""
CODE_FIGURE: Final = re.compile(r"[^\W\d_\u2e80-\uffff](?:[^\W\d_]|-(?:[0-9]+-)*[0-9])[0-9]+$")
DASHED_FIGURE: Final = re.compile(r"[^\W\d_]-(?:[0-9]+-)*[0-9]{2,}$")
LONG_NAME: Final = re.compile(r"\w\w[a-z]{3}$")
LINE_FIGURE: Final = re.compile(r"(?:^|[\n\r]) *[0-9.]+$")
ACRONYM: Final = re.compile(r"(?:\b[^\W\d_]{1,2}\.){2}$")
BIG_FIGURE: Final = re.compile(r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+$")
PART: Final = re.compile(
    r"(?:(?:section|chapter|part|book|appendix|annex|article|figure|table|volume)s? |[\n\r]\W{0,3})$", re.IGNORECASE
)
VERSION: Final = re.compile(r"[0-9]\.[0-9]+$")
MEASURE: Final = re.compile(
    "(?:[mb]illion|trillion|thousand|hundred|per ?cent|percentage|years?|months?|days?|hours?|minutes?|"
    "kilomet|met(?:er|re)s?|miles|"
    "January|February|March|April|May|June|July|August|September|October|November|December)\\b"
)


def left_of(text: str, at: int, known: Vocabulary) -> str | None:
    """Name what stands before an offset, a key of ``prices.LEFT``; None where nothing is glued there."""
    sign = text[at - 1] if at else " "
    if sign.isspace():
        return None
    if "0" <= sign <= "9":
        return "digit"
    if sign.isalpha():
        return _glued_to_word(text, at, known)
    if sign in HAN_STOPS:
        return "han stop"
    if sign in ".!?…":
        return _after_stop(text, at, known)
    return SIGNS.get(sign) or _after_sign(text, at)


def _after_sign(text: str, at: int) -> str | None:
    sign = text[at - 1]
    before = text[at - 2] if at > 1 else " "
    if sign == "»" and before.isspace():
        return None if _opens(text, at - 1) else "quote"
    if before.isspace() or _opens(text, at - 2) or (sign in CLOSERS and _opens(text, at - 1)):
        return None
    if sign in ",;:":
        return _after_comma(text, at, before)
    if sign in CLOSERS:
        return "number sign" if before.isdigit() and sign in "'\"’" else "quote"
    return _after_bracket(text, at) if sign in ")]" else None


def _opens(text: str, at: int) -> bool:
    """Tell whether a sign opens a bracket or quotation; “ closes a German one, » a French one."""
    sign = text[at]
    if sign == "“":
        return text.rfind("„", max(0, at - QUOTATION), at) <= text.rfind("“", max(0, at - QUOTATION), at)
    if sign == "»":
        return text.rfind("«", max(0, at - QUOTATION), at) <= text.rfind("»", max(0, at - QUOTATION), at)
    if sign in OPENERS:
        return True
    if sign not in CLOSERS:
        return False
    before = text[at - 1] if at else " "
    return before.isspace() or before in OPENS_BEFORE or ord(before) >= LAST_HAN


def _glued_to_word(text: str, at: int, known: Vocabulary) -> str:
    if ord(text[at - 1]) >= LAST_HAN:
        return "han"
    word = letters_before(text, at)
    start = at - len(word)
    if start > 1 and text[start - 1] in "’'" and text[start - 2].isalpha():
        return "word"
    if UNIT.fullmatch(word):
        return "unit"
    if len(word) < 2 or CODED.search(token_before(text, start) if start and not text[start - 1].isspace() else ""):
        return "code"
    alone, coded = known.words[word], known.coded[word]
    common = alone >= coded * prices.COMMON
    if coded > 1 and (len(word) >= 4 or not common) and _in_series(text, word, start, at):
        return "code"
    if word in known.counted and alone < coded:
        return "code"
    if len(word) >= 4 and word[1:].islower():
        echoes = known.figures[token_before(text, end_of_run(text, at))]
        if echoes > 4 or (echoes > 1 and alone < (coded if echoes > 2 else 1)):
            return "code"
        return "word" if coded < 2 or alone >= coded or word.islower() else "odd word"
    if not common and (alone < coded * prices.ALONE or coded > 2):
        return "half name" if alone else "odd word" if coded < 2 and LONG_NAME.search(word) else "code"
    return "short word" if word.islower() else "name"


def _in_series(text: str, word: str, start: int, at: int) -> bool:
    """Tell whether the same letters stand nearby with digits again: "file1 file2 file3"."""
    near = text[max(0, start - SERIES) : start] + "\n" + text[at : at + SERIES]
    found = near.find(word)
    while found >= 0:
        if near[found + len(word) : found + len(word) + 1].isdigit():
            return True
        found = near.find(word, found + 1)
    return False


def _after_stop(text: str, at: int, known: Vocabulary) -> str | None:
    before = text[at - 2] if at > 1 else " "
    if text[at - 1] == "…" or text[max(0, at - 5) : at] == ". . .":
        return "stop"
    if before.isspace() or _opens(text, at - 2):
        return None
    if before.isdigit():
        return _after_figure(text[max(0, at - 17) : at - 1]) if text[at - 1] == "." else "stop"
    if text[max(0, at - 3) : at] == "...":
        return "leader"
    if text[at - 1] == "." and before.isalpha():
        word = letters_before(text, at - 1)
        if ACRONYM.search(text, max(0, at - 12), at):
            return "acronym"
        if at - 2 - len(word) >= 0 and text[at - 2 - len(word)] in PATH_SIGNS:
            return "code"
        if len(word) == 1 and _is_part(text, at, known):
            return "version"
        if (len(word) == 1 and word not in "aI") or ABBREVIATION.fullmatch(word):
            return "abbreviation"
    return "stop"


def _is_part(text: str, at: int, known: Vocabulary) -> bool:
    """Tell "section I.3" from "World War I.3"."""
    return known.figures[token_before(text, end_of_run(text, at))] > 1 or bool(
        PART.search(text, max(0, at - 14), at - 2)
    )


def _after_comma(text: str, at: int, before: str) -> str:
    sign = text[at - 1]
    if before.isdigit():
        return _after_figure_comma(text[max(0, at - 17) : at - 1]) if sign == "," else "number sign"
    if sign == ":":
        line = text[max(0, at - 40) : at].rsplit("\n", 1)[-1]
        return "colon" if line.count(" ") > 1 and right_of(text, end_of_run(text, at)) == "end" else "key"
    return "comma"


def _after_figure_comma(head: str) -> str:
    if YEAR.search(head):
        return "year comma"
    return "comma" if DASHED_FIGURE.search(head) else "number comma"


def _after_figure(head: str) -> str:
    """Name the full stop after a figure: of a sentence, or within a number."""
    if YEAR.search(head):
        return "year stop"
    if BIG_FIGURE.search(head):
        return "big stop"
    if LINE_FIGURE.search(head):
        return "version"
    if CODE_FIGURE.search(head):
        return "stop"
    return "version" if VERSION.search(head) else "decimal"


def _after_bracket(text: str, at: int) -> str:
    opening = text.rfind("(" if text[at - 1] == ")" else "[", max(0, at - 200), at)
    if opening > 0 and not text[opening - 1].isspace() and at - opening <= 12:
        return "glued bracket"
    return "bracket"


def right_of(text: str, at: int) -> str:
    """Name what follows an offset, a key of ``prices.RIGHT``."""
    sign = text[at : at + 1]
    after = text[at + 1 : at + 2]
    if not sign:
        return "end"
    if sign.isspace():
        return _after_space(text, at)
    if sign in HAN_STOPS:
        return "point"
    if sign in ".,;:!?)]}”’\"'»“":
        if sign in ".," and after.isdigit():
            return "decimal"
        if after.isalnum() and ord(after) < LAST_HAN:
            return "other"
        return "closer" if sign in ")]}”’\"'»“" else "point"
    if sign.isalpha():
        return "han" if ord(sign) >= LAST_HAN else "letter"
    if sign in "—–":
        return "hyphen" if after.isdigit() else "dash"
    if sign in "-‐‑−/":
        return "hyphen"
    return "unit" if sign in "%‰°$£€¥′″" else "other"


def _after_space(text: str, at: int) -> str:
    ends = text[at] in "\n\r"
    at += 2 if text.startswith("\r\n", at) else 1
    sign = text[at : at + 1]
    if not sign or sign in "\n\r":
        return "end"
    if MEASURE.match(text, at):
        return "measure"
    if sign.islower():
        return "running"
    if ends:
        return "end"
    return "figure" if "0" <= sign <= "9" else "start"
