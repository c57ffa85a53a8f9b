"""Document → everything wrong with its tags, all at once and each in its place, before anything is filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docx.document import Document

from briefgen.errors import EditorialError, nearest
from briefgen.sandbox import fields_in, names_in
from briefgen.word.elements import Node
from briefgen.word.names import FIELDS, PART_OF_TAG, VALUES
from briefgen.word.paragraphs import TR, P, Tag, TagFault, scan, sole_tag, text_of
from briefgen.word.parts import slot_of, style_names
from briefgen.word.places import Finding, Story, finding, stories
from briefgen.word.rendering import LOOP

_BODY = re.compile(r"\b\w+\.body\b")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_MOST = 5_000
"""Tags that a template may hold."""
_DEEPEST = 8
"""Statements within one another."""


@dataclass(slots=True)
class _Open:
    """A statement that waits for its end."""

    tag: Tag
    paragraph: Node
    beside: Node
    """The node whose children it repeats."""
    scope: Mapping[str, tuple[str, ...]]
    """Names known within it, each with its fields."""


@dataclass(eq=False)
class _Check:
    name: str
    story: Story
    names: Mapping[str, str]
    found: list[Finding] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    count: int = 0

    @property
    def scope(self) -> Mapping[str, tuple[str, ...]]:
        return self.stack[-1].scope if self.stack else dict.fromkeys(VALUES, ())

    def run(self) -> list[Finding]:
        for paragraph in self.story.root.iter(P):
            text = text_of(paragraph)
            if "{" in text or "}}" in text:
                self._paragraph(paragraph, text)
            if self.count > _MOST:
                self._say(paragraph, f"the template holds more than {_MOST} tags", "a loop may say it")
                return self.found
        for waiting in self.stack:
            end = f"{{% end{waiting.tag.word} %}}"
            self._say(waiting.paragraph, f"“{{% {waiting.tag.body} %}}” is never closed with “{end}”")
        return self.found

    def _say(self, paragraph: Node, what: str, mend: str = "") -> None:
        self.found.append(finding(self.name, self.story, paragraph, self.names, what, mend))

    def _paragraph(self, paragraph: Node, text: str) -> None:
        try:
            tags = scan(text)
            alone = sole_tag(paragraph)
        except TagFault as fault:
            self._say(paragraph, str(fault))
            return
        self.count += len(tags)
        if self.stack and slot_of(paragraph):
            self._say(paragraph, "a part stands within a loop or a condition", "move it out; delete what is not wanted")
        for tag in tags:
            if tag.kind == "statement":
                self._statement(paragraph, tag, alone=alone is not None)
            elif tag.kind == "value" and not (alone is not None and tag.body in PART_OF_TAG):
                self._expression(paragraph, tag.body)
                self._body(paragraph, tag.body, alone=alone is not None)

    def _body(self, paragraph: Node, expression: str, *, alone: bool) -> None:
        """Check that a section's body, which is no text, stands where it can be set."""
        if _BODY.search(_QUOTED.sub("", expression)) is None:
            return
        if not alone or _BODY.fullmatch(expression) is None:
            self._say(paragraph, f"“{expression[:40]}” is a part of the paper", "it wants a paragraph of its own")
        elif self.story.name != "body":
            self._say(paragraph, "the source’s words stand in the body only", "")

    def _statement(self, paragraph: Node, tag: Tag, *, alone: bool) -> None:
        if tag.word in ("for", "if"):
            self._open(paragraph, tag, _beside(paragraph, alone=alone))
        elif tag.word in ("endfor", "endif", "else", "elif"):
            self._close(paragraph, tag, _beside(paragraph, alone=alone))
        else:
            mend = nearest(tag.word, ("for", "if", "elif", "else", "endfor", "endif"))
            self._say(paragraph, f"“{{% {tag.body[:40]} %}}” is no statement", mend)

    def _open(self, paragraph: Node, tag: Tag, beside: Node) -> None:
        scope = dict(self.scope)
        said = LOOP.fullmatch(tag.rest)
        if tag.word == "if":
            self._expression(paragraph, tag.rest)
        elif said is None:
            self._say(paragraph, f"“{{% {tag.body[:40]} %}}” cannot be read", "write {% for section in sections %}")
        else:
            self._expression(paragraph, said[2])
            scope |= {said[1]: FIELDS.get(said[2].strip(), ()), "loop": FIELDS["loop"]}
        self.stack.append(_Open(tag, paragraph, beside, scope))
        if len(self.stack) == _DEEPEST + 1:
            self._say(paragraph, f"more than {_DEEPEST} loops and conditions stand within one another")

    def _close(self, paragraph: Node, tag: Tag, beside: Node) -> None:
        if tag.word == "elif":
            self._expression(paragraph, tag.rest)
        if not self.stack:
            self._say(paragraph, f"“{{% {tag.word} %}}” belongs to nothing that is open")
            return
        waiting = self.stack[-1]
        wrong = tag.word.removeprefix("end") not in (waiting.tag.word, "else", "elif")
        if wrong or (tag.word in ("else", "elif") and waiting.tag.word == "for"):
            self._say(paragraph, f"“{{% {tag.word} %}}” comes while “{{% {waiting.tag.body[:40]} %}}” is open")
            return
        if beside is not waiting.beside:
            what = f"“{{% {tag.word} %}}” does not stand beside its “{{% {waiting.tag.body[:40]} %}}”"
            mend = "both stand alone in paragraphs, alone in rows of one table, or in one paragraph"
            self._say(paragraph, what, mend)
        if tag.word.startswith("end"):
            self.stack.pop()

    def _expression(self, paragraph: Node, expression: str) -> None:
        try:
            used, behind = names_in(self.name, expression), fields_in(self.name, expression)
        except EditorialError as error:
            self._say(paragraph, error.remark.what, error.remark.mend)
            return
        for name in sorted(used - self.scope.keys()):
            if name in PART_OF_TAG:
                self._say(paragraph, f"“{name}” is a part of the paper", "it wants a paragraph of its own")
            else:
                self._say(paragraph, f"no value is called “{name}”", nearest(name, (*self.scope, *PART_OF_TAG)))
        for name, wanted in sorted(behind):
            fields = self.scope.get(name)
            if fields is not None and wanted not in fields:
                self._say(paragraph, f"“{name}” has no “{wanted}”", nearest(wanted, fields))


def check_tags(document: Document, name: str) -> Iterator[Finding]:
    """Find everything wrong with the tags of a template.

    Args:
        name: of the template, for places.
    """
    names = style_names(document)
    for story in stories(document):
        yield from _Check(name, story, names).run()


def _beside(paragraph: Node, *, alone: bool) -> Node:
    """Give the node whose children a statement repeats: its paragraph, or the row's or the block's parent."""
    if not alone:
        return paragraph
    row = next(paragraph.iterancestors(TR), None)
    if row is not None and [p for p in row.iter(P) if text_of(p).strip()] == [paragraph]:
        paragraph = row
    parent = paragraph.getparent()
    return paragraph if parent is None else parent
