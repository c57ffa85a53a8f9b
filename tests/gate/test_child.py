from __future__ import annotations

import os

import pytest

from briefgen.errors import EditorialError, SourceError
from briefgen.gate.child import run_apart
from briefgen.model.source import File

HERE = "tests.gate.parsers"


def test_a_function_answers_from_its_own_process():
    count, process = run_apart(f"{HERE}:count", File("a.pdf", b"abc"))
    assert count == 3
    assert process != os.getpid()


def test_a_refusal_is_the_error_of_the_caller():
    with pytest.raises(EditorialError, match=r"^a\.pdf: is odd; make it even$"):
        run_apart(f"{HERE}:refuse", File("a.pdf", b""), EditorialError)


@pytest.mark.parametrize("name", ["break_down", "eat_memory", "write_file"])
def test_what_fails_or_goes_beyond_its_limits_is_refused_in_one_line(name):
    with pytest.raises(
        SourceError, match=r"^a\.pdf: cannot be read within the limits of memory and time \(.*\); split it$"
    ):
        run_apart(f"{HERE}:{name}", File("a.pdf", b""))
