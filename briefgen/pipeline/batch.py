"""Many commissions → papers, over any executor. Workers return bytes; a worker that dies takes nobody's paper along."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context

from briefgen.errors import BriefgenError
from briefgen.model.commission import Commission, Paper
from briefgen.pipeline.build import build_paper

Made = Paper | BriefgenError
Progress = Callable[[str], None]

TRIES = 2
"""How often a paper is tried alone after a worker has died."""


def build_all(
    commissions: Sequence[Commission],
    executor: Executor | None = None,
    *,
    workers: int = 1,
    progress: Progress = lambda _: None,
) -> Iterator[Made]:
    """Build papers; what came of each, in the order of the commissions: the paper, or why there is none.

    Args:
        commissions: one a paper.
        executor: of the caller; a dead worker's papers are reported, not retried.
        workers: processes of our own, where there is no executor; 1 builds in this one.
        progress: is told what is being done.
    """
    if executor:
        yield from _through(executor, commissions, progress)
    elif workers > 1 and len(commissions) > 1:
        yield from _pooled(commissions, min(workers, len(commissions)), progress)
    else:
        yield from (attempt(commission, progress) for commission in commissions)


def attempt(commission: Commission, progress: Progress = lambda _: None) -> Made:
    """Build a paper; an error of the user's comes back as a value, so that others are built."""
    try:
        return build_paper(commission, progress)
    except BriefgenError as error:
        return error


def _through(executor: Executor, commissions: Sequence[Commission], progress: Progress) -> Iterator[Made]:
    futures = [executor.submit(attempt, commission) for commission in commissions]
    for done, (commission, future) in enumerate(zip(commissions, futures, strict=True)):
        progress(f"{done} of {len(commissions)} papers built")
        try:
            yield future.result()
        except BrokenExecutor:
            yield _died(commission)


def _pooled(commissions: Sequence[Commission], workers: int, progress: Progress) -> Iterator[Made]:
    """Build in a pool of our own; whatever a dying worker took along is built again, alone."""
    with _pool(workers) as pool:
        for commission, made in zip(commissions, _tried(pool, commissions, progress), strict=True):
            yield made or _alone(commission)


def _tried(pool: Executor, commissions: Sequence[Commission], progress: Progress) -> Iterator[Made | None]:
    futures = []
    for commission in commissions:
        with suppress(BrokenExecutor):
            futures.append(pool.submit(attempt, commission))
    for done, future in enumerate(futures):
        progress(f"{done} of {len(commissions)} papers built")
        try:
            yield future.result()
        except BrokenExecutor:
            yield None
    yield from [None] * (len(commissions) - len(futures))


def _alone(commission: Commission) -> Made:
    for _ in range(TRIES):
        with suppress(BrokenExecutor), _pool(1) as pool:
            return pool.submit(attempt, commission).result()
    return _died(commission)


def _died(commission: Commission) -> BriefgenError:
    return BriefgenError(commission.name, "the process that built it died", "try it alone; it may want more memory")


def _pool(workers: int) -> ProcessPoolExecutor:
    """Make a pool whose workers begin with everything imported."""
    if "forkserver" not in get_all_start_methods():
        return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    context = get_context("forkserver")
    context.set_forkserver_preload(["briefgen.pipeline.build"])
    return ProcessPoolExecutor(workers, mp_context=context)
