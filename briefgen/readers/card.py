"""source.toml → Card. What nobody knows stays empty: no title, author or date is guessed."""

from __future__ import annotations

import re

from briefgen.errors import EditorialError
from briefgen.model.source import Card, File
from briefgen.records import load_toml

# RFC 5646, the part that occurs: language, script, region.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")


def read_card(file: File) -> Card:
    """Read the card of a source.

    Raises:
        EditorialError: no TOML, an unknown key, a value of the wrong kind, or no subject.
    """
    card = load_toml(file, Card, EditorialError)
    if not card.subject.strip():
        raise EditorialError(file.name, "“subject” is empty", "say in a few words what the document is about")
    if not _LANGUAGE.fullmatch(card.language):
        raise EditorialError(
            file.name, f"“language” is “{card.language}”, no language tag", "write en, en-AU, fr, zh …"
        )
    if card.notes_expected is not None and card.notes_expected < 0:
        raise EditorialError(file.name, "“notes_expected” is below nought", "leave it away where it is not known")
    if card.numbering is not None and card.numbering < 1:
        raise EditorialError(file.name, "“numbering” is below one", "count numberings from 1")
    return card
