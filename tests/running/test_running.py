"""Results come in the order of the items, whatever dies on the way."""

import os
import time
from collections.abc import Iterator

import pytest

from onrecord.errors import InputError
from onrecord.running import run

DEADLY = (5, 11)


def double(item: int) -> int:
    return item * 2


def later_first(item: int) -> int:
    time.sleep(0.02 * (6 - item))
    return item


def deadly(item: int) -> int:
    if item in DEADLY:
        os._exit(3)
    return item * 2


def refusing(item: int) -> InputError:
    return InputError(f"{item}.html", "has no text", "give one that has")


def lost(item: int) -> int:
    return -item


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_results_keep_the_order_of_the_items(workers: int) -> None:
    assert list(run(double, range(30), workers, failed=lost)) == [2 * i for i in range(30)]


def test_a_quick_item_waits_for_a_slow_one_before_it() -> None:
    assert list(run(later_first, range(6), 2, failed=lost)) == list(range(6))


def test_nothing_gives_nothing() -> None:
    assert list(run(double, (), 2, failed=lost)) == []


def test_a_worker_that_dies_costs_its_item_only() -> None:
    expected = [-i if i in DEADLY else 2 * i for i in range(16)]
    assert list(run(deadly, range(16), 2, failed=lost)) == expected


def test_a_worker_that_dies_while_its_neighbours_are_done() -> None:
    """The pool is broken before the next item is handed in: that item must not be lost, nor the run end."""
    results = []
    for result in run(deadly, range(20), 2, failed=lost):
        results.append(result)
        time.sleep(0.1)  # a reader slower than the workers
    assert results == [-i if i in DEADLY else 2 * i for i in range(20)]


def test_errors_cross_between_processes_whole() -> None:
    (error,) = run(refusing, [7], 1, failed=refusing)
    assert isinstance(error, InputError)
    assert (error.origin, error.cause, error.remedy) == ("7.html", "has no text", "give one that has")


def test_items_are_taken_as_they_are_needed() -> None:
    """Millions of inputs do not pile up in memory: only a few items a worker are in flight."""
    taken: list[int] = []

    def endless() -> Iterator[int]:
        for item in range(1_000_000):
            taken.append(item)
            yield item

    results = run(double, endless(), 2, failed=lost)
    assert [next(results) for _ in range(5)] == [0, 2, 4, 6, 8]
    results.close()  # type: ignore[attr-defined]
    assert len(taken) < 30
