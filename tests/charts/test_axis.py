from briefgen.charts.axis import _Scale, _spread, _strokes
from briefgen.editorial.periods import parse


def test_labels_never_lie_over_each_other_nor_beyond_the_axis() -> None:
    heights = [20.0, 30.0, 20.0, 20.0]
    tops = _spread([50.0, 51.0, 52.0, 199.0], heights, _Scale(2000, 2010, 0.0, 200.0))
    assert all(a + h <= b + 1e-9 for a, h, b in zip(tops, heights, tops[1:], strict=False))
    assert tops[-1] + heights[-1] <= 204.0


def test_marks_that_would_touch_stand_in_lanes_of_their_own() -> None:
    windows = [w for edtf in ("2001/2003", "2002", "2005", "2006", "2008-03", "2008-04") for w in parse(edtf)]
    strokes = _strokes(windows, _Scale(2000, 2010, 0.0, 200.0))
    assert [s.lane for s in strokes] == [0, 1, 0, 1, 0, 1]
    assert [s.form for s in strokes] == ["bar", "bar", "bar", "bar", "dot", "dot"]


def test_marks_lie_to_scale() -> None:
    (stroke,) = _strokes(list(parse("2005")), _Scale(2000, 2010, 10.0, 200.0))
    assert (stroke.start, stroke.end) == (110.0, 130.0)
