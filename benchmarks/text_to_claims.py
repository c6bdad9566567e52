"""Speed of the stages beside jieba's tagger, on the same text, in one process and one run.

    python benchmarks/text_to_claims.py [SOURCES, else the seeds] [most characters]

Prints characters a second for repair, for text to claims, and for jieba.posseg, and the ratios. Loading of dictionaries
is not counted. Quote the ratios: machines differ and drift.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import jieba.posseg

from kg.mentions.reading import read as read_mentions
from kg.relations.registry import extract
from kg.repair.article import Article
from kg.repair.pipeline import repair
from kg.sources.readers import read
from kg.sources.record import RawRecord

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def claims(articles: list[Article]) -> int:
    return sum(1 for article in articles for _ in extract(read_mentions(article)))


def main() -> None:
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 400_000
    records: list[RawRecord] = []
    for record in read([sys.argv[1] if len(sys.argv) > 1 else SEEDS]):
        if isinstance(record, RawRecord):
            records.append(record)
    articles: list[Article] = []
    total = 0
    for record in records:
        articles.append(repair(record))
        total += len(articles[-1].text)
        if total >= most:
            break
    records = records[: len(articles)]
    jieba.setLogLevel(60)
    list(jieba.posseg.cut("预热", HMM=True))
    claims(articles[:3])
    repaired = seconds(lambda: [repair(record) for record in records])
    claimed = seconds(lambda: claims(articles))
    sample = [article.text for article in articles][: max(1, len(articles) // 8)]
    sampled = sum(map(len, sample))
    tagged = seconds(lambda: [list(jieba.posseg.cut(text)) for text in sample]) * total / sampled
    for name, spent in (("repair", repaired), ("text to claims", claimed), ("jieba.posseg", tagged)):
        print(f"{name:15} {total / spent:12,.0f} characters/s   {tagged / spent:6.1f} x jieba.posseg")


if __name__ == "__main__":
    main()
