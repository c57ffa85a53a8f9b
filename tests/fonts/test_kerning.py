from briefgen.fonts import SERIF, find, read_kerning


def test_a_capital_v_moves_under_a_capital_a() -> None:
    assert read_kerning(find(SERIF).path).between("A", "V") < -50


def test_a_face_without_kerning_and_an_unknown_character_give_no_distance() -> None:
    assert read_kerning(find("Noto Sans SC").path).between("A", "V") == 0
    assert read_kerning(find(SERIF).path).between("A", "😀") == 0
