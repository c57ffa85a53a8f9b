import tomllib
from pathlib import Path


def decide(folder: Path) -> None:
    folder.joinpath("data/harbour/source.txt").write_text(
        "Norland moved the ferry. Sudland moved the ferry too. A ferry left. The king slept. He woke. The queen ate.\n"
    )
    rows = [f";{opening};{add};;;;;\n" for opening, add in (
        ("Norland", "military"), ("Sudland", "military"), ("A ferry", "military"), ("The king", ""), ("He woke", ""),
        ("The queen", ""),
    )]  # fmt: skip
    head = "fact;opening;add;drop;pin;exclude;kind;why\n"
    folder.joinpath("data/harbour/overrides.csv").write_text(head + "".join(rows))


def test_suggested_terms_are_lines_to_paste(run, folder):
    decide(folder)
    ran = run("themes", "suggest", "military")
    assert ran.code == 0
    assert ran.lines[0] == "# templates/themes/military.toml, under [terms]"
    assert tomllib.loads(ran.out)["ferry"] in (1, 2, 3)
    assert "3 sentences on it, 0 others; in 3 of them nothing else is found" in ran.out
    rows = run("themes", "suggest", "military", "--json").json
    assert rows[0]["theme"] == "military"
    assert rows[0]["term"] == "ferry"


def test_all_themes_are_asked_about_where_none_is_named(run, folder):
    decide(folder)
    assert {row["theme"] for row in run("themes", "suggest", "--json").json} == {"military"}


def test_without_decisions_it_says_what_to_do(run, folder):
    ran = run("themes", "suggest")
    assert (ran.code, ran.out) == (0, "")
    assert "nothing is decided: see overrides.csv" in ran.err


def test_an_unknown_theme_offers_the_nearest(run, folder):
    ran = run("themes", "suggest", "militry")
    assert ran.code == 2
    assert "did you mean “military”?" in ran.err
