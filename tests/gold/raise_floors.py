"""Build the seeds, measure F1 against the gold, and raise the floors of the quality gate to what is reached.

    python tests/gold/raise_floors.py            # writes tests/gold/floors.toml; refuses to lower a floor
    python tests/gold/raise_floors.py --lower    # lowers too: say why in the message of the commit

Exit status: 0 written, 1 refused, 2 could not measure.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a script: the package `gold` lies in tests/

from gold.floors import FLOORS, SEEDS, LoweringRefused, corpus_of, measured, read_floors, risen
from gold.scoring import Score, read_gold, read_graph, score
from kg.commands.build import write_all
from kg.files import write_whole
from kg.pipeline import build_world


def measure() -> Score:
    """The score of a build of the seeds."""
    with tempfile.TemporaryDirectory() as folder:
        write_all(build_world([SEEDS]), Path(folder))
        return score(read_gold(), read_graph(Path(folder) / name for name in ("graph.ttl", "evidence.ttl")))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", action="store_true", help="allow floors to sink, or the corpus to change")
    lower = parser.parse_args(arguments).lower
    try:
        reached = measure()
        new = measured(reached, corpus_of(read_gold()))
        old = read_floors() if FLOORS.exists() else None
    except (OSError, ValueError, KeyError) as error:
        print(f"raise_floors.py: cannot measure: {error}", file=sys.stderr)
        return 2
    print(reached)
    try:
        write_whole(FLOORS, risen(old, new, lower).toml().encode())
    except LoweringRefused as error:
        print(f"raise_floors.py: refused: {error}", file=sys.stderr)
        return 1
    print(f"written: {FLOORS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
