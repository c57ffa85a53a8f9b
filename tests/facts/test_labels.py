"""Scores are sums of weights: each term once, the longest first, masked words not at all."""

from briefgen.facts import labels
from briefgen.model.fact import Theming
from briefgen.model.source import Span
from briefgen.model.theme import Theme


def theme(name: str, terms: dict[str, float], masks: tuple[str, ...] = (), threshold=2.0, share=0.45) -> Theme:
    return Theme(name, name.title(), tuple(terms.items()), masks, threshold, share, (), (), ())


TRADE = theme("trade", {"trade": 3, "free trade area": 2, "price*": 2, "deal": 1})
WAR = theme("war", {"war": 3, "army": 2, "deal": 1}, masks=("trade war", "cold war"))


def scores(text: str) -> dict[str, float]:
    return {t.theme: t.score for t in labels.compile([TRADE, WAR]).score(text)}


def test_each_term_counts_once_and_says_where_it_stands():
    (theming,) = labels.compile([TRADE]).score("Trade is trade, at a price.")
    assert theming == Theming("trade", 5, (("trade", 3, Span(0, 5)), ("price*", 2, Span(21, 26))))


def test_the_longest_term_takes_its_words():
    assert scores("a free trade area") == {"trade": 2}


def test_a_masked_phrase_counts_for_other_themes_only():
    assert scores("a trade war") == {"trade": 3}
    assert scores("a cold war and a war") == {"war": 3}


def test_a_theme_below_its_threshold_or_its_share_of_the_best_is_dropped():
    assert scores("a deal") == {}
    assert scores("war, army and price: a deal") == {"war": 6, "trade": 3}
    far = [theme("a", {"a": 9}), theme("b", {"b": 4})]
    assert [t.theme for t in labels.compile(far).score("a b")] == ["a"]


def test_the_best_theme_comes_first_and_equals_keep_the_order_of_the_themes():
    assert [t.theme for t in labels.compile([WAR, TRADE]).score("trade and price, army and war deal")] == [
        "war",
        "trade",
    ]
    assert [t.theme for t in labels.compile([TRADE, WAR]).score("trade war and war")] == ["trade", "war"]


def test_a_theme_without_terms_labels_nothing():
    quota = Theme("overview", "Overview", (), (), 2.0, 0.45, (), (), (), quota=True)
    assert labels.compile([quota]).score("trade") == ()


def test_a_sentence_that_names_no_topic_takes_that_of_what_it_leans_on():
    leant = labels.compile([TRADE]).score("Trade rose.")
    assert labels.inherit((), leant) == (Theming("trade", 1.5, ()),)
    own = labels.compile([WAR]).score("The army left.")
    assert labels.inherit(own, leant) == own
