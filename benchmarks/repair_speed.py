"""Speed of repair beside `jieba.cut` on the same text, in one process and one run; and how the time grows with length.

    python benchmarks/repair_speed.py ARTICLES.jsonl [--long 100]

Sound text is the articles as they are; damaged text the same articles after `tests/repair/damage.py`. Loading of
dictionaries is not counted, on either side. Seconds are of the processor; each figure
is the best of five, turn about. `--long N` also repairs one article of 1 MB and one of N MB, made of the articles put
end to end: 1 MB before and after, and the middle figure counts, for N MB take long enough to meet the machine's slow
moments as well as its quick ones. Quote the ratios: machines differ.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from statistics import median

import jieba

from kg.repair.pipeline import repair
from kg.sources.record import RawRecord

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "repair"))
from damage import DAMAGES, damage

SAMPLE = 60_000  # characters that jieba cuts for one figure
ROUNDS = 5
TURNS = 10


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def beside_jieba(name: str, texts: list[str]) -> None:
    """One line: characters a second of both, and their ratio, on the same characters."""
    kept: list[str] = []
    while texts[len(kept) :] and sum(map(len, kept)) < SAMPLE:
        kept.append(texts[len(kept)])
    records = [RawRecord(str(number), text.encode()) for number, text in enumerate(kept)]
    size = sum(map(len, kept))
    ours = words = float("inf")
    for _ in range(
        ROUNDS + 1
    ):  # turn about, so that both meet the same neighbours; the first round loads what is needed
        ours = min(ours, seconds(lambda: [repair(record) for record in records]))
        words = min(words, seconds(lambda: [list(jieba.cut(text)) for text in kept]))
    print(
        f"{name:13} repair {size / ours:12,.0f}   jieba.cut {size / words:10,.0f} characters/s   {words / ours:6.1f} x"
    )


def grown(name: str, texts: list[str], largest: int) -> None:
    """Seconds for 1 MB and for `largest` MB of the same kind of text."""
    small, large = (long_article(texts, size) for size in (1, largest))
    repair(small)
    before = [seconds(lambda: repair(small)) for _ in range(TURNS)]
    long = seconds(lambda: repair(large))
    after = [seconds(lambda: repair(small)) for _ in range(TURNS)]
    short = median(before + after)
    print(f"{name:13} 1 MB {short:7.2f} s   {largest} MB {long:8.2f} s   {long / short:6.1f} x")


def long_article(texts: list[str], megabytes: int) -> RawRecord:
    """Articles end to end, again and again, until they are so long."""
    size = megabytes * 1_000_000
    pieces: list[str] = []
    length = 0
    for text in cycle(texts):
        pieces.append(text)
        length += len(text.encode()) + 1
        if length >= size:
            break
    return RawRecord("long", "\n".join(pieces).encode()[:size].decode("utf-8", "ignore").encode())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--long", type=int, help="megabytes of the longest article")
    given = parser.parse_args()
    texts = [json.loads(line)["text"] for line in given.articles.read_text(encoding="utf-8").splitlines()]
    jieba.setLogLevel(60)
    jieba.initialize()
    beside_jieba("sound", texts)
    for kind in DAMAGES:
        beside_jieba(kind, [damage(text, kind, seed) for seed, text in enumerate(texts[:150])])
    if given.long:
        grown("sound", texts, given.long)
        grown("pinyin", [damage(text, "pinyin", seed) for seed, text in enumerate(texts[:300])], given.long)


if __name__ == "__main__":
    main()
