"""What the user ordered → Commissions, each with every file that may go into its paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefgen.errors import EditorialError, UnknownName, UsageError
from briefgen.model.commission import Commission
from briefgen.model.source import File
from briefgen.project.config import NAME, Standing
from briefgen.project.files import legible, read_file
from briefgen.project.folder import WORDINGS, Project
from briefgen.project.markings import settle_marking
from briefgen.project.naming import check_apart, check_stem
from briefgen.project.settings import Setting, choose_date, read_password, settle
from briefgen.project.sources import default_source, supply
from briefgen.project.tongue import language_of
from briefgen.project.versions import find_versions

FORMATS = ("docx", "pdf", "html", "md")
USUAL = ("docx", "pdf")
"""Formats of a paper for which none is named."""
LENGTHS = ("one-page", "standard", "full")
STANDARD = "standard"
LANGUAGE = "en"
"""Of our own words where nothing says it."""

Files = tuple[tuple[str, File], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What the user typed; None and empty where nothing was."""

    names: tuple[str, ...] = ()
    """Themes, or one brief of the project file."""
    each: bool = False
    """Whether every theme makes a paper of its own; else they make one together."""
    source: str | None = None
    template: str | None = None
    language: str | None = None
    marking: str | None = None
    formats: tuple[str, ...] = ()
    lengths: tuple[str, ...] = ()
    date: str | None = None
    name: str | None = None
    overrides: bool = True
    """Whether the editor's decisions are applied."""
    editor: bool = True
    """Whether the editor's own words are printed."""
    since: str | None = None
    """Path of a former issue's trace, with which the paper is compared."""
    review: bool = False
    """Whether the checking sheet stands behind the paper."""
    attach_data: bool = False
    """Whether the data travel in the PDF."""
    encrypt: bool = False
    """Whether the PDF opens with a password only."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One paper of an order: what it is called and what it treats."""

    name: str
    themes: tuple[str, ...]


def gather(project: Project, order: Order) -> tuple[Commission, ...]:
    """Make one commission a paper, all inputs read.

    Raises:
        UnknownName: a theme, brief, source, template, format, length or language is unknown.
        UsageError: two papers would have one name, or a name is no name.
        SourceError: the source is missing.
        EditorialError: a template or a card is missing or faulty, or the marking would be lowered.
    """
    brief = _brief(project, order)
    where = f"{NAME} [brief.{order.names[0]}]" if brief else ""
    papers = _papers(project, order, brief)
    brief = brief or Standing(papers[0].themes)
    usual = brief.length or STANDARD
    for option, wanted in (("--attach-data", order.attach_data), ("--encrypt", order.encrypt)):
        if wanted and "pdf" not in (order.formats or brief.formats or USUAL):
            raise UsageError(option, "is for PDF, and none is ordered", "add pdf to the formats")
    lengths = _known("length", order.lengths or (usual,), LENGTHS, "--length" if order.lengths else where)
    basis = _basis(project, order, brief, where)
    named = (basis.source,) if basis.source != (brief.source or default_source(project)) else ()
    stems = {(p, n): "-".join((*named, p.name, *(() if n == usual else (n,)))) for p in papers for n in lengths}
    check_apart(stems.values())
    if order.since is not None and len(stems) > 1:
        raise UsageError("--since", f"is the trace of one paper, and {len(stems)} are ordered", "order one at a time")
    return tuple(
        replace(basis, name=check_stem(stem, "the command line"), themes=paper.themes, length=length)
        for (paper, length), stem in stems.items()
    )


def check_names(project: Project, order: Order) -> None:
    """Look whether the themes and briefs of an order are there; nothing is read.

    Raises:
        UnknownName: one is not.
        UsageError: a brief bears the name of a theme, or is ordered together with another name.
    """
    _papers(project, order, _brief(project, order))


def inquire(project: Project, source: str | None, overrides: bool = True) -> Commission:
    """Commission no paper, only the study of a source.

    Args:
        overrides: whether the editor's decisions are applied.

    Raises:
        UnknownName: no source is called so.
        SourceError: the source is missing.
        EditorialError: its card is faulty.
    """
    place = (project.config.project.source, f"{NAME} [project]")
    taken = supply(project, settle("source", source, place))
    day, given = choose_date(None)
    return Commission(
        name="", themes=(), source=taken.name, length="", language="", formats=(), date=day, date_given=given,
        marking="", organisation="", contact="", files=(*_decided(taken.files, overrides), *_themes(project)),
        overrides=overrides,
    )  # fmt: skip


