"""A paragraph's runs → text, labels and raised text, in a Layout. Only what Word prints is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefgen.readers.docx.numbering import Counter, Scheme
from briefgen.readers.docx.package import Node, W, value
from briefgen.readers.docx.styles import Styles
from briefgen.readers.layout import Layout

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

FALLBACK = f"{_MC}Fallback"
REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
# Not printed: deletions, where text was moved from, codes and properties, reading aids over the words.
_UNPRINTED = {W + t for t in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "rt", "sdtPr", "sdtEndPr")}
_CHARACTERS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}

Reference = tuple[str, str]
"""Kind and id of a note."""


@dataclass(slots=True)
class Notes:
    """The note references met so far: how they count, and what label each note's id was given."""

    both: bool
    """Whether the document has footnotes and endnotes."""
    bookmarks: dict[str, Reference]
    """Bookmark round a mark → its note."""
    schemes: dict[str, Scheme] = field(default_factory=dict)
    counters: dict[str, Counter] = field(default_factory=lambda: {k: Counter(k) for k in ("footnote", "endnote")})
    labels: dict[Reference, tuple[str, str]] = field(default_factory=dict)
    """Note → (label, run)."""

    def enter(self, schemes: dict[str, Scheme]) -> None:
        """Enter a section with its schemes."""
        self.schemes = schemes
        for kind, scheme in schemes.items():
            self.counters[kind].enter(scheme)

    def run_of(self, note: Reference, label: str = "") -> str:
        """Name the numbering a note is of; a label that another note of it bears begins the next one."""
        if note in self.labels:
            return self.labels[note][1]
        counter = self.counters[note[0]]
        if label and (label, counter.run(self.both)) in self.labels.values():
            counter.restart()
        return counter.run(self.both)


def write_runs(paragraph: Node, layout: Layout, styles: Styles, notes: Notes) -> None:
    """Write all that a paragraph prints."""
    runs = [run for run in printed_runs(paragraph) if not styles.hidden(run)]
    field = _Field()
    raised = again = ""
    for index, run in enumerate(runs):
        field.pass_over(run)
        text, reference = text_of(run), next((e for e in run.iter(*REFERENCES)), None)
        if again and text == again:
            # The mark stood in the run after its reference, and is written.
            again = ""
            continue
        above = reference is None and bool(text.strip()) and styles.raised(run)
        # In running type such a link is words of the text: "see note 5".
        leads_to = notes.bookmarks.get(field.noted or _anchor(run)) if above else None
        if above and leads_to is None:
            # A label may be split over runs.
            raised += text
            continue
        layout.raised(raised)
        raised = again = ""
        if reference is not None:
            again = _write_reference(reference, runs[index : index + 2], layout, notes)
        elif leads_to is not None:
            layout.label(text.strip(), "note", notes.run_of(leads_to))
        else:
            layout.write(text)
    layout.raised(raised)


class _Field:
    """The field that is open while a paragraph's runs are gone through."""

    def __init__(self) -> None:
        self.noted = ""
        """The bookmark that the printed part of a NOTEREF field leads to: a note cited again."""
        self._code = ""

    def pass_over(self, run: Node) -> None:
        """Take note of what a run opens, says or closes."""
        self._code += "".join(code.text or "" for code in run.iter(f"{W}instrText"))
        for mark in run.iter(f"{W}fldChar"):
            words = self._code.split()
            separates = value(mark, "fldCharType") == "separate"
            self.noted = words[1] if separates and len(words) > 1 and words[0].upper() == "NOTEREF" else ""
            self._code = ""


def find_bookmarks(body: Node) -> dict[str, Reference]:
    """Find the bookmarks that stand round a note's mark, each with the note: links to them cite it again."""
    found = {}
    for start in body.iter(f"{W}bookmarkStart"):
        for node in start.itersiblings():
            if node.tag == f"{W}bookmarkEnd" and value(node, "id") == value(start, "id"):
                break
            reference = next((e for e in node.iter(*REFERENCES)), None)
            if reference is not None:
                found[value(start, "name")] = _referred(reference)
    return found


def _referred(reference: Node) -> Reference:
    return REFERENCES[str(reference.tag)], value(reference, "id")


def _anchor(run: Node) -> str:
    """Give the bookmark a run links to."""
    above = run.getparent()
    return value(above, "anchor") if above is not None and above.tag == f"{W}hyperlink" else ""


def printed_runs(node: Node) -> Iterator[Node]:
    """Go through the runs of a paragraph that are printed, within links, fields and insertions too."""
    for child in node:
        if child.tag in (f"{W}r", f"{_M}r"):
            yield child
        elif child.tag == f"{_MC}AlternateContent":
            yield from printed_runs(_chosen(child))
        elif isinstance(child.tag, str) and child.tag not in _UNPRINTED and child.tag != f"{W}p":
            yield from printed_runs(child)


def text_of(run: Node) -> str:
    """Give the characters a run prints, text boxes not counted."""
    return "".join(_characters(run))


def _characters(node: Node) -> Iterator[str]:
    for child in node:
        if child.tag in (f"{W}t", f"{_M}t"):
            yield child.text or ""
        elif child.tag == f"{W}br":
            yield "\n" if value(child, "type") in ("", "textWrapping") else ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag == f"{W}ruby":
            yield from (text_of(run) for base in child.iter(f"{W}rubyBase") for run in base.iter(f"{W}r"))


def _write_reference(reference: Node, runs: list[Node], layout: Layout, notes: Notes) -> str:
    """Write the label of a note, and give the text that must not be written again: a mark in the next run."""
    note = _referred(reference)
    again = ""
    if value(reference, "customMarkFollows") in ("1", "true", "on"):
        # ECMA-376 17.11.14: the mark is the text that follows, in this run or in the next.
        label = text_of(runs[0]).strip()
        if not label and len(runs) > 1:
            again = text_of(runs[1])
            label = again.strip()
        run = notes.run_of(note, label)
    else:
        layout.write(text_of(runs[0]))
        run = notes.counters[note[0]].run(notes.both)
        label = notes.counters[note[0]].count(notes.schemes[note[0]])
    if label:
        layout.label(label, "note", run)
        notes.labels.setdefault(note, (label, run))
    return again


def _chosen(alternate: Node) -> Node:
    """Take the first alternative, so that what is drawn twice is read once."""
    return next((c for c in alternate if c.tag in (f"{_MC}Choice", FALLBACK)), alternate)
