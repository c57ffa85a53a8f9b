"""A power cut cannot be rehearsed here; that nothing is named before it is on the disk can be watched."""

import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from tests.campaign.site import Site

ROOT = Path(__file__).parents[2]
OPENED = re.compile(r'openat\(.*?"[^"]+", ([A-Z_|]+).*= \d+<(.+?)>')
SYNCED = re.compile(r"f(?:data)?sync\(\d+<(.+?)>\)")
RENAMED = re.compile(r'rename\w*\((?:AT_FDCWD\S*, )?"([^"]+)".*?"([^"]+)"')


@pytest.mark.skipif(which("strace") is None, reason="strace is not installed")
def test_no_file_gets_its_name_before_it_is_on_the_disk(tmp_path):
    site = Site.make(tmp_path / "site")
    site.tick(0)
    site.change(7)
    calls = "trace=openat,fsync,fdatasync,rename,renameat,renameat2"
    traced = ["strace", "-f", "-y", "-qq", "-o", str(tmp_path / "calls"), "-e", calls]
    worker = [sys.executable, "-m", "tests.campaign.worker", str(site.root), "10"]
    done = subprocess.run([*traced, *worker], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.startswith("undisturbed"), done.stdout + done.stderr
    written, synced, named, early = set(), set(), [], []
    for line in (tmp_path / "calls").read_text("utf-8").splitlines():
        if (found := OPENED.search(line)) and re.search("O_(WRONLY|RDWR)", found[1]) and str(site.root) in found[2]:
            written.add(found[2])
        elif found := SYNCED.search(line):
            synced.add(found[1])
        elif found := RENAMED.search(line):
            named.append(Path(found[2]).relative_to(site.root).as_posix())
            inside = {path for path in written if path == found[1] or path.startswith(f"{found[1]}/")}
            early += sorted(inside - synced)
    assert early == []
    assert {"out/w/latest", "delivered/economic.docx", "delivered/STATUS.txt"} <= set(named)
    assert any(re.fullmatch(r"out/w/\d{4}-\d\d-\d\d_\d{4}", name) for name in named)
    assert any(name.startswith("delivered/archive/") for name in named)


def test_the_ledger_keeps_a_rollback_journal(tmp_path):
    site = Site.make(tmp_path / "site")
    site.tick(0)
    with sqlite3.connect(site.root / ".briefgen" / "ledger.sqlite") as connection:
        assert connection.execute("pragma journal_mode").fetchone() == ("delete",)
    connection.close()
