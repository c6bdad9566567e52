"""The ladder of posts: how high a post stands, and where, as far as that tells two people of one name apart.

A rung is half a grade. The chief of a province stands on 8 (正部), of a prefecture on 6 (正厅), of a county on 4
(正处), of a township on 2 (正科); a deputy one rung lower; the head of a department two below the head of its area.
Districts of 北京, 天津, 上海 and 重庆 stand with prefectures. Posts that are none of these (teachers, engineers,
managers of companies) have no rung. Source: 公务员法 (2018), article 18, and the usual grades of local posts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import load
from kg.linking.bodies import body_id, is_national, says_which
from kg.mentions.mention import Area, Body
from kg.relations.claim import PostRef

LEVELS = {"province": 8, "prefecture": 6, "county": 4, "zone": 4, "township": 2, "village": 0}
NATIONAL = 10
MUNICIPALITIES = ("11", "12", "31", "50")
LEAST_OF_NAME, LONGEST_AREA = 2, 8  # characters of a body behind its area, and of an area


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """A post as a career sees it: the body's id ("" where its name says nothing), the rung (-1: none), the codes of
    province, prefecture and county ("" above their level), whether it heads that area, is held now, and the day on
    which it is seen ("": not told)."""

    body: str
    rung: int
    province: str
    prefecture: str
    county: str
    heads: bool
    now: bool
    date: str
    title: str

    @property
    def area(self) -> str:
        return self.county or self.prefecture or self.province


def held(post: PostRef, body: Body, now: bool, date: str | None) -> Held:
    """The post (its body in canonical form) as a career sees it."""
    rung = rung_of(post.title, body)
    province, prefecture, county = codes(body.area) if body.area is not None else _named_codes(body.name)
    own = body_id(body, "") if body.area is not None or says_which(body.name, body.kind == "company") else ""
    heads = body.name in load("linking")["heads_one_area"] and rung >= 0 and rung == _level(body) and bool(province)
    return Held(own, rung, province or ("national" if is_national(body) else ""), prefecture, county, heads, now,
                date or "", post.title)  # fmt: skip


def attended(area: Area, date: str | None) -> Held:
    """What it says of a person without a post that an area's meeting was attended: one of those who lead there."""
    plain = Body("", "government", area)
    province, prefecture, county = codes(area)
    return Held("", _level(plain) - 1, province, prefecture, county, False, True, date or "", "")


@cache
def _named_codes(name: str) -> tuple[str, str, str]:
    """The codes of the province or prefecture that the name of a body without an area begins with: 上海大学."""
    gazetteer = load_gazetteer()
    for size in range(min(len(name) - LEAST_OF_NAME, LONGEST_AREA), 1, -1):
        found = [d for d in gazetteer.named(name[:size]) if d.level in ("province", "prefecture")]
        if found and name[:size] not in load("areas")["not_areas"]:
            widest = min(found, key=lambda division: (len(gazetteer.ancestors(division)), division.code))
            return codes(Area(widest.name, widest.level, widest.code, widest.parent))
    return "", "", ""


def codes(area: Area | None) -> tuple[str, str, str]:
    """The codes of the province, prefecture and county that an area is or lies in, "" where there is none.

    >>> codes(Area("平原县", "county", "371426", "371400"))
    ('370000', '371400', '371426')
    """
    code = None if area is None else area.code or area.parent
    if code is None:
        return "", "", ""
    gazetteer = load_gazetteer()
    division = gazetteer.by_code(gazetteer.today(code))  # a career goes on when a county becomes a district
    found = [gazetteer.at(division, level) for level in ("province", "prefecture", "county")]
    return tuple("" if each is None else each.code for each in found)  # type: ignore[return-value]


def rung_of(title: str, body: Body) -> int:
    """The rung of a post, -1 where it has none.

    >>> plain = Area("平原县", "county", "371426", "371400")
    >>> [rung_of(title, Body("委", "party", plain)) for title in ("县委书记", "县委副书记", "县委常委")]
    [4, 3, 3]
    >>> rung_of("局长", Body("教育局", "office", plain)), rung_of("教师", Body("第一中学", "other", plain))
    (2, -1)
    """
    level = _level(body)
    if level < 0:
        return -1
    words = load("posts")
    if title in load("linking")["area_leaders"]:
        return level - 1
    if (body.kind in ("office", "other") and not is_national(body)) or (
        is_national(body) and body.name.endswith(("部", "委", "局", "署", "厅", "委员会")) and body.name != "中央军委"
    ):
        level -= 2
    elif body.name in ("纪委", "纪委监委", "监委"):
        level -= 1
    if is_national(body) and title.endswith(load("linking")["of_the_state"]):
        return level - (title != title.lstrip("副") or title == "国务委员")
    if of_many(title):
        return -1
    if title.endswith("秘书长"):
        return max(level - 2 - title.count("副"), 0)
    if "副" in title or title.endswith((*words["members"], "助理")):
        return max(level - 1, 0)
    return level if title.endswith((*words["heads_of_area"], *words["chiefs"])) or title[-1:] == "长" else -1


@cache
def of_many(title: str) -> bool:
    """Whether a post of this title is one of ten thousands in an area, and none of its leaders': teachers, managers.

    >>> of_many("教师"), of_many("副校长")
    (True, False)
    """
    words = load("posts")
    return title in (*words["other_titles"], *words["ranks"], *words["company_titles"])


def _level(body: Body) -> int:
    if is_national(body):
        return NATIONAL
    if body.area is None or body.kind in ("company", "other"):
        return -1
    level = LEVELS.get(body.area.level, -1)
    if (body.area.code or "").startswith(MUNICIPALITIES) and body.area.level in ("county", "township"):
        level += 2
    return level
