from __future__ import annotations

import io
import zlib
from pathlib import Path

import font_source_serif_pro
import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from briefgen.errors import SourceError
from briefgen.gate import admit
from briefgen.model.source import File
from briefgen.readers.pdf import read_pdf
from tests.readers.drawing import drawn
from tests.readers.pdf.pages import Set, paragraph, pdf

BRIDGE = "The bridge was opened in 1920 and carried some 4,000 people every day, which was more than the ferry took.^1^"
FERRY = "The ferry was sold in the same year^22^ and its men were paid 3,000 crowns; H2O is 10^6^ times as old as that."
NEVER = "It was never rebuilt, and nobody has asked for it since the road was made; the toll fell in the year after."


def test_lines_are_rejoined_and_raised_digits_are_candidates():
    read = read_pdf(pdf(paragraph(BRIDGE, 100) + paragraph(FERRY, 160)))
    assert drawn(read) == [BRIDGE.replace("^1^", "⟪1⟫"), FERRY.replace("^22^", "⟪22⟫").replace("^6^", "⟪6⟫")]


def test_an_indent_begins_a_paragraph_without_a_gap():
    first = paragraph(BRIDGE, 100)
    second = paragraph(FERRY, 100 + 12 * len(first))
    second[0] = second[0]._replace(left=90)
    assert len(drawn(read_pdf(pdf(first + second)))) == 2


def test_headings_are_ranked_by_their_size():
    page = [
        Set("Bridges and Ferries", 80, 20), *paragraph(BRIDGE, 120), Set("The ferry", 180, 14), *paragraph(FERRY, 210),
        Set("Its end", 270, 10, face="Times-Bold"), *paragraph(NEVER, 290),
    ]  # fmt: skip
    read = read_pdf(pdf(page))
    assert [line for line in drawn(read) if line.startswith("#")] == [
        "#Bridges and Ferries",
        "##The ferry",
        "###Its end",
    ]


def test_running_heads_and_page_numbers_are_dropped_and_a_sentence_goes_on_over_the_page():
    words = "The bridge was opened by the crown and the ferry was sold to a man who lived on the other side of it and"
    pages = [
        [Set("Bridges of the North", 40, 9), *paragraph(words, 100), Set(f"{number}", 800, 9)] for number in (7, 8, 9)
    ]
    read = read_pdf(pdf(*pages))
    assert drawn(read) == [" ".join([words] * 3)]
    assert read.passages[0].page == 1


def test_a_word_broken_at_a_line_is_one_word_and_a_compound_stays():
    lines = [
        "The bridge was a co-",
        "operation of two towns, and well-",
        "known. A well-known thing for them all.",
    ]
    read = read_pdf(pdf([Set(text, 100 + 12 * i) for i, text in enumerate(lines)]))
    assert drawn(read) == [
        "The bridge was a cooperation of two towns, and well-known. A well-known thing for them all."
    ]


def test_notes_at_the_foot_are_texts_and_their_marks_are_notes():
    one = [*paragraph(BRIDGE, 100), Set("^1^ Smith, Bridges of the", 700, 7), Set("North (1999), 12.", 709, 7)]
    two = [*paragraph(FERRY.replace("22", "2"), 100), Set("^2^ Jones.", 700, 7)]
    three = [*paragraph(NEVER + "^1^", 100), Set("1 Brown.", 700, 7)]
    read = read_pdf(pdf(one, two, three))
    assert [(n.label, n.run, n.text, n.where) for n in read.notes] == [
        ("1", "1", "Smith, Bridges of the North (1999), 12.", "a.pdf, page 1"),
        ("2", "1", "Jones.", "a.pdf, page 2"),
        ("1", "2", "Brown.", "a.pdf, page 3"),
    ]
    assert [(g.evidence, g.run) for g in read.given if g.evidence == "note"] == [
        ("note", "1"),
        ("note", "1"),
        ("note", "2"),
    ]
    assert [p.page for p in read.passages] == [1, 2, 3]
    assert "Smith" not in read.text


def test_a_list_of_notes_at_the_end_is_set_aside():
    last = [Set("Notes", 300, 14), Set("1. Smith, Bridges.", 330), Set("2. Jones.", 342)]
    read = read_pdf(pdf(paragraph(BRIDGE, 100) + paragraph(FERRY, 160) + last))
    assert [(n.label, n.text) for n in read.notes] == [("1", "Smith, Bridges."), ("2", "Jones.")]
    assert len(read.passages) == 2


def test_columns_are_read_one_after_the_other():
    left, right = paragraph(BRIDGE, 100, 30), paragraph(FERRY, 100, 30)
    read = read_pdf(pdf([*left, *(line._replace(left=320) for line in right)]))
    assert [line[:10] for line in drawn(read)] == ["The bridge", "The ferry "]


