"""Fonts that a project brings go before ours, or are refused by name."""

import io

import pytest
from fontTools.ttLib import TTFont

from briefgen.errors import EditorialError
from briefgen.fonts import SANS, SERIF, families, find, missing, stack
from briefgen.model.source import File


def made(family: str, *, embedding: int = 0, extra: dict[int, str] | None = None, drop: str = "") -> File:
    """Give our sans under another name, with other rights, with more characters or with a table fewer."""
    with TTFont(find(SANS).path) as font:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = family
        font["OS/2"].fsType = embedding
        for table in font["cmap"].tables:
            table.cmap.update({code: name for code, name in (extra or {}).items() if table.format == 12})
        if drop:
            del font[drop]
        buffer = io.BytesIO()
        font.save(buffer)
    return File(f"templates/fonts/{family}.ttf", buffer.getvalue())


def test_a_family_of_the_project_is_found_and_no_remark_is_made() -> None:
    own = (made("House Sans"),)
    face = find("House Sans", own=own)
    assert (face.family, face.remarks) == ("House Sans", ())
    assert "House Sans" in families(own)
    assert find("House Sans").remarks


def test_a_character_that_only_the_project_has_is_drawn_by_its_font() -> None:
    own = (made("House Signs", extra={0x1F600: "A"}),)
    assert missing("😀", SERIF) == ("😀",)
    assert missing("😀", SERIF, own) == ()
    assert stack(SERIF, own=own)[0].family == SERIF


@pytest.mark.parametrize(
    ("file", "what"),
    [
        (File("templates/fonts/no.ttf", b"not a font"), "no font that can be read"),
        (made("Kept Back", embedding=0x0002), "may not be embedded"),
        (made("Hollow", drop="glyf"), "PostScript outlines"),
    ],
    ids=["no font", "restricted", "other outlines"],
)
def test_a_font_that_cannot_be_used_is_refused_by_name(file: File, what: str) -> None:
    with pytest.raises(EditorialError, match=what) as caught:
        find(SANS, own=(file,))
    assert caught.value.remark.where == file.name
