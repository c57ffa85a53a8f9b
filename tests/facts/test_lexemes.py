"""Terms are found where they stand, whatever case, hyphen or apostrophe, and nowhere else."""

import pytest

from briefgen.facts.lexemes import Index, words_of


def found(term: str, text: str) -> list[str]:
    words = words_of(text)
    return [text[words[h.at[0]].start : words[h.at[-1]].end] for h in Index([term]).find(words)]


@pytest.mark.parametrize(
    ("term", "text", "stands"),
    [
        ("trade", "Trade and tradesmen: free trade.", ["Trade", "trade"]),
        ("export*", "Exporters export more.", ["Exporters", "export"]),
        ("*trade", "Freetrade", ["Freetrade"]),
        ("recogni*e", "recognise, recognize, recognised", ["recognise", "recognize"]),
        ("US", "US aid helps us; U.S. aid too", ["US"]),
        ("U.S.", "the U.S. Senate and us", ["U.S"]),
        ("two-way trade", "two way trade and Two-Way Trade", ["two way trade", "Two-Way Trade"]),
        ("People’s Army", "the People's Army", ["People's Army"]),
        ("oil gas", "oil, gas", []),
        ("(oil|gas)", "oil, gas", ["oil", "gas"]),
        ("(natural gas|coal) price*", "natural gas prices; coal price", ["natural gas prices", "coal price"]),
        ("neither … nor", "It will neither join the pact nor leave it.", ["neither join the pact nor"]),
        ("neither … nor", "neither a b c d e f g h i nor", []),
        ("友谊", "获得友谊勋章", ["友谊"]),
        ("US$", "US$5 and US 5", ["US$"]),
    ],
)
def test_a_term_is_found_where_it_stands(term, text, stands):
    assert found(term, text) == stands


def test_words_know_whether_a_comma_parts_them_from_the_word_before():
    assert [w.apart for w in words_of("one two, three 1,000")] == [False, False, True, False, False]
