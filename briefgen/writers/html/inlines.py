"""Inlines → HTML. A mark leads to its note and the note back to every mark; foreign words carry their language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

from briefgen.model.brief import (
    Brief,
    Emphasis,
    Flat,
    Inline,
    Inlines,
    Locator,
    NoteEntry,
    NoteRef,
    NoteText,
    Quote,
    Reference,
    Words,
)
from briefgen.model.scripts import tongues


@dataclass(eq=False, slots=True)
class Press:
    """Sets a brief's text, and remembers where each note mark was set."""

    brief: Brief
    anchors: frozenset[str]
    """What a reference may lead to."""
    marks: dict[tuple[str, str], int] = field(default_factory=dict)
    """How many marks of each note (run, label) were set."""

    def inlines(self, inlines: Inlines, *, apart: bool = False) -> str:
        """Set inlines.

        Args:
            apart: whether words of ours stand among the source's and must be told from them.
        """
        return "".join(self._set(inlines, apart))

    def _set(self, inlines: Inlines, apart: bool) -> Iterator[str]:
        last: Inline | None = None
        for inline in inlines:
            if isinstance(inline, Emphasis):
                yield f"<strong>{self.inlines(inline.inlines, apart=apart)}</strong>"
            elif isinstance(inline, NoteRef):
                yield self._mark(inline, comma=isinstance(last, NoteRef))
            else:
                yield self._flat(inline, apart)
            last = inline

    def _flat(self, inline: Flat, apart: bool) -> str:
        match inline:
            case Quote(lang=lang) | NoteText(lang=lang):
                return self.text(inline.text, lang or self.brief.source_language)
            case Words(text=text, lang=lang):
                said = self.text(text, lang or self.brief.language)
                return f'<span class="own">{said}</span>' if apart and text.strip() else said
            case Locator(text=text):
                return f'<span class="locator">{self.text(text, self.brief.language)}</span>'
            case Reference(target, text) if target in self.anchors:
                return f'<a href="#{quote(target)}">{self.text(text, self.brief.language)}</a>'
            case _:
                return escape(getattr(inline, "text", ""), quote=False)

    def text(self, text: str, language: str) -> str:
        """Set plain text of a language; what is not in the paper's own is tagged."""
        said = "".join(_tagged(part, tag) for part, tag in tongues(text, language))
        own = self.brief.language.partition("-")[0]
        return (
            said
            if language.partition("-")[0] == own or not said.strip()
            else f'<span lang="{escape(language)}">{said}</span>'
        )

    def _mark(self, mark: NoteRef, *, comma: bool) -> str:
        """Set a note mark; one right behind another is set apart from it."""
        target, key = f"note-{mark.run}-{mark.label}", (mark.run, mark.label)
        self.marks[key] = self.marks.get(key, 0) + 1
        place = escape(f"mark-{mark.run}-{mark.label}-{self.marks[key]}")
        said = f"{self.brief.label('note')} {mark.label}"
        label = escape(mark.label)
        before = "," if comma else ""
        if target not in self.anchors:
            return f'<sup id="{place}">{before}{label}</sup>'
        link = f'<a id="{place}" href="#{quote(target)}" role="doc-noteref" aria-label="{escape(said)}">{label}</a>'
        return f"<sup>{before}{link}</sup>"

    def ways_back(self, entry: NoteEntry) -> str:
        """Link to each mark of a note: an arrow, with a letter each where there are several."""
        count = self.marks.get((entry.run, entry.label), 0)
        links = []
        for nth in range(1, count + 1):
            said = escape(self.brief.way_back(entry.label, nth, count))
            target = quote(f"mark-{entry.run}-{entry.label}-{nth}")
            arrow = "↑" if count == 1 else f"↑{_letters(nth)}"
            links.append(f' <a href="#{target}" role="doc-backlink" aria-label="{said}">{arrow}</a>')
        return "".join(links)


def _tagged(text: str, language: str) -> str:
    said = escape(text, quote=False)
    return f'<span lang="{language}">{said}</span>' if language else said


def _letters(number: int) -> str:
    """Count as a, b, …, z, aa, ab, and so on."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text
