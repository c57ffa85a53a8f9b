"""Templates that nobody would make on purpose: runs split anywhere, tags, markup and bytes damaged at random."""

from __future__ import annotations

import io
import random
import re
import subprocess
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from briefgen.errors import BriefgenError, EditorialError
from briefgen.model.brief import Brief, blocks_of, flat, inlines_of
from briefgen.model.commission import Commission
from briefgen.model.fact import Factbase
from briefgen.model.source import File
from briefgen.pipeline.composition import compose
from briefgen.pipeline.study import find_facts
from briefgen.project import Order, gather, open_project
from briefgen.word.review import inspect_template
from briefgen.writers import write
from tests.paths import ROOT, TEMPLATES

SHIPPED = ("brief", "brief-letter", "parliament", "ministerial")
OWN = "Words of the house’s own stand here."
TYPED = (
    "On {{ subject|upper }} for {{ organisation }}: {{ title }}{# for the desk #}",
    "{% for name in themes %}",
    "{{ loop.index }} of {{ loop.length }}: {{ name }}{% if loop.last %}.{% else %};{% endif %}",
    "{% endfor %}",
    "{% if marking == 'SAMPLE' %}",
    "Handle as {{ marking }}",
    "{% elif marking %}",
    "Marked {{ marking }}",
    "{% else %}",
    "Not marked",
    "{% endif %}",
    "{%p if contact %}",
    "Ask {{ contact }}",
    "{%p endif %}",
    OWN,
)
"""Paragraphs with tags of every sort, and one without."""
_HASH = re.compile(r"\b[0-9a-f]{16,64}\b")
_SET = re.compile(r"\s+|[-\u00ad\u2010\u2011]")


@dataclass(frozen=True)
class Outcome:
    """What became of one template."""

    said: str
    """The line it was refused with; empty where papers were made."""
    violation: str = ""
    text: str = ""
    """Of the Word paper, as it runs, without the hashes of its inputs."""


@cache
def sample() -> tuple[Commission, Factbase]:
    """Read the sample source that template preview uses, once."""
    order = Order(("economic",), source=str(ROOT / "templates/sample"), template="brief", date="2025-01-01",
                  marking="SAMPLE", formats=("docx", "pdf"))  # fmt: skip
    (commission,) = gather(open_project(str(ROOT)), order)
    commission = replace(commission, organisation="Harbour desk", contact="desk@example.org")
    return commission, find_facts(commission)


