"""A hand-made source and paper that hold everything a writer can meet. The places in it are invented."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

from briefgen.model.brief import (
    Brief,
    Bullets,
    Callout,
    Edit,
    Emphasis,
    Figure,
    Heading,
    Imprint,
    Inlines,
    KeyFigures,
    Locator,
    NoteEntry,
    NoteRef,
    NoteText,
    Paragraph,
    Part,
    Quote,
    Reference,
    Table,
    Tile,
    Words,
)  # fmt: skip
from briefgen.model.chart import Chart, Datum, Evidence, Panel, Picture, Plate
from briefgen.model.fact import Fact, Factbase, Period, Quantity, Reason
from briefgen.model.look import CHARACTER_STYLE_OF, STYLE_OF, Look, Page, Style
from briefgen.model.source import Card, Mark, Note, Passage, Source, Span

DRAWN = (
    "THE HARBOUR of Aldmere & Sons handled 12.5 million tonnes in 2019.⟦1⟧⟦2⟧ It grew “steadily”\n"
    "after that.⟦8⟧ In 2008 it took <four> million; nothing else is known.\n"
    "Mayor Lin 林海 and Pavel Договор signed a treaty on 3 May 2020.⟦22⟧ The notes say so again.⟦1⟧\n"
)
"""The sample source, its marks drawn in brackets."""


def lifted(drawn: str) -> tuple[str, tuple[Mark, ...], tuple[tuple[int, int], ...]]:
    """Lift drawn marks by hand: text, marks, shifts (the file as supplied has the bare labels)."""
    text, marks, shifts, taken = "", [], [], 0
    for piece in re.split(r"(⟦\w+⟧)", drawn):
        if not piece.startswith("⟦"):
            text += piece
            continue
        label, start = piece[1:-1], len(text) + taken
        taken += len(label)
        marks.append(Mark(label, int(label), "1", len(text), Span(start, start + len(label)), 9.0))
        shifts.append((len(text), len(text) + taken))
    return text, tuple(marks), tuple(shifts)


def source() -> Source:
    """Give the sample source."""
    text, marks, shifts = lifted(DRAWN)
    ends = [i for i, c in enumerate(text) if c == "\n"]
    passages = (Passage(Span(0, ends[1]), "paragraph"), Passage(Span(ends[1] + 1, ends[2]), "paragraph"))
    supplied_notes = {"2": "Port Authority, Annual Report, p. 4."}
    notes = tuple(Note(label, "1", supplied_notes.get(label)) for label in ("1", "2", "8", "22"))
    card = Card("Aldmere harbour", "the article", "en-AU", 4)
    return Source("harbour", card, text, passages, marks, notes, shifts, "0" * 64)


def quote(words: str, **more: object) -> Quote:
    """Quote words of the sample source."""
    text = source().text
    start = text.index(words)
    return Quote(Span(start, start + len(words)), words, **more)


def mark(label: str, nth: int = 0, real: bool = False) -> NoteRef:
    """Refer to the nth mark of a label in the sample source."""
    found = [m for m in source().marks if m.label == label][nth]
    return NoteRef(label, "1", found.at, real)


def plate() -> Plate:
    """A small chart drawn with matplotlib, as the charts room draws it."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure as Canvas

    said = Evidence("harbour-1", "1.1", ("1", "2"))
    data = (
        Datum("2008", 4e6, "four million tonnes", "2008", Evidence("harbour-3", "1.3", ())),
        Datum("2019", 12.5e6, "12.5 million tonnes", "2019", said),
    )
    chart = Chart("bar", "tonnage", "Traffic grew", "Tonnes a year, Aldmere", (Panel("Full years", data),))
    out: dict[str, bytes] = {}
    with rc_context({"pdf.fonttype": 42, "ps.fonttype": 42, "svg.fonttype": "path", "svg.hashsalt": "briefgen"}):
        canvas = Canvas(figsize=(4.5, 2), layout="constrained")
        axes = canvas.subplots()
        axes.barh([d.label for d in data], [d.value for d in data])
        for form, meta in (("pdf", {"CreationDate": None}), ("svg", {"Date": None}), ("png", {"Software": None})):
            buffer = io.BytesIO()
            canvas.savefig(buffer, format=form, metadata=meta, dpi=200)
            out[form] = buffer.getvalue()
    alt = "Bar chart of tonnes a year in Aldmere: four million in 2008, 12.5 million in 2019."
    return Plate(chart, Picture(324, 144, out["pdf"], out["svg"], out["png"]), alt)


