"""Development zones, which no table lists: their names end as the lexicon says (经济开发区, 高新区)."""

from __future__ import annotations

import re
from functools import cache

from kg.gazetteer.divisions import Division, Gazetteer
from kg.lexicons import load
from kg.mentions.mention import Area, AreaMention
from kg.mentions.words import cut, tag_of

LONGEST_CORE = 8  # characters before a zone's ending: 长三角生态绿色 has 7


def zone_at(
    text: str, start: int, match: re.Match[str], found: list[AreaMention], parent: Division | None,
    gazetteer: Gazetteer,
) -> AreaMention | None:  # fmt: skip
    """The zone whose name ends with `match`: 德州经开区, 山亭经济开发区, 临港新片区; a bare 高新区 is that of `parent`,
    the article's city or home. `found` are the areas of the sentence that begins at `start`."""
    outer = next((m for m in reversed(found) if m.area.level == "zone" and 0 <= match.start() - m.end <= 8), None)
    if outer is not None and _is_zone_core(text[outer.end : match.start()]):
        name = outer.area.name + text[outer.end : match.end()]
        return AreaMention(
            outer.start, match.end(), text[outer.start : match.end()], Area(name, "zone", None, outer.area.parent)
        )
    before = [m for m in found if m.end <= match.start() and m.area.level != "zone"]
    host = before[-1] if before else None
    if host is not None and match.start() - host.end <= 8 and _is_zone_core(text[host.end : match.start()]):
        left, inside = host.start, host.area.code
        own = text[host.start : match.end()]
        for above in ("省", "自治区"):  # 湖北省宜昌高新区 is named 宜昌高新区
            if above in own[:-4] and host.surface.find(above) > 0:
                own = own[own.index(above) + len(above) :]
        return AreaMention(left, match.end(), text[left : match.end()], Area(own, "zone", None, inside))
    left = match.start()
    core = ""
    bound = max([start, *(m.end for m in found if m.end <= match.start())])
    while left > bound and match.start() - left < LONGEST_CORE + 2 and "\u4e00" <= text[left - 1] <= "\u9fff":
        left -= 1
    for word in reversed(cut(text[left : match.start()])):
        if not _is_zone_core(word) or _opens_a_phrase(word) or len(core) + len(word) > LONGEST_CORE:
            break
        core = word + core
    if not core and match[0] in load("areas")["zone_short"]:
        core = _unknown_name(text[left : match.start()])
    if match[0] == "示范区" and core.endswith("农业"):
        return None  # it is built: a project
    if not core:
        if match[0] not in load("areas")["zone_short"] or parent is None:
            return None
        name = gazetteer.short_forms(parent)[:1]
        return AreaMention(
            match.start(), match.end(), match[0],
            Area((name[0] if name else parent.name) + match[0], "zone", None, parent.code), relative=True,
        )  # fmt: skip
    if len(core) < 2:
        return None
    area = Area(core + match[0], "zone", None, parent.code if parent else None)
    return AreaMention(match.start() - len(core), match.end(), core + match[0], area)


@cache
def _function_characters() -> frozenset[str]:
    return frozenset("".join(load("areas")["function_characters"]))


def _unknown_name(words: str) -> str:
    """The two last characters of `words` where the dictionary has no word of either: 新站 before 高新区."""
    last = cut(words)[-2:]
    unknown = len(last) == 2 and all(len(word) == 1 and word not in _function_characters() for word in last)
    return "".join(last) if unknown and _is_zone_core("".join(last)) else ""


def _opens_a_phrase(word: str) -> bool:
    """Whether a word before a zone's name is the sentence's, not the name's: 放眼德州高新区."""
    if word in load("areas")["opens_zone_names"]:
        return False
    return word in load("areas")["before_zone_names"] or (
        tag_of(word).startswith(("v", "p", "d", "r", "t", "m", "q")) and tag_of(word) != "vn"
    )


def _is_zone_core(words: str) -> bool:
    """Whether the characters between an area and a zone's ending can belong to the zone's name."""
    stops = load("bodies")["stop_words"]
    plain = load("areas")["not_in_zone_names"]
    return all("\u4e00" <= c <= "\u9fff" for c in words) and not any(
        word in stops or word in plain for word in cut(words)
    )
