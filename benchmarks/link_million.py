"""Time and memory of linking a million invented claims, from the table to the graph.

python benchmarks/link_million.py FOLDER 1000000      (writes the table to FOLDER once, then builds FOLDER/built of it)

The claims are distributed as those of 600 articles of real news: 6.6 an article, over half of them holdings of posts;
a few counties have most of the news, each with its own officials, projects, meetings and policies, who come again and
again; one article in thirty is a copy of another. Names of people repeat across counties as they do in life.
"""

from __future__ import annotations

import base64
import os
import random
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from kg.gazetteer.divisions import load as load_gazetteer
from kg.mentions.mention import Area, Body, Span
from kg.relations.claim import Amount, Batch, Claim, Company, Meeting, Person, Policy, PostRef, Project, Ref, Target
from kg.table.rows import ArticleClaims, ArticleInfo, ArticleSummary, Segment, TurnedDown
from kg.table.table import PLACE, opened

RELATIONS = {"holds": 55, "leads": 20, "hosts": 11, "announces": 4, "attends": 4, "invests": 2, "inspects": 2,
             "targets": 1, "directs": 1, "builds": 1}  # fmt: skip
CLAIMS_AN_ARTICLE = 6.6
SURNAMES = ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
            "杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段")  # fmt: skip
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲红玉建国华志远海燕晓东博立新春生永林德胜利学成振宇光荣庆祥"
BRANDS = "瑞丰恒泰鑫源宏达盛远创正华中科金博润康美通天海信诚安邦佳禾嘉隆昌兴旺铭晟卓越锦绣"
KINDS = ("新材料产业园项目", "生物医药生产基地项目", "高端装备制造项目", "光伏发电项目", "冷链物流园", "智能家居产业园",
         "锂电池正极材料项目", "现代农业示范园", "新能源汽车零部件项目", "大数据中心项目")  # fmt: skip
OFFICES = (
    "教育局",
    "财政局",
    "工信局",
    "自然资源局",
    "农业农村局",
    "交通运输局",
    "水利局",
    "商务局",
    "审计局",
    "民政局",
)
MEETINGS = ("经济工作会议", "项目建设推进会", "招商引资大会", "乡村振兴工作会议", "安全生产会议", "营商环境大会")
POLICIES = ("三年行动方案", "高质量发展实施意见", "招商引资若干措施", "人才新政二十条")
FILLER = "会议强调要坚持稳中求进工作总基调完整准确全面贯彻新发展理念加快构建现代化产业体系抓好重点项目建设优化营商环境"
OFFICIALS, PROJECTS, FIRMS = 40, 60, 40  # of a county


class County:
    """A county with its people and things, the same in every run."""

    def __init__(self, code: str) -> None:
        division = load_gazetteer().by_code(code)
        self.area = Area(division.name, "county", code, division.parent)
        self.word = division.name[-1]
        own = random.Random(f"county {code}")
        word = self.word if self.word in "县市区旗" else "县"
        party, government = Body("委", "party", self.area), Body("人民政府", "government", self.area)
        posts = [PostRef(f"{word}委书记", party), PostRef(f"{word}长", government)]
        posts += [PostRef(f"{word}委副书记", party), PostRef(f"{word}委常委", party)] * 3
        posts += [PostRef(f"副{word}长", government)] * 5
        posts += [PostRef("局长", Body(office, "office", self.area)) for office in OFFICES]
        posts += [PostRef("副局长", Body(office, "office", self.area)) for office in OFFICES]
        self.chief = posts[0]
        self.officials = [
            (Person(own.choice(SURNAMES) + "".join(own.choices(GIVEN, k=own.choice((1, 2, 2, 2))))), post)
            for post in (posts * 2)[:OFFICIALS]
        ]
        self.projects = [
            Project(
                self.area.name * (own.random() < 0.3) + "".join(own.sample(BRANDS, 3)) + own.choice(KINDS), self.area
            )
            for _ in range(PROJECTS)
        ]
        self.sums = [Amount(s, s, "CNY", "planned", "") for s in (own.randint(1, 99) * 10**8 for _ in range(PROJECTS))]
        self.firms = ["".join(own.sample(BRANDS, 3)) + "新材料有限公司" for _ in range(FIRMS)]


@lru_cache(maxsize=4000)
def county(code: str) -> County:
    return County(code)


