"""Which mentions of a name are one person: within an article always, across articles only where a post says so.

Two articles' 张伟 are one person if they hold a post in the same body, or in bodies of the same county or prefecture;
else they stay apart: a wrong merge of two people is worse than two nodes for one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping


def group(anchors: Mapping[tuple[str, str], Iterable[str]]) -> dict[tuple[str, str], str]:
    """(article, name) → key of the person, from the anchors (bodies, areas) that each one's posts give.

    The key is the least anchor of all mentions that are one person, so it does not depend on the order of articles; a
    person without an anchor is keyed by the article.

    >>> group({("a", "张伟"): ["371426"], ("b", "张伟"): ["371426", "x"], ("c", "张伟"): ["500101"]})
    {('a', '张伟'): '371426', ('b', '张伟'): '371426', ('c', '张伟'): '500101'}
    """
    by_name: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for mention in sorted(anchors):
        by_name[mention[1]].append(mention)
    keys: dict[tuple[str, str], str] = {}
    for mentions in by_name.values():
        clusters: list[tuple[set[str], list[tuple[str, str]]]] = []
        for mention in mentions:
            own = set(anchors[mention]) or {f"article:{mention[0]}"}
            joined = [cluster for cluster in clusters if cluster[0] & own]
            clusters = [cluster for cluster in clusters if not cluster[0] & own]
            for other, _ in joined:
                own |= other
            members = [m for _, ms in joined for m in ms] + [mention]
            clusters.append((own, members))
        for own, members in clusters:
            for member in members:
                keys[member] = min(own)
    return dict(sorted(keys.items()))
