"""The house's measures: where tests lie, how long files and functions are, what no module may be called."""

import ast
import re
import statistics
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = sorted(p.relative_to(ROOT) for p in (ROOT / "briefgen").rglob("*.py") if "default" not in p.parts)
TESTS = sorted(p.relative_to(ROOT) for p in (ROOT / "tests").rglob("test_*.py"))

WHOLE = {"article", "acceptance", "campaign"}
"""Folders of tests of the whole house, not of a room."""

NO_NAMES = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def functions(module: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef)]


def length(node: ast.FunctionDef) -> int:
    """Lines of a function without its docstring: what must be read to know what it does."""
    start = node.body[0].end_lineno if ast.get_docstring(node) else node.lineno
    return node.end_lineno - start


def source(module: Path) -> str:
    return (ROOT / module).read_text(encoding="utf-8")


def test_every_module_says_what_it_is_and_is_called_a_noun_of_the_field():
    assert [str(m) for m in MODULES if not ast.get_docstring(tree(m)) or m.stem in NO_NAMES] == []


def test_no_file_and_no_function_is_long():
    assert [str(m) for m in MODULES if len(source(m).splitlines()) > LONGEST_FILE] == []
    assert [f"{m}: {f.name}" for m in MODULES for f in functions(m) if length(f) > LONGEST_FUNCTION] == []


def test_no_function_bears_its_modules_name():
    top = [(m, node) for m in MODULES for node in tree(m).body if isinstance(node, ast.FunctionDef)]
    assert [str(m) for m, node in top if node.name == m.stem] == []


def test_nothing_is_left_for_later():
    assert [str(m) for m in MODULES if re.search(r"#.*\b(TODO|FIXME|XXX|HACK)\b", source(m))] == []


def test_most_files_and_functions_are_much_shorter():
    sizes = [len(source(m).splitlines()) for m in MODULES if m.stem != "__init__"]
    assert statistics.median(sizes) <= 130
    assert statistics.median(length(f) for m in MODULES for f in functions(m)) <= 7


def test_tests_lie_as_the_code_lies():
    """tests/a/test_b.py tests the folder or module briefgen/a."""
    rooms = {ROOT / "briefgen" / Path(*test.parts[1:-1]) for test in TESTS if test.parts[1] not in WHOLE}
    assert [str(room) for room in rooms if not room.is_dir() and not room.with_suffix(".py").is_file()] == []
