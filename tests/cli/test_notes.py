def test_rows_of_notes_are_the_contracts_one_a_mark(run, folder):
    (folder / "data" / "harbour" / "notes.csv").write_text("label,text\n2,Port Authority\n")
    rows = run("notes", "--json").json
    assert rows[:2] == [
        {"label": "1", "number": 1, "run": "1", "text": None, "paragraph": 1, "sentence": 1},
        {"label": "2", "number": 2, "run": "1", "text": "Port Authority", "paragraph": 1, "sentence": 2},
    ]
    assert [row["label"] for row in rows] == ["1", "2", "3", "4"]


def test_a_missing_text_is_said_to_be_missing(run, folder):
    assert run("notes").lines[0] == "1  at 1.1  text not supplied"
