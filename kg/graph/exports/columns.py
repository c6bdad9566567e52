"""The typed columns of a property graph: what its formats declare before the first value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal as OneOf

import pyoxigraph as ox

from kg.graph.vocabulary import PREFIXES

Type = OneOf["long", "double", "boolean", "date", "string"]
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

    def add(self, *values: tuple[Type, str]) -> None:
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
