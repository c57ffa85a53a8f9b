"""Figure → caption, subtitle, picture (SVG beside PNG, with its words for those who cannot see it), source."""

from __future__ import annotations

import io

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.oxml.shape import CT_Inline
from docx.shared import Pt

from briefgen.model.brief import Figure
from briefgen.model.chart import Plate
from briefgen.word.elements import Node, cleaned, element
from briefgen.writers.docx.captions import set_caption
from briefgen.writers.docx.galley import Galley
from briefgen.writers.docx.inlines import set_inlines
from briefgen.writers.docx.pagination import picture_scale

_VECTOR = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{}"/></a:ext></a:extLst>'
)
"""[MS-ODRAWXML] 2.3: the vector picture that a reader which knows it takes instead of the PNG."""


def set_figure(galley: Galley, figure: Figure) -> None:
    """Set a figure; its lines and its picture stay on one page."""
    set_caption(galley, "figure", figure.number, figure.anchor, figure.title)
    if figure.subtitle:
        set_inlines(galley, galley.paragraph("figure-subtitle", keep=True), figure.subtitle)
    paragraph = galley.paragraph("picture", keep=bool(figure.source))
    paragraph.append(element("r", element("drawing", _inline(galley, figure.plate))))
    if figure.source:
        set_inlines(galley, galley.paragraph("source-line"), figure.source)


def _inline(galley: Galley, plate: Plate) -> Node:
    part, picture = galley.document.part, plate.picture
    galley.drawings += 1
    scale = picture_scale(picture.width, picture.height, galley.look)
    relation, _ = part.get_or_add_image(io.BytesIO(picture.png))
    width, height = Pt(picture.width * scale), Pt(picture.height * scale)
    made = CT_Inline.new_pic_inline(galley.drawings, relation, "", width, height)
    name, alt = cleaned(plate.chart.name), cleaned(plate.alt)
    for described in made.xpath(".//wp:docPr | .//pic:cNvPr"):
        described.set("name", name)
        described.set("descr", alt)
    vector = PackURI(f"/word/media/vector{galley.drawings}.svg")
    drawn = part.relate_to(Part(vector, "image/svg+xml", picture.svg, part.package), RELATIONSHIP_TYPE.IMAGE)
    made.xpath(".//a:blip")[0].append(parse_xml(_VECTOR.format(drawn)))
    return made
