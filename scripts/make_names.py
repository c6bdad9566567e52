"""Make kg/data/names/characters.tsv: how often each character stands in Chinese personal names.

Source: the entries that jieba's own dictionary (MIT licence) tags as names of persons, two or three characters long,
whose first character is a surname of kg/lexicons/people.toml. Columns: character, place (surname, given), count.
Run: python scripts/make_names.py
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import jieba

from kg.lexicons import load

TARGET = Path(__file__).resolve().parent.parent / "kg" / "data" / "names" / "characters.tsv"


def main() -> None:
    surnames = set(load("people")["surnames"])
    counts: Counter[tuple[str, str]] = Counter()
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, tag = line.split()
        if tag != "nr" or len(word) not in (2, 3) or word[0] not in surnames:
            continue
        counts[word[0], "surname"] += 1
        for character in word[1:]:
            counts[character, "given"] += 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    rows = sorted((place, -count, character) for (character, place), count in counts.items())
    TARGET.write_text("".join(f"{c}\t{p}\t{-n}\n" for p, n, c in rows), encoding="utf-8")
    print(f"{len(rows)} rows in {TARGET.relative_to(TARGET.parents[3])}")


if __name__ == "__main__":
    main()
