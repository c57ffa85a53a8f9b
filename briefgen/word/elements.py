"""Tag, attributes, children → element of WordprocessingML. Text is set as a node's text, never as markup."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from lxml import etree

Node = etree._Element
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML 1.0 document may hold."""


def cleaned(text: str) -> str:
    """Drop the characters that XML forbids."""
    return _ILLEGAL.sub("", text)


def element(tag: str, /, *children: Node, **attributes: object) -> Node:
    """Make an element of the ``w`` namespace: ``element("spacing", after=120)``."""
    made: Node = OxmlElement(f"w:{tag}")
    for name, said in attributes.items():
        made.set(qn(f"w:{name}"), cleaned(str(said)))
    made.extend(children)
    return made


def parsed(markup: str) -> Node:
    """Parse our own markup; ``w`` and ``r`` are declared on its outermost element."""
    name = re.match(r"<[\w:]+", markup)
    if name is None:
        raise ValueError(f"not an element: {markup[:40]}")
    made: Node = parse_xml(f"{name.group()} {nsdecls('w', 'r')}{markup[name.end() :]}")
    return made


def texts(text: str) -> Iterator[Node]:
    """Give the children of a run that hold a text: tabs and line ends are elements of their own."""
    for piece in re.split("([\t\n])", cleaned(text).replace("\r\n", "\n").replace("\r", "\n")):
        if piece == "\t":
            yield element("tab")
        elif piece == "\n":
            yield element("br")
        elif piece:
            made = element("t")
            made.text = piece
            made.set(qn("xml:space"), "preserve")
            yield made


def read(node: Node, attribute: str = "val") -> str:
    """Read an attribute of the ``w`` namespace; empty where it is missing."""
    return str(node.get(qn(f"w:{attribute}")) or "")


def read_child(parent: Node | None, tag: str, attribute: str = "val") -> str:
    """Read an attribute of a child; empty where parent, child or attribute is missing."""
    child = None if parent is None else parent.find(qn(f"w:{tag}"))
    return "" if child is None else read(child, attribute)


def is_on(toggle: Node) -> bool:
    """Tell whether a toggle is set; one without a value is (ECMA-376 17.17.4)."""
    return read(toggle) not in ("0", "false", "off")


def remove(node: Node) -> None:
    """Take a node out of its parent."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def insert(parent: Node, child: Node, behind: Collection[str]) -> None:
    """Insert a child where the schema wants it: behind the last child whose tag is among these."""
    tags = {qn(f"w:{tag}") for tag in behind}
    at = max((i + 1 for i, c in enumerate(parent) if c.tag in tags), default=0)
    parent.insert(at, child)
