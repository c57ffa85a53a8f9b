from __future__ import annotations

import dataclasses

import pytest

from briefgen.errors import EditorialError
from briefgen.model.source import Card, File
from briefgen.readers import read, read_card, take_in
from briefgen.readers.decisions import Decision, read_decisions
from briefgen.records import dump_csv

TOWNS = tuple(enumerate(("Ghent", "Ypres", "Bruges", "Lille", "Arras", "Douai", "Cambrai", "Mons", "Namur", "Huy"), 1))
TEXT = "\n".join(f"The bridge of {town} was opened for all to cross.{i} It was sold by the crown." for i, town in TOWNS)
TITLED = f"Bridges of the North\n{TEXT}\n"


def document(text: str, name: str = "report.txt") -> File:
    return File(name, text.encode())


def by_role(files: tuple[File, ...]) -> dict[str, File]:
    roles = {"notes.csv": "notes", "marks.csv": "marks", "source.toml": "card"}
    return {roles.get(file.name, "source"): file for file in files}


def test_a_document_is_taken_in_as_a_folder_that_can_be_read():
    intake = take_in(document(TITLED), name="bridges", origin="/home/x/report.txt")
    files = by_role(intake.files)
    assert [file.name for file in intake.files] == ["source.txt", "source.toml", "notes.csv", "marks.csv"]
    card = read_card(files["card"])
    assert (card.subject, card.called, card.file) == ("Bridges of the North", "the source", "source.txt")
    assert (card.origin, card.origin_sha256) == ("/home/x/report.txt", files["source"].sha256)
    assert "must be cleared" in card.rights
    again = read(files["source"], name="bridges", card=card, notes=files["notes"], marks=files["marks"])
    assert again.marks == intake.source.marks
    assert intake.changes == ()


def test_without_a_title_of_its_own_a_document_is_called_by_its_name():
    assert read_card(by_role(take_in(document(TEXT), name="north-bridges").files)["card"]).subject == "North bridges"


@pytest.mark.parametrize("rubric", ["INTRODUCTION", "1. Introduction", "Executive Summary", "Chapter 1"])
def test_a_rubric_is_no_title(rubric):
    files = by_role(take_in(document(f"{rubric}\n{TEXT}\n"), name="north-bridges").files)
    assert read_card(files["card"]).subject == "North bridges"


@pytest.mark.parametrize("names", ["Order 12,\nA. Ferryman, March 1920,", "Order 12,\nA. Ferryman, B. Towne, Eds."])
def test_a_title_may_stand_below_names_and_dates(names):
    files = by_role(take_in(document(f"{names}\n\n\n{TITLED}"), name="n").files)
    assert read_card(files["card"]).subject == "Bridges of the North"


def test_notes_are_written_with_their_texts_and_those_still_to_fill_in():
    intake = take_in(document(f"{TEXT}\n\nNotes\n1. Smith, Bridges.\n2. Ibid., 3.\n"), name="bridges")
    table = by_role(intake.files)["notes"].content.decode("utf-8-sig").splitlines()
    assert table[:4] == ["label,text,run", '1,"Smith, Bridges.",1', '2,"Ibid., 3.",1', "3,,1"]


def decided(intake, label: str, keep: bool) -> File:
    start = intake.files[0].content.decode().index(f".{label} It") + 1
    text = intake.files[0].content.decode()
    row = Decision(label, start, text[start - 24 : start], text[start + len(label) : start + 24], keep)
    return File("marks.csv", dump_csv([row], Decision))


def test_taken_in_again_every_decision_and_text_and_word_of_the_card_is_kept():
    first = take_in(document(TEXT), name="bridges")
    former = by_role(first.files)
    former["marks"] = decided(first, "4", False)
    former["notes"] = File("notes.csv", b"label,text\n3,Smith\n9,Jones\n")
    former["card"] = File("source.toml", b'# mine\nsubject = "My bridges"\nauthor = "A. Smith"\nfile = "source.txt"\n')
    fewer = "A preface stands here now, for the reader.\n" + "\n".join(TEXT.splitlines()[:8])
    again = take_in(document(fewer), name="bridges", origin="x.txt", former=former)
    files = by_role(again.files)
    assert [m.label for m in again.source.marks] == ["1", "2", "3", "5", "6", "7", "8"]
    assert read_decisions(files["marks"])[0].value.keep is False
    assert {n.label: n.text for n in again.source.notes}["3"] == "Smith"
    assert "9,Jones,1" in files["notes"].content.decode()
    card = files["card"].content.decode()
    assert card.startswith('# mine\nsubject = "My bridges"\nauthor = "A. Smith"\nfile = "source.txt"\n')
    assert 'origin = "x.txt"' in card
    said = [str(remark) for remark in again.changes]
    assert said == [
        "bridges: 9 paragraphs where there were 10",
        "bridges: 7 note marks where there were 9",
        "bridges: 1 notes with text where there were 2",
        "bridges: notes no longer marked: 9, 10",
        "bridges: 1 paragraphs are new, 2 are gone",
    ]


def noted(*texts: str) -> str:
    return f"{TEXT}\n\nNotes\n" + "".join(f"{i}. {text}\n" for i, text in enumerate(texts, 1))


