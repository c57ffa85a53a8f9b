from fontTools.ttLib import TTFont

from briefgen.fonts import SANS, SERIF, families, find


def test_the_two_text_families_have_four_static_faces_each() -> None:
    for family in (SERIF, SANS):
        faces = [find(family, bold=b, italic=i) for b in (False, True) for i in (False, True)]
        assert len({face.path for face in faces}) == 4
        for face in faces:
            with TTFont(face.path, lazy=True) as font:
                assert "glyf" in font
                assert "fvar" not in font


def test_a_family_is_found_whatever_its_case() -> None:
    assert find("source serif pro") == find(SERIF)
    assert not find(SERIF).remarks


def test_an_unknown_family_is_set_in_the_nearest_and_says_so() -> None:
    assert find("Georgia").family == SERIF
    assert find("Calibri", bold=True).path == find(SANS, bold=True).path
    assert "Calibri" in str(find("Calibri").remarks[0])


def test_the_shipped_chinese_faces_hold_gb_2312_and_have_names_of_their_own() -> None:
    assert "Noto Sans SC" in families()
    whole = {bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)}
    names = set()
    for bold in (False, True):
        face = find("Noto Sans SC", bold=bold)
        assert {ord(c) for c in whole if c} <= face.coverage
        with TTFont(face.path, lazy=True) as font:
            names.add(font["name"].getDebugName(6))
        assert (face.path.parent / "OFL-NotoSansSC.txt").is_file()
    assert len(names) == 2


def test_an_italic_of_a_family_without_italics_is_its_upright() -> None:
    assert find("Noto Sans SC", italic=True).path == find("Noto Sans SC").path
