"""source.toml ↔ Card. What nobody knows stays empty: no title, author or date is guessed."""

from __future__ import annotations

import re
from pathlib import PurePath

from briefgen.errors import EditorialError
from briefgen.model.source import Card, File, Source
from briefgen.readers.language import language_of
from briefgen.records import dump_toml, load_toml

# RFC 5646, the part that occurs: language, script, region.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")

_TABLE = re.compile(r"^[ \t]*\[", re.M)
"""A key below it would be the table's."""

_NEW = """\
# What is known of this source. Nothing is guessed: fill in what you know and take away the # before it.
{known}
# Printed as it stands on page 1: who holds the rights, and what they allow.
rights = "Rights were not stated with the copy supplied and must be cleared before publication."
# author = ""
# title = ""
# publisher = ""
# published = ""
# marking = ""
"""


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


def start_card(name: str) -> File:
    """Write the card of a document that nothing is known of yet."""
    known = dump_toml(Card(name.replace("-", " ").capitalize(), language="en")).splitlines()
    wanted = [line for line in known if line.startswith(("subject", "called", "language"))]
    return File("source.toml", _NEW.format(known="\n".join(wanted)).encode())


def carry_on(card: File, document: File, origin: str, numbering: int | None, former: File | None) -> File:
    """Put what is known of a document's copy into its card; every other line stays as it is.

    Args:
        former: the document that was there before.
    """
    text = card.content.decode("utf-8-sig")
    if origin:
        text = _with(text, "origin", origin)
        text = _with(text, "origin_sha256", document.sha256)
    text = _with(text, "file", PurePath(document.name).name)
    if numbering is not None:
        text = _with(text, "numbering", numbering)
    made = File(card.name, text.encode())
    if former and former.sha256 == document.sha256:
        return made
    return note_fit(made, (former or document).sha256)


def note_fit(card: File, sha256: str) -> File:
    """Put into a card which document all fitted that people wrote beside it.

    Args:
        sha256: of that document.
    """
    return File(card.name, _with(card.content.decode("utf-8-sig"), "fitted_sha256", sha256).encode())


OPENING = 3
"""Passages among which a document's title stands."""
_RUBRIC = re.compile(
    r"\W*(?:(?:chapter|part|section|chapitre|kapitel|capítulo)?\s*[\dIVX.]*\W*)"
    r"(?:introduction|abstract|(?:executive )?summary|overview|background|preface|foreword|purpose"
    r"|(?:table of )?contents|einleitung|zusammenfassung|vorwort|inhalt"
    r"|résumé|avant-propos|préface|sommaire|introducción|resumen|prólogo)?\W*",
    re.I,
)
"""Names a kind of text, not what it is about."""


def fill_in(card: File, source: Source) -> File:
    """Put into a new card what its document says itself: its title, and the language it is in."""
    text = card.content.decode()
    if title := _title(source):
        text = _with(text, "subject", title)
    return File(card.name, _with(text, "language", language_of(source.text)).encode())


def _title(source: Source) -> str:
    """Find the title a document opens with, be it below a block of names and dates; a rubric is none."""
    for passage in source.passages[:OPENING]:
        words = " ".join(passage.span.of(source.text).split())
        if passage.kind == "heading":
            return words if passage.level == 1 and not _RUBRIC.fullmatch(words) else ""
        if words.endswith((".", "!", "?")) and not _is_named(words):
            return ""
    return ""


def _is_named(words: str) -> bool:
    """Tell whether most words are names, as in a block of authors and offices ("A. Ferryman, Ed.")."""
    letters: list[str] = re.findall(r"[^\W\d_]+", words)
    return 2 * sum(word[0].isupper() for word in letters) > len(letters)


def _with(text: str, key: str, value: str | int) -> str:
    """Set one key of a card and leave its other lines as they are."""
    line = f"{key} = {value if isinstance(value, int) else _quoted(value)}"
    table = _TABLE.search(text)
    head, rest = (text[: table.start()], text[table.start() :]) if table else (text, "")
    if re.search(rf"^{key} *=", head, re.M):
        return re.sub(rf"^{key} *=.*$", lambda _: line, head, count=1, flags=re.M) + rest
    return f"{head.rstrip()}\n{line}\n" + (f"\n{rest}" if rest else "")


def _quoted(words: str) -> str:
    return dump_toml(Card(words)).splitlines()[0].partition(" = ")[2]
