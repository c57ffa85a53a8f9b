"""A finished paper, read back, × its trace × its source → every word, mark and note in which they differ.

The trace says what was printed and whose each word is; the source says whether it is still so. Blanks count nowhere:
no two programs keep the same.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from briefgen.errors import Remark
from briefgen.model.source import Source
from briefgen.notes import key_of
from briefgen.provenance.transcript import (
    Json,
    Line,
    Printed,
    expected_lines,
    expected_notes,
    is_mark,
    squeeze,
    strings_of,
)

ALIKE = 0.5
"""Share of tokens that two lines have in common from which one is the other, changed."""
LABEL = 8
"""Tokens up to which a line may be a label of a chart, set in any order."""
STRETCH = 4
"""Tokens in a row from which they stand in the paper by no chance."""
MOST = 0.6
"""Share of a joined line that must stand in the paper."""
_CUT = 60
_WORD = re.compile(r"\w+")
_AROUND = 4
"""Words before a mark by which it is found."""


def compare_paper(where: str, paper: Printed, brief: Json) -> list[Remark]:
    """Compare a paper as it is with what was built.

    Args:
        where: how the paper is called in findings.
        paper: read back.
        brief: of its trace.
    """
    wanted = expected_lines(brief, paper.joints)
    if paper.stream is None:
        missing, extra = _unmatched(wanted, paper.lines)
        found = [*_differences(missing, extra, Known(wanted, brief)), *_notes(paper, brief)]
        found += () if missing else _moved(wanted, paper.lines)
    else:
        notes = [line for _, line in expected_notes(brief)]
        wanted = tuple(line.flat for line in (*wanted, *notes))
        missing = [line for line in wanted if squeeze(line.squeezed) not in paper.stream]
        said = squeeze("".join(line.squeezed for line in wanted))
        extra = [line for line in paper.lines if squeeze(line.squeezed) not in said]
        found = list(_differences(missing, extra, Known(wanted, brief, loose=True)))
    return [Remark(where, what) for what in found]


def compare_source(where: str, brief: Json, source: Source) -> list[Remark]:
    """Compare what was built with the source as it is now: every quotation, mark and note text."""
    found: list[str] = []
    same = brief["imprint"]["source_sha256"] == source.sha256
    text = "".join(source.text.split()).casefold()
    marks = {(mark.label, mark.run, mark.at) for mark in source.marks}
    for piece in _pieces(brief):
        match piece["is"]:
            case "Quote" if same and not _is_slice(piece, source):
                found.append(f"the source does not say “{_cut(piece['text'])}” there")
            case "Quote" if not same and "".join(piece["text"].split()).casefold() not in text:
                found.append(f"the source no longer says “{_cut(piece['text'])}”")
            case "NoteRef" if same and (piece["label"], piece["run"], piece["at"]) not in marks:
                found.append(f"the source has no mark {piece['label']} there")
            case "NoteText":
                note = source.note(piece["label"], piece["run"])
                if note is None or note.text != piece["text"]:
                    found.append(f"the source’s note {piece['label']} is not “{_cut(piece['text'])}”")
    return [Remark(where, what) for what in dict.fromkeys(found)]


def _pieces(value: Any) -> Iterator[Json]:
    """Find every quotation, mark and note text of a trace."""
    if isinstance(value, list):
        for item in value:
            yield from _pieces(item)
    elif isinstance(value, dict):
        if value.get("is") in ("Quote", "NoteRef", "NoteText"):
            yield value
        else:
            yield from _pieces(list(value.values()))


def _is_slice(quote: Json, source: Source) -> bool:
    out, at = "", quote["span"]["start"]
    for edit in quote["edits"]:
        out += source.text[at : edit["span"]["start"]] + edit["to"]
        at = edit["span"]["end"]
    return bool(out + source.text[at : quote["span"]["end"]] == quote["text"])


def _unmatched(wanted: Sequence[Line], there: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Take away line by line what is the same."""
    left = Counter(line.squeezed for line in there)
    missing = []
    for line in wanted:
        if left[line.squeezed]:
            left[line.squeezed] -= 1
        else:
            missing.append(line)
    extra = []
    for line in reversed(there):
        if left[line.squeezed]:
            left[line.squeezed] -= 1
            extra.append(line)
    return missing, extra[::-1]


def _differences(missing: Iterable[Line], extra: Iterable[Line], known: Known) -> Iterator[str]:
    """Pair what is missing with what is there in its stead, and say how the two differ."""
    left = list(extra)
    for line in missing:
        scored = ((_likeness(line, other), -place) for place, other in enumerate(left))
        best, place = max(scored, default=(0.0, 0))
        if best >= ALIKE:
            yield from _altered(line, left.pop(-place))
        else:
            whose = "the source’s words" if line.is_quoted else "words of the paper"
            yield f"{whose} are gone: “{_shown(line.tokens)}”"
    for line in left:
        if not line.ours and not known.has(line):
            yield f"stands in it and was never built: “{_shown(line.tokens)}”"


