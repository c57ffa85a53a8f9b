"""Design → the parts of a Word template: lean, in Word's newest mode, every style a paper uses in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from docx.oxml.ns import nsdecls
from lxml import etree

from briefgen.word.defaults import ACCENT, DEFAULTS, MEASURE, SERIF, Default
from briefgen.word.package import pack
from briefgen.word.styles import bullet_design, number_design

SERIF_FACE = "Source Serif Pro"
SANS_FACE = "Source Sans Pro"
HAN_FACE = "Noto Sans SC"
DAY = date(2025, 1, 1)
"""The date in a shipped template's own properties; papers have their own."""
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "word/document.xml": (f"{_WORD}.document.main+xml", ""),
    "word/styles.xml": (f"{_WORD}.styles+xml", "styles"),
    "word/settings.xml": (f"{_WORD}.settings+xml", "settings"),
    "word/numbering.xml": (f"{_WORD}.numbering+xml", "numbering"),
    "word/fontTable.xml": (f"{_WORD}.fontTable+xml", "fontTable"),
    "word/theme/theme1.xml": ("application/vnd.openxmlformats-officedocument.theme+xml", "theme"),
    "word/header1.xml": (f"{_WORD}.header+xml", "header"),
    "word/footer1.xml": (f"{_WORD}.footer+xml", "footer"),
    "docProps/core.xml": ("application/vnd.openxmlformats-package.core-properties+xml", ""),
    "docProps/app.xml": ("application/vnd.openxmlformats-officedocument.extended-properties+xml", ""),
}


