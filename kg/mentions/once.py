"""A property that is computed when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

S = TypeVar("S")
T = TypeVar("T")


class once(Generic[S, T]):
    """`functools.cached_property` without the lock that it takes up to Python 3.11, which every sentence and every
    title of an article would pay for several times. Two threads may compute the value twice.

    >>> class Circle:
    ...     @once
    ...     def area(self) -> float:
    ...         print("computed")
    ...         return 3.14
    >>> circle = Circle()
    >>> circle.area + circle.area
    computed
    6.28
    """

    def __init__(self, compute: Callable[[S], T]) -> None:
        self.compute, self.name, self.__doc__ = compute, compute.__name__, compute.__doc__

    @overload
    def __get__(self, of: None, owner: type[S]) -> once[S, T]: ...
    @overload
    def __get__(self, of: S, owner: type[S]) -> T: ...
    def __get__(self, of: S | None, owner: type[S]) -> once[S, T] | T:
        if of is None:
            return self
        value = of.__dict__[self.name] = self.compute(of)
        return value
