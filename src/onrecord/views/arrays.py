"""One JSON array of whatever is given out, an element at a time, indented for people."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


def array(items: Iterable[T], as_json: Callable[[T], Mapping[str, object]]) -> Iterator[str]:
    """[reading], to_json -> '[', '{"schema": ...}', ']'."""
    before = "["
    for item in items:
        yield before + "\n" + json.dumps(as_json(item), ensure_ascii=False, indent=1)
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"
