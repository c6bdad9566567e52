"""The columns of the table's three files, made from the dataclasses whose rows they hold.

Text, whole numbers and numbers that are always there have columns of their own type; all else (references, spans,
lists, numbers that may be missing) is JSON text. So a field added to `Claim` or `ArticleInfo` has its column at once,
and a table written before it is known by its columns to be of another version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from kg.relations.claim import Claim
from kg.table.rows import ArticleInfo, ArticleSummary, Segment, TurnedDown
from kg.table.values import from_text, reader, to_text

SQL = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN"}
REMEMBERED = 1 << 16  # values of a column read last: an article says of one person and one place again and again


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type in SQL, and how a field's value becomes a cell and a cell the value."""

    name: str
    field: str
    sql: str
    write: Callable[[Any], Any] | None
    read: Callable[[Any], Any] | None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one dataclass, in the order of its fields."""

    of: type
    columns: tuple[Column, ...]
    read: tuple[tuple[int, Callable[[Any], Any]], ...]  # the cells that are no values yet: their place, and the reader

    def cells(self, value: object) -> list[Any]:
        """The cells of a row."""
        return [
            getattr(value, each.field) if each.write is None else each.write(getattr(value, each.field))
            for each in self.columns
        ]

    def value(self, cells: Sequence[Any]) -> Any:
        """The dataclass of a row's cells."""
        own = list(cells)
        for place, read in self.read:
            own[place] = read(own[place])
        return self.of(*own)


def columns_of(cls: type, prefix: str = "") -> Columns:
    """The columns of a dataclass. Raises NotStorable if a field is of a type that the table cannot hold."""
    hints = get_type_hints(cls)
    columns = tuple(_column(prefix, each.name, hints[each.name]) for each in fields(cls))
    return Columns(cls, columns, tuple((i, each.read) for i, each in enumerate(columns) if each.read is not None))


def _column(prefix: str, name: str, declared: Any) -> Column:
    reader(declared)  # raises for what cannot be read back
    bare, optional = _bare(declared)
    if bare is str or (bare in SQL and not optional):
        return Column(prefix + name, name, SQL[bare], None, None)
    read = lru_cache(maxsize=REMEMBERED)(lambda cell: None if cell is None else from_text(declared, cell))
    return Column(prefix + name, name, "VARCHAR", lambda value: None if value is None else to_text(value), read)


def _bare(declared: Any) -> tuple[Any, bool]:
    """The type without its None, its literals as the type that they are of; and whether None may stand there."""
    origin, arguments = get_origin(declared), get_args(declared)
    if origin is Literal:
        kinds = {type(argument) for argument in arguments}
        return (kinds.pop(), False) if len(kinds) == 1 else (declared, False)
    if origin is Union or (origin is not None and type(None) in arguments):
        members = [argument for argument in arguments if argument is not type(None)]
        if len(members) == 1:
            return _bare(members[0])[0], True
    return declared, False


KEYS = (Column("record", "record", "VARCHAR", None, None), Column("extractor", "extractor", "VARCHAR", None, None))
INFO, SUMMARY = columns_of(ArticleInfo), columns_of(ArticleSummary, "summary_")
CLAIM, SEGMENT = columns_of(Claim), columns_of(Segment, "segment_")
TURNED_DOWN = columns_of(TurnedDown)
FILES: dict[str, tuple[Column, ...]] = {
    "articles": (*KEYS, *INFO.columns, *SUMMARY.columns),
    "claims": (*CLAIM.columns, *SEGMENT.columns),
    "rejected": TURNED_DOWN.columns,
}
"""File → its columns. The article's id stands in `id`, `segment_article` and `article`."""
ARTICLE = {"articles": "id", "claims": "segment_article", "rejected": "article"}


def described() -> Iterator[tuple[str, str, str]]:
    """(file, column, type) of all columns, in order: the schema."""
    for file, columns in FILES.items():
        for column in columns:
            yield file, column.name, column.sql
