"""Commission of a new text → what a person should look at in it. It is read as a build reads it; nothing is written."""

from __future__ import annotations

import json
from collections.abc import Iterator

from briefgen.errors import Remark
from briefgen.marks.prices import CONFIRM
from briefgen.model.commission import Commission
from briefgen.model.source import File, Source
from briefgen.pipeline.study import find_facts
from briefgen.readers import carry_on, read_card

_NEAR = 40


def doubts(commission: Commission) -> tuple[Remark, ...]:
    """List the remarks on a source, what people wrote that fits it no more, and every doubtful note mark.

    Raises:
        SourceError: the document is empty, is not text, or is refused.
        EditorialError: what lies beside it is faulty.
    """
    base = find_facts(commission)
    return (*base.source.remarks, *base.remarks, *_doubtful(base.source))


def renew_card(card: File, document: File, former: File) -> File:
    """Note in a card its document's new hash, and what the decisions beside it were made on: the former document.

    Raises:
        EditorialError: the card is faulty.
    """
    return carry_on(card, document, read_card(card).origin, None, former)


def comparable(trace: bytes, commission: Commission) -> bool:
    """Tell whether a former trace says what its paper states, and is of this very paper.

    Those of early versions do not say it; a plan may have come to order other themes, or another length, since.
    """
    try:
        brief = json.loads(trace)["brief"]
        same = (brief["imprint"]["source_name"], tuple(brief["themes"])) == (commission.source, commission.themes)
        return "stated" in brief and same and brief.get("length", commission.length) == commission.length
    except (ValueError, LookupError, TypeError):
        return False


def _doubtful(source: Source) -> Iterator[Remark]:
    for mark in source.marks:
        if mark.margin < CONFIRM:
            before = " ".join(source.text[max(0, mark.at - _NEAR) : mark.at].split())
            what = f"taken for note mark {mark.label} without being sure: ‘…{before}{mark.label}’"
            yield Remark(source.card.file or source.name, what, "confirm it in marks.csv")
