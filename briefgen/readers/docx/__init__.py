"""A Word document → Sheet. Notes keep the labels Word prints, custom ones included."""

from briefgen.readers.docx.body import read_docx

__all__ = ["read_docx"]
