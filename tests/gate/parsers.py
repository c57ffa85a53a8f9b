"""Bytes → answers and misdeeds: what the child process of the gate's tests runs."""

from __future__ import annotations

import os
import tempfile


def count(content: bytes) -> list[int]:
    return [len(content), os.getpid()]


def refuse(content: bytes) -> None:
    raise ValueError("is odd", "make it even")


def break_down(content: bytes) -> None:
    raise RuntimeError("broken")


def eat_memory(content: bytes) -> int:
    return len(b"x" * (1 << 31))


def write_file(content: bytes) -> None:
    with tempfile.TemporaryFile() as file:
        file.write(b"x" * 10_000)
