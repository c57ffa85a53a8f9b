from briefgen.pipeline.renewal import comparable, doubts
from briefgen.project import inquire, open_project


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


def test_a_trace_of_an_early_version_cannot_be_compared():
    assert comparable(b'{"brief": {"stated": []}}')
    assert not any(map(comparable, (b'{"brief": {}}', b"", b"[]", b"\xff")))
