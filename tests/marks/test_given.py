"""What readers see and what the user decides."""

from __future__ import annotations

from briefgen.marks import Given, doubtful, find, lift, restore
from briefgen.model.source import Span


def given(text: str, label: str, evidence: str, run: str | None = None, after: int = 0) -> Given:
    at = text.index(label, after)
    return Given(Span(at, at + len(label)), evidence, run)


def test_a_note_of_the_file_is_a_mark_with_the_files_label_and_numbering():
    text = "He came.ii She went.22 They met.*"
    seen = [given(text, "ii", "note", "endnotes"), given(text, "22", "note", "footnotes"), given(text, "*", "link")]
    marks = find(text, seen).marks
    assert [(m.label, m.number, m.run) for m in marks] == [
        ("ii", None, "endnotes"),
        ("22", 22, "footnotes"),
        ("*", None, "1"),
    ]
    assert lift(text, find(text, seen)).text == "He came. She went. They met."


def test_one_link_alone_is_a_mark_though_its_number_is_twelve():
    text = "Only this is cited here.12 Nothing else."
    assert [m.number for m in find(text, [given(text, "12", "link")]).marks] == [12]
    assert find(text).marks == ()


def test_a_power_a_reader_saw_raised_is_no_mark():
    text = "It has 106 stones in 3 km2.1 They weigh 103 tons each.2 So be it.3"
    seen = [
        given(text, "6", "superscript"),
        given(text, "2", "superscript"),
        given(text, "1", "superscript", after=26),
        given(text, "3", "superscript", after=40),
        given(text, "2", "superscript", after=46),
        given(text, "3", "superscript", after=60),
    ]
    assert [(m.number, m.supplied.start) for m in find(text, seen).marks] == [(1, 27), (2, 54), (3, 65)]


def test_where_a_reader_sees_marks_plain_digits_are_none():
    text = "It was agreed.1 Then it was signed.2 See part4 and part5 and part6 and part7.3"
    seen = [given(text, n, "note", after=12) for n in ("1", "2", "3")]
    assert [m.number for m in find(text, seen).marks] == [1, 2, 3]


def test_numbers_of_one_list_belong_together():
    text = "So they say.14, 18–20 And so on.21"
    seen = [given(text, n, "superscript") for n in ("14", "18", "20", "21")]
    lifted = lift(text, find(text, seen))
    assert [m.number for m in lifted.marks] == [14, 18, 20, 21]
    assert lifted.text == "So they say. And so on."
    assert restore(lifted) == text


TEXT = "The first ended.1 The second ended.2 The third, type7 ended.3 The fourth ended.4"


def test_a_dropped_mark_is_none_and_a_kept_one_is_one():
    drop, keep = TEXT.index("2 "), TEXT.index("7 ")
    marks = find(TEXT, decisions={drop: False, keep: True}).marks
    assert [(m.number, m.run) for m in marks] == [(1, "1"), (7, "1"), (3, "1"), (4, "1")]
    assert not doubtful(find(TEXT, decisions={keep: True}))


def test_a_mark_can_be_kept_in_a_text_without_any_and_stays_alone():
    text = "Nothing is cited but this,3 and type7 is a model."
    assert [m.number for m in find(text, decisions={text.index("3"): True}).marks] == [3]


def test_every_mark_can_be_dropped():
    decisions = {m.supplied.start: False for m in find(TEXT).marks}
    assert find(TEXT, decisions=decisions).marks == ()


def test_a_decision_outweighs_what_the_file_says():
    text = "It ended.1 So they say."
    assert find(text, [given(text, "1", "note")], {text.index("1"): False}).marks == ()


def test_a_mark_that_hangs_on_little_is_to_confirm():
    text = (
        "One ended.1 Two ended.2 Of three, the K5 and K4 ended.3 They used VGP4 and VGP. VGP is it. VGP "
        "too. VGP. VGP.5 End.6"
    )
    reading = find(text)
    assert {m.number for m in reading.marks} >= {1, 2, 3, 5, 6}
    assert all(m.number == 4 for m in doubtful(reading))
    assert all(m.margin >= 2 for m in reading.marks if m.number != 4)


BOTH = (
    "It began here.1 The word is old [1]. It went on.2 The word is new [2]. Nobody knew.3 They all "
    "agree [3]. It was late.4 "
    "Some doubt it [4]. They left.5 Most agree [5]. It was cold.6 A few came back [6]."
)


def test_two_numberings_that_compete_are_named_and_one_can_be_chosen():
    reading = find(BOTH)
    assert len(reading.rivals) == 2
    assert [r.where for r in reading.remarks] == ["note marks"]
    for number in (1, 2):
        chosen = find(BOTH, numbering=number)
        assert chosen.remarks == ()
        assert [m.number for m in chosen.marks] == [1, 2, 3, 4, 5, 6]
    assert find(BOTH, numbering=1).marks != find(BOTH, numbering=2).marks


def test_two_marks_that_touch_stay_two_where_the_file_tells_them_apart():
    text = "So it was.12 And so on.3"
    seen = [given(text, "1", "link"), given(text, "2", "link"), given(text, "3", "link")]
    assert [m.number for m in find(text, seen).marks] == [1, 2, 3]
