"""A page's text, Look → rules for the faces that travel in it: those of letters that a reader's own fonts may lack."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from briefgen.fonts import SANS, SERIF, Face, cut, runs, stack
from briefgen.model.look import STYLE_OF, Look

_TEXT = frozenset((SERIF, SANS))
"""Families whose letters (Latin, Greek, Cyrillic) every browser has in some face of its own."""


def travelling(text: str, look: Look) -> tuple[Face, ...]:
    """Find the faces that draw what our text families lack: Chinese, and whatever only a font of the project has."""
    faces = stack(look.style(STYLE_OF["body"]).face, own=look.fonts)
    own = [face for face in faces if face.family in _TEXT]
    lacked = "".join(sorted({c for c in text if not any(ord(c) in face.coverage for face in own)}))
    found = (run.face for run in runs(lacked, faces))
    return tuple(dict.fromkeys(face for face in found if face.family not in _TEXT))


def face_rules(text: str, faces: tuple[Face, ...]) -> Iterator[str]:
    """Write a rule for each face, cut down to the letters of a text, so that no reader sees boxes in their stead."""
    for face in faces:
        data = base64.b64encode(cut(face, text)).decode()
        yield f'@font-face {{ font-family: "{face.family}"; src: url(data:font/ttf;base64,{data}); }}'
