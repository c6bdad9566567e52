"""Who stands where the builder of a project stands: the frames in which a sentence says that somebody builds something.

Before the project: WHO (将, 近日, 在某县, 投资5亿元) builds it; behind it: 由 WHO 投资建设, 是 WHO 在某县的第二家工厂,
建设单位为 WHO. A frame gives the words for WHO; which company they mean is for `company_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from kg.lexicons import alternation, load
from kg.mentions.mention import ProjectMention
from kg.mentions.reading import SentenceReading
from kg.mentions.words import cut, tag_of

CLAUSE_ENDS = "，。；：！？“\n"
MONEY = (
    r"(?:(?:计划|拟|预计|总|将|再|首期|一期|已)*(?:投资|斥资|出资|耗资|投入|募资|注资|募集资金|以|拿出|砸)?)?"
    r"(?:额|总额)?(?:约|近|超|超过|逾|达|总计|共计|不低于|人民币|高达|共|多达)*\s?\d[\d.,]*\s?[多余]?[百千万亿]*[多余]?\s?"
    r"(?:美|欧|港|日|韩|英)?(?:元|镑)(?:人民币)?(?:以上|左右)?(?:的资金|资金|巨资|的)?，?|斥巨资|投巨资|斥重金"
)
PLACE = r"(?:落户|选址|进驻|来到)?(?:在|于)[^，。；：、]{1,16}?"
TIME = (
    r"(?:从|自)?(?:20|19)?\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|初|起|以来)?"
    r"|\d{1,2}月(?:\d{1,2}日)?(?:份|底|初)?|\d{1,2}日"
)
LAND = (
    r"(?:租赁|租用|购置|购买|征用|征收|流转|受让|竞得|拿下?)?了?(?:土地|用地|地块)?[\d.]+亩(?:的?(?:土地|用地|地块))?"
    r"|租地|购地|征地|拿地"
)
WITH = r"(?:与|和|同|按照|通过|依托|利用|采用|根据)[^，。；：]{2,16}?(?:合作|模式|方式|协议|资源|优势|资金)"
WHAT_KIND = (
    r"(?:(?:(?:全[国省市球县区]|国内|世界|我国|我省|我市|亚洲|西部|西南|西北|东北|华东|华南|华北|华中|中部)?(?:首[个座条家期]|唯一|最大的?|最先进的?|规模最大的?)"
    r"|又一|第[一二三四五六七八九十\d]+[个座条家]|一[个座条处家项批]|[两三四五六\d]+[个座条家项]|新的?|大型|总部|现代化|重大|重点|核心|旗下)的?)*"
    r"(?:(?:位于|坐落于|总投资|计划总投资|投资|占地|年产|规模|总建筑面积|名为|名叫|包括|含)[^，。；]{1,20}的)?(?:项目)?[“——]{0,3}"
)


class Frame(NamedTuple):
    """Where the words for who builds stand, the project, and the rule that says so."""

    start: int
    end: int
    project: ProjectMention
    rule: str
    confidence: float
    named: bool = False  # whether only a company that the article names in full can stand there


@cache
def _verbs() -> str:
    lexicon = load("companies")
    return f"(?:{alternation((*lexicon['build_verbs'], *lexicon['founds']))})(?![区商者方局厅部])"


@cache
def _unit() -> str:
    """What stands between who builds and the verb: adverbs, places, times, sums, land, partners."""
    return rf"(?:{MONEY}|{alternation(load('companies')['before_build'])}|{PLACE}|{TIME}|{LAND}|{WITH})"


@cache
def _takes_part() -> re.Pattern[str]:
    """WHO 参与 (甲项目的建设), WHO 出资5亿元对 (乙水库的援建)."""
    return re.compile(
        rf"(?P<who>.*?){_unit()}*(?:(?:参与|参加|完成|承担|承接|负责|中标|启动|推进|加快|加快推进|参建)了?(?:对)?|(?<!针)对)"
    )


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(_verbs())


@cache
def _before() -> re.Pattern[str]:
    """WHO, adverbs, a place and a sum, a verb, and what kind of thing it is: all that stands before the project."""
    verb = rf"(?:{_verbs()})(?:了|起了?|的|下的?|出)?"
    return re.compile(rf"(?P<who>.*?)(?P<gap>{_unit()}*{verb}(?:{MONEY})?(?P<kind>{WHAT_KIND}))")


@lru_cache(maxsize=64)
def _as_before(lead: str) -> re.Match[str] | None:
    """All that stands before a project read as `_before`: asked for a frame, and for one without a subject."""
    return _before().fullmatch(lead) if _verb().search(lead) else None


@cache
def _by() -> re.Pattern[str]:
    """由 WHO 共同投资建设, as far as nothing is said of another project (由甲公司建设的乙项目)."""
    adverbs = alternation(load("companies")["before_build"])
    return re.compile(
        rf"由(?P<who>[^，。；：]{{2,60}}?)(?:等(?:[\d一二三四五六七八九十多]+家)?(?:企业|公司|单位)?)?(?:{adverbs}|{MONEY}|在[^，。；：、的]{{1,12}}?)*(?:{_verbs()}|(?:负责|开发|管理)(?![区商者方]))(?!的[^，。；]{{3}})"
    )


@cache
def _is() -> re.Pattern[str]:
    return re.compile(
        rf"(?:项目|工程)?，?(?:也|正|这)?(?:是|为|系)(?:由)?(?P<who>[^，。；：]{{2,30}}?)(?:"
        rf"(?:{alternation(load('companies')['before_build'])}|{MONEY}|{PLACE}|{TIME})*(?:{_verbs()})的"
        rf"|在[^，。；：]{{1,12}}的(?:又?一|首|第[一二三四五六七八九十\d]+)[个家座条]|旗下的?|全资)"
    )


@cache
def _role() -> re.Pattern[str]:
    roles = alternation(load("companies")["builder_roles"])
    return re.compile(rf"(?:{roles})(?:分别|均|都)?(?:是|为|系|：|:)(?P<who>[^，。；]{{2,40}})")


ROW = re.compile(r"[、和及与]|以及")
# Who is visited where the project is its own: 走进 WHO 了解乙项目
VISITED = re.compile(
    r"[^，。；]{0,30}?(?:走进|来到|前往|赴|深入|走访)(?P<who>[^，。；、]{3,24}?公司)，?(?:实地)?(?:了解|考察|察看|查看|参观|调研|观摩)(?:了|其)?(?:正在|在建|投资|建设|的)*"
)
# Several put up the money, and what it comes to stands before the project: A、B等联合投资，总金额超80亿元的石化项目
FUNDED = re.compile(
    rf"(?P<who>[^，。；：]{{2,40}}?)等?(?:[两三四五六七八九\d]+家(?:企业|公司))?(?:联合|共同|合作|合资)(?:投资|出资)(?:建设|兴建|打造)?(?:的|，|、)(?:计划|预计)?(?:总金额|总投资|投资总?额|总额)(?:{MONEY})"
)
# WHO 负责组建项目公司: the company of the project that the article is about
PROJECT_COMPANY = re.compile(
    r"(?:^|(?<=[，。；：由]))(?P<who>[^，。；：]{3,40}?)(?:负责|牵头|共同|联合|出资|拟|将|已|正|分别)+(?:出资|投资)?(?:组建|成立|设立|注册)(?:成立)?(?:了)?项目公司"
)
FOUNDED_BY = re.compile(r"由(?P<who>[^，。；：]{4,60}?)(?:共同|联合|合资|出资)*(?:组建|成立|设立)+了?$")
THAT_WORK = re.compile(
    r"^(?:据悉|据了解|据介绍|而|其中|目前)*(?:该|此|本|整个|这一)?(?:项目|工程|园区|基地|电站|产业园)"
)
THE_WORK = re.compile(r"(?:项目|工程)?的?(?:工程)?(?:无偿)?(?:建设|施工|援建|扩建|改造|承建|总承包|兴建|修建|开发)")
SIGNS = re.compile(r"(?:正式|成功|共同|就|近日|日前|昨日|今日)*(?:签订|签署|签约|签下|达成)了?(?:共建|投资|合作)?$")
OF_TWO = re.compile(r"[与和同]")
OF_ITS_PARTS = re.compile(r"(?:所需|核心|主要|全部)的?(?:设备|装备|模块|产品|原料|机组)")  # 项目所需设备由甲公司建造
OF_ANOTHER_THING = re.compile(r"公司|股权|转让")
OWNS = re.compile(r"(?:(?:位于|坐落于|落户|在)[^，。；：]{2,14})?的$")
LED_BY_MEANS = re.compile(r"由(?!于)|经")
OF_THE_COMPANY = ("公司拟", "公司将", "公司计划", "公司决定", "公司此次", "公司本次", "公司已")
MIND = ("项目", "产品", "其中", "该", "本", "这", "我", "当地", "政府", "目前项目", "园区", "工程")
# What a company's head looks at is the company's: 查看乙项目建设进展, not 参加乙项目开工仪式
LOOKS_AT = re.compile(r"(?P<who>)(?:实地|现场|详细)*(?:查看|察看|检查|督导|督战|调度|巡查|巡视)(?:了|其|公司|企业)*")
SEEN = re.compile(r"(?:项目|工程)?的?(?:建设|施工|工程|推进)*(?:进展|进度|情况|现场)")
HEAD = re.compile(r"(?:集团|公司)?(?:党委书记、|总裁、)?(?:董事长|总经理|总裁|首席执行官|CEO|创始人)")
HEAD_OF = re.compile(
    r"(?:集团|公司)?(?:副?董事长|副?总经理|副?总裁|首席执行官|CEO|创始人|(?:相关|有关)?负责人|总监)[^，。；：]{0,10}?"
    r"(?:表示|介绍|透露|说|称|宣布|告诉[^，。；：]{2,8})?$"
)
SAYS = re.compile(r"(?:公告|表示|宣布|称|透露|介绍|发布公告)$")
VERBAL = ("v", "d", "p", "c", "t", "a", "u", "i", "l")
DATE_FIRST = re.compile(
    r"(?:[^，。；：]{0,16}(?:日|年|月|来|后|前|间|时|悉|介绍|了解|外|始|际|面|方面|报道|下|目前|近期|同时)，)*"
)


def frames(sentence: SentenceReading) -> Iterator[Frame]:
    """The frames of the projects of a sentence."""
    text = sentence.text
    for project in sentence.projects:
        row = first_of_row(sentence, project)
        left = _clause_start(text, sentence.start, row.start)
        if (who := _who_funds(text, sentence.start, row) or _who_before(text, left, row)) is not None:
            yield who._replace(project=project)
        right = min((p.start for p in sentence.projects if p.start >= project.end), default=sentence.end)
        if (match := _is().match(text, project.end, right)) is not None:
            yield Frame(*match.span("who"), project, "builds.is-of", 0.86)
        match = _by().search(text, project.end, sentence.end)
        if match is not None and match.start() < right and not OF_ITS_PARTS.search(text, project.end, match.start()):
            yield Frame(*match.span("who"), project, "builds.by-company", 0.88)
        if (match := _role().search(text, project.end, sentence.end)) is not None and match.start() < right:
            yield Frame(*match.span("who"), project, "builds.role", 0.88)


def first_of_row(sentence: SentenceReading, project: ProjectMention) -> ProjectMention:
    """The first of the row of names that a project stands in: who builds 甲项目和乙项目 builds both."""
    first = project
    for other in sorted(sentence.projects, key=lambda p: -p.start):
        if other.end < first.start and ROW.fullmatch(sentence.text, other.end, first.start):
            first = other
    return first


def frames_of_that(sentence: SentenceReading, project: ProjectMention) -> Iterator[Frame]:
    """The frames in which a sentence without a project goes on about the last one."""
    text = sentence.text
    for match in PROJECT_COMPANY.finditer(text, sentence.start, sentence.end):
        yield Frame(*match.span("who"), project, "builds.project-company", 0.84, True)
    if (match := _role().search(text, sentence.start, sentence.end)) is not None:
        yield Frame(*match.span("who"), project, "builds.role", 0.85)
    if (match := _by().search(text, sentence.start, sentence.end)) is not None:
        lead = text[_clause_start(text, sentence.start, match.start()) : match.start()]
        if OF_ITS_PARTS.search(lead):
            return
        if THAT_WORK.search(lead) or match.start() == sentence.start:
            yield Frame(*match.span("who"), project, "builds.that-project", 0.85)


def _clause_start(text: str, start: int, at: int) -> int:
    left = at
    if text[left - 1 : left] in "“‘" and left > start:
        left -= 1
    while left > start and text[left - 1] not in CLAUSE_ENDS:
        left -= 1
    return left


def _who_funds(text: str, start: int, project: ProjectMention) -> Frame | None:
    """Who puts up the money, or is visited, in the clauses before a project."""
    clause = _clause_start(text, start, project.start)
    before = _clause_start(text, start, clause - 1) if clause - 1 > start and text[clause - 1] == "，" else clause
    if text.startswith("公司", project.end) and (founded := FOUNDED_BY.search(text, start, project.start)) is not None:
        return Frame(*founded.span("who"), project, "builds.project-company", 0.84)
    for left in dict.fromkeys((clause, before)):
        if (funded := FUNDED.fullmatch(text, left, project.start)) is not None:
            return Frame(*funded.span("who"), project, "builds.company-first", 0.84)
        if (visited := VISITED.fullmatch(text, left, project.start)) is not None:
            return Frame(*visited.span("who"), project, "builds.visited", 0.8, True)
    return None


def _who_before(text: str, left: int, project: ProjectMention) -> Frame | None:
    """Who the clause before a project says builds it, or whose it is."""
    lead = text[left : project.start]
    if not lead:
        return None
    match = _as_before(lead)
    if match is not None and match["who"]:
        return Frame(left, left + match.end("who"), project, "builds.company-first", 0.87)
    if THE_WORK.match(text, project.end) and (takes := _takes_part().fullmatch(lead)) and takes["who"]:
        return Frame(left, left + takes.end("who"), project, "builds.takes-part", 0.85)
    if (
        (signs := SIGNS.search(lead)) is not None
        and OF_TWO.search(lead, 0, signs.start())
        and not OF_ANOTHER_THING.match(text, project.end)
    ):
        return Frame(left, left + signs.start(), project, "builds.signed", 0.82)
    if (owns := OWNS.search(lead)) is not None:
        traded = lead[: owns.start()].endswith(load("companies")["trades"])
        return Frame(left, left + owns.start(), project, "builds.owner", 0.8, not traded)
    return None


def subjectless(sentence: SentenceReading, project: ProjectMention) -> bool:
    """Whether the clause of a project begins with the verb of building, so that the subject of the sentence builds."""
    text = sentence.text
    row = first_of_row(sentence, project)
    left = _clause_start(text, sentence.start, row.start)
    if left == sentence.start:
        return False
    lead = text[left : row.start]
    match = _as_before(lead)
    if match is None and THE_WORK.match(text, project.end):
        match = _takes_part().fullmatch(lead)
    if match is None and SEEN.match(text, project.end):
        match = LOOKS_AT.fullmatch(lead)
    return match is not None and not match["who"]


def looked_at_by_its_head(sentence: SentenceReading, subject_end: int, project: ProjectMention) -> bool:
    """Whether the head of a company looks how far a project has come: 甲公司董事长来到…，查看乙项目建设进展."""
    text = sentence.text
    left = _clause_start(text, sentence.start, project.start)
    looks = LOOKS_AT.fullmatch(text, left, project.start) is not None and SEEN.match(text, project.end) is not None
    return not looks or HEAD.match(text, subject_end) is not None


def goes_on_to(sentence: SentenceReading, subject_end: int, project: ProjectMention) -> bool:
    """Whether every clause between the subject of a sentence and the project's clause leaves the subject the same: it
    begins with a verb or an adverb, not with another noun."""
    text = sentence.text
    left = _clause_start(text, sentence.start, first_of_row(sentence, project).start)
    if subject_end >= left or any(mark in text[subject_end:left] for mark in "。；："):
        return False
    first, *others = text[subject_end : left - 1].split("，")
    first = re.sub(r"^[（(][^（()）]*[）)]", "", first)
    if (
        first
        and not (HEAD_OF.match(first) or SAYS.search(first))
        and (first[0] in "、和与及的等”" or not _is_verbal(first))
    ):
        return False
    return all(_is_verbal(clause) for clause in others)


def _is_verbal(clause: str) -> bool:
    clause = clause.strip("“”‘’ ")
    if clause.startswith(OF_THE_COMPANY):
        return True
    if not clause or clause.startswith(MIND):
        return not clause
    word = cut(clause[:8])[0]
    return (
        clause.startswith(load("companies")["before_build"]) or tag_of(word).startswith(VERBAL) or clause[0].isdigit()
    )


def first_words(sentence: SentenceReading) -> int:
    """Where a sentence begins behind its dates and 据介绍."""
    match = DATE_FIRST.match(sentence.text, sentence.start, sentence.end)
    return match.end() if match else sentence.start