def brief() -> Brief:
    """The sample paper."""
    first = quote("THE HARBOUR of Aldmere & Sons handled 12.5 million tonnes in 2019.")
    lead = Quote(first.span, "The" + first.text[3:], (Edit(Span(0, 3), "The", "display opening"),))
    rest = quote(" It grew “steadily”\nafter that.")
    joined = Quote(rest.span, rest.text.replace("\n", " "), (Edit(_at_break(rest), " ", "line rejoined"),))
    body: Inlines = (
        Emphasis((lead,)), mark("1", real=True), mark("2", real=True), joined, mark("8", real=True),
        Words(" (Figure 1, "), Reference("figure-1", "Figure 1"), Words(")"), Locator(" (para. 1)", ("harbour-1",)),
    )  # fmt: skip
    treaty: Inlines = (
        quote("Mayor Lin "), quote("林海", lang="zh-Hans"), quote(" and Pavel "), quote("Договор", lang="ru"),
        quote(" signed a treaty on 3 May 2020."), mark("22", real=True), Words(" […] "),
        quote("The notes say so again."), mark("1", 1), Locator(" (para. 2)", ("harbour-4",)),
    )  # fmt: skip
    point = tuple(replace(i, real=False) if isinstance(i, NoteRef) else i for i in treaty)
    tile = Tile((quote("12.5 million tonnes"),), (Words("Harbour traffic"),), (Words("2019", ("harbour-1",)),),
                (Reference("note-1-1", "note 1"), Words(", "), Reference("note-1-2", "note 2")))  # fmt: skip
    noted = Reference("note-1-1", "note 1")
    cells = (((quote("2008"),), (Words("4,000,000", ("harbour-3",)),), (Words("para. 1, no note in the source"),)),
             ((quote("2019"),), (Words("12,500,000", ("harbour-1",)),), (noted,)))  # fmt: skip
    parts = (
        Part("front", "", (
            Paragraph((Words("OFFICIAL"),), "marking"),
            Paragraph((Words("Prepared 1 December 2025"),), "front"),
            Paragraph((Words("Sentences in ordinary type are the source’s; shaded and bracketed, ours."),), "ours"),
            Paragraph((Words("Rights in the article were not stated."),), "rights"),
        )),
        Part("bottom-line", "Bottom line", (
            Paragraph((Words("The source states: “"), quote("The notes say so again."), mark("1", 1), Words("”")),
                      "bottom-line"),
        )),
        Part("key-points", "Key points", (Bullets((point, (quote("nothing else is known."),))),)),
        Part("key-figures", "Key figures", (KeyFigures((tile, tile, tile)),)),
        Part("sections", "", (
            Heading((Words("Traffic"),), 1), Paragraph(body),
            Figure(1, plate(), (Words("Traffic grew"),), (Words("Tonnes a year, Aldmere"),),
                   (Words("Source: the article, para. 1; "), Reference("note-1-1", "note 1"))),
            Heading((Words("Treaties"),), 1), Paragraph(treaty),
            Callout((Words("Analyst’s note"),), (Paragraph((Words("This box is ours."),), "ours"),)),
        )),
        Part("annex", "Annex: data", (
            Heading((Words("Data behind Figure 1"),), 2),
            Table(1, (Words("Tonnes a year"),), ((Words("Year"),), (Words("Tonnes"),), (Words("Evidence"),)), cells,
                  (1,), (1, 2, 2), (Words("Source: the article"),)),
        )),
        Part("notes", "Notes", (Paragraph((Words("Numbers are those of the source."),), "ours"),)),
    )  # fmt: skip
    place = quote("handled 12.5 million tonnes in 2019.")
    absent = (Words("Text not supplied. Stands at: ‘"), place, Words("’ (para. 1)"))
    notes = (
        NoteEntry("1", "1", absent),
        NoteEntry("2", "1", (NoteText("2", "1", "Port Authority, Annual Report, p. 4."),)),
        NoteEntry("8", "1", (Words("Text not supplied. Stands at: ‘"), quote("after that."), Words("’ (para. 1)"))),
        NoteEntry("22", "1", (Words("Text not supplied."),)),
    )
    labels = (
        ("figure", "Figure"), ("table", "Table"), ("note", "Note"), ("notes", "Notes"), ("page", "page"), ("of", "of"),
        ("back", "Back to mark {label}, occurrence {nth}"), ("back-only", "Back to mark {label}"),
        ("recounted", "Each note begins with its number in the source."),
        ("prepared", "Prepared"), ("contents", "Contents"),
    )  # fmt: skip
    return Brief(
        "traffic", "Aldmere harbour: traffic", "Traffic", ("traffic",), "en-AU", "en-AU", date(2025, 12, 1), "OFFICIAL",
        "Harbour desk", "", parts, notes, Imprint("harbour", "0" * 64, "0.1.0", "1" * 64), labels,
        (("source", "source.txt", "0" * 64),),
    )  # fmt: skip


