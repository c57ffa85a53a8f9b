from briefgen.pipeline import offers
from briefgen.project import open_project


def test_all_themes_but_those_by_quota_are_distinct(folder):
    names = offers.distinct_themes(open_project())
    assert set(names) == {"economic", "military", "diplomatic", "frictions", "us-policy"}


def test_every_theme_is_offered_with_its_passages(folder):
    project = open_project()
    offered = {theme.name: theme for theme in offers.themes_offered(project, None).themes}
    assert set(offered) == set(project.themes)
    assert offered["overview"].passages == 4
    assert 1 <= offered["economic"].passages < 4


def test_the_kinds_of_chart_are_those_a_theme_may_draw():
    assert {"bar", "timeline"} <= set(offers.CHARTS)
