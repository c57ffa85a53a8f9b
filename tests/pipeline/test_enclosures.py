"""The files that travel in a paper say what it draws and where that stands."""

import csv
import io
import json
from datetime import date

from briefgen.model.commission import Commission
from briefgen.pipeline.enclosures import enclose
from tests import papers


def files() -> dict[str, bytes]:
    brief = papers.brief()
    commission = Commission(
        "traffic", ("traffic",), "harbour", "standard", "en", ("pdf",), date(2025, 12, 1), True, "", "", "", ()
    )
    return {file.name: file.content for file in enclose(commission, brief, papers.base())}


def test_every_value_drawn_is_a_row_with_its_place_and_notes():
    rows = list(csv.DictReader(io.StringIO(files()["charts.csv"].decode("utf-8-sig"))))
    assert [(row["figure"], row["label"], float(row["value"]), row["place"], row["notes"]) for row in rows] == [
        ("1", "2008", 4e6, "1.3", ""),
        ("1", "2019", 12.5e6, "1.1", "1, 2"),
    ]


def test_charts_are_written_with_their_panels():
    (chart,) = json.loads(files()["charts.json"])
    assert (chart["figure"], chart["title"], chart["panels"][0]["data"][1]["printed"]) == (
        1, "Traffic grew", "12.5 million tonnes",
    )  # fmt: skip


def test_the_manifest_says_what_went_in():
    manifest = json.loads(files()["manifest.json"])
    assert manifest["inputs"] == [{"role": "source", "name": "source.txt", "sha256": "0" * 64}]
    assert manifest["imprint"]["inputs_sha256"] == "1" * 64
