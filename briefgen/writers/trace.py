"""Brief and the hashes of its files → the trace: the paper written as data. There is no second bookkeeping."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from briefgen.model.brief import Brief
from briefgen.model.chart import Picture
from briefgen.model.source import File

FORMAT = 1


def write(brief: Brief, key: str, outputs: Iterable[File]) -> bytes:
    """Write the trace.

    Args:
        brief: the paper.
        key: the commission's key, by which the next build knows that nothing changed.
        outputs: the paper in every format, as it will be saved.
    """
    document = {
        "format": FORMAT,
        "key": key,
        "outputs": {file.name: file.sha256 for file in outputs},
        "brief": _plain(brief),
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(value: Any) -> Any:
    """Turn frozen dataclasses into JSON; a choice of types says which it is, a picture only its hashes."""
    if isinstance(value, Picture):
        drawn = {form: sha256(getattr(value, form)).hexdigest() for form in ("pdf", "svg", "png")}
        return {"width": value.width, "height": value.height, **drawn}
    if is_dataclass(value):
        return {"is": type(value).__name__, **{f.name: _plain(getattr(value, f.name)) for f in fields(value)}}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value
