import json
import tomllib

DOCUMENT = """The railway of Norland opened in 1901. In 2010 the railway carried 12 million passengers. In 2015 the \
railway carried 15 million passengers, and in 2020 it carried 9 million passengers.

A survey by the Transport Office in May 2021 found that 62 percent of travellers were content and 20 percent of \
travellers wanted more trains.

Norland exports carriages to Sudland, while importing steel, copper, and rubber. Sudland said so in 2020.
"""


def suggested(run, folder, *more):
    path = folder / "rail.txt"
    path.write_text(DOCUMENT, encoding="utf-8")
    return run("charts", "suggest", "overview", "--source", str(path), *more)


def test_what_can_be_compared_is_suggested_with_the_honest_kind_as_lines_to_paste(run, folder):
    ran = suggested(run, folder)
    assert ran.code == 0
    pasted = tomllib.loads(ran.out)
    assert {(c["kind"], *c.get("measures", [])) for c in pasted["chart"]} == {
        ("bar", "passengers-count"),
        ("survey", "travellers-share"),
        ("exchange",),
    }
    assert {m["name"]: m["unit"] for m in pasted["measure"]} == {
        "passengers-count": "passenger",
        "travellers-share": "percent",
    }
    assert "#   2015: 15 million passengers (1.3)" in ran.out


def test_pasted_into_a_theme_the_lines_draw_what_they_promise(run, folder):
    theme = folder / "templates" / "themes" / "overview.toml"
    pasted = suggested(run, folder).out
    theme.parent.mkdir(parents=True, exist_ok=True)
    kept = '[[chart]]\nkind = "timeline"\ntitle = "Dated events"\n'
    theme.write_text('title = "Overview"\nquota = true\n' + pasted + kept, encoding="utf-8")
    again = suggested(run, folder)
    assert again.out == ""
    assert "nothing can be drawn beside" in again.err


def test_they_are_json_too(run, folder):
    found = json.loads(suggested(run, folder, "--json").out)
    assert {row["rule"]["kind"] for row in found} == {"bar", "survey", "exchange"}


def test_an_unknown_theme_is_named_with_the_nearest(run, folder):
    ran = run("charts", "suggest", "overviw")
    assert ran.code == 2
    assert "did you mean “overview”?" in ran.err


def test_shares_that_nobody_was_asked_for_are_no_survey_and_what_is_left_out_is_said(run, folder):
    path = folder / "costs.txt"
    path.write_text(
        "Fuel took 31 percent of costs in 2022, wages took 38 percent and repairs took 12 percent.\n\n"
        "The fleet landed 410 tonnes in 2019 and 380 tonnes in 2020. In 2021 the fleet landed 350 tonnes. "
        "In 2021 the fleet landed 360 tonnes, said others.\n",
        encoding="utf-8",
    )
    ran = run("charts", "suggest", "overview", "--source", str(path))
    pasted = tomllib.loads(ran.out)
    assert {c["kind"] for c in pasted["chart"]} == {"bar"}
    assert "#   Fuel took: 31 percent (1.1)" in ran.out
    assert "#   repairs took: 12 percent (1.1)" in ran.out
    assert (
        "#   without: “360 tonnes” (para. 2.3) and “350 tonnes” are given for one period: neither is drawn" in ran.out
    )
