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


LONG = (
    "In June 2021, the two ports of Aldmere and Brin agreed to extend the ten-year Treaty of Good Neighbours and "
    "Friendly Cooperation 中俄睦邻友好合作条约 or Договор о Добрососедстве "
    "first signed by Lin and former mayor Holt in 2001."
)


def test_a_date_too_far_on_is_not_reached_and_one_in_the_opening_needs_no_words() -> None:
    found = of_event(LONG, Span(0, len(LONG)), [at(LONG, "June 2021"), at(LONG, "2001")], 75, WORDS)
    assert found is not None
    assert found.of(LONG) == "the two ports of Aldmere and Brin agreed to extend the ten-year Treaty"
    assert of_event(LONG, Span(0, len(LONG)), [at(LONG, "2001")], 66, WORDS) is None


def test_a_label_reaches_as_far_as_its_last_date_and_ends_with_a_phrase() -> None:
    text = "Ships of both met in 2019 over the deep sea and east of it and held drills in October 2021 near the bay."
    dates = [at(text, "2019"), at(text, "October 2021")]
    found = of_event(text, Span(0, len(text)), dates, 40, WORDS)
    assert found is not None
    assert found.of(text).endswith("drills in October 2021 near the bay")
    assert of_event(text, Span(0, len(text)), dates[:1], 30, WORDS) == at(
        text, "Ships of both met in 2019 over the deep sea and east"
    )


def test_a_cut_leaves_more_than_a_name() -> None:
    text = "In 1954, the City of Aldmere and twelve surrounding municipalities were joined by a law of parliament."
    found = of_event(text, Span(0, len(text)), [at(text, "1954")], 60, WORDS)
    assert found is not None
    assert found.of(text) == "the City of Aldmere and twelve surrounding municipalities"


def test_what_would_be_a_name_only_is_no_event() -> None:
    text = (
        "In 1954, the City of Aldmere (with twelve municipalities and many villages on both banks of the river) grew."
    )
    assert of_event(text, Span(0, len(text)), [at(text, "1954")], 40, WORDS) is None
