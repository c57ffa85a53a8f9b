"""overrides.csv is read strictly, whatever a spreadsheet made of it, and each fault is told with its line."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.editorial import decisions
from briefgen.editorial.decisions import Row
from briefgen.errors import EditorialError
from briefgen.model.decision import EVERY, Decision
from briefgen.model.source import File

ROOT = Path(__file__).parents[2]
THEMES = ("economic", "military", "us-policy")
HEAD = "fact,opening,add,drop,pin,exclude,kind,why\n"


def load(content: str | bytes) -> tuple[Decision, ...]:
    content = content.encode() if isinstance(content, str) else content
    return decisions.load(File("overrides.csv", content), THEMES)


def test_a_row_says_what_is_added_first_taken_away_pinned_and_why():
    (decision,) = load(HEAD + "a-0123456789,The quay,military !us-policy,economic,yes,military,judgement,“why” – x\n")
    assert decision == Decision(
        "overrides.csv:2", "a-0123456789", "The quay", ("military", "us-policy"), "us-policy", ("economic",),
        (EVERY,), ("military",), "judgement", "“why” – x",
    )  # fmt: skip


def test_columns_may_be_missing_or_in_another_order_and_cells_empty():
    (decision,) = load("why;drop;fact\nwrong;*;a-0123456789\n")
    assert (decision.fact, decision.drop, decision.add, decision.kind) == ("a-0123456789", (EVERY,), (), None)


def test_themes_are_parted_by_blanks_commas_or_semicolons():
    (decision,) = load(HEAD + 'x,The,"economic, military;us-policy",,,,,\n')
    assert decision.add == ("economic", "military", "us-policy")


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (",,economic,,,,,", "names no passage"),
        ("x,The,econmic,,,,,", "“add” has no theme “econmic”; did you mean “economic”?"),
        ("x,The,,!economic,,,,", "“drop” has no theme “!economic”"),
        ("x,The,*,,,,,", "“add” has no theme “*”"),
        ("x,The,,,navy,,,", "“pin” has no theme “navy”"),
        ("x,The,,,,maybe,,", "“exclude” has no theme “maybe”"),
        ("x,The,!economic !military,,,,,", "“add” puts 2 themes first"),
        ("x,The,economic,economic,,,,", "both “add” and “drop” hold “economic”"),
        ("x,The,,,yes,yes,,", "both “pin” and “exclude” hold “yes”"),
        ("x,The,,,military,yes,,", "both “pin” and “exclude” hold “yes”"),
        ("x,The,,,,,opinion,", "“kind” is the text “opinion”, not one of fact, reported, judgement, forecast"),
        ("x,The,,,,,,why,more", "9 cells where the head has 8"),
    ],
)
def test_a_faulty_row_is_told_with_its_line(row, line):
    with pytest.raises(EditorialError) as caught:
        load(f"{HEAD}y,A,,,,,,\n{row}\n")
    assert str(caught.value).startswith(f"overrides.csv:3: {line}")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("fact,opnening\n", "overrides.csv:1: unknown column “opnening”; did you mean “opening”?"),
        ("fact|opening\nx|y\n", "overrides.csv:1: unknown column “fact|opening”"),
        (HEAD.encode() + b"x,caf\xe9,,,,,,\n", "overrides.csv:2: is not UTF-8 (byte 0xE9), perhaps Windows-1252"),
        (b"", "overrides.csv:1: is empty"),
    ],
)
def test_another_separator_or_encoding_is_told_with_its_line(content, line):
    with pytest.raises(EditorialError) as caught:
        load(content)
    assert str(caught.value).startswith(line)


ROWS = (
    Row("001", "2020", "!us-policy military", "*", "yes", "", "fact", "=SUM(1;2) was typed here"),
    Row("a-1e5", "-5 degrees, “quoted”; and\nbroken", "", "", "", "military", None, "+1"),
    Row("2.10", "习近平 met", "economic", "", "", "", "reported", "1e5"),
    Row("b-0123456789", "'Tis", "", "economic", "", "", None, "'=kept"),
)


def test_what_is_written_for_a_spreadsheet_is_read_back():
    assert decisions.dump(ROWS).startswith(b"\xef\xbb\xbffact,opening,")
    assert [d.fact for d in load(decisions.dump(ROWS))] == [row.fact for row in ROWS]


def test_a_round_trip_through_libreoffice_calc_changes_nothing(tmp_path: Path):
    back = _through_calc(tmp_path, decisions.dump(ROWS))
    assert back.startswith(b'"fact";"opening";')
    assert load(back) == load(decisions.dump(ROWS))
    assert load(b"\xef\xbb\xbf" + back) == load(decisions.dump(ROWS)), "as newer ones and Excel save it"


def test_the_articles_own_decisions_survive_libreoffice_calc(tmp_path: Path):
    shipped = (ROOT / "data" / "china-russia" / "overrides.csv").read_bytes()
    assert article(_through_calc(tmp_path, shipped)) == article(shipped)


def article(content: bytes) -> list[Decision]:
    names = [path.stem for path in (ROOT / "templates" / "themes").glob("*.toml")]
    found = decisions.load(File("overrides.csv", content), names)
    assert len(found) == 86
    return [replace(decision, where="") for decision in found]


def _through_calc(folder: Path, table: bytes) -> bytes:
    """Open a table in Calc, save it as a spreadsheet, and save that as CSV with semicolons."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    (folder / "overrides.csv").write_bytes(table)
    opened = ("--infilter=CSV:44,34,76", "--convert-to", "ods", "overrides.csv")
    saved = ("--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1", "--outdir", "back", "overrides.ods")
    for options in (opened, saved):
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *options]
        said = subprocess.run(command, cwd=folder, capture_output=True, timeout=120)
        if b"could not be loaded" in said.stderr + said.stdout:
            pytest.skip("LibreOffice Calc is not installed: apt-get install libreoffice-calc-nogui")
    return (folder / "back" / "overrides.csv").read_bytes()