def typed(shipped: str, paragraphs: tuple[str, ...], chance: random.Random | None = None) -> File:
    """Type paragraphs into a shipped template, between its parts.

    Args:
        chance: cuts them into runs of any length; None for one run each.
    """
    document = Document(str(TEMPLATES / f"{shipped}.docx"))
    blocks = [node for node in document.element.body if node.tag == qn("w:sdt")]
    before = blocks[2]
    for text in paragraphs:
        paragraph, at = OxmlElement("w:p"), 0
        while at < len(text):
            length = len(text) if chance is None else chance.randint(1, chance.choice((1, 2, 3, 8, 40)))
            paragraph.append(_run(text[at : at + length], bold=chance is not None and chance.random() < 0.5))
            at += length
        before.addprevious(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    return File("mine.docx", buffer.getvalue())


def _run(text: str, *, bold: bool) -> etree._Element:
    run, said = OxmlElement("w:r"), OxmlElement("w:t")
    if bold:
        run.append(OxmlElement("w:rPr"))
        run[0].append(OxmlElement("w:b"))
    said.text = text
    said.set(qn("xml:space"), "preserve")
    run.append(said)
    return run


def damaged(seed: int) -> tuple[str, File]:
    """Damage a template: its tags, the markup of one part, or bytes of the file; say which."""
    chance = random.Random(seed)
    shipped, kind = chance.choice(SHIPPED), chance.choice(("tags", "markup", "markup", "bytes"))
    if kind == "tags":
        return kind, typed(shipped, _mangled(chance), chance)
    whole = typed(shipped, TYPED, chance)
    if kind == "markup":
        return kind, File(whole.name, _wounded(whole.content, chance))
    content = bytearray(whole.content)
    for _ in range(chance.randint(1, 6)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return kind, File(whole.name, bytes(content[: chance.choice((len(content), chance.randrange(len(content)))) or 1]))


def _mangled(chance: random.Random) -> tuple[str, ...]:
    """Drop, double, turn and swap text of tags; the paragraph without any stays."""
    paragraphs = list(TYPED[:-1])
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(paragraphs))
        text = paragraphs[at]
        first, last = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        paragraphs[at] = chance.choice((
            text[:first] + text[last:], text + text[first:last], text[::-1], text.replace("}}", "}"),
            paragraphs[chance.randrange(len(paragraphs))], text.replace("loop", "lop"), "",
        ))  # fmt: skip
    return (*paragraphs, TYPED[-1])


def _wounded(content: bytes, chance: random.Random) -> bytes:
    """Drop, double, move and misname elements of one part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(["word/document.xml"] * 8 + [n for n in parts if n.endswith((".xml", ".rels"))])
    root = etree.fromstring(parts[name])
    for _ in range(chance.randint(1, 4)):
        node = chance.choice(list(root.iter(etree.Element)))
        parent = node.getparent()
        if parent is None:
            continue
        match chance.choice(("drop", "double", "move", "attribute")):
            case "drop":
                parent.remove(node)
            case "double":
                parent.append(deepcopy(node))
            case "move" if (near := parent.getprevious()) is not None:
                near.append(node)
            case "attribute" if node.attrib:
                node.set(chance.choice(list(node.attrib)), chance.choice(("", "x", "-1", "9" * 14)))
    parts[name] = etree.tostring(root)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return buffer.getvalue()


def judge(file: File, own: str = "") -> Outcome:
    """Check a template and build both papers in it: refused in one line, or not a word lost.

    Args:
        own: words of the template's own that both papers must have.
    """
    commission, base = sample()
    files = tuple((role, file if role == "template" else given) for role, given in commission.files)
    try:
        try:
            findings = [str(found.remark) for found in inspect_template(file)]
        except EditorialError as error:
            findings = [str(error)]
        composed = compose(replace(commission, files=files), base)
        word, page = (write(composed.brief, composed.template, kind) for kind in ("docx", "pdf"))
    except BriefgenError as error:
        said = str(error)
        wrong = "a message of several lines" if "\n" in said else "" if findings else "check found nothing"
        return Outcome(said, wrong and f"{wrong}: {said}")
    except Exception as error:
        return Outcome("", f"{type(error).__name__}: {error}")
    lines = [line for line in findings if "\n" in line]
    text = text_of(word)
    missing = [*lost(composed.brief, text), *([own] if own not in text or _set(own) not in _set(_read(page)) else [])]
    return Outcome("", f"lost: {missing[0]}" if missing else lines[0] if lines else "", _HASH.sub("", text))


def lost(brief: Brief, text: str) -> list[str]:
    """List the words of a paper that its Word file does not have."""
    runs = [run for block in blocks_of(brief) for run in inlines_of(block)] + [note.inlines for note in brief.notes]
    words = [str(getattr(inline, "text", "")) for run in runs for inline in flat(run)]
    return [said for said in words if said.replace("\u00a0", " ") not in text]


def text_of(word: bytes) -> str:
    """Give the text of a Word file, notes behind the body."""
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        roots = [etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "endnotes")]
    return "\n".join("".join(_texts(root)) for root in roots).replace("\u00a0", " ")


def _texts(root: etree._Element) -> Iterator[str]:
    yield from (node.text or "" for node in root.iter(qn("w:t")))


def _read(page: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=page, capture_output=True, check=True).stdout.decode()


def _set(text: str) -> str:
    """Take out blanks and hyphens, which lines are broken at."""
    return _SET.sub("", text)
