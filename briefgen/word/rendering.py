"""A story with tags, values → the same tree, filled. It is walked as a tree, so that no value can become markup.

Statements alone in a paragraph repeat or drop the blocks between them, those alone in a table row the rows,
those within a paragraph its runs.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from docx.oxml.ns import qn

from briefgen.errors import EditorialError
from briefgen.model.brief import Block, Brief, Heading, plain
from briefgen.sandbox import evaluate
from briefgen.word.elements import Node, remove, texts
from briefgen.word.paragraphs import CONTENT, SDT, TBL, TC, TR, P, R, Tag, TagFault, isolate, scan, sole_tag, text_of
from briefgen.word.parts import slot_of

Values = Mapping[str, object]
Statement = Callable[[Node], Tag | None]
LOOP = re.compile(r"(\w+)\s+in\s+(.+)", re.DOTALL)
_MOST = 10_000
"""Times that all loops of a template together may go round."""
_BOX = qn("w:txbxContent")


@dataclass(frozen=True, slots=True)
class Insert:
    """A value that is no text: who sets the paper puts it where its tag stands alone in a paragraph."""

    content: object


class Whole(tuple[Mapping[str, object], ...]):
    """A list that is set at once where a loop goes over it, as the part of this name."""

    __slots__ = ()
    name = "sections"


def sections_of(brief: Brief) -> tuple[Mapping[str, object], ...]:
    """Cut the body of a paper into its sections, each a title and what stands under it."""
    part = brief.part("sections")
    return tuple(_sections(part.blocks)) if part else ()


def _sections(blocks: Sequence[Block]) -> Iterator[Mapping[str, object]]:
    rest = list(blocks)
    while rest:
        title = plain(rest[0].inlines) if isinstance(rest[0], Heading) else ""
        del rest[: bool(title)]
        under = tuple(takewhile(lambda block: not isinstance(block, Heading), rest))
        del rest[: len(under)]
        yield {"title": title, "body": Insert(under)}


@dataclass(eq=False)
class Rendering:
    """One template being filled."""

    name: str
    """Of the template, for errors."""
    place: Callable[[object, Node], None]
    """Puts the content of an insert, or the part of a slot (its name), before a block, which then goes."""
    rounds: int = 0

    def fill(self, story: Node, values: Values) -> None:
        """Fill all tags of a story.

        Raises:
            EditorialError: a tag cannot be read or has no value; a check before says where and says all.
        """
        try:
            self._blocks(list(story), values)
        except TagFault as fault:
            raise EditorialError(self.name, str(fault), "`briefgen template check` shows where") from fault

    def _blocks(self, blocks: Sequence[Node], values: Values) -> None:
        self._sequence(blocks, values, _statement_alone, self._block)

    def _block(self, block: Node, values: Values) -> None:
        if block.tag in (SDT, P) and (name := slot_of(block)) and name != "title":
            self.place(name, block)
            remove(block)
        elif block.tag == P:
            self._paragraph(block, values)
        elif block.tag == TBL:
            self._sequence(block.findall(TR), values, _statement_of_row, self._row)
        else:
            for content in block.findall(CONTENT):
                self._blocks(list(content), values)

    def _row(self, row: Node, values: Values) -> None:
        for cell in row.iter(TC):
            if next(cell.iterancestors(TR), None) is row:
                self._blocks(list(cell), values)

    def _paragraph(self, paragraph: Node, values: Values) -> None:
        for box in paragraph.iter(_BOX):
            if next(box.iterancestors(P), None) is paragraph:
                self._blocks(list(box), values)
        text = text_of(paragraph)
        if "{" not in text:
            return
        tags = scan(text)
        if not tags:
            return
        alone = sole_tag(paragraph)
        if alone is not None and alone.kind == "value":
            found = evaluate(self.name, alone.body, values)
            if isinstance(found, Insert):
                self.place(found.content, paragraph)
                remove(paragraph)
                return
        self._runs(paragraph, tags, values)

    def _runs(self, paragraph: Node, tags: tuple[Tag, ...], values: Values) -> None:
        """Fill the tags within a paragraph; each is told by a number in its run, which copies keep."""
        for number, run in enumerate(isolate(paragraph, tags)):
            run.set("tag", str(number))

        def tag_of(run: Node) -> Tag | None:
            number = run.get("tag") if run.tag == R else None
            return None if number is None else tags[int(number)]

        def statement(run: Node) -> Tag | None:
            tag = tag_of(run)
            return tag if tag is not None and tag.kind == "statement" else None

        def emit(node: Node, now: Values) -> None:
            tag = tag_of(node)
            if tag is None:
                if node.tag in (SDT, qn("w:hyperlink"), qn("w:ins"), qn("w:smartTag")):
                    inner = [c for content in node.findall(CONTENT) for c in content] if node.tag == SDT else list(node)
                    self._sequence(inner, now, statement, emit)
            elif tag.kind == "comment":
                remove(node)
            else:
                node.extend(texts(_shown(evaluate(self.name, tag.body, now))))
                del node.attrib["tag"]

        self._sequence(list(paragraph), values, statement, emit)

    def _sequence(
        self, items: Sequence[Node], values: Values, statement: Statement, emit: Callable[[Node, Values], None]
    ) -> None:
        """Go through siblings: statements among them vanish, what stands between is repeated or dropped."""
        at = 0
        while at < len(items):
            tag = statement(items[at])
            if tag is None:
                emit(items[at], values)
                at += 1
                continue
            branches, end = _branches(items, at, statement)
            if tag.word == "for":
                self._loop(tag, items[at : end + 1], branches, values, statement, emit)
            else:
                self._choose(items[at : end + 1], branches, values, statement, emit)
            at = end + 1

    def _loop(
        self, tag: Tag, span: Sequence[Node], branches: Sequence[tuple[Tag, Sequence[Node]]], values: Values,
        statement: Statement, emit: Callable[[Node, Values], None],
    ) -> None:  # fmt: skip
        said = LOOP.fullmatch(tag.rest)
        if said is None:
            raise TagFault(f"“{{% {tag.body} %}}” is not {{% for item in items %}}")
        found = evaluate(self.name, said[2], values)
        if isinstance(found, Whole):
            self.place(found.name, span[0])
            found = ()
        if not isinstance(found, Sequence) or isinstance(found, str):
            raise EditorialError(self.name, f"“{said[2]}” is no list", "see `briefgen template names`")
        self.rounds += len(found)
        if self.rounds > _MOST:
            raise EditorialError(self.name, f"its loops go round more than {_MOST} times", "loop over less")
        body = branches[0][1]
        for number, item in enumerate(found):
            loop = {"index": number + 1, "first": not number, "last": number == len(found) - 1, "length": len(found)}
            copies = [copy.deepcopy(node) for node in body]
            for node in copies:
                span[0].addprevious(node)
            self._sequence(copies, {**values, said[1]: item, "loop": loop}, statement, emit)
        for node in span:
            remove(node)

    def _choose(
        self, span: Sequence[Node], branches: Sequence[tuple[Tag, Sequence[Node]]], values: Values,
        statement: Statement, emit: Callable[[Node, Values], None],
    ) -> None:  # fmt: skip
        true = (b for tag, b in branches if tag.word == "else" or evaluate(self.name, tag.rest, values))
        kept = next(true, ())
        for node in span:
            if not any(node is other for other in kept):
                remove(node)
        self._sequence(kept, values, statement, emit)


def _branches(items: Sequence[Node], at: int, statement: Statement) -> tuple[list[tuple[Tag, Sequence[Node]]], int]:
    """Cut what a statement rules into its branches, and give the place of its end.

    Raises:
        TagFault: it opens nothing, or is not closed among these siblings.
    """
    first = statement(items[at])
    if first is None or first.word not in ("for", "if"):
        raise TagFault(f"“{{% {first.body if first else ''} %}}” is out of place")
    branches, head, start, depth = [], first, at + 1, 0
    for index in range(at + 1, len(items)):
        tag = statement(items[index])
        if tag is None:
            continue
        if tag.word in ("for", "if"):
            depth += 1
        elif depth and tag.word in ("endfor", "endif"):
            depth -= 1
        elif not depth and tag.word in ("else", "elif", f"end{first.word}"):
            branches.append((head, items[start:index]))
            head, start = tag, index + 1
            if tag.word.startswith("end"):
                return branches, index
    raise TagFault(f"“{{% {first.body} %}}” is not closed beside it, as a paragraph, a row or within its paragraph")


def _statement_alone(block: Node) -> Tag | None:
    tag = sole_tag(block) if block.tag == P else None
    return tag if tag is not None and tag.kind == "statement" else None


def _statement_of_row(row: Node) -> Tag | None:
    """Give the statement that is all a row's cells say."""
    saying = [paragraph for paragraph in row.iter(P) if text_of(paragraph).strip()]
    return _statement_alone(saying[0]) if len(saying) == 1 else None


def _shown(found: object) -> str:
    """Write a value as text.

    Raises:
        EditorialError: it is a part of the paper, which is no text.
    """
    if isinstance(found, Insert):
        raise EditorialError("a tag", "names a part of the paper, which wants a paragraph of its own", "")
    return "" if found is None else ", ".join(map(str, found)) if isinstance(found, tuple) else str(found)
