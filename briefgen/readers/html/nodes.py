"""What the parts of the html reader ask of an element."""

from __future__ import annotations

import re

from lxml import etree

from briefgen.readers.decoding import NO_TEXT

Node = etree._Element

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "header", "hgroup", "hr", "html", "li", "main", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip


def roles(node: Node) -> set[str]:
    """Give what an element says it is: its role, and its type in an e-book."""
    return set(f"{node.get('role', '')} {node.get('epub:type', '')}".lower().split())


def block_of(node: Node) -> Node:
    """Find the block an element stands in, or is."""
    while node.tag not in BLOCKS:
        above = node.getparent()
        if above is None:
            break
        node = above
    return node


def words_of(node: Node) -> str:
    """Give the text of an element on one line."""
    return " ".join("".join(map(str, node.itertext())).split())


def settable(text: str) -> str:
    """Make a text one that a tree takes: a page may spell out what XML forbids ("&#30;")."""
    return re.sub("[\x0b\x0c\x1c-\x1f]", " ", NO_TEXT.sub("", text))


def drop(node: Node) -> None:
    """Take an element out of its tree and leave the text behind it."""
    above, before, tail = node.getparent(), node.getprevious(), node.tail or ""
    if above is None:
        return
    if before is not None:
        before.tail = settable((before.tail or "") + tail)
    else:
        above.text = settable((above.text or "") + tail)
    above.remove(node)
