import pytest

from briefgen.charts.excerpts import of_event, of_value
from briefgen.model.source import Span
from tests.charts.factbases import WORDS


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


SURVEY = "A poll found that 74 percent of sailors liked rain and 40 percent of pilots saw fog; 3 percent slept."


@pytest.mark.parametrize(
    ("value", "label"),
    [("74 percent", "sailors liked rain"), ("40 percent", "pilots saw fog"), ("3 percent", "slept")],
)
def test_a_share_is_labelled_by_the_words_behind_it(value: str, label: str) -> None:
    others = [at(SURVEY, v) for v in ("74 percent", "40 percent", "3 percent") if v != value]
    assert of_value(SURVEY, Span(0, len(SURVEY)), at(SURVEY, value), others, WORDS) == label


def test_a_value_inside_a_clause_is_labelled_by_the_whole_clause() -> None:
    text = (
        "Since 2012, Mara Holt has visited Aldmere eight times — more than anyone (she saw Brin four times) — by ship."
    )
    spans = [at(text, "eight times"), at(text, "four times")]
    whole = Span(0, len(text))
    assert of_value(text, whole, spans[0], spans[1:], WORDS) == "Mara Holt has visited Aldmere eight times"
    assert of_value(text, whole, spans[1], spans[:1], WORDS) == "she saw Brin four times"


@pytest.mark.parametrize(
    ("text", "date", "label"),
    [
        ("In June 2018, Lin gave Holt a medal 林海.", "June 2018", "Lin gave Holt a medal 林海"),
        ("Between 2011 and 2020, for example, they blocked ten ships.", "2011 and 2020", "they blocked ten ships"),
        ("The ships are old and, in 2019, Brin announced it would help.", "2019", "Brin announced it would help"),
        ("The treaty was signed on 3 May 2020 in Brin.", "3 May 2020", "The treaty was signed on 3 May 2020 in Brin"),
    ],
)
def test_an_event_is_told_in_the_sources_words(text: str, date: str, label: str) -> None:
    assert of_event(text, Span(0, len(text)), [at(text, date)], 90, WORDS).of(text) == label


def test_a_long_event_ends_with_a_clause_and_never_inside_a_bracket() -> None:
    text = "On 3 May 2020 the two mayors met in the old hall of Brin, which (as all of them knew, and said) was unsafe."
    assert of_event(text, Span(0, len(text)), [at(text, "3 May 2020")], 90, WORDS).of(text) == (
        "On 3 May 2020 the two mayors met in the old hall of Brin"
    )
