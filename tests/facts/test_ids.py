from __future__ import annotations

import re

from briefgen.facts import ids


def test_an_id_is_the_source_and_ten_hex_digits():
    assert re.fullmatch(r"harbour-[0-9a-f]{10}", ids.fact_id("harbour", "It grew."))


def test_a_new_setting_keeps_the_id():
    one = ids.fact_id("x", "The ‘pact’ — signed in 2019 – was\nThe  first.")
    assert one == ids.fact_id("x", "the 'pact' - signed in 2019 — was the first.")
    assert one == ids.fact_id("x", " The “pact” — signed in 2019 - was The\u00a0first. ")


def test_other_words_or_numbers_give_another_id():
    assert len({ids.fact_id("x", words) for words in ("It grew.", "It grew", "It grew 2.", "It grew 3.")}) == 4


def test_equal_sentences_of_a_source_are_numbered():
    named = ids.assign("x", ["It grew.", "It fell.", "It grew.", "IT GREW."])
    assert named[2] == f"{named[0]}-2"
    assert named[3] == f"{named[0]}-3"
    assert len(set(named)) == 4
