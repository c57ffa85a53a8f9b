from pathlib import Path

import pikepdf

from briefgen.model.brief import Brief
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.writers.pdf import write
from tests.verapdf import Validator

FILES = (File("facts.csv", "id,text\n1,“steadily”\n".encode()), File("charts.json", b"[]\n"))


def test_files_travel_in_a_paper_that_is_still_archival(
    sample: Brief, template: Template, validator: Validator, tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(write(sample, template, FILES))
    assert validator.broken(path, "3a") == {}
    assert validator.broken(path, "ua1") == {}
    with pikepdf.open(path) as pdf:
        assert {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments} == {
            file.name: file.content for file in FILES
        }
        assert pdf.attachments["facts.csv"].get_file().mime_type == "text/csv"
        assert [str(spec.AFRelationship) for spec in pdf.Root.AF] == ["/Data", "/Data"]


def test_the_same_files_in_another_order_give_the_same_bytes(sample: Brief, template: Template) -> None:
    assert write(sample, template, FILES) == write(sample, template, FILES[::-1])
