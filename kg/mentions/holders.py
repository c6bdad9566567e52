"""Who holds a post: the names that stand behind its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicons import load, word_set
from kg.mentions.abroad import of_another_state
from kg.mentions.foreign_names import foreign_name
from kg.mentions.mention import AreaMention, Body
from kg.mentions.name_match import NameMatch
from kg.mentions.people import MARGIN, NEARLY, name_at, spoken_elsewhere
from kg.mentions.tenures import Link
from kg.mentions.titles import Title

REMARK = r"(?:[（(](?![^（）()]*(?:推|疑|待查|候选|拟))[^（）()，。；]{1,6}[）)])?"  # （前任）, （右二）
GAP = re.compile(REMARK + r"[ 　\t:：]?")
CLOSES_ITEM = re.compile("[，。；：、和]")
BEHIND_ROW = frozenset("、，。；和等出参陪一分在均共作到赴率也还") | {""}
TAKEN_BY = re.compile(r"由[\u4e00-\u9fff·]{2,6}?(?:同志)?(?:担任|兼任|接任|出任|继任|代理)")
IN_OFFICE = re.compile(r"(?:(?:目前|如今)，?|现任|新任|时任|本届)[^，。；]{0,16}$")
OF_WHOM = re.compile("的(?!是)")
WHO_HOLDS = re.compile(r"(?:当选|新任|现任|时任|曾任|卸任|身为|身兼)[^，。；的]{2,30}$")  # 时任甲市市长的某某
JOINS = "和与及向从同由"


def names_behind(text: str, start: int, stop: int, found: Sequence[Title], link: Link) -> tuple[NameMatch, ...]:
    """The name behind a post, and for posts that several hold the further names of its row; or alone a name that is
    nearly likely enough."""
    title, abroad = link.title, is_abroad(link.body)
    gap = GAP.match(text, start, stop)
    at = gap.end() if gap else start
    if text.startswith(("为", "是"), start) and IN_OFFICE.search(text[max(0, title.start - 18) : title.start]):
        at = start + 1  # 现任某市委书记为某某
    if OF_WHOM.match(text, start) and WHO_HOLDS.search(text[max(0, start - 36) : start]):
        at = start + 1
    if text.startswith("由", at):
        if not TAKEN_BY.match(text, at, stop):
            return ()  # 市长由上级任命: a preposition far more often than a surname
        at += 1  # 部长由李某担任
    if text[start:at].strip() in (":", "：") and title.kind != "rank":
        return ()
    first = name_at(text, at, stop, NEARLY)
    if abroad or title.head in word_set("countries", "state_heads"):
        foreign = foreign_name(text, at, stop)
        if foreign is not None and (first is None or foreign.end > first.end):
            first = foreign
    if first is None or first.margin < MARGIN:
        first = spoken_elsewhere(text, at, stop) or first
    if first is None:
        return ()
    names = [first]
    if first.margin < MARGIN:
        return (first,)
    shared = title.deputy or title.kind in ("member", "leader", "rank", "other")
    at = first.end
    while shared and at < stop and text[at] in "、和":
        end = next((t.start for t in found if t.start >= at), stop)
        further = name_at(text, at + 1, stop)
        closed = CLOSES_ITEM.search(text, at + 1, stop)
        if further is None or (closed and closed.start() >= end) or end <= further.end:
            break
        if text[further.end : further.end + 1] not in BEHIND_ROW:
            break
        names.append(further)
        at = further.end
    return tuple(names)


def is_abroad(body: Body | None) -> bool:
    """Whether those who hold posts in a body are likely to have foreign names."""
    if body is None:
        return False
    abroad = body.area is not None and body.area.level == "country"
    return abroad or (body.kind == "other" and (body.name.startswith(load("bodies")["international"])
                                                or of_another_state(body.name)))  # fmt: skip


def is_place(text: str, name: NameMatch, areas: Sequence[AreaMention]) -> bool:
    """Whether a name that begins with a word of joining goes on with an area's: 专家和山西某医院."""
    if text[name.start] not in JOINS:
        return False
    return any(m.start == name.start + 1 and m.end <= name.end + 1 for m in areas)
