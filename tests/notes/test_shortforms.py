from __future__ import annotations

import pytest

from briefgen.model.source import Note
from briefgen.notes.shortforms import spell_out

SMITH = "A. Smith, Bridges of the North (Oslo: Nord, 1999), 12."
JONES = "C. Jones, “Ferries”, Journal of Ways 12 (2001): 34–36."


def spelled(*texts: str) -> list[str | None]:
    return [n.text for n in spell_out(Note(str(i), "1", text) for i, text in enumerate(texts, 1))[0]]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Ibid.", SMITH),
        ("Ibid., 45.", "A. Smith, Bridges of the North (Oslo: Nord, 1999), 45."),
        ("See also ibid., pp. 45–46.", "See also A. Smith, Bridges of the North (Oslo: Nord, 1999), pp. 45–46."),
        ("Id. at 45.", "A. Smith, Bridges of the North (Oslo: Nord, 1999) at 45."),
        ("Ibid., 45; B. Li, Roads.", "A. Smith, Bridges of the North (Oslo: Nord, 1999), 45; B. Li, Roads."),
        ("Smith, op. cit., p. 45.", "A. Smith, Bridges of the North (Oslo: Nord, 1999), p. 45."),
        ("Smith (n. 1 above), 45.", "A. Smith, Bridges of the North (Oslo: Nord, 1999), 45."),
        ("Smith, supra note 1, at 45.", "A. Smith, Bridges of the North (Oslo: Nord, 1999), at 45."),
        ("See note 1 above.", f"See {SMITH}"),
        ("ID cards in the North.", "ID cards in the North."),
        ("B. Li, Notes 5 and 6 (Oslo, 2001).", "B. Li, Notes 5 and 6 (Oslo, 2001)."),
    ],
)
def test_what_points_at_one_work_is_spelled_out(short, full):
    assert spelled(SMITH, short) == [SMITH, full]


def test_short_forms_of_short_forms_and_within_a_note_lead_to_the_work():
    assert spelled(SMITH, "Ibid., 45.", "Ibid., 46.")[2] == "A. Smith, Bridges of the North (Oslo: Nord, 1999), 46."
    assert spelled("B. Li, Roads; ibid., 3.") == ["B. Li, Roads; B. Li, Roads, 3."]


def test_a_year_at_the_end_is_no_place():
    assert spelled("The Times, 4 March 2001.", "Ibid., 3.")[1] == "The Times, 4 March 2001, 3."


def test_the_supplied_wording_is_kept_beside():
    notes, remarks = spell_out([Note("1", "1", SMITH), Note("2", "1", "Ibid.")])
    assert [n.supplied for n in notes] == [None, "Ibid."]
    assert remarks == ()


@pytest.mark.parametrize(
    "texts",
    [
        (f"{SMITH[:-1]}; {JONES}", "Ibid., 45."),
        (SMITH, "A. Smith, Tolls (Oslo, 2001).", "Smith, op. cit., 45."),
        (JONES, "Smith, op. cit., 45."),
        (JONES, "Smith (n. 1 above), 45."),
        ("Ibid.",),
        (JONES, "See n. 9 above."),
    ],
)
def test_what_points_at_no_one_work_stays_and_is_said(texts):
    notes, remarks = spell_out([Note(str(i), "1", text) for i, text in enumerate(texts, 1)])
    assert [n.text for n in notes] == list(texts)
    assert str(remarks[0]).startswith(f"note {len(texts)}: “{texts[-1][:20]}")


def test_a_note_before_that_has_no_text_is_no_work():
    notes, remarks = spell_out([Note("1", "1", None), Note("2", "1", "Ibid.")])
    assert [n.text for n in notes] == [None, "Ibid."]
    assert len(remarks) == 1


def test_numberings_do_not_mix():
    notes, _ = spell_out(
        [Note("1", "1", SMITH), Note("1", "2", JONES), Note("2", "1", "Ibid."), Note("2", "2", "Ibid.")]
    )
    assert [n.text for n in notes] == [SMITH, JONES, SMITH, JONES]
