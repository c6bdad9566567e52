"""Invented articles, read as the package reads them, and tables of cases.

The areas stand in the division table; the people, companies and projects are made up.
"""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import strategies as st

from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import load
from kg.mentions.areas import AreaFinder
from kg.mentions.mention import Area, AreaMention, Body, Holding, Post
from kg.mentions.reading import Reading, read
from kg.repair.article import Article
from kg.repair.pipeline import repair
from kg.sources.record import RawRecord

SHANDONG, DEZHOU, PINGYUAN, QIHE = "370000", "371400", "371426", "371425"
ZAOZHUANG, SHIZHONG, RUDONG = "370400", "370402", "320623"
OF_PINGYUAN = "平原县融媒体中心"  # the publisher of an article about this county
TODAY = "2023-05-18"


def case(label: str, *values: object) -> object:
    """A row of a table of cases, named by its label."""
    return pytest.param(*values, id=label)


def wrong(reason: str, label: str, *values: object) -> object:
    """A row that the guideline wants and the code does not give yet."""
    return pytest.param(*values, id=label, marks=pytest.mark.xfail(strict=True, reason=reason))


def article(
    text: str, publisher: str | None = OF_PINGYUAN, date: str | None = TODAY, title: str | None = None
) -> Article:
    """The repaired article of a text."""
    return repair(RawRecord("invented.txt", text.encode(), date=date, publisher=publisher, title=title))


def reading(
    text: str, publisher: str | None = OF_PINGYUAN, date: str | None = TODAY, title: str | None = None
) -> Reading:
    """The mentions of a text; it is about 平原县 unless another publisher, or none, is given."""
    return read(article(text, publisher, date, title))


def finder(home: str | None = None, city: str | None = None) -> AreaFinder:
    """What decides about areas in an article whose home and city have these codes."""
    gazetteer = load_gazetteer()
    divisions = [gazetteer.by_code(code) if code else None for code in (home, city)]
    return AreaFinder(divisions[0], divisions[1], Counter())


def areas(text: str, home: str | None = PINGYUAN, city: str | None = None) -> list[AreaMention]:
    """The areas in a text of an article about `home`."""
    return finder(home, city).mentions(text, 0, len(text))


def path(area: Area) -> str:
    """All names of an area from the province down; a zone stands behind the division it lies in and a stroke."""
    gazetteer = load_gazetteer()
    if area.code is not None:
        return gazetteer.path(gazetteer.by_code(area.code))
    return (gazetteer.path(gazetteer.by_code(area.parent)) + "/" if area.parent else "") + area.name


def body_name(body: Body) -> str:
    """A body by its name with that of its area: 平原县委, 平原县教育局, 蓝谷有限公司."""
    if body.area is None or body.kind in ("other", "company"):
        return body.name
    return body.area.name + body.name


def holdings(text: str, publisher: str | None = OF_PINGYUAN, date: str | None = TODAY) -> list[Holding]:
    """Who holds what in a text."""
    return [holding for sentence in reading(text, publisher, date).sentences for holding in sentence.holdings]


def posts(text: str, publisher: str | None = OF_PINGYUAN) -> list[tuple[str, Post]]:
    """(name, post) of each post in a text, in order."""
    return [(holding.name, post) for holding in holdings(text, publisher) for post in holding.posts]


WORDS = [
    "平原县", "县委书记", "副县长、", "李志远", "同志", "任", "当选", "原", "蓝谷新材料有限公司", "董事长",
    "云帆锂电池项目", "总投资", "5亿元", "约", "以", "投建",
    "17个项目", "集中开工", "会议", "召开", "全县经济工作会议", "审议通过", "《平原县蓝莓振兴方案》", "“十大攻坚”行动",
    "力争", "到2025年", "工业总产值",
    "突破600亿元", "位于", "平原经济开发区", "王凤楼镇", "由", "投资建设", "其中", "等", "10个", "全市", "该公司",
    "记者", "5月6日",
]  # fmt: skip
LEXICON = [word for name in ("posts", "projects", "meetings", "policies", "targets",
    "companies") for key in sorted(load(name))
           for word in load(name)[key][:12]]  # fmt: skip
# Texts of words that rules look for, characters of any kind, digits and punctuation, in any order.
MIXED = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(LEXICON),
        st.sampled_from(list("，。、；：“”《》（）()—-·\n 1２3.,%人大和的之")),
              st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
              st.characters(codec="utf-8", categories=["P", "N", "S", "Z"])),
    max_size=40,
).map("".join)  # fmt: skip


def bodies(text: str) -> list[tuple[str, str]]:
    """(name, kind) of the body of each post."""
    return [(body_name(post.body), post.body.kind) for _, post in posts(text)]
