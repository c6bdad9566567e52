"""The body that a post is in: what the words before its title mean.

Before a title stand an area, a level word that points at one (市, 县), a body, or nothing, where the post before it in
the same row tells. `READERS` are asked in order; each reads one way of writing, says that the words name no body
(REFUSED), or passes (None).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.lexicons import load
from kg.mentions.abroad import foreign_city, foreign_state, ministry, mission, party
from kg.mentions.area_bodies import VAGUE, assists_head
from kg.mentions.area_readers import (
    contracted,
    garrison,
    governing,
    leaders,
    short_area,
    speaker,
    standing,
    with_area,
    with_level,
    zone_office,
)
from kg.mentions.areas import AreaFinder
from kg.mentions.chunks import Chunk, body_ends
from kg.mentions.company_parts import (
    board,
    part_of_company,
    part_of_this_company,
    section_of_company,
    this_company,
)
from kg.mentions.free_bodies import company_body, latin_company, named_body
from kg.mentions.mention import Area, AreaMention, Body
from kg.mentions.national_bodies import national, state_council
from kg.mentions.parties import parties_and_league
from kg.mentions.post_case import REFUSED, Answer, Case, area_of_body
from kg.mentions.press_bodies import press
from kg.mentions.subjects import named_in_full, subject_body
from kg.mentions.titles import Title
from kg.mentions.villages import village

Reader = Callable[[Case], Answer]
OTHER_NAME = re.compile(r"[（(]([^（）()]{2,16})[）)]$")  # 甲局（乙局）局长: one body with two names
RANK = re.compile(r"(?:[上中少]将|[大上中少]校|[上中少]尉)\Z")
THIS_REACH = 120  # characters back in which 该协会 finds its name
ANY_TITLE = Title(0, 0, "", "", "主任", "chief")


def read_body(
    text: str, chunk: Chunk, title: Title, areas: Sequence[AreaMention], finder: AreaFinder, previous: Body | None,
    row: Body | None,
) -> Body | None:  # fmt: skip
    """The body of the post with `title`, whose own words are `chunk`; None where the text does not tell."""
    last = text[chunk.end - 1] if chunk.start < chunk.end else ""
    if last in ("）", ")") and (other := OTHER_NAME.search(text[chunk.start : chunk.end])) and body_ends(other[1]):
        chunk = replace(chunk, end=chunk.start + other.start())
    if text[chunk.end - 1] in "将校尉" and (rank := RANK.search(text, chunk.start, chunk.end)):
        chunk = replace(chunk, end=rank.start())  # 人民武装部上校政委
    case = Case(text, chunk, title, areas, finder, previous, row)
    for reader in READERS:
        answer = reader(case)
        if answer is not None:
            return answer if isinstance(answer, Body) else None
    return None


def _subject(case: Case, title: Title) -> Body | None:
    """The body that the text before speaks of, if `title` fits it."""

    def read_name(chunk: Chunk, plain: Title) -> Body | None:
        near = case.finder.mentions(case.text, chunk.start, chunk.end)
        return read_body(case.text, chunk, plain, near, case.finder, None, None)

    return subject_body(case.text, case.chunk.start, title, read_name)


def _no_words(case: Case) -> Answer:
    """A title alone: 县长 of the post before, 党组书记 of the body that the article speaks of."""
    if case.words:
        return None
    title, base = case.title, case.base
    if title.kind == "leader":
        area = _led_from(case)
        return Body("人民政府", "government", area) if area is not None else REFUSED
    if title.kind == "head_of_area" or assists_head(title):
        level = "省" if title.head.startswith("自治区") else title.head[0]
        area = area_of_body(case.previous, level, case.finder) or area_of_body(case.row, level, case.finder)
        area = area or case.finder.relative(level, case.before)
        return Body("人民政府", "government", area) if area is not None else REFUSED
    if base is None:
        return _subject(case, title) or REFUSED
    if not title.unit and title.head == "行长":
        base = replace(base, name=base.name.removesuffix("党委"))  # 某银行党委委员、副行长
    if title.unit in load("posts")["discipline_units"] and base.kind == "party":
        return Body(title.unit, "congress", base.area)  # 县委常委、纪委书记 is at the head of another body
    if title.unit in ("党委", "党工委", "工委") and base.kind in ("government", "zone") and base.area is not None:
        return Body("党委" if base.kind == "government" else "党工委", "party", base.area)
    return base


def _led_from(case: Case) -> Area | None:
    """The area of 市领导, 省领导: never the firm or office that the person before is from."""
    level = case.title.head[0]
    if level not in "省市县区州":
        return None
    near = area_of_body(case.previous, level, case.finder) or area_of_body(case.row, level, case.finder)
    return near or case.finder.relative(level, case.before)


def _this_body(case: Case) -> Answer:
    """该协会会长, of the one named just before; 学院党委书记, of the only one that the article names."""
    this = case.words.startswith("该")
    noun = case.words.removeprefix("该")
    if noun not in load("bodies")["called_so"]:
        return None
    start = max(0, case.chunk.start - THIS_REACH) if this else 0
    chunk = named_in_full(case.text, noun, start, case.chunk.start if this else len(case.text))
    if chunk is None:
        return REFUSED if this else None
    near = case.finder.mentions(case.text, chunk.start, chunk.end)
    return read_body(case.text, chunk, ANY_TITLE, near, case.finder, None, None) or REFUSED


def _one_word(case: Case) -> Answer:
    if case.words not in load("bodies")["one_word"]:
        return None
    return case.base or _subject(case, replace(case.title, unit="党组", head="书记")) or REFUSED


def _vague(case: Case) -> Answer:
    """相关部门负责人, and what a bracket cut off."""
    if case.words.endswith("驻村"):
        return REFUSED  # 某会驻村第一书记 does not say where
    if case.words.startswith("该") and case.words[1:] in load("bodies")["called_so"]:
        return None
    if (
        case.words.startswith(load("bodies")["pointing"])
        or case.words.endswith(load("bodies")["owners"])
        or "某" in case.words
    ):
        return REFUSED  # 该院产科, 某公司
    expert = case.title.kind == "other" and case.words.endswith("部门")  # 水利部门专家: of no body by name
    return REFUSED if case.words[:1] in ("）", ")", "”") or VAGUE.search(case.words) or expert else None


READERS: tuple[Reader, ...] = (
    press, _vague, section_of_company, part_of_company, part_of_this_company, foreign_state, ministry, foreign_city,
    party, state_council, latin_company, board, garrison, mission, village, leaders, short_area, speaker, _no_words,
    standing, governing, contracted, _this_body, this_company, parties_and_league, national, with_area, with_level,
    zone_office, _one_word, company_body, named_body,
)  # fmt: skip
