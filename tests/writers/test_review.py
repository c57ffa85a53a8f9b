"""The checking sheet has no place in a template: every format sets it before the notes all the same."""

from __future__ import annotations

import pytest

from briefgen.model.source import File
from briefgen.pipeline.build import build_paper
from briefgen.project import Order, gather, open_project
from briefgen.writers import FORMATS
from tests.paths import ROOT
from tests.writers.test_contract import READ, squeezed


@pytest.fixture(scope="module")
def files() -> dict[str, File]:
    order = Order(names=("economic",), date="2026-11-25", review=True, formats=FORMATS)
    return dict(zip(FORMATS, build_paper(gather(open_project(ROOT), order)[0]).files, strict=True))


@pytest.mark.parametrize("form", FORMATS)
def test_it_stands_before_the_notes_in_every_format(files, form):
    text = squeezed(READ[form](files[form].content))
    sheet, notes = text.rfind("Passagesasprinted,andastheystand"), text.rfind("Numbersarethoseofthesource")
    assert 0 < text.rfind("Databehind") < sheet < notes
