from __future__ import annotations

import pytest
from edtf import parse_edtf

from briefgen.facts import periods
from tests.facts.article import base

SAID = [
    ("in the first eight months of 2021", "2021-01/2021-08"),
    ("2013–2014", "2013/2014"),
    ("since 2005", "2005/.."),
    ("since coming to power in 2012", "2012/.."),
    ("in the 1990s", "199X"),
    ("the 1940s and 1950s", "{194X,195X}"),
    ("In 2019 and 2020", "{2019,2020}"),
    ("in 2018, 2019 and 2020", "{2018,2019,2020}"),
    ("between 2008 and 2018", "2008/2018"),
    ("between the 1950s and the end of the 1980s", "195X/198X"),
    ("from 2008 to 2018", "2008/2018"),
    ("in 2013-14", "2013/2014"),
    ("on 4 February 2022", "2022-02-04"),
    ("on February 4, 2022", "2022-02-04"),
    ("on 2022-02-04", "2022-02-04"),
    ("on 4–6 February 2022", "2022-02-04/2022-02-06"),
    ("on March 4-6, 2022", "2022-03-04/2022-03-06"),
    ("from 4 February to 6 March 2022", "2022-02-04/2022-03-06"),
    ("in March 2021", "2021-03"),
    ("between March and May 2021", "2021-03/2021-05"),
    ("January–August 2021", "2021-01/2021-08"),
    ("in the first half of 2021", "2021-01/2021-06"),
    ("in Q3 2021", "2021-07/2021-09"),
    ("in the third quarter of 2019", "2019-07/2019-09"),
    ("in the first three quarters of 2019", "2019-01/2019-09"),
    ("over the first 11 months of 2006", "2006-01/2006-11"),
    ("in early 2022", "2022-01~/2022-04~"),
    ("in the late 1960s", "1967~/1969~"),
    ("in mid-2023", "2023-05~/2023-08~"),
    ("in the summer of 2019", "2019-22"),
    ("in the 17th-century", "16XX"),
    ("in the nineteenth century", "18XX"),
    ("by 2030", "../2030"),
    ("until 2014", "../2014"),
    ("after 2014", "2014/.."),
    ("in 1812 with 1500 soldiers", "1812"),
    ("(1644–1912 CE)", "1644/1912"),
    ("in 221 BC", "-0220"),
    ("in FY2019", "2019"),
]


def found(text: str, language: str = "en", before: str = "") -> list[tuple[str, str, bool]]:
    return [(p.span.of(text), p.edtf, p.relative) for p in periods.find(text, language, before)]


@pytest.mark.parametrize(("text", "edtf"), SAID)
def test_a_named_time_is_read_as_edtf(text, edtf):
    assert [(e, r) for _, e, r in found(text)] == [(edtf, False)]


@pytest.mark.parametrize("edtf", sorted({edtf for _, edtf in SAID if edtf != "-0220"}))
def test_every_string_is_edtf_to_another_reader(edtf):
    assert str(parse_edtf(edtf)).replace(" ", "") == edtf


@pytest.mark.parametrize(
    "text",
    ["5G, Su-35, S-400, J-15 and COVID-19", "US$2000", "2000 troops", "2,000 men", "it may march", "Resolution 2231",
     "2,000%-4,000%", "a 1500-kilometre border", "on 45 March"],
)  # fmt: skip
def test_what_is_no_time_gives_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    ["Today", "the past two years", "in the coming years", "last year", "over the last decade", "five years ago",
     "in the decades ahead", "in the past sixty years", "this year", "currently", "That same day", "since then"],
)  # fmt: skip
def test_what_counts_from_the_time_of_writing_is_flagged_and_left_open(text):
    assert [(e, r) for _, e, r in found(text)] == [("", True)]


