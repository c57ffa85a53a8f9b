"""What the notes of a source say: found at its end, or supplied beside it."""

from briefgen.notes.joining import join_notes
from briefgen.notes.lists import NoteList, find_lists
from briefgen.notes.supplied import read_notes
from briefgen.notes.texts import NoteText, key_of

__all__ = ["NoteList", "NoteText", "find_lists", "join_notes", "key_of", "read_notes"]
