"""Every theme × length, automatic and edited, against every criterion that a program can check."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.acceptance import papers
from tests.paths import ROOT


def run() -> int:
    """Run the criteria over the whole product; give pytest's exit code."""
    print(f"acceptance: {len(papers.WHOLE)} papers", file=sys.stderr)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/acceptance"]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, papers.WANTED: "whole"}, check=False).returncode
