"""What states nothing by itself is told from what does; a document of items keeps them."""

from __future__ import annotations

import pytest

from briefgen.facts.selection import select
from briefgen.facts.statements import silent, why_not
from tests.facts import article, made

SHIPS = made.theme({"ship*": 3})


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Where were the ships?", "is a question"),
        ("The report names three ships:", "announces what it does not say"),
        ("FROM: The Keeper of Ships", "is no whole sentence"),
        ("to send ships, or", "is no whole sentence"),
        ("and the ships were sent.", "is no whole sentence"),
        ("(B) carries the ships.", "is no whole sentence"),
        ("(B) The port carries the ships.", ""),
        ("§ 3553.", "is no whole sentence"),
        ("The Board of Ships for Norland, as representative of the Crown of Norland, Debtor.", "is no whole sentence"),
        ("Read the story of the ships.", "tells its reader what to do"),
        ("See Norland v. Sudland, 12 Ships 34 (1999).", "only points elsewhere"),
        ("(See §9.).", "only points elsewhere"),
        ("(Annex ¶ 12.)", "only points elsewhere"),
        ("Ver Sección 3.5, “Barcos”.", "only points elsewhere"),
        ("Voir le chapitre 3.", "only points elsewhere"),
        ("Consulte barcos(3) sobre los puertos.", "only points elsewhere"),
        ("Norland v. Sudland Ship Co., 12 S.Rep. 34, 36 (1999) (a ship is no bridge).", "only points elsewhere"),
        ("In re Ships of Norland, 1 N.S. 234 (1999).", "only points elsewhere"),
        ("[SHIPS] Ferryman, A., “Ships of Norland”, May 1999, <http://ships.example>.", "only points elsewhere"),
        ("12 N.C. § 34(b)(2) (Harbour 1999).", "only points elsewhere"),
        ("(Id. ) The keeper has no ships.", ""),
        ("(Id. )", "only points elsewhere"),
        ("Table 2 lists the ships of Norland.", "only points elsewhere"),
        ("The number of ships is shown in Fig. 3a,b.", "only points elsewhere"),
        ("A history of the ships can be found in Section 13 of the annals.", "only points elsewhere"),
        ("Table 2 shows that Norland has ships.", ""),
        ("The ships are listed in Table 2, and most of them are old.", ""),
        ("The court followed Norland v. Sudland, 12 S.Rep. 34 (1999).", ""),
        ("On 24 March 1999 Norland’s 19 ships left.", ""),
        ("Permission is granted to copy this list of ships.", "is a notice of rights"),
        ("Copyright (c) 1999 The Keeper of Ships.", "is a notice of rights"),
        ("(c) There are ships of Norland.", ""),
        ("Norland paid $600,000,000 for ships.", ""),
        ("Permission is needed to enter the port.", ""),
        ("... ship1:x:1000:/ports/north ship2:x:1001:/ports/south ...", "is code"),
        ("The list_ships() call counts every ship of Norland.", ""),
        ("Owned by the crown and sold to Sudland.", "is no whole sentence"),
        ("Built by the crown, it was sold to Sudland.", ""),
        ("Norland sent ships.", ""),
        ("“Norland sent ships.”", ""),
        ("eBay sent ships.", ""),
        ("北国派船。", ""),
    ],
)
def test_a_sentence_states_something_or_it_is_said_why_not(words, why):
    assert why_not(words) == why


def test_what_states_nothing_is_left_out_with_the_reason_and_comes_along_where_it_is_needed():
    base = made.base(
        SHIPS, "Norland sent two ships to the south in 2019.", "Which ships were those?", "Ships of Norland",
        "Did Sudland buy ships? It bought nine ships in 2020 from the old king of Norland.",
    )  # fmt: skip
    chosen = select(base, SHIPS)
    assert [f.place for f in chosen.facts] == ["1.1", "4.1", "4.2"]
    assert [(o.fact.place, o.why) for o in chosen.left_out] == [
        ("2.1", "is a question"), ("3.1", "is no whole sentence"),
    ]  # fmt: skip


def test_the_list_of_references_is_no_evidence():
    base = made.base(SHIPS, "Norland sent two ships.", "# References", "Norland wrote a history of all its ships.")
    assert set(silent(base, base.facts).values()) == {"stands under “References”"}


@pytest.mark.parametrize(
    "title",
    [
        "6.1. Normative References",
        "Appendix B Free Software License",
        "Status of This Order",
        "Authors’ Addresses",
        "Review Questions",
        "Glossary",
    ],
)
def test_what_stands_under_a_part_of_the_apparatus_is_no_evidence_whatever_its_number(title):
    base = made.base(SHIPS, "Norland sent two ships.", f"# {title}", "Norland wrote a history of all its ships.")
    assert set(silent(base, base.facts).values()) == {f"stands under “{title}”"}


@pytest.mark.parametrize("title", ["2. The fishing licence", "A history of the authors", "4 Sources of trade"])
def test_a_topic_that_sounds_like_the_apparatus_is_evidence(title):
    base = made.base(SHIPS, "Norland sent two ships.", f"# {title}", "Norland wrote a history of all its ships.")
    assert silent(base, base.facts) == {}


def test_a_source_that_is_a_list_keeps_its_items():
    base = made.base(SHIPS, "Two ships of Norland", "Three ships of Sudland", "Norland sent ships.")
    assert silent(base, base.facts) == {}


def test_rows_that_go_on_from_a_row_above_are_left_out_of_a_document_of_rows():
    base = made.base(
        SHIPS, "Ships of Norland: 12 (1999)", "sailing: 9", "65 feet and over: 3", "Ships of Sudland: none",
        "Ports and Piers", "Ports of Norland: two large and many small ones",
    )  # fmt: skip
    assert list(silent(base, base.facts).values()) == [
        "goes on from a row above it", "goes on from a row above it", "is no whole sentence",
    ]  # fmt: skip


def test_where_nearly_all_rows_begin_low_they_are_the_document():
    base = made.base(SHIPS, "sailing ships: 12", "ships with oars: 9", "all: 21")
    assert silent(base, base.facts) == {}


def test_every_sentence_of_the_article_states_something():
    assert silent(article.base(), article.base().facts) == {}
