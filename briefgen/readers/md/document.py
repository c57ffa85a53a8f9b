"""The blocks of a Markdown file → a Sheet. What is no block's content is cut out, but for one blank or line break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.errors import SourceError
from briefgen.marks import Given
from briefgen.model.source import File, Passage, Span
from briefgen.notes import NoteText, find_lists, unlabelled
from briefgen.readers.decoding import decode, find_faults
from briefgen.readers.layout import Kind
from briefgen.readers.md.blocks import Block, find_blocks
from briefgen.readers.md.inlines import find_inlines, plain
from briefgen.readers.offsets import cut, moved
from briefgen.readers.sheet import Sheet

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_ADDRESS = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+[^\r\n]*", re.M)
# A note goes on in lines that are indented, empty lines between them or not, and in lines right below.
_NOTE = re.compile(
    r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]*"
    r"([^\r\n]*(?:\r?\n(?:[ \t]*\r?\n)*(?: {2,}|\t)[^\r\n]+|\r?\n(?=\S)(?!\[\^)[^\r\n]+)*)",
    re.M,
)
_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)?")


def read_md(file: File) -> Sheet:
    """Lay a Markdown file flat.

    Raises:
        SourceError: empty, no text, or nothing but markup.
    """
    decoded, remarks = decode(file)
    faults, said = find_faults(decoded, file.name)
    hidden = faults + [Span(*found.span()) for hides in (_FRONT, _COMMENT) for found in hides.finditer(decoded)]
    body = _blank(decoded, hidden)
    notes = list(_notes(body, file.name))
    body = _blank(body, [span for _, span in notes] + [Span(*found.span()) for found in _ADDRESS.finditer(body)])
    if not notes:
        notes = list(_listed(body, file.name))
        body = _blank(body, [span for _, span in notes])
    blocks = find_blocks(body)
    given, pieces = _inlines(body, blocks)
    text, shifts = cut(decoded, _joined(sorted([*hidden, *pieces, *_gaps(decoded, blocks)])))
    passages = _passages(blocks, [moved(block.span, shifts) for block in blocks], text)
    if not passages:
        raise SourceError(file.name, "holds no text", "put the document's text into it")
    # Where every label has one note, a label is that note's mark wherever it stands, whatever the order.
    run = "1" if len({note.label for note, _ in notes}) == len(notes) else None
    found = tuple(Given(moved(g.span, shifts), g.evidence, run if g.evidence == "note" else g.run) for g in given)
    return Sheet(
        text, shifts, passages, given=found, notes=tuple(dict.fromkeys(n for n, _ in notes)), remarks=remarks + said
    )


def _blank(text: str, spans: list[Span]) -> str:
    """Blank parts of a text, but not their line ends."""
    for span in spans:
        text = text[: span.start] + re.sub(r"[^\r\n]", " ", span.of(text)) + text[span.end :]
    return text


def _notes(text: str, name: str) -> Iterator[tuple[NoteText, Span]]:
    """Find the notes that labels lead to: "[^12]: text"."""
    for found in _NOTE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield NoteText(found[1], unlabelled(plain(found[2]), found[1]), f"{name}:{line}"), Span(*found.span())


def _listed(text: str, name: str) -> Iterator[tuple[NoteText, Span]]:
    """Find a numbered list of notes under a heading that says so."""
    for found in find_lists(text):
        for entry in found.entries:
            line = text.count("\n", 0, entry.at) + 1
            yield NoteText(entry.label, plain(entry.text), f"{name}:{line}"), found.span


def _inlines(text: str, blocks: list[Block]) -> tuple[list[Given], list[Span]]:
    """Find labels, and the markup within and before the lines of blocks."""
    given: list[Given] = []
    pieces: list[Span] = []
    for block in blocks:
        if block.kind != "code":
            found = find_inlines(text, block.span)
            given += found.given
            pieces += found.pieces
        for before, after in zip(block.lines, block.lines[1:], strict=False):
            # The line break stays, what quotes or indents the next line goes.
            kept = _BREAK.match(text, before.end, after.start)
            pieces.append(Span(kept.end() if kept else before.end, after.start))
    return given, pieces


def _gaps(text: str, blocks: list[Block]) -> Iterator[Span]:
    """Give what lies between blocks, but for one line break or blank of each."""
    at = 0
    for block in (*blocks, None):
        end = len(text) if block is None else block.span.start
        kept = re.search(r"\r\n|\r|\n", text[at:end]) or re.search(r"\s", text[at:end])
        if kept and at:
            yield Span(at, at + kept.start())
            at += kept.end()
        yield Span(at, end)
        at = end if block is None else block.span.end


def _joined(pieces: list[Span]) -> list[Span]:
    """Join pieces that meet, and drop those of no length."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and piece.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        elif piece.start < piece.end:
            joined.append(piece)
    return joined


def _passages(blocks: list[Block], spans: list[Span], text: str) -> tuple[Passage, ...]:
    passages = []
    for block, span in zip(blocks, spans, strict=True):
        words = span.of(text)
        if not words.strip():
            continue
        start = span.start + len(words) - len(words.lstrip())
        heads = tuple(spans[i] for i in block.heads if spans[i].of(text).strip())
        kind: Kind = "paragraph" if block.kind == "code" else block.kind
        style = "code" if block.kind == "code" else ""
        passages.append(Passage(Span(start, start + len(words.strip())), kind, block.level, style, heads))
    return tuple(passages)
