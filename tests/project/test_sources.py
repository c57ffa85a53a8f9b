import pytest

from briefgen.errors import EditorialError, SourceError, UnknownName
from briefgen.project.folder import open_project
from briefgen.project.settings import Setting
from briefgen.project.sources import supply

NOTHING = Setting("", "briefgen.toml")


def typed(value) -> Setting:
    return Setting(str(value), "--source", typed=True)


def roles(supplied) -> dict[str, str]:
    return {role: file.name for role, file in supplied.files}


def test_the_only_source_need_not_be_named(folder):
    supplied = supply(open_project(), NOTHING)
    assert supplied.name == "harbour"
    assert roles(supplied) == {"source": "data/harbour/source.txt", "card": "data/harbour/source.toml"}


def test_what_lies_beside_the_card_comes_along(folder):
    beside = folder / "data" / "harbour"
    (beside / "notes.csv").write_text("label,text\n")
    (beside / "marks.csv").write_text("label\n")
    (beside / "scribbles.csv").write_text("x\n")
    assert set(roles(supply(open_project(), NOTHING))) == {"source", "card", "notes", "marks"}


@pytest.mark.parametrize("way", ["harbour", "data/harbour", "data/harbour/source.txt"])
def test_name_folder_and_document_are_one_source(folder, way):
    assert supply(open_project(), typed(way)) == supply(open_project(), NOTHING)


def test_a_document_without_a_card_is_a_source_by_its_stem(folder, tmp_path):
    (tmp_path / "Port Report.txt").write_text("Text.")
    supplied = supply(open_project(), typed(tmp_path / "Port Report.txt"))
    assert supplied.name == "port-report"
    assert roles(supplied) == {"source": "Port Report.txt"}


def test_a_document_beside_another_documents_card_does_not_get_it(folder):
    other = folder / "data" / "harbour" / "draft.txt"
    other.write_text("Text.")
    assert roles(supply(open_project(), typed(other))) == {"source": "draft.txt"}


def test_an_unknown_name_offers_the_nearest(folder):
    with pytest.raises(UnknownName, match="did you mean “harbour”"):
        supply(open_project(), typed("harbuor"))


def test_a_missing_document_is_a_missing_source(folder):
    with pytest.raises(SourceError, match="there is no such file"):
        supply(open_project(), typed("report.txt"))


def test_a_project_without_a_source_says_where_one_goes(folder):
    (folder / "data" / "harbour" / "source.toml").unlink()
    with pytest.raises(SourceError, match="there is no source"):
        supply(open_project(), NOTHING)


def test_several_sources_must_be_chosen_from(folder):
    (folder / "data" / "other").mkdir()
    (folder / "data" / "other" / "source.toml").write_text('subject = "Other"\n')
    with pytest.raises(SourceError, match="several sources: harbour, other"):
        supply(open_project(), NOTHING)


def test_a_card_may_name_its_document_but_none_that_lies_elsewhere(folder):
    card = folder / "data" / "harbour" / "source.toml"
    (folder / "data" / "harbour" / "paper.txt").write_text("Text.")
    card.write_text('subject = "Harbour"\nfile = "paper.txt"\n')
    assert roles(supply(open_project(), NOTHING))["source"] == "data/harbour/paper.txt"
    card.write_text('subject = "Harbour"\nfile = "../secret.txt"\n')
    with pytest.raises(EditorialError, match="lies elsewhere"):
        supply(open_project(), NOTHING)


def test_a_card_whose_document_is_missing_says_so(folder):
    (folder / "data" / "harbour" / "source.txt").unlink()
    with pytest.raises(SourceError, match="no document lies beside the card"):
        supply(open_project(), NOTHING)


def test_a_faulty_card_is_told_with_its_line(folder):
    (folder / "data" / "harbour" / "source.toml").write_text('subject = "Harbour"\nauthr = "?"\n')
    with pytest.raises(EditorialError, match=r"source\.toml:2: unknown key “authr”; did you mean “author”"):
        supply(open_project(), NOTHING)
