import json

import pytest

KEYS = [
    "id", "paragraph", "sentence", "text", "start", "end", "notes", "themes", "kind", "attribution", "needs",
    "quantities", "periods",
]  # fmt: skip
QUANTITY = [
    "text", "start", "end", "value", "upper", "unit", "currency", "period", "base_period", "direction", "hedge",
    "measure",
]  # fmt: skip


def test_rows_of_facts_are_the_contracts(run, folder):
    rows = run("facts", "--json").json
    assert [list(row) for row in rows] == [KEYS] * 4
    first = rows[0]
    assert (first["paragraph"], first["sentence"], first["notes"]) == (1, 1, [1])
    assert first["text"] == "Aldmere harbour handled goods worth US$4 billion in 2019."
    assert first["end"] - first["start"] == len(first["text"])
    (quantity,) = first["quantities"]
    assert list(quantity) == QUANTITY
    assert (quantity["value"], quantity["unit"], quantity["currency"]) == (4_000_000_000, None, "USD")
    assert quantity["period"] == "2019"
    assert first["periods"] == ["2019"]


def test_facts_are_those_of_a_theme_and_of_words(run, folder):
    of = {t: {r["id"] for r in run("facts", t, "--json").json} for t in ("economic", "overview")}
    assert of["economic"] < of["overview"]
    assert len(of["overview"]) == 4
    assert [r["sentence"] for r in run("facts", "--search", "IN  2020 it", "--json").json] == [2]


def test_an_unknown_theme_offers_the_nearest(run, folder):
    ran = run("facts", "econmic")
    assert ran.code == 2
    assert "did you mean “economic”?" in ran.err


def test_facts_read_as_lines(run, folder):
    lines = run("facts").lines
    assert lines[0].startswith("1.1  ")
    assert "[notes 1]" in lines[0]
    assert lines[1].strip().startswith("Aldmere harbour handled")


def test_measures_and_audit_are_shown(run, folder):
    assert isinstance(run("facts", "--measures", "--json").json, list)
    assert isinstance(json.loads(run("facts", "--audit", "--json").out), list)


@pytest.mark.parametrize("command", ["notes", "facts", "explain 1.1"])
def test_json_is_one_document_and_remarks_stay_outside(run, folder, command):
    card = folder / "data" / "harbour" / "source.toml"
    card.write_text(card.read_text().replace("= 4", "= 5"))
    ran = run(*command.split(), "--json")
    assert ran.code == 0
    assert ran.json
    assert "5" in ran.err


def test_a_table_for_spreadsheets_is_written_whole(run, folder):
    ran = run("facts", "economic", "--csv", "economic.csv")
    assert (ran.code, ran.lines) == (0, ["economic.csv"])
    table = (folder / "economic.csv").read_bytes()
    assert table.startswith(b"\xef\xbb\xbfid,place,text,notes,themes,kind,attribution,quantities,periods\r\n")
    assert "US$4 billion" in table.decode()
    ran = run("facts", "--csv", "missing/economic.csv")
    assert ran.code == 6
    assert not (folder / "missing").exists()


def test_a_brief_of_the_project_file_serves_as_a_theme(run, folder):
    (folder / "briefgen.toml").write_text('format = 1\n[brief.weekly]\nthemes = ["economic", "military"]\n')
    of = {t: {row["place"] for row in rows(run, t)} for t in ("economic", "military", "weekly")}
    assert of["weekly"] == of["economic"] | of["military"]


def rows(run, theme: str) -> list[dict]:
    return [row | {"place": (row["paragraph"], row["sentence"])} for row in run("facts", theme, "--json").json]


def second(folder) -> None:
    (folder / "data" / "mill").mkdir()
    (folder / "data" / "mill" / "source.txt").write_text("Bilateral trade reached US$190 billion in 2022. It grew.\n")
    (folder / "data" / "mill" / "source.toml").write_text('subject = "The mill"\n')
    (folder / "data" / "harbour" / "source.txt").write_text("Bilateral trade reached US$150 billion in 2021.\n")


def test_several_sources_are_shown_one_after_the_other_and_their_measures_together(run, folder):
    second(folder)
    both = run("facts", "economic", "--source", "harbour,mill", "--json").json
    assert [row["id"].split("-")[0] for row in both] == ["harbour", "mill"] + ["mill"] * (len(both) - 2)
    values = run("facts", "--measures", "--source", "harbour,mill").lines
    assert values == [
        "two-way-trade  Two-way trade, USD: 2021–2022",
        "    harbour 1.1  2021  US$150 billion",
        "    mill 1.1  2022  US$190 billion",
    ]
    assert len(run("facts", "--search", "trade reached", "--source", "*", "--json").json) == 2
    assert run("facts", "--audit", "--source", "*").code == 0
    assert run("facts", "--csv", "both.csv", "--source", "harbour,mill").code == 0
    assert "harbour-" in (folder / "both.csv").read_text()
    assert "mill-" in (folder / "both.csv").read_text()


def test_an_unknown_one_of_several_sources_offers_the_nearest(run, folder):
    second(folder)
    ran = run("facts", "--source", "harbour,mil")
    assert ran.code == 2
    assert "did you mean “mill”?" in ran.err


def test_a_search_on_screen_shows_a_page_and_counts_the_rest_and_a_program_gets_all(run, folder):
    text = "".join(f"Ship {n} left the harbour.\n" for n in range(1, 151))
    (folder / "data" / "harbour" / "source.txt").write_text(text)
    ran = run("facts", "--search", "ship")
    assert len(ran.lines) == 2 * 100
    assert "100 of 150 facts; all: --limit 0" in ran.err
    assert len(run("facts", "--search", "ship", "--limit", "0").lines) == 2 * 150
    assert len(run("facts", "--search", "ship", "--json").json) == 150
    assert len(run("facts", "--search", "harbour", "--json", "--limit", "7").json) == 7
    assert run("facts", "--search", "nothing", "--json").json == []
    assert len(run("facts").lines) == 2 * 150, "without a search all are shown"
    assert len(run("facts", "--limit", "3").lines) == 2 * 3
    assert run("facts", "--csv", "all.csv", "--search", "ship").code == 0
    assert (folder / "all.csv").read_bytes().count(b"\r\n") == 151


def test_a_search_wants_a_word(run, folder):
    ran = run("facts", "--search", " – ")
    assert (ran.code, ran.out) == (2, "")
    assert "“ – ” holds no word" in ran.err


def test_a_search_is_told_what_the_source_is_short_of(run, folder):
    card = folder / "data" / "harbour" / "source.toml"
    card.write_text(card.read_text().replace("= 4", "= 5"))
    assert "4 notes are marked where the card expects 5" in run("facts", "--search", "quay").err


def test_figures_that_do_not_agree_are_told(run, folder):
    second(folder)
    mill = folder / "data" / "mill" / "source.txt"
    mill.write_text("Bilateral trade reached US$190 billion in 2021.\n")
    said = "harbour 1.1 and mill 1.1: Two-way trade, 2021: the sources give “US$150 billion” and “US$190 billion”"
    assert said in run("facts", "--measures", "--source", "harbour,mill").err
    mill.write_text("Bilateral trade reached US$190 billion in 2021. In 2021, bilateral trade was US$170 billion.\n")
    ran = run("build", "economic", "--source", "mill", "-f", "docx")
    assert "1.1 and 1.2: Two-way trade, 2021: the source gives “US$190 billion” and “US$170 billion”" in ran.err
