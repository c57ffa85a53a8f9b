from briefgen.pipeline import inspection
from briefgen.project import open_project


def test_everything_a_build_may_open_is_opened(folder):
    names = [row.name for row in inspection.inspect(open_project())]
    for name in (
        "templates/themes/economic.toml",
        "templates/wording/en.toml",
        "templates/brief.docx",
        "source harbour",
    ):
        assert name in names
    assert any(name.startswith("reportlab ") for name in names)


def test_what_is_wrong_is_found_and_what_is_only_remarkable_is_told_apart(folder):
    card = folder / "data" / "harbour" / "source.toml"
    card.write_text(card.read_text().replace("= 4", "= 5"))
    rows = {row.name: row for row in inspection.inspect(open_project())}
    assert rows["source harbour"].findings == ()
    assert "5" in str(rows["source harbour"].remarks[0])
    (folder / "data" / "harbour" / "source.txt").write_bytes(b"")
    assert "is empty" in str({r.name: r for r in inspection.inspect(open_project())}["source harbour"].findings[0])


def test_a_package_that_is_missing_is_a_finding(folder, monkeypatch):
    monkeypatch.setattr(inspection, "PACKAGES", ("no-such-package-of-ours",))
    first = next(inspection.inspect(open_project()))
    assert "pip install no-such-package-of-ours" in str(first.findings[0])
