"""By which rule a meeting directs a policy that its sentence names, or why it does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.mention import MeetingMention, PolicyMention
from kg.mentions.rejection import Why

# 这次大会是纵深推进甲市“某某”的战略部署: a meeting that is said to be the deed
DEED = re.compile(
    r"的?(?:又一)?(?:战略部署|重大部署|重要部署|重要举措|重大举措|具体举措|务实举措|关键举措|具体行动|实际行动)"
)
# 以开展“某某”活动为契机: a policy that only serves
MEANS = re.compile(
    r"[^，。；]{0,10}?为(?:契机|抓手|载体|引领|牵引|指引|遵循|基础|依托|统领|重点|突破口|主题|目标|主线|纲|核心)"
)
TITLES = re.compile(r"《(?:[^《》]|《[^《》]*》)*》")
QUOTED = re.compile(r"“[^“”]*”")
# “指挥棒”作用, “一把手”责任: what a quotation only paints
FIGURE = re.compile(
    r"(?:“[^“”]*”|、)*的?(?:作用|效应|优势|意识|思想|身份|角色|效果|精神|氛围|理念|责任感|使命感|紧迫感|信心|决心|劲头|干劲|姿态|状态|态度|心态|作风"
    r"|问题|难题|现象|行为|乱象|顽疾|瓶颈|陷阱|底线|红线|防线|关口|局面|格局|形象|品牌|名片|招牌|称号|荣誉|口碑|篇章|文章|故事|声音"
    r"|通道|平台|窗口|专窗|之路|道路|难|关$|样板|高地|标杆|引擎|号?台风|号|列车|等级)"
)
# “全程”服务品牌, which is praised; “蓝莓”品牌建设 is work
BRAND = re.compile(r"(?:“[^“”]*”|、)*[\u4e00-\u9fff]{0,4}?(?:品牌|名片)(?!建设|创建|打造|提升|工程|行动|培育)")
STORM = re.compile(r"(?:台风|防御|防范|应对|迎战)$")  # 防御“蓝鲸”及强降雨
THEME = re.compile(r"主题(?:是|为|：)?$")
EARLIER = re.compile(
    r"(?:之前|此前|去年|已经?|曾|[委厅局]|政府|中央|国务院|总书记)[^，。；]{0,16}(?:提出|印发|出台|发布|部署|确定|制定|作出|开展)了?的?$"
)
# 实施“某某”行动以来, 在开展“某某”活动中: what has been done already
DONE = re.compile(r"[^，。；]{0,6}?(?:以来|期间|过程中|中，|后，|之后|取得|成效|进展|情况|经验|成果)")
ANOTHER = re.compile(r"(?:精神|部署要求|决策部署|讲话)")
SPOKEN = re.compile(
    r"(?:会议|大会|全会)(?:还|同时|并|又|再次|专题|专门|集中|分别|重点|随后|一致|审慎|进一步|特别)*(?:指出|强调|要求|认为|提出|明确|审议|部署|听取|研究|通过|决定|确定|传达|学习|号召|通报|印发|原则|同意|启动|表决|发布|审定|安排|讨论|作出)"
)
BEGINS = ("", *"，。；：、！\n ")  # what stands before a subject
ANOTHERS = re.compile(r"由|在|中|期间|时|以|的|召开|举行|闭幕|开幕|结束")  # 会议由某某主持: someone else acts
STUDIED = re.compile(r"学习")
ONLY_HEARD = re.compile(r"听取|汇报|通报|讲话|精神|论述|文章")
SPEECH = re.compile(r"讲话|精神|论述|思想|文章|选编|读本|回信|贺信")
CLASSES = re.compile(r"^(?:人事任免|有关人事|财政|决算|预算|审计|任免)")
APPOINTS = re.compile(r"任免|任命|免去|免职|辞职|人事|代表资格|撤职|撤销|罢免|补选|选举|名单|先进|表彰|嘉奖|追授|授予")
# 会议听取了《某条例（草案）》的说明，并进行了审议
REVIEWED = re.compile(r"[^。；]*?(?:进行|予以)?了?(?:审议|表决|审查和批准)")
# 《某规划》在某会议上审议通过, 经会议审议通过
BROUGHT = re.compile(r"(?:日前|近日|昨天|今天|已|正式|，|\d{1,2}日)*(?:在|经|由|获得?|提交|提请)(?:了)?(?:过)?")
PASSED = re.compile(
    r"上?(?:，)?(?:正式|全票|一致|原则|获得?|被|进行)*(?:审议|表决|讨论|研究|审定|票决|审核|批准|审查|并|原则|一致|正式|获)*(?:通过|发布|印发|审议|批准|公布)"
)
ISSUED = re.compile(r"(?:正式|重磅|同步|对外|同时)?(?:发布|印发|出台|通过|出炉|获通过|审议通过|表决通过)")
SET = re.compile(
    r"的?(?:工作)?(?:(?:进行|作出|作|开展|予以)了?)?(?:全面|专题|再|重点|进一步|具体|集中|统一)*(?:动员部署|安排部署|部署|要求|安排|审议|研究部署)"
)
ABOUT = re.compile(r"(?:^|，|并|还)(?:就|对|围绕)(?:做好|推进|开展|实施|落实|深入推进|全面推进|进一步推进)?$")
FAR = 160  # characters between the meeting and a policy, without those in titles
ROW = re.compile(r"[^，。；：]{2,40}(?:[、和与及]|以及)")  # 落实值班值守和领导带班制度
# 打造了某某: done, not ordered
MADE = re.compile(r"(?:打造|建立|构建|创建|健全|完善|实施|推行|探索|建立健全|推出|开展)了$")
STUDIES = ("研究", "专题研究", "审议", "研究了", "审议了", "审议通过", "审定")
GAP = 12  # characters between the verb of directing and what it directs, without those in quotations


@dataclass(frozen=True, slots=True)
class Frame:
    """Who sets something going in a sentence: where the words that name the meeting, or its speaker, begin and end;
    whether they make the meeting the one who speaks, and whether they are only 会议 or the like."""

    start: int
    end: int
    spoken: bool
    generic: bool


@cache
def _verbs() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lexicon = load("policies")
    return (
        re.compile(alternation(lexicon["direct_verbs"])),
        re.compile(alternation(lexicon["soft_verbs"])),
        re.compile(alternation(lexicon["passes"])),
        re.compile(rf"(?:{alternation(lexicon['ways'])})[^，。；]{{0,6}}$"),
        re.compile(
            rf"(?:[、和及]?“[^“”]*”)*(?:这一|的)?[\u4e00-\u9fff]{{0,4}}?(?:{alternation(lexicon['way_words'])})"
        ),
    )


@cache
def _of_itself() -> re.Pattern[str]:
    lexicon = load("policies")
    own = [noun.removeprefix("的") for noun in lexicon["quote_nouns"]]
    words = (*own, *lexicon["way_words"], *lexicon["done_with"])
    return re.compile(rf"的[\u4e00-\u9fff]{{0,4}}?(?:{alternation(words)})")


def _qualifies(text: str, end: int) -> bool:
    """Whether a quotation that ends at `end` only says of what kind something is: “从无到有”的重大成果."""
    return text.startswith("的", end) and _of_itself().match(text, end) is None


def frame_of(text: str, mention: MeetingMention) -> Frame:
    """The meeting of a sentence as the one who sets something going."""
    spoken = (
        SPOKEN.match(text, mention.start) is not None
        or mention.end - mention.start >= 4
        or text.find("召开", mention.end, mention.end + 6) >= 0
        or text.startswith("上", mention.end)
        or (text[max(0, mention.start - 1) : mention.start] in BEGINS and not ANOTHERS.match(text, mention.end))
    )
    return Frame(mention.start, mention.end, spoken, mention.generic)


def rule_of(text: str, end: int, frame: Frame, policy: PolicyMention) -> tuple[str, float] | Why:
    """The rule by which the meeting of `frame` directs the policy behind it, in the sentence that ends at `end`, and
    its confidence; or why it does not."""
    direct, soft, _, way, way_words = _verbs()
    if frame.start <= policy.start < frame.end:
        return Why("directs.part-of-name")
    if (
        policy.form == "class"
        or CLASSES.match(policy.name)
        or (policy.form == "document" and APPOINTS.search(policy.name))
    ):
        return Why("directs.business")
    between = text[frame.end : policy.start]
    if between.startswith("的") and not between.startswith(("的召开", "的举行")):
        return Why("directs.of-meeting")
    if ABOUT.search(between) and SET.match(text, policy.end):
        return "directs.set-by", 0.86
    if re.search(r"[。；]", between) or (not frame.spoken and len(TITLES.sub("", between)) > FAR):
        return Why("directs.far")
    if ANOTHER.match(text, policy.end):
        return Why("directs.spirit")
    if (
        MEANS.match(text, policy.end)
        or (policy.form == "quoted" and (FIGURE.match(text, policy.end) or BRAND.match(text, policy.end)))
        or (policy.form == "quoted" and _qualifies(text, policy.end))
        or (policy.form not in ("title", "document") and MADE.search(QUOTED.sub("", between)))
        or EARLIER.search(between)
        or THEME.search(between)
        or STORM.search(between)
        or re.search(r"[^模方]式$", policy.name)
    ):
        return Why("directs.means")
    if (
        frame.generic
        and DEED.match(text, policy.end)
        and re.search(r"^.{0,2}是|[，。]也?是", between)
        and direct.search(between)
    ):
        return "directs.deed", 0.84
    if policy.form in ("title", "document"):
        return _document(text, end, between, policy)
    if (
        policy.form == "quoted"
        and way.search(QUOTED.sub("", between).rstrip("、和及"))
        and (way_words.match(text, policy.end) or policy.name.endswith(load("policies")["way_words"]))
    ):
        return "directs.way", 0.84
    verbs, softs = list(direct.finditer(between)), list(soft.finditer(between))
    if not verbs:
        return Why("directs.no-verb")
    if softs and softs[-1].end() > verbs[-1].end():
        return Why("directs.soft-verb")
    if policy.form == "phrase" and re.search(r"审议|通过", between):
        return "directs.document", 0.9
    if DONE.match(text, policy.end):
        return Why("directs.means")
    gap = QUOTED.sub("", between[verbs[-1].end() :])
    reach = 2 if policy.form == "system" and not ROW.fullmatch(gap) else GAP
    if not frame.spoken or (len(gap) > reach and not (verbs[-1][0] in STUDIES and ROW.fullmatch(gap))):
        return Why("directs.words-between")
    return ("directs.quoted", 0.86) if policy.form == "quoted" else ("directs.phrase", 0.84)


def _document(text: str, end: int, between: str, policy: PolicyMention) -> tuple[str, float] | Why:
    """The rule by which a meeting directs a title or another document: it passes, issues or studies it."""
    direct, soft, passes, _, _ = _verbs()
    plain = TITLES.sub("", between)
    verbs, softs = list(passes.finditer(plain)), list(soft.finditer(plain))
    if (
        policy.form == "title"
        and STUDIED.search(plain)
        and not (ONLY_HEARD.search(plain) or SPEECH.search(policy.name))
        and not (verbs and verbs[-1].start() > softs[-1].start())
    ):
        return "directs.studied", 0.86
    if verbs and not (softs and softs[-1].end() > verbs[-1].end()):
        return "directs.document", 0.93
    if softs and REVIEWED.match(text, policy.end, end):
        return "directs.document", 0.85
    if len(plain) <= 2 and ISSUED.match(text, policy.end):
        return "directs.document", 0.87
    if softs:
        return Why("directs.soft-verb")
    return Why("directs.not-passed") if direct.search(plain) else Why("directs.no-verb")


def rule_before(text: str, mention: MeetingMention, policy: PolicyMention) -> tuple[str, float] | Why:
    """The rule by which a meeting directs the policy before it (《某规划》在某会议上审议通过); or why it does not."""
    between = text[policy.end : mention.start]
    if policy.form in ("title", "document"):
        plain = TITLES.sub("", between).replace("、", "").replace("和", "")
        if BROUGHT.fullmatch(plain) and PASSED.match(text, mention.end):
            return "directs.document", 0.92
    if (
        re.match(r"(?:是|为|即)", between)
        and len(between) <= 4
        and re.match(r"(?:确定|提出|部署|明确)", text[mention.end :])
    ):
        return "directs.set-by", 0.88
    return Why("directs.before-meeting")
