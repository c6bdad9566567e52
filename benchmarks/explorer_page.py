"""The explorer beside stock pyvis, on the graph of one build, in one browser and one run, with the network cut.

    python benchmarks/explorer_page.py [FOLDER of a build, else output] [seconds to wait for pyvis, else 120]

Prints for both: the size of the page, the time from opening it to the first drawing, what it asks the network for, how
many nodes are drawn, how high their print is and how many labels are covered by another node or label; for the explorer
also the time of a change of focus and of a search. Wants Chromium.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from pyvis.network import Network

from kg.explorer.appearance import appearance
from kg.explorer.contents import Contents, read_contents
from kg.explorer.page import render_explorer
from kg.graph.memory import read_graph

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from explorer.browser import Browser  # noqa: E402

TIMES = 5
COVERED = """(() => {
    const ids = NETWORK.body.nodeIndices, boxes = ids.map((id) => NETWORK.getBoundingBox(id));
    let covered = 0;
    for (const a of boxes) {
        covered += boxes.some((b) => a !== b && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
            && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2);
    }
    const prints = ids.map((id) => NETWORK.body.nodes[id].options.font.size * NETWORK.getScale()).sort((a, b) => a - b);
    return [ids.length, covered, prints[0], prints[Math.floor(prints.length / 2)]];
})()"""
FOCUS = """(async () => {
    const ids = [...kg.nodes.keys()].sort((a, b) => kg.edgesOf(b).length - kg.edgesOf(a).length);
    const chosen = [...ids.slice(0, 25), ...ids.filter((_, at) => at % Math.ceil(ids.length / 25) === 7)];
    const times = [];
    for (const id of chosen) {
        const start = performance.now();
        const drawn = new Promise((done) => {
            const ask = () => (kg.view.focused() === id ? done() : kg.view.network.once('afterDrawing', ask));
            kg.view.network.once('afterDrawing', ask);
        });
        kg.go({ focus: id });
        await drawn;
        times.push(performance.now() - start);
    }
    return times;
})()"""
SEARCH = """(() => {
    const names = [...kg.nodes.values()].slice(0, 200).map((node) => node.name.slice(0, 2));
    const start = performance.now();
    kg.search(names[0]);
    const first = performance.now() - start;
    const again = performance.now();
    for (const name of names) kg.search(name);
    return [first, (performance.now() - again) / names.length];
})()"""


def stock_page(contents: Contents) -> str:
    """The same nodes and edges as pyvis shows them when nothing is said, but for its scripts being in the page."""
    network = Network(directed=True, cdn_resources="in_line", height="100vh")
    look = appearance()
    words = {name: entry["zh"] for name, entry in {**look.relations, **look.structure}.items()}
    for node in contents.nodes:
        network.add_node(node.id, label=node.entity.label, group=node.entity.kind, title=node.entity.label)
    for edge in contents.edges:
        network.add_edge(edge.subject, edge.object, label=words[edge.relation])
    return network.generate_html()


def network_requests(browser: Browser) -> list[str]:
    return sorted({url for url in browser.requests if not url.startswith(("file:", "data:", "about:", "blob:"))})


def tell(what: str, value: object) -> None:
    print(f"  {what:<34} {value}")


def explorer(page: Path) -> None:
    print("the explorer")
    with Browser() as browser:
        drawn = []
        for _ in range(TIMES):
            browser.open(page, "lang=zh")
            drawn.append(browser.run("performance.getEntriesByName('drawn')[0].startTime") / 1000)
        tell("page", f"{page.stat().st_size / 1e6:.1f} MB")
        tell("first drawing", f"{statistics.median(drawn):.2f} s (median of {TIMES}, slowest {max(drawn):.2f} s)")
        readable(browser, "kg.view.network")
        times = browser.run(FOCUS)
        tell(
            "change of focus",
            f"{statistics.median(times):.0f} ms (median of {len(times)}, slowest {max(times):.0f} ms)",
        )
        first, later = browser.run(SEARCH)
        tell("search", f"{later:.1f} ms a keystroke, the first {first:.0f} ms")
        tell("requests to the network", network_requests(browser) or "none")
        tell("errors in the console", len(browser.console))


def stock(page: Path, patience: float) -> None:
    print("stock pyvis")
    with Browser() as browser:
        tell("page", f"{page.stat().st_size / 1e6:.1f} MB")
        try:
            at = _first_drawing(browser, page, patience)
        except TimeoutError as error:  # the page is at work and hears nothing
            tell("first drawing", f"none: {error}")
        else:
            tell("first drawing", f"{at / 1000:.2f} s" if at else f"none in {patience:.0f} s")
            readable(browser, "network")
        tell("requests to the network", network_requests(browser) or "none")
        tell("errors in the console", len(browser.console))


def _first_drawing(browser: Browser, page: Path, patience: float) -> float:
    """Milliseconds from opening to pyvis's first drawing, 0 if there was none in time."""
    browser.call("Page.navigate", url=page.resolve().as_uri())
    browser.wait("typeof network !== 'undefined' && network && network.body.nodeIndices.length", patience)
    browser.run("network.once('afterDrawing', () => { window.firstDrawn = performance.now(); }), 0")
    until = time.monotonic() + patience
    while time.monotonic() < until and not browser.run("window.firstDrawn || 0"):
        time.sleep(0.5)
    return browser.run("window.firstDrawn || 0")


def readable(browser: Browser, network: str) -> None:
    nodes, covered, smallest, middle = browser.run(COVERED.replace("NETWORK", network))
    tell("nodes drawn", nodes)
    tell("covered by another node or label", f"{covered} ({covered / nodes:.0%})")
    tell("height of print", f"{middle:.1f} px, the smallest {smallest:.1f} px")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "output"
    patience = float(sys.argv[2]) if len(sys.argv) > 2 else 120.0
    graph = read_graph(folder)
    contents = read_contents(graph, appearance())
    print(f"{len(contents.nodes)} entities, {len(contents.edges)} edges, {len(contents.claims)} claims")
    start = time.perf_counter()
    text = render_explorer(graph)
    print(f"rendered in {time.perf_counter() - start:.1f} s")
    with tempfile.TemporaryDirectory() as made:
        ours, theirs = Path(made) / "explorer.html", Path(made) / "stock.html"
        ours.write_text(text, encoding="utf-8", newline="")
        theirs.write_text(stock_page(contents), encoding="utf-8")
        explorer(ours)
        stock(theirs, patience)


if __name__ == "__main__":
    main()
