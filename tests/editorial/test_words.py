from __future__ import annotations

import pytest

from briefgen.editorial.words import find_chosen, load, supporting
from briefgen.errors import EditorialError
from briefgen.model.editor import OwnWords
from briefgen.model.source import File
from tests import papers

GOOD = """format = 1
signed = "briefgen project"
[bottom_line]
text = "Traffic reached 12.5 million tonnes."
support = ["1.1"]
[[heading]]
section = "all"
text = "Traffic grew “steadily”"
support = ["harbour-2"]
[[note]]
text = "The treaty is in force."
support = ["2.1", "2.2"]
"""


def file(text: str) -> File:
    return File("traffic.toml", text.encode())


def test_each_statement_carries_its_support_and_the_file_its_signature():
    editing = load(file(GOOD))
    assert editing.signed == "briefgen project"
    assert editing.bottom_line.support == ("1.1",)
    assert editing.heading("all").text == "Traffic grew “steadily”"
    assert editing.heading("other") is None
    assert len(editing.statements) == 3
    for words in editing.statements:
        assert supporting(words, papers.base())


def test_key_points_are_passages_that_exist_and_are_signed_for():
    chosen = load(file(GOOD.replace("[bottom_line]", 'key_points = ["2.1", "harbour-1"]\n[bottom_line]'))).points
    assert [fact.place for fact in find_chosen(chosen, papers.base())] == ["2.1", "1.1"]
    assert find_chosen(None, papers.base()) == ()
    with pytest.raises(EditorialError, match=r"traffic\.toml:3, key_points: names “7.7”, which is no passage"):
        find_chosen(load(file('format = 1\nsigned = "us"\nkey_points = ["7.7"]\n')).points, papers.base())
    with pytest.raises(EditorialError, match="is not signed"):
        load(file('format = 1\nsigned = ""\nkey_points = ["2.1"]\n'))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('signed = "briefgen project"', 'signed = " "', "is not signed"),
        ('support = ["1.1"]', "support = []", "names no passage that supports it"),
        ("Traffic reached 12.5 million tonnes.", "Traffic " * 41, "has 41 words"),
        ("[[note]]", "[[notes]]", "unknown key “notes”"),
        ('text = "The treaty is in force."', 'text = " "', ":10, note 1: is empty"),
        (
            "[[note]]",
            '[[heading]]\nsection = "all"\ntext = "Traffic"\nsupport = ["1.1"]\n[[note]]',
            ":10, heading “all”: is the second for this section",
        ),
    ],
)
def test_a_file_that_does_not_say_who_or_on_what_is_refused(old, new, says):
    with pytest.raises(EditorialError, match=f"traffic.toml.*{says}"):
        load(file(GOOD.replace(old, new)))


@pytest.mark.parametrize(
    ("text", "support", "says"),
    [
        ("Traffic reached 12.5 million tonnes.", "1.2", "says 12.5, which its passages do not"),
        ("It grew “by leaps”.", "1.2", "quotes ‘by leaps’"),
        ("It grew.", "7.7", "names “7.7”, which is no passage"),
    ],
)
def test_what_its_passages_do_not_say_is_refused(text, support, says):
    with pytest.raises(EditorialError, match=says):
        supporting(OwnWords(text, (support,), "traffic.toml, note 1"), papers.base())


def test_nobody_has_to_sign_a_file_that_states_nothing():
    assert load(file('format = 1\nsigned = ""\n')).statements == ()


def test_a_count_in_words_may_be_said_in_digits():
    assert supporting(OwnWords("It took 4000000 tonnes in 2008.", ("1.3",), "x"), papers.base())
