"""A paper as it was printed has no finding in any form; each thing changed in it has its own."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from briefgen.model.source import Span
from briefgen.provenance.readback import compare_paper, compare_source
from briefgen.provenance.transcript import Line, Printed, expected_lines, expected_notes, read_stream
from briefgen.writers import trace
from tests import papers

BRIEF = json.loads(trace.write(papers.brief(), "key", ()))["brief"]


def printed() -> Printed:
    notes = tuple((label, " ".join(line.tokens)) for label, line in expected_notes(BRIEF))
    return Printed(tuple(replace(line, quoted=()) for line in expected_lines(BRIEF)), notes)


def page() -> str:
    lines = [*expected_lines(BRIEF), *(line for _, line in expected_notes(BRIEF))]
    return "\n".join("• " + " ".join(line.flat.tokens) for line in lines)


def stream(text: str) -> Printed:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return read_stream(text, spans)


def findings(paper: Printed) -> list[str]:
    return [remark.what for remark in compare_paper("p", paper, BRIEF)]


def test_a_paper_as_it_was_built_has_no_finding():
    assert findings(printed()) == []
    assert findings(stream(page())) == []


def test_every_token_of_the_source_that_is_altered_is_found():
    whole = printed()
    for n, line in enumerate(expected_lines(BRIEF)):
        for at in range(len(line.tokens)):
            if line.quoted[at]:
                other = (*line.tokens[:at], "⟦99⟧" if line.tokens[at][0] == "⟦" else "xyz", *line.tokens[at + 1 :])
                changed = replace(whole, lines=(*whole.lines[:n], Line(other), *whole.lines[n + 1 :]))
                assert findings(changed), other


def test_every_line_left_out_is_found():
    whole = printed()
    for n in range(len(whole.lines)):
        assert findings(replace(whole, lines=whole.lines[:n] + whole.lines[n + 1 :]))


@pytest.mark.parametrize(
    ("notes", "finding"),
    [
        (lambda notes: notes[1:], "note 1 is gone"),
        (lambda notes: (*notes, ("30", "Smith")), "note 30 stands in it and was never built: “Smith”"),
        (
            lambda notes: tuple((n, t.replace("Annual", "Secret")) for n, t in notes),
            "note 2: “Secret” stands where the source says “Annual”, behind “Port Authority,”",
        ),
    ],
)
def test_notes_are_compared_too(notes, finding):
    assert findings(replace(printed(), notes=notes(printed().notes))) == [finding]


def test_two_notes_of_one_number_are_two_notes():
    entry = BRIEF["notes"][0]
    other = {**entry, "run": "2", "inlines": [{"is": "OwnText", "text": "Another."}]}
    twice = {**BRIEF, "notes": [entry, other, *BRIEF["notes"][1:]]}
    paper = printed()
    first, *rest = paper.notes
    both = replace(paper, notes=((first[0], "Another."), first, *rest))
    assert compare_paper("p", both, twice) == []
    assert [r.what for r in compare_paper("p", paper, twice)] == [f"note {first[0]} is gone"]


def test_in_a_pdf_a_word_a_mark_and_a_sentence_are_found():
    assert any("“lost” stands where" in f for f in findings(stream(page().replace("handled", "lost", 1))))
    assert any("2019." in f for f in findings(stream(page().replace("2019.1", "2019.7", 1))))
    strange = "Nobody has ever said what stands in this line of the page."
    assert findings(stream(f"{page()}\n{strange}")) == [f"stands in it and was never built: “{strange}”"]


def test_a_trace_that_agrees_with_its_source_has_no_finding():
    assert compare_source("p", BRIEF, papers.source()) == []


def test_what_a_source_does_not_say_is_found():
    source = papers.source()
    other = replace(source, text=source.text.replace("handled", "HANDLED"))
    assert any("does not say" in str(remark) for remark in compare_source("p", BRIEF, other))
    bare = replace(source, marks=source.marks[1:], notes=())
    said = [remark.what for remark in compare_source("p", BRIEF, bare)]
    assert f"the source has no mark {source.marks[0].label} there" in said
    assert any("the source’s note 2 is not" in what for what in said)
