"""Papers of the article as PDF: what is promised of every page, on those that have charts, contents and many tables.

The whole product, every template too: ``python -m tests.campaign pdf``.
"""

import shutil
from pathlib import Path

import pytest

from briefgen.pipeline.build import build_paper
from briefgen.project import Order, gather, open_project
from briefgen.word.opening import open_template
from tests import leaves, verapdf

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def validator() -> verapdf.Validator:
    absent = verapdf.lacking() or ", ".join(name for name in ("qpdf", "pdftoppm") if shutil.which(name) is None)
    if absent:
        # On a user's machine, as README says; where .ci/run runs, tests/conftest.py makes it a failure.
        pytest.skip(f"not installed: {absent}")
    return verapdf.Validator()


@pytest.mark.parametrize(
    ("theme", "length", "template"),
    [("economic", "one-page", "brief"), ("diplomatic", "standard", "brief"), ("overview", "full", "brief-letter")],
)
def test_every_page_is_as_promised(theme, length, template, validator, tmp_path):
    order = Order(
        (theme,),
        formats=("pdf",),
        lengths=(length,),
        date="2025-12-01",
        template=template,
        attach_data=theme == "economic",
    )
    (commission,) = gather(open_project(str(ROOT)), order)
    (file,) = build_paper(commission).files
    path = tmp_path / file.name
    path.write_bytes(file.content)
    page = open_template(dict(commission.files)["template"]).look.page
    assert leaves.faults(path, page, validator, "3a" if commission.attach_data else "2a") == []
