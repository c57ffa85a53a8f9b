import pytest


@pytest.mark.parametrize(
    ("kind", "held"),
    [
        ("charts", "timeline"),
        ("formats", "docx"),
        ("sources", "harbour"),
        ("templates", "brief"),
        ("themes", "us-policy"),
    ],
)
def test_what_there_is_is_listed(run, folder, kind, held):
    ran = run("list", kind)
    assert ran.code == 0, ran.err
    assert held in [line.split()[0] for line in ran.lines]


def test_lists_are_json_too(run, folder):
    assert run("list", "formats", "--json").json == ["docx", "pdf", "html", "md"]
    themes = run("list", "themes", "--json").json
    assert set(themes[0]) == {"name", "title", "passages"}


def test_a_new_theme_is_a_file_and_no_line(run, folder):
    themes = folder / "templates" / "themes"
    themes.mkdir(parents=True)
    (themes / "quays.toml").write_text('title = "Quays"\n[terms]\nquay = 3\n')
    assert "quays" in [row["name"] for row in run("list", "themes", "--json").json]
    assert run("build", "quays", "-f", "docx").code == 0


def test_the_formats_are_those_that_can_be_written():
    from briefgen.project import FORMATS
    from briefgen.writers import FORMATS as WRITTEN

    assert FORMATS == WRITTEN


def test_the_lengths_are_those_that_can_be_selected():
    from briefgen.facts.selection import CEILINGS
    from briefgen.project import LENGTHS

    assert set(LENGTHS) == set(CEILINGS)
