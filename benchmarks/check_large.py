"""Time and memory of `kg check` on a build repeated under other names.

python benchmarks/check_large.py output 10      (ten copies of the build in output/)
"""

from __future__ import annotations

import re
import resource
import sys
import time
from pathlib import Path

import pyoxigraph as ox

from kg.graph.checks import check

PREFIX = re.compile(r"^@prefix id: <([^>]*)> \.", re.MULTILINE)


def main(folder: Path, copies: int) -> None:
    texts = [(folder / name).read_text(encoding="utf-8") for name in ("graph.ttl", "evidence.ttl")]
    store = ox.Store()
    start = time.perf_counter()
    for copy in range(copies):
        for text in texts:
            renamed = PREFIX.sub(lambda found, copy=copy: f"@prefix id: <{found[1]}c{copy}-> .", text)
            store.bulk_load(renamed.encode(), format=ox.RdfFormat.TURTLE)
    loaded = time.perf_counter()
    found = check(store, only=["shapes"])
    checked = time.perf_counter()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(store):,} triples: loaded in {loaded - start:.1f} s, checked in {checked - loaded:.1f} s, ", end="")
    print(f"{len(found):,} findings (codes that several copies share), {megabytes:,} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
