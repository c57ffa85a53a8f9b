"""Name → markup of what the shipped templates are built of: paragraphs, fields, content controls with grey samples."""

from __future__ import annotations

from html import escape
from zlib import crc32

from briefgen.word.defaults import DEFAULTS
from briefgen.word.names import PANEL, PARTS

TAB = "<w:r><w:tab/></w:r>"
_GREY = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
_SAMPLES: dict[str, tuple[tuple[str, str], ...]] = {
    "title": (("Title", "Subject: theme"),),
    "front": (
        ("Marking", "MARKING"),
        ("Front Block", "Prepared on a date. How new the evidence is. Whom to ask."),
        ("Our Words", "Whose words these are: the source’s in ordinary type, ours shaded or in brackets."),
        ("Rights", "The rights of the source."),
    ),
    "changed": (("Our Words", "What changed since the issue before, where one is given."),),
    "bottom-line": (("Bottom Line", "The source states: “One whole sentence of the source’s.”"),),
    "key-points": (("Key Point", "A main sentence of the source’s, with its marks."), ("Key Point", "Another one.")),
    "key-figures": (("Key Figure", "12.5"), ("Key Figure Label", "What is measured, and when")),
    "sections": (
        ("Heading 1", "Section"),
        ("Body Text", "The source’s sentences on the theme, word for word (para. 1)"),
        ("Caption", "Figure 1. A chart beside the text it shows"),
        ("Figure Subtitle", "Measure, unit, period"),
        ("Source Line", "Source: evidence"),
        ("Heading 2", "Section within a part"),
        ("Heading 3", "Heading of the third level"),
        ("Callout Title", "A box set apart"),
    ),
    "charts": (("Caption", "Figure 1. A chart"), ("Source Line", "Source: evidence")),
    "positions": (("Caption", "Table 1. Issues and who holds what"), ("Table Text", "Words of the source’s")),
    "people": (("Caption", "Table 2. People named"), ("Table Text", "Name and role, as the source states them")),
    "limits": (("List Bullet", "What the evidence does not give."),),
    "source": (("Our Words", "What the one source is, and how much of it is reprinted."),),
    "annex": (
        ("Caption", "Table 3. Values behind the charts"),
        ("Table Head", "Heading of a column"),
        ("Table Text", "Text in a table"),
        ("Table Number", "1,234"),
    ),
    "notes": (("endnote text", "Note 1. The notes, in the source’s own numbers. Word sets them here."),),
}
"""Part → style and words of each paragraph that stands in its control."""
_UNTITLED = ("title", "front", "sections")
"""Parts without a heading of their own."""


def paragraph(style: str, content: str) -> str:
    """Make a paragraph.

    Args:
        style: its name.
        content: markup of its runs.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{DEFAULTS[style.lower()].id}"/></w:pPr>{content}</w:p>'


def text(said: str, letters: str = "") -> str:
    """Make a run of text.

    Args:
        letters: markup of its own formatting.
    """
    return f'<w:r>{letters}<w:t xml:space="preserve">{escape(said, quote=False)}</w:t></w:r>'


def field(code: str) -> str:
    """Make a field that Word fills: PAGE, NUMPAGES."""
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{middle}{text("1")}{end}'


def control(name: str, letters: str = "") -> str:
    """Make a control within a line: in Word a grey frame with a plain name, in a paper its value.

    Args:
        letters: markup of its run's formatting.
    """
    shown = PANEL.get(name, name.capitalize())
    properties = f'<w:sdtPr><w:alias w:val="{shown}"/><w:tag w:val="{name}"/><w:text/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{text(shown, letters)}</w:sdtContent></w:sdt>"


def part(name: str) -> str:
    """Make the block of a part: moved in Word it moves in every output, deleted it is left out."""
    shown = PARTS[name][0]
    samples = "".join(paragraph(style, text(said, _GREY)) for style, said in _SAMPLES[name])
    head = "" if name in _UNTITLED else paragraph("Heading 1", _label(shown))
    number = crc32(name.encode()) >> 1
    properties = f'<w:sdtPr><w:alias w:val="{shown}"/><w:tag w:val="{name}"/><w:id w:val="{number}"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{head}{samples}</w:sdtContent></w:sdt>"


def _label(shown: str) -> str:
    """Make the place of a heading: what is typed over the grey words wins over the wording file."""
    properties = '<w:sdtPr><w:alias w:val="Heading"/><w:tag w:val="heading"/><w:showingPlcHdr/><w:text/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{text(shown, _GREY)}</w:sdtContent></w:sdt>"
