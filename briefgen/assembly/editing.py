"""An editor's own words → blocks set apart: labelled, signed, and with the passages they rest on."""

from __future__ import annotations

from briefgen.assembly.workshop import Workshop
from briefgen.editorial.words import supporting
from briefgen.model.brief import Block, Callout, Inlines, Locator, Paragraph, Role, Words
from briefgen.model.editor import Editing, OwnWords


def set_apart(
    shop: Workshop, editing: Editing, words: OwnWords, role: Role, opening: Inlines = ()
) -> tuple[Block, ...]:
    """Set a statement, and under it (behind it in a note or a one-page paper) whose it is and on what it rests.

    Raises:
        EditorialError: its passages do not bear it.
    """
    said, label = (*opening, own(shop, words)), _label(shop, editing, words)
    if shop.brisk or role == "ours":
        small = Locator(shop.wording.text("editor.behind", label=label.text), label.basis)
        return (Paragraph((*said, small), role),)
    return Paragraph(said, role), Paragraph((label,), "ours")


def own(shop: Workshop, words: OwnWords) -> Words:
    """Make words of a statement; its numbers are those of its passages.

    Raises:
        EditorialError: its passages do not bear it.
    """
    return shop.wording.plain(words.text, tuple(fact.id for fact in supporting(words, shop.base)))


def editors_note(shop: Workshop, editing: Editing) -> tuple[Block, ...]:
    """Set an editor's notes in a box; nothing where there is none.

    Raises:
        EditorialError: the passages of one do not bear it.
    """
    if not editing.notes:
        return ()
    if shop.brisk:
        opening = shop.run_in(shop.wording.say("editor.note"))
        return tuple(block for words in editing.notes for block in set_apart(shop, editing, words, "ours", opening))
    blocks = [block for words in editing.notes for block in set_apart(shop, editing, words, "ours")]
    return (Callout((shop.wording.say("editor.note"),), tuple(blocks)),)


def _label(shop: Workshop, editing: Editing, words: OwnWords) -> Words:
    facts = supporting(words, shop.base)
    numbers = list(dict.fromkeys(str(fact.paragraph) for fact in sorted(facts, key=lambda fact: fact.span)))
    listed = shop.wording.text("editor.listed").join(numbers)
    name = "editor.paragraph" if len(numbers) == 1 else "editor.paragraphs"
    places = shop.wording.text(name, n=listed, listed=listed)
    label = "editor.label-short" if shop.brisk else "editor.label"
    return shop.wording.say(label, tuple(f.id for f in facts), signed=editing.signed, places=places)
