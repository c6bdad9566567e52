"""Speed of the stages beside jieba's tagger, on the same text, in one process and one run.

    python benchmarks/text_to_claims.py [SOURCES, else the seeds] [most characters]

Prints for repair, for text to claims and for jieba.posseg what one core does in a second of its own (processor) time,
and the ratios. The three take turns of 64 articles each, so that a machine whose speed drifts slows all of them alike;
jieba gets every eighth of them. Loading of dictionaries and patterns is not counted: the seeds are read once before.
Quote the ratios: machines differ.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import jieba.posseg

from kg.mentions.reading import read as read_mentions
from kg.relations.registry import extract
from kg.repair.article import Article
from kg.repair.errors import NotReadable
from kg.repair.pipeline import repair
from kg.sources.readers import read
from kg.sources.record import RawRecord

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
TURN, SHARE = 64, 8  # articles between one measurement and the next; every which jieba tags


class Measured:
    """Characters and bytes of UTF-8 that were worked on, and the processor time that it took."""

    def __init__(self, name: str, work: Callable[[Sequence[tuple[RawRecord, Article]]], object]) -> None:
        self.name, self.work = name, work
        self.characters = self.bytes = 0
        self.seconds = 0.0

    def take_turn(self, articles: Sequence[tuple[RawRecord, Article]]) -> None:
        start = time.process_time()
        self.work(articles)
        self.seconds += time.process_time() - start
        self.characters += sum(len(article.text) for _, article in articles)
        self.bytes += sum(len(article.text.encode()) for _, article in articles)

    @property
    def rate(self) -> float:
        return self.characters / self.seconds


def claims(articles: Sequence[tuple[RawRecord, Article]]) -> int:
    return sum(1 for _, article in articles for _ in extract(read_mentions(article)))


def read_articles(sources: str | Path, most: int) -> list[tuple[RawRecord, Article]]:
    """The articles of the sources up to so many characters; what cannot be read is left out, as a build does."""
    found: list[tuple[RawRecord, Article]] = []
    total = 0
    for record in read([sources]):
        if not isinstance(record, RawRecord):
            continue
        try:
            article = repair(record)
        except NotReadable:
            continue
        found.append((record, article))
        total += len(article.text)
        if total >= most:
            break
    return found


def main() -> None:
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 400_000
    articles = read_articles(sys.argv[1] if len(sys.argv) > 1 else SEEDS, most)
    jieba.setLogLevel(60)
    list(jieba.posseg.cut("预热", HMM=True))
    claims(read_articles(SEEDS, most))  # patterns are compiled when first used: loading too
    repaired = Measured("repair", lambda part: [repair(record) for record, _ in part])
    claimed = Measured("text to claims", claims)
    tagged = Measured("jieba.posseg", lambda part: [list(jieba.posseg.cut(article.text)) for _, article in part])
    each = iter(articles)
    while part := list(islice(each, TURN)):
        repaired.take_turn(part)
        claimed.take_turn(part)
        tagged.take_turn(part[::SHARE])
    for measured in (repaired, claimed, tagged):
        megabytes = measured.bytes / measured.seconds / 1e6
        print(
            f"{measured.name:15} {measured.rate:11,.0f} characters/s {megabytes:7.3f} MB/s"
            f" {measured.rate / tagged.rate:7.1f} x jieba.posseg"
        )


if __name__ == "__main__":
    main()
