"""The index finds what going through all facts finds, by word, in any script, and forgets what is out of date."""

import os
import sqlite3
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.records.index import Entry, holds, opened, segmented

TEXTS = (
    "Norland sent ships to the southern sea.",
    "Spokesperson Zhao Lijian 赵立坚criticised the ships.",
    "A two-way trade of US$5.5 billion; the ship left.",
    "Договор о дружбе was signed.",
    "Çeşme’s Straße was SHUT.",
)


def found(archive, keys, themes, words) -> tuple[str, ...]:
    return tuple(archive.rows(archive.find(keys, themes, words).numbers))


@pytest.fixture
def archive(tmp_path):
    with opened(tmp_path / "cache" / "facts.db") as archive:
        entries = [Entry(text, ("sea",) if n % 2 else ("land", "air"), str(n)) for n, text in enumerate(TEXTS)]
        archive.add("first", "one", entries[:3], "said")
        archive.add("second", "two", entries[3:])
        yield archive


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("ship", "012"), ("ships", "01"), ("the ship", "12"), ("ship the", ""), ("赵立坚", "1"), ("立坚", "1"),
        ("criticised", "1"), ("two way TRADE", "2"),
        ("US$5.5", "2"), ("дружбе", "3"), ("straße", "4"), ("strasse", "4"),
        ("cesme", ""), ('sea" OR "left', ""), ("nothing", ""), ("riticised", ""),
    ],
)  # fmt: skip
def test_words_are_found_in_any_script_and_the_last_may_go_on(archive, words, rows):
    assert "".join(found(archive, ("first", "second"), (), words)) == rows
    assert "".join(str(n) for n, text in enumerate(TEXTS) if holds(text, words)) == rows


def test_only_the_sources_and_themes_wanted_are_looked_through_in_the_order_wanted(archive):
    assert found(archive, ("second",), (), "ship") == ()
    assert found(archive, ("first", "second"), ("sea",), "ship") == ("1",)
    assert found(archive, ("first",), ("air", "sea"), "ship") == ("0", "1", "2")
    assert found(archive, ("first",), ("ea",), "ship") == ()


def test_beyond_a_limit_facts_are_counted_only(archive):
    for limit, numbers in ((1, 1), (2, 2), (3, 3), (4, 3), (0, 3)):
        hits = archive.find(("first", "second"), (), "ship", limit)
        assert (len(hits.numbers), hits.count) == (numbers, 3)
    apart = archive.find(("second", "first"), (), "s", 1)
    assert (tuple(archive.rows(apart.numbers)), apart.count) == (("3",), 5)


def test_sources_come_in_the_order_asked_for(archive):
    assert found(archive, ("second", "first"), (), "was") == ("3", "4")
    archive.add("third", "three", [Entry("It was.", (), "5")])
    assert found(archive, ("third", "second"), (), "was") == ("5", "3", "4")


def test_a_source_that_changed_takes_the_place_of_what_it_was(archive, tmp_path):
    archive.add("newer", "one", [Entry("Norland sent ships.", (), "new")])
    assert archive.keys() == {"newer", "second"}
    assert found(archive, ("first", "newer", "second"), (), "ship") == ("new",)
    archive.add("newer", "one", [Entry("never read", (), "x")])
    assert found(archive, ("newer",), (), "never") == ()
    archive.add("first", "one", [Entry("Back again.", (), "back")])
    assert found(archive, ("first",), (), "back") == ("back",)


def test_what_was_remarked_is_kept_beside_a_source(archive):
    assert archive.remarks(("second", "first")) == ("said",)


def test_an_index_that_is_mostly_dead_or_none_of_ours_is_made_anew(archive, tmp_path):
    for n in range(3):
        archive.add(f"n{n}", "one", [])
    with opened(tmp_path / "cache" / "facts.db") as again:
        assert again.keys() == set()
    for content in (b"no database", b"SQLite format 3\0" + bytes(200), b""):
        (tmp_path / "other.db").write_bytes(content)
        with opened(tmp_path / "other.db") as other:
            assert other.keys() == set()


def test_a_digest_holds_as_long_as_its_file_is_as_it_was(archive, tmp_path):
    path = tmp_path / "source.txt"
    path.write_text("one")
    archive.note(path, "fresh")
    assert archive.digest(path) is None, "it may still change within one tick of the clock"
    os.utime(path, (1, 1))
    archive.note(path, "old")
    assert archive.digest(path) == "old"
    path.write_text("two")
    assert archive.digest(path) is None


def test_two_processes_may_index_at_once(archive, tmp_path):
    with opened(tmp_path / "cache" / "facts.db") as other:
        other.add("third", "three", [Entry("ships", (), "5")])
        archive.add("fourth", "four", [Entry("ships", (), "6")])
        assert found(other, ("third", "fourth"), (), "ships") == ("5", "6")


def test_a_search_in_many_facts_takes_no_time(tmp_path):
    with opened(tmp_path / "facts.db") as archive:
        archive.add("k", "n", (Entry(f"ship number {n} of the fleet", ("sea",), "") for n in range(20_000)))
        start = time.process_time()
        assert len(found(archive, ("k",), ("sea",), "number 777")) == 11
        assert time.process_time() - start < 0.05


WORDS = st.text(st.sampled_from("ab Ab-習习。'’é1ß_*\"") | st.characters(categories=["L", "N", "P", "Zs"]), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=4), WORDS.filter(segmented))
def test_the_index_says_what_going_through_says(tmp_path, texts, words):
    with opened(tmp_path / "anything.db") as archive:
        key = f"{texts}"
        archive.add(key, key, [Entry(text, (), str(n)) for n, text in enumerate(texts)])
        wanted = tuple(str(n) for n, text in enumerate(texts) if holds(text, words))
        assert found(archive, (key,), (), words) == wanted


def test_errors_of_the_database_are_its_own(tmp_path):
    (tmp_path / "facts.db").mkdir()
    with pytest.raises((sqlite3.Error, OSError)), opened(tmp_path / "facts.db"):
        pass
