from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import EditorialError, UsageError
from briefgen.model.source import Card, File
from briefgen.records import dump_toml, load_toml


@dataclass(frozen=True)
class Section:
    name: str
    terms: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Slot:
    every: str
    from_: date | None = None


@dataclass(frozen=True)
class Paper:
    format: Literal[1]
    title: str = ""
    size: float = 1.0
    count: int | None = None
    section: tuple[Section, ...] = ()
    schedule: dict[str, Slot] = field(default_factory=dict)
    pair: tuple[str, int] = ("", 0)

    def __post_init__(self):
        if self.size < 0:
            raise ValueError("size is below nought")


def load(text: str, schema=Paper):
    return load_toml(File("briefgen.toml", text.encode()), schema, UsageError)


def test_a_document_fills_nested_dataclasses():
    assert load(
        """
format = 1
size = 2
pair = ["a", 3]
[[section]]
name = "trade"
terms = { "export*" = 2, gas = 0.5 }
[[section]]
name = "money"
terms = [["rouble", 1]]
[schedule.weekly]
every = "monday"
from = 2024-01-01
"""
    ) == Paper(
        1,
        size=2.0,
        pair=("a", 3),
        section=(Section("trade", (("export*", 2.0), ("gas", 0.5))), Section("money", (("rouble", 1.0),))),
        schedule={"weekly": Slot("monday", date(2024, 1, 1))},
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('format = 1\n\ntitel = "x"', "briefgen.toml:3: unknown key “titel”; did you mean “title”? There are:"),
        (
            'format = 1\n[[section]]\nname = "a"\n[[section]]\nnam = "b"',
            "briefgen.toml:5: unknown key “section[2].nam”",
        ),
        (
            "format = 1\n[schedule.weekly]\nevery = 3",
            "briefgen.toml:3: “schedule.weekly.every” is the number 3, not text",
        ),
        ("format = 1\n[schedule.weekly]", "briefgen.toml:2: “schedule.weekly.every” is missing; add every = …"),
        ("format = 1\nsection = [\n{ name = 1 }]", "briefgen.toml:2: “section[1].name” is the number 1"),
        ("title = 'a'", "briefgen.toml: “format” is missing"),
        ("format = 2", "briefgen.toml:1: “format” is the number 2, not one of 1"),
        ("format = true", "briefgen.toml:1: “format” is true, not one of 1"),
        ("format = 1\ncount = true", "briefgen.toml:2: “count” is true, not a whole number"),
        ("format = 1\npair = ['a']", "briefgen.toml:2: “pair” has 1 values, not 2"),
        ("format = 1\nsize = -1", "briefgen.toml: size is below nought"),
        ("format = 1\ntitle = \n", "briefgen.toml:2: is no valid TOML: invalid value; mend the line"),
        ("format = 1\nformat = 1\n", "briefgen.toml:2: is no valid TOML: cannot overwrite a value"),
        ('format = 1\ntitle = """\ncount = 1\n"""\ncont = 1', "briefgen.toml:5: unknown key “cont”"),
        ("format = 1\ntitle = " + "[" * 5000, "briefgen.toml: is nested too deeply"),
    ],
)
def test_a_faulty_document_is_one_line_with_its_place(text, line):
    with pytest.raises(UsageError) as caught:
        load(text)
    assert str(caught.value).startswith(line)
    assert "\n" not in str(caught.value)


def test_not_utf8_is_said_with_the_line():
    with pytest.raises(EditorialError, match=r"theme\.toml:2: is not UTF-8"):
        load_toml(File("theme.toml", b"format = 1\n# caf\xe9"), Paper, EditorialError)


@given(st.builds(Card, subject=st.text(), rights=st.text(), notes_expected=st.none() | st.integers(0)))
def test_what_is_written_is_read_back(card):
    assert load(dump_toml(card), Card) == card


def test_what_is_not_flat_is_not_written():
    with pytest.raises(TypeError, match="dict"):
        dump_toml(Paper(1))


def test_none_is_left_out():
    assert tomllib.loads(dump_toml(Slot("monday"))) == {"every": "monday"}
