"""How well repair undoes damage, and how much sound text it changes: measured on sound articles of your own.

    python benchmarks/repair_quality.py ARTICLES.jsonl [most articles] [--errors]

Every article is damaged by `tests/repair/damage.py` with its own seed, repaired, and compared with itself by edit
distance over letters and digits alone (punctuation and white space are the reader's business). Beside it stands what
dropping the visible damage and simplifying would give. `--errors` lists what went wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from kg.repair.article import Article
from kg.repair.pipeline import repair
from kg.sources.record import RawRecord

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "repair"))
from damage import DAMAGES, damage, in_gbk, stripped


def letters(text: str) -> str:
    """Letters and digits, in one width."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def repaired(text: str) -> Article:
    return repair(RawRecord("x", text.encode()))


def errors(clean: str, found: str) -> list[str]:
    """What differs, with the letters around it: [clean|found]."""
    return [
        f"{clean[max(0, op.src_start - 5) : op.src_start]}[{clean[op.src_start : op.src_end]}|"
        f"{found[op.dest_start : op.dest_end]}]{clean[op.src_end : op.src_end + 5]}"
        for op in Levenshtein.opcodes(clean, found)
        if op.tag != "equal"
    ]


def measure_damage(kind: str, texts: list[str], listed: bool) -> None:
    wrong = plain = total = size = 0
    spent = 0.0
    missed: list[str] = []
    for seed, text in enumerate(texts):
        torn = damage(text, kind, seed)
        clean = letters(in_gbk(text) if "pinyin" in kind or kind == "byte shift" else text)
        start = time.process_time()
        found = letters(repaired(torn).text)
        spent += time.process_time() - start
        size += len(torn)
        total += len(clean)
        wrong += Levenshtein.distance(clean, found)
        plain += Levenshtein.distance(clean, letters(stripped(torn)))
        missed += (f"{seed}: {error}" for error in errors(clean, found))
    print(
        f"{kind:13} {wrong / total:8.4%} of {total:,} letters wrong; stripped {plain / total:8.4%}; "
        f"{size / spent:9,.0f} characters/s"
    )
    if listed:
        print(*(f"    {line}" for line in missed), sep="\n")


def measure_sound(texts: list[str], listed: bool) -> None:
    total = changed = width = 0
    by_fixer: Counter[str] = Counter()
    lines: list[str] = []
    for number, text in enumerate(texts):
        article = repaired(text)
        total += len(text)
        for mended in article.repairs:
            by_fixer[mended.fixer] += 1
            before, after = (
                "".join(filter(str.isalnum, mended.before)),
                "".join(filter(str.isalnum, mended.after)),
            )
            if before != after:
                changed += max(len(before), len(after))
                width += max(len(before), len(after)) if letters(before) == letters(after) else 0
            around = text[max(0, mended.start - 6) : mended.start], text[mended.end : mended.end + 6]
            lines.append(f"{number} {mended.fixer}: {around[0]!r}[{mended.before!r}|{mended.after!r}]{around[1]!r}")
    print(f"sound text: {changed / total:.4%} of {total:,} characters are other letters, {width} of these {changed} "
          f"by their width alone; repairs {dict(by_fixer)}")  # fmt: skip
    if listed:
        print(*(f"    {line}" for line in lines), sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("most", type=int, nargs="?", default=10**9)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only", choices=[*DAMAGES, "sound"])
    given = parser.parse_args()
    lines = given.articles.read_text(encoding="utf-8").splitlines()[: given.most]
    texts = [json.loads(line)["text"] for line in lines]
    for kind in DAMAGES:
        if given.only in (None, kind):
            measure_damage(kind, texts, given.errors)
    if given.only in (None, "sound"):
        measure_sound(texts, given.errors)


if __name__ == "__main__":
    main()
