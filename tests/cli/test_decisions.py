"""The editor's decisions, from the command line: applied, left away, explained, and refused where they do not fit."""

from pathlib import Path

import pytest

TABLE = Path("data/harbour/overrides.csv")
HEAD = "fact;opening;add;drop;pin;exclude;kind;why\n"


@pytest.fixture
def opening(folder) -> str:
    TABLE.write_text(HEAD + "2.1;The council judged;!frictions;*;;;judgement;a doubt – the editor\n")
    return "The council judged"


def themes(run, *options: str) -> list[list[str]]:
    return [row["themes"] for row in run("facts", "--json", *options).json]


def test_decisions_are_applied_and_may_be_left_away(run, opening):
    assert themes(run)[2] == ["frictions"]
    assert themes(run, "--no-overrides")[2] != ["frictions"]


def test_a_paper_is_another_with_and_without_decisions(run, folder):
    TABLE.write_text(HEAD + "1.1;Aldmere harbour handled;military;;;;;\n")
    made = [
        run("build", "military", "-f", "docx", "-o", out, "--date", "2024-01-31", *options).code
        for out, options in (("with", ()), ("without", ("--no-overrides",)))
    ]
    assert made == [0, 0]
    traces = [Path(out, "military.trace.json").read_text() for out in ("with", "without")]
    assert ["data/harbour/overrides.csv" in trace for trace in traces] == [True, False]
    assert ["US$4 billion" in trace for trace in traces] == [True, False]


def test_a_decision_is_explained(run, opening):
    lines = run("explain", "2.1").lines
    assert (
        "decided: data/harbour/overrides.csv:2 – add frictions; drop *; kind judgement; a doubt – the editor" in lines
    )
    assert run("explain", "2.1", "--json").json["decision"][0] == "data/harbour/overrides.csv:2"


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("nothing;The king slept;;;;;;", "no passage is “nothing” or opens with “The king slept”; mend “opening”"),
        (
            "harbour-0123456789;The king slept;;;;;;",
            "no passage is “harbour-0123456789” or opens with “The king slept”",
        ),
        ("harbour-0123456789;;;;;;;", "no passage is “harbour-0123456789”; "),
        (";In;;;;;;", "no passage opens with “In”; "),
        (";The council;;;;;;", "the decision fits 1.1 and 1.3; write more of the opening"),
        (";The council judged;navy;;;;;", "“add” has no theme “navy”"),
        (";The council judged;;;;;guess;", "“kind” is the text “guess”"),
    ],
)
def test_a_decision_that_does_not_fit_ends_with_4_and_its_line(run, folder, row, what):
    Path("data/harbour/source.txt").write_text("The council judged that trade fell. It left. The council met.\n")
    TABLE.write_text(f"{HEAD}{row}\n")
    for command in (("facts", "economic"), ("build", "economic", "-f", "docx"), ("explain", "1.1")):
        ran = run(*command)
        assert (ran.code, ran.out) == (4, "")
        assert f"data/harbour/overrides.csv:2: {what}" in ran.err


def test_a_decision_whose_passage_left_when_the_document_was_read_again_is_kept_and_told(run, folder):
    text = Path("data/harbour/source.txt").read_text()
    TABLE.write_text(HEAD + ";The council judged;!frictions;*;;;;\n;Aldmere harbour handled;!military;*;;;;\n")
    before = TABLE.read_bytes()
    new = Path("new.txt")
    new.write_text(text.replace("The council judged", "The mayor judged"))
    ran = run("read", "new.txt", "--name", "harbour")
    assert ran.code == 0
    said = "data/harbour/overrides.csv:2: no passage opens with “The council judged”; the line is kept and not used"
    assert said in ran.err
    ran = run("facts", "--json")
    assert (ran.code, ran.json[0]["themes"], TABLE.read_bytes()) == (0, ["military"], before)
    assert said in ran.err
    ran = run("build", "military", "--strict", "-f", "docx")
    assert ran.code == 1
    assert said in ran.err
    assert not list(Path("out").glob("*.docx"))
    assert said in run("read", "new.txt", "--name", "harbour").err, "and so it stays when it is read once more"
    new.write_text(text)
    assert run("read", "new.txt", "--name", "harbour").err == ""
    assert themes(run)[2] == ["frictions"], "it serves again where its passage is there again"
    TABLE.write_text(HEAD + ";The king slept;!frictions;*;;;;\n")
    assert run("facts").code == 4, "now that all fitted, one that does not is a mistake"
    assert run("read", "new.txt", "--name", "harbour").code == 4


def test_a_text_that_was_changed_by_hand_keeps_the_decisions_that_it_fits_no_more(run, folder):
    run("read", "data/harbour/source.txt", "--name", "port")
    source = Path("data/port/source.txt")
    Path("data/port/overrides.csv").write_text(HEAD + ";The council judged;!frictions;*;;;;\n")
    source.write_text(source.read_text().replace("The council", "The mayor"))
    ran = run("facts", "--source", "port")
    assert ran.code == 0
    assert "data/port/overrides.csv:2: no passage opens with “The council judged”; the line is kept" in ran.err


def test_decisions_are_never_rewritten(run, opening):
    before = TABLE.read_bytes()
    run("build", "military", "-f", "docx", "--force")
    assert TABLE.read_bytes() == before


def test_a_check_of_the_project_names_decisions_that_do_not_fit(run, folder):
    TABLE.write_text(HEAD + "nothing;The king slept;;;;;;\n")
    ran = run("check")
    assert ran.code == 1
    assert "data/harbour/overrides.csv:2: no passage is “nothing”" in ran.out
    with Path("data/harbour/source.toml").open("a") as card:
        card.write('fitted_sha256 = "another"\n')
    ran = run("check")
    assert ran.code == 0, ran.out
    assert "data/harbour/overrides.csv:2: no passage is “nothing” or opens with “The king slept”; the line" in ran.err


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("entities", "name;fact;confirmed\nAldmere;x;me\nAldmere;x;me\n", "3: “Aldmere” is named in"),
        ("positions", "issue;actor;words;fact;confirmed\nQuay;council;will fall;x;me\n", "2: no passage is “x”"),
        ("events", "date;words;fact;confirmed\n2018;Aldmere harbour;x;me\n", "2: "),
        ("entities", "name|fact\n", "1: unknown column “name|fact”; part the cells by commas, semicolons or tabs"),
        ("entities", "name;fact\n".encode("utf-16"), "1: is UTF-16; save it as UTF-8"),
        ("events", "date;words\n2018;Kämpfe\n".encode("cp1252"), "2: is not UTF-8 (byte 0xE4), perhaps Windows-1252"),
        ("positions", 'issue;actor;words\n"torn;x\n', "2: the row is torn"),
        ("overrides", "opening;add\nAldmere harbour;economic;more\n", "2: 3 cells where the head has 2"),
    ],
)
def test_a_faulty_table_beside_a_source_ends_with_4_and_its_line(run, folder, name, content, what):
    Path(f"data/harbour/{name}.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    ran = run("build", "economic", "-f", "docx")
    assert (ran.code, ran.out) == (4, "")
    assert f"data/harbour/{name}.csv:{what}" in ran.err
