"""The one error of the repair stage."""

from __future__ import annotations


class NotReadable(ValueError):
    """A record that holds no Chinese text: empty, binary, or written in another language.

    `what` says what is wrong, `remedy` how to mend it; both are sentences without a full stop, like those of
    `kg.sources.record.Problem`. A page of nothing but boilerplate is readable and raises nothing.

    >>> raise NotReadable("the record is empty", "remove it or crawl it again")
    Traceback (most recent call last):
    kg.repair.errors.NotReadable: the record is empty. remove it or crawl it again
    """

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}. {remedy}")
        self.what = what
        self.remedy = remedy
