"""Which names say which project it is: general words taken out, something must be left."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.areas import named_runs
from kg.mentions.words import cut, tag_of

NUMBERED = re.compile(r"^(?:\d[\d.]*|[一二两三四五六七八九十百]+)(?:个|项|大|批|类|家|条|座|处|期|多个|余个)")
LEADING = re.compile(
    r"^(?:一些|(?:该|本)?公司(?:拟|将|计划)(?:投资|建设)?|(?:19|20)\d\d年度?|首批|首个|首座|首条|首期|全国首个|全省首个|全市首个|国内首个|一批|多个|各个|这些|这个|该|本|此|其|这一|上述|总|整个|另外|目前|今年|去年|明年|全部|所有|某|对|在|与|和|及|以及|为|将|等|的|了|着)+"
)
ANOTHER_NAME = re.compile(r"[（(](?:以?下(?:简)?称|简称|又称|暂定名)[^（）()]*[）)]")
VAGUE_ENDS = ("中心", "基地", "生产线", "工厂", "通道", "公园", "枢纽", "酒店", "医院", "学校")
PART_OF_WORK = re.compile(rf"(?:{alternation(load('projects')['parts_of_work'])})(?:工程|项目)$")
NUMBERS_INSIDE = re.compile(r"\d+(?:个|批)|[\d亿万]元|过亿|一批|^[共分]{0,2}[一二三四五]期$")
IN_BRACKETS = re.compile(r"[（(][^（）()，。；]{1,12}[）)]")
QUOTED = re.compile(r"[“‘][^“”‘’，。；]{1,14}[”’]")
NEVER_INSIDE = re.compile(alternation(load("projects")["never_inside"]))
TWO_QUOTATIONS = re.compile(r"”[^“]*“")
NAME_TAGS = ("x", "nz", "ns", "nr", "nt", "nrt", "nrfg")


def is_specific(name: str, built: bool = False) -> bool:
    """Whether a name says which project it is, not only of what kind.

    What is left when all general words are taken out must be at least two characters, and for a name that ends in
    项目 or 工程 four, or hold a name, a number or a quotation. `built` says that a verb of building stands before it.

    >>> is_specific("丙电汽车芯片封测一期项目"), is_specific("省级重点产业项目"), is_specific("钢铁项目")
    (True, False, False)
    """
    bare = NUMBERED.sub("", name)
    if bare.endswith(load("projects")["not_projects"]) or NEVER_INSIDE.search(name) or TWO_QUOTATIONS.search(name):
        return False
    if PART_OF_WORK.search(name) or NUMBERS_INSIDE.search(name):
        return False
    if (quoted := QUOTED.match(name)) and len(quoted[0]) <= 6 and len(name) - len(quoted[0]) <= 2:
        return False  # “四通一保”项目 is a campaign
    if len(IN_BRACKETS.sub("", bare)) < 4 or any(name.count(a) != name.count(b) for a, b in ("（）", "()", "“”")):
        return False
    if (quoted := QUOTED.search(name)) and "、" in quoted[0]:
        return False  # a slogan, and the campaign named after it
    if re.search(r"[\u4e00-\u9fff]{2}[—–-]{1,2}[\u4e00-\u9fff]{2}", name):
        return True  # a line between two places
    left = general_words().sub("", re.sub(r"[“”‘’（）()\d.—-]+", "", bare))
    if name.endswith(tuple(load("projects")["strong_heads"])):
        proper = (
            QUOTED.search(name)
            or re.search(r"\d+(?:\.\d+)?[A-Za-z万亿吨千兆百]", name)
            or any(tag_of(word) in NAME_TAGS for word in cut(left))
        )
        for run in named_runs(left, 0, len(left)):
            if len(left) - (run.end - run.start) < 2:
                return False  # 德州市重点项目 is a class
        words = cut(left)
        unknown = sum(len(word) == 1 and not tag_of(word).startswith(("d", "v", "p", "r", "c")) for word in words) >= 2
        return len(left) >= 4 or (len(left) >= 2 and bool(proper or unknown))
    if name.endswith(VAGUE_ENDS) and not built:
        return len(left) >= 3 or any(
            tag_of(word) in ("x", "nz", "ns", "nr", "nt", "nrt") or len(word) == 1 for word in cut(left)
        )
    return len(left) >= 2


@cache
def general_words() -> re.Pattern[str]:
    """The words that say nothing about which project a name means."""
    return re.compile(alternation(load("projects")["generic"]))


def clean_name(name: str) -> str:
    """The name without what the way back took too much: 首批, 该, another name in brackets."""
    name = re.sub(r"^(?:\d{1,2}[.．、](?=\D)|[（(][^（）()]{1,12}[）)])", "", ANOTHER_NAME.sub("", name))
    while (match := LEADING.match(name)) and match.end() < len(name):
        name = name[match.end() :]
    name = (
        NUMBERED.sub("", name)
        if NUMBERED.match(name) and not name[: NUMBERED.match(name).end()].endswith("期")
        else name
    )  # type: ignore[union-attr]
    name = re.sub(r"项目项目$", "项目", name)
    return name.strip("、，“”" if name.count("“") != name.count("”") else "、，")
