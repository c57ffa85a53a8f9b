"""Running lines are read with their fields and filled without touching Word's own."""

from __future__ import annotations

import pytest

from briefgen.word.elements import parsed
from briefgen.word.furniture import fill_controls, read_lines

PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PA</w:instrText></w:r>'
    '<w:r><w:instrText>GE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def control(name: str, kind: str = "tag") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:{kind} w:val="{name}"/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:b/></w:rPr>'
        "<w:t>Click</w:t></w:r><w:r><w:t> here</w:t></w:r></w:sdtContent></w:sdt>"
    )


READ = {
    "a split field": (PAGE, "{page}"),
    "a simple field": ('<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple>', "{pages}"),
    "a field that is none of ours": (PAGE.replace("PA<", "DA<").replace("GE ", "TE "), "7"),
    "a control by its tag": (control("marking"), "{marking}"),
    "a control by its title, as Word's own are": (control("Title", "alias"), "{title}"),
    "a control that is none of ours": (control("Department"), "Click here"),
    "a tab": ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
}


@pytest.mark.parametrize(("content", "line"), READ.values(), ids=READ.keys())
def test_fields_are_named(content: str, line: str) -> None:
    assert read_lines(parsed(f"<w:hdr><w:p>{content}</w:p></w:hdr>")) == (line,)


def test_lines_that_say_nothing_are_left_out() -> None:
    assert read_lines(parsed("<w:hdr><w:p/><w:p><w:r><w:t> </w:t></w:r></w:p></w:hdr>")) == ()


def test_a_control_gives_way_to_its_text_in_the_controls_own_type() -> None:
    story = parsed(f"<w:hdr><w:p>{control('marking')}{PAGE}</w:p></w:hdr>")
    fill_controls(story, {"marking": "A & <b>", "title": "", "date": ""})
    assert read_lines(story) == ("A & <b>{page}",)
    first = story[0][0]
    assert first.tag.endswith("}r")
    assert first[0][0].tag.endswith("}b")


def test_an_empty_marking_leaves_nothing_to_click_on() -> None:
    story = parsed(f"<w:hdr><w:p>{control('marking')}</w:p></w:hdr>")
    fill_controls(story, {"marking": "", "title": "", "date": ""})
    assert read_lines(story) == ()
