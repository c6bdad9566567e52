"""By which rule a meeting directs a policy that its sentence names, or why it does not."""

from __future__ import annotations

import re
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
TITLES = re.compile(r"《[^《》]*》")
FIGURE = re.compile(r"(?:“[^“”]*”|、)*的?(?:作用|效应|优势|意识|效果|精神|氛围|理念)")  # “指挥棒”作用
THEME = re.compile(r"主题(?:是|为|：)?$")
EARLIER = re.compile(r"(?:之前|此前|去年|已经?|曾)[^，。；]{0,16}(?:提出|印发|出台|发布|部署|确定)的?$")
ANOTHER = re.compile(r"(?:精神|部署要求|决策部署|讲话)")
SPOKEN = re.compile(
    r"(?:会议|大会|全会)(?:还|同时|并)?(?:指出|强调|要求|认为|提出|明确|审议|部署|听取|研究|通过|决定|确定|传达|学习|号召|通报|印发|原则|启动|表决)"
)
STUDIED = re.compile(r"学习")
ONLY_HEARD = re.compile(r"听取|汇报|通报|讲话|精神|论述|文章")
SPEECH = re.compile(r"讲话|精神|论述|思想|文章|选编|读本|回信|贺信")
CLASSES = re.compile(r"^(?:人事任免|有关人事|财政|决算|预算|审计|任免)")


@cache
def _verbs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = load("policies")
    return re.compile(alternation(lexicon["direct_verbs"])), re.compile(alternation(lexicon["soft_verbs"]))


def rule_of(
    text: str, begin: int, subject_end: int, mention: MeetingMention, policy: PolicyMention
) -> tuple[str, float] | Why:
    """The rule by which the meeting directs the policy in this sentence, and its confidence; or why it does not."""
    direct, soft = _verbs()
    if begin <= policy.start < subject_end:
        return Why("directs.part-of-name")
    if CLASSES.match(policy.name):
        return Why("directs.business")
    if policy.start >= subject_end:
        between = text[subject_end : policy.start]
        if between.startswith("的") and not between.startswith(("的召开", "的举行")):
            return Why("directs.of-meeting")
        if between == "对" and re.match(r"的?(?:安排部署|部署|要求|安排)", text[policy.end :]):
            return "directs.set-by", 0.86
        if re.search(r"[。；]", between) or len(TITLES.sub("", between)) > 160:
            return Why("directs.far")
        if ANOTHER.match(text[policy.end :]):
            return Why("directs.spirit")
        if (
            MEANS.match(text, policy.end)
            or (policy.form == "quoted" and FIGURE.match(text, policy.end))
            or EARLIER.search(between)
            or THEME.search(between)
            or policy.name.endswith("式")
        ):
            return Why("directs.means")
        if (
            mention.generic
            and DEED.match(text, policy.end)
            and re.search(r"^.{0,2}是|[，。]也?是", between)
            and direct.search(between)
        ):
            return "directs.deed", 0.84
        verbs = [m for m in direct.finditer(between)]
        softs = [m for m in soft.finditer(between)]
        if (
            policy.form == "title"
            and STUDIED.search(between)
            and not (ONLY_HEARD.search(between) or SPEECH.search(policy.name))
        ):
            return "directs.studied", 0.86
        if not verbs:
            return Why("directs.no-verb")
        if softs and softs[-1].end() > verbs[-1].end():
            return Why("directs.soft-verb")
        gap = len(between) - verbs[-1].end()
        spoken = (
            bool(SPOKEN.match(text, mention.start)) or mention.end - mention.start >= 4 or between[:6].find("召开") >= 0
        )
        if policy.form == "title" and re.search(r"审议|通过|印发|出台|研究|审定|制定", between):
            return "directs.document", 0.93
        if policy.form == "phrase" and re.search(r"审议|通过", between):
            return "directs.document", 0.9
        if gap <= 12 and spoken:
            return (
                ("directs.quoted", 0.86)
                if policy.form == "quoted"
                else ("directs.phrase", 0.84)
                if policy.form == "phrase"
                else Why("directs.not-passed")
            )
        return Why("directs.words-between")
    between = text[policy.end : mention.start]
    if (
        re.match(r"(?:是|为|即)", between)
        and len(between) <= 4
        and re.match(r"(?:确定|提出|部署|明确)", text[mention.end :])
    ):
        return "directs.set-by", 0.88
    return Why("directs.before-meeting")
