"""Title, date and publisher: what the record says of itself, else what the page's own furniture says."""

from __future__ import annotations

import re
from datetime import date

from kg.repair.article import Zone
from kg.repair.zone_rules import zone_rules

_DATE = re.compile(r"((?:19|20)(?<!\d\d\d)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"((?:19|20)(?<!\d\d\d)\d\d)(\d\d)(\d\d)(?!\d)")
_SOURCE = re.compile(
    r"来源\s*(?:[:：丨|]|\s)\s*([\u4e00-\u9fffA-Za-z0-9·+]{2,20}?)(?=举报|分享|字号|流程|责任|责编|编辑|作者|发布|审核|\d{4}|[\s，。、（()）|｜]|$)"
)
_OWNER = re.compile(r"^([\u4e00-\u9fff]{2,12}?(?:网|报|日报|晚报|新闻|台))(?:版权|免责|近期报纸)", re.MULTILINE)
_PAPER = re.compile(r"([\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|时报))近期报纸查看")
_FURNITURE = ("byline", "dateline", "boilerplate")
LONGEST = 2_000  # characters of one zone that are read for dates and names


def iso_date(text: str | None) -> str | None:
    """The first full date in a text as yyyy-mm-dd, or None.

    >>> iso_date("2023-04-19 09:39:36"), iso_date("2022年1月11日"), iso_date("20230810"), iso_date("7月28日")
    ('2023-04-19', '2022-01-11', '2023-08-10', None)
    """
    if not text or ("20" not in text and "19" not in text):
        return None
    for pattern in (_DATE, _COMPACT):
        for match in pattern.finditer(text):
            try:
                return date(*map(int, match.groups())).isoformat()
            except ValueError:
                continue
    return None


def find_title(text: str, zones: tuple[Zone, ...]) -> str | None:
    """The first headline of the page."""
    for zone in zones:
        if zone.kind == "headline":
            return re.sub(r"^原标题[:：]\s*", "", text[zone.start : zone.end])
    return None


def find_date(text: str, zones: tuple[Zone, ...]) -> str | None:
    """The date that the page gives itself: in its byline or dateline first, then in its furniture."""
    for kinds in (("byline", "dateline"), ("boilerplate",)):
        for zone in zones:
            found = iso_date(text[zone.start : min(zone.end, zone.start + LONGEST)]) if zone.kind in kinds else None
            if found:
                return found
    return None


def find_publisher(text: str, zones: tuple[Zone, ...]) -> str | None:
    """Who published the article: the named source, else the owner of the notice or paper, else the dateline's outlet.

    >>> text = "来源：枣庄新闻网 2023-04-19"
    >>> find_publisher(text, (Zone("byline", 0, len(text), ""),))
    '枣庄新闻网'
    """
    furniture = [zone for zone in zones if zone.kind in _FURNITURE]
    if not furniture:
        return None
    pieces = [(zone.kind, text[zone.start : min(zone.end, zone.start + LONGEST)]) for zone in furniture]
    for zone in furniture:
        found = _SOURCE.search(text, zone.start, zone.end) if zone.kind == "byline" else None
        if found:
            return found[1]
    for pattern, word in ((_PAPER, "近期报纸查看"), (_OWNER, "")):
        for _, piece in pieces:
            found = pattern.search(piece) if word in piece else None
            if found:
                return found[1]
    for kind, piece in pieces:
        named = zone_rules().outlets.find_matches_as_indexes(piece) if kind != "boilerplate" else ()
        if named:
            return zone_rules().media[named[0][0]]
    return None
