"""All inputs of one build as one value. What is not in it cannot be read by the build."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256

from briefgen.errors import Remark
from briefgen.model.change import Change
from briefgen.model.source import File


@dataclass(frozen=True)
class Commission:
    """One paper that is wanted, with every file that may go into it."""

    name: str
    """Stem of the output files."""
    themes: tuple[str, ...]
    source: str
    """Name of the source."""
    length: str
    language: str
    """Of our own words."""
    formats: tuple[str, ...]
    date: date
    date_given: bool
    """False where only the clock supplied the date: then it is not part of the key."""
    marking: str
    organisation: str
    contact: str
    files: tuple[tuple[str, File], ...]
    """(role, file): source, card, notes, marks, entities, overrides, theme:NAME, wording, template, editor:NAME."""
    overrides: bool = True
    """Whether the editor's decisions are applied."""
    versions: tuple[tuple[str, str], ...] = ()
    """(package, version) of everything whose change may change a byte."""
    previous: bytes | None = None
    """Trace of the former issue that this one is compared with; None for none."""
    previous_given: bool = False
    """False where only the schedule supplied it: then it is not part of the key."""
    attach_data: bool = False
    """Whether its facts and the data of its charts travel in the PDF."""
    password: str = field(default="", repr=False)
    """What opens the PDF; empty where everybody may. Never part of the key, which is printed."""
    review: bool = False
    """Whether the checking sheet stands behind the paper."""
    embed_fonts: bool = True
    """Whether the fonts travel in the Word file."""
    word_only: bool = False
    """Whether note marks are written as Word itself writes them, whatever LibreOffice makes of that."""
    remarks: tuple[Remark, ...] = field(default=(), compare=False)
    """Met while gathering it."""

    def file(self, role: str) -> File | None:
        """Find an input by its role."""
        return dict(self.files).get(role)

    @property
    def inputs(self) -> tuple[tuple[str, str, str], ...]:
        """(role, name, SHA-256) of every file."""
        return tuple((role, file.name, file.sha256) for role, file in self.files)

    @cached_property
    def key(self) -> str:
        """Hex digest of everything that decides the paper: equal keys, equal bytes."""
        said = [
            self.name, self.themes, self.source, self.length, self.language, self.formats,
            self.date.isoformat() if self.date_given else "", self.marking, self.organisation,
            self.contact, self.inputs, self.overrides, self.versions,
        ]  # fmt: skip
        if self.previous is not None and self.previous_given:
            said.append(sha256(self.previous).hexdigest())
        choices = {"attach-data": self.attach_data, "encrypt": self.password, "no-fonts": not self.embed_fonts,
                   "word-only": self.word_only,
                   "review": self.review}  # fmt: skip
        said += [name for name, wanted in choices.items() if wanted]
        return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True)
class Paper:
    """One built paper, in memory: nothing of it is on disk yet."""

    commission: Commission
    files: tuple[File, ...]
    """One a format, named as they will be saved."""
    trace: File
    remarks: tuple[Remark, ...]
    title: str = ""
    changes: Change | None = None