@pytest.mark.parametrize(
    ("text", "before", "edtf"),
    [
        ("a growth from the same period in 2020", "2021-01/2021-08", "2020-01/2020-08"),
        ("higher than in the same period of the previous year", "2021-01/2021-08", "2020-01/2020-08"),
        ("up from a year earlier", "2021-01/2021-03", "2020-01/2020-03"),
        ("he said the day after the announcement", "2021-09-30", "2021-10-01"),
        ("That same day he left", "2021-09-16", "2021-09-16"),
        ("in the following year", "1981-02", "1982"),
        ("by the end of that year", "1986-07-28", "1986"),
        ("two years later", "2014", "2016"),
        ("three months earlier", "2021-02", "2020-11"),
        ("since the chairman has been in office", "2012/..", "2012/.."),
        ("on 25 March", "2021-02-01", "2021-03-25"),
    ],
)
def test_what_leans_on_a_time_named_before_is_resolved_by_it(text, before, edtf):
    assert [(e, r) for _, e, r in found(text, before=before)] == [(edtf, True)]


def test_a_time_leans_on_the_one_before_it_in_its_own_sentence_first():
    text = "In February 1981 he proposed it, and again the following year."
    assert [(e, r) for _, e, r in found(text, before="1970")] == [("1981-02", False), ("1982", True)]


def test_a_decade_is_not_taken_for_the_day_before_one():
    assert found("On 4 and 5 May 2020", before="")[0][1] == "{2020-05-04,2020-05-05}"


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("de", "seit 2005", "2005/.."),
        ("de", "in den ersten acht Monaten des Jahres 2021", "2021-01/2021-08"),
        ("de", "am 3. Oktober 2020", "2020-10-03"),
        ("de", "in den 1990er Jahren", "199X"),
        ("fr", "les huit premiers mois de 2021", "2021-01/2021-08"),
        ("fr", "entre 2008 et 2018", "2008/2018"),
        ("fr", "le 4 février 2022", "2022-02-04"),
        ("ru", "4 февраля 2022 г.", "2022-02-04"),
        ("ru", "в 2019 и 2020 годах", "{2019,2020}"),
        ("ru", "с 2005 года", "2005/.."),
        ("zh", "2021年3月9日", "2021-03-09"),
        ("zh", "2008年至2018年", "2008/2018"),
        ("en-AU", "4/2/2022", "2022-02-04"),
        ("en-US", "4/25/2022", "2022-04-25"),
        ("en-US", "4/2/2022", "2022"),
    ],
)
def test_other_languages_name_times_too(language, text, edtf):
    assert [e for _, e, _ in found(text, language)] == [edtf]


def test_spans_cover_the_words_that_say_the_time():
    text = "It grew between 2008 and 2018, since then slowly."
    assert [words for words, _, _ in found(text)] == ["between 2008 and 2018", "since then"]


def test_the_articles_relative_times_are_resolved_across_sentences_or_flagged():
    relative = {f.place: [p.edtf for p in f.periods if p.relative] for f in base().facts}
    assert {place: edtfs for place, edtfs in relative.items() if edtfs} == {
        "1.1": [""],
        "1.2": [""],
        "2.2": [""],
        "2.5": ["2020-01/2020-08"],
        "6.2": ["2012/.."],
        "6.3": [""],
        "8.2": [""],
        "18.3": ["2021-09-16"],
        "18.4": ["2021-09-16"],
        "19.7": [""],
    }


def test_a_paragraph_does_not_lean_on_the_time_of_the_one_before():
    from tests.facts.made import base as made
    from tests.facts.made import theme

    facts = made(theme({"pact": 3.0}), "A pact was signed on 4 May 2020.", "That same day it rained.").facts
    assert [p.edtf for p in facts[1].periods] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "FERRIES 1920 authorizes the Crown to sell.",
        "The Ferries Act 1920 and the Harbours Act of 1931 are in force.",
        "It was so held in Pier v. Ferry, 12 U.S. 34, 56 (1999), and in Harbour, 548 F.3d 50, 56 (1st Cir. 2008).",
        "ISSN: 2070-1721, telephone 617-555-2014.",
        "boat1:x:1001:1999:Boat",
        "Keys of up to 2048 bits, a file of 1999 bytes.",
    ],
)
def test_a_number_that_names_a_law_a_case_or_a_line_is_no_year(text):
    assert periods.find(text) == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("Year:2019", "2019"), ("Ports in use: 67 (2024)", "2024"), ("The war of 1939-1945 ended.", "1939/1945")],
)
def test_a_year_beside_signs_and_numbers_is_one(text, edtf):
    assert [p.edtf for p in periods.find(text)] == [edtf]
