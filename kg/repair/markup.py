"""HTML to text without losing the place of a character: a scanner that finds tags, blocks and what they hold.

Linear in the length of the page whatever it holds: an element that is never closed is looked for once. Which blocks
are the main text is decided in `kg.repair.html`.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})((?:[^<>"']++|"[^"<]*+"|'[^'<]*+'|["'])*+)>""")
_ATTRIBUTE = re.compile(r"""([a-zA-Z:-]{2,30})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_LABELS = ("id", "class")
_BREAK = re.compile(r"[ \t\r\n\f]*[\r\n][ \t\r\n\f]*")
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
CELLS = frozenset(("td", "th"))
CONTAINERS = frozenset(
    [
        *("article", "aside", "blockquote", "body", "center", "details", "div", "dl", "fieldset", "figure", "footer"),
        *("form", "header", "main", "menu", "nav", "ol", "section", "table", "td", "th", "ul"),
    ]
)
RAW = frozenset(
    ["script", "style", "noscript", "template", "textarea", "select", "svg", "math", "object", "iframe"]
)  # not for readers


@dataclass(frozen=True, slots=True)
class Cut:
    """Markup to take out: where, and what to put in its place."""

    start: int
    end: int
    replacement: str


@dataclass(slots=True)
class Block:
    """Text between two block tags: where it begins and ends, the tag it stands in, how much of it is links, and the
    innermost container that it begins in."""

    start: int
    end: int
    tag: str
    text: str = ""
    linked: int = 0
    container: int = -1


@dataclass(slots=True)
class Container:
    """An element that holds blocks: its tag, `id` and `class`, the one around it, and the number after its last
    descendant's, for containers are numbered in the order in which they open."""

    tag: str
    label: str
    parent: int
    end: int = 0


@dataclass(slots=True)
class Page:
    """What the scanner found."""

    cuts: list[Cut] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)


def scan(page: str) -> Page:
    """The markup, blocks and `meta` entries of a page.

    >>> found = scan('<meta name=PubDate content="2023-04-19"><h1>平原</h1><p>今<b>日</b>开工')
    >>> [(block.tag, block.text) for block in found.blocks], found.meta
    ([('h1', '平原'), ('p', '今日开工')], {'pubdate': '2023-04-19'})
    """
    found = Page()
    block = Block(0, 0, "")
    pieces: list[str] = []
    link = False
    place = 0
    nest = _Nest(found.containers)

    def take(start: int, end: int) -> None:
        text = page[start:end]
        if not text:
            return
        pieces.append(text)
        if block.container < 0 and not text.isspace():
            block.container = nest.innermost
        block.linked += len(text.strip()) if link else 0
        for gap in _BREAK.finditer(page, start, end):
            found.cuts.append(Cut(gap.start(), gap.end(), _joint(page, gap.start(), gap.end())))

    def close(end: int, tag: str) -> None:
        nonlocal block
        block.end = end
        block.text = html.unescape("".join(pieces)).strip()
        if block.text:
            found.blocks.append(block)
        pieces.clear()
        block = Block(end, end, tag)

    for start, end, name, closing, attributes in _markup(page):
        take(place, start)
        if name in BLOCKS:
            close(start, block.tag if closing or name == "br" else name)
            block.start = end
            found.cuts.append(Cut(start, end, "\n"))
        else:
            found.cuts.append(Cut(start, end, " " if name in CELLS and closing else ""))
        if name in CONTAINERS:
            nest.close(name) if closing else nest.open(name, attributes)
        if name == "a":
            link = not closing
        elif name == "meta":
            _read_meta(attributes, found.meta)
        place = end
    take(place, len(page))
    close(len(page), "")
    nest.finish()
    return found


class _Nest:
    """The containers that are open at a place of the page; what is closed wrongly costs no more than what is right."""

    def __init__(self, containers: list[Container]) -> None:
        self._containers = containers
        self._open: list[int] = []
        self._count: Counter[str] = Counter()

    @property
    def innermost(self) -> int:
        return self._open[-1] if self._open else -1

    def open(self, name: str, attributes: str) -> None:
        if name in CELLS and self._open and self._containers[self._open[-1]].tag in CELLS:
            self._pop()  # the end tag of a cell may be left out
        label = " ".join(a or b or c for key, a, b, c in _ATTRIBUTE.findall(attributes) if key.lower() in _LABELS)
        self._containers.append(Container(name, label.lower(), self.innermost))
        self._open.append(len(self._containers) - 1)
        self._count[name] += 1

    def close(self, name: str) -> None:
        if not self._count[name]:
            return
        while self._containers[self._pop()].tag != name:
            pass

    def finish(self) -> None:
        while self._open:
            self._pop()

    def _pop(self) -> int:
        number = self._open.pop()
        container = self._containers[number]
        container.end = len(self._containers)
        self._count[container.tag] -= 1
        return number


def _joint(page: str, start: int, end: int) -> str:
    """What a line break of the page's source stands for: nothing next to Chinese, else a space."""
    before, after = page[start - 1 : start], page[end : end + 1]
    return "" if before >= "\u2e80" or after >= "\u2e80" or before in ("", ">") or after in ("", "<") else " "


def _markup(page: str) -> Iterator[tuple[int, int, str, bool, str]]:
    """Every comment, declaration, tag and element not for readers: start, end, name, whether it closes, attributes."""
    place = 0
    never_closed: set[str] = set()
    while (start := page.find("<", place)) >= 0:
        place = start + 1
        if page.startswith(("<!", "<?"), start):
            opening, closing = ("<!--", "-->") if page.startswith("<!--", start) else ("<!", ">")
            end = page.find(closing, start + len(opening)) if closing not in never_closed else -1
            if end < 0:
                never_closed.add(closing)
                continue
            place = end + len(closing)
            yield start, place, "", False, ""
            continue
        tag = _TAG.match(page, start)
        if not tag:
            continue
        name, place = tag[2].lower(), tag.end()
        if name in RAW and not tag[1] and not tag[3].endswith("/") and name not in never_closed:
            ending = re.compile(f"</{name}[^<>]*>", re.IGNORECASE).search(page, place)
            if ending:
                place = ending.end()
            else:
                never_closed.add(name)
        yield start, place, name, bool(tag[1]), tag[3]


def _read_meta(attributes: str, meta: dict[str, str]) -> None:
    found = {name.lower(): html.unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(attributes)}
    key = (found.get("name") or found.get("property") or "").lower()
    if key and found.get("content"):
        meta.setdefault(key, found["content"].strip())
