"""The number of a clause: its indicator, value and unit.

The number stands at the end (工业总产值突破600亿元, 5G基站12万个) or before what is counted (培育30家企业).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.numbers import ARABIC
from kg.mentions.rejection import Why

YEAR = re.compile(r"(20\d\d)年")
TAIL = re.compile(r"(?:以上|左右|以内|以下|之内|大关|的规模|的目标.*|的水平.*|之多)?[。；，、！”]*$")
STRIP = re.compile(
    r"^(?:力争|争取|确保|冲刺|要求|超额|并|且|同时|其中|到|在|将|要|使|让|把|实现(?!(?:全[市县区省])?\d)|目标是?|计划|全年(?!开工)|今年年?[底末]?|明年|年内|未来[一二三四五六七八九十\d]+年|[“”]|期间|“?十[一二三四五六]五”?(?:期间|末)?|20\d\d年(?:底|末|前)?|年底前?|[一二三四五六七八九十\d]+年内|分别|累计|每年|再(?!生)|全市|全县|全区|全省|我市|我县|力争到|，|：|:|提出的|县?第[一二三四五六七八九十]+次党代会提出的|至|的|未来的?|预计|全国|我国|今后[一二两三四五六七八九十\d]+年|拟|规划[是为]|全面|满足|努力|预期|把|其|“十[一二三四]五”期间)+"
)
# 从2020年的30%提高到, 较2020年下降
FROM = re.compile(r"(?:[由从](?:现在|目前|上年|\d{4}年)?|[较比](?:现在|目前|上年|\d{4}年))的?[\d.]*%?[^，]{0,4}?$")
NO_INDICATOR = re.compile(
    r"(?:投入|投放|负债)$|[%％]|(?:争取|招引|帮扶)项目$|(?:补助|专项|扶持|奖励|财政|中央|省级|预算内|信贷)[^，]{0,4}资金$|^资金$|第$|五年间|总投资(?!规模)|计划投资|静态投资"
    r"|项目总|占地|建筑面积|用地|工期|全长|^(?:这|该|此)|分别$|将|(?<![社协大])会(?![员议展计])|.在(?!全[国省市县])|^超出|\d年|[至到]\d|共计|^至少|一期|年内$|^[一二三四五六七八九十]是|[万千百十]余?[名个家户]|[。；，《》（）]"
    r"|(?:工程|形象|施工|建设)进度(?:已|均)?$|宽度$|长度$"
)
BESIDE = re.compile(
    r"(?:(?<=[\u4e00-\u9fff”])(?:计划|拟)(?!投)[\u4e00-\u9fff]{2}|要|将|均|的|约|达|到|超|至|数量|累计|预计|计划|可|拟|总计|合计|翻[一两]?番)+$"
)
RISES = re.compile(r"^[提升高降低下减少增加扩大]+$")  # a verb alone, no indicator
AIM = re.compile(r"(?:规划|目标)[是为]\d")
WITHIN = re.compile(r"(?<=[\u4e00-\u9fff]{2})预计(?=[\u4e00-\u9fff]{2})")  # 基础设施建设预计总投资规模
GROWTH = re.compile(r"增长|下降|降低|减少")
MOST = 24  # characters of an indicator


@dataclass(frozen=True, slots=True)
class Hit:
    """A number with its unit and indicator, and where it stands in the text. `plain`: no verb leads to the number."""

    indicator: str
    value: str
    unit: str
    start: int
    end: int
    plain: bool


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lexicon = load("targets")
    number = rf"(?P<value>{ARABIC}|[一二两三四五六七八九十]{{1,3}}|百|千)(?:[万亿]?元?[-—~～至到]\d[\d.]*)?"
    unit = rf"(?P<unit>[百千万亿]{{0,2}}(?:余|多)?(?:{alternation(lexicon['units'])})|万|亿)"
    lead = rf"(?P<lead>(?:年均)?(?:{alternation(lexicon['leads_in'])})(?:了)?(?:全[省国市])?(?:前)?(?:约|近|超|到|至)?)"
    return (
        re.compile(rf"^(?P<indicator>.*?)(?:要|将|均|力争|再)?{lead}{number}{unit}$"),
        re.compile(rf"^(?P<indicator>.*?[\u4e00-\u9fff]){number}(?:余|多)?{unit}$"),
        re.compile(
            rf"^(?:[\u4e00-\u9fff]{{2,12}}?(?=新增|再增加))?(?:{alternation((*lexicon['verbs'], *lexicon['grows']))})"
            r"(?:全[市县区省])?(?P<low>\d[\d.]*|[一二两三四五六七八九十]+)(?:(?:至|-|—)(?P<high>\d+))?(?:余|多)?"
            rf"{unit}(?:以上|左右)?(?:的)?(?P<noun>(?![美欧日港]?元)[\u4e00-\u9fffA-Za-z0-9“”]{{2,22}})$"
        ),
    )


@cache
def _investment() -> re.Pattern[str]:
    """投资 that is no indicator: of one project, not 年度投资, 工业投资."""
    kinds = "".join(rf"(?<!{kind})" for kind in load("targets")["kinds_of_investment"])
    return re.compile(rf"{kinds}投资$")


def no_indicator(words: str) -> bool:
    """Whether words before a number are no indicator.

    >>> no_indicator("年度投资"), no_indicator("项目投资"), no_indicator("占地")
    (False, True, True)
    """
    return bool(NO_INDICATOR.search(words) or _investment().search(words) or RISES.search(words))


@cache
def _goal() -> re.Pattern[str]:
    """100万平方米目标任务, 1%的防控目标: what stands behind the number says that it is one."""
    return re.compile(rf"(\d[百千万亿]{{0,2}}(?:{alternation(load('targets')['units'])}))的?[^的，。；\d]{{0,8}}目标.*")


@cache
def _openings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = load("targets")
    return (
        re.compile(rf"^(?:{alternation(lexicon['brings_about'])})(?=..)"),
        re.compile(rf"^(?:{alternation(lexicon['leads_in'])})"),
    )


@cache
def _first_number() -> re.Pattern[str]:
    return re.compile(rf"^\D{{0,2}}\d[\d.,]*[百千万亿]*(?:{alternation(load('targets')['units'])})?(?:以上|左右)?")


def number_of_today(clause: str) -> str:
    """The indicator of a number of today, which one to be reached may go on about: 目前产能为150万吨，规划是200万吨."""
    hit = read_number(re.sub(r"^.*?(?:目前|现在|[今去]年|20\d\d年)，?", "", clause), 0, "")
    return hit.indicator if isinstance(hit, Hit) else ""


def has_indicator(words: str) -> bool:
    """Whether the words behind the subject have an indicator of their own, not only a number: 将实现500万吨产能."""
    rest = re.sub(r"^(?:力争|争取|确保|计划|将|要|目标|规划|[是为要])+(?:到|在)?", "", YEAR.sub("", words))
    rest = _openings()[1].sub("", rest)
    rest = _first_number().sub("", rest)
    return len(re.findall(r"[\u4e00-\u9fff]", rest)) >= 2


def read_number(clause: str, offset: int, previous: str) -> Hit | Why | None:
    """The number to be reached in a clause; why its number is none; None where it has no number."""
    stripped = STRIP.sub("", clause)
    lead_length = len(clause) - len(stripped)
    body = TAIL.sub("", _goal().sub(r"\1", stripped) if "目标" in stripped else stripped)
    if not body or not re.search(r"[\d百千]|[一二两三四五六七八九十]+[个家名项]", body):
        return None
    first, second, third = _patterns()
    start = offset + lead_length
    if previous and body[0].isdigit() and AIM.search(clause):
        body, start = "为" + body, start - 1  # 目前产能为150万吨，规划是200万吨
    for pattern in (third, first, second):
        match = pattern.match(body)
        if match is None:
            continue
        if pattern is third:
            indicator = match["noun"]
            number, unit = match["low"], match["unit"]
        else:
            indicator = match["indicator"]
            number, unit = match["value"], match["unit"]
            if pattern is first and (change := GROWTH.search(match["lead"])):
                own = FROM.sub("", indicator.removesuffix("年均"))
                if own and previous and len(own) <= 3:
                    return Why("targets.no-indicator")  # 初中年均下降2%: of what the clause before says
                yearly = "年均" if "年均" in match["lead"] or indicator.endswith("年均") else ""
                indicator = (own or previous) + yearly + change[0]
            elif pattern is first and re.match(r"新增", match["lead"]):
                indicator = "新增" + indicator if indicator else previous
            elif pattern is second:
                indicator = _openings()[0].sub("", indicator)
        indicator = WITHIN.sub("", FROM.sub("", indicator))
        indicator = re.sub(r"^(?:将|把|使|在新疆|在全国|实施|新建成)", "", indicator)
        indicator = BESIDE.sub("", indicator.strip("“”：: 的"))
        if "”" in indicator and "“" not in indicator:
            indicator = "“" + indicator  # what was taken off before it began with the quotation
        indicator = indicator or previous.removeprefix("新增")
        counted = pattern is second and indicator.endswith("项目") and unit[-1] in "个项"  # a batch: 实施项目151个
        if not 2 <= len(indicator) <= MOST or no_indicator(indicator) or counted:
            return Why("targets.no-indicator")
        if (unit == "万" and number == "百") or (number == "百" and unit in ("万", "亿")):
            number = "100"
        unit = re.sub("[余多]", "", unit).replace("％", "%")
        return Hit(indicator, number.replace(",", ""), unit, start, start + len(body), pattern is second)
    return Why("targets.form")
