"""Every wording file that ships says everything the English one says, theme by theme and chart by chart."""

from __future__ import annotations

import re
import tomllib

import pytest

from briefgen.editorial.wording import load
from briefgen.model.source import File
from tests.paths import TEMPLATES

FOLDER = TEMPLATES / "wording"
OTHERS = sorted(p.stem for p in FOLDER.glob("*.toml") if p.stem != "en")


def wording(language: str):
    return load(File(f"{language}.toml", (FOLDER / f"{language}.toml").read_bytes()))


@pytest.mark.parametrize("language", OTHERS)
def test_it_has_the_same_sentences_with_no_other_holes(language: str) -> None:
    ours, theirs = wording("en").sentences, wording(language).sentences
    assert theirs.keys() == ours.keys()
    for name in ours:
        assert _names(theirs[name]) <= _names(ours[name]) | {"if", "else", "or"} | _OWN.get(name, set()), name


_OWN = {"dates.day": {"day"}} | {f"dates.{name}": {"from", "to", "day"} for name in ("range", "since", "until")}


def _names(sentence: str) -> set[str]:
    """List the words of its holes that stand in no quotes."""
    holes = " ".join(re.findall(r"\{\{(.*?)\}\}", sentence))
    return set(re.findall(r"[a-z]+", re.sub(r"'[^']*'", "", holes)))


@pytest.mark.parametrize("language", OTHERS)
def test_every_theme_section_measure_and_chart_has_its_title(language: str) -> None:
    themes = wording(language).themes
    for path in (TEMPLATES / "themes").glob("*.toml"):
        theme = tomllib.loads(path.read_text(encoding="utf-8"))
        keys = (("section", "name"), ("measure", "name"), ("chart", "title"))
        wanted = {"title", *(row[key] for table, key in keys for row in theme.get(table, ()))}
        assert wanted <= themes[path.stem].keys(), path.stem


def test_french_spaces_do_not_break() -> None:
    for name, said in wording("fr").sentences.items():
        plain = re.sub(r"\{\{.*?\}\}", "x", said)
        assert not re.search(r"(?<=\w) [:;?!»]|« ", plain), (name, said)
