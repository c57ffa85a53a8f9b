"""Prose → the language it is in, by its script, or in Latin letters by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from unicodedata import name

UNKNOWN = "en"
"""What a text is taken for that says no other."""
SAMPLE = 4000
"""Letters looked at for the script."""
WORDS = 5000
"""Words looked at."""
FEWEST = 40
"""Words below which nothing is said."""
SHARE = 0.15
"""Share of all words that a language's commonest make up at least: of prose they are a quarter to a third."""
AHEAD = 1.3
"""How many times as many as of any other language: near ones share half of theirs."""

_SCRIPTS = (
    ("HIRAGANA", "ja"), ("HANGUL", "ko"), ("CJK", "zh"), ("CYRILLIC", "ru"), ("ARABIC", "ar"), ("GREEK", "el"),
    ("HEBREW", "he"),
)  # fmt: skip
"""Scripts that say a language, or the likeliest one; Latin says none."""
_COMMONEST = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that is was for on with as by at from this it are be which",
        "fr": "le la les des et dans une est pour que du au en un qui sur par plus pas ce",
        "de": "der die das und den von mit ist nicht ein dem zu im auf für eine sich als auch des",
        "es": "el los las del que en por una para con se es la de al un lo su como más",
        "it": "il gli della che di non una per con sono nel è la dei un le da si alla del",
        "pt": "os da do que em uma para com não na no dos por mais as ao é se um foi",
        "nl": "het een van en is dat niet voor met zijn op de te aan ook er bij als door worden",
    }.items()
}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Tell the language of a text, BCP 47; UNKNOWN where nothing speaks clearly for one."""
    letters = Counter(name(c, "").partition(" ")[0].partition("-")[0] for c in text[:SAMPLE] if c.isalpha())
    foreign = letters.total() - letters["LATIN"]
    if 2 * foreign > letters.total():
        return next((tag for script, tag in _SCRIPTS if 10 * letters[script] > foreign), UNKNOWN)
    return _by_words(text)


def _by_words(text: str) -> str:
    words = Counter(found[0].lower() for found in islice(_WORD.finditer(text), WORDS))
    counts = {language: sum(words[word] for word in common) for language, common in _COMMONEST.items()}
    (best, count), (_, second) = Counter(counts).most_common(2)
    sure = words.total() >= FEWEST and count >= SHARE * words.total() and count >= AHEAD * second
    return best if sure else UNKNOWN
