from __future__ import annotations

from briefgen.facts import audit
from tests.facts.article import base
from tests.facts.made import base as made
from tests.facts.made import theme


def test_every_number_of_the_article_is_explained():
    assert audit(base()) == ()


def test_a_number_no_rule_explains_is_named_with_its_place():
    found = audit(made(theme({"pact": 3.0}), "All is well.", "It rained. The five agreed, then three more left."))
    assert [(r.where, "“three”" in r.what) for r in found] == [("2.2", True)]


def test_quantities_times_designations_and_ordinals_are_explained():
    text = (
        "On 4 May 2020 the two countries sold 24 Su-35s for US$5 billion, the third such deal, half-heartedly at 5 p.m."
    )
    assert audit(made(theme({"pact": 3.0}), text)) == ()
