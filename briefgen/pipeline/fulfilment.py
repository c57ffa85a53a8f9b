"""Commissions → papers in a folder, each built only where it must be. Nothing heavy is imported before it must."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from briefgen.errors import BriefgenError, CheckFailed, Remark
from briefgen.model.commission import Commission, Paper
from briefgen.project import locked, save, standing

State = Literal["built", "unchanged", "due", "failed"]
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one commission."""

    commission: Commission
    state: State
    paths: tuple[Path, ...] = ()
    """The outputs and, last, the trace; where they would be for what is only due."""
    remarks: tuple[Remark, ...] = ()
    error: BriefgenError | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How an order is to be carried out."""

    force: bool = False
    """Build even what is unchanged."""
    strict: bool = False
    """Write nothing that has remarks."""
    workers: int = 1


def foresee(commissions: Iterable[Commission], out: Path, manner: Manner) -> Iterator[Result]:
    """Say what would become of each commission, and touch nothing."""
    for commission in commissions:
        yield _unchanged(commission, out, manner) or Result(commission, "due", _expected(commission, out))


def fulfil(
    commissions: Iterable[Commission], out: Path, manner: Manner, progress: Progress = lambda _: None
) -> Iterator[Result]:
    """Build what is not there yet, in the order given; one that fails does not stop the others."""
    with ExitStack() as locks:
        plan = [(c, _unchanged(c, out, manner) or _claim(c, out, manner, locks)) for c in commissions]
        due = [c for c, result in plan if result is None]
        papers = _built(due, manner, progress)
        for commission, result in plan:
            yield result or _kept(commission, next(papers), out, manner)


def _unchanged(commission: Commission, out: Path, manner: Manner) -> Result | None:
    found = None if manner.force else standing(out, commission)
    if not found:
        return None
    if manner.strict and _faults(found.remarks):
        return _refused(commission, found.remarks)
    return Result(commission, "unchanged", found.paths)


def _claim(commission: Commission, out: Path, manner: Manner, locks: ExitStack) -> Result | None:
    """Take the lock of a paper; a result where it cannot be had, or another process has just built the paper."""
    try:
        locks.enter_context(locked(out, commission.name))
    except BriefgenError as error:
        return Result(commission, "failed", error=error)
    return _unchanged(commission, out, manner)


def _built(due: list[Commission], manner: Manner, progress: Progress) -> Iterator[Paper | BriefgenError]:
    if due:
        from briefgen.pipeline.batch import build_all

        yield from build_all(due, workers=manner.workers, progress=progress)


def _kept(commission: Commission, paper: Paper | BriefgenError, out: Path, manner: Manner) -> Result:
    """Save a paper, unless there is none or it may not be."""
    if isinstance(paper, BriefgenError):
        return Result(commission, "failed", error=paper)
    if manner.strict and _faults(paper.remarks):
        return _refused(commission, paper.remarks)
    try:
        saved = save(paper, out)
    except BriefgenError as error:
        return Result(commission, "failed", remarks=paper.remarks, error=error)
    return Result(commission, "built", saved.paths, paper.remarks + saved.remarks)


def _faults(remarks: tuple[Remark, ...]) -> int:
    """Count the remarks that want something mended: a chart that no honest one can be made of is no fault."""
    return sum(not remark.note for remark in remarks)


def _refused(commission: Commission, remarks: tuple[Remark, ...]) -> Result:
    count = f"{_faults(remarks)} remark{'s' if _faults(remarks) > 1 else ''}"
    error = CheckFailed(
        commission.name, f"has {count}, and --strict allows none", "mend them or build without --strict"
    )
    return Result(commission, "failed", remarks=remarks, error=error)


def _expected(commission: Commission, out: Path) -> tuple[Path, ...]:
    return tuple(out / f"{commission.name}.{kind}" for kind in (*commission.formats, "trace.json"))
