"""Works without an ending of a name: 某河生态综合治理正在进行, 某棚户区启动改造工程, 年产50万吨某某企业.

What is rebuilt or cured must be one thing with a name of its own; the sentence must say that it is being done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions import triggers
from kg.mentions.mention import ProjectMention
from kg.mentions.project_names import clean_name, general_words
from kg.mentions.project_words import name_start

CAPACITY = re.compile(
    r"(?:年产|日产|年处理|日处理|年加工|日加工|年屠宰|年出栏)(?:能力)?(?:约|近|达|超过?)?\d[\d.,×xX*]*[万亿]?(?:[A-Za-z]+)?"
    r"[^\d，。；、“”（）]{2,26}?(?:企业|工厂|生产线|装置|生产基地|厂)(?![房商区家矿])"
)
OPENS_CAPACITY = re.compile(
    r"(?:建设|投资|新建|兴建|投建|建成|建起|开工|上马|引进|新上|扩建|建造|投产|落户)(?:了|一[座个条家])*$|的$"
)
PUSHED = re.compile(r"(?:推进|启动|实施|开展|加快|完成|推动|谋划)了?$")
WATERS = tuple("河江湖溪渠")
MANY = re.compile(
    r"[“\d]|老旧|居民|城市|城镇|农村|乡村|农贸|各|遗留|全[市县区省镇]|部分|一批|多|黑臭|中小|[等类型批]|重点|长江|黄河|[县市区镇乡]$"
)
LEAST_PROPER = 2  # characters of the name of what is rebuilt; a river has one


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lexicon = load("projects")
    work = rf"(?:{alternation(lexicon['works'])}){{1,4}}"
    begun = alternation(lexicon["works_begun"])
    return (
        re.compile(rf"(?:{alternation(lexicon['rebuilt'])})$"),
        re.compile(rf"(?P<work>{work}(?:工程|项目)?)"),
        re.compile(
            rf"(?:(?:已|也|将|正|全面|正式|目前|近日|日前|顺利|即将|陆续|[（(][^（）()]{{2,8}}[）)])*(?:{begun}))"
        ),
        re.compile(
            r"(?P<verb>(?:(?:已|也|将|正在?|全面|正式|目前|近日|日前|即将)*(?:启动|开始|开展|进行|实施|推进|迎来|完成)了?)|的)?$"
        ),
    )


def works(text: str, start: int, end: int, known: Sequence[ProjectMention]) -> Iterator[ProjectMention]:
    """The works in `text[start:end]` that are called by what is done to a thing, and plants by what they make.

    >>> text = "鹤鸣河生态综合治理正在进行。"
    >>> [p.name for p in works(text, 0, len(text), ())]
    ['鹤鸣河生态综合治理']
    """
    rebuilt, work, begun, between = _patterns()
    for match in triggers.finditer("works", work, text, start, end):
        link = between.search(text, max(start, match.start() - 14), match.start())
        stop = link.start() if link else match.start()
        thing = rebuilt.search(text, max(start, stop - 8), stop)
        if thing is None or any(m.start < match.end() and stop < m.end for m in known):
            continue
        first = name_start(text, start, stop)
        name = clean_name(text[first:stop])
        said = (
            (link is not None and link["verb"] not in (None, "的", ""))
            or begun.match(text, match.end(), end)
            or PUSHED.search(text, max(start, first - 8), first)
        )  # fmt: skip
        if not said or not _is_one(name, thing[0]) or name not in text[first:stop]:
            continue
        first = stop - len(text[first:stop]) + text[first:stop].find(name)
        yield ProjectMention(first, match.end(), name + match["work"], "")
    yield from _plants(text, start, end, known)


def _is_one(name: str, thing: str) -> bool:
    """Whether a thing that is rebuilt is one that has a name: 观云桥商圈, 浍河, not 老旧小区."""
    own = general_words().sub("", name[: len(name) - len(thing)])
    return len(own) >= (1 if thing in WATERS else LEAST_PROPER) and not MANY.search(name[: len(name) - len(thing)])


def _plants(text: str, start: int, end: int, known: Sequence[ProjectMention]) -> Iterator[ProjectMention]:
    for match in triggers.finditer("capacities", CAPACITY, text, start, end):
        if any(m.start < match.end() and match.start() < m.end for m in known):
            continue
        if OPENS_CAPACITY.search(text, max(start, match.start() - 8), match.start()):
            yield ProjectMention(match.start(), match.end(), match[0], "")
