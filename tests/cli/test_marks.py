import pytest


def test_rows_of_marks_are_the_contracts(run, folder):
    rows = run("marks", "data/harbour/source.txt", "--json").json
    assert [list(row) for row in rows] == [["label", "number", "run", "start", "end"]] * 4
    text = (folder / "data" / "harbour" / "source.txt").read_text()
    assert [text[row["start"] : row["end"]] for row in rows] == ["1", "2", "3", "4"]
    assert [row["number"] for row in rows] == [1, 2, 3, 4]


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_offsets_count_in_the_file_as_supplied_line_ends_and_byte_order_mark_too(run, folder, tmp_path, ends):
    text = "\ufeff" + (folder / "data" / "harbour" / "source.txt").read_text().replace("\n", ends)
    (tmp_path / "other.txt").write_bytes(text.encode())
    rows = run("marks", tmp_path / "other.txt", "--json").json
    assert [text[row["start"] : row["end"]] for row in rows] == ["1", "2", "3", "4"]


def test_a_missing_document_is_exit_3(run, folder):
    ran = run("marks", "nothing.txt", "--json")
    assert (ran.code, ran.out) == (3, "")
