"""The document while it is being set: where the next block goes, which ids are taken, which bookmark is pending."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256

from docx.document import Document
from docx.oxml.ns import qn

from briefgen.model.brief import Brief
from briefgen.model.look import CHARACTER_STYLE_OF, STYLE_OF, Look
from briefgen.word.elements import Node, element
from briefgen.word.endnotes import EndnotesPart
from briefgen.word.styles import id_of

_FIRST_ID = 1000
"""Above the ids of bookmarks and drawings that a template's header may hold."""
_BELOW_TABLE = 10.0
"""Least distance in points between a table and the paragraph under it: a table has no space of its own."""
_LONGEST = 40
"""Characters a bookmark's name may have (ECMA-376 17.13.6.2)."""


@dataclass
class Galley:
    """One paper being set into one document."""

    document: Document
    brief: Brief
    look: Look
    notes: EndnotesPart
    language: str
    """Of the document, as Word writes it; runs in it are not tagged."""
    ids: dict[str, str] = field(default_factory=dict)
    bookmarks: set[str] = field(default_factory=set)
    pending: list[str] = field(default_factory=list)
    """Anchors that wait for the next paragraph."""
    drawings: int = _FIRST_ID
    cited: set[str] = field(default_factory=set)
    """Anchors of the notes that have their endnote reference."""
    cursor: Node | None = None
    """The block before which the next is set; None for the end of the body."""
    word_only: bool = False
    """Whether marks are written as Word itself writes them."""
    tight: bool = False
    """Whether a table stands right above, so that the next paragraph must keep its distance itself."""

    def style(self, role: str) -> str:
        """Give the id of the paragraph style of a role."""
        return self.named(STYLE_OF[role])

    def letters(self, role: str) -> str:
        """Give the id of the character style of a role."""
        return self.named(CHARACTER_STYLE_OF[role])

    def named(self, name: str) -> str:
        """Give the id of a style by its name."""
        if name not in self.ids:
            self.ids[name] = id_of(self.document, name)
        return self.ids[name]

    def place(self, block: Node) -> Node:
        """Set a block before the cursor."""
        before: Node = self.document.element.body.sectPr if self.cursor is None else self.cursor
        before.addprevious(block)
        return block

    def take(self, paragraph: Node) -> None:
        """Let a paragraph that already stands before the cursor carry the bookmarks that wait."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            properties = element("pPr")
            paragraph.insert(0, properties)
        for target in self.pending:
            self.bookmark(target, properties, properties)
        self.pending.clear()
        self.tight = False

    def paragraph(self, role: str, *, keep: bool = False) -> Node:
        """Append a paragraph in the style of a role; it takes the bookmarks that wait."""
        made = self.place(loose_paragraph(self.style(role), keep=keep))
        if self.tight:
            before = max(_BELOW_TABLE, self.look.style(STYLE_OF[role]).before)
            made[0].append(element("spacing", before=round(20 * before)))
            self.tight = False
        for target in self.pending:
            self.bookmark(target, made[0], made[0])
        self.pending.clear()
        return made

    def anchor(self, target: str) -> None:
        """Let the next paragraph be where links to a target lead."""
        self.pending.append(target)

    def bookmark(self, target: str, first: Node, last: Node) -> None:
        """Put a bookmark round two siblings, or behind paragraph properties, for links to a target; once a target."""
        name = bookmark_name(target)
        if name in self.bookmarks:
            return
        self.bookmarks.add(name)
        number = _FIRST_ID + len(self.bookmarks)
        begin, end = element("bookmarkStart", id=number, name=name), element("bookmarkEnd", id=number)
        last.addnext(end)
        if first.tag == qn("w:pPr"):
            first.addnext(begin)
        else:
            first.addprevious(begin)


def loose_paragraph(style_id: str, *, keep: bool = False) -> Node:
    """Make a paragraph that stands nowhere yet.

    Args:
        style_id: id of its style.
        keep: whether it stays with the next paragraph, whatever its style says.
    """
    properties = element("pPr", element("pStyle", val=style_id))
    if keep:
        properties.append(element("keepNext"))
    return element("p", properties)


def bookmark_name(target: str) -> str:
    """Turn an anchor into a name that Word accepts: letters, digits and underscores, 40 at most."""
    spelt = re.sub(r"[^A-Za-z0-9]", lambda c: "_" if c.group() == "-" else f"_{ord(c.group()):x}_", target)
    if len(spelt) <= _LONGEST:
        return spelt
    return spelt[: _LONGEST - 9] + "_" + sha256(target.encode()).hexdigest()[:8]
