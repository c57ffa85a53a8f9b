"""TOML and CSV ↔ frozen dataclasses. Every error names the file and, where it is known, the line."""

from briefgen.records.csv import Record, dump_csv, load_csv
from briefgen.records.toml import Spoilt, dump_toml, load_sparing, load_toml

__all__ = ["Record", "Spoilt", "dump_csv", "dump_toml", "load_csv", "load_sparing", "load_toml"]
