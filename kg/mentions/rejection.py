"""A candidate that a rule turned down, and why: what `kg explain --why-not` shows.

The same functions that find things yield these beside them, so that a reason is given by the very line that decides.
Only near things are told: a post whose holder has no readable body, a sum with a project beside it; never every word
that is no name.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.mentions.mention import Span


class Why(str):
    """The id of a reason: what the candidate would have been, a dot, and the rule (`invests.counted`).

    What it says in words stands in the lexicon `reasons`. It is a type of its own so that a function can return what it
    found, or why it found nothing.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate turned down. `quote` is the sentence; `subject` and `object` are the words that would have named the
    two sides, where there are such; a thing that is no claim (a project, a person) has its words in `subject`."""

    why: Why
    quote: Span
    subject: Span | None = None
    object: Span | None = None

    @property
    def what(self) -> str:
        """The relation, or the kind of thing, that the candidate would have been.

        >>> Rejection(Why("invests.counted"), Span(0, 9)).what
        'invests'
        """
        return self.why.partition(".")[0]
