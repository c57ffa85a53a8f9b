"""What a slot comes to: a first issue, a changed one, another appearance, or the word that nothing changed."""

import json
from hashlib import sha256

from briefgen.schedule.manifests import read_manifest
from briefgen.schedule.publishing import point
from tests.schedule.conftest import WEEKLY

NEWS = "It signed a defence treaty on 4 March 2021."


def home(shop):
    return shop.root / "out" / "weekly"


def run_of(shop, name):
    folder = home(shop) / name
    return folder, read_manifest(folder), json.loads((folder / "changes.json").read_bytes())


def parts(folder, name):
    brief = json.loads((folder / f"{name}.trace.json").read_bytes())["brief"]
    return {part["name"] for part in brief["parts"]}, brief


def test_the_first_issue_has_no_box_and_bears_the_slots_date_and_name(shop):
    (slot,) = shop.at("2025-11-03T06:00").slots
    assert (slot.state, slot.kind, slot.folder) == ("done", "first", "2025-11-03_0600")
    folder, manifest, changes = run_of(shop, "2025-11-03_0600")
    assert {p.kind for p in manifest.papers} == {"first"}
    found, brief = parts(folder, "economic")
    assert "changed" not in found
    assert brief["date"] == "2025-11-03"
    assert changes["papers"] == {"economic": None, "military": None}
    assert (home(shop) / "latest").resolve() == folder.resolve()
    for name, digest in manifest.files:
        assert sha256((folder / name).read_bytes()).hexdigest() == digest
    assert {p.name for p in folder.iterdir()} == {name for name, _ in manifest.files} | {"manifest.json"}


def test_the_papers_date_is_that_of_the_slots_own_zone(shop):
    shop.say(WEEKLY.replace('"0 6 * * mon"', '"30 0 * * *"').replace("Europe/London", "Pacific/Auckland"))
    shop.at("2025-11-03T11:30")
    _, brief = parts(home(shop) / "2025-11-04_0030", "economic")
    assert brief["date"] == "2025-11-04"


def test_nothing_changed_makes_no_folder(shop):
    shop.at("2025-11-03T06:00")
    (slot,) = shop.at("2025-11-10T06:00").slots
    assert (slot.state, slot.folder) == ("unchanged", "2025-11-03_0600")
    assert [p.name for p in home(shop).iterdir() if p.name != "latest"] == ["2025-11-03_0600"]


def test_a_changed_source_makes_new_papers_with_a_box_and_says_what_changed(shop):
    shop.at("2025-11-03T06:00")
    shop.source("US$4 billion", "US$7 billion")
    (slot,) = shop.at("2025-11-10T06:00").slots
    assert (slot.state, slot.kind) == ("done", "changed")
    folder, manifest, changes = run_of(shop, "2025-11-10_0600")
    found, brief = parts(folder, "economic")
    assert "changed" in found
    assert brief["changes"]["since"] == "2025-11-03"
    (pair,) = changes["papers"]["economic"]["reworded"]
    assert [pair["shifts"][0][side]["text"] for side in ("before", "after")] == ["US$4 billion", "US$7 billion"]
    assert dict(manifest.paper("economic").summary)["reworded"] == 1
    assert manifest.former == "2025-11-03_0600"
    box = next(part for part in brief["parts"] if part["name"] == "changed")
    assert "US$4 billion" in json.dumps(box)
    assert "1 is of" not in json.dumps(box)


def test_another_marking_is_an_appearance_a_new_folder_without_a_box(shop):
    shop.at("2025-11-03T06:00")
    shop.say('[paper]\nmarking = "OFFICIAL"\n' + WEEKLY)
    (slot,) = shop.at("2025-11-10T06:00").slots
    assert (slot.state, slot.kind) == ("done", "appearance")
    folder, manifest, _ = run_of(shop, "2025-11-10_0600")
    assert "changed" not in parts(folder, "economic")[0]
    assert manifest.paper("economic").since == "2025-11-03_0600"


def test_another_format_is_an_appearance_what_the_papers_say_is_the_same(shop):
    """The hash that is printed tells formats apart: equal hashes, equal bytes, of all files of a paper."""
    shop.at("2025-11-03T06:00")
    before = run_of(shop, "2025-11-03_0600")[1].paper("economic")
    shop.say(WEEKLY.replace('["docx"]', '["docx", "html"]'))
    (slot,) = shop.at("2025-11-10T06:00").slots
    assert (slot.state, slot.kind) == ("done", "appearance")
    after = run_of(shop, "2025-11-10_0600")[1].paper("economic")
    assert (after.content == before.content, after.key == before.key) == (True, False)
    assert after.files == ("economic.docx", "economic.html")
    assert shop.at("2025-11-17T06:00").slots[0].state == "unchanged"


