import json

from briefgen.pipeline.renewal import comparable, doubts
from briefgen.project import Order, gather, inquire, open_project


def test_a_text_whose_marks_are_certain_leaves_no_doubt(folder):
    assert doubts(inquire(open_project(folder), "harbour")) == ()


def test_a_count_other_than_expected_is_a_doubt(folder):
    path = folder / "data" / "harbour" / "source.txt"
    path.write_text(path.read_text("utf-8") + "A fifth thing was said.5\n", encoding="utf-8")
    (remark,) = doubts(inquire(open_project(folder), "harbour"))
    assert "notes_expected" in str(remark)


def test_a_mark_the_model_is_not_sure_of_is_named_with_its_place(folder, monkeypatch):
    from briefgen.pipeline import renewal

    monkeypatch.setattr(renewal, "CONFIRM", 1e9)
    found = doubts(inquire(open_project(folder), "harbour"))
    assert len(found) == 4
    assert "in 2019.1’" in found[0].what


def test_only_a_trace_that_says_what_this_very_paper_stated_is_compared(folder):
    (commission,) = gather(open_project(folder), Order(names=("economic",)))
    said = {"imprint": {"source_name": "harbour"}, "themes": ["economic"], "stated": [], "length": "standard"}

    def known(**change):
        return comparable(json.dumps({"brief": {**said, **change}}).encode(), commission)

    assert known()
    assert not known(length="full")
    assert not known(themes=["economic", "military"])
    early = {"brief": {name: value for name, value in said.items() if name != "length"}}
    assert comparable(json.dumps(early).encode(), commission)
    del early["brief"]["stated"]
    for trace in (json.dumps(early).encode(), b'{"brief": {}}', b"", b"[]", b"\xff"):
        assert not comparable(trace, commission)
