"""The body that an article speaks of, for a title that names none: 省残联召开党组会议，党组书记某某主持;
该公司总经理某某."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.lexicons import load
from kg.mentions.chunks import LONGEST, Chunk, chunk_before
from kg.mentions.mention import Body
from kg.mentions.titles import Title

FAR = 500  # characters back in which a bare title finds its body
OPENING = 400  # characters in which an article about an association names it
ANOTHER = re.compile(r"[，。、][^，。、]{2,16}(?:发布|披露|公告|宣布)")  # a firm by its short name has the word
PARENT = re.compile(r"旗下|控股|所属|下属|共?持")  # 某集团旗下的某电力: the firm is not the group
FAR_COMPANY = 600
NEAR_COMPANY = 150  # farther on, or behind a line break, 公司 may be another one that goes by a short name
CLAUSE = re.compile(r"[^，。；：\n、]{3,}")
DATE = re.compile(r"(?:据|\d{1,2}月\d{1,2}日|\d{1,2}日|近日|日前|昨日|今天|昨天|上午|下午)+")
ACTING_BODY = re.compile(
    r"[\u4e00-\u9fff]{1,24}?(?:局|委|厅|办|院|残联|妇联|科协|文联|中心|大学|中学|学校|协会|联合会|联谊会)"
    r"(?=召开|举行|组织|开展|党组|党委|[今昨近一二三四五六七八九十]|\d|在|联合|主办|承办|第|举办)"
)
ACTS = re.compile(r"传达|学习|贯彻|召开|举行|听取|开展|组织召|推进|落实|研究部署")
FULL_COMPANY = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|集团公司|集团)(?![股公）)])")
CLAUSE_ENDS = "，。；：！？、“”\n 　《》"
ASSOCIATION_HEADS = ("会长", "理事长", "监事长", "秘书长")
GROUP_ENDINGS = ("局", "委", "厅", "办", "院", "联", "会", "中心", "部", "行")  # bodies that have a Party group

LONGEST_OWN = 24  # characters of a school's or a society's name
GOES_ON = ("会", "们", "路", "街", "村", "镇", "社", "报", "网", "附")  # 学院路, 协会会员
NOT_A_NAME = re.compile(
    r"^(?:该|本|各|全|我|这|某|两|多|几|一|名|[一二三四五六七八九十\d]+[所家个])|[所家个名]$|等|、|高等|所有|不少"
)

ReadName = Callable[[Chunk, Title], Body | None]


def subject_body(text: str, end: int, title: Title, read_name: ReadName) -> Body | None:
    """The body that the text before `end` speaks of, if `title` fits it: a 局长 heads a 局, a 党组书记 any body
    with a group.

    `read_name` reads the words of a body's name. None where no clause before begins with a body that acts.
    """
    found = _acting_body(text, max(0, end - FAR), end, title, read_name)
    if found is None and title.head in ASSOCIATION_HEADS:
        found = _acting_body(text, 0, min(OPENING, end), title, read_name)
    return found


def _acting_body(text: str, start: int, end: int, title: Title, read_name: ReadName) -> Body | None:
    endings = GROUP_ENDINGS if title.unit else load("bodies")["heads_of"].get(title.head, "").split()  # type: ignore[attr-defined]
    if not endings or title.unit not in ("", "党组", "党委"):
        return None
    for clause in reversed(list(CLAUSE.finditer(text, start, end))):
        left = clause.start()
        if skipped := DATE.match(text, left, clause.end()):
            left = skipped.end()
        match = ACTING_BODY.match(text, left, clause.end())
        if match is None or not match[0].endswith(tuple(endings)):
            continue
        if chunk_before(text, left, match.end(), ()).start != left:
            continue  # 会议由委党组书记主持: no body by its name
        body = read_name(Chunk(left, match.end(), "", left), Title(match.end(), match.end(), "", "", "主任", "chief"))
        if body is not None and body.kind != "company" and not ACTS.search(body.name):
            return body
    return None


def named_in_full(text: str, noun: str, start: int, end: int) -> Chunk | None:
    """The words by which `text[start:end]` names the one body that is called `noun`: 蓝谷大学旅游学院 for 学院. None
    where it names none so, or two, unless one is part of the other.

    >>> text = "蓝谷大学旅游学院举行仪式，学院党委书记李志远出席。"
    >>> chunk = named_in_full(text, "学院", 0, len(text))
    >>> text[chunk.start:chunk.end]
    '蓝谷大学旅游学院'
    """
    found: dict[str, Chunk] = {}
    at = text.find(noun, start, end)
    while at >= 0:
        right = at + len(noun)
        left = right
        while left > start and right - left < LONGEST_OWN and text[left - 1] not in CLAUSE_ENDS:
            left -= 1
        chunk = chunk_before(text, left, right, ())
        name = text[chunk.start : right]
        goes_on = text[right : right + 1] in GOES_ON
        if len(name) >= len(noun) + 2 and not goes_on and not NOT_A_NAME.search(name):
            found.setdefault(name, chunk)
        at = text.find(noun, right, end)
    longest = [
        name
        for name in found
        if not any((other != name and other.endswith(name)) or other[: -len(noun)].startswith(name) for other in found)
    ]
    return found[longest[0]] if len(longest) == 1 else None


def _full_name(text: str, end: int) -> str:
    """The name of the company that ends at `end`."""
    left = end
    while left > 0 and end - left < LONGEST and text[left - 1] not in CLAUSE_ENDS:
        left -= 1
    chunk = chunk_before(text, left, end, ())
    return text[chunk.start : chunk.end]


def company_before(text: str, end: int) -> Body | None:
    """The company that 该公司 means at `end`: the last one named in full before it.

    >>> company_before("甲乙新能源有限公司昨日开工，该公司", 14).name
    '甲乙新能源有限公司'
    """
    found = list(FULL_COMPANY.finditer(text, max(0, end - FAR_COMPANY), end))
    if not found:
        return None
    last = found[-1]
    if ANOTHER.search(text, last.end(), end) or PARENT.match(text, last.end(), end):
        return None
    name = _full_name(text, last.end())
    if (last.end() < end - NEAR_COMPANY or "\n" in text[last.end() : end]) and (
        not text[:end].endswith("该") or any(_full_name(text, m.end()) != name for m in found)
    ):
        return None  # 该公司 may stand farther off where one alone is named
    return Body(name, "company", None) if len(name) >= 5 else None
