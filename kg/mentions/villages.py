"""Villages and neighbourhoods, which no table lists, as the bodies of their secretaries and directors."""

from __future__ import annotations

import re

from kg.lexicons import load
from kg.mentions.mention import Area, Body
from kg.mentions.post_case import Answer, Case

VILLAGE = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{2,16}?(?:村|社区))(?P<office>村民委员会|居民委员会|村委会|居委会)?村?$"
)
VILLAGE_NAMED = re.compile(r"(?:[\u4e00-\u9fff]{0,3}(?:镇|乡|街道))?([\u4e00-\u9fff]{1,4}?(?:村|社区))(?=[，、的])")


def village(case: Case) -> Answer:
    """李庄村党支部书记, 某镇李庄村村委会主任: the village is an area, its parent what is named before it."""
    match = VILLAGE.match(case.words) if "村" in case.words or "社区" in case.words else None
    if match is None and case.words in load("bodies")["village_offices"]:
        return _village_before(case)
    if match is None or not (case.title.unit in load("posts")["village_units"] or match["office"]):
        return None
    inner = [m for m in case.inside if m.end <= case.chunk.start + match.end("name") - 2]
    name = case.text[inner[-1].end : case.chunk.start + match.end("name")] if inner else match["name"]
    above = (
        inner[-1].area if inner else next((m.area for m in case.before if m.area.level in ("township", "county")), None)
    )
    name = re.sub(r"^.*(?:镇|乡|街道)(?=.{2,}$)", "", name)
    parent = above.code if above is not None else case.finder.home.code if case.finder.home else None
    if not 2 <= len(name) <= 6 or (inner and inner[-1].area.level in ("province", "prefecture")):
        return None
    return Body(
        case.title.unit or match["office"], "party" if case.title.unit else "zone", Area(name, "village", None, parent)
    )


def _village_before(case: Case) -> Answer:
    """某镇李庄村，村委会主任: the village named right behind an area before it; 村主任 behind a post in the village."""
    previous = case.previous.area if case.previous is not None else None
    if previous is not None and previous.level == "village":
        office = case.words if case.words.endswith("委会") else "村委会" if case.words == "村" else "居委会"
        return Body(office, "zone", previous) if case.title.head == "主任" and not case.title.unit else None
    if not (case.title.unit in load("posts")["village_units"] or case.words.endswith("委会")):
        return None
    for mention in case.before:
        if (named := VILLAGE_NAMED.match(case.text, mention.end)) and named.end() <= case.chunk.start:
            area = Area(named[1], "village", None, mention.area.code or mention.area.parent)
            return Body(case.title.unit or case.words, "party" if case.title.unit else "zone", area)
    return None
