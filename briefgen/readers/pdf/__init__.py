"""A PDF → Sheet: lines rejoined, raised numbers as candidates, running heads dropped, pages kept. Extra [readers]."""

from briefgen.readers.pdf.document import read_pdf

__all__ = ["read_pdf"]
