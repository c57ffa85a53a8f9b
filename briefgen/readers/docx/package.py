"""An admitted .docx → its parts as trees. Which part is which its relationships say, not its names."""

from __future__ import annotations

import io
import posixpath
import zipfile
from functools import cached_property

from lxml import etree

from briefgen.errors import SourceError
from briefgen.model.source import File

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# ISO 29500 Strict has the same elements under another name.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT_TO = W.strip("{}").encode()

Node = etree._Element


class Package:
    """The parts of a document that a reader wants."""

    def __init__(self, file: File) -> None:
        self._name = file.name
        self._zip = zipfile.ZipFile(io.BytesIO(file.content))

    @cached_property
    def main(self) -> str:
        """Name of the part that holds the text.

        Raises:
            SourceError: the package is of another program.
        """
        found = self._related("").get("officeDocument")
        if found is None or not found.endswith(".xml"):
            raise SourceError(self._name, "is no Word document", "save it as .docx")
        return found

    def body(self) -> Node:
        """Parse the text.

        Raises:
            SourceError: the package is of another program.
        """
        root = self._parse(self.main)
        body = None if root is None else root.find(f"{W}body")
        if body is None:
            raise SourceError(self._name, "is no Word document", "save it as .docx")
        return body

    def part(self, kind: str) -> Node | None:
        """Parse the part the text names as its styles, settings, footnotes or endnotes; None where there is none."""
        name = self._related(self.main).get(kind)
        return None if name is None else self._parse(name)

    def _related(self, part: str) -> dict[str, str]:
        """Map kinds of relationship to the parts they lead to, inside the package."""
        folder, _, base = part.rpartition("/")
        root = self._parse(posixpath.join(folder, "_rels", f"{base}.rels"))
        related: dict[str, str] = {}
        for link in [] if root is None else root.iter(_RELATIONSHIP):
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
                related.setdefault(link.get("Type", "").rpartition("/")[2], target)
        return related

    def _parse(self, name: str) -> Node | None:
        try:
            content = self._zip.read(name)
        except KeyError:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(content.replace(_STRICT, _STRICT_TO), parser)


def value(node: Node | None, name: str = "val", default: str = "") -> str:
    """Read an attribute of Word's own namespace."""
    return default if node is None else node.get(W + name, default)


def switched(node: Node | None, *path: str) -> bool:
    """Tell whether an on/off property is there and on (ECMA-376 17.17.4)."""
    for step in path:
        node = None if node is None else node.find(W + step)
    return node is not None and value(node, default="true") not in ("0", "false", "off", "none")
