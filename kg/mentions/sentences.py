"""Sentences of an article: what one claim's evidence stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mentions.mention import Sentence
from kg.repair.article import READ_ZONES, Article

# A sentence ends behind 。！？； or a line break; closing quotation marks and brackets belong to it.
# (The first character is one of a set, and not some of a set: only so does `re` look for it without trying all.)
END = re.compile(r"[。！？!?；;\n\r](?:(?<=\n)\n*|(?<=\r)\r*|(?<![\n\r])[。！？!?；;]*[”’」』）)]*)")
LONGEST = 1000  # characters; the longest sentence seen in 638 articles has fewer


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the zones that facts are read from, in text order, without surrounding white space."""
    found: list[Sentence] = []
    for number, zone in enumerate(zone for zone in article.zones if zone.kind in READ_ZONES):
        paragraph = number * 1000
        for start, end, breaks in pieces(article.text, zone.start, zone.end):
            found.append(Sentence(start, end, paragraph, zone.kind == "headline"))
            paragraph += breaks
    return tuple(found)


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether a line break follows) of each sentence of `text[start:end]`.

    >>> text = "甲县开会。乙县开工！"
    >>> [text[a:b] for a, b, _ in pieces(text, 0, len(text))]
    ['甲县开会。', '乙县开工！']
    """
    at = start
    while at < end:
        limit = min(end, at + LONGEST + 1)  # not to the end each time: there may be no full stop at all
        match = END.search(text, at, limit)
        stop = match.end() if match else limit
        if stop - at > LONGEST:  # a list without full stops, or no prose: cut at its last comma
            match = None
            stop = max(text.rfind(mark, at + LONGEST // 2, at + LONGEST) for mark in "，、,") + 1 or at + LONGEST
        breaks = bool(match and match[0][0] in "\r\n")
        left, right = at, stop
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            yield left, right, breaks
        at = stop
