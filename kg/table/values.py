"""Values of the table as JSON and back, by the types that the dataclasses declare.

A field that is added to a dataclass is written and read without a word here. A dataclass becomes an object that begins
with its name ({"is": "Person", "name": "张三", …}), so that a reference says what it is and can be asked for in SQL; a
tuple becomes a list.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

PLAIN = (str, int, float, bool)
Reader = Callable[[Any], Any]


class NotStorable(TypeError):
    """A type that the table cannot hold; the message names it."""


def to_text(value: object) -> str:
    """A value as JSON, the same bytes for equal values.

    >>> from kg.relations.claim import Company
    >>> to_text(Company("乙公司"))
    '{"is":"Company","name":"乙公司"}'
    """
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> object:
    if value is None or isinstance(value, PLAIN):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {
            "is": type(value).__name__,
            **{each.name: _plain(getattr(value, each.name)) for each in fields(value)},
        }
    raise NotStorable(f"{type(value).__name__} has no form in the table: add one to kg/table/values.py")


def from_text(declared: object, text: str) -> Any:
    """The value of a declared type that `to_text` wrote. Raises ValueError where the text is of another type.

    >>> from kg.relations.claim import Company
    >>> from_text(Company, '{"is":"Company","name":"乙公司"}')
    Company(name='乙公司')
    """
    try:
        return reader(declared)(json.loads(text))
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError(f"{text[:80]!r} is no {declared}: {error!r}") from error


@cache
def reader(declared: object) -> Reader:
    """What makes a value of a declared type of JSON's. Raises NotStorable for a type that the table cannot hold."""
    origin, arguments = get_origin(declared), get_args(declared)
    if declared in (*PLAIN, type(None)) or origin is Literal:
        return lambda value: value
    if declared is date:
        return date.fromisoformat
    if origin in (Union, types.UnionType):
        return _of_union(arguments)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            one = reader(arguments[0])
            return lambda value: tuple(map(one, value))
        each = [reader(argument) for argument in arguments]
        return lambda value: tuple(read(part) for read, part in zip(each, value, strict=True))
    if isinstance(declared, type) and issubclass(declared, tuple):  # a named tuple
        return lambda value: declared(*value)
    if isinstance(declared, type) and is_dataclass(declared):
        return _of_dataclass(declared)
    raise NotStorable(f"{declared} has no form in the table: add one to kg/table/values.py")


def _of_dataclass(declared: type) -> Reader:
    hints = get_type_hints(declared)
    readers = [(each.name, reader(hints[each.name])) for each in fields(declared)]
    return lambda value: declared(**{name: read(value[name]) for name, read in readers})


def _of_union(members: tuple[Any, ...]) -> Reader:
    by_name = {member.__name__: reader(member) for member in members if is_dataclass(member)}
    others = [member for member in members if member is not type(None) and not is_dataclass(member)]
    if len(others) > 1 and not {*others} <= {*PLAIN}:
        raise NotStorable(f"{members}: JSON does not tell its members apart")
    other = reader(others[0]) if others else None

    def read(value: Any) -> Any:
        if value is None:
            return None
        if isinstance(value, dict):
            return by_name[value["is"]](value)
        if other is None:
            raise TypeError("no object")
        return other(value)

    return read