def pairs(place: County, day: str, chance: random.Random) -> Iterator[tuple[str, Ref, Ref, PostRef | None]]:
    """(relation, subject, object, post) of one article's claims."""
    count = max(1, round(chance.expovariate(1 / CLAIMS_AN_ARTICLE)))
    meeting = Meeting(f"全{place.word}{chance.choice(MEETINGS)}", place.area, day)
    for relation in chance.choices(list(RELATIONS), list(RELATIONS.values()), k=count):
        who, post = place.officials[min(int(chance.expovariate(0.12)), OFFICIALS - 1)]
        number = min(int(chance.expovariate(0.06)), PROJECTS - 1)
        project = place.projects[number]
        if relation == "holds":
            yield relation, who, post, None
        elif relation == "leads":
            yield relation, place.officials[0][0], place.area, place.chief
        elif relation == "hosts":
            yield relation, place.area, project, None
        elif relation == "invests":
            yield relation, project, place.sums[number], None
        elif relation == "announces":
            total = Amount(chance.randint(1, 500) * 10**8, 0, "CNY", "planned", "")
            total = Amount(total.value, total.value, "CNY", "planned", "")
            yield relation, place.area, Batch("重点项目", place.area, chance.randint(3, 200), total), None
        elif relation == "attends":
            yield relation, who, meeting, None
        elif relation == "inspects":
            yield relation, who, project, None
        elif relation == "targets":
            value = f"{chance.randint(5, 12)}"
            yield relation, place.area, Target("地区生产总值增长", value, "%", int(day[:4]), place.area), None
        elif relation == "directs":
            yield relation, meeting, Policy(f"{place.area.name}{chance.choice(POLICIES)}"), None
        else:
            yield relation, Company(place.firms[number % FIRMS]), project, None


def articles(claims: int) -> Iterator[ArticleClaims]:
    """Invented articles with that many claims in all."""
    chance = random.Random(2026)
    codes = [division.code for division in load_gazetteer() if division.level == "county"]
    chance.shuffle(codes)
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(codes))))
    made = number = 0
    last: tuple[County, str, str, random.Random] | None = None
    while made < claims:
        name = f"news-{number:07}.txt"
        number += 1
        if last is not None and chance.random() < 1 / 30:
            place, day, sketch, seed = last
            own = random.Random()
            own.setstate(seed.getstate())
        else:
            place = county(chance.choices(codes, cum_weights=weights)[0])
            day = f"{chance.randint(2015, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            sketch = base64.b85encode(chance.randbytes(160)).decode()
            own = random.Random(number)
            last = place, day, sketch, random.Random(number)
        one = article(name, place, day, sketch, own)
        made += len(one.claims)
        yield one


def article(name: str, place: County, day: str, sketch: str, own: random.Random) -> ArticleClaims:
    said = []
    for position, (relation, subject, object_, post) in enumerate(pairs(place, day, own)):
        start = position * 80
        first = getattr(subject, "name", place.area.name)
        second = getattr(object_, "name", "") or getattr(object_, "title", "")
        turned = own.randrange(len(FILLER))
        exact = f"{place.area.name}{second}{first}第{own.randrange(10**6)}次{FILLER[turned:]}{FILLER[:turned]}。"
        end = start + len(exact)
        modality = own.choices(("asserted", "planned", "past"), (90, 6, 4))[0]
        confidence = own.choice((0.95, 0.9, 0.85, 0.8))
        claim = Claim(relation, subject, object_, Span(start, end), Span(start, start + 3), None, modality,
                      f"{relation}.invented", confidence, None, post)  # fmt: skip
        segment = Segment(name, start, end, start * 3, end * 3, exact, FILLER[:24], FILLER[24:48], modality, confidence,
                          f"{relation}.invented", "", first, second)  # fmt: skip
        said.append((claim, segment))
    refused = tuple(TurnedDown("invests.counted", name, n, "甲", "乙", FILLER[n : n + 40]) for n in range(6))
    title = f"{place.area.name}新闻"
    info = ArticleInfo(name, title, day, f"{place.area.name}报", None, f"{own.getrandbits(256):064x}", sketch)
    summary = ArticleSummary(name, title, day, info.publisher or "", 900, (("pinyin", 1),), len(said), (("body", 900),))
    return ArticleClaims(info, summary, tuple(said), refused)


def memory(process: int) -> int:
    """Resident MB of a process and all that it started, as Linux counts them."""
    total = 0
    try:
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            total += int(line.split()[1]) // 1024 if line.startswith("VmRSS") else 0
        for task in Path(f"/proc/{process}/task").iterdir():
            total += sum(memory(int(child)) for child in (task / "children").read_text().split())
    except (OSError, ValueError):
        return total  # ended meanwhile
    return total


def main(folder: Path, claims: int) -> None:
    if not (folder / PLACE).exists():
        start = time.perf_counter()
        with opened(folder) as table:
            for number, one in enumerate(articles(claims)):
                table.add(f"{number}", one)
            table.finish()
        print(f"{claims:,} claims of {number + 1:,} articles written in {time.perf_counter() - start:.0f} s")
    start = time.perf_counter()
    command = [sys.executable, "-m", "kg.commands.main", "build", "-q", "--bare", "--from-claims", folder,
               "-o", folder / "built"]  # fmt: skip
    process = subprocess.Popen([*map(str, command)], env=os.environ)
    most, done = [0], threading.Event()

    def watch() -> None:
        while not done.wait(0.2):
            most.append(memory(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    done.set()
    watcher.join()
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak, busy = usage.ru_maxrss // 1024, usage.ru_utime + usage.ru_stime
    print(f"linked and written in {time.perf_counter() - start:.0f} s, {busy:.0f} s of a processor (exit code {code}); "
          f"most memory of one process {peak:,} MB, of all at once {max(most):,} MB")  # fmt: skip
    for file in sorted((folder / "built").glob("*.*")):
        print(f"  {file.name} {file.stat().st_size / 1e6:,.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
