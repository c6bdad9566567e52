"""Companies before a title with a section, a branch or a board of theirs, or pointed at (该公司)."""

from __future__ import annotations

import re

from kg.lexicons import load
from kg.mentions.chunks import body_ends
from kg.mentions.mention import Body
from kg.mentions.post_case import REFUSED, Answer, Case
from kg.mentions.subjects import company_before

COMPANY_AND_REST = re.compile(r"^([^的]{2,30}?(?:有限责任公司|有限公司|集团公司))[^的，。；]{2,}$")
PART_OF_THIS = re.compile(
    r"^(?:公司|集团|企业)(?P<part>[\u4e00-\u9fff]{2,8}(?:部|部门|中心|室|科|处|车间|事业部|办公室|分厂|工厂))$"
)
SHOP = re.compile(r"^(.{3,20}(?:店|超市|商场|公司|集团|银行|合作社|工厂))[\u4e00-\u9fff]{1,8}$")


def section_of_company(case: Case) -> Answer:
    """某量贩店生鲜采购经理: the shop, not its section."""
    if case.title.kind != "company":
        return None
    if not body_ends(case.words) and (shop := SHOP.match(case.words)):
        return Body(shop[1], "company", None)
    for section in load("bodies")["sections"]:
        name = case.words.removesuffix(section)
        if name != case.words and len(name) > 1 and not case.inside:
            return Body(name, "company", None)
    return None


def part_of_company(case: Case) -> Answer:
    """某有限公司某路项目负责人: the company, where the rest of the words names no part of it."""
    if case.title.kind not in ("company", "other") or "公司" not in case.words or body_ends(case.words):
        return None
    whole = COMPANY_AND_REST.match(case.words)
    return Body(whole[1], "company", None) if whole else None


def part_of_this_company(case: Case) -> Answer:
    """该公司综合部部长: a department of the company that the text has named last."""
    match = PART_OF_THIS.match(case.words) if case.words.startswith(("公司", "集团", "企业")) else None
    if match is None:
        return None
    whole = company_before(case.text, case.chunk.start)
    return Body(whole.name + match["part"], "company", None) if whole is not None else None


def board(case: Case) -> Answer:
    """董事局副主席 behind a post in a company: that company's."""
    base = case.base
    return base if case.words in load("bodies")["boards"] and base is not None and base.kind == "company" else None


def this_company(case: Case) -> Answer:
    if case.words in load("bodies")["vague_companies"]:
        return company_before(case.text, case.chunk.start) or REFUSED
    return None
