"""Files → attachments of the document, said to be the data behind it (ISO 19005-3, annex E)."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString, PDFZCompress

from briefgen.model.source import File
from briefgen.writers.pdf.press import Press, Stream

_TYPES: Final = {"csv": "text/csv", "json": "application/json", "txt": "text/plain", "xml": "application/xml"}
_OTHER: Final = "application/octet-stream"


def attach(press: Press, files: tuple[File, ...], day: date) -> dict[str, Any]:
    """Add files to the document and give the catalog's entries that lead to them.

    Args:
        press: the document.
        files: what is attached, under the names it shows.
        day: when they were made.
    """
    if not files:
        return {}
    named = sorted(files, key=lambda file: file.name)
    specs = [(file.name, press.document.Reference(_specification(press, file, day))) for file in named]
    names = PDFArray([part for name, spec in specs for part in (PDFString(name), spec)])
    return {
        "AF": PDFArray([spec for _, spec in specs]),
        "Names": PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": names})}),
    }


def _specification(press: Press, file: File, day: date) -> Any:
    kind = _TYPES.get(file.name.rpartition(".")[2].lower(), _OTHER)
    stamp = PDFString(f"D:{day:%Y%m%d}000000Z")
    entries = {
        "Type": PDFName("EmbeddedFile"), "Subtype": f"/{kind.replace('/', '#2F')}",
        "Params": PDFDictionary({"Size": len(file.content), "CreationDate": stamp, "ModDate": stamp}),
    }  # fmt: skip
    content = Stream(dictionary=PDFDictionary(entries), content=file.content, filters=[PDFZCompress])
    held = press.document.Reference(content)
    return PDFDictionary({
        "Type": PDFName("Filespec"), "F": PDFString(file.name), "UF": PDFString(file.name),
        "Desc": PDFString(file.name), "AFRelationship": PDFName("Data"), "EF": PDFDictionary({"F": held, "UF": held}),
    })  # fmt: skip
