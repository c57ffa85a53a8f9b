"""Words typed → papers, lists and answers. The only room that prints; it asks the pipeline and the project."""

from briefgen.cli.entry import main

__all__ = ["main"]
