"""briefgen turns a sourced document into themed briefing papers whose endnotes keep the source's own numbers."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_NAMES = {
    "Brief": ("model.brief", "Brief"),
    "BriefgenError": ("errors", "BriefgenError"),
    "Order": ("project", "Order"),
    "assemble": ("assembly", "assemble"),
    "build": ("pipeline.build", "build_paper"),
    "build_all": ("pipeline.batch", "build_all"),
    "extract": ("facts", "extract"),
    "gather": ("project", "gather"),
    "load_theme": ("editorial.themes", "load"),
    "open_project": ("project", "open_project"),
    "read": ("readers", "read"),
    "select": ("facts.selection", "select"),
    "write": ("writers", "write"),
}
"""Public name → where it is. Imported when asked for: papers need much, help little."""

__all__ = ["__version__", *_NAMES]


def __getattr__(name: str) -> Any:
    if name not in _NAMES:
        raise AttributeError(f"module 'briefgen' has no attribute {name!r}")
    module, own = _NAMES[name]
    return getattr(import_module(f"briefgen.{module}"), own)


def __dir__() -> list[str]:
    return sorted(__all__)
