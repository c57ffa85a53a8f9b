"""In CI nothing may be skipped: the hook in conftest.py turns a skip into a failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

SKIPS = {
    "in the test": "import pytest\ndef test_a(): pytest.skip('no tool')\n",
    "by a mark": "import pytest\n@pytest.mark.skipif(True, reason='no tool')\ndef test_a(): pass\n",
    "of the module": "import pytest\npytest.skip('no tool', allow_module_level=True)\n",
    "of a fixture": "import pytest\n@pytest.fixture\ndef f(): pytest.skip('no tool')\ndef test_a(f): pass\n",
}


@pytest.mark.parametrize("way", SKIPS)
def test_a_skip_is_a_failure_where_nothing_may_be_skipped(tmp_path, way):
    (tmp_path / "test_it.py").write_text(SKIPS[way])
    codes = {}
    for ci in ("0", "1"):
        command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "--rootdir", tmp_path, tmp_path]
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, "BRIEFGEN_CI": ci}, capture_output=True, text=True)
        codes[ci] = done.returncode
        assert ("skipped where nothing may be" in done.stdout) is (ci == "1")
    assert codes["0"] in (0, 5)
    assert codes["1"] in (1, 2)
