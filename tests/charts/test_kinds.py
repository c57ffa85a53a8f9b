"""The contract every kind keeps, over charts of every kind."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from briefgen.charts import plates
from briefgen.model.chart import Plate
from briefgen.model.theme import ChartRule
from tests.charts.factbases import WORDS, selection
from tests.charts.test_bar import TRADE
from tests.charts.test_exchange import BOTH, MORE
from tests.charts.test_rows import VISITS
from tests.charts.test_survey import POLL
from tests.charts.test_timeline import EVENTS
from tests.papers import look

RULES = (
    ChartRule("bar", "Trade", ("traffic", "growth"), derived=True),
    ChartRule("dot", "Visits", ("traffic",)),
    ChartRule("survey", "Answers", ("traffic",)),
    ChartRule("timeline", "Dated events"),
    ChartRule("exchange", "What each supplies to the other"),
)
SAID = {"bar": TRADE, "dot": VISITS, "survey": (POLL,), "timeline": EVENTS, "exchange": (BOTH, MORE)}


def drawn(rule: ChartRule) -> Plate:
    (plate,), _ = plates(selection(*SAID[rule.kind]), (rule,), look(), "en", WORDS)
    return plate


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind)
def test_a_plate_has_three_pictures_of_one_size_words_and_evidence(rule: ChartRule) -> None:
    plate = drawn(rule)
    assert plate.picture.pdf.startswith(b"%PDF")
    assert plate.picture.svg.lstrip().startswith(b"<?xml")
    assert plate.picture.png.startswith(b"\x89PNG")
    assert plate.picture.width == pytest.approx(look().page.measure)
    assert 60 <= plate.picture.height <= 260
    size = [int.from_bytes(plate.picture.png[at : at + 4], "big") for at in (16, 20)]
    assert size == [pytest.approx(side / 72 * 200, abs=1) for side in (plate.picture.width, plate.picture.height)]
    box = re.search(rb"/MediaBox \[ 0 0 (\S+) (\S+) \]", plate.picture.pdf)
    assert box is not None
    assert [float(side) for side in box.groups()] == [
        pytest.approx(side, abs=0.01) for side in (plate.picture.width, plate.picture.height)
    ]
    assert 30 <= len(plate.alt) <= 250
    assert plate.chart.title == rule.title
    assert plate.chart.evidence
    assert re.fullmatch(r"[a-z0-9-]+", plate.chart.name)


@pytest.mark.parametrize("letter", ["ש", "😀"])
def test_no_chart_is_drawn_with_a_character_that_would_be_a_box(letter: str) -> None:
    rule = next(rule for rule in RULES if rule.kind == "exchange")
    said = replace(BOTH, words=BOTH.words.replace("wine", f"wine {letter}"))
    made, remarks = plates(selection(said, MORE), (rule,), look(), "en", WORDS)
    assert made == ()
    assert remarks[-1].what == f"no exchange chart: “{letter}” is in no font that charts are drawn with"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind)
def test_pictures_tell_nothing_of_clock_or_software(rule: ChartRule) -> None:
    picture = drawn(rule).picture
    for content in (picture.pdf, picture.svg, picture.png):
        assert b"CreationDate" not in content
        assert b"dc:date" not in content
        assert b"Software" not in content
        assert b"/Producer" not in content


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind)
def test_every_value_drawn_is_of_the_series_or_says_that_it_is_derived(rule: ChartRule) -> None:
    chosen = selection(*SAID[rule.kind])
    (plate,), _ = plates(chosen, (rule,), look(), "en", WORDS)
    stated = {(p.fact, p.quantity.value) for series in chosen.base.series for p in series.points}
    for datum in (d for panel in plate.chart.panels for d in panel.data):
        assert ((datum.evidence.fact, datum.value) in stated) != bool(datum.derived)


def test_every_kind_a_rule_may_name_is_answered_with_a_chart_or_a_reason() -> None:
    for kind in get_args(get_type_hints(ChartRule)["kind"]):
        found, remarks = plates(selection(*TRADE), (ChartRule(kind, "X", ("nothing",)),), look(), "en", WORDS)
        assert not found
        assert remarks
        assert remarks[-1].where == "harbour/X"


def test_the_same_input_gives_the_same_bytes_in_another_process() -> None:
    script = (
        "import hashlib; from tests.charts.test_kinds import RULES, drawn\n"
        "for r in RULES:\n p = drawn(r).picture\n print(hashlib.sha256(p.pdf + p.svg + p.png).hexdigest())"
    )
    root = Path(__file__).parents[2]
    runs = [
        subprocess.run([sys.executable, "-c", script], cwd=root, check=True, capture_output=True, text=True,
                       env={"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(root), "HOME": "/tmp"}).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]  # fmt: skip
    assert runs[0] == runs[1]
    assert len(runs[0].split()) == len(RULES)


def test_text_in_the_pdf_can_be_read_back() -> None:
    text = subprocess.run(["pdftotext", "-", "-"], input=drawn(RULES[0]).picture.pdf, capture_output=True, check=True)
    said = text.stdout.decode()
    assert "US$107.7 billion" in said
    assert "(derived)" in said
    assert "not in the" in said
