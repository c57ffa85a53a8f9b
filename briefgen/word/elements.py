"""Tag, attributes, children → element of WordprocessingML. Text is set as a node's text, never as markup."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML 1.0 document may hold."""


def cleaned(text: str) -> str:
    """Drop the characters that XML forbids."""
    return _ILLEGAL.sub("", text)


def element(tag: str, /, *children: BaseOxmlElement, **attributes: object) -> BaseOxmlElement:
    """Make an element of the ``w`` namespace: ``element("spacing", after=120)``."""
    made: BaseOxmlElement = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), cleaned(str(value)))
    made.extend(children)
    return made


def parsed(markup: str) -> BaseOxmlElement:
    """Parse our own markup; ``w`` and ``r`` are declared on its outermost element."""
    head = re.match(r"\s*<[\w:]+", markup)
    if head is None:
        raise ValueError(f"not an element: {markup[:40]}")
    made: BaseOxmlElement = parse_xml(f"{head.group()} {nsdecls('w', 'r')}{markup[head.end() :]}")
    return made


def texts(text: str) -> Iterator[BaseOxmlElement]:
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


def insert(parent: BaseOxmlElement, child: BaseOxmlElement, after: Collection[str]) -> None:
    """Insert a child where the schema wants it: behind the last child whose tag is among ``after``."""
    wanted = {qn(tag) for tag in after}
    at = max((i + 1 for i, c in enumerate(parent) if c.tag in wanted), default=0)
    parent.insert(at, child)


def value(parent: BaseOxmlElement | None, tag: str, attribute: str = "w:val") -> str | None:
    """Read an attribute of a child; None where parent, child or attribute is missing."""
    child = None if parent is None else parent.find(qn(tag))
    return None if child is None else child.get(qn(attribute))
