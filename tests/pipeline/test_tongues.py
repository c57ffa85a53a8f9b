"""A paper in another language says in it all that is not the source's own words."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from briefgen.errors import UnknownName
from briefgen.model.brief import Brief, plain
from briefgen.model.source import File
from briefgen.pipeline.adoption import editor_path, starter
from briefgen.pipeline.composition import compose
from briefgen.pipeline.study import find_facts
from briefgen.pipeline.tongues import editing_of
from briefgen.project import Order, Project, gather, open_project
from briefgen.project.tongue import language_of
from briefgen.word.styles import set_default_language
from tests.paths import ROOT


def composed(project: Project, **order: object) -> Brief:
    (commission,) = gather(project, Order(names=("economic",), date="2025-12-01", **order))
    return compose(commission, find_facts(commission)).brief


def spoken(folder: Path, language: str) -> str:
    """Save the shipped template in another language, as Word's Set as Default does."""
    document = Document(ROOT / "templates" / "brief.docx")
    set_default_language(document, language)
    path = folder / "mine.docx"
    document.save(path)
    return str(path)


def test_french_papers_have_french_titles_measures_and_rights() -> None:
    brief = composed(open_project(ROOT), language="fr")
    assert brief.title == "Relations Chine–Russie\u00a0: liens économiques"
    said = "\n".join(plain(getattr(b, "subtitle", ())) for p in brief.parts for b in p.blocks)
    assert "Commerce bilatéral, US$ billion, de 1992 à août 2021" in said
    assert "Two-way trade" not in said
    rights = next(b for b in brief.part("front").blocks if getattr(b, "role", "") == "rights")
    assert plain(rights.inlines[-1:]).startswith("Les droits")
    assert rights.inlines[-1].lang == ""


def test_an_editors_words_in_another_language_are_left_out_and_it_is_said() -> None:
    brief = composed(open_project(ROOT), language="fr")
    assert any("economic.fr.toml" in remark.mend for remark in brief.remarks)
    assert "Trade has grown" not in "".join(plain(getattr(b, "inlines", ())) for p in brief.parts for b in p.blocks)


def test_an_editors_words_in_the_papers_language_go_before(tmp_path: Path) -> None:
    project = open_project(ROOT)
    (commission,) = gather(project, Order(names=("economic",), date="2025-12-01", language="fr"))
    text = 'format = 1\nsigned = "M. Dupont"\n[bottom_line]\ntext = "Le commerce croît."\nsupport = ["2.3"]\n'
    file = File("economic.fr.toml", text.encode())
    brief = compose(
        replace(commission, files=(*commission.files, ("editor:economic.fr", file))), find_facts(commission)
    )
    line = brief.brief.part("bottom-line")
    assert line is not None
    assert plain(line.blocks[0].inlines).startswith("Le commerce croît.")


@pytest.mark.parametrize(
    ("said", "printed"), [("", True), ('language = "fr-CA"\n', True), ('language = "en"\n', False)]
)
def test_words_are_left_out_only_where_the_file_says_that_they_are_in_another_language(
    said: str, printed: bool
) -> None:
    (commission,) = gather(open_project(ROOT), Order(names=("economic",), date="2025-12-01", language="fr"))
    text = f'format = 1\nsigned = "M. Dupont"\n{said}[bottom_line]\ntext = "Le commerce."\nsupport = ["2.3"]\n'
    files = tuple((r, f) for r, f in commission.files if r != "editor:economic")
    file = ("editor:economic", File("economic.toml", text.encode()))
    found, remarks = editing_of("economic", replace(commission, files=(*files, file)))
    assert (found is not None) is printed
    assert bool(remarks) is not printed


def test_new_words_in_another_language_go_beside_the_old_file() -> None:
    (english, french) = (
        gather(open_project(ROOT), Order(names=("economic",), language=language))[0] for language in ("en", "fr")
    )
    assert editor_path(open_project(ROOT), english).name == "economic.toml"
    assert editor_path(open_project(ROOT), french).name == "economic.fr.toml"
    assert b'language = "fr"' in starter(french)


def test_rights_that_nobody_translated_are_tagged_as_what_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "harbour"
    folder.mkdir(parents=True)
    (tmp_path / "briefgen.toml").write_text("format = 1\n")
    (folder / "source.toml").write_text('subject = "Trade"\nlanguage = "en"\nrights = "All rights are ours."\n')
    words = "Two-way trade between the ports reached US$5 billion in 2020, and it grew."
    (folder / "source.txt").write_text("\n\n".join([words] * 3))
    brief = composed(open_project(tmp_path), language="fr")
    rights = next(b for b in brief.part("front").blocks if getattr(b, "role", "") == "rights")
    assert rights.inlines[-1].lang == "en"


def test_the_templates_language_chooses_the_wording_where_nothing_else_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BRIEFGEN_LANGUAGE", raising=False)
    project = open_project(ROOT)
    french, german = spoken(tmp_path, "fr-CA"), None
    assert composed(project, template=french).language == "fr"
    assert composed(project, template=french, language="en").language == "en"
    german = spoken(tmp_path, "de-DE")
    assert composed(project, template=german).language == "en"
    with pytest.raises(UnknownName):
        composed(project, template=german, language="de")


def test_what_is_no_template_has_no_language() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/styles.xml", "<w:styles><w:docDefaults/></w:styles>")
    for content in (b"", b"PK", buffer.getvalue()):
        assert language_of(File("x.docx", content)) == ""


def test_a_projects_older_wording_takes_from_the_package_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").write_text("format = 1\n")
    folder = tmp_path / "templates" / "wording"
    folder.mkdir(parents=True)
    shipped = (ROOT / "templates" / "wording" / "en.toml").read_text(encoding="utf-8")
    kept = [line for line in shipped.splitlines() if not line.startswith(("prepared =", "judges =", "unstated ="))]
    own = "\n".join(kept).replace('limits = "', 'limits = "Our ')
    (folder / "en.toml").write_text(own, encoding="utf-8")
    brief = composed(open_project(tmp_path), source=str(ROOT / "data" / "china-russia"), language="en")
    limits = brief.part("limits")
    assert limits is not None
    assert limits.title.startswith("Our ")
    (remark,) = [r for r in brief.remarks if r.where == "templates/wording/en.toml"]
    assert "“dates.unstated”" in remark.what
    assert "and 3 more" in remark.what or "the shipped one is used" in remark.what


def test_a_file_that_only_chooses_key_points_counts_and_one_that_says_nothing_does_not(folder: Path) -> None:
    file = folder / "data" / "harbour" / "editor" / "economic.toml"
    file.parent.mkdir(parents=True)
    file.write_text('format = 1\nsigned = ""\n', encoding="utf-8")
    (commission,) = gather(open_project(), Order(names=("economic",)))
    assert editing_of("economic", commission) == (None, ())
    file.write_text('format = 1\nsigned = "The desk"\nkey_points = ["1.1"]\n', encoding="utf-8")
    (commission,) = gather(open_project(), Order(names=("economic",)))
    editing, _ = editing_of("economic", commission)
    assert editing is not None
    assert editing.points is not None
