"""invests: the stated investment of one named project. Source of the rule: guideline, "invests".

A sum belongs to the project before it in its sentence (某项目总投资5亿元), to the one behind it (投资5亿元的某项目),
or, in a sentence that speaks of 该项目 or just 项目, to the last one named. A sum beside a count of projects is a
batch's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.amounts import is_partial, phase_of
from kg.mentions.mention import AmountMention, ProjectMention, Span
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.rejection import Rejection, Why
from kg.relations.claim import Amount, Claim, Project
from kg.relations.hosts import modality_of
from kg.relations.project_index import index_of

RELATION = "invests"
COUNTED = re.compile(
    r"(?:\d+|[二两三四五六七八九十百]+|[十百]一)(?:余|多)?(?:个|项)(?!月|小时|百分)[^，。；]{0,14}?(?:项目|工程)|项目(?:共|达|总数)?(?:\d+)(?:余|多)?[个项]"
)
THAT_PROJECT = re.compile(
    r"(?:^|[，。；：、”]|据悉|介绍|说|而|目前|其中|由于|因为|当前)(?:该|此|整个|本|这[个一])?(?:项目|工程)"
    r"(?:及其?[^，。；]{2,10}(?:项目|工程|设施))?(?:计划|预计|概算|估算|拟|动态|静态|规划|建设|共|需|一共|合计)*$"
)
# How a sentence begins that goes on about the project of the one before: 该项目…, 全长92公里，…, 机场占地….
GOES_ON = re.compile(
    r"(?:据悉|据了解|据介绍|其中)?，?(?:(?:该|此|本|整个|这一|这个)?(?:项目|工程|园区|基地|电站|机场|大桥|线路|公路|铁路|高速|水库|产业园|医院)"
    r"|全长|占地|总投资|计划总投资|总用地|总建筑|规划|概算|建成后|一期|计划)"
)
# The same, without a doubt: it begins with a pronoun.
OF_THAT = re.compile(
    r"(?:据悉|据了解|据介绍|记者了解到|而|目前|其中|同时|今年)*，?(?:该|此|本|整个|这一|这个)(?:项目|工程|园区|基地|线路|公路|铁路|大桥|水库|专线)"
)
GROUP = re.compile(
    r"(?:签约|开工|重大|重点|上述|这些|所有|一批|多个|推介|竣工|在建)[^，。；]{0,6}(?:项目|工程)[^，。；]{0,6}$|一批$|多个$|一系列$"
)
# 该公司计划在某县投资5亿元: in the project named before
THEY_INVEST = re.compile(
    r"(?:^|，)(?:该|这家|此)(?:公司|企业|集团)(?:计划|拟|将|预计|准备)*(?:在[\u4e00-\u9fff]{2,12})?(?:总|共)*$"
)
OF_ALL_PHASES = re.compile(
    r"(?:全部|整体|整个项目|全面|两期|[一二三]期[^，。；]{0,8}也)[^。；]{0,8}(?:投产|建成|达产|竣工|完工)后?"
)
CONTRACT = re.compile(r"合同(?:总)?(?:金额|额|价)|订单")
ORDERED = re.compile(r"设备|船|采购|订购|机组|风机|供货|交付|装备由|产品")
SPENT = re.compile(r"(?:完成|累计|已)$")
BACK_TO_PROJECT = re.compile(r"^的(?:该|这个?|此)?(?:大|重大)?(?:项目|工程)(?!负责|经理|部)")
ANOTHER_SUBJECT = re.compile(r"[，；][\u4e00-\u9fffA-Za-z]{2,10}(?:拟|计划|将|也)$")
PHASE_BEHIND = re.compile(r"[（(]?(?P<phase>[一二三四五六七八九十]期)")
SETS_UP = re.compile(r"，?在[^，。；]{2,14}(?:建立|新建|兴建|投建|设立|建设)了?")
A_PHASE = re.compile("[一二三四五六七八九十]期")
REACH = 90


@cache
def _behind() -> re.Pattern[str]:
    """What may stand between a sum and the project that it is for: 的, ，就地建设, 在某县用于兴建年产值5亿元的."""
    lexicon = load("companies")
    verbs = alternation((*lexicon["build_verbs"], *lexicon["founds"], "启动", "开工", "用于", "用来", "对", "布局"))
    adverbs = alternation((*lexicon["before_build"], "分期", "集中", "全部"))
    return re.compile(
        rf"^(?:人民币|左右|以上|的)*(?:的?资金|巨资)?的?(?:，?(?:{adverbs}|在[^，。；]{{1,16}}?)*(?:{verbs})+(?:了|的|起)?"
        rf"(?:年产值?[^，。；]{{1,10}}的|占地[^，。；]{{1,12}}的|(?:全[国省市]|国内|世界)?(?:首个|首座|首条|最大的?))?[“——]*)?$"
    )


def amount_ref(mention: AmountMention) -> Amount:
    """The reference of a sum: its kind by the words before it."""
    partial = is_partial(mention.cue) and not phase_of(mention.cue)
    if "签约" in mention.cue or "合同" in mention.cue or "协议" in mention.cue:
        kind = "signed"
    elif "完成" in mention.cue or mention.cue in ("累计投资", "已投资"):
        kind = "completed"
    elif partial:
        kind = "annual" if "年" in mention.cue else "partial"
    else:
        kind = "planned"
    return Amount(mention.value, mention.highest, mention.currency, kind, mention.approximation)


def extract(reading: Reading) -> Iterator[Claim | Rejection]:
    """A claim for each sum that one named project is said to cost; a sum that is not is turned down."""
    sums = [sentence for sentence in reading.having["amounts"] if sentence.amounts]
    if not sums:
        return
    index = index_of(reading)
    text = reading.article.text
    last: tuple[ProjectMention, SentenceReading] | None = None
    for number, sentence in enumerate(reading.sentences):
        if sentence.start > sums[-1].start:
            return
        for mention in sentence.amounts:
            chosen = (
                Why("invests.partial")
                if is_partial(mention.cue) and not phase_of(mention.cue) and not _sets_up(sentence, mention)
                else _project_of(reading, sentence, mention, last)
            )
            if isinstance(chosen, Why):
                yield _rejection(chosen, sentence, mention, last)
                continue
            project, home, rule, confidence = chosen
            start = min(home.sentence.start, sentence.sentence.start)
            if number and home is not sentence and sentence.sentence.start - home.sentence.end > REACH * 3:
                yield _rejection(Why("invests.far"), sentence, mention, last)
                continue
            quote = Span(sentence.sentence.start if home is sentence else start, sentence.sentence.end)
            modality = modality_of(text, sentence.sentence.start, sentence.sentence.end, mention.start)
            yield Claim(
                RELATION,
                _with_phase(text, project, index.ref(project.name), phase_of(mention.cue)),
                amount_ref(mention),
                quote,
                Span(project.start, project.end),
                Span(mention.cue_start, mention.end),
                "asserted" if modality == "hoped" else modality,
                rule,
                confidence,
                reading.date_of(sentence.sentence),
            )
        if sentence.projects:
            last = (sentence.projects[-1], sentence)
        elif last is not None and COUNTED.search(sentence.words):
            last = None


def _rejection(
    why: Why, sentence: SentenceReading, mention: AmountMention, last: tuple[ProjectMention, SentenceReading] | None
) -> Rejection:
    """Why a sum is not that of the project nearest to it: the one before it, else behind it, else the last one that its
    paragraph named."""
    before = [p for p in sentence.projects if p.end <= mention.start]
    earlier = last[0] if last and last[1].sentence.paragraph == sentence.sentence.paragraph else None
    nearest = before[-1] if before else next(iter(sentence.projects), earlier)
    return Rejection(
        why,
        Span(sentence.sentence.start, sentence.sentence.end),
        Span(nearest.start, nearest.end) if nearest else None,
        Span(mention.cue_start, mention.end),
    )


def _project_of(
    reading: Reading,
    sentence: SentenceReading,
    mention: AmountMention,
    last: tuple[ProjectMention, SentenceReading] | None,
) -> tuple[ProjectMention, SentenceReading, str, float] | Why:
    text = sentence.text
    for project in sentence.projects:
        if project.start >= mention.end and _behind().match(text[mention.end : project.start]):
            listed = _listed_behind(text, sentence, project)
            return project, sentence, "invests.sum-before", 0.75 if listed else 0.95
    if (
        BACK_TO_PROJECT.match(text[mention.end :])
        and last is not None
        and not any(p.start >= mention.end for p in sentence.projects)
    ):
        return last[0], last[1], "invests.that-project", 0.85
    before = [
        p
        for p in sentence.projects
        if p.start < mention.cue_start and p.end <= mention.start and mention.cue_start - p.end <= REACH
    ]
    between_start = min(before[-1].end, mention.cue_start) if before else sentence.sentence.start
    between = text[between_start : mention.cue_start]
    if before and re.match(r"(?:共|达|总数)?\d+(?:余|多)?[个项]|等", text[before[-1].end :]):
        return Why("invests.counted")  # a count of projects, or a group of them
    if "在内" in between:
        return Why("invests.row")  # 包括甲、乙在内，总投资: of all of them
    if ANOTHER_SUBJECT.search(between):
        return Why("invests.another-subject")
    if COUNTED.search(between):
        return Why("invests.counted")
    if before and A_PHASE.search(before[-1].name[-4:]) and OF_ALL_PHASES.search(between):
        return Why("invests.row")  # 甲项目一期竣工，二期明年竣工，全部投产后，总投资: of both
    if CONTRACT.search(mention.cue) and ORDERED.search(between):
        return Why("invests.no-investment")  # 项目所需设备由乙公司建造，合同金额: the price of what is ordered
    if re.search(r"(?:收入|贷款|产值)", between[-6:]):
        return Why("invests.no-investment")
    if before:
        project = before[-1]
        apart = re.search(r"其中|分别", between)
        if len(before) > 1 and text[before[-2].end : project.start] in ("、", "和", "与", "及", "以及") and not apart:
            return Why("invests.row")  # one sum behind a row of names is theirs together
        return project, sentence, "invests.project-before", 0.95 if len(between) <= 40 else 0.88
    if last is not None and not before and _last_of_row(text, *last):
        return Why("invests.row")
    if SPENT.search(text[max(0, mention.cue_start - 3) : mention.cue_start]):
        return Why("invests.spent")
    if GROUP.search(text[sentence.sentence.start : mention.cue_start]):
        return Why("invests.group")
    here = last is not None and sentence.sentence.paragraph == last[1].sentence.paragraph
    near = last is not None and sentence.sentence.start - last[1].sentence.end <= 2 and here
    goes_on = GOES_ON.match(text, sentence.sentence.start) or (
        last is not None and last[0].head and text.startswith(last[0].head, sentence.sentence.start)
    )
    named = OF_THAT.match(text, sentence.sentence.start) is not None
    if (
        last is not None
        and (near or (named and here))
        and (goes_on or named)
        and mention.cue in load("amounts")["totals"]
        and not sentence.projects
        and (not sentence.companies or mention.cue == "项目总投资")
        and not COUNTED.search(text[sentence.sentence.start : mention.cue_start])
    ):
        return last[0], last[1], "invests.next-sentence", 0.8
    of_that = mention.cue.startswith(("项目", "工程")) and (not between or between[-1] in "，。；：、”该此本")
    if last is not None and THEY_INVEST.search(between) and not sentence.projects:
        return last[0], last[1], "invests.that-project", 0.82
    if last is not None and (of_that or THAT_PROJECT.search(between[-24:]) or (goes_on and here and len(between) <= 1)):
        return last[0], last[1], "invests.that-project", 0.85
    return Why("invests.no-project")


def _sets_up(sentence: SentenceReading, mention: AmountMention) -> bool:
    """Whether a sum planned for this year is that of a thing that it sets up: 今年计划投资5亿元在甲县建立乙基地."""
    behind = next((p for p in sentence.projects if p.start >= mention.end), None)
    planned = mention.cue in ("今年计划投资", "年度计划投资")
    return planned and behind is not None and bool(SETS_UP.fullmatch(sentence.text, mention.end, behind.start))


def _with_phase(text: str, mention: ProjectMention, project: Project, stated: str) -> Project:
    """The project, or the phase of it that the sum is of: the one that stands behind its name (甲项目四期), or before
    the sum (`stated`: 一期投资5亿元)."""
    phase = PHASE_BEHIND.match(text, mention.end)
    own = phase["phase"] if phase is not None else stated
    return replace(project, name=project.name + own) if own and not A_PHASE.search(project.name) else project


def _last_of_row(text: str, project: ProjectMention, sentence: SentenceReading) -> bool:
    """Whether a name is cut out of a row that has one ending (甲湖、乙湖、丙湖安全工程), and the sum is for all."""
    start = project.start
    return text[start - 1 : start] == "、" and not any(p.end == start - 1 for p in sentence.projects)


def _listed_behind(text: str, sentence: SentenceReading, project: ProjectMention) -> bool:
    """Whether the project is the first of a list, so that the sum may be the list's."""
    return text[project.end : project.end + 1] in ("、",)
