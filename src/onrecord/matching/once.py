"""Values worked out once."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 (used as cached_property is)
    """@once above a method -> an attribute worked out when first asked for.

    functools.cached_property without the lock that Python 3.11 takes each time, which costs as much as most of our values.
    """

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self._work_out, self.__doc__ = work_out, work_out.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, of: None, owner: type) -> "once[T]": ...
    @overload
    def __get__(self, of: object, owner: type) -> T: ...
    def __get__(self, of: object | None, owner: type) -> "T | once[T]":
        if of is None:
            return self
        value = of.__dict__[self._name] = self._work_out(of)
        return value
