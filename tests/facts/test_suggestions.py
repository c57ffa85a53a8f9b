"""Terms are suggested where an editor's decisions show that a theme lacks them, and counted honestly."""

from briefgen.editorial.decisions import Row, dump, load
from briefgen.editorial.terms import variants_of
from briefgen.facts import decide
from briefgen.facts.suggestions import suggest
from briefgen.model.source import File
from tests.facts import article, made

SHIPS = made.theme({"ship*": 3})
BASE = made.base(
    SHIPS,
    *(f"Norland moved the ferry {number}." for number in ("to the coast", "by night", "in May", "at last")),
    *(f"The Sudland king {number}." for number in ("slept", "woke", "ate", "left")),
    "Ships left the coast of Norland.",
)


def decided(add: range, rest: range):
    facts = BASE.facts
    rows = [Row(facts[n].id, add="topic") for n in add] + [Row(facts[n].id, drop="topic") for n in rest]
    return decide(BASE, load(File("overrides.csv", dump(rows)), ("topic",)))


def test_what_the_theme_misses_comes_first_with_its_counts():
    found = suggest(decided(range(4), range(4, 8)), SHIPS)
    assert {s.term for s in found} >= {"ferry"} or {s.term for s in found} >= {"moved"}
    first = found[0]
    assert (first.inside, first.outside, first.missed) == (4, 0, 4)
    assert first.weight in (2, 3)


def test_no_term_repeats_the_words_of_another_or_of_the_theme():
    words = [word for s in suggest(decided(range(4), range(4, 8)), SHIPS) for word in s.term.split()]
    assert len(words) == len(set(words))
    assert "ships" not in [word.lower() for word in words]


def test_names_keep_their_capital_and_idle_words_are_none():
    base = decided(range(4, 8), range(4))
    terms = {s.term for s in suggest(base, SHIPS)}
    assert "Sudland" in terms or "Sudland king" in terms
    assert not {"The", "the", "in", "May"} & terms


def test_without_decisions_nothing_suggests_itself():
    assert suggest(BASE, SHIPS) == ()
    assert suggest(decided(range(1), range(1, 2)), SHIPS) == ()


def test_every_suggestion_of_the_articles_decisions_is_a_term_a_theme_may_hold():
    rows = load(article.file(article.DATA / "overrides.csv"), article.NAMES)
    base = decide(article.base(), rows)
    for name in article.NAMES:
        found = suggest(base, article.theme(name))
        assert len(found) <= 10
        for suggestion in found:
            assert variants_of(suggestion.term)
            assert suggestion.term not in dict(article.theme(name).terms)
            assert 2 <= suggestion.inside >= suggestion.missed
