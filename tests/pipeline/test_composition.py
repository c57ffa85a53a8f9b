"""A paper that says what its source does not is refused with exit 5, and no file of it exists."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from briefgen.model.brief import Brief, NoteRef, Paragraph, Quote, Words
from briefgen.pipeline import composition, strands
from briefgen.pipeline.build import build_paper
from briefgen.project import Order, gather, open_project


def changed(brief: Brief, kind: type, change: Callable) -> Brief:
    """Change the first inline of a kind in the sections."""
    done = False
    blocks = []
    part = brief.part("sections")
    for block in part.blocks:
        if isinstance(block, Paragraph) and not done:
            at = next((i for i, inline in enumerate(block.inlines) if isinstance(inline, kind)), None)
            if at is not None:
                made = change(block.inlines[at])
                block = replace(block, inlines=(*block.inlines[:at], *made, *block.inlines[at + 1 :]))
                done = True
        blocks.append(block)
    assert done
    new = replace(part, blocks=tuple(blocks))
    return replace(brief, parts=tuple(new if p is part else p for p in brief.parts))


LIES = {
    "a word altered": (Quote, lambda q: [replace(q, text=re.sub(r"\w+", "otherwise", q.text, count=1))]),
    "a mark moved": (NoteRef, lambda m: [replace(m, at=m.at - 9)]),
    "a mark invented": (NoteRef, lambda m: [m, replace(m, label="99")]),
    "a mark left out": (NoteRef, lambda m: []),
    "a number the source does not have": (Quote, lambda q: [q, Words(" 17 ships called. ")]),
}


@pytest.mark.parametrize("lie", LIES)
def test_what_the_source_does_not_say_is_not_written(run, folder, monkeypatch, lie):
    assemble = composition.assemble
    monkeypatch.setattr(composition, "assemble", lambda *a: changed(assemble(*a), *LIES[lie]))
    ran = run("build", "economic")
    assert (ran.code, ran.out) == (5, "")
    assert len(ran.err.splitlines()) == 1
    assert list((folder / "out").iterdir()) == []


def test_charts_are_drawn_once_for_all_formats(folder, monkeypatch):
    calls = []
    plates = strands.plates
    monkeypatch.setattr(strands, "plates", lambda *a: calls.append(a) or plates(*a))
    build_paper(gather(open_project(), Order(names=("economic",)))[0])
    assert len(calls) == 1


def test_remarks_of_every_room_travel_with_the_paper(folder):
    card = folder / "data" / "harbour" / "source.toml"
    card.write_text(card.read_text().replace("= 4", "= 5"))
    paper = build_paper(gather(open_project(), Order(names=("economic",)))[0])
    assert any("4 notes are marked where the card expects 5" in str(remark) for remark in paper.remarks)


def test_a_source_with_nothing_on_any_of_the_themes_is_told_and_nothing_is_written(run, folder, tmp_path):
    (tmp_path / "pond.txt").write_text("The pond is deep. Frogs sit in it all summer.")
    ran = run("build", "economic", "--source", str(tmp_path / "pond.txt"))
    assert ran.code == 4
    assert "has no passage on Economic ties" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert list((folder / "out").iterdir()) == []


def test_a_theme_whose_every_passage_an_editor_excluded_is_told_with_the_reason(run, folder):
    rows = run("facts", "economic", "--json").json
    decisions = "\n".join(f'{row["id"]},"{" ".join(row["text"].split()[:4])}",yes' for row in rows)
    (folder / "data" / "harbour" / "overrides.csv").write_text(f"fact,opening,exclude\n{decisions}\n", encoding="utf-8")
    ran = run("build", "economic")
    assert ran.code == 4
    assert (
        f"none of the {len(rows)} passages of the report on Economic ties is printed: an editor excluded it" in ran.err
    )
    assert list((folder / "out").glob("*")) == []


def test_a_paper_is_not_compared_with_one_of_another_length_or_theme(run, folder):
    assert run("build", "economic").code == 0
    trace = folder / "out" / "economic.trace.json"
    other = run("build", "economic", "--length", "full", "--since", trace)
    assert (other.code, other.err.count("\n")) == (4, 1)
    assert "--since: is of a standard paper, not of a full one; name the trace of a former issue" in other.err
    assert "not of harbour, military" in run("build", "military", "--since", trace).err
    assert run("build", "economic", "--since", trace, "--force").code == 0
