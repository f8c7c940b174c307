"""How many at once: several processes on this machine."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_AHEAD = 4  # items in flight a worker: enough to keep it busy, few enough to bound memory


def run(
    work: Callable[[Item], Result], items: Iterable[Item], workers: int, *, failed: Callable[[Item], Result]
) -> Iterator[Result]:
    """run(f, [a, b], 2, failed=g) -> f(a), f(b), computed in processes, in the order of the items.

    work must pickle. workers 0 is one a core. If a process dies, the items in flight are tried once more alone, each in a
    process of its own; one that kills that too gives failed(item), and the rest go on.
    """
    stream, size = iter(items), workers or os.cpu_count() or 1
    pool = _pool(size)
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    try:
        while True:
            waiting.extend((item, _submit(pool, work, item)) for item in islice(stream, size * _AHEAD - len(waiting)))
            if not waiting:
                return
            item, future = waiting.popleft()
            try:
                result = future.result()
            except BrokenProcessPool:
                result = _alone(work, item, failed)
                pool.shutdown(wait=False)
                pool = _pool(size)
                waiting = deque((i, f if _finished(f) else _submit(pool, work, i)) for i, f in waiting)
            yield result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, work: Callable[[Item], Result], item: Item) -> Future[Result]:
    """A future in any case: where the pool has broken meanwhile, one that says so, as those already in flight do."""
    try:
        return pool.submit(work, item)
    except BrokenProcessPool as broken:
        future: Future[Result] = Future()
        future.set_exception(broken)
        return future


def _finished(future: Future[Result]) -> bool:
    return future.done() and not isinstance(future.exception(), BrokenProcessPool)


def _alone(work: Callable[[Item], Result], item: Item, failed: Callable[[Item], Result]) -> Result:
    with _pool(1) as pool:
        try:
            return pool.submit(work, item).result()
        except BrokenProcessPool:
            return failed(item)


def _pool(size: int) -> ProcessPoolExecutor:
    # spawn: the inference library's threads do not survive a fork
    return ProcessPoolExecutor(size, mp_context=multiprocessing.get_context("spawn"))
