"""What changed since a former issue, from its trace; and that no paper says more of it than the trace bears out."""

import json
from dataclasses import replace
from datetime import date

import pytest

from briefgen.errors import EditorialError, TraceError
from briefgen.model.brief import Paragraph, Part, Words
from briefgen.model.change import Amount, Stated
from briefgen.provenance import verify
from briefgen.provenance.comparison import Former, compare, read_former
from briefgen.writers import trace
from tests import papers

DAY = date(2025, 11, 3)


def stated(text, place="1.1", marks=("1",), amounts=()):
    return Stated(f"x-{text}", place, text, tuple(marks), tuple(Amount(t, "USD level", "2020") for t in amounts))


def change(before, after, inputs=((), ())):
    return compare(Former(DAY, "x", ("t",), tuple(before), inputs[0]), after, inputs[1])


OLD = stated("Trade reached US$4 billion in 2020.", amounts=["US$4 billion"])
NEW = stated("Trade reached US$6 billion in 2020.", amounts=["US$6 billion"])
OTHER = stated("The council met twice to talk about the quay.", "2.1")


def test_the_same_words_and_marks_are_no_change():
    assert change([OLD, OTHER], [OLD, OTHER]).is_empty


def test_another_figure_is_the_same_passage_with_a_figure_that_moved():
    found = change([OLD, OTHER], [NEW, OTHER])
    assert (found.added, found.gone) == ((), ())
    ((pair),) = found.reworded
    assert (pair.before, pair.after) == (OLD, NEW)
    assert [(s.before.text, s.after.text) for s in pair.shifts] == [("US$4 billion", "US$6 billion")]


def test_what_came_and_went_is_told_apart():
    found = change([OLD], [OTHER])
    assert (found.added, found.gone, found.reworded) == ((OTHER,), (OLD,), ())


def test_other_marks_at_the_same_words_are_told():
    found = change([OLD], [replace(OLD, marks=("1", "7"))])
    assert [(p.before.marks, p.after.marks) for p in found.marked] == [(("1",), ("1", "7"))]


def test_a_mark_that_stands_elsewhere_in_its_passage_is_told_where_both_issues_say_where_it_stood():
    was, now = replace(OLD, at=(35,)), replace(OLD, at=(13,))
    assert [(p.before.at, p.after.at) for p in change([was], [now]).marked] == [((35,), (13,))]
    assert change([OLD], [now]).is_empty, "a trace of an earlier version does not say where a mark stood"


def test_a_passage_that_only_moved_is_no_change():
    assert change([OLD, OTHER], [replace(OTHER, place="1.1"), replace(OLD, place="3.2")]).is_empty


def test_each_passage_is_paired_once_with_the_one_most_like_it():
    said = "Exports of {} reached US${} billion in 2020 by sea."
    timber, coal = stated(said.format("timber", 1)), stated(said.format("coal", 2))
    now = [stated(said.format("coal", 8)), stated(said.format("timber", 9))]
    assert [(p.before, p.after) for p in change([timber, coal], now).reworded] == [(coal, now[0]), (timber, now[1])]


def test_amounts_of_another_kind_are_not_set_against_each_other():
    share = replace(NEW, amounts=(Amount("6 percent", "percent share", ""),))
    assert change([OLD], [share]).reworded[0].shifts == ()


def test_two_passages_made_of_common_words_are_not_one_reworded():
    gone = stated("In 1995, the port's trade amounted to US$5 billion.", amounts=["US$5 billion"])
    came = stated("Trade in fish at the port reached US$9 billion in 2020.", amounts=["US$9 billion"])
    found = change([gone], [came])
    assert (found.gone, found.added, found.reworded) == ((gone,), (came,), ())


def test_a_figure_of_another_year_is_never_said_to_be_the_former_one_now():
    later = replace(NEW, amounts=(Amount("US$6 billion", "USD level", "2021"),))
    (pair,) = change([OLD], [later]).reworded
    assert pair.shifts == ()


