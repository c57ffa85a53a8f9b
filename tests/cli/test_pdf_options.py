"""``build --encrypt`` and ``--attach-data``: what they give, what they give up, and what they refuse."""

import io
import json

import docx
import pikepdf
import pytest
from fontTools.ttLib import TTFont

from briefgen.fonts import SANS, find
from tests.paths import ROOT

DATED = ("--date", "2024-01-31")


@pytest.fixture
def password(monkeypatch) -> str:
    monkeypatch.setenv("BRIEFGEN_PDF_PASSWORD", "quay-7")
    return "quay-7"


def test_an_encrypted_paper_opens_with_the_password_and_what_is_given_up_is_said(run, folder, password):
    ran = run("build", "economic", "-f", "docx,pdf", "--encrypt", *DATED)
    assert ran.code == 0, ran.err
    for said in ("no PDF/A", "no two runs give the same bytes", "other formats beside it are not encrypted"):
        assert said in ran.err
    content = (folder / "out" / "economic.pdf").read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(content))
    with pikepdf.open(io.BytesIO(content), password=password) as pdf:
        assert pdf.encryption.R == 6
    assert password not in (folder / "out" / "economic.trace.json").read_text(encoding="utf-8")


def test_an_encrypted_paper_is_built_anew_each_time_and_one_without_password_after_it(run, folder, password):
    run("build", "economic", "-f", "pdf", "--encrypt", *DATED)
    again = run("build", "economic", "-f", "pdf", "--encrypt", *DATED)
    assert "unchanged" not in again.err
    plain = run("build", "economic", "-f", "pdf", *DATED)
    assert "unchanged" not in plain.err
    pikepdf.open(folder / "out" / "economic.pdf").close()


def test_what_was_asked_for_is_no_remark(run, folder, password):
    ran = run("build", "economic", "-f", "pdf", "--encrypt", *DATED, "--json")
    (paper,) = ran.json["papers"]
    assert not any("encrypt" in remark["what"] for remark in paper["remarks"])


def test_without_a_password_nothing_is_begun(run, folder):
    ran = run("build", "economic", "--encrypt")
    assert (ran.code, ran.out) == (2, "")
    assert "set BRIEFGEN_PDF_PASSWORD" in ran.err
    assert not (folder / "out").exists()


@pytest.mark.parametrize("option", ["--encrypt", "--attach-data"])
def test_what_is_for_pdf_is_refused_where_none_is_ordered(run, folder, password, option):
    ran = run("build", "economic", "-f", "docx", option)
    assert (ran.code, ran.out) == (2, "")
    assert f"{option}: is for PDF" in ran.err


def test_the_data_behind_a_paper_travel_in_it(run, folder):
    ran = run("build", "economic", "-f", "pdf", "--attach-data", *DATED)
    assert ran.code == 0, ran.err
    with pikepdf.open(folder / "out" / "economic.pdf") as pdf:
        files = {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}
        assert {str(spec.AFRelationship) for spec in pdf.Root.AF} == {"/Data"}
    assert set(files) == {"charts.csv", "charts.json", "facts.csv", "facts.json", "manifest.json"}
    printed = json.loads((folder / "out" / "economic.trace.json").read_text(encoding="utf-8"))["brief"]["stated"]
    assert [row["id"] for row in json.loads(files["facts.json"])] == [stated["id"] for stated in printed]
    assert files["facts.csv"].count(b"\r\n") == len(printed) + 1
    manifest = json.loads(files["manifest.json"])
    assert [row["role"] for row in manifest["inputs"][:2]] == ["source", "card"]
    assert manifest["date"] == "2024-01-31"
    assert str(folder) not in str(files)


def test_a_paper_with_its_data_is_another_than_one_without(run, folder):
    run("build", "economic", "-f", "pdf", "--attach-data", *DATED)
    assert "unchanged" not in run("build", "economic", "-f", "pdf", *DATED).err
    assert "unchanged" not in run("build", "economic", "-f", "pdf", "--attach-data", *DATED).err
    assert "unchanged" in run("build", "economic", "-f", "pdf", "--attach-data", *DATED).err


def test_a_font_of_the_project_draws_what_no_other_has(run, folder):
    (folder / "data" / "harbour" / "source.txt").write_text(
        "Trade 😀 was worth US$4 billion in 2019.\n", encoding="utf-8"
    )
    (folder / "data" / "harbour" / "source.toml").write_text('subject = "Aldmere"\n', encoding="utf-8")
    refused = run("build", "economic", "-f", "pdf", *DATED)
    assert refused.code == 6
    assert "templates/fonts" in refused.err
    with TTFont(find(SANS).path) as font:
        for table in font["cmap"].tables:
            if table.isUnicode() and table.format == 12:
                table.cmap[0x1F600] = "A"
        (folder / "templates" / "fonts").mkdir(parents=True)
        font.save(folder / "templates" / "fonts" / "signs.ttf")
    assert run("build", "economic", "-f", "pdf", *DATED).code == 0


def test_a_font_that_is_none_is_refused_by_its_name(run, folder):
    (folder / "templates" / "fonts").mkdir(parents=True)
    (folder / "templates" / "fonts" / "broken.ttf").write_bytes(b"none")
    ran = run("build", "economic", "-f", "pdf", *DATED)
    assert ran.code == 4
    assert "templates/fonts/broken.ttf: is no font that can be read" in ran.err


def test_a_template_in_a_face_nobody_ships_is_remarked_on(run, folder):
    (folder / "templates").mkdir()
    document = docx.Document(str(ROOT / "templates" / "brief.docx"))
    document.styles["Body Text"].font.name = "Garamond"
    document.save(str(folder / "templates" / "house.docx"))
    ran = run("build", "economic", "-f", "pdf", "--template", "house", *DATED)
    assert ran.code == 0, ran.err
    assert "font “Garamond”: not shipped; set in Source Serif Pro" in ran.err
