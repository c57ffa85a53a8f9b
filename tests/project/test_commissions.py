from dataclasses import replace
from datetime import date

import pytest

from briefgen.errors import EditorialError, UnknownName, UsageError
from briefgen.project.commissions import Order, gather, inquire
from briefgen.project.folder import open_project

ECONOMIC = Order(names=("economic",), date="2024-01-31")


def one(order: Order = ECONOMIC):
    (commission,) = gather(open_project(), order)
    return commission


def names(order: Order) -> list[str]:
    return [c.name for c in gather(open_project(), order)]


def settings(folder, text: str) -> None:
    (folder / "briefgen.toml").write_text(f"format = 1\n{text}", encoding="utf-8")


def test_a_commission_holds_every_file_that_may_go_into_its_paper(folder):
    commission = one()
    roles = [role for role, _ in commission.files]
    assert roles[:2] == ["source", "card"]
    assert roles[-2:] == ["wording", "template"]
    assert {"theme:economic", "theme:military", "theme:overview"} <= set(roles)
    assert not any(name.startswith("/") for _, name, _ in commission.inputs)


def test_themes_together_make_one_paper_and_each_its_own(folder):
    assert names(Order(names=("economic", "military"))) == ["economic+military"]
    assert names(Order(names=("economic", "military"), each=True)) == ["economic", "military"]
    assert names(Order(names=("economic", "economic"))) == ["economic"]


def test_the_name_says_length_and_source_only_where_they_are_not_the_usual_ones(folder, tmp_path):
    (tmp_path / "report.txt").write_text("Text.")
    order = Order(names=("economic",), lengths=("full", "standard"))
    assert names(order) == ["economic", "economic-full"]
    assert names(replace(order, source=str(tmp_path / "report.txt"))) == ["report-economic", "report-economic-full"]
    assert names(replace(order, name="weekly")) == ["weekly", "weekly-full"]


def test_two_papers_of_one_name_are_refused_before_any_work(folder):
    with pytest.raises(UsageError, match="two papers would be called “weekly”"):
        names(Order(names=("economic", "military"), each=True, name="weekly"))


def test_a_brief_of_the_project_is_ordered_by_its_name(folder):
    settings(folder, '[brief.weekly]\nthemes = ["economic", "military"]\nlength = "one-page"\nformats = ["pdf"]\n')
    commission = one(Order(names=("weekly",)))
    assert (commission.name, commission.themes) == ("weekly", ("economic", "military"))
    assert (commission.length, commission.formats) == ("one-page", ("pdf",))
    typed = one(Order(names=("weekly",), lengths=("full",), formats=("docx",)))
    assert (typed.name, typed.length, typed.formats) == ("weekly-full", "full", ("docx",))


@pytest.mark.parametrize(
    ("text", "order", "words"),
    [
        ("", Order(names=("econmic",)), "did you mean “economic”"),
        ("", Order(names=("economic",), formats=("dcox",)), "did you mean “docx”"),
        ("", Order(names=("economic",), lengths=("one",)), "no length “one”"),
        ("", Order(names=("economic",), language="xx"), "no language “xx”"),
        ("", Order(names=("economic",), template="bref"), "did you mean “brief”"),
        ('[brief.weekly]\nthemes = ["economic"]\n', Order(names=("weakly",)), "no theme or brief “weakly”"),
        ('[brief.weekly]\nthemes = ["econmic"]\n', Order(names=("weekly",)), r"briefgen.toml \[brief.weekly\]"),
        ('[brief.weekly]\nthemes = ["economic"]\nlength = "long"\n', Order(names=("weekly",)), "brief.weekly"),
        ('[project]\nsource = "harbr"\n', ECONOMIC, r"briefgen.toml \[project\]: no source “harbr”"),
    ],
)
def test_an_unknown_name_says_where_it_stands_and_offers_the_nearest(folder, text, order, words):
    settings(folder, text)
    with pytest.raises(UnknownName, match=words):
        gather(open_project(), order)


def test_a_brief_is_built_alone_and_bears_no_themes_name(folder):
    settings(folder, '[brief.weekly]\nthemes = ["economic"]\n[brief.military]\nthemes = ["economic"]\n')
    with pytest.raises(UsageError, match="build it alone"):
        gather(open_project(), Order(names=("weekly", "economic")))
    with pytest.raises(UsageError, match="bears the name of a theme"):
        gather(open_project(), Order(names=("military",)))


def test_a_template_is_a_name_or_a_file_and_a_missing_file_is_told(folder):
    (folder / "my.docx").write_bytes(b"PK")
    assert one(replace(ECONOMIC, template="my.docx")).file("template").name == "my.docx"
    assert one().file("template").name == "templates/brief.docx"
    with pytest.raises(EditorialError, match=r"yours\.docx: there is no such file"):
        one(replace(ECONOMIC, template="yours.docx"))


def test_what_is_printed_on_every_paper_comes_from_option_environment_or_file(folder, monkeypatch):
    settings(folder, '[paper]\nmarking = "OFFICIAL"\norganisation = "Port Office"\n')
    assert (one().marking, one().organisation) == ("OFFICIAL", "Port Office")
    monkeypatch.setenv("BRIEFGEN_MARKING", "RESTRICTED")
    assert one().marking == "RESTRICTED"
    assert one(replace(ECONOMIC, marking="SECRET")).marking == "SECRET"


def test_the_key_changes_with_every_input_and_every_choice(folder):
    keys = [one().key]
    keys += [one(replace(ECONOMIC, **{k: v})).key for k, v in (
        ("date", "2024-02-01"), ("formats", ("pdf",)), ("lengths", ("full",)), ("marking", "X"), ("name", "y"),
    )]  # fmt: skip
    for name in ("data/harbour/source.txt", "data/harbour/source.toml"):
        with (folder / name).open("ab") as file:
            file.write(b"\n")
        keys.append(one().key)
    assert len(set(keys)) == len(keys)


def test_a_date_of_the_clock_is_no_part_of_the_key(folder):
    commission = one(Order(names=("economic",)))
    assert commission.date_given is False
    assert replace(commission, date=date(1999, 1, 1)).key == commission.key


def test_a_study_wants_neither_theme_nor_template(folder):
    commission = inquire(open_project(), None)
    assert commission.file("template") is None
    assert commission.file("source").content.startswith(b"Aldmere")
