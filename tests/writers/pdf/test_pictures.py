import io
from pathlib import Path

import pikepdf
import pytest
from matplotlib import rc_context
from matplotlib.figure import Figure

from briefgen.writers.pdf.pictures import take_in
from briefgen.writers.pdf.press import Press
from briefgen.writers.pdf.structure import Element


def drawn(title: str) -> bytes:
    buffer = io.BytesIO()
    with rc_context({"pdf.fonttype": 42, "ps.fonttype": 42}):
        canvas = Figure(figsize=(3, 2))
        canvas.subplots().set_title(title)
        canvas.savefig(buffer, format="pdf", metadata={"CreationDate": None})
    return buffer.getvalue()


def test_pictures_keep_their_size_and_their_text_side_by_side(tmp_path: Path) -> None:
    press = Press(600, 400, Element("Document"))
    leaf = press.leaf()
    for number, title in enumerate(("Harbour", "Договор")):
        figure = press.top.add("Figure", alt=title)
        assert take_in(press, f"Picture{number}", drawn(title)) == (216, 144)
        leaf.picture(f"Picture{number}", figure, 300 * number, 0, 1.0)
    path = tmp_path / "two.pdf"
    path.write_bytes(press.finish({}, {}, ()))
    with pikepdf.open(path) as pdf:
        assert not pdf.check_pdf_syntax()
        forms = pdf.pages[0].Resources.XObject
        assert set(forms.keys()) == {"/Picture0", "/Picture1"}
        for form in forms.values():
            assert [float(v) for v in form.BBox] == [0, 0, 216, 144]
            assert b"BT" in form.read_bytes()
            assert all("/FontFile2" in f.DescendantFonts[0].FontDescriptor or "/FontFile2" in str(f.keys())
                       for f in form.Resources.Font.values() if "/DescendantFonts" in f)  # fmt: skip


def test_a_file_that_is_no_page_of_matplotlib_is_our_bug() -> None:
    with pytest.raises(ValueError, match="matplotlib"):
        take_in(Press(10, 10, Element("Document")), "P", drawn("x").replace(b"/Resources", b"/Rezources"))
