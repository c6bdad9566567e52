"""What a check finds: one value a place, with how to mend it and, where articles disagree, their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import pyoxigraph as ox

from kg.graph.checks.shape import Message, Term

Check: TypeAlias = Literal["shapes", "counts", "disagreements"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article: its id in the source, and the date that the statement has there, where one is known."""

    article: str
    exact: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check has found.

    `source` is the IRI of the shape (for counts: of the class or relation); `component` the local name of SHACL's
    constraint component; `property` the path, if that is one property. `label` and `value_label` are what the graph
    calls focus and value, "" where it has no name for them. Blank nodes are all the same `_:blank`: their names change
    with every reading of a file.
    """

    check: Check
    source: str
    component: str
    severity: str
    focus: Term
    label: str
    property: str | None
    value: Term | None
    value_label: str
    message: Message
    quotes: tuple[Quote, ...] = ()

    def sort_key(self) -> tuple[str, ...]:
        order = {"shapes": "0", "counts": "1", "disagreements": "2"}[self.check]
        said = (f"{quote.article} {quote.exact}" for quote in self.quotes)
        return (
            order, self.source, str(self.focus), self.property or "", self.component, str(self.value or ""),
            self.message.en, *said,
        )  # fmt: skip


BLANK = ox.BlankNode("blank")


def named(term: Term) -> Term:
    return BLANK if isinstance(term, ox.BlankNode) else term
