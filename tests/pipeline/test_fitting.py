from __future__ import annotations

from briefgen.pipeline.fitting import Cut, fit


def fitted(room: int, charts: int = 2):
    """Fit a paper on a page that holds so much: a chart takes 100, key figures 40, a word 1; all is 350 words."""
    tried = []

    def make(cut: Cut) -> Cut:
        tried.append(cut)
        return cut

    def size(cut: Cut) -> int:
        return 100 * cut.charts + 40 * cut.figures + (350 if cut.words is None else cut.words)

    return fit(make, lambda cut: size(cut) <= room, charts, 350), tried


def test_what_fits_stays_whole_but_for_a_second_chart():
    found, tried = fitted(500)
    assert (found.cut, found.fits, tried) == (Cut(1), True, [Cut(1)])


def test_the_chart_goes_first_then_the_key_figures():
    assert fitted(400)[0].cut == Cut(0)
    assert fitted(350)[0].cut == Cut(0, figures=False)


def test_then_words_go_until_the_page_holds_nearly_all_it_can():
    found, tried = fitted(217)
    assert found.fits
    assert found.cut.figures is False
    assert 217 - 4 <= found.cut.words <= 217
    assert len(tried) < 30


def test_where_a_passage_has_no_room_on_the_page_a_shorter_one_is_looked_for():
    passages = {"first": (100, 100), "fat": (60, 200), "thin": (56, 56)}

    def make(cut: Cut) -> tuple[str, ...]:
        taken, room = [], 350 if cut.words is None else cut.words
        for name, (words, _) in passages.items():
            if words <= room:
                taken.append(name)
                room -= words
        return tuple(taken)

    found = fit(make, lambda taken: sum(passages[name][1] for name in taken) <= 170, 0, 350)
    assert found.made == ("first", "thin")


def test_a_page_that_holds_no_paper_is_said_not_to():
    found, _ = fitted(30)
    assert (found.fits, found.cut.words) == (False, 100)


def test_a_paper_without_charts_is_tried_as_it_is():
    assert fitted(390, charts=0)[1] == [Cut(0)]
