from __future__ import annotations

from datetime import date

import pytest

from briefgen.editorial.wording import load
from briefgen.errors import EditorialError
from briefgen.model.source import File
from tests import shops
from tests.paths import TEMPLATES


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2020", "2020"),
        ("2021-03", "March 2021"),
        ("2021-03-09", "9 March 2021"),
        ("2021-01/2021-08", "January–August 2021"),
        ("2008/2018", "2008–2018"),
        ("2020-11/2021-02", "November 2020 to February 2021"),
        ("2005/..", "since 2005"),
        ("../2010", "until 2010"),
        ("{2019,2020}", "2019 and 2020"),
        ("199X", "1990s"),
        ("19XX", "20th century"),
        ("2021~", "about 2021"),
        ("", "period not stated in the source"),
    ],
)
def test_a_period_is_written_in_words(edtf, words):
    assert shops.wording().period(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2021-03-01", "1er mars 2021"),
        ("2020-11/2021-02", "de novembre 2020 à février 2021"),
        ("2020-08/2021-03-09", "d’août 2020 au 9 mars 2021"),
        ("2020-11-02/2021-02-03", "du 2 novembre 2020 au 3 février 2021"),
        ("2021-03-09/..", "depuis le 9 mars 2021"),
        ("2005/..", "depuis 2005"),
        ("../2010-01-02", "jusqu’au 2 janvier 2010"),
        ("../2010", "jusqu’à 2010"),
        ("20XX", "21e siècle"),
    ],
)
def test_a_period_is_written_in_french(edtf, words):
    wording = load(File("fr.toml", (TEMPLATES / "wording" / "fr.toml").read_bytes()))
    assert wording.period(edtf) == words
    assert wording.count(2213) == "2\u202f213"


def test_a_date_is_written_in_words():
    assert shops.wording().day(date(2025, 12, 1)) == "1 December 2025"


def test_a_sentence_chooses_its_wording_by_number():
    wording = shops.wording()
    assert wording.text("source.used", k=1, m=1, u=0).startswith("Of the 1 sentence used here, 1 carries a note")
    assert wording.text("source.used", k=2, m=2, u=0).startswith("Of the 2 sentences used here, 2 carry a note")


def test_a_missing_sentence_names_the_file():
    with pytest.raises(EditorialError, match=r"en\.toml: has no sentence “front\.nothing”"):
        shops.wording().text("front.nothing")


def test_a_wording_file_lists_twelve_months():
    path = TEMPLATES / "wording" / "en.toml"
    text = path.read_text(encoding="utf-8").replace('"January", ', "")
    with pytest.raises(EditorialError, match="names 11 months"):
        load(File("xx.toml", text.encode()))
