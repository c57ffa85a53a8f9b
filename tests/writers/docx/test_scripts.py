"""Text is cut where its script changes; what is said of its language wins over what its script suggests."""

from __future__ import annotations

import pytest

from briefgen.writers.docx.scripts import pieces, word_language

CUT = [
    ("plain", "", [("plain", "", "val")]),
    ("a 林海 b", "", [("a ", "", "val"), ("林海", "zh-CN", "eastAsia"), (" b", "", "val")]),
    ("林海", "zh-Hant", [("林海", "zh-TW", "eastAsia")]),
    ("東京です", "ja", [("東京", "ja-JP", "eastAsia"), ("です", "ja-JP", "eastAsia")]),
    ("договор о дружбе.", "", [("договор о дружбе", "ru-RU", "val"), (".", "", "val")]),
    ("договір", "uk", [("договір", "uk-UA", "val")]),
    ("שלום a", "", [("שלום", "he-IL", "bidi"), (" a", "", "val")]),
    ("le port", "fr", [("le port", "fr-FR", "val")]),
    ("(林海)", "zh-Hans", [("(", "", "val"), ("林海", "zh-CN", "eastAsia"), (")", "", "val")]),
    ("", "ru", []),
]


@pytest.mark.parametrize(("text", "language", "cut"), CUT, ids=[f"{t} in {la or 'no language'}" for t, la, _ in CUT])
def test_each_script_is_a_piece(text: str, language: str, cut: list[tuple[str, str, str]]) -> None:
    assert [(p.text, p.language, p.slot) for p in pieces(text, language)] == cut


def test_no_character_is_lost_or_moved() -> None:
    text = "".join(map(chr, range(32, 0x3000, 7))) + "漢字 – 한국어, ไทย."
    assert "".join(p.text for p in pieces(text)) == text


def test_a_language_with_a_region_stays_what_it_is() -> None:
    assert word_language("en-AU") == "en-AU"
    assert word_language("zh-Hans") == "zh-CN"
