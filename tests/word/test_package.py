"""Saving is deterministic, properties say what a paper is, and the manifest comes back."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

from docx import Document
from docx.oxml.ns import qn

from briefgen.word.package import describe, read_manifest, save, stamp
from tests.paths import TEMPLATES

DAY = date(2025, 12, 1)


def saved(**manifest: str) -> bytes:
    document = Document(TEMPLATES / "brief.docx")
    describe(document, title="T" * 300, author="A\x00&")
    stamp(document, manifest)
    return save(document, DAY)


def test_dates_are_the_days_and_nothing_elses() -> None:
    content = saved()
    properties = Document(io.BytesIO(content)).core_properties
    assert properties.created == properties.modified
    assert properties.created.replace(tzinfo=None) == datetime(2025, 12, 1)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2025, 12, 1, 0, 0, 0)}


def test_a_day_before_zip_began_is_still_a_day() -> None:
    content = save(Document(TEMPLATES / "brief.docx"), date(1969, 7, 20))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.infolist()[0].date_time[0] == 1980


def test_properties_are_cut_to_what_word_takes_and_cleaned() -> None:
    properties = Document(io.BytesIO(saved())).core_properties
    assert properties.title == "T" * 255
    assert properties.author == "A&"


def test_the_manifest_is_read_back() -> None:
    assert read_manifest(saved(version="0.1", key="a<b")) == {"version": "0.1", "key": "a<b"}
    assert read_manifest((TEMPLATES / "brief.docx").read_bytes()) == {}


def test_custom_properties_of_the_template_stay_and_ours_are_renewed() -> None:
    document = Document(io.BytesIO(saved(house="ours", key="old")))
    stamp(document, {"key": "new"})
    assert read_manifest(save(document, DAY)) == {"house": "ours", "key": "new"}


def test_marks_of_editing_sessions_are_dropped() -> None:
    document = Document(TEMPLATES / "brief.docx")
    next(document.element.body.iter(qn("w:p"))).set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rsidR", "00AA"
    )
    with zipfile.ZipFile(io.BytesIO(save(document, DAY))) as archive:
        assert b"rsid" not in archive.read("word/document.xml")
