from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.numbering import numbered
from briefgen.editorial.wording import load
from briefgen.model.brief import Figure, Part, Reference, Table, Words, plain
from briefgen.model.source import File
from tests import papers
from tests.paths import TEMPLATES


def wording():
    return load(File("en.toml", (TEMPLATES / "wording" / "en.toml").read_bytes()))


def figure(name: str) -> Figure:
    plate = papers.plate()
    return Figure(0, replace(plate, chart=replace(plate.chart, name=name)), (), (), ())


def data(name: str) -> Table:
    title = (Words("Data behind "), Reference(f"chart:{name}", "Figure"))
    return Table(0, title, ((Words("Item"),),), (((Words(name),),),))


def test_the_data_of_charts_stand_in_the_order_of_the_charts_and_other_tables_where_they_stood():
    other = Table(0, (Words("Passages"),), ((Words("Place"),),), (((Words("1.1"),),),))
    body = Part("sections", "", (figure("trade"), figure("visits"), figure("timeline")))
    annex = Part("annex", "Annex", (data("timeline"), other, data("trade"), data("visits")))
    _, made = numbered((body, annex), wording())
    assert [(table.number, plain(table.title)) for table in made.blocks] == [
        (1, "Data behind Figure 1"),
        (2, "Passages"),
        (3, "Data behind Figure 2"),
        (4, "Data behind Figure 3"),
    ]
    assert [plain(row[0]) for table in made.blocks for row in table.rows] == ["trade", "1.1", "visits", "timeline"]


def test_an_annex_before_the_body_knows_the_numbers_of_its_charts():
    body = Part("sections", "", (figure("visits"), figure("trade")))
    made, _ = numbered((Part("annex", "Annex", (data("trade"), data("visits"))), body), wording())
    assert [plain(table.title) for table in made.blocks] == ["Data behind Figure 1", "Data behind Figure 2"]
