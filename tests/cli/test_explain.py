import pytest


def test_a_fact_is_explained_by_id_by_its_beginning_and_by_place(run, folder):
    fact = run("facts", "--json").json[0]["id"]
    by = [run("explain", name) for name in (fact, fact[:-2], "1.1")]
    assert by[0].code == 0, by[0].err
    assert by[0].out == by[1].out == by[2].out


def test_every_decision_is_given_with_its_words(run, folder):
    said = run("explain", "1.1").out
    for words in ("kind: ", "theme: economic, score ", "quantity: US$4 billion", "period: 2019", "note: 1, behind “"):
        assert words in said


def test_json_adds_the_reasons_to_the_row(run, folder):
    row = run("explain", "1.1", "--json").json
    assert row["sentence"] == 1
    assert row["why_themes"][0]["matched"]


def test_a_theme_whose_terms_do_not_suffice_is_given_with_its_score(run, folder):
    (folder / "data" / "harbour" / "source.txt").write_text(
        "The army bought wheat, and trade in wheat grew by 3 percent.\n"
    )
    row = run("explain", "1.1", "--json").json
    assert [each["theme"] for each in row["why_themes"]] == ["economic"]
    ((other,),) = [[each for each in row["not_on"] if each["theme"] == "military"]]
    assert other["matched"][0][2] == "army"
    assert f"not on: military, score {other['score']:g} – army (" in run("explain", "1.1").out


@pytest.mark.parametrize(
    ("name", "said"), [("9.9", "2 paragraphs"), ("harbour-nothing", "`briefgen facts` lists them")]
)
def test_what_is_not_there_is_said_in_one_line(run, folder, name, said):
    ran = run("explain", name)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert said in ran.err
