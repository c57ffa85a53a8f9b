"""File → Source. Every reader lays its file flat as a Sheet; marks, notes and offsets are then the same for all."""

from briefgen.readers.card import carry_on, note_fit, read_card
from briefgen.readers.intake import Intake, take_in
from briefgen.readers.reading import lay_flat, read

__all__ = ["Intake", "carry_on", "lay_flat", "note_fit", "read", "read_card", "take_in"]
