"""Text → runs of one script, each with its language. Han and Cyrillic are told apart; all else is the text around."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.model.source import Span

_CJK = ((0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))
_CYRILLIC = ((0x0400, 0x052F),)


def is_han(char: str) -> bool:
    """Tell whether a character is Chinese, its full-width punctuation included."""
    return any(first <= ord(char) <= last for first, last in _CJK)


def language_runs(text: str, span: Span, outside: str) -> Iterator[tuple[Span, str]]:
    """Cut a span where the script changes; white space and punctuation stay with the text outside.

    Args:
        text: what the span counts in.
        span: the stretch to cut.
        outside: language of the text around, so that its own script gets no tag.

    Yields:
        (span, BCP 47 tag), the tag empty for the text outside.
    """
    start, current = span.start, ""
    for at, tag in _changes(text, span, outside):
        if tag == current:
            continue
        if at > start:
            yield Span(start, at), current
        start, current = at, tag
    if span.end > start:
        yield Span(start, span.end), current


def _changes(text: str, span: Span, outside: str) -> Iterator[tuple[int, str]]:
    """Yield where a script begins, and where it ends behind its last letter."""
    current, reach = "", span.start
    for at in range(span.start, span.end):
        tag = _language(text[at], outside)
        if tag is None:
            continue
        if tag != current:
            if current:
                yield reach, ""
            if tag:
                yield at, tag
        current, reach = tag, at + 1
    if current:
        yield reach, ""


def _language(char: str, outside: str) -> str | None:
    """Give the tag of a character; None where any script has it."""
    if not char.isalnum() and not is_han(char):
        return None
    if is_han(char):
        return "" if outside.startswith("zh") else "zh-Hans"
    if any(first <= ord(char) <= last for first, last in _CYRILLIC):
        return "" if outside.startswith("ru") else "ru"
    return ""
