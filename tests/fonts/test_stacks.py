from briefgen.fonts import SANS, SERIF, missing, runs, stack
from tests.typefaces import made


def drawn(text: str, italic: bool = False) -> list[tuple[str, str]]:
    return [(run.face.path.stem, run.text) for run in runs(text, stack(SERIF, italic=italic))]


def test_cyrillic_in_an_italic_takes_the_upright_and_chinese_the_chinese_face() -> None:
    assert drawn("by 习近平, Договор", italic=True) == [
        ("SourceSerifPro-It", "by "),
        ("NotoSansSC-Regular", "习近平"),
        ("SourceSerifPro-It", ", "),
        ("SourceSerifPro-Regular", "Договор"),
    ]


def test_runs_put_together_are_the_text() -> None:
    text = "a\u200bb\u2011c\u202fd é 中\n文"
    assert "".join(run.text for run in runs(text, stack(SANS, bold=True))) == text


def test_a_no_break_hyphen_and_narrow_spaces_are_drawn_by_substitutes_of_the_same_face() -> None:
    assert drawn("5\u202f%\u2011x") == [("SourceSerifPro-Regular", "5\u202f%\u2011x")]


def test_zero_width_characters_are_never_missing() -> None:
    assert missing("\u00ad\u200b\u200c\u200d\u200e\u2060\ufe0f\ufeff", SERIF) == ()


def test_characters_in_no_face_are_named_once_in_order() -> None:
    assert missing("a😀b א 😀", SERIF) == ("😀", "א")


def test_what_stands_in_for_a_font_of_the_project_is_like_it() -> None:
    sans, serif = made("House Grotesk"), made("House Garamond")
    assert [stack(font.name[16:-4], bold=True, own=(font,))[1].path.stem for font in (sans, serif)] == [
        "SourceSansPro-Regular",
        "SourceSerifPro-Regular",
    ]
