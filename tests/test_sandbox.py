from __future__ import annotations

import ast

import pytest

from briefgen.errors import EditorialError
from briefgen.sandbox import evaluate, fill, say
from tests.paths import ROOT


def test_holes_are_filled_and_nothing_is_escaped():
    assert fill("here", "{{ n }} of {{ all }} & <more>", {"n": 1, "all": "R&D"}) == "1 of R&D & <more>"


def test_one_wording_or_another_is_chosen():
    assert fill("here", "{{ 'note' if n == 1 else 'notes' }}", {"n": 2}) == "notes"


@pytest.mark.parametrize(
    "sentence",
    [
        "{{ n.__class__ }}", "{{ n['x'] }}", "{{ n() }}", "{{ n|upper }}", "{% for i in n %}{% endfor %}",
        "{{ 9 ** 9 }}", "{{ 'a' * 9 }}", "{{ n ~ n }}", "{% set x = n %}", "{% include 'x' %}",
        "{% macro f() %}{% endmacro %}",
        "{{ n is defined }}", "{% raw %}x{% endraw %}{{ [1] }}",
    ],
)  # fmt: skip
def test_a_sentence_can_do_no_more_than_choose_and_fill(sentence):
    with pytest.raises(EditorialError, match=r"^here: "):
        fill("here", sentence, {"n": 1})


def test_an_unknown_name_says_what_there_is():
    with pytest.raises(EditorialError, match="'m' is undefined; it may use: n"):
        fill("here", "{{ m }}", {"n": 1})


def test_words_carry_the_facts_their_numbers_come_from():
    assert say("here", "{{ n }}", {"n": 1}, ("f1",)).basis == ("f1",)


def test_nowhere_else_are_words_made_that_go_into_a_brief():
    """A writer, which comes after verification, sets titles and separators the brief already has."""
    makers = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "briefgen").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Words"
    }
    assert {maker for maker in makers if not maker.startswith("briefgen/writers/")} == {"briefgen/sandbox.py"}


def test_a_tag_says_something_else_for_what_nobody_said():
    assert evaluate("here", "organisation|default('the House')", {"organisation": ""}) == "the House"
    assert evaluate("here", "organisation|default('the House')", {"organisation": "Desk"}) == "Desk"
