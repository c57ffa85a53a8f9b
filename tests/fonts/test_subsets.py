import io

import pytest
from fontTools.subset import Options
from fontTools.ttLib import TTFont
from matplotlib.backends import _backend_pdf_ps
from matplotlib.font_manager import FontPath

from briefgen.fonts import SANS, bare_subsets, cut, find


def tables_of_a_picture() -> set[str]:
    with _backend_pdf_ps.get_glyphs_subset(FontPath(str(find(SANS).path), 0), {5, 6, 7}) as made:
        return set(made.font.keys())


def test_a_pictures_fonts_keep_their_outlines_and_lose_the_tables_for_setting_text() -> None:
    with bare_subsets():
        bare = tables_of_a_picture()
    assert {"glyf", "hmtx", "cmap"} <= bare
    assert tables_of_a_picture() - bare >= {"GPOS", "GSUB"}


def test_cutting_is_as_it_was_afterwards_whatever_happened() -> None:
    before = list(Options().drop_tables)
    with pytest.raises(ZeroDivisionError), bare_subsets():
        raise ZeroDivisionError
    assert Options().drop_tables == before
    with TTFont(io.BytesIO(cut(find(SANS), "AVA", kern=True))) as font:
        assert "GPOS" in font
