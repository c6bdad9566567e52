"""Titles of posts in a sentence: where they stand and what they are made of.

A title is an optional unit of its own (党组, 党委, 纪委), optional modifiers (副, 常务副, 代, 第一) and a head
(书记, 市长).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from kg.lexicons import alternation, load
from kg.mentions import triggers

Kind = Literal["head_of_area", "chief", "member", "rank", "company", "leader", "other"]
UNITS = triggers.PARTY_UNITS


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the text. `unit` is the Party unit inside it (党组), `modifier` what stands before the head
    (常务副)."""

    start: int
    end: int
    unit: str
    modifier: str
    head: str
    kind: Kind

    @property
    def words(self) -> str:
        """The title as written: 党组副书记."""
        return self.unit + self.modifier.rpartition("的")[2] + self.head  # 主持工作的副局长: 副局长

    @property
    def deputy(self) -> bool:
        return "副" in self.modifier or self.head.startswith("副") or "助理" in self.modifier + self.head


@cache
def _kinds() -> dict[str, Kind]:
    lexicon = load("posts")
    kinds: dict[str, Kind] = {}
    tables: tuple[tuple[str, Kind], ...] = (
        ("other_titles", "other"), ("honours", "other"), ("deputies_only", "other"), ("ranks", "rank"),
        ("company_titles", "company"),
        ("members", "member"), ("chiefs", "chief"), ("heads_of_area", "head_of_area"), ("leader_words", "leader"),
    )  # fmt: skip
    for key, kind in tables:
        for word in lexicon[key]:
            kinds[word] = kind
    kinds["秘书长"] = "other"  # 正职 of a secretariat, never of the body it serves
    return kinds


@cache
def _pattern() -> re.Pattern[str]:
    lexicon = load("posts")
    heads = alternation(h for h in _kinds() if not h.startswith(UNITS))
    modifiers = alternation(lexicon["modifiers"])
    return re.compile(
        rf"(?:(?P<unit>{alternation(UNITS)})(?P<unitmodifier>{modifiers})?(?P<unithead>书记|委员|常委|成员|组长)"
        rf"|(?P<modifier>{modifiers})?(?P<head>{heads}))"
        rf"(?!{alternation(lexicon['not_after_title'])})(?<!公司长)(?<!委员会长(?=江))(?<!部长(?=江水利))(?<!镇长(?=江村))(?<!董事(?=会))(?<!监事(?=会))(?<!理事(?=会))(?<!律师(?=事务所))(?<!常委(?=会))(?<!委员(?=会))(?<!总工(?=会))(?<!专家(?=组))(?<!成员(?=国))"
    )


@lru_cache(maxsize=8)
def titles(text: str, start: int, end: int) -> tuple[Title, ...]:
    """The titles in `text[start:end]`, in order, without overlaps.

    >>> [t.words for t in titles("县委副书记、县长李四", 0, 10)]
    ['副书记', '县长']
    """
    found = []
    for match in triggers.finditer("titles", _pattern(), text, start, end):
        unit = match["unit"] or ""
        modifier = (match["unitmodifier"] if unit else match["modifier"]) or ""
        head = match["unithead"] if unit else match["head"]
        found.append(Title(match.start(), match.end(), unit, modifier, head, _kinds()[head]))
    return tuple(found)
