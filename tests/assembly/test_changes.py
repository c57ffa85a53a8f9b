"""The box on page 1: what changed since a former issue, in words whose figures come from where they say."""

from dataclasses import replace
from datetime import date

from briefgen.assembly.changes import make_changes
from briefgen.assembly.stating import state_facts
from briefgen.model.brief import NoteRef, Words, flat, inlines_of, plain
from briefgen.model.change import Change, Pair, Shift, Stated
from tests import papers
from tests.shops import shop

DAY = date(2025, 11, 3)


def box(change, **more):
    part = make_changes(replace(shop(**more), change=change))
    (callout,) = part.blocks
    return callout


def lines(callout):
    return [plain(item) for block in callout.blocks for item in inlines_of(block)]


def stated():
    base = papers.base()
    return state_facts(base, base.facts)


def test_without_a_former_issue_there_is_no_box():
    assert make_changes(shop()) is None


def test_the_title_gives_the_date_of_the_former_issue():
    assert plain(box(Change(DAY)).title) == "Changed since the issue of 3 November 2025"


def test_nothing_is_said_to_be_nothing():
    assert lines(box(Change(DAY))) == ["Nothing: this paper says what that issue said."]
    (line,) = lines(box(Change(DAY, files=("theme:traffic",))))
    assert line.startswith("No passage, figure or note mark.")
    assert "theme:traffic" in line


def test_a_new_passage_is_quoted_with_its_marks_and_place():
    callout = box(Change(DAY, added=stated()[:1]))
    (line,) = lines(callout)
    assert line.startswith("New: “")
    assert "(para. 1)" in line
    inlines = [i for item in inlines_of(callout.blocks[0]) for i in flat(item)]
    assert any(isinstance(i, NoteRef) for i in inlines)


def test_a_figure_is_told_as_it_was_and_as_it_is():
    base = papers.base()
    fact = next(f for f in base.facts if f.quantities)
    now = state_facts(base, (fact,))[0]
    old = replace(now.amounts[0], text="9 million tonnes")
    before = replace(now, id="harbour-x", text="It was 9 million tonnes.", amounts=(old,))
    pair = Pair(before, now, (Shift(old, now.amounts[0]),))
    callout = box(Change(DAY, reworded=(pair,)))
    (line,) = lines(callout)
    assert line.startswith(f"Figure: 9 million tonnes is now {now.amounts[0].text}")
    words = [i for item in inlines_of(callout.blocks[0]) for i in flat(item) if isinstance(i, Words)]
    assert next(w for w in words if w.text == "9 million tonnes").basis == ("former:harbour-x",)


def test_what_is_gone_is_told_in_the_words_it_had():
    gone = Stated("harbour-x", "4.2", "It had 30 cranes.", ("3",), ())
    assert lines(box(Change(DAY, gone=(gone,)))) == ["No longer in the source: “It had 30 cranes.” (para. 4 then)"]
    long = replace(gone, text=" ".join(["word"] * 60))
    assert lines(box(Change(DAY, gone=(long,))))[0].count("word") == 30


def test_what_the_source_says_still_is_only_not_printed():
    (line,) = lines(box(Change(DAY, gone=stated()[1:2])))
    assert line.startswith("No longer printed: “")


def test_other_marks_are_named():
    now = stated()[0]
    before = replace(now, marks=())
    (line,) = lines(box(Change(DAY, marked=(Pair(before, now),))))
    assert line.startswith(f"Note marks none, now {', '.join(now.marks)}: “")


def test_beyond_four_of_a_kind_they_are_counted():
    gone = tuple(Stated(f"harbour-{n}", "4.2", "It had cranes.", (), ()) for n in range(7))
    assert lines(box(Change(DAY, gone=gone)))[4:] == ["3 more passages are no longer printed."]


def test_a_mark_that_moved_within_its_sentence_is_named():
    now = stated()[0]
    assert len(now.at) == len(now.marks) > 0
    before = replace(now, at=tuple(place - 5 for place in now.at))
    (line,) = lines(box(Change(DAY, marked=(Pair(before, now),))))
    assert line.startswith(f"Note marks {', '.join(now.marks)} stand elsewhere now: “")


def test_of_a_reworded_passage_the_few_words_it_had_instead_are_told():
    now = stated()[0]
    words = now.text.split(" ")
    before = replace(now, id="harbour-x", text=" ".join([*words[:2], "grey", "old", *words[3:]]))
    callout = box(Change(DAY, reworded=(Pair(before, now),)))
    (line,) = lines(callout)
    assert line.startswith("Reworded: “")
    assert line.endswith(" In the former issue: “grey old”")
    told = [i for item in inlines_of(callout.blocks[0]) for i in flat(item) if isinstance(i, Words)]
    assert next(w for w in told if w.text == "grey old").basis == ("former:harbour-x",)
    far = replace(before, text=" ".join(["grey"] * 20 + words[3:]))
    assert "In the former issue" not in lines(box(Change(DAY, reworded=(Pair(far, now),))))[0]
