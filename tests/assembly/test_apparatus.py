from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.annex import list_words, words_in
from briefgen.assembly.apparatus import weigh
from briefgen.assembly.limits import make_limits
from briefgen.assembly.people import make_people
from briefgen.assembly.positions import make_positions
from briefgen.assembly.sections import make_sections
from briefgen.assembly.statement import make_statement
from briefgen.assembly.workshop import APPARATUS
from briefgen.model.dossier import Dossier
from briefgen.model.editor import Editing, OwnWords
from tests import papers, shops
from tests.assembly.test_people import LIN, SIGNER
from tests.assembly.test_positions import ROWS, held

EVERY = ("positions", "people", "left-out", "used")


def test_a_full_paper_has_all_of_it_a_one_page_paper_nothing_a_standard_one_what_stays_lighter_than_its_body():
    assert weigh(shops.shop(1, length="full")) == APPARATUS
    assert weigh(shops.shop(1, length="one-page")) == ()
    assert weigh(shops.shop(1)) == ()


def test_a_full_paper_counts_what_it_leaves_out_where_the_list_would_be_longer_than_the_body():
    shop = shops.shop(1, length="full")
    strand = shop.strands[0]
    many = replace(strand.selection, left_out=strand.selection.left_out[:1] * 200)
    crowded = replace(shop, strands=(replace(strand, selection=many),))
    assert "left-out" in weigh(crowded), "each passage is listed once"
    facts = [replace(f, id=f"harbour-{n}") for n in range(10, 300) for f in papers.base().facts[-1:]]
    every = replace(many, left_out=tuple(replace(many.left_out[0], fact=f) for f in facts))
    crowded = replace(shop, strands=(replace(strand, selection=every),))
    assert weigh(crowded) == ("positions", "people", "used")


def told(*printed):
    base = replace(papers.base(), dossier=Dossier((LIN, SIGNER), held(*ROWS)))
    return shops.shop(*printed, base=base, drawn=False)


def test_positions_come_first_then_people_then_what_is_left_out_and_what_is_used_last():
    shop = told(1, 2, 4)
    weights = [words_in(make_positions(shop)), words_in(make_people(shop)), list_words(shop, "left-out"),
               list_words(shop, "used")]  # fmt: skip
    fixed = words_in(make_limits(shop)) + words_in(make_statement(shop))
    for several in range(1, 5):
        body = fixed + sum(weights[:several])
        assert set(weigh(with_body(shop, body))) == set(EVERY[:several])


def with_body(shop, words):
    """Let an editor's note make the body as long as wanted."""
    note = OwnWords("", ("1.1",), "here")
    strand = shop.strands[0]

    def noted(count):
        editing = Editing("us", notes=(replace(note, text=" ".join(["so"] * count)),))
        return replace(shop, strands=(replace(strand, editing=editing),))

    fixed = words_in(make_sections(noted(1))) - 1
    statement = words_in(make_statement(noted(1))) - words_in(make_statement(shop))
    return noted(words - fixed + statement)
