"""Which articles are one text: copies, cut or under another headline, of what somebody wrote once.

Sketches are sorted into buckets by parts of them, so that time and memory grow with the number of articles: whoever
shares a part with nobody is compared with nobody. Copies come within a month; what has the form of last year's report
is no copy of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import numpy as np

from kg.linking.clusters import components
from kg.table.rows import ArticleInfo
from kg.table.sketch import BINS, NOTHING, Bins, alike_bins, bins_of

DAYS = 31
BANDS = 16  # of four bins each: sketches that are alike by 0.7 share one with a chance of 0.99
COMPARED = 8  # clusters of a bucket that an article is compared with: forms that a thousand texts share stay linear


def copies(articles: Iterable[ArticleInfo]) -> dict[str, str]:
    """The articles of which there are copies → the first of them: the earliest, an undated one last, then by id."""
    known = {article.id: article for article in articles if article.sketch}
    bins = {name: bins_of(article.sketch) for name, article in known.items()}
    names = sorted(bins)
    pairs = (
        pair
        for band in range(BANDS)  # one at a time: the buckets of all would be larger than the sketches
        for own in _buckets(names, bins, band) if len(own) > 1
        for pair in _pairs(own, known, bins)
    )  # fmt: skip
    out: dict[str, str] = {}
    for members in components(bins, pairs):
        if len(members) > 1:
            first = min(members, key=lambda name: (known[name].date or "9999", name))
            out.update(dict.fromkeys(members, first))
    return dict(sorted(out.items()))


def _buckets(names: Iterable[str], bins: Mapping[str, Bins], band: int) -> Iterable[list[str]]:
    """The articles that share a band of their sketches, in order of their names."""
    size = BINS // BANDS
    nothing = np.full(size, NOTHING, dtype=np.uint16).tobytes()
    buckets: dict[bytes, list[str]] = defaultdict(list)
    for name in names:
        buckets[bins[name][band * size : (band + 1) * size].tobytes()].append(name)
    buckets.pop(nothing, None)
    return buckets.values()


def _pairs(names: list[str], known: Mapping[str, ArticleInfo], bins: Mapping[str, Bins]) -> Iterator[tuple[str, str]]:
    """Of a bucket, each article with the first that it is a copy of."""
    firsts: list[str] = []
    for name in names:
        found = next((each for each in firsts if _is_copy(name, each, known, bins)), None)
        if found is not None:
            yield found, name
        elif len(firsts) < COMPARED:
            firsts.append(name)


def _is_copy(one: str, other: str, known: Mapping[str, ArticleInfo], bins: Mapping[str, Bins]) -> bool:
    first, second = known[one].date, known[other].date
    if first and second and abs((date.fromisoformat(first) - date.fromisoformat(second)).days) > DAYS:
        return False
    return alike_bins(bins[one], bins[other])