def _basis(project: Project, order: Order, brief: Standing, where: str) -> Commission:
    """Settle what all papers of an order share.

    Args:
        where: the brief's place in the project file; empty where the order names none.
    """
    said, place = project.config.project, f"{NAME} [project]"
    paper, furniture = project.config.paper, f"{NAME} [paper]"
    template = _template(project, settle("template", order.template, (brief.template, where), (said.template, place)))
    language = settle("language", order.language, (said.language, place), (_spoken(project, template), template.name))
    taken = supply(project, settle("source", order.source, (brief.source, where), (said.source, place)))
    marking = settle("marking", order.marking, (paper.marking, furniture))
    dress = (*_wording(project, language), ("template", template), *_fonts(project))
    day, given = choose_date(order.date)
    return Commission(
        name="", themes=(), source=taken.name, length="", language=language.value,
        formats=_known("format", order.formats or brief.formats or USUAL, FORMATS, "-f" if order.formats else where),
        date=day, date_given=given,
        marking=settle_marking(legible(marking.value), marking.where, taken.marking),
        organisation=legible(settle("organisation", None, (paper.organisation, furniture)).value),
        contact=legible(settle("contact", None, (paper.contact, furniture)).value),
        embed_fonts=paper.embed_fonts,
        word_only=paper.endnotes == "word",
        files=(*_edited(_decided(taken.files, order.overrides), order.editor), *_themes(project), *dress),
        overrides=order.overrides,
        versions=find_versions(),
        previous=_former(order.since),
        previous_given=order.since is not None,
        attach_data=order.attach_data,
        review=order.review,
        password=read_password() if order.encrypt else "",
    )  # fmt: skip


def _former(since: str | None) -> bytes | None:
    path = Path(since) if since is not None else None
    return read_file(path.absolute(), path.name, EditorialError, "check the path").content if path else None


def _edited(files: Files, editor: bool) -> Files:
    """Leave the editor's own words out where they are not wanted."""
    return tuple((role, file) for role, file in files if editor or not role.startswith("editor:"))


def _decided(files: Files, overrides: bool) -> Files:
    """Leave the editor's decisions away where they are not to be applied."""
    return tuple((role, file) for role, file in files if overrides or role != "overrides")


def _brief(project: Project, order: Order) -> Standing | None:
    """Find the one brief that the order names, if it names one."""
    named = [name for name in order.names if name in project.config.brief]
    for name in named:
        if name in project.themes:
            raise UsageError(f"{NAME} [brief.{name}]", "bears the name of a theme", "call the brief otherwise")
        if len(order.names) > 1:
            raise UsageError("the command line", f"“{name}” is a brief with settings of its own", "build it alone")
    return project.config.brief[named[0]] if named else None


def _papers(project: Project, order: Order, brief: Standing | None) -> tuple[_Wanted, ...]:
    themes = brief.themes if brief else tuple(dict.fromkeys(order.names))
    where = f"{NAME} [brief.{order.names[0]}]" if brief else "the command line"
    for theme in themes:
        if theme not in project.themes:
            kind = "theme" if brief or not project.config.brief else "theme or brief"
            raise UnknownName.among(where, kind, theme, {*project.themes, *(() if brief else project.config.brief)})
    if not themes:
        raise UsageError("the command line", "no theme is named", "`briefgen list themes` lists them")
    if order.each:
        return tuple(_Wanted(order.name or theme, (theme,)) for theme in themes)
    return (_Wanted(order.name or (order.names[0] if brief else "+".join(themes)), themes),)


def _known(kind: str, names: Iterable[str], known: tuple[str, ...], where: str) -> tuple[str, ...]:
    """Give names in their known order, each once."""
    names = tuple(names)
    for name in names:
        if name not in known:
            raise UnknownName.among(where, kind, name, known)
    return tuple(name for name in known if name in names)


def _themes(project: Project) -> Iterable[tuple[str, File]]:
    """Read every theme: what belongs to one is measured against all others."""
    for name, path in project.themes.items():
        yield f"theme:{name}", read_file(path, project.name_of(path), EditorialError)


def _fonts(project: Project) -> Iterable[tuple[str, File]]:
    """Read the fonts that a project brings; the package's own are known by its version."""
    folder = project.root / "templates" / "fonts"
    if project.root != project.default:
        for path in sorted(path for ending in ("ttf", "otf") for path in folder.glob(f"*.{ending}")):
            yield f"font:{path.name}", read_file(path, project.name_of(path), EditorialError)


def _spoken(project: Project, template: File) -> str:
    """Choose the wording of a template's own language; English where there is none of it."""
    said = language_of(template)
    return next((name for name in (said, said.partition("-")[0]) if name in project.wordings), LANGUAGE)


def _wording(project: Project, language: Setting) -> Iterator[tuple[str, File]]:
    """Read the wording, and the package's own behind a project's."""
    if language.value not in project.wordings:
        raise UnknownName.among(language.where, "language", language.value, project.wordings)
    path = project.wordings[language.value]
    yield "wording", read_file(path, project.name_of(path), EditorialError)
    shipped = project.default / WORDINGS / path.name
    if path != shipped and shipped.is_file():
        yield "wording-shipped", read_file(shipped, shipped.name, EditorialError)


def _template(project: Project, chosen: Setting) -> File:
    if chosen.value in project.templates:
        path = project.templates[chosen.value]
    else:
        path = ((Path.cwd() if chosen.typed else project.root) / chosen.value).resolve()
        if not path.exists() and not path.suffix and Path(chosen.value).name == chosen.value:
            raise UnknownName.among(chosen.where, "template", chosen.value, project.templates)
    return read_file(path, project.name_of(path), EditorialError, f"{chosen.where} names it")
