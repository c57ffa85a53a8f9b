from __future__ import annotations

import pytest

from briefgen.errors import SourceError
from briefgen.gate import admit
from briefgen.model.source import File
from briefgen.readers.docx import read_docx
from tests.gate.hostile import plain
from tests.readers.docx.documents import docx, note, p, ref, t, table, up
from tests.readers.drawing import drawn


def sheet(body: str, **parts: str):
    return read_docx(admit(docx(body, **parts)))


def test_paragraphs_and_headings_are_passages_and_contents_lists_are_not():
    body = p("Trade", style="H1") + p("Trade 3", style="TOC1") + p("") + p("A bridge.") + p("Deep", style="Out")
    body += p("Own", style="Own")
    read = sheet(body)
    assert drawn(read) == ["#Trade", "A bridge.", "###Deep", "#Own"]
    assert [x.style for x in read.passages] == ["heading 1", "Normal", "Deep", "Chapter"]


def test_endnotes_are_lettered_as_word_prints_them_and_footnotes_numbered():
    body = p("One.", ref("endnote", 5), " Two.", ref("footnote", 2), ref("endnote", 4), ref("footnote", 3))
    read = sheet(body, endnotes=note("endnote", 4, "B") + note("endnote", 5, "A"), footnotes=note("footnote", 2, "C"))
    assert drawn(read) == ["One.⟦i⟧ Two.⟦1⟧⟦ii⟧⟦2⟧"]
    assert [g.run for g in read.given] == ["endnotes", "footnotes", "endnotes", "footnotes"]
    assert [(n.label, n.run, n.text) for n in read.notes] == [
        ("1", "footnotes", "C"),
        ("ii", "endnotes", "B"),
        ("i", "endnotes", "A"),
    ]


def test_a_custom_mark_is_kept_and_not_counted():
    body = p("One.", ref("endnote", 1, "22"), " Two.", ref("endnote", 2))
    decimal = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    read = sheet(body, endnotes=note("endnote", 1, "Note 22. A") + note("endnote", 2, "B"), settings=decimal)
    assert drawn(read) == ["One.⟦22⟧ Two.⟦1⟧"]
    assert [(n.label, n.text, n.run) for n in read.notes] == [("22", "A", "1"), ("1", "B", "1")]


def test_a_custom_mark_may_stand_in_the_next_run():
    bare = ref("footnote", 1, "*").replace("<w:t>*</w:t>", "")
    read = sheet(p("One.", bare, up("*"), " Two."), footnotes=note("footnote", 1, "* A"))
    assert drawn(read) == ["One.⟦*⟧ Two."]
    assert [n.text for n in read.notes] == ["A"]


def test_a_custom_mark_on_another_note_begins_the_next_numbering():
    body = p("One.", ref("endnote", 1, "7"), " Two.", ref("endnote", 2, "9"), " Three.", ref("endnote", 3, "7"))
    read = sheet(body, endnotes=note("endnote", 1, "A") + note("endnote", 2, "B") + note("endnote", 3, "C"))
    assert drawn(read) == ["One.⟦7⟧ Two.⟦9⟧ Three.⟦7⟧"]
    assert [(n.label, n.text, n.run) for n in read.notes] == [("7", "A", "1"), ("9", "B", "1"), ("7", "C", "2")]


BOOKMARKED = '<w:bookmarkStart w:id="7" w:name="_Ref1"/>{}<w:bookmarkEnd w:id="7"/>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


@pytest.mark.parametrize(
    "again",
    [
        f'<w:hyperlink w:anchor="_Ref1">{up("2")}</w:hyperlink>',
        FIELD.format("begin")
        + "<w:r><w:instrText> NOTEREF _Ref1 \\h </w:instrText></w:r>"
        + FIELD.format("separate")
        + up("2")
        + FIELD.format("end"),
    ],
    ids=["link", "field"],
)
def test_a_note_cited_again_by_a_link_or_a_field_is_a_mark(again):
    running = again.replace("superscript", "baseline")
    body = p(
        "One.", again, " Two.", ref("endnote", 1), BOOKMARKED.format(ref("endnote", 2)), " See note ", running, "."
    )
    decimal = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    read = sheet(body, endnotes=note("endnote", 2, "B"), settings=decimal)
    assert drawn(read) == ["One.⟦2⟧ Two.⟦1⟧⟦2⟧ See note 2."]
    assert {g.run for g in read.given} == {"1"}


