"""The line under a chart names each place once, and answers for every fact there."""

from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.evidence import name_grounds
from briefgen.model.brief import Words, plain
from tests import papers
from tests.shops import wording


def test_values_of_one_place_share_its_name_and_all_their_facts_stand_behind_it() -> None:
    first, *others = papers.base().facts
    other = next(f for f in others if f.paragraph == first.paragraph)
    said = name_grounds(((first, ()), (other, ()), (replace(first, paragraph=99), ())), wording(), "the report")
    assert plain(said).count("no note in the source") == 2
    place = next(i for i in said if isinstance(i, Words) and "no note" in i.text)
    assert place.basis == (first.id, other.id)
