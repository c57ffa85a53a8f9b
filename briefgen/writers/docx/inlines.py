"""Inlines → runs of a paragraph: real endnote references, links to notes, and each run's own language."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.model.brief import Emphasis, Flat, Inlines, Locator, NoteRef, NoteText, Quote, Reference, Words
from briefgen.word.elements import Node, element, texts
from briefgen.writers.docx.galley import Galley, bookmark_name
from briefgen.writers.docx.scripts import Piece, pieces, word_language

_LONGEST_TIED = 40
"""Characters of a place that no line breaks; an editor's label is longer, and took a whole line with it."""


def set_inlines(galley: Galley, paragraph: Node, inlines: Inlines, *, insertions: bool = False) -> None:
    """Append inlines to a paragraph.

    Args:
        insertions: whether our own words stand among the source's and must be told from them.
    """
    before: Flat | None = None
    for inline, strong in _flat(inlines):
        if isinstance(inline, NoteRef):
            if isinstance(before, NoteRef):
                paragraph.append(_run(galley.letters("mark"), Piece(",")))
            _set_mark(galley, paragraph, inline)
        else:
            _set_text(galley, paragraph, inline, strong=strong, insertions=insertions)
        before = inline


def _flat(inlines: Inlines, strong: bool = False) -> Iterator[tuple[Flat, bool]]:
    for inline in inlines:
        if isinstance(inline, Emphasis):
            yield from _flat(inline.inlines, True)
        else:
            yield inline, strong


def _set_text(
    galley: Galley, paragraph: Node, inline: Quote | NoteText | Words | Reference | Locator,
    *, strong: bool, insertions: bool,
) -> None:  # fmt: skip
    language, style, into = galley.brief.language, "", paragraph
    match inline:
        case Quote(lang=said) | NoteText(lang=said):
            language = said or galley.brief.source_language
        case Words(text=text, lang=said):
            language = said or language
            style = galley.letters("ours") if insertions and text.strip(" ") else ""
        case Locator():
            style = galley.letters("locator")
        case Reference(target=target):
            style = galley.letters("link")
            into = _link(paragraph, target)
    if strong and not style:
        style, strong = galley.letters("lead"), False
    language = "" if word_language(language) == galley.language else language
    # No line begins with a place, or ends within one: its spaces do not break, nor those of "Figure 1" and "note 12".
    tied = isinstance(inline, Locator | Reference) and len(inline.text) <= _LONGEST_TIED
    whole = inline.text.replace(" ", "\u00a0") if tied else inline.text
    core = whole.strip(" ") if insertions and isinstance(inline, Words) else whole
    start = whole.find(core)
    before, after = whole[:start], whole[start + len(core) :]
    # The spaces beside an insertion are left without its ground.
    for text, dressed in ((before, ""), (core, style), (after, "")):
        into.extend(_run(dressed, piece, strong=strong) for piece in pieces(text, language))


def _run(style: str, piece: Piece, *, strong: bool = False) -> Node:
    properties = element("rPr")
    if style:
        properties.append(element("rStyle", val=style))
    if piece.slot == "eastAsia":
        # Without the hint Word sets signs that both scripts have, “ and …, in the Latin face.
        properties.append(element("rFonts", hint="eastAsia"))
    if strong:
        properties.extend((element("b"), element("bCs")))
    if piece.slot == "bidi":
        properties.append(element("rtl") if piece.language[:2] in ("he", "ar", "fa") else element("cs"))
    if piece.language:
        properties.append(element("lang", **{piece.slot: piece.language}))
    return element("r", *([properties] if len(properties) else []), *texts(piece.text))


def _link(paragraph: Node, target: str, tooltip: str = "") -> Node:
    made = element("hyperlink", anchor=bookmark_name(target), history=1)
    if tooltip:
        made = element("hyperlink", anchor=bookmark_name(target), tooltip=tooltip, history=1)
    paragraph.append(made)
    return made


def _set_mark(galley: Galley, paragraph: Node, ref: NoteRef) -> None:
    target = f"note-{ref.run}-{ref.label}"
    if not ref.real or target in galley.cited:
        link = _link(paragraph, target, f"{galley.brief.label('note')} {ref.label}")
        link.append(_digits(galley, ref.label))
        return
    galley.cited.add(target)
    run = _digits(galley, ref.label)
    # ECMA-376 17.11.14: the mark that follows is the note's own, and automatic numbers do not count it.
    reference = element("endnoteReference", customMarkFollows=1, id=_add_note(galley, ref))
    run.insert(1, reference)
    # The empty run ends the mark for LibreOffice, which would take a comma that follows into it.
    paragraph.extend((run, element("r")))
    galley.bookmark(target, run, run)


def _digits(galley: Galley, label: str) -> Node:
    """Make the run of a mark, one ``w:t`` a character: LibreOffice prints a longer one twice."""
    run = element("r", element("rPr", element("rStyle", val=galley.letters("mark"))))
    for piece in (label,) if galley.word_only else label:
        run.extend(texts(piece))
    return run


def _add_note(galley: Galley, ref: NoteRef) -> int:
    entry = next(e for e in galley.brief.notes if (e.label, e.run) == (ref.label, ref.run))
    number, paragraph = galley.notes.add_note(galley.style("note"))
    if galley.word_only:
        paragraph.extend((_run(galley.letters("mark"), Piece(ref.label)), _run("", Piece(" "))))
    else:
        opening = Piece(f"{galley.brief.label('note')} {ref.label}. ")
        paragraph.append(_run(galley.letters("lead"), opening))
    set_inlines(galley, paragraph, entry.inlines)
    return number
