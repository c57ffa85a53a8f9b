"""TOML file ↔ frozen dataclass. Strict: an unknown key is an error that names the nearest known one."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from typing import Any, TypeVar

from briefgen.errors import BriefgenError, Remark
from briefgen.model.source import File
from briefgen.records.decoding import decode
from briefgen.records.lines import line_of, lines_of
from briefgen.records.shape import Misfit, filled, slots_of

Schema = TypeVar("Schema")


def load_toml(file: File, schema: type[Schema], error: type[BriefgenError]) -> Schema:
    """Read a TOML file into a dataclass, nested ones included.

    Args:
        schema: a dataclass; a table also fills ``dict[str, X]`` and ``tuple[tuple[str, X], ...]``.
        error: the class of every error raised.

    Raises:
        BriefgenError: of the class given; the file is no TOML, or a key or value does not fit.
    """
    table = load_table(file, error)
    try:
        value: Schema = filled(table, schema, ())
    except Misfit as misfit:
        raise error(*_placed(file, misfit, error)) from misfit
    return value


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A table that was left out because something in it does not fit."""

    name: str
    remark: Remark
    table: object
    """As the file has it."""


def load_sparing(
    file: File, schema: type[Schema], error: type[BriefgenError], key: str
) -> tuple[Schema, tuple[Spoilt, ...]]:
    """Read a TOML file as ``load_toml`` does, but leave out what does not fit of the tables ``[key.NAME]``.

    Raises:
        BriefgenError: of the class given; something else does not fit.
    """
    table = load_table(file, error)
    spoilt: list[Spoilt] = []
    while True:
        try:
            return filled(table, schema, ()), tuple(spoilt)
        except Misfit as misfit:
            where, what, mend = _placed(file, misfit, error)
            if len(misfit.path) < 2 or misfit.path[0] != key:
                raise error(where, what, mend) from misfit
            name = str(misfit.path[1])
            spoilt.append(Spoilt(name, Remark(where, what, mend), table[key].pop(name)))


def _placed(file: File, misfit: Misfit, error: type[BriefgenError]) -> tuple[str, str, str]:
    line = line_of(misfit.path, lines_of(decode(file, error)))
    return f"{file.name}:{line}" if line else file.name, misfit.what, misfit.mend


def load_table(file: File, error: type[BriefgenError]) -> dict[str, Any]:
    """Read a TOML file as it is, whatever keys it has.

    Raises:
        BriefgenError: of the class given; the file is no TOML.
    """
    try:
        return tomllib.loads(decode(file, error))
    except tomllib.TOMLDecodeError as fault:
        raise _broken(file, str(fault), error) from fault
    except RecursionError as fault:
        raise error(file.name, "is nested too deeply", "write it flatter") from fault


def dump_toml(value: object) -> str:
    """Write a flat dataclass as TOML, its fields in order; None is left out.

    Raises:
        TypeError: a field holds a table; what we write is flat.
    """
    lines = []
    for slot in slots_of(type(value)).values():
        item = getattr(value, slot.name)
        if item is not None:
            lines.append(f"{slot.key} = {_written(item)}\n")
    return "".join(lines)


def _written(item: object) -> str:
    match item:
        case bool():
            return str(item).lower()
        case int() | float():
            return repr(item)
        case str():
            # JSON's escapes are TOML's, but TOML also wants DEL escaped.
            return json.dumps(item, ensure_ascii=False).replace("\x7f", "\\u007f")
        case tuple():
            return f"[{', '.join(map(_written, item))}]"
    raise TypeError(f"no flat TOML value: {type(item).__name__}")


def _broken(file: File, fault: str, error: type[BriefgenError]) -> BriefgenError:
    """Turn tomllib's "… (at line 3, column 5)" into our form."""
    what, _, place = fault.rpartition(" (at ")
    line = place.removeprefix("line ").split(",")[0]
    where = f"{file.name}:{line}" if line.isdigit() else file.name
    return error(where, f"is no valid TOML: {what[:1].lower()}{what[1:]}" if what else fault, "mend the line")
