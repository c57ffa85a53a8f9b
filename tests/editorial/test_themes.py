"""A theme is one file; what is wrong in it is said with its line and what mends it."""

from pathlib import Path

import pytest

from briefgen.editorial import themes
from briefgen.errors import EditorialError
from briefgen.model.source import File
from briefgen.model.theme import ChartRule, MeasureRule, SectionRule

FOLDER = Path(__file__).parents[2] / "templates" / "themes"
WHOLE = """title = "Sea"
masks = ["sea level"]
figures = ["tonnes"]
[terms]
"sea" = 3
"ship*" = 2.5
[[section]]
name = "ports"
title = "Ports"
[section.terms]
"(port|harbour)" = 2
[[measure]]
name = "tonnes"
title = "Goods handled"
terms = ["handled|handles", "goods"]
unit = "tonne"
[[chart]]
kind = "bar"
title = "Goods"
measures = ["tonnes"]
"""


def load(text: str, name: str = "templates/themes/sea.toml"):
    return themes.load(File(name, text.encode()))


def test_a_file_gives_a_theme_named_after_it():
    theme = load(WHOLE)
    assert (theme.name, theme.title, theme.threshold, theme.share, theme.quota) == ("sea", "Sea", 2.0, 0.45, False)
    assert theme.terms == (("sea", 3.0), ("ship*", 2.5))
    assert theme.sections == (SectionRule("ports", "Ports", (("(port|harbour)", 2.0),)),)
    assert theme.measures == (MeasureRule("tonnes", "Goods handled", ("handled|handles", "goods"), "tonne"),)
    assert theme.charts == (ChartRule("bar", "Goods", ("tonnes",)),)


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("title", "titel", r"sea.toml:1: unknown key “titel”; did you mean “title”"),
        ('"sea" = 3', '"sea" = "much"', r"sea.toml:5: .*not a number"),
        ('"sea" = 3', '"sea" = 0', r"sea.toml:5: “sea” weighs 0"),
        ('"sea" = 3', '"sea" = nan', r"sea.toml:5: “sea” weighs nan"),
        ('"sea" = 3', '"a * b" = 3', r"sea.toml:5: “a \* b” is no term: “\*” stands beside letters"),
        ('"(port|harbour)" = 2', '"(port|harbour" = 2', r"sea.toml:11: .*a bracket is not closed"),
        ('["sea level"]', '["… level"]', r"sea.toml:2: .*“…” stands between words"),
        ('measures = ["tonnes"]', 'measures = ["tons"]', r"sea.toml:20: no measure “tons”; did you mean “tonnes”"),
        ('figures = ["tonnes"]', 'figures = ["tons"]', r"sea.toml:3: no measure “tons”"),
        ('kind = "bar"', 'kind = "pie"', r"sea.toml:18: .*not one of bar, dot, survey, timeline, exchange"),
        ("title", 'threshold = 0\ntitle', r"sea.toml:1: threshold is above 0"),
        ("title = \"Sea\"", 'title = "Sea"\nquota = true', r"sea.toml:2: has \[terms\] beside quota"),
        ('"ship*" = 2.5', '[[section]]\nname = "ports"\ntitle = "Two"', r"sea.toml:10: two sections are named “ports”"),
        ("title", "= title", r"sea.toml:1: is no valid TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(was, becomes, said):
    assert was in WHOLE
    with pytest.raises(EditorialError, match=said) as caught:
        load(WHOLE.replace(was, becomes, 1))
    assert "\n" not in str(caught.value)


def test_a_theme_has_terms_or_a_quota():
    with pytest.raises(EditorialError, match=r"has no \[terms\]"):
        load('title = "Sea"')
    assert load('title = "All"\nquota = true').quota


def test_the_projects_own_themes_are_sound():
    found = {path.stem: load(path.read_text(encoding="utf-8"), path.name) for path in sorted(FOLDER.glob("*.toml"))}
    assert set(found) == {"diplomatic", "economic", "frictions", "military", "overview", "us-policy"}
    for name, theme in found.items():
        assert theme.quota == (name == "overview")
        assert theme.quota or 2 <= len(theme.sections) <= 5
        assert not any(word in s.title for s in theme.sections for word in ("China", "Russia"))
        assert all(c.minimum >= 5 for c in theme.charts if c.kind == "timeline")
