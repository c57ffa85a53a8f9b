from datetime import UTC, datetime, timedelta

import pytest

from briefgen.errors import OutputError
from briefgen.schedule.manifests import Manifest, dump_manifest, read_manifest, verified
from briefgen.schedule.publishing import LATEST, find_latest, point, pointed, prune, publish, runs, sweep

MONDAY = datetime(2025, 11, 3, 6, tzinfo=UTC)


def manifest(n=0, files=("a.docx",)):
    from hashlib import sha256

    due = MONDAY + timedelta(days=7 * n)
    digests = tuple((name, sha256(name.encode()).hexdigest()) for name in files)
    return Manifest("weekly", f"{due:%Y-%m-%d_%H%M}", due, "UTC", "first", "", (), digests, ("folder:x",))


def made(home, n=0, files=("a.docx",)):
    return publish(home, manifest(n, files), {name: name.encode() for name in files})


def test_a_manifest_is_read_as_it_was_written(tmp_path):
    (tmp_path / "manifest.json").write_bytes(dump_manifest(manifest()))
    assert read_manifest(tmp_path) == manifest()


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"format": 2}', b'{"format": 1}', b"\xff", b'{"format": 1, "due": 3}']
)
def test_what_is_no_manifest_of_ours_is_none(tmp_path, content):
    (tmp_path / "manifest.json").write_bytes(content)
    assert read_manifest(tmp_path) is None


def test_a_run_is_there_whole_with_latest_pointing_to_it(tmp_path):
    folder = made(tmp_path)
    assert verified(folder) == manifest()
    assert (pointed(tmp_path), (tmp_path / LATEST).resolve()) == (folder.name, folder)
    assert find_latest(tmp_path) == (folder, manifest())


def test_one_wrong_byte_is_noticed(tmp_path):
    folder = made(tmp_path)
    (folder / "a.docx").write_bytes(b"a.docX")
    assert verified(folder) is None
    assert find_latest(tmp_path) is None


def test_latest_goes_back_to_the_newest_that_is_whole(tmp_path):
    first, second = made(tmp_path), made(tmp_path, 1)
    (second / "a.docx").unlink()
    point(tmp_path)
    assert pointed(tmp_path) == first.name


def test_a_published_run_is_never_written_again(tmp_path):
    made(tmp_path)
    with pytest.raises(OutputError, match="there already"):
        made(tmp_path)


def test_what_a_killed_process_left_is_swept(tmp_path):
    made(tmp_path)
    (tmp_path / ".stage-2025-11-10_0600").mkdir()
    (tmp_path / ".stage-2025-11-10_0600" / "a.docx").write_bytes(b"half")
    (tmp_path / ".gone-2025-01-01_0600").mkdir()
    (tmp_path / ".latest-2025-11-10_0600").symlink_to("nowhere")
    sweep(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["2025-11-03_0600", LATEST]


def test_a_pointer_left_half_made_stops_nothing(tmp_path):
    (tmp_path / ".latest-2025-11-03_0600").symlink_to("nowhere")
    folder = made(tmp_path)
    (tmp_path / LATEST).unlink()
    (tmp_path / f".latest-{folder.name}").symlink_to("nowhere")
    point(tmp_path)
    assert pointed(tmp_path) == folder.name


def test_pruning_keeps_the_newest_and_what_is_still_needed(tmp_path):
    for n in range(5):
        made(tmp_path, n)
    prune(tmp_path, 2, frozenset({"2025-11-10_0600"}))
    assert [folder.name for folder, _ in runs(tmp_path)] == ["2025-11-10_0600", "2025-11-24_0600", "2025-12-01_0600"]
    prune(tmp_path, 0, frozenset())
    assert len(list(runs(tmp_path))) == 3


def test_a_home_that_cannot_be_made_is_one_line(tmp_path):
    (tmp_path / "weekly").write_text("in the way")
    with pytest.raises(OutputError, match="cannot be written"):
        made(tmp_path / "weekly")