@pytest.mark.parametrize(
    ("form", "labels"),
    [("decimal", "1 2 27"), ("upperRoman", "I II XXVII"), ("lowerLetter", "a b aa"), ("chicago", "* † ‡‡‡‡‡‡‡")],
)
def test_labels_follow_the_format(form, labels):
    body = p(*(ref("footnote", i) for i in range(1, 28)))
    read = sheet(
        body, settings=f'<w:footnotePr><w:numFmt w:val="{form}"/></w:footnotePr>', footnotes=note("footnote", 1, "")
    )
    printed = [g.span.of(read.text) for g in read.given]
    assert [printed[0], printed[1], printed[26]] == labels.split()


def test_numbering_may_begin_late_and_begin_anew_with_a_section():
    section = (
        '<w:p><w:pPr><w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr></w:pPr></w:p>'
    )
    last = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    start = '<w:footnotePr><w:numStart w:val="7"/></w:footnotePr>'
    body = p("One.", ref("footnote", 1), ref("footnote", 2)) + section + p("Two.", ref("footnote", 3)) + last
    read = sheet(body, settings=start, footnotes=note("footnote", 1, ""))
    assert [(g.span.of(read.text), g.run) for g in read.given] == [("7", "1"), ("8", "1"), ("7", "2")]


def test_numbers_anew_on_each_page_are_counted_through_and_said():
    pages = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    read = sheet(p("One.", ref("footnote", 1)), settings=pages, footnotes=note("footnote", 1, "A"))
    assert [str(r) for r in read.remarks] == [
        "a.docx: footnotes are numbered anew on each page, which no file tells; they are counted through; "
        "number them through in Word"
    ]


def test_raised_digits_are_candidates_whole_over_runs_and_other_raised_text_is_text():
    body = p(
        "In 2020.", up("1"), up("2"), " The 1", up("st"), " by 10", up("6"), " more.", up("14,18–20"), up(" "), up("*")
    )
    assert drawn(sheet(body)) == ["In 2020.⟪12⟫ The 1st by 10⟪6⟫ more.⟪14⟫,⟪18⟫–⟪20⟫ ⟪*⟫"]


def test_raised_by_a_style_or_by_position_is_raised():
    style, higher = '<w:rStyle w:val="Ref"/>', '<w:position w:val="6"/>'
    assert drawn(sheet(p("A", t("1", style), "B", t("2", higher), "C", t("3", '<w:position w:val="-6"/>')))) == [
        "A⟪1⟫B⟪2⟫C3"
    ]


def test_only_what_is_printed_is_read():
    body = (
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>" + t("kept") + "</w:ins>"
        + t(" hidden", "<w:vanish/>") + '<w:hyperlink w:anchor="x">' + t(" link") + "</w:hyperlink>"
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        + '<w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:br w:type="page"/><w:noBreakHyphen/></w:r></w:p>'
    )  # fmt: skip
    assert drawn(sheet(body)) == ["kept link\ta\nb\u2011"]


def test_cells_are_passages_that_know_their_heads():
    read = sheet(p("Before.") + table(("Year", "Trade"), ("1992", "5.85")) + p("After."))
    assert drawn(read) == ["Before.", "Year", "Trade", "1992", "5.85", "After."]
    value = read.passages[4]
    assert value.kind == "cell"
    assert [h.of(read.text) for h in value.heads] == ["1992", "Trade"]
    assert [h.of(read.text) for h in read.passages[2].heads] == ["Year"]


def test_a_table_of_one_column_is_layout():
    assert [x.kind for x in sheet(table(("A bridge.",), ("A ferry.",))).passages] == ["paragraph", "paragraph"]


def test_a_text_box_is_read_once_after_its_paragraph():
    box = f"<w:txbxContent>{p('Boxed.')}</w:txbxContent>"
    run = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
    assert drawn(sheet(p("Anchor.", run + "</mc:AlternateContent></w:r>") + p("After."))) == [
        "Anchor.",
        "Boxed.",
        "After.",
    ]


def test_a_document_of_python_docx_is_read():
    assert drawn(read_docx(File("a.docx", plain()))) == ["A bridge was opened in 1920."]


def test_a_document_without_text_is_refused():
    with pytest.raises(SourceError, match=r"a\.docx: holds no text; is it a scan"):
        sheet(p(""))


def test_a_package_of_another_program_is_refused():
    with pytest.raises(SourceError, match=r"a\.docx: is no Word document; save it as \.docx"):
        read_docx(docx(p("x"), main="workbook"))
