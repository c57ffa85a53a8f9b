from dataclasses import replace

import pytest

from briefgen.errors import SourceError
from briefgen.pipeline import study
from briefgen.project import Order, gather, inquire, open_project


def test_a_source_without_a_card_is_called_by_its_file(folder, tmp_path):
    (tmp_path / "annual-report.txt").write_text("One. Two.")
    source = study.read_source(inquire(open_project(), str(tmp_path / "annual-report.txt")))
    assert (source.name, source.card.subject, source.card.file) == (
        "annual-report", "Annual report", "annual-report.txt",
    )  # fmt: skip


def test_themes_are_read_by_name(folder):
    themes = study.read_themes(gather(open_project(), Order(names=("economic",)))[0])
    assert themes["economic"].name == "economic"
    assert themes["overview"].quota


def test_a_commission_without_a_document_is_an_error_of_the_users(folder):
    with pytest.raises(SourceError):
        study.read_source(replace(inquire(open_project(), None), files=()))


def test_a_number_no_rule_explains_is_listed(folder):
    base = study.find_facts(inquire(open_project(), None))
    assert study.audit_numbers(base) == ()
