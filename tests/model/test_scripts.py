"""A text is cut where its script changes; one table says which language a script is read in."""

from __future__ import annotations

import pytest

from briefgen.model.scripts import SCRIPTS, is_han, on_one_line, stretches, tongues

CUT = [
    ("plain, text", "en", [("plain, text", "")]),
    ("Lin 林海, mayor", "en", [("Lin ", ""), ("林海", "zh-Hans"), (", mayor", "")]),
    ("(«Договор» о мире.)", "en", [("(«", ""), ("Договор» о мире", "ru"), (".)", "")]),
    ("Догово\u0301 a", "en", [("Догово\u0301", "ru"), (" a", "")]),
    ("《林海》，a", "en", [("《林海》，", "zh-Hans"), ("a", "")]),
    ("東京です", "ja", [("東京です", "")]),
    ("です 林", "en", [("です", "ja"), (" ", ""), ("林", "zh-Hans")]),
    ("мир 林 мир", "uk-UA", [("мир ", ""), ("林", "zh-Hans"), (" мир", "")]),
    ("", "en", []),
]


@pytest.mark.parametrize(("text", "own", "cut"), CUT, ids=[f"{text} in {own}" for text, own, _ in CUT])
def test_a_text_is_cut_where_its_language_changes(text: str, own: str, cut: list[tuple[str, str]]) -> None:
    assert list(tongues(text, own)) == cut


def test_no_character_is_lost_or_moved() -> None:
    text = "".join(map(chr, range(32, 0x3000, 7))) + "漢字 – 한국어, ไทย."
    assert "".join(part for part, _ in stretches(text)) == text
    assert "".join(part for part, _ in tongues(text, "en")) == text


def test_a_flood_of_signs_between_letters_is_cut_in_one_go() -> None:
    text = "林" + "，" * 50_000 + " " * 50_000 + "a"
    assert [len(part) for part, _ in stretches(text)] == [50_001, 50_001]


def test_every_script_is_known_by_its_own_letters_only() -> None:
    for letter, language in zip(
        "あ한林жλשعहท", ("ja", "ko", "zh-Hans", "ru", "el", "he", "ar", "hi", "th"), strict=True
    ):
        ((_, script),) = stretches(letter)
        assert script is not None
        assert script.language == language
        assert script.writes(language)
    assert len({script.language for script in SCRIPTS}) == len(SCRIPTS)


def test_chinese_and_japanese_characters_are_han() -> None:
    assert [is_han(char) for char in "林《，のжa"] == [True, True, True, True, False, False]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Wu Lei 武磊scored\n twice", "Wu Lei 武磊 scored twice"),
        ("武磊, 武磊。Then", "武磊, 武磊。Then"),
        ("Договорsigned at A武磊1", "Договорsigned at A武磊1"),
        ("武磊a武磊b", "武磊 a武磊 b"),
    ],
)
def test_words_on_one_line_have_the_blank_that_latin_letters_after_han_lost(text: str, line: str) -> None:
    assert on_one_line(text) == line
