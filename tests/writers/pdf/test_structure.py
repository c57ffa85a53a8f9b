from reportlab.pdfbase.pdfdoc import PDFDocument

from briefgen.writers.pdf.structure import Content, Element, write_structure


def test_an_inline_element_takes_its_place_when_it_is_drawn() -> None:
    paragraph = Element("P")
    link = paragraph.inline("Reference").inline("Link")
    paragraph.hold(Content(0, 0))
    link.hold(Content(0, 1))
    paragraph.hold(Content(0, 2))
    link.hold(Content(1, 0))
    reference = link.parent
    assert paragraph.kids == [Content(0, 0), reference, Content(0, 2)]
    assert link.kids == [Content(0, 1), Content(1, 0)]


def test_an_element_that_was_never_drawn_is_not_in_the_tree() -> None:
    document, top = PDFDocument(), Element("Document")
    top.add("L").add("LI")
    drawn = top.add("P")
    drawn.hold(Content(0, 0))
    write_structure(document, top, [[drawn]], [])
    roles = [str(thing.dict.get("S")) for thing in document.idToObject.values() if hasattr(thing, "dict")]
    assert [role for role in roles if role != "None"] == ["/Document", "/P"]
