import pytest

from briefgen.errors import EditorialError
from briefgen.project import open_project
from briefgen.project.narrowing import narrowed


def test_themes_narrow_a_source_down_unless_one_of_them_takes_every_fact(folder):
    project = open_project()
    assert narrowed(project, ("economic", "military")) == ("economic", "military")
    assert narrowed(project, ("economic", "overview")) == ()
    assert narrowed(project, ()) == ()


def test_a_broken_theme_is_told_with_its_line(folder):
    themes = folder / "templates" / "themes"
    themes.mkdir(parents=True)
    (themes / "sea.toml").write_text('title = "Sea"\nterms = [\n')
    with pytest.raises(EditorialError, match=r"templates/themes/sea.toml:?\d*: is no valid TOML"):
        narrowed(open_project(), ("sea",))
