"""The package's own project → a folder of the user's, whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from briefgen.errors import OutputError
from briefgen.project.config import NAME
from briefgen.project.files import reason
from briefgen.project.folder import default_root

PARTS = ("templates", "data")


def start_project(folder: str) -> Path:
    """Copy the package's own project into a new or empty folder.

    Raises:
        OutputError: the folder holds something, or cannot be written.
    """
    target = Path(folder).absolute()
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise OutputError(folder, "is there already and not empty", "choose another folder")
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as scratch:
            made = Path(scratch) / "project"
            _copy(default_root(), made)
            if target.exists():
                target.rmdir()
            made.rename(target)
    except OSError as fault:
        raise OutputError(folder, f"cannot be made: {reason(fault)}", "choose another folder") from fault
    return target


def _copy(root: Path, made: Path) -> None:
    made.mkdir()
    shutil.copyfile(root / NAME, made / NAME)
    for part in PARTS:
        # The package's fonts serve every project from where they are.
        shutil.copytree(root / part, made / part, ignore=shutil.ignore_patterns("fonts", "__pycache__", ".*", "~*"))
    (made / "out").mkdir()
