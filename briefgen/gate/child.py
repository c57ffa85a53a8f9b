"""A parser nobody trusts, run in a process of its own: bytes in, JSON out, with limits on memory and time."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from typing import Any

from briefgen.errors import BriefgenError, SourceError
from briefgen.model.source import File

MEMORY = 1 << 29
SECONDS = 240

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from briefgen.gate.child import serve; serve(*sys.argv[2:])"
)
_REFUSED = 3


def run_apart(function: str, file: File, error: type[BriefgenError] = SourceError) -> Any:
    """Give a file's bytes to a function in a process of its own.

    Args:
        function: "package.module:name"; it takes the bytes, returns what JSON can hold, and raises ValueError with
            the second half of a sentence and a mend, for the user.
        error: the class of every error raised.

    Raises:
        BriefgenError: of the class given; the function refused the file, failed, or went beyond its limits.
    """
    command = [sys.executable, "-I", "-c", _START, json.dumps(sys.path), function]
    try:
        done = subprocess.run(command, input=file.content, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as fault:
        raise error(file.name, f"takes more than {SECONDS} seconds to read", "split it") from fault
    if done.returncode == _REFUSED:
        what, mend = json.loads(done.stdout)
        raise error(file.name, what, mend)
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:120]
        raise error(file.name, f"cannot be read within the limits of memory and time ({last or 'stopped'})", "split it")
    return json.loads(done.stdout)


def serve(function: str) -> None:
    """Be the child: read the file from standard input and answer on standard output."""
    _limit()
    module, _, name = function.partition(":")
    try:
        answer = getattr(importlib.import_module(module), name)(sys.stdin.buffer.read())
    except ValueError as refusal:
        what, mend = (*map(str, refusal.args), "")[:2]
        sys.stdout.write(json.dumps([what, mend]))
        sys.exit(_REFUSED)
    sys.stdout.write(json.dumps(answer))


def _limit() -> None:
    try:
        import resource
    except ImportError:
        # Windows has no such limits; the parent's timeout is all there is.
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