def test_the_files_that_are_others_are_named_but_never_the_dress():
    before = (("source", "s", "1"), ("template", "t", "1"), ("notes", "n", "1"))
    after = (("source", "s", "2"), ("template", "t", "2"), ("card", "c", "1"))
    assert change([], [], (before, after)).files == ("source", "notes", "card")


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b'{"brief": {}}', b'{"brief": {"stated": 3}}', b"\xff", b"[" * 99999]
)
def test_what_is_no_trace_is_refused_in_one_line(content):
    with pytest.raises(EditorialError, match="former issue"):
        read_former(content, "old.trace.json")


@pytest.fixture
def issue():
    """The sample paper stating one fact, and the trace of an issue before it that said another figure there."""
    base = papers.base()
    fact = next(f for f in base.facts if any(c.isdigit() for c in base.words(f)))
    now = Stated(fact.id, fact.place, base.words(fact), tuple(m.label for m in fact.marks), ())
    number = next(word for word in now.text.split() if word[0].isdigit())
    then = replace(now, id="harbour-before", text=now.text.replace(number, "977"))
    brief = replace(papers.brief(), stated=(now,))
    previous = trace.write(replace(papers.brief(), stated=(then,)), "key", ())
    changes = compare(read_former(previous, "x"), brief.stated, brief.inputs)
    assert changes.reworded
    return base, replace(brief, changes=changes), previous, then


def told(brief, words):
    return replace(brief, parts=(Part("changed", "", (Paragraph((words,), "ours"),)), *brief.parts))


def test_a_paper_that_tells_what_the_trace_bears_out_passes(issue):
    base, brief, previous, _ = issue
    verify(brief, base, previous)
    verify(told(brief, Words("977", ("former:harbour-before",))), base, previous)


@pytest.mark.parametrize("text", ["978", "977 tonnes of gold"])
def test_a_wrong_old_figure_or_word_is_refused(issue, text):
    base, brief, previous, _ = issue
    with pytest.raises(TraceError):
        verify(told(brief, Words(text, ("former:harbour-before",))), base, previous)


def test_a_wrong_old_figure_beside_the_sources_own_is_refused(issue):
    base, brief, previous, _ = issue
    both = ("former:harbour-before", base.facts[0].id)
    verify(told(brief, Words("It was 977 then.", both)), base, previous)
    with pytest.raises(TraceError, match="978"):
        verify(told(brief, Words("It was 978 then.", both)), base, previous)


def test_a_passage_no_former_issue_had_is_refused(issue):
    base, brief, previous, _ = issue
    with pytest.raises(TraceError, match="no former issue had"):
        verify(told(brief, Words("977", ("former:harbour-never",))), base, previous)


def test_an_old_figure_without_its_passage_is_refused(issue):
    base, brief, previous, _ = issue
    with pytest.raises(TraceError, match="977"):
        verify(told(brief, Words("It was 977.")), base, previous)


def test_changes_that_the_former_trace_does_not_bear_out_are_refused(issue):
    base, brief, previous, _ = issue
    with pytest.raises(TraceError, match="does not bear out"):
        verify(brief, base, None)
    with pytest.raises(TraceError, match="does not bear out"):
        verify(brief, base, previous.replace(b"977", b"976"))


def test_a_passage_the_source_does_not_state_is_refused(issue):
    base, brief, previous, _ = issue
    false = replace(brief.stated[0], text=brief.stated[0].text + " Twice.")
    with pytest.raises(TraceError, match="says that the source states"):
        verify(replace(brief, stated=(false,)), base, previous)


def test_a_trace_gives_back_what_the_paper_stated(issue):
    _, brief, _, _ = issue
    content = trace.write(brief, "key", ())
    assert read_former(content, "x").stated == brief.stated
    assert json.loads(content)["brief"]["changes"]["since"] == brief.changes.since.isoformat()
