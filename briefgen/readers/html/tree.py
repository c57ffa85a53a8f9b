"""Bytes of a web page → its tree, cut down to the document: no scripts, menus, banners or side columns."""

from __future__ import annotations

import re

from lxml import etree

from briefgen.errors import Remark, SourceError
from briefgen.model.source import File
from briefgen.readers.decoding import decode
from briefgen.readers.endmatter import set_aside
from briefgen.readers.html.flow import lay_out
from briefgen.readers.html.nodes import Node, drop, words_of
from briefgen.readers.html.noterefs import find_linking
from briefgen.readers.paragraphs import find_passages
from briefgen.readers.sheet import Sheet
from briefgen.readers.typescript import cut_breaks

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.I)
_UNREAD = (
    "annotation", "aside", "audio", "button", "canvas", "del", "dialog", "embed", "form", "head", "iframe", "input",
    "map", "menu", "nav", "noscript", "object", "rp", "rt", "script", "select", "style", "svg", "template", "textarea",
    "video",
)  # fmt: skip
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "menu", "dialog"))
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|sidebar|side-bar|navbar|navbox|navigation|menu|masthead|newsletter|"
    r"share|sharing|social|advert|ads|promo|related|pagination|pager|skip|toc|noprint|catlinks|printfooter|editsection|"
    r"nav|docnav|navheader|navfooter|nav-?panel|prev-?next|rellinks|jump-link|site-header|site-footer|footer|comments|"
    r"hatnote|metadata|authority-control|mw-cite-backlink)(?:$|[\s_-])",
    re.I,
)
_WAYS = frozenset(("prev", "previous", "next", "up", "start", "first", "last", "home", "contents", "index", "top"))
_KEYS = frozenset("pnuhtc")
"""What documentation tools let the reader type for the page before, after or above (DocBook, Publican, Texinfo)."""
TYPED = 0.8
"""Share of a page's letters in preformatted text from which on it is a plain text that is shown as a page."""
MOST = 0.5
"""Share of the page's words above which nothing is taken for furniture, whatever its name."""


def read_html(file: File) -> Sheet:
    """Lay a web page flat.

    Raises:
        SourceError: empty, no text, or nested too deeply.
    """
    text, remarks = _decoded(file)
    return read_tree(parse_html(text, file.name), file.name, remarks)


def read_tree(root: Node, name: str, remarks: tuple[Remark, ...] = ()) -> Sheet:
    """Lay a tree flat.

    Raises:
        SourceError: it holds no text.
    """
    _turn_inward(root, name)
    linking = find_linking(root)
    document = _document(root)
    sheet = _typescript(document, remarks) or lay_out(document, linking, name, remarks)
    if not sheet.passages:
        raise SourceError(name, "holds no text", "save the page with its text, not only its frame")
    return sheet if sheet.notes else set_aside(sheet, lambda _: f"the notes of {name}")


def _typescript(document: Node, remarks: tuple[Remark, ...]) -> Sheet | None:
    """Read a page that only shows a plain text, sheet by sheet, as that text; None where it is no such page."""
    sheets = ["".join(map(str, node.itertext())) for node in document.iter("pre")]
    if sum(map(len, sheets)) < TYPED * _count(document):
        return None
    text, _ = cut_breaks("\f\n".join(sheets))
    passages = find_passages(text)
    # A listing of code is no text: it has no paragraphs of prose.
    prose = sum(len(p.span.of(text)) for p in passages if text[p.span.end - 1] in ".!?")
    return Sheet(text, (), passages, remarks=remarks) if prose > MOST * len("".join(text.split())) else None


def parse_html(text: str, name: str) -> Node:
    """Parse a web page; nothing is fetched and no entity but HTML's own is known.

    Raises:
        SourceError: nested too deeply.
    """
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode(), parser)
    if any("depth" in error.message for error in parser.error_log):
        raise SourceError(name, "is nested too deeply", "save the page anew from a browser")
    if root is None:
        raise SourceError(name, "holds no text", "save the page with its text")
    return root


def _decoded(file: File) -> tuple[str, tuple[Remark, ...]]:
    """Decode by the page's own word, where it is not UTF-8 anyway."""
    said = _CHARSET.search(file.content[:4096])
    try:
        file.content.decode("utf-8")
    except UnicodeDecodeError:
        if said:
            try:
                # What calls itself Latin-1 is Windows-1252 (WHATWG Encoding, 4.2).
                name = said[1].decode().lower()
                return file.content.decode("cp1252" if name in ("iso-8859-1", "latin1") else name), ()
            except (LookupError, UnicodeDecodeError):
                pass
    return decode(file)


def _turn_inward(root: Node, name: str) -> None:
    """Shorten links to the page itself, which a browser saves with its whole address."""
    own = {
        name,
        *(node.get("href", "") for node in root.iter("base", "link") if node.get("rel") in (None, "canonical")),
    }
    for link in root.iter("a"):
        path, sign, fragment = link.get("href", "").partition("#")
        if sign and path in own:
            link.set("href", f"#{fragment}")


def _document(root: Node) -> Node:
    """Find the element that holds the document, and take out of it what is not of it."""
    words = _count(root)
    for node in list(root.iter(*_UNREAD)):
        drop(node)
    for node in [n for n in root.iter("*") if _is_furniture(n) or _leads_on(n)]:
        if _count(node) < MOST * words:
            drop(node)
    candidates = (
        list(root.iter("main")),
        [node for node in root.iter("*") if node.get("role") == "main"],
        list(root.iter("article")),
        [node for node in root.iter("*") if node.get("id") == "mw-content-text"],
        list(root.iter("body")),
    )
    for found in candidates:
        if len(found) == 1 and _count(found[0]) > MOST * _count(root):
            return found[0]
    return root


def _is_furniture(node: Node) -> bool:
    if node.get("hidden") is not None or node.get("aria-hidden") == "true" or node.get("role") in _ROLES:
        return True
    if re.search(r"display:\s*none", node.get("style", "")):
        return True
    if node.tag in ("header", "footer"):
        return all(above.tag not in ("article", "main") for above in node.iterancestors())
    return node.tag not in ("html", "body", "main", "article") and bool(
        _FURNITURE.search(f"{node.get('class', '')} {node.get('id', '')}")
    )


def _leads_on(node: Node) -> bool:
    """Tell whether a block is of little but links to the pages before, after and above."""
    if node.tag not in ("p", "ul", "ol", "div", "table", "tr"):
        return False
    links = list(node.iter("a"))
    if not links or not all(
        _WAYS & set(a.get("rel", "").lower().split()) or a.get("accesskey") in _KEYS for a in links
    ):
        return False
    beside = len("".join(map(str, node.itertext())).split()) - sum(len(words_of(a).split()) for a in links)
    return beside <= 2 * len(links)


def _count(node: Node) -> int:
    return sum(len(text) for text in node.itertext())
