"""Fonts that a project brings go before ours, or are refused by name."""

import pytest

from briefgen.errors import EditorialError
from briefgen.fonts import SANS, SERIF, families, find, missing, stack
from briefgen.model.source import File
from tests.typefaces import made


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
        (made("Dots Only", embedding=0x0200), "may not be embedded"),
        (made("Hollow", drop="glyf"), "no outlines that can be set"),
    ],
    ids=["no font", "restricted", "bitmaps", "other outlines"],
)
def test_a_font_that_cannot_be_used_is_refused_by_name(file: File, what: str) -> None:
    with pytest.raises(EditorialError, match=what) as caught:
        find(SANS, own=(file,))
    assert caught.value.remark.where == file.name
