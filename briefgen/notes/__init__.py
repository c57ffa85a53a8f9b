"""What the notes of a source say: found at its end, or supplied beside it."""

from briefgen.notes.joining import join_notes
from briefgen.notes.lists import find_lists, heads_notes
from briefgen.notes.numberings import assign_runs
from briefgen.notes.supplied import read_notes
from briefgen.notes.texts import NoteText, in_ranges, key_of, unlabelled

__all__ = [
    "NoteText",
    "assign_runs",
    "find_lists",
    "heads_notes",
    "in_ranges",
    "join_notes",
    "key_of",
    "read_notes",
    "unlabelled",
]
