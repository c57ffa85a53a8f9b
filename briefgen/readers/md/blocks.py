"""Lines of Markdown → blocks: paragraphs, headings, code and table cells, without the markup before their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from briefgen.model.source import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+|\Z)")
_CLOSING = re.compile(r"\s+#+\s*\Z")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*\Z")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:_\s*){3,}|(?:-\s*){3,})\Z")
_QUOTED = re.compile(r"(?:\s{0,3}>)*\s*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(?=\S)")
_DIVIDER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*\Z")
_CELL = re.compile(r"(?:\\.|[^|\\])+")


@dataclass(slots=True)
class Block:
    """One block of the text."""

    kind: Literal["paragraph", "heading", "cell", "code"]
    level: int = 0
    lines: list[Span] = field(default_factory=list)
    """Its content line by line, without what stands before it."""
    heads: tuple[int, ...] = ()
    """Of a cell: places of its head cells in the list of blocks."""

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return Span(self.lines[0].start, self.lines[-1].end)


def find_blocks(text: str) -> list[Block]:
    """Find the blocks of a text in order."""
    scanner = _Scanner(text)
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text) if m.end() > m.start()]
    index = 0
    while index < len(lines):
        index += scanner.take(lines, index)
    return [block for block in scanner.blocks if block.lines]


class _Scanner:
    """Goes through lines and keeps the paragraph that is open."""

    def __init__(self, text: str) -> None:
        self.blocks: list[Block] = []
        self._text = text
        self._open: Block | None = None

    def take(self, lines: list[Span], index: int) -> int:
        """Take the block or line that begins here; give how many lines it has."""
        line = lines[index]
        words = line.of(self._text).rstrip("\r\n")
        quoted = _QUOTED.match(words)
        lead = quoted.end() if quoted else 0
        rest = words[lead:]
        if not rest.strip():
            self._open = None
        elif fence := _FENCE.match(words):
            return self._code(lines, index, fence[1])
        elif heading := _HEADING.match(words):
            self._heading(line, words, heading)
        elif self._open and self._open.kind == "paragraph" and (under := _UNDERLINE.match(words)):
            self._open.kind, self._open.level, self._open = "heading", 1 if under[1][0] == "=" else 2, None
        elif _RULE.match(words):
            self._open = None
        elif self._heads_table(lines, index):
            return self._table(lines, index)
        else:
            self._line(line.start + lead, rest)
        return 1

    def _line(self, start: int, rest: str) -> None:
        """Go on with the open paragraph, or begin one; an item always begins one."""
        item = _ITEM.match(rest)
        if item:
            self._open = None
            start, rest = start + item.end(), rest[item.end() :]
        if self._open is None:
            self._open = Block("paragraph")
            self.blocks.append(self._open)
        self._open.lines.append(Span(start, start + len(rest)))

    def _heading(self, line: Span, words: str, heading: re.Match[str]) -> None:
        closing = _CLOSING.search(words, heading.end())
        end = closing.start() if closing else len(words.rstrip())
        self._open = None
        if end > heading.end():
            span = Span(line.start + heading.end(), line.start + end)
            self.blocks.append(Block("heading", len(heading[1]), [span]))

    def _code(self, lines: list[Span], index: int, fence: str) -> int:
        self._open = None
        block = Block("code")
        self.blocks.append(block)
        for count, line in enumerate(lines[index + 1 :], 2):
            words = line.of(self._text).rstrip("\r\n")
            if words.strip().startswith(fence) and not words.strip(" \t`~"):
                return count
            if words.strip():
                block.lines.append(Span(line.start, line.start + len(words)))
        return len(lines) - index

    def _heads_table(self, lines: list[Span], index: int) -> bool:
        if self._open is not None or index + 1 == len(lines) or "|" not in lines[index].of(self._text):
            return False
        below = lines[index + 1].of(self._text)
        return "-" in below and bool(_DIVIDER.match(below))

    def _table(self, lines: list[Span], index: int) -> int:
        columns = list(self._row(lines[index]))
        first = len(self.blocks)
        self.blocks += (Block("cell", 0, [span]) for span in columns)
        count = 2
        for line in lines[index + 2 :]:
            cells = list(self._row(line))
            if "|" not in line.of(self._text) or not cells:
                break
            place = len(self.blocks)
            for column, span in enumerate(cells):
                heads = (*([place] if column else []), *([first + column] if column < len(columns) else []))
                self.blocks.append(Block("cell", 0, [span], heads))
            count += 1
        return count

    def _row(self, line: Span) -> Iterator[Span]:
        """Give the cells of a row; an empty cell is a span of no length."""
        words = line.of(self._text).rstrip()
        begin = line.start + len(words) - len(words.lstrip())
        if words.lstrip().startswith("|"):
            begin += 1
        end = line.start + len(words) - words.endswith("|") * (not words.endswith("\\|"))
        for cell in re.finditer(r"((?:\\.|[^|\\])*)(?:\||\Z)", self._text[begin:end]):
            if cell.start() == end - begin and cell.start():
                break
            stripped = cell[1].strip()
            start = begin + cell.start() + len(cell[1]) - len(cell[1].lstrip())
            yield Span(start, start + len(stripped))