class Known:
    """All that a trace says: the labels of charts and the furniture of pages are read back too."""

    def __init__(self, wanted: Iterable[Line], brief: Json, *, loose: bool = False) -> None:
        """Gather it.

        Args:
            wanted: lines of the paper.
            brief: all of its trace.
            loose: whether lines are joined and cut anywhere.
        """
        lines = tuple(wanted)
        strings = tuple(strings_of(brief))
        self._said = squeeze("\n".join(("".join(line.squeezed for line in lines), *map(_packed, strings))))
        self._whole = frozenset(squeeze(line.squeezed) for line in lines)
        self._words = frozenset(word for text in strings for word in _WORD.findall(text))
        self._loose = loose

    def has(self, line: Line) -> bool:
        """Tell whether a line is of the paper."""
        if squeeze(line.squeezed) in self._said:
            return True
        if not self._loose:
            return False
        if len(line.tokens) <= LABEL:
            words = (word for token in line.tokens for word in _WORD.findall(token))
            return all(word.isdecimal() or word in self._words for word in words)
        tokens = [token for token in line.tokens if not token.isdecimal()]
        return sum(self._known_tokens(tokens)) >= MOST * len(tokens)

    def _known_tokens(self, tokens: Sequence[str]) -> Iterator[int]:
        """Cut a line into the longest stretches that stand in the paper; count those that are no chance."""
        start = 0
        while start < len(tokens):
            end = start + 1
            while end < len(tokens) and squeeze("".join(tokens[start : end + 1])) in self._said:
                end += 1
            if end - start >= STRETCH or squeeze("".join(tokens[start:end])) in self._whole:
                yield end - start
            start = end


def _packed(text: str) -> str:
    return "".join(text.split())


def _likeness(one: Line, other: Line) -> float:
    shared = sum((Counter(one.tokens) & Counter(other.tokens)).values())
    return 2 * shared / (len(one.tokens) + len(other.tokens))


def _altered(built: Line, there: Line) -> Iterator[str]:
    """Say each difference between a line as built and as it stands."""
    a, b = built.tokens, there.tokens
    for kind, i, j, k, n in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        behind = f"behind “{_shown(a[max(0, i - _AROUND) : i])}”" if i else f"before “{_shown(a[j : j + _AROUND])}”"
        if kind == "equal" or "".join(a[i:j]) == "".join(b[k:n]):
            continue
        if any(map(is_mark, (*a[i:j], *b[k:n]))):
            yield from _marks(a[i:j], b[k:n], behind)
        old, new = ([token for token in side if not is_mark(token)] for side in (a[i:j], b[k:n]))
        if old and new and old != new:
            said = "the source says" if any(built.quoted[i:j]) else "the paper as built says"
            yield f"“{_shown(new)}” stands where {said} “{_shown(old)}”, {behind}"
        elif old and old != new:
            yield f"“{_shown(old)}” is gone {behind}"
        elif new and old != new:
            yield f"“{_shown(new)}” was put in {behind}"


def _marks(built: Sequence[str], there: Sequence[str], behind: str) -> Iterator[str]:
    old, new = ([token[1:-1] for token in side if is_mark(token)] for side in (built, there))
    if old == new:
        return
    if old and new:
        yield f"note mark {', '.join(new)} stands where the source has {', '.join(old)}, {behind}"
    elif old:
        yield f"note mark {', '.join(old)} is gone {behind}"
    else:
        yield f"note mark {', '.join(new)} was put in {behind}"


def _notes(paper: Printed, brief: Json) -> Iterator[str]:
    """Compare the list of notes."""
    there: defaultdict[str, list[str]] = defaultdict(list)
    for label, text in paper.notes:
        there[key_of(label)].append(text)
    for label, line in expected_notes(brief):
        # Where numbering begins anew, several notes bear one number: the one that says the same is the same.
        texts = there[key_of(label)]
        said = min(texts, key=lambda text: "".join(text.split()) != line.squeezed, default=None)
        if said is not None:
            texts.remove(said)
        if said is None:
            yield f"note {label} is gone"
        elif not said:
            yield f"the text of note {label} is gone"
        elif "".join(said.split()) != line.squeezed:
            text_there = Line(tuple(said.split()))
            yield from (f"note {label}: {found}" for found in _altered(line, text_there))
    for label, said in ((label, text) for label, texts in there.items() for text in texts):
        if said:
            yield f"note {label} stands in it and was never built: “{_cut(said)}”"


def _moved(wanted: Sequence[Line], there: Sequence[Line]) -> Iterator[str]:
    """Say which paragraphs stand under another heading, or before another, than they were built."""
    built = [line.squeezed for line in wanted if line.running]
    known = set(built)
    now = [line.squeezed for line in there if line.running and line.squeezed in known]
    words = {line.squeezed: line.tokens for line in wanted}
    for kind, i, j, _, _ in SequenceMatcher(None, built, now, autojunk=False).get_opcodes():
        if kind in ("delete", "replace"):
            yield from (f"stands elsewhere than it was built: “{_shown(words[text])}”" for text in built[i:j])


def _shown(tokens: Sequence[str]) -> str:
    return _cut(" ".join(token for token in tokens if not is_mark(token)))


def _cut(text: str) -> str:
    return text if len(text) <= _CUT else f"{text[: _CUT - 1]}…"
