"""Names that share their end: 甲、乙、丙三个国家实验室; 甲—乙、丙—丁等特高压工程; 甲和乙20米口径光学望远镜."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.mentions import triggers
from kg.mentions.area_names import named_runs
from kg.mentions.mention import ProjectMention
from kg.mentions.project_lists import is_list_of_works
from kg.mentions.project_names import general_words
from kg.mentions.project_words import ITEM_BREAK, MARK, name_start

COUNTED_END = re.compile(r"(?:[两二三四五六七八九十]|\d{1,2})(?:个|座|条|所|家|大|处)(?=[\u4e00-\u9fff])")
JOINS = ("和", "与", "及")
JOINT = re.compile(r"、|以及|[和及与]")
LINE = re.compile(r"[\u4e00-\u9fff]{2,8}[—－–至-]{1,2}[\u4e00-\u9fff]{2,8}")
LINES_END = re.compile(
    r"等(?:一批|多[条个项]|\d+[条个项]|[两三四五六七八九十][条个项])?"
    r"(?P<kind>(?:±?\d+千伏)?[\u4e00-\u9fff]{0,8}?(?:工程|铁路|高铁|高速公路|高速|公路|线路|管道|通道))"
)
FIRST_VERB = re.compile(r".*(?:建设|新建|实施|推进|启动|建成|开工|加快|打造|布局|规划|完成|建好|举行|了|的)")
LONGEST_ITEM = 8


def with_shared_ends(text: str, start: int, end: int, found: Sequence[ProjectMention]) -> Iterator[ProjectMention]:
    """`found`, where names that share their end are each a name of their own; and lists of lines whose kind stands
    behind them all."""
    for mention in found:
        yield from _each_of(text, start, mention)
    for tail in triggers.finditer("lists", LINES_END, text, start, end):
        items = _items_before(text, start, tail.start())
        if not items or not is_list_of_works(text, start, items[0][0], tail.end(), end):
            continue
        for item in items:
            if LINE.fullmatch(text, *item) and not any(p.start < item[1] and item[0] < p.end for p in found):
                yield ProjectMention(item[0], item[1], text[slice(*item)] + tail["kind"], "")


def before_shared(text: str, start: int, first: int, name: str) -> int:
    """Where the row begins that a name closes with an area of its own: 平原和齐河某某电站; `first` where there is
    none."""
    if text[first - 1 : first] not in JOINS or not _own_area(name):
        return first
    before = named_runs(text, max(start, first - 1 - LONGEST_ITEM), first - 1)
    return before[-1].start if before and before[-1].end == first - 1 else first


def _own_area(name: str) -> int:
    """How long the area is that a name begins with; 0 without one."""
    own = next(iter(named_runs(name, 0, len(name))), None)
    return own.end if own is not None and own.start == 0 else 0


def _each_of(text: str, start: int, mention: ProjectMention) -> Iterator[ProjectMention]:
    """A mention, or those of the row that it closes."""
    counted = COUNTED_END.search(text, mention.start, mention.end)
    if counted is not None and mention.start < counted.start():
        kind = text[counted.end() : mention.end]
        items = [*_items_before(text, start, counted.start())]
        if len(items) >= 2 and all(2 <= b - a <= LONGEST_ITEM for a, b in items):
            for first, stop in items:
                yield ProjectMention(first, stop, text[first:stop] + kind, mention.head)
        return  # counted things that cannot be told apart
    yield mention
    own = _own_area(mention.name)
    kind = mention.name[own:]
    if not own or not text.startswith(mention.name, mention.start) or len(general_words().sub("", kind)) < 2:
        return
    lead = before_shared(text, start, mention.start, mention.name)
    if lead < mention.start:
        run = named_runs(text, lead, mention.start - 1)[-1]
        surface = run.surfaces[-1]
        yield replace(mention, start=run.end - len(surface), end=run.end, name=surface + kind)


def _items_before(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The items of the row that ends at `stop`, in order."""
    left = 1 + max(text.rfind(mark, start, stop) for mark in ITEM_BREAK)
    left = max(left, start)
    cuts = [left, *(m.end() for m in JOINT.finditer(text, left, stop))]
    stops = [*(m.start() for m in JOINT.finditer(text, left, stop)), stop]
    items = list(zip(cuts, stops, strict=True))
    verb = FIRST_VERB.match(text, *items[0])
    items[0] = (verb.end() if verb else name_start(text, *items[0]), items[0][1])
    return [(a, b) for a, b in items if a < b and not MARK.search(text, a, b)]