def bomb() -> bytes:
    """Pack a page's text so that it unpacks to a gigabyte."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(1024)) + packer.flush()
    stream = zlib.compress(packed, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % numbered for numbered in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer\n<</Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (pdf([Set("x", 100)], password="secret").content, "a.pdf: is protected by a password; save it without one"),
        (pdf([]).content, "a.pdf: is a scan: it holds pictures of text and no text; recognise its text (OCR) first"),
        (b"%PDF-1.4\nnothing", "a.pdf: is damaged or no PDF"),
        (pdf([Set("x", 100)]).content[:300], "a.pdf: is damaged or no PDF"),
        (bomb(), "a.pdf: unpacks to more than a reader may hold"),
    ],
    ids=["password", "scan", "nothing", "cut off", "bomb"],
)
def test_a_pdf_that_cannot_be_read_is_refused_in_one_line(content, line):
    with pytest.raises(SourceError) as caught:
        read_pdf(admit(File("a.pdf", content)))
    assert str(caught.value).startswith(line)
    assert "\n" not in str(caught.value)


def test_a_last_line_that_ends_with_the_pages_number_is_no_running_head():
    body = paragraph("A bridge was opened here for all to cross at their own cost. " * 4, 100)
    lasts = (Set("Source: table 1", 756), Set("Sold by the crown for 2", 760))
    text = read_pdf(pdf(*([*body, last, Set(f"Page {n} of 2", 800)] for n, last in enumerate(lasts, 1)))).text
    assert all(last.text in text for last in lasts)
    assert "Page" not in text


def test_a_table_of_contents_is_no_text():
    contents = [Set("1 Bridges . . . . . . . . . . . . . . . . 3", 100), Set("2 Ferries .................... xii", 112)]
    read = read_pdf(pdf([*contents, *paragraph(BRIDGE, 160), Set("It fell....", 200)]))
    assert drawn(read) == [BRIDGE.replace("^1^", "⟪1⟫"), "It fell...."]


def test_characters_that_no_font_names_are_left_out_and_that_is_said():
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf([*paragraph(NEVER, 100), Set("1920 Ž Ž", 160)]).content)) as page:
        for font in page.pages[0].Resources.Font.values():
            font.Encoding = pikepdf.Name.StandardEncoding  # which has no Ž
        page.save(changed)
    read = read_pdf(File("a.pdf", changed.getvalue()))
    assert [line.strip() for line in drawn(read)] == [NEVER, "1920"]
    assert [str(remark).partition(";")[0] for remark in read.remarks] == [
        "a.pdf: 2 characters have no text in their fonts and are left out, first on page 1"
    ]


def test_words_drawn_after_their_paragraph_stand_where_they_are_read():
    gap = stringWidth("Carts ", "Times-Roman", 10)
    bold = stringWidth("must not ", "Times-Bold", 10)
    page = [
        Set("Carts", 100),
        Set("cross the bridge by night, and their drivers", 100, left=72 + gap + bold),
        Set("pay the toll before they leave.", 112, left=72 + stringWidth("must ", "Times-Bold", 10)),
        Set("must not", 100, left=72 + gap, face="Times-Bold"),
        Set("must", 112, face="Times-Bold"),
    ]
    words = "Carts must not cross the bridge by night, and their drivers must pay the toll before they leave."
    assert drawn(read_pdf(pdf(page))) == [words]


def test_bullets_drawn_after_their_items_begin_a_paragraph_each():
    face = Path(font_source_serif_pro.__file__).parent / "files" / "SourceSerifPro-Regular.ttf"
    pdfmetrics.registerFont(TTFont("Serif", str(face)))
    items = [Set("ferries that are rowed,", 112, left=90), Set("ferries with a sail, and", 124, left=90)]
    bullets = [Set("•", 112, left=80, face="Serif"), Set("•", 124, left=80, face="Serif")]
    page = [Set("The toll is asked of all who come by", 100), *items, *bullets]
    assert drawn(read_pdf(pdf(page)))[1:] == ["• ferries that are rowed,", "• ferries with a sail, and"]


def test_columns_that_stand_close_are_not_read_across():
    left = [Set(words, 100 + 12 * n) for n, words in enumerate(("The bridge was", "opened and then", "closed."))]
    right = [
        Set(words, 100 + 12 * n, left=150) for n, words in enumerate(("The ferry was", "sold to a man", "abroad."))
    ]
    assert drawn(read_pdf(pdf([*left, *right]))) == [
        "The bridge was opened and then closed.",
        "The ferry was sold to a man abroad.",
    ]


def test_a_foot_line_above_a_wide_margin_is_dropped_and_a_title_in_the_words_of_the_heads_stays():
    words = "The bridge was opened by the crown and the ferry was sold to a man who lived on the other side of it."
    first = [Set("Bridges of the North", 150, 20), *paragraph(words, 200)]
    others = [[Set("Bridges of the North", 40, 9), *paragraph(words, 100)] for _ in range(5)]
    pages = [[*page, Set(f"A. Ferryman · Page {n}", 708, 9)] for n, page in enumerate((first, *others), 1)]
    assert drawn(read_pdf(pdf(*pages))) == ["#Bridges of the North", *[words] * 6]


def test_a_compound_of_two_names_broken_at_its_hyphen_is_one_word():
    lines = ["They took the Aldmere-", "Brin ferry – a boat of the crown, built for them all –", "North of the town."]
    read = read_pdf(pdf([Set(line, 100 + 12 * n) for n, line in enumerate(lines)]))
    assert drawn(read) == [
        "They took the Aldmere-Brin ferry – a boat of the crown, built for them all – North of the town."
    ]
