"""Markdown → Sheet: its text without the markup, every place leading back to the file, labels of notes kept."""

from briefgen.readers.md.document import read_md

__all__ = ["read_md"]
