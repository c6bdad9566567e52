"""What belongs together when pairs are known to: connected components, the same in every order of input."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

Item = TypeVar("Item", bound=Hashable)


def components(items: Iterable[Item], pairs: Iterable[tuple[Item, Item]]) -> list[tuple[Item, ...]]:
    """The connected components of `items` under `pairs`, each sorted, and sorted among themselves.

    >>> components("abcd", [("a", "c")])
    [('a', 'c'), ('b',), ('d',)]
    """
    root: dict[Any, Any] = {item: item for item in items}

    def top(item: Any) -> Any:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    for one, other in pairs:
        first, second = sorted((top(one), top(other)))
        root[second] = first
    found: dict[Any, list[Any]] = defaultdict(list)
    for item in root:
        found[top(item)].append(item)
    return sorted(tuple(sorted(members)) for members in found.values())


def sharing(marks: Mapping[Item, Iterable[Hashable]]) -> list[tuple[Item, ...]]:
    """Components of the items that share a mark.

    >>> sharing({"a": ["甲"], "b": ["甲", "乙"], "c": ["乙"], "d": []})
    [('a', 'b', 'c'), ('d',)]
    """
    first: dict[Hashable, Item] = {}
    pairs = [(first.setdefault(mark, item), item) for item, own in marks.items() for mark in own]
    return components(marks, pairs)
