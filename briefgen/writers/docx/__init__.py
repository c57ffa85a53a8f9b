"""Brief, Template → the bytes of a .docx with real endnotes that bear the source's own numbers."""

from briefgen.writers.docx.paper import write

__all__ = ["write"]
