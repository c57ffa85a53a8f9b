from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.source import Span
from briefgen.readers.offsets import composed, cut, here, moved, there


@st.composite
def cuttings(draw, text=None):
    whole = draw(st.text(min_size=1, max_size=40)) if text is None else text
    ends = sorted(draw(st.sets(st.integers(0, len(whole)), max_size=8)))
    return whole, [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]


def kept(whole, pieces):
    return [i for i in range(len(whole)) if not any(p.start <= i < p.end for p in pieces)]


@given(cuttings())
def test_every_character_kept_finds_its_place_and_the_way_back(cutting):
    whole, pieces = cutting
    text, shifts = cut(whole, pieces)
    places = kept(whole, pieces)
    assert text == "".join(whole[i] for i in places)
    assert [there(shifts, i) for i in range(len(text))] == places
    assert [here(shifts, i) for i in places] == list(range(len(text)))


@given(cuttings(), st.data())
def test_two_cuttings_make_one_way(cutting, data):
    whole, pieces = cutting
    middle, inner = cut(whole, pieces)
    if not middle:
        return
    _, more = data.draw(cuttings(middle))
    text, outer = cut(middle, more)
    way = composed(outer, inner)
    assert [there(way, i) for i in range(len(text))] == [there(inner, there(outer, i)) for i in range(len(text))]


def test_what_lies_in_a_piece_cut_out_goes_to_where_it_was():
    text, shifts = cut("2020.12 Next", [Span(5, 7)])
    assert text == "2020. Next"
    assert moved(Span(0, 7), shifts) == Span(0, 5)
    assert moved(Span(6, 8), shifts) == Span(5, 6)
