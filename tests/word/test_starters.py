"""The shipped template is what the script makes: lean, A4, every style in it, one accent colour."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.oxml.ns import qn

from briefgen.model.look import CHARACTER_STYLE_OF, STYLE_OF
from briefgen.word.defaults import FIGURES, TABLE
from briefgen.word.elements import read_child
from briefgen.word.starters import main, make_brief
from tests.paths import TEMPLATES


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_shipped_template_is_what_the_script_makes() -> None:
    assert unpacked((TEMPLATES / "brief.docx").read_bytes()) == unpacked(make_brief())


def test_the_script_writes_into_the_folder_it_is_given(tmp_path) -> None:
    main(str(tmp_path))
    assert (tmp_path / "brief.docx").read_bytes() == make_brief()


def test_the_template_has_every_style_and_no_other() -> None:
    styles = Document(TEMPLATES / "brief.docx").styles.element.findall(qn("w:style"))
    names = {read_child(style, "name") for style in styles}
    basic = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
    ours = {*STYLE_OF.values(), *CHARACTER_STYLE_OF.values(), TABLE, FIGURES}
    assert {name.lower() for name in names} == {name.lower() for name in ours | basic}
    assert "heading 1" in names, "as Word itself writes it"


def test_the_template_is_lean() -> None:
    assert len(make_brief()) < 12_000


def test_word_opens_it_in_its_newest_mode_and_in_australian_english() -> None:
    parts = unpacked(make_brief())
    assert (
        b'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
        in (parts["word/settings.xml"])
    )
    assert b'<w:lang w:val="en-AU" w:eastAsia="zh-CN"' in parts["word/styles.xml"]