@dataclass(frozen=True)
class Design:
    """What tells one shipped template from another. Lengths in twentieths of a point."""

    name: str
    body: str
    """Markup of the blocks."""
    header: str
    """Markup of the running head's one paragraph."""
    footer: str
    width: int = 11906
    height: int = 16838
    top: int = 1588
    bottom: int = 1474
    side: int = 1701
    accent: str = ACCENT
    heading_face: str = SANS_FACE
    text_face: str = SERIF_FACE
    styles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Style → contents of its ``w:pPr`` and ``w:rPr`` where they are not the usual ones."""

    @property
    def measure(self) -> int:
        """Width of the text."""
        return self.width - 2 * self.side


def build(design: Design) -> bytes:
    """Make a template."""
    made = {
        "word/document.xml": _document(design),
        "word/styles.xml": _styles(design),
        "word/settings.xml": _settings(),
        "word/numbering.xml": _numbering(),
        "word/fontTable.xml": _fonts(),
        "word/theme/theme1.xml": _theme(design),
        "word/header1.xml": _furniture("hdr", "Header", design.header),
        "word/footer1.xml": _furniture("ftr", "Footer", design.footer),
        "docProps/core.xml": _core(),
        "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties"/>',
    }  # fmt: skip
    types, root, document = _types(), _relations(root=True), _relations(root=False)
    files = {"[Content_Types].xml": types, "_rels/.rels": root, "word/_rels/document.xml.rels": document, **made}
    return pack([(name, (_HEAD + text).encode()) for name, text in files.items()], DAY)


def _types() -> str:
    listed = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _) in _PARTS.items())
    usual = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{usual}{listed}</Types>'


def _relations(*, root: bool) -> str:
    if root:
        rows = [
            ("document", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("app", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ]
    else:
        rows = [
            (kind, f"{_OFFICE}/relationships/{kind}", name.removeprefix("word/"))
            for name, (_, kind) in _PARTS.items()
            if kind
        ]
    listed = "".join(f'<Relationship Id="rId{i}" Type="{kind}" Target="{to}"/>' for i, kind, to in rows)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _document(design: Design) -> str:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/><w:footerReference w:type="default" '
        f'r:id="rIdfooter"/><w:pgSz w:w="{design.width}" w:h="{design.height}"/><w:pgMar w:top="{design.top}" '
        f'w:right="{design.side}" w:bottom="{design.bottom}" w:left="{design.side}" w:header="737" w:footer="680" '
        'w:gutter="0"/></w:sectPr>'
    )
    body = design.body.replace(f'"{ACCENT}"', f'"{design.accent}"')
    return f"<w:document {nsdecls('w', 'r')}><w:body>{body}{section}</w:body></w:document>"


def _styles(design: Design) -> str:
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{SERIF}<w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="en-AU" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="0" w:line="310" w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
    )
    basic = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "<w:pPr><w:widowControl/></w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name '
        'w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="NormalTable"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )
    sample = (
        '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/><w:basedOn '
        'w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:semiHidden/><w:rPr><w:color w:val="6B7785"/>'
        "</w:rPr></w:style>"
    )
    bases = {"normal": "Normal", "default paragraph font": "DefaultParagraphFont", "normal table": "NormalTable"}
    ids = bases | {name: style.id for name, style in DEFAULTS.items()}
    made = (_dressed(style, design).markup(ids[style.base.lower()], design.accent) for style in DEFAULTS.values())
    ours = "".join(made).replace("{bullet}", "1").replace(f'w:pos="{MEASURE}"', f'w:pos="{design.measure}"')
    return f"<w:styles {nsdecls('w')}>{defaults}{basic}{sample}{ours}</w:styles>"


def _dressed(style: Default, design: Design) -> Default:
    block, letters = design.styles.get(style.name, (style.block, style.type))
    return replace(style, block=block, type=letters)


def _settings() -> str:
    mapping = {
        "bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2", "hyperlink": "hyperlink",
        "followedHyperlink": "followedHyperlink",
    } | {f"accent{i}": f"accent{i}" for i in range(1, 7)}  # fmt: skip
    mapped = " ".join(f'w:{name}="{to}"' for name, to in mapping.items())
    return (
        f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="en-AU" w:eastAsia="zh-CN"/><w:clrSchemeMapping {mapped}/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _numbering() -> str:
    """List 1 has bullets, list 2 numbers."""
    designs = "".join(etree.tostring(d, encoding="unicode") for d in (bullet_design(0), number_design(1)))
    listed = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(2))
    return f"<w:numbering {nsdecls('w')}>{designs}{listed}</w:numbering>"


def _fonts() -> str:
    """Say of what kind each face is, so that a machine without it takes one of that kind."""
    rows = ((SERIF_FACE, "Source Serif 4", "roman"), (SANS_FACE, "Source Sans 3", "swiss"),
            (HAN_FACE, "Source Han Sans SC", "swiss"))  # fmt: skip
    listed = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{kind}"/><w:pitch w:val="variable"/>'
        "</w:font>"
        for name, other, kind in rows
    )
    return f"<w:fonts {nsdecls('w')}>{listed}</w:fonts>"


def _theme(design: Design) -> str:
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F2933", "lt2": "EDF2F7", "accent1": design.accent,
        "accent2": "28A197", "accent3": "801650", "accent4": "F46A25", "accent5": "3D3D3D", "accent6": "A285D1",
        "hlink": design.accent, "folHlink": "52606D",
    }  # fmt: skip
    listed = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    faces = "".join(
        f'<a:{which}Font><a:latin typeface="{latin}"/><a:ea typeface="{HAN_FACE}"/><a:cs typeface=""/></a:{which}Font>'
        for which, latin in (("major", design.heading_face), ("minor", design.text_face))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    plain = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="briefgen"><a:themeElements>'
        f'<a:clrScheme name="briefgen">{listed}</a:clrScheme><a:fontScheme name="briefgen">{faces}</a:fontScheme>'
        f'<a:fmtScheme name="briefgen"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{plain * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _core() -> str:
    moment = f"{DAY.isoformat()}T00:00:00Z"
    names = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
    )
    said = f"<dc:title>Briefing paper</dc:title><dc:language>en-AU</dc:language>{dates}"
    return f"<cp:coreProperties {names}>{said}</cp:coreProperties>"


def _furniture(tag: str, style: str, content: str) -> str:
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
    return f"<w:{tag} {nsdecls('w', 'r')}>{paragraph}</w:{tag}>"
