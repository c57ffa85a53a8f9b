"""A dataclass and plain values → its fields filled. What a type accepts from TOML and from a CSV cell is said here.

A field's key is its name; a trailing underscore is dropped, so that ``from_`` reads ``from``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime, time
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from briefgen.errors import nearest

Path = tuple[str | int, ...]
"""Keys from the root of a document to a value; numbers count from 0 within arrays."""

NAMES = {str: "text in quotes", int: "a whole number", float: "a number", bool: "true or false", date: "a date"}


class Misfit(Exception):
    """A value does not fit its type; ``path`` says which, the reader of the file says where."""

    def __init__(self, path: Path, what: str, mend: str = "") -> None:
        self.path, self.what, self.mend = path, what, mend
        super().__init__(what)


@dataclasses.dataclass(frozen=True, slots=True)
class Slot:
    """One field of a schema."""

    name: str
    key: str
    kind: Any
    required: bool


_SLOTS: dict[type[Any], Mapping[str, Slot]] = {}
"""Reading a dataclass's types costs more than filling it."""


def slots_of(schema: type[Any]) -> Mapping[str, Slot]:
    """List the fields of a dataclass by key."""
    known = _SLOTS.get(schema)
    if known is None:
        known = _SLOTS[schema] = _read_slots(schema)
    return known


def _read_slots(schema: type[Any]) -> dict[str, Slot]:
    hints = get_type_hints(schema)
    slots = {}
    for field in dataclasses.fields(schema):
        if field.init:
            required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
            key = field.name.removesuffix("_")
            slots[key] = Slot(field.name, key, hints[field.name], required)
    return slots


def fitted(value: object, kind: Any, path: Path) -> Any:
    """Turn a plain value into what the type wants.

    Raises:
        Misfit: it does not fit.
    """
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _fit_union(value, kind, path)
    if origin is Literal:
        return _fit_literal(value, get_args(kind), path)
    if origin is tuple:
        return _fit_tuple(value, get_args(kind), path)
    if origin in (dict, Mapping):
        return {key: fitted(item, get_args(kind)[1], (*path, key)) for key, item in _table(value, path).items()}
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return filled(value, kind, path)
    return _fit_plain(value, kind, path)


def filled(value: object, schema: type[Any], path: Path) -> Any:
    """Make a dataclass of a table; unknown keys and missing ones are misfits.

    Raises:
        Misfit: a key or a value does not fit, or the dataclass itself refuses the values.
    """
    table, slots = _table(value, path), slots_of(schema)
    for key in table:
        if key not in slots:
            raise Misfit((*path, key), f"unknown key “{dotted((*path, key))}”", nearest(key, slots))
    for slot in slots.values():
        if slot.required and slot.key not in table:
            raise Misfit(path, f"“{dotted((*path, slot.key))}” is missing", f"add {slot.key} = …")
    values = {slots[key].name: fitted(item, slots[key].kind, (*path, key)) for key, item in table.items()}
    try:
        return schema(**values)
    except ValueError as fault:
        raise Misfit(path, str(fault)) from fault


def alternatives(kind: Any) -> list[Any]:
    """List the types a type stands for, None left out."""
    if get_origin(kind) in (Union, UnionType):
        return [each for each in get_args(kind) if each is not NoneType]
    return [kind]


def dotted(path: Path) -> str:
    """Write a path as a person reads it: section[2].title, counting from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _table(value: object, path: Path) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise _unlike(value, "a table", path)
    return value


def _fit_plain(value: object, kind: Any, path: Path) -> object:
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    # bool is an int and datetime is a date for isinstance, never for a person.
    if type(value) is kind:
        return value
    raise _unlike(value, NAMES.get(kind, kind.__name__), path)


def _fit_literal(value: object, known: tuple[object, ...], path: Path) -> object:
    if value in known and type(value) is not bool:
        return value
    raise Misfit(path, f"“{dotted(path)}” is {_shown(value)}, not one of {', '.join(map(str, known))}")


def _fit_union(value: object, kind: Any, path: Path) -> Any:
    kinds = alternatives(kind)
    for each in kinds[:-1]:
        try:
            return fitted(value, each, path)
        except Misfit:
            continue
    return fitted(value, kinds[-1], path)


def _fit_tuple(value: object, kinds: tuple[Any, ...], path: Path) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        # A table stands for (key, value) pairs, in the order of the file.
        if isinstance(value, Mapping) and get_origin(kinds[0]) is tuple:
            wanted = get_args(kinds[0])[1]
            return tuple((key, fitted(item, wanted, (*path, key))) for key, item in value.items())
        kinds = kinds[:1] * len(_array(value, path))
    items = _array(value, path)
    if len(items) != len(kinds):
        raise Misfit(path, f"“{dotted(path)}” has {len(items)} values, not {len(kinds)}")
    return tuple(fitted(item, kind, (*path, i)) for i, (item, kind) in enumerate(zip(items, kinds, strict=True)))


def _array(value: object, path: Path) -> list[object]:
    if not isinstance(value, list):
        raise _unlike(value, "an array in [ ]", path)
    return value


def _unlike(value: object, wanted: str, path: Path) -> Misfit:
    return Misfit(path, f"“{dotted(path)}” is {_shown(value)}, not {wanted}", f"write {wanted}")


def _shown(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f"the text “{value if len(value) < 40 else value[:39] + '…'}”"
        case int() | float():
            return f"the number {value}"
        case date() | datetime() | time():
            return f"the time {value}"
        case list():
            return "an array"
        case _:
            return "a table"