def test_a_theme_file_is_content(shop):
    shop.at("2025-11-03T06:00")
    own = shop.root / "templates" / "themes"
    own.mkdir(parents=True)
    theme = shop.project.themes["economic"].read_text("utf-8")
    (own / "economic.toml").write_text(theme + "\n# reworked\n", encoding="utf-8")
    (slot,) = shop.at("2025-11-10T06:00").slots
    assert slot.kind == "changed"
    _, _, changes = run_of(shop, "2025-11-10_0600")
    assert changes["papers"]["economic"]["files"] == ["theme:economic"]
    assert changes["papers"]["economic"]["reworded"] == []


def test_a_paper_that_is_new_in_the_schedule_is_first_and_the_others_are_carried_over(shop):
    shop.at("2025-11-03T06:00")
    shop.say(WEEKLY.replace('["economic", "military"]', '["economic", "military", "overview"]'))
    shop.at("2025-11-10T06:00")
    folder, manifest, _ = run_of(shop, "2025-11-10_0600")
    assert [p.kind for p in manifest.papers] == ["carried", "carried", "first"]
    former = home(shop) / "2025-11-03_0600"
    assert (folder / "economic.docx").read_bytes() == (former / "economic.docx").read_bytes()
    assert manifest.paper("economic").since == "2025-11-03_0600"


def test_a_paper_taken_from_the_schedule_leaves_the_next_run(shop):
    shop.at("2025-11-03T06:00")
    shop.say(WEEKLY.replace('["economic", "military"]', '["economic"]'))
    (slot,) = shop.at("2025-11-10T06:00").slots
    assert (slot.kind, [p.name for p in run_of(shop, "2025-11-10_0600")[1].papers]) == ("appearance", ["economic"])


def test_where_the_file_says_so_every_slot_has_its_papers_and_the_box_says_that_nothing_changed(shop):
    shop.say(WEEKLY + "only_if_changed = false\n")
    shop.at("2025-11-03T06:00")
    (slot,) = shop.at("2025-11-10T06:00").slots
    assert (slot.state, slot.kind) == ("done", "again")
    folder, _, _ = run_of(shop, "2025-11-10_0600")
    found, brief = parts(folder, "economic")
    assert "changed" in found
    assert brief["date"] == "2025-11-10"
    assert "this paper says what that issue said" in json.dumps(brief)


def test_a_run_folder_that_was_damaged_is_not_taken_for_the_former_issue(shop):
    shop.at("2025-11-03T06:00")
    (home(shop) / "2025-11-03_0600" / "economic.docx").write_bytes(b"torn")
    (slot,) = shop.at("2025-11-10T06:00").slots
    assert (slot.state, slot.kind) == ("done", "first")
    assert (home(shop) / "latest").resolve().name == "2025-11-10_0600"


def test_one_paper_that_cannot_be_built_holds_the_whole_slot_back(shop):
    shop.say(WEEKLY.replace('["economic", "military"]', '["economic", "military", "no-such"]'))
    (slot,) = shop.at("2025-11-03T06:00").slots
    assert slot.state == "open"
    assert "no theme “no-such”" in slot.why
    assert "[schedule.weekly]" in slot.why
    assert not home(shop).exists()
    shop.say(WEEKLY)
    assert shop.round(minutes=5).slots[0].state == "done"


def test_old_runs_are_pruned_by_looking_at_folders(shop):
    shop.say(WEEKLY + "keep = 2\n")
    for n, day in enumerate(("03", "10", "17", "24")):
        shop.source(f"US${n + 4} billion", f"US${n + 5} billion") if n else None
        shop.at(f"2025-11-{day}T06:00")
    assert sorted(p.name for p in home(shop).iterdir()) == ["2025-11-17_0600", "2025-11-24_0600", "latest"]


def test_a_brief_with_settings_of_its_own_serves_as_well(shop):
    shop.say('[brief.minister]\nthemes = ["economic", "military"]\nlength = "one-page"\n' + WEEKLY.replace(
        'themes = ["economic", "military"]', 'briefs = ["minister"]'))  # fmt: skip
    shop.at("2025-11-03T06:00")
    assert (home(shop) / "2025-11-03_0600" / "minister.docx").exists()


def test_a_retried_older_slot_never_moves_latest_back(shop):
    shop.at("2025-11-03T06:00")
    first = home(shop) / "2025-11-03_0600"
    shop.source("US$4 billion", "US$7 billion")
    shop.at("2025-11-10T06:00")
    first.rename(shop.root / "kept")
    assert (home(shop) / "latest").resolve().name == "2025-11-10_0600"
    (shop.root / "kept").rename(first)
    point(home(shop))
    assert (home(shop) / "latest").resolve().name == "2025-11-10_0600"


def test_paths_in_the_project_file_count_from_the_project_wherever_the_timer_starts(shop, monkeypatch, tmp_path):
    template = shop.project.templates["brief"].read_bytes()
    (shop.root / "house").mkdir()
    (shop.root / "house" / "own.docx").write_bytes(template)
    shop.say(WEEKLY + 'template = "house/own.docx"\nsource = "data/harbour"\n')
    monkeypatch.chdir(tmp_path)
    assert shop.at("2025-11-03T06:00").slots[0].state == "done"
