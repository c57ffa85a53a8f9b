"""Flat text → the text with its note marks lifted out. One model of the whole document's numbering decides.

``find`` tells the marks from ordinary numbers, ``lift`` takes them out, ``restore`` puts them back byte for
byte, ``doubtful`` names those a person should confirm.
"""

from briefgen.marks.lifting import Lifted, Reading, lift, restore
from briefgen.marks.raised import Given
from briefgen.marks.reading import doubtful, find

__all__ = ["Given", "Lifted", "Reading", "doubtful", "find", "lift", "restore"]
