"""A web page → Sheet. Note links and raised numbers are labels; what is not the document is dropped."""

from briefgen.readers.html.nodes import Node, settable
from briefgen.readers.html.tree import parse_html, read_html, read_tree

__all__ = ["Node", "parse_html", "read_html", "read_tree", "settable"]
