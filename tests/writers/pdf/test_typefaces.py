import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from briefgen.fonts import SERIF
from briefgen.writers.pdf.typefaces import typeface


def shown(text: str) -> list[tuple[str, str, float]]:
    return list(typeface(SERIF).write(text, PDFDocument()))


def test_width_and_what_is_written_are_kerned_alike() -> None:
    face = typeface(SERIF)
    assert face.width("AV", 10) < face.width("A", 10) + face.width("V", 10)
    assert any("129" in operand for _, operand, _ in shown("AV"))


def test_no_letter_of_a_text_is_an_operator_of_the_page() -> None:
    for _, operand, _ in shown(") Tj ET (\\"):
        assert set(operand) <= set("[]<>-.0123456789abcdef")


def test_a_text_of_three_scripts_takes_as_many_fonts_as_it_needs() -> None:
    assert len({name.split("+")[0] for name, _, _ in shown("Lin 林海")}) == 2


def test_characters_without_width_take_no_room() -> None:
    face = typeface(SERIF)
    assert face.width("a\u200bb\u00adc", 10) == pytest.approx(sum(face.width(letter, 10) for letter in "abc"))


def test_an_accent_put_over_a_letter_takes_no_room_and_is_raised_over_a_capital() -> None:
    face = typeface(SERIF)
    assert face.width("aM\u0302a", 10) == pytest.approx(face.width("aMa", 10), abs=0.2)
    assert [rise > 0 for _, _, rise in shown("aM\u0302a")] == [False, True, False]
