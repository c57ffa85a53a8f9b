"""Inlines → pieces. The one place where a brief's text becomes type, and where a missing letter is met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final
from unicodedata import bidirectional, combining, normalize
from unicodedata import name as character_name

from briefgen.errors import OutputError
from briefgen.fonts import folder, letters, missing
from briefgen.model.brief import Brief, Emphasis, Inline, Inlines, Locator, NoteRef, NoteText, Quote, Reference, Words
from briefgen.model.look import CHARACTER_STYLE_OF, STYLE_OF, Look, Style
from briefgen.model.scripts import tongues
from briefgen.model.source import File
from briefgen.writers.pdf.pieces import Ink, Piece
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.typefaces import typeface

_MARK_SIZE, _MARK_RISE = 0.68, 0.34
"""Of a note mark, in sizes of the text around it."""
_BLANK: Final = str.maketrans({"\n": " ", "\t": " ", "\r": " ", "\ufeff": "\u2060"})
_MIXED_ROLES: Final = ("body", "bullet", "key-point", "bottom-line")
"""Where the source's words stand in ordinary type, so that ours among them are set apart."""


@dataclass(eq=False, slots=True)
class Compositor:
    """Sets a brief's text in the styles of a look, and remembers where each note mark was set."""

    brief: Brief
    look: Look
    anchors: frozenset[str]
    """What a reference may lead to."""
    place: str = ""
    """Where in the paper it is at, for messages."""
    marks: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Anchors of the marks of each note (run, label), in reading order."""

    def style(self, role: str) -> Style:
        """Find the paragraph style of a role."""
        return self.look.style(STYLE_OF[role])

    def ink(self, style: Style, bold: bool = False) -> Ink:
        """Give the ink of a paragraph style."""
        face = typeface(style.face, style.bold or bold, style.italic, self.look.fonts)
        return Ink(face, style.size, style.colour)

    def words(self, text: str, style: Style, element: Element | None, anchor: str = "") -> Piece:
        """Set our own words plainly, those of headers and labels too."""
        return Piece(self._printable(text, style), self.ink(style), element, anchor=anchor)

    def pieces(self, inlines: Inlines, role: str, element: Element) -> tuple[Piece, ...]:
        """Set inlines in the style of a role."""
        return self.set_pieces(inlines, self.style(role), element, apart=role in _MIXED_ROLES)

    def set_pieces(self, inlines: Inlines, style: Style, element: Element, apart: bool = False) -> tuple[Piece, ...]:
        """Set inlines in a style.

        Args:
            inlines: what to set.
            style: what they look like.
            element: what holds them.
            apart: whether words of ours are told from the source's.
        """
        return tuple(self._pieces(inlines, style, element, apart, bold=False))

    def _pieces(self, inlines: Inlines, style: Style, element: Element, apart: bool, bold: bool) -> Iterator[Piece]:
        last: Inline | None = None
        for inline in inlines:
            if isinstance(inline, Emphasis):
                yield from self._pieces(inline.inlines, style, element, apart, bold=True)
            elif isinstance(inline, NoteRef):
                if isinstance(last, NoteRef):
                    yield Piece(",", self._raised(style), element)
                yield self._mark(inline, style, element)
            elif isinstance(inline, Reference) and inline.target in self.anchors:
                text = self._printable(inline.text, style)
                link = element.inline("Reference").inline("Link")
                yield Piece(text, self.tinted(style, "link", bold), link, inline.target, text)
            else:
                yield from self._text(inline, style, element, apart and isinstance(inline, Words), bold)
            last = inline

    def _text(
        self,
        inline: Quote | NoteText | Words | Reference | Locator,
        style: Style,
        element: Element,
        ours: bool,
        bold: bool,
    ) -> Iterator[Piece]:
        """Set plain text by language; of words of ours the blanks around them lie outside their ground."""
        plain = self.ink(style, bold)
        ink = self.tinted(style, "locator", bold) if isinstance(inline, Locator) else plain
        text, own = self._printable(inline.text, style), self._language(inline)
        core = text.strip(" ") if ours else text
        start = text.find(core)
        if start or not core:
            yield Piece(text[:start] if core else text, plain, element)
        ink = self.tinted(style, "ours", bold) if ours else ink
        yield from (Piece(part, ink, _spoken(element, tag)) for part, tag in _tongues(core, own, self.brief))
        if end := text[start + len(core) :] if core else "":
            yield Piece(end, plain, element)

    def _mark(self, mark: NoteRef, style: Style, element: Element) -> Piece:
        """Set a note mark: a link to its note, and a place the note's list leads back to."""
        anchors = self.marks.setdefault((mark.run, mark.label), [])
        anchors.append(f"mark-{mark.run}-{mark.label}-{len(anchors) + 1}")
        said = f"{self.brief.label('note')} {mark.label}"
        target = f"note-{mark.run}-{mark.label}"
        text = self._printable(mark.label, style)
        if target not in self.anchors:
            return Piece(text, self._raised(style), element, anchor=anchors[-1])
        link = element.inline("Reference").inline("Link", alt=said)
        return Piece(text, self._raised(style), link, target, said, anchors[-1])

    def _raised(self, style: Style) -> Ink:
        ink = self.tinted(style, "mark")
        return replace(ink, size=style.size * _MARK_SIZE, rise=style.size * _MARK_RISE)

    def tinted(self, style: Style, role: str, bold: bool = False) -> Ink:
        """Give the ink of a character style within a paragraph: its colour, slope, ground and size."""
        own = self.look.style(CHARACTER_STYLE_OF[role])
        face = typeface(own.face if role in ("locator", "ours") else style.face, style.bold or own.bold or bold,
                        style.italic or own.italic, self.look.fonts)  # fmt: skip
        size = style.size * own.size / self.style("body").size
        return Ink(face, size, own.colour if own.colour != "000000" else style.colour, shade=own.shade)

    def _language(self, inline: Inline) -> str:
        """Say which language an inline is known to be in."""
        if isinstance(inline, Quote | NoteText):
            return inline.lang or self.brief.source_language
        return getattr(inline, "lang", "") or self.brief.language

    def _printable(self, text: str, style: Style) -> str:
        """Give a text with line ends as blanks and accents on their letters.

        Raises:
            OutputError: one of its characters is in no font.
        """
        text = text.translate(_BLANK)
        if text.isascii() and text.isprintable():
            return text
        if any(map(combining, text)):
            text = _accented(text, style.face, self.look.fonts)
        if lacking := missing(text, style.face, self.look.fonts):
            raise self._lacking(lacking[0], text)
        return text

    def _lacking(self, letter: str, text: str) -> OutputError:
        char = letter[-1]
        at = max(0, text.index(letter) - 20)
        shape = letter if letter.isprintable() else "?"
        said = f"“{shape}” (U+{ord(char):04X} {character_name(char, 'without a name').lower()})"
        what, mend = "is in no font", "put a static TrueType font that has it into templates/fonts of the project"
        if bidirectional(char) in ("R", "AL"):
            mend = "text that runs from right to left is set in Word only: -f docx, or exclude it in overrides.csv"
        elif "IDEOGRAPH" in character_name(char, ""):
            mend = f"make the Chinese faces with it: python {folder() / 'make.py'} {char} (extra “fonts”)"
        elif not char.isprintable():
            mend = "take the control character out of the text"
        elif len(letter) > 1:
            what = f"has an accent that no font can put on “{letter[0]}”"
        shown = "".join(c if c.isprintable() else "\ufffd" for c in text[at : at + 41]).strip()
        return OutputError(f"{self.brief.name}, {self.place}", f"{said} {what}, in “{shown}”", mend)


def _accented(text: str, family: str, own: tuple[File, ...]) -> str:
    """Give letters drawn with their accents where there are such; else those that an accent can be put over."""
    composed = letters(normalize("NFC", text))
    return "".join(normalize("NFD", c) if len(c) > 1 and missing(c, family, own) else c for c in composed)


def _spoken(element: Element, tag: str) -> Element:
    return element.inline("Span", lang=tag) if tag else element


def _tongues(text: str, own: str, brief: Brief) -> Iterator[tuple[str, str]]:
    """Cut a text by language: (part, BCP 47 tag, empty for the paper's own)."""
    outer = "" if _alike(own, brief.language) else own
    # A voice reads a language, in whichever characters it is written.
    yield from ((part, tag.partition("-")[0] or outer) for part, tag in tongues(text, own))


def _alike(one: str, other: str) -> bool:
    """Tell whether two tags are read by one voice: language and script are the same, whatever the country."""
    (language, *more), (other_language, *others) = one.split("-"), other.split("-")
    scripts = [[tag for tag in tags if len(tag) == 4] for tags in (more, others)]
    return language == other_language and scripts[0] == scripts[1]
