"""A page's links → which of them are note marks, and the texts they lead to.

A link is a note mark if it shows nothing but a label and leads, forward, to something that is a note: by its
role, by a link back, or by a name that tools give to notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from lxml import etree

from briefgen.notes import heads_notes, unlabelled
from briefgen.readers.html.nodes import BLOCKS, HEADINGS, Node, block_of, drop, roles, words_of

_LABEL = r"(?:(?:n|note|nb)\s)?\d{1,4}|[*†‡§¶]+|[a-z]{1,5}|[⁰¹²³⁴-⁹]+"
_SHOWN = re.compile(rf"[\[(]?\s*(?:{_LABEL})\s*[\])]?")
_WORDED = re.compile(r"(?:n|note|nb)\s")
_NAME = re.compile(
    r"(?:fn|ftn|edn|footnote|endnote|note|cite|sdfootnote|sdendnote)(?!ref)[a-z_]*[-_:.]?[\w.-]*\d", re.I
)
_NOTE_ROLES = frozenset(("doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote", "note"))
_REFERENCE_ROLES = frozenset(("doc-noteref", "noteref"))
_BACK_ROLES = frozenset(("doc-backlink", "backlink"))
_BACK = re.compile(r"[\s^↑↩↵⤴⏎\ufe0e\ufe0f]*(?:back|return|jump up)?[\s^↑↩↵⤴⏎\ufe0e\ufe0f:]*", re.I)
_CONTAINERS = frozenset(("div", "li", "aside", "dd", "td", "tr"))


@dataclass(slots=True, eq=False)
class LinkedNote:
    """A note that links lead to."""

    target: Node
    container: Node
    references: list[Node] = field(default_factory=list)
    text: str = ""

    @property
    def label(self) -> str:
        """Its label as its first mark shows it."""
        return parts_of(self.references[0])[1]


@dataclass(frozen=True, slots=True)
class Linking:
    """What the links of a page say of its notes."""

    references: dict[Node, LinkedNote | None]
    """Links that are note marks; None where what they lead to is not in the page."""
    listed: tuple[tuple[str, str], ...] = ()
    """(label, text) of notes that no link leads to: an ordered list under a heading that says so."""


def find_linking(root: Node) -> Linking:
    """Find the note marks of a page, and take their notes out of it."""
    order = {node: i for i, node in enumerate(root.iter("*"))}
    targets = {name: node for node in reversed(order) for name in _names(node)}
    labels = [link for link in root.iter("a") if _is_label(link)]
    if any(_is_told(link) for link in labels):
        # A page that says which links are marks means no other: "see note 1" is a reference in running words.
        labels = [link for link in labels if _is_told(link) or _is_raised(link) or not _WORDED.match(words_of(link))]
    candidates = [(link, targets.get(_fragment(link))) for link in labels]
    aimed = {target for _, target in candidates if target is not None}
    notes: dict[Node, LinkedNote] = {}
    references: dict[Node, LinkedNote | None] = {}
    inside: set[Node] = set()
    for link, target in candidates:
        if link in inside:
            continue
        if target is not None and order[target] > order[link] and _is_note(link, target):
            note = notes.get(target)
            if note is None:
                note = notes[target] = LinkedNote(target, _container(link, target, aimed))
                inside.update(note.container.iter("a"))
            note.references.append(link)
            references[link] = note
        elif target is None and _is_told(link):
            references[link] = None
    for note in notes.values():
        note.text = _text(note, aimed)
    for container in {note.container: None for note in notes.values()}:
        _take_out(container)
    return Linking(references, () if references else _listed(root))


def parts_of(link: Node) -> tuple[str, str, str]:
    """Give what a note link shows: what opens, the label, what closes."""
    words = words_of(link)
    found = re.search(_LABEL if _SHOWN.fullmatch(words) else r".+", words)
    return (words[: found.start()], found[0], words[found.end() :]) if found else (words, "", "")


def _listed(root: Node) -> tuple[tuple[str, str], ...]:
    """Find an ordered list under the last heading that says it is of notes, and take it out."""
    heads = [node for node in root.iter(*HEADINGS) if heads_notes(words_of(node))]
    found = heads[-1].getnext() if heads else None
    if found is None or found.tag != "ol":
        return ()
    first = int(found.get("start", "1")) if found.get("start", "1").isdecimal() else 1
    notes = tuple((str(i), words_of(item)) for i, item in enumerate(found.iterchildren("li"), first))
    drop(found)
    return notes


def _names(node: Node) -> Iterator[str]:
    for key in ("id", "name"):
        if node.get(key) and (key == "id" or node.tag == "a"):
            yield node.get(key, "")


def _fragment(link: Node) -> str:
    """Give the name a link leads to within its page, or nothing."""
    path, _, fragment = link.get("href", "").partition("#")
    return "" if path else fragment


def _is_label(link: Node) -> bool:
    words = words_of(link)
    # A link that says it is a mark may have any one word for its label.
    return bool(link.get("href") and (_SHOWN.fullmatch(words) or (_is_told(link) and re.fullmatch(r"\S+", words))))


def _is_told(link: Node) -> bool:
    return bool(roles(link) & _REFERENCE_ROLES)


def _is_raised(link: Node) -> bool:
    return link.find(".//sup") is not None or any(above.tag == "sup" for above in link.iterancestors())


def _is_note(link: Node, target: Node) -> bool:
    block = block_of(target)
    if block.tag in HEADINGS:
        # Texinfo sets a note's number as a heading of its own, which leads back.
        return bool(_SHOWN.fullmatch(words_of(block))) and _leads_back(block, link)
    around = [target, block, *([above] if (above := block.getparent()) is not None else [])]
    if _is_told(link) or any(roles(node) & _NOTE_ROLES for node in around):
        return True
    return _leads_back(block, link) or any(_NAME.search(name.rpartition("#")[2]) for name in _names(target))


def _leads_back(block: Node, link: Node) -> bool:
    names = _reference_names(link)
    return any(_fragment(back) in names for back in block.iter("a"))


def _reference_names(link: Node) -> set[str]:
    """Give the names that lead to a mark: its own, of what it stands in within its line, and of an anchor before it."""
    names = set(_names(link))
    before = link.getprevious()
    if before is not None and before.tag == "a" and not words_of(before) and not before.tail:
        names.update(_names(before))
    for above in link.iterancestors():
        if above.tag in BLOCKS:
            break
        names.update(_names(above))
    return names


def _container(link: Node, target: Node, aimed: set[Node]) -> Node:
    """Find all that belongs to a note: what is round its block, as long as nothing else is in it."""
    container = block_of(target)
    for above in container.iterancestors():
        if above.tag not in _CONTAINERS:
            break
        holds = set(above.iter("*"))
        if link in holds or len(aimed & holds) > 1:
            break
        if any(node.tag in HEADINGS or node.tag == "hr" for node in holds):
            break
        container = above
    return container


def _text(note: LinkedNote, aimed: set[Node]) -> str:
    """Give a note's words: from its target to the next one, without its label and the links back."""
    names = set().union(*(_reference_names(link) for link in note.references))
    words: list[str] = []
    started = note.target is note.container
    walk = etree.iterwalk(note.container, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            if started:
                words.append(" " if node.tag in BLOCKS else "")
                words.append("" if node is note.container else node.tail or "")
            continue
        started = started or node is note.target
        if started and node is not note.target and node in aimed:
            break
        if node.tag == "a" and _is_back(node, names):
            walk.skip_subtree()
        elif started:
            words.append(node.text or "")
    words += (f" {words_of(after)}" for after in _followers(note.container))
    text = _BACK.sub("", " ".join("".join(words).split()), count=1)
    return unlabelled(re.sub(rf"\A[\[(]?{re.escape(note.label)}(?:[\]).:]+\s*|\s+)", "", text), note.label)


def _is_back(link: Node, names: set[str]) -> bool:
    return bool(_fragment(link) in names or roles(link) & _BACK_ROLES or _BACK.fullmatch(words_of(link)))


def _followers(container: Node) -> list[Node]:
    """Give the blocks after a note's label that are its text, where the label is a term or a heading of its own."""
    if container.tag == "dt":
        return list(takewhile(lambda after: after.tag == "dd", container.itersiblings()))
    if container.tag in HEADINGS:
        return list(takewhile(lambda after: after.tag not in HEADINGS, container.itersiblings()))
    return []


def _take_out(container: Node) -> None:
    for after in _followers(container):
        drop(after)
    drop(container)
