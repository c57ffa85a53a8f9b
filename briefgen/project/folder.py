"""Where the project lies, and what it offers by name: themes, sources, templates, wordings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefgen.errors import UsageError
from briefgen.project import config
from briefgen.project.config import Config, load_config
from briefgen.project.files import legible, read_file, shown
from briefgen.records import Spoilt

CARD = "source.toml"
WORDINGS = "templates/wording"


@dataclass(frozen=True)
class Project:
    """A project folder with the package's own one behind it."""

    root: Path
    default: Path
    """The package's own copy of the default project: what a project does not bring is taken from there."""
    out: Path
    """Where papers go unless ``-o`` says otherwise."""
    config: Config
    spoilt: tuple[Spoilt, ...] = ()
    """Schedules that the project file says wrongly; only who asked for them to be spared has any."""

    @cached_property
    def themes(self) -> dict[str, Path]:
        """Theme files by name; a project's own goes before the package's."""
        return self._offered("templates/themes", "*.toml")

    @cached_property
    def templates(self) -> dict[str, Path]:
        """Word templates by name."""
        return self._offered("templates", "*.docx")

    @cached_property
    def wordings(self) -> dict[str, Path]:
        """Wording files by language."""
        return self._offered(WORDINGS, "*.toml")

    @cached_property
    def sources(self) -> dict[str, Path]:
        """Folders of sources by name: this project's only."""
        roots = dict.fromkeys((self.root / "data", self.data))
        found = (card.parent for root in roots for card in sorted(root.glob(f"*/{CARD}")))
        return _named(folder for folder in found if not folder.name.startswith("."))

    @property
    def data(self) -> Path:
        """Where documents are taken in: without a project of one's own, beside its papers."""
        return (self.out.parent if self.root == self.default else self.root) / "data"

    def name_of(self, path: Path) -> str:
        """Say how a file goes by in papers and remarks: from its project on, the same on every machine."""
        for root in (self.root, self.default, self.data.parent):
            if path.is_relative_to(root):
                return legible(path.relative_to(root).as_posix())
        return legible(path.name)

    def _offered(self, folder: str, pattern: str) -> dict[str, Path]:
        both = (self.default, self.root) if self.root != self.default else (self.root,)
        found: dict[str, Path] = {}
        for root in both:
            found |= _named(p for p in (root / folder).glob(pattern) if not p.name.startswith((".", "~")))
        return dict(sorted(found.items()))


def _named(paths: Iterable[Path]) -> dict[str, Path]:
    return {path.stem if path.is_file() else path.name: path for path in paths}


def default_root() -> Path:
    """Find the package's own project: inside the installed package, else the checkout it runs from.

    Raises:
        UsageError: neither is there; the installation is broken.
    """
    package = Path(__file__).resolve().parent.parent
    for root in (package / "default", package.parent):
        if (root / config.NAME).is_file():
            return root
    raise UsageError(str(package), "holds no default project", "install briefgen again")


def open_project(
    chosen: str | Path | None = None, here: Path | None = None, *, sparing: bool = False, copy: Path | None = None
) -> Project:
    """Open the project at ``chosen``, else the nearest one upward, else the package's own with output to ./out.

    Args:
        sparing: whether a schedule that the file says wrongly is left out; else the file is faulty.
        copy: a former project file that is read instead.

    Raises:
        UsageError: there is none at ``chosen``, or its file is faulty.
    """
    here = (here or Path.cwd()).absolute()
    default, root = default_root(), find_root(chosen, here)
    file = copy or (root or default) / config.NAME
    mend = f"`briefgen init {chosen}` makes a project there"
    said, spoilt = load_config(read_file(file, shown(file), UsageError, mend))
    for table in spoilt if not sparing else ():
        raise UsageError(table.remark.where, table.remark.what, table.remark.mend)
    if root is None:
        return Project(default, default, here / "out", said, spoilt)
    return Project(root, default, root / "out", said, spoilt)


def find_root(chosen: str | Path | None, here: Path) -> Path | None:
    """Find the folder of the project that is meant; None where it is the package's own."""
    if chosen is not None:
        return (here / chosen).resolve()
    return next((p for p in (here, *here.parents) if (p / config.NAME).is_file()), None)
