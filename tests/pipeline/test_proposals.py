from dataclasses import replace

from briefgen.editorial import dossiers
from briefgen.pipeline.proposals import propose
from briefgen.pipeline.study import find_facts
from briefgen.project import inquire, open_project


def test_proposed_tables_are_read_back_and_nothing_of_them_counts_yet(folder):
    base = replace(find_facts(inquire(open_project(), None)), remarks=())
    files = propose(base)
    assert [file.name for file in files] == ["entities.csv", "positions.csv", "events.csv"]
    assert dossiers.attach(base, dict(zip(dossiers.TABLES, files, strict=True))) == base


def test_what_is_confirmed_beside_a_source_comes_with_its_facts(folder):
    base = find_facts(inquire(open_project(), None))
    entities, _, events = propose(base)
    for file in (entities, events):
        confirmed = file.content.replace(b",\r\n", b",me\r\n")
        (folder / "data" / "harbour" / file.name).write_bytes(confirmed)
    dossier = find_facts(inquire(open_project(), None)).dossier
    assert "Aldmere" in {entity.name for entity in dossier.entities}
    assert [event.date for event in dossier.events] == ["2021-03-04"]
