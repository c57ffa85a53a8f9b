from briefgen.charts import survey
from tests.charts.factbases import Said, Value, order, selection


def share(number: int, period: str = "2021-03") -> Value:
    return Value(f"{number} percent", number, unit="percent", period=period, direction="share")


BODY = "An Aldmere Institute poll in March 2021"
POLL = Said(f"{BODY} found that 74 percent of sailors liked rain and 40 percent of pilots saw fog.",
            (share(74), share(40)), notes=("6",), speaker=BODY)  # fmt: skip


def test_each_question_is_labelled_by_the_sources_words_and_the_poll_is_named() -> None:
    chart, remarks = survey.compose(order(selection(POLL), "survey"))
    assert chart is not None
    assert not remarks
    assert [(d.label, d.printed, d.evidence.notes) for d in chart.panels[0].data] == [
        ("sailors liked rain", "74 percent", ("6",)), ("pilots saw fog", "40 percent", ("6",)),
    ]  # fmt: skip
    assert chart.subtitle == f"{BODY}, percent, separate questions, not parts of a whole"


def test_two_polls_stand_in_panels_of_their_own() -> None:
    other = Said("Later 50 percent of cooks sang.", (share(50, "2022-05"),))
    chart, _ = survey.compose(order(selection(POLL, other), "survey"))
    assert chart is not None
    assert [panel.title for panel in chart.panels] == [BODY, "Survey body not stated in the source, May 2022"]


def test_one_answer_is_no_chart() -> None:
    chart, remarks = survey.compose(order(selection(Said("50 percent sang.", (share(50),))), "survey"))
    assert chart is None
    assert remarks[-1].what == "no survey chart: it takes 2 answers, and finds 1"
