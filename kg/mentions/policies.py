"""Policies by name: titles in 《》, quotations that a word of policy follows, and noun phrases that end like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.mention import PolicyMention
from kg.mentions.words import cut, tag_of

TITLE = re.compile(r"《([^《》\n]{4,90})》")
QUOTE = re.compile(r"“([^“”\n]{2,30})”")
YEARS = re.compile(r"[（(][^（）()]{2,20}[）)]$")  # 行动计划（2023—2025年）, 条例（草案）
LONGEST = 30
VAGUE = re.compile("相关|有关")  # 相关试点工作 is no name
STUDY = "学习贯彻"  # part of the campaign's own name
BREAKS = "，。；：！？,;!?\n （）()《》、”"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...], frozenset[str], tuple[str, ...]]:
    lexicon = load("policies")
    return (
        re.compile(
            rf"(?:{alternation(lexicon['heads'])})(?!中心|规划局|资金|领导小组|办公室|组|室|队|委|工程师|系统|者|力|派|不便)"
        ),
        re.compile(alternation(lexicon["quote_heads"])),
        lexicon["title_heads"],
        frozenset(lexicon["generic"]),
        lexicon["not_policies"],
    )


@cache
def _stops() -> frozenset[str]:
    policies, meetings = load("policies"), load("meetings")
    return frozenset(
        (*policies["direct_verbs"], *policies["soft_verbs"], *meetings["verbs_before"], "加快", "持续", "进一步")
    )


def policies(text: str, start: int, end: int) -> Iterator[PolicyMention]:
    """The policies that `text[start:end]` (a sentence) names, in order, without overlaps."""
    phrase, after_quote, title_heads, generic, never = _patterns()
    taken: list[tuple[int, int]] = []
    found: list[PolicyMention] = []
    for match in TITLE.finditer(text, start, end):
        if YEARS.sub("", match[1]).endswith(title_heads):
            found.append(PolicyMention(match.start(), match.end(), match[1], "title"))
        taken.append(match.span())
    for match in QUOTE.finditer(text, start, end):
        if any(a <= match.start() < b for a, b in taken) or any(bad in match[1] for bad in never):
            continue
        if match[1] in generic or re.search(
            r"(?:简称|称为?|叫做)[：:]?$", text[max(start, match.start() - 4) : match.start()]
        ):
            continue
        behind = after_quote.match(text, match.end(), end)
        tail = ""
        if behind and not behind[0].startswith("的"):
            tail = behind[0]
        found.append(PolicyMention(match.start(), match.end() + len(tail), match[1] + (tail if tail else ""), "quoted"))
        taken.append((match.start(), match.end() + len(tail)))
    for match in phrase.finditer(text, start, end):
        if any(a <= match.start() < b or a < match.end() <= b for a, b in taken):
            continue
        first = _phrase_start(text, start, match.start())
        name = text[first : match.end()]
        if name.count("“") != name.count("”"):
            continue
        if name.startswith("习近平") and name.endswith("主题教育") and text.endswith(STUDY, start, first):
            first, name = first - len(STUDY), STUDY + name
        if any(bad in name for bad in never[:1]) and not name.endswith("主题教育"):
            continue
        core = name
        for word in sorted(generic, key=len, reverse=True):
            core = core.replace(word, "")
        if (
            len(core) < 3
            or name in generic
            or VAGUE.search(name)
            or name.endswith(load("policies")["not_phrases"])
            or (name[0] in "不未非" and text[first - 1 : first] == "、")
        ):
            continue  # 不敢腐、不能腐、不想腐战略部署: the end of a row
        found.append(PolicyMention(first, match.end(), name, "phrase"))
        taken.append((first, match.end()))
    yield from sorted(found, key=lambda m: m.start)


def _phrase_start(text: str, start: int, head: int) -> int:
    """Where the noun phrase that ends with the word at `head` begins."""
    left = max(start, head - LONGEST)
    at = head
    while at > left and text[at - 1] not in BREAKS:
        at -= 1
    first = at
    position = at
    for word in cut(text[at:head]):
        if word in _stops() or word in ("的", "了") or (tag_of(word) in ("p", "d", "c", "r") and len(word) < 3):
            first = position + len(word)
        position += len(word)
    return first
