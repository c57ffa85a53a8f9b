"""Searching many sources: the index gives what going through them gives, and only as long as nothing has changed."""

from dataclasses import asdict

import pytest

from briefgen.errors import OutputError, Remark, UnknownName
from briefgen.pipeline import archive
from briefgen.pipeline.archive import CACHE, Extracted, Query, search
from briefgen.project import open_project
from briefgen.project.sources import several
from tests.conftest import CARD

TEXTS = {
    "harbour": "Ships left. The 赵立坚quay lasted.",
    "mill": "The mill stood. Ships came.",
    "tower": "Nothing else.",
}


@pytest.fixture
def sources(folder, monkeypatch) -> tuple[str, ...]:
    monkeypatch.setattr(archive, "LARGE", 3)
    for name, text in TEXTS.items():
        (folder / "data" / name).mkdir(exist_ok=True)
        (folder / "data" / name / "source.txt").write_text(text)
        (folder / "data" / name / "source.toml").write_text(CARD)
    return tuple(TEXTS)


class Reader:
    """Sentences as rows, and which sources they were made of."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, source: str) -> Extracted:
        self.read.append(source)
        text = (open_project().root / "data" / source / "source.txt").read_text()
        rows = [{"text": part + ".", "themes": ["sea"] if "hip" in part else []} for part in text.split(".") if part]
        return Extracted(rows, (Remark(source, "was read"),))


def found(sources, words: str, reader=None, **options) -> list[str]:
    return [
        row["text"].strip() for row in search(open_project(), sources, Query(words, **options), reader or Reader()).rows
    ]


def test_few_facts_are_gone_through_and_nothing_is_kept(sources, folder):
    assert found(sources[:1], "ships") == ["Ships left."]
    assert not (folder / CACHE).exists()


def test_many_facts_are_indexed_once_and_give_the_same(sources, folder):
    few = [found((source,), "ships") for source in sources]
    reader = Reader()
    assert found(sources, "ships", reader) == [text for texts in few for text in texts]
    assert (folder / CACHE).is_file()
    assert reader.read == list(sources), "each source is read once"
    assert found(sources, "赵立坚", reader) == ["The 赵立坚quay lasted."]
    assert found(tuple(reversed(sources)), "ships", reader, themes=("sea",)) == ["Ships came.", "Ships left."]
    assert found(sources, "mill", reader, themes=("sea",)) == []
    assert reader.read == list(sources), "and never again"


def test_only_what_changed_is_read_again(sources, folder):
    found(sources, "ships")
    (folder / "data" / "mill" / "source.txt").write_text("Boats came.")
    reader = Reader()
    assert found(sources, "ships", reader) == ["Ships left."]
    assert found(sources, "boats", reader) == ["Boats came."]
    assert reader.read == ["mill"]


def test_a_theme_or_decision_that_changed_counts_too(sources, folder):
    found(sources, "ships")
    (folder / "data" / "tower" / "overrides.csv").write_text("fact\n")
    reader = Reader()
    found(sources, "ships", reader)
    assert reader.read == ["tower"]
    found(sources, "ships", reader, overrides=False)
    assert reader.read == ["tower", *sources]
    (folder / "templates" / "themes").mkdir(parents=True)
    (folder / "templates" / "themes" / "sea.toml").write_text('title = "Sea"\n[terms]\nship = 3\n')
    reader = Reader()
    found(sources, "ships", reader)
    assert reader.read == list(sources)


def test_what_was_remarked_is_said_again(sources):
    first, second = (search(open_project(), sources, Query("ships"), Reader()) for _ in range(2))
    assert list(first.rows) == list(second.rows) != []
    assert first.remarks == second.remarks
    assert [asdict(remark)["where"] for remark in first.remarks] == list(sources)


def test_without_an_index_searching_goes_on_and_says_so(sources, folder):
    (folder / ".briefgen").write_text("in the way")
    result = search(open_project(), sources, Query("ships"), Reader())
    assert [row["text"].strip() for row in result.rows] == ["Ships left.", "Ships came."]
    assert "no index can be kept there" in str(result.remarks[-1])


def test_a_spoilt_index_is_made_anew(sources, folder):
    found(sources, "ships")
    (folder / CACHE).write_bytes(b"spoilt" * 1000)
    assert found(sources, "ships") == ["Ships left.", "Ships came."]


def test_sources_are_parted_by_commas_and_patterns(sources, folder):
    project = open_project()
    assert several(project, "mill, tower") == ("mill", "tower")
    assert several(project, "*") == ("harbour", "mill", "tower")
    assert several(project, "t*,mill,mill") == ("tower", "mill")
    assert several(project, None) == (None,)
    (folder / "a,b.txt").write_text("One text.")
    assert several(project, "a,b.txt") == ("a,b.txt",)
    with pytest.raises(UnknownName, match=r"no source “x\*”"):
        several(project, "x*")


def test_an_index_taken_away_while_it_is_read_is_told(sources, folder):
    found(sources, "ships")
    result = search(open_project(), sources, Query("ships"), Reader())
    (folder / CACHE).unlink()
    with pytest.raises(OutputError, match="cannot be read any more"):
        list(result.rows)