def test_a_note_the_document_rewrote_is_taken_from_it_and_one_written_by_hand_is_kept():
    former = by_role(take_in(document(noted("Smith, Bridges.", "Jones, Roads.")), name="bridges").files)
    table = former["notes"].content.replace(b"Jones, Roads.", b"Jones, By hand.").replace(b"9,,1", b"9,Mine,1")
    former["notes"] = File("data/bridges/notes.csv", table)
    again = take_in(document(noted("Smith, Bridges and Fords.", "Jones, Lanes.")), name="bridges", former=former)
    texts = {note.label: note.text for note in again.source.notes}
    assert (texts["1"], texts["2"], texts["9"]) == ("Smith, Bridges and Fords.", "Jones, By hand.", "Mine")


def test_texts_given_anew_go_before_those_given_before():
    former = by_role(take_in(document(TEXT), name="bridges", notes=File("n.csv", b"label,text\n1,A\n2,B\n")).files)
    again = take_in(document(TEXT), name="bridges", notes=File("n.csv", b"label,text\n2,C\n"), former=former)
    assert [(n.label, n.text) for n in again.source.notes[:2]] == [("1", "A"), ("2", "C")]
    assert not [remark for remark in again.source.remarks if "given before" in str(remark)]


def test_a_text_given_by_hand_whose_mark_stands_elsewhere_now_is_to_be_checked():
    former = by_role(take_in(document(TEXT), name="bridges", notes=File("n.csv", b"label,text\n1,A\n3,B\n")).files)
    moved = TEXT.replace("The bridge of Bruges", "A ferry to Sluys")
    said = [str(r) for r in take_in(document(moved), name="bridges", former=former).changes]
    assert said[-1] == (
        "bridges: other words stand before the marks of notes whose text was given by hand: 3; "
        "check these texts in notes.csv"
    )


def test_the_copy_keeps_the_name_it_was_given():
    former = {**by_role(take_in(document(TEXT), name="bridges").files), "source": File("data/b/my.txt", b"Old.")}
    assert take_in(document(TEXT), name="bridges", former=former).files[0].name == "my.txt"
    assert take_in(document(TEXT, "x.md"), name="bridges", former=former).files[0].name == "source.md"


FRENCH = (
    "Le pont fut ouvert en 1920 par le roi et la ville paya la moitié de ce que les deux rives avaient promis. Les "
    "habitants de la rive droite, qui ne voulaient pas du pont, ont gardé le bac pour les gens du port et des îles."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("桥已开放。它很长。", "zh"),
        ("橋が開いた。これは長い。", "ja"),
        ("Мост был открыт.", "ru"),
        (TEXT, "en"),
        (FRENCH, "fr"),
        (FRENCH[:60], "en"),
    ],
)
def test_the_language_of_the_text_is_in_the_card(text, language):
    intake = take_in(document(text), name="bridges")
    assert read_card(by_role(intake.files)["card"]).language == intake.source.card.language == language


def test_taken_in_again_unchanged_nothing_is_said_to_be_new():
    former = by_role(take_in(document(TEXT), name="bridges").files)
    again = take_in(document(TEXT), name="bridges", former=former)
    assert [str(r) for r in again.changes] == ["bridges: the document has not changed since it was taken in"]
    assert by_role(again.files)["notes"] == former["notes"]


RIVALS = " ".join(f"The bridge of {town} was opened.{i} It was sold by the crown [{i}]." for i, town in TOWNS)


def test_a_numbering_once_chosen_is_in_the_card():
    intake = take_in(document(RIVALS), name="bridges", numbering=2)
    card = read_card(by_role(intake.files)["card"])
    assert card.numbering == 2
    chosen = read(by_role(intake.files)["source"], name="bridges", card=card)
    assert chosen.text.count("[") == 0
    other = take_in(document(RIVALS), name="bridges", numbering=1, former=by_role(intake.files))
    assert read_card(by_role(other.files)["card"]).numbering == 1


def test_marks_in_doubt_are_to_be_confirmed_until_they_are_decided():
    intake = take_in(document(TEXT + " In the year 2020.12 it ended."), name="bridges")
    for proposal in intake.confirm:
        assert proposal.keep is None
        assert proposal.before + proposal.label + proposal.after in TEXT + " In the year 2020.12 it ended."
    table = read_decisions(by_role(intake.files)["marks"])
    made = [dataclasses.replace(record.value, keep=True) for record in table]
    former = {**by_role(intake.files), "marks": File("marks.csv", dump_csv(made, Decision))}
    assert take_in(document(TEXT + " In the year 2020.12 it ended."), name="bridges", former=former).confirm == ()


def test_a_faulty_file_of_the_folder_is_named():
    with pytest.raises(EditorialError, match=r"^notes\.csv:1: unknown column"):
        take_in(document(TEXT), name="bridges", former={"notes": File("notes.csv", b"a,b\n")})


def test_a_card_of_one_key_is_no_card_of_another():
    assert read_card(File("source.toml", b'subject = "x"\nfile = "y"')) == Card("x", file="y")


def test_what_is_put_into_a_card_stands_above_its_tables():
    said = b'subject = "Bridges"\n\n[[said]]\nlanguage = "fr"\nsubject = "Ponts"\ncalled = "le rapport"\n'
    former = {"card": File("source.toml", said)}
    card = read_card(by_role(take_in(document(TEXT), name="bridges", origin="/x.txt", former=former).files)["card"])
    assert (card.subject, card.origin, [each.subject for each in card.said]) == ("Bridges", "/x.txt", ["Ponts"])
