"""What an author may write in a term."""

import pytest

from briefgen.editorial.terms import variants_of


@pytest.mark.parametrize(
    ("term", "why"),
    [
        ("", "no word"), ("—", "no word"), ("*", "beside letters"), ("a * b", "beside letters"),
        ("(a|)", "empty choice"),
        ("()", "empty choice"), ("(a", "not closed"), ("a|b", "outside one"), ("… a", "between words"),
        ("a …", "between words"), ("(a … b|c)", "stands in a bracket"),
        (" ".join(["(a b|c d|e f)"] * 6), "too many phrases"),
    ],
)  # fmt: skip
def test_a_term_that_says_nothing_is_refused_with_the_reason(term, why):
    with pytest.raises(ValueError, match=why):
        variants_of(term)


def test_a_bracket_of_words_is_one_slot_and_a_bracket_of_phrases_gives_variants():
    assert len(variants_of("(oil|gas|coal) price")) == 1
    assert [len(v) for v in variants_of("(natural gas|coal) price")] == [3, 2]


def test_a_capital_makes_its_own_word_case_sensitive_and_no_other():
    first, second = variants_of("NATO expansion")[0]
    assert first.fits("NATO", "nato")
    assert not first.fits("Nato", "nato")
    assert second.fits("Expansion", "expansion")
