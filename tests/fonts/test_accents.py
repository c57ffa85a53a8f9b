import pytest

from briefgen.fonts import SANS, SERIF, find, letters, missing, read_accents, runs, stack


def test_an_accent_goes_higher_over_a_capital_and_under_a_letter_from_below() -> None:
    accents = read_accents(find(SERIF).path)
    ((right, up),) = accents.places("m\u0302") or ()
    ((_, higher),) = accents.places("M\u0302") or ()
    assert 200 < right < 800
    assert up == 0
    assert higher > 100


def test_a_second_accent_stands_on_the_first() -> None:
    first, second = read_accents(find(SANS).path).places("q\u0302\u0301") or ()
    assert second[1] > first[1] + 100


@pytest.mark.parametrize("letter", ["&\u0302", "习\u0302", " \u0302"])
def test_what_the_face_cannot_place_is_not_placed_anywhere(letter: str) -> None:
    assert read_accents(find(SERIF).path).places(letter) is None
    assert missing(letter, SERIF) == (letter,)


def test_a_letter_is_never_parted_from_its_accents() -> None:
    assert letters("aq\u0302\u0323b") == ["a", "q\u0302\u0323", "b"]
    assert [run.text for run in runs("习q\u0302", stack(SERIF))] == ["习", "q\u0302"]


def test_a_face_that_lacks_the_accent_lends_neither_letter() -> None:
    faces = stack(SERIF, italic=True)
    assert [run.face.italic for run in runs("до\u0301м", faces)] == [False]
