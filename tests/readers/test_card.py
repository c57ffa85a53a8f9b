from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import EditorialError
from briefgen.model.source import Card, File
from briefgen.readers import read_card


def card(text: str) -> Card:
    return read_card(File("source.toml", text.encode()))


def test_what_is_not_said_stays_empty():
    assert card('subject = "Bridges"') == Card("Bridges")


def test_the_card_of_the_article_guesses_nothing():
    content = Path("data/china-russia/source.toml").read_bytes()
    read = read_card(File("source.toml", content))
    assert (read.called, read.language, read.notes_expected) == ("the article", "en-AU", 34)
    assert (read.author, read.title, read.published, read.publisher) == ("", "", "", "")
    assert "not stated" in read.rights


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('subject = "a"\nlangauge = "en"', "source.toml:2: unknown key “langauge”; did you mean “language”?"),
        ("called = 'x'", "source.toml: “subject” is missing"),
        ('subject = " "', "source.toml: “subject” is empty"),
        ('subject = "a"\nlanguage = "English"', "source.toml: “language” is “English”, no language tag"),
        ('subject = "a"\nnotes_expected = -1', "source.toml: “notes_expected” is below nought"),
    ],
)
def test_a_faulty_card_is_one_line(text, line):
    with pytest.raises(EditorialError) as caught:
        card(text)
    assert str(caught.value).startswith(line)
