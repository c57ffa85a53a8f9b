"""A quote against its slice: the edits it logs, and none but the permitted ones, turn the one into the other."""

from __future__ import annotations

from briefgen.errors import TraceError
from briefgen.model.brief import Edit, Quote
from briefgen.model.source import Source


def check_quote(quote: Quote, source: Source, name: str) -> None:
    """Check one quote.

    Raises:
        TraceError: it is not its slice, or an edit is not one of those permitted.
    """
    out, at = "", quote.span.start
    for edit in quote.edits:
        if edit.span.start < at or edit.span.end > quote.span.end or not _permitted(edit, source):
            raise TraceError(name, f"an edit of the source’s words is not permitted: {edit.why} → ‘{edit.to}’")
        out += source.text[at : edit.span.start] + edit.to
        at = edit.span.end
    out += source.text[at : quote.span.end]
    if out != quote.text:
        raise TraceError(name, f"the source says ‘{out[:80]}’, not ‘{quote.text[:80]}’")


def _permitted(edit: Edit, source: Source) -> bool:
    slice_ = edit.span.of(source.text)
    match edit.why:
        case "line rejoined":
            return edit.to == " " and bool(slice_) and slice_.isspace()
        case "display opening":
            return slice_.isupper() and edit.to.casefold() == slice_.casefold() and _opens(edit, source)
        case "space before Latin":
            before, after = source.text[edit.span.start - 1], source.text[edit.span.start]
            return not slice_ and edit.to == " " and not before.isascii() and before.isalpha() and after.isascii()


def _opens(edit: Edit, source: Source) -> bool:
    """Tell whether nothing but capitals stands between the paragraph's beginning and the edit."""
    starts = [p.span.start for p in source.passages if p.span.start <= edit.span.start < p.span.end]
    return any(source.text[start : edit.span.end].isupper() for start in starts)
