"""Language → the words that end in a full stop without ending a sentence. A user's own list is added to these."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefgen.facts.numberwords import base
from briefgen.facts.wordlists import collected

TITLES = collected(
    "mr mrs ms messrs dr prof gen lt col maj capt cmdr adm brig sgt rev hon gov sen rep amb pres st ste mt ft "
    "vs cf e.g i.e eg ie viz esp approx ca ed eds trans resp incl "
    "mm mme mlle m p.ex av "
    "z.b d.h u.a v.a bzw ggf vgl hr fr sog usw.u abs "
    "т.е т.к т.н им ул пр просп пл д кв акад проф др.н напр ср см тов гр гос чел"
)
"""Always followed by what they belong to."""

BEFORE_NUMBERS = collected(
    "no nos art arts sec secs para paras p pp fig figs eq ch chap vol vols nr n num op cl app tab "
    "ст п пп рис табл стр гл разд ч № с т"
)
"""Abbreviations only where a number follows: "No. 5", but "the answer is no. He"."""

LATE = collected(
    "u.s u.k u.n e.u u.s.a u.s.s.r d.c p.r.c r.o.c d.p.r.k a.m p.m corp inc ltd co llc plc jr sr ph.d etc al "
    "bn mn tn mln trn pct sq jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun calif "
    "usw etc j.-c exc "
    "г гг в вв тыс млн млрд трлн руб долл т.д т.п др пр н.э мин сек"
)
"""May end a sentence: they do where a word follows that opens one."""

_OPENERS: Mapping[str, frozenset[str]] = {
    "en": collected(
        "the a an in on at by for from with this that these those it its he she they we his her their our there i "
        "however but and moreover meanwhile while when since after before as if although despite both such some "
        "many most all no not nor yet so then thus to what who why how under until during according following its one "
        "you or monday tuesday wednesday thursday friday saturday sunday today"
    ),
    "fr": collected(
        "le la les un une des ce cette ces il elle ils elles on dans en au aux pour par sur mais et selon depuis après"
    ),
    "de": collected(
        "der die das ein eine dieser diese dieses er sie es wir in im am auf bei mit nach seit für aber und doch auch"
    ),
    "es": collected("el la los las un una este esta estos estas en por para con según desde pero y sin al"),
    "ru": collected(
        "это этот эта эти в во на по со с к о об от до из за при однако но и а он она они мы также кроме после "
        "согласно как если что так тем когда поэтому между"
    ),
}


@lru_cache(maxsize=64)
def openers(language: str) -> frozenset[str]:
    """List words that open a sentence; those of English serve a language that is not known."""
    return _OPENERS.get(base(language), _OPENERS["en"])
