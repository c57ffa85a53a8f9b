"""Nothing → the templates that ship: ``python -m briefgen.word.starters FOLDER``. A test makes them again."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls
from lxml import etree

from briefgen.model.look import STYLE_OF
from briefgen.word.defaults import ACCENT, DEFAULTS, SERIF
from briefgen.word.package import pack
from briefgen.word.styles import bullet_design

SERIF_FACE = "Source Serif Pro"
SANS_FACE = "Source Sans Pro"
HAN_FACE = "Noto Sans SC"
_DAY = date(2025, 1, 1)
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
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/><w:footerReference w:type="default" '
    'r:id="rIdfooter"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1588" w:right="1701" w:bottom="1474" '
    'w:left="1701" w:header="737" w:footer="680" w:gutter="0"/></w:sectPr>'
)
"""A4; 30 mm at the sides, 28 mm above, 26 mm below."""


def make_brief() -> bytes:
    """Make ``templates/brief.docx``: A4, every style there is, one accent colour."""
    made = {
        "word/document.xml": _document(),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/numbering.xml": _numbering(),
        "word/fontTable.xml": _fonts(),
        "word/theme/theme1.xml": _theme(),
        "word/header1.xml": _furniture("hdr", "Header", _control("title"), _TAB, _control("marking")),
        "word/footer1.xml": _furniture(
            "ftr", "Footer", _TAB, _text("Page "), _field("PAGE"), _text(" of "), _field("NUMPAGES")
        ),
        "docProps/core.xml": _core(),
        "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties"/>',
    }  # fmt: skip
    types, root, document = _types(), _relations(root=True), _relations(root=False)
    files = {"[Content_Types].xml": types, "_rels/.rels": root, "word/_rels/document.xml.rels": document, **made}
    return pack([(name, (_HEAD + text).encode()) for name, text in files.items()], _DAY)


def main(folder: str = "templates") -> None:
    """Write the templates into a folder."""
    Path(folder, "brief.docx").write_bytes(make_brief())


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


def _document() -> str:
    """Show every paragraph style by its name, so that who opens the template sees what there is to shape."""
    shown = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{DEFAULTS[name.lower()].id}"/></w:pPr>{_text(name)}</w:p>'
        for name in STYLE_OF.values()
        if name not in ("Header", "Footer")
    )
    return f"<w:document {nsdecls('w', 'r')}><w:body>{shown}{_SECTION}</w:body></w:document>"


def _styles() -> str:
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
    bases = {"normal": "Normal", "default paragraph font": "DefaultParagraphFont", "normal table": "NormalTable"}
    ids = bases | {name: style.id for name, style in DEFAULTS.items()}
    ours = "".join(style.markup(ids[style.base.lower()]).replace("{bullet}", "1") for style in DEFAULTS.values())
    return f"<w:styles {nsdecls('w')}>{defaults}{basic}{ours}</w:styles>"


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
    design = etree.tostring(bullet_design(0), encoding="unicode")
    listed = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f"<w:numbering {nsdecls('w')}>{design}{listed}</w:numbering>"


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


def _theme() -> str:
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F2933", "lt2": "EDF2F7", "accent1": ACCENT, "accent2": "28A197",
        "accent3": "801650", "accent4": "F46A25", "accent5": "3D3D3D", "accent6": "A285D1", "hlink": ACCENT,
        "folHlink": "52606D",
    }  # fmt: skip
    listed = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    faces = "".join(
        f'<a:{which}Font><a:latin typeface="{latin}"/><a:ea typeface="{HAN_FACE}"/><a:cs typeface=""/></a:{which}Font>'
        for which, latin in (("major", SANS_FACE), ("minor", SERIF_FACE))
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
    moment = f"{_DAY.isoformat()}T00:00:00Z"
    names = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
    )
    said = f"<dc:title>Briefing paper</dc:title><dc:language>en-AU</dc:language>{dates}"
    return f"<cp:coreProperties {names}>{said}</cp:coreProperties>"


def _furniture(tag: str, style: str, *pieces: str) -> str:
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(pieces)}</w:p>'
    return f"<w:{tag} {nsdecls('w', 'r')}>{paragraph}</w:{tag}>"


_TAB = "<w:r><w:tab/></w:r>"


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _field(code: str) -> str:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{middle}{_text("1")}{end}'


def _control(name: str) -> str:
    """Make a content control: in Word a grey frame with a plain name, in a paper its text."""
    shown = name.capitalize()
    properties = f'<w:sdtPr><w:alias w:val="{shown}"/><w:tag w:val="{name}"/><w:text/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{_text(shown)}</w:sdtContent></w:sdt>"


if __name__ == "__main__":
    main(*sys.argv[1:2])
