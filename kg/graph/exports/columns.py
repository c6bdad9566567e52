"""The typed columns of a property graph: what its formats declare before the first value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal as OneOf

import pyoxigraph as ox

from kg.graph.vocabulary import PREFIXES

Type = OneOf["long", "double", "boolean", "date", "string"]
Value = tuple[Type, str]
"""A value as its type and its text."""

XSD = PREFIXES["xsd"]
FORMS: dict[str, tuple[Type, re.Pattern[str]]] = {
    f"{XSD}integer": ("long", re.compile(r"[+-]?\d{1,18}")),  # 64 bits hold any 18 digits
    f"{XSD}gYear": ("long", re.compile(r"\d{4}")),
    f"{XSD}decimal": ("double", re.compile(r"[+-]?\d{1,300}(\.\d*)?|[+-]?\.\d+")),
    f"{XSD}double": ("double", re.compile(r"[+-]?\d{1,300}(\.\d*)?([eE][+-]?\d{1,2})?")),
    f"{XSD}boolean": ("boolean", re.compile(r"true|false")),
    f"{XSD}date": ("date", re.compile(r"\d{4}-\d{2}-\d{2}")),
}
EXACT = 10**15  # whole numbers below it are exact as doubles


def type_of(value: ox.Literal) -> Type:
    """The type of one value; what is not written as its datatype should be is text.

    >>> type_of(ox.Literal(5080000000)), type_of(ox.Literal("about 5", datatype=ox.NamedNode(XSD + "integer")))
    ('long', 'string')
    """
    known = FORMS.get(value.datatype.value)
    return known[0] if known and known[1].fullmatch(value.value) else "string"


@dataclass(slots=True)
class Column:
    """A property of nodes or edges: the type that all its values have, and whether some thing has several."""

    name: str
    type: Type | None = None
    many: bool = False
    largest: int = 0

    def add(self, *values: Value) -> None:
        """Widen the column so that it holds these values of one thing."""
        self.many = self.many or len(values) > 1
        for kind, text in values:
            if kind == "long":
                self.largest = max(self.largest, abs(int(text)))
            self._widen(kind)

    def _widen(self, kind: Type) -> None:
        if self.type is None or self.type == kind:
            self.type = kind
        elif {self.type, kind} == {"long", "double"}:
            self.type = "double"
        else:
            self.type = "string"

    def merge(self, other: Column) -> None:
        """Widen the column so that it holds another's values too."""
        self.many = self.many or other.many
        self.largest = max(self.largest, other.largest)
        if other.type:
            self._widen(other.type)

    @property
    def declared(self) -> Type:
        """The type to declare; whole numbers too large to be exact among fractions make the column text."""
        return "string" if self.type is None or (self.type == "double" and self.largest >= EXACT) else self.type


def column_type(column: Column) -> str:
    """The type to declare in XML, where dates and arrays are text."""
    return "string" if column.many or column.declared == "date" else column.declared


def column_text(column: Column, values: Iterable[Value]) -> str:
    """The values of one thing as one text: the value, or in a column of several values a JSON array."""
    texts = [text for _, text in values]
    return json.dumps(texts, ensure_ascii=False) if column.many else texts[0]
