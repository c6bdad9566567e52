"""The floors of the quality gate: the least F1 of each relation and group, and the corpus that they are of."""

from __future__ import annotations

import hashlib
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gold.scoring import HERE, Fact, Score

FLOORS = HERE / "floors.toml"
SEEDS = HERE.parents[1] / "seeds"
HEAD = """\
# The least F1 of a build of seeds/ against seeds.gold.jsonl, and the corpus on which it was measured.
# Written by `python tests/gold/raise_floors.py`: not edited by hand, and lowered with --lower only.
"""


@dataclass(frozen=True)
class Floors:
    """A corpus (SHA-256 of the seeds one after another, articles, required gold facts) and the least F1 in it."""

    corpus: Mapping[str, str | int]
    least: Mapping[str, float]

    def toml(self) -> str:
        corpus = "".join(f"{name} = {value!r}\n".replace("'", '"') for name, value in self.corpus.items())
        least = "".join(f"{name} = {value:.2f}\n" for name, value in self.least.items())
        return f"{HEAD}\n[corpus]\n{corpus}\n[least]\n{least}"


class LoweringRefused(ValueError):
    """Floors would sink, and nobody said that they may."""


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors in a file. Raises OSError, KeyError, TOMLDecodeError."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(table["corpus"], table["least"])


def corpus_of(gold: Mapping[str, list[Fact]], seeds: Path = SEEDS) -> dict[str, str | int]:
    """What identifies the articles and the gold that a score is of."""
    files = sorted(seeds.iterdir())
    content = b"".join(file.read_bytes() for file in files)
    required = sum(not fact.optional for facts in gold.values() for fact in facts)
    return {"sha256": hashlib.sha256(content).hexdigest(), "articles": len(files), "gold_facts": required}


def measured(score: Score, corpus: Mapping[str, str | int]) -> Floors:
    """The floors that a score reaches: F1 rounded down to hundredths."""
    return Floors(corpus, {name: math.floor(tally.f1 * 100 + 1e-9) / 100 for name, tally in score.tallies.items()})


def risen(old: Floors | None, new: Floors, lower: bool = False) -> Floors:
    """`new`, if nothing sinks: no floor, no number of articles or facts, nor the measure itself by another corpus.

    Raises LoweringRefused, which names what would sink; `lower` permits it.
    """
    if old is None or lower:
        return new
    sinking = [f"{name} {old.least[name]:.2f} → {new.least.get(name, 0):.2f}" for name in old.least
               if new.least.get(name, 0) < old.least[name]]  # fmt: skip
    changed = [(name, value) for name, value in old.corpus.items() if new.corpus[name] != value]
    sinking += [f"{name} {value} → {new.corpus[name]}" for name, value in changed]
    if sinking:
        raise LoweringRefused(f"{'; '.join(sinking)}. If that is meant: python tests/gold/raise_floors.py --lower")
    return new


def below(score: Score, floors: Floors) -> list[str]:
    """What lies under its floor, in words."""
    return [
        f"{name}: F1 {score.tallies[name].f1:.3f} is below its floor of {least:.2f}"
        for name, least in floors.least.items()
        if score.tallies[name].f1 < least - 1e-9
    ]
