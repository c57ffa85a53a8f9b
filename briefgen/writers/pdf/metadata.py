"""Brief → document properties, XMP packet and colour profile. Info and XMP say the same; dates are the paper's own."""

from __future__ import annotations

from html import escape
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString, PDFZCompress

from briefgen.model.brief import Brief
from briefgen.writers.pdf.flavour import UNIVERSAL, archival
from briefgen.writers.pdf.press import Press, Stream

_NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" '
    'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
)
_EXTENSION = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""PDF/A wants every property that is not its own described (ISO 19005-2, 6.6.2.3)."""


def properties(brief: Brief) -> dict[str, str]:
    """Say what the document's properties are."""
    made = brief.imprint
    keywords = ", ".join((*brief.themes, f"source {made.source_sha256}", f"inputs {made.inputs_sha256}"))
    return {
        "Title": brief.title, "Author": brief.organisation or "briefgen", "Subject": brief.subject,
        "Keywords": keywords, "Creator": f"briefgen {made.version}", "Producer": f"briefgen {made.version}, ReportLab",
    }  # fmt: skip


def info(brief: Brief) -> dict[str, Any]:
    """Give the entries of the Info dictionary."""
    said: dict[str, Any] = {key: PDFString(text) for key, text in properties(brief).items()}
    stamp = PDFString(f"D:{brief.date:%Y%m%d}000000Z")
    return said | {"CreationDate": stamp, "ModDate": stamp, "Trapped": PDFName("False")}


def catalog(brief: Brief, press: Press, with_files: bool) -> dict[str, Any]:
    """Give the catalog's entries that say what the document is."""
    typed = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    packet = Stream(dictionary=PDFDictionary(typed), content=_packet(brief, archival(with_files)).encode())
    profile = Stream(dictionary=PDFDictionary({"N": 3}), content=_srgb(), filters=[PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"), "S": PDFName("GTS_PDFA1"), "OutputConditionIdentifier": PDFString("sRGB"),
        "DestOutputProfile": press.document.Reference(profile),
    }  # fmt: skip
    return {
        "Lang": PDFString(brief.language), "Metadata": press.document.Reference(packet),
        "ViewerPreferences": PDFDictionary({"DisplayDocTitle": "true"}),
        "OutputIntents": PDFArray([PDFDictionary(intent)]),
    }  # fmt: skip


def _packet(brief: Brief, flavour: tuple[str, str]) -> str:
    said = {key: escape(text, quote=False) for key, text in properties(brief).items()}
    part, conformance = flavour
    stamp = f"{brief.date.isoformat()}T00:00:00Z"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {_NAMESPACES}>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{said["Title"]}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{said["Author"]}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{said["Subject"]}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{escape(brief.language, quote=False)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{said["Producer"]}</pdf:Producer><pdf:Keywords>{said["Keywords"]}</pdf:Keywords>
<xmp:CreatorTool>{said["Creator"]}</xmp:CreatorTool>
<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<pdfuaid:part>{UNIVERSAL}</pdfuaid:part>
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{conformance}</pdfaid:conformance>
</rdf:Description>
{_EXTENSION}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def _srgb() -> bytes:
    """Give the sRGB profile, its date fixed: the file must not depend on the clock (ICC.1, 7.2: header)."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 0xE4, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    profile[84:100] = bytes(16)
    return bytes(profile)
