"""The first page: what this is, how new its evidence is, whose words these are, and the bottom line."""

from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.citing import cite
from briefgen.assembly.editing import set_apart
from briefgen.assembly.workshop import Workshop, judged_by, newest
from briefgen.model.brief import Block, Bullets, Inlines, Paragraph, Part, Words
from briefgen.model.fact import JUDGED


def make_front(shop: Workshop) -> Part:
    """Make the front block: two paragraphs, and a marking and a contact where there are any."""
    say, card = shop.wording.say, shop.source.card
    blocks: list[Block] = []
    if shop.commission.marking:
        blocks.append(Paragraph((shop.wording.plain(shop.commission.marking),), "marking"))
    prepared = say("front.prepared", date=shop.wording.day(shop.commission.date))
    dated = say("front.published", date=shop.wording.period(card.published)) if card.published else None
    source_line = (dated or say("front.unpublished"), _space(shop), say("front.sources"), _space(shop), _newest(shop))
    blocks.append(Paragraph((prepared, say("front.then"), *source_line), "front"))
    if shop.commission.contact:
        blocks.append(Paragraph((say("front.contact", contact=shop.commission.contact),), "front"))
    rights = (_space(shop), _rights(shop)) if card.rights else ()
    blocks.append(Paragraph((*_whose(shop), *rights), "rights"))
    return Part("front", "", tuple(blocks))


def _rights(shop: Workshop) -> Words:
    """Print the rights as they stand on the card; in what language, where it is not the paper's."""
    card, spoken = shop.source.card, shop.commission.language.partition("-")[0]
    ours = any(said.rights == card.rights and said.language.partition("-")[0] == spoken for said in card.said)
    foreign = not ours and card.language.partition("-")[0] != spoken
    return replace(shop.wording.plain(card.rights), lang=card.language if foreign else "")


def _space(shop: Workshop) -> Words:
    return shop.wording.plain(" ")


def _whose(shop: Workshop) -> Inlines:
    whose = shop.wording.say("front.whose")
    if shop.commission.language.partition("-")[0] == shop.source.card.language.partition("-")[0]:
        return (whose,)
    return whose, _space(shop), shop.wording.say("front.language")


def _newest(shop: Workshop) -> Words:
    here, there = newest(shop.facts), newest(shop.base.facts)
    if not here or not there:
        return shop.wording.say("front.undated")
    words = [shop.wording.period(found[0]) for found in (here, there)]
    basis = (here[1].id, there[1].id)
    if words[0] == words[1]:
        return shop.wording.say("front.newest-same", basis, here=words[0])
    return shop.wording.say("front.newest", basis, here=words[0], there=words[1])


def make_bottom_line(shop: Workshop) -> Part | None:
    """Let the source state its one most telling sentence; None where no sentence can stand alone."""
    blocks: list[Block] = []
    title, label = shop.titled("titles.bottom-line")
    for strand in shop.strands:
        lead = strand.selection.lead
        if strand.editing and strand.editing.bottom_line:
            blocks += set_apart(shop, strand.editing, strand.editing.bottom_line, "bottom-line", label)
        elif lead is not None and len(shop.facts) > 1:  # else the body says nothing but it
            opens = "front.judges" if lead.kind in JUDGED else "front.states"
            inlines = (*label, shop.wording.say(opens), *cite(shop.source, lead.span), shop.wording.say("front.closes"))
            blocks.append(Paragraph(inlines, "bottom-line"))
    return Part("bottom-line", title, tuple(blocks)) if blocks else None


def make_key_points(shop: Workshop) -> Part | None:
    """List the key points; None where the evidence is short and the sections stand on page 1 themselves."""
    points = {f.id: f for strand in shop.strands for f in strand.selection.points}
    items = tuple((*judged_by(shop, fact.kind), *cite(shop.source, fact.span)) for fact in points.values())
    return Part("key-points", shop.wording.text("titles.key-points"), (Bullets(items, "key-point"),)) if items else None