def _at_break(rest: Quote) -> Span:
    at = rest.span.start + rest.text.index("\n")
    return Span(at, at + 1)


def look() -> Look:
    """A plain look with every style there is, A4."""
    styles = [
        Style(name, "Source Serif Pro", 10.5, after=6, leading=14) for name in dict.fromkeys(STYLE_OF.values())
    ] + [Style(name, "Source Serif Pro", 10.5) for name in CHARACTER_STYLE_OF.values()]
    return Look(Page(595.3, 841.9, 72, 72, 72, 72, 36, 36), tuple(styles), "12436D", ("{title}\t{marking}",),
                ("{date}\tpage {page} of {pages}",))  # fmt: skip


def base() -> Factbase:
    """Give the facts of the sample source, made by hand."""
    here = source()
    sentences = (
        "THE HARBOUR of Aldmere & Sons handled 12.5 million tonnes in 2019.",
        "It grew “steadily”\nafter that.",
        "In 2008 it took <four> million; nothing else is known.",
        "Mayor Lin 林海 and Pavel Договор signed a treaty on 3 May 2020.",
        "The notes say so again.",
    )
    return Factbase(here, tuple(_fact(here, n, words) for n, words in enumerate(sentences, 1)), ())


def _fact(here: Source, number: int, words: str) -> Fact:
    span = quote(words).span
    figures = {1: ("12.5 million tonnes", 12.5e6), 3: ("four> million", 4e6)}
    quantities = tuple(
        Quantity(quote(said).span, value, None, "tonne", None, "", "", "level", "")
        for at, (said, value) in figures.items()
        if at == number
    )
    years = tuple(
        Period(Span(*m.span()), m[0]) for m in re.finditer(r"\b20\d\d\b", here.text) if span.covers(Span(*m.span()))
    )
    marks = tuple(m for m in here.marks if span.start < m.at <= span.end)
    paragraph, sentence = (1, number) if number < 4 else (2, number - 3)
    return Fact(
        f"harbour-{number}",
        span,
        paragraph,
        sentence,
        marks,
        quantities,
        years,
        (),
        (),
        "fact",
        Reason(""),
        None,
        (),
        None,
    )
