"""Counts of projects in a sentence: 17个项目, 项目共计17个, 5座抽水蓄能电站, 一批项目, and why a count is no batch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.mention import Span
from kg.mentions.numbers import value
from kg.mentions.reading import SentenceReading
from kg.mentions.rejection import Rejection, Why
from kg.mentions.words import cut
from kg.relations.batch_names import batch_name, counting_verbs

NUMBER = r"(?<![\d.])(?P<count>\d+(?:\.\d+)?万|\d[\d,，]*|[一二两三四五六七八九十百]{1,4})"
UNITS = "个项座条处所宗份"
QUOTED = r"(?:“[^“”]{2,10}”)?"
EVENT_REACH = 40  # characters between the games and the count of their disciplines
BUILT_REACH = 20  # characters between what is counted and the word that says that it is built
OF_PLACES = re.compile(
    r"[余多]?个(?:州市|市州|省市|县市区?|县区|市县|乡镇|省份|城市|部门|国家|方面|领域)(?=发布|推出|的|均|共|都|，|、)"
)
NOT_A_KIND = re.compile(r"(?:领域|方面)")
THOSE = re.compile(r"[两二三四五六]个?项?(?:项目|工程)")
NAMED_TOGETHER = re.compile(r"[和与及、][^，。；]{2,14}$")  # 甲园和乙综合体两个重点项目
THOSE_OF_NOTE = re.compile(r"[两二三四五六]个?项?(?:重点|重大)(?:项目|工程)")
NOT_ALONE = re.compile(r"(?:企业|单位|平台|机构|团队|专家|人才|客户|园区)(?:和|与|及|以及)")  # 重点企业和重点项目
SERVED = ("向", "对", "为", "给", "到", "赴")  # 向40个重点项目派出人员
SUM_BEHIND = re.compile(r"(?:计划|预计|项目)?(?:总投资|投资总额)")
ROUND_OF_MANY = re.compile(r"“[^“”]{1,4}一批”")  # “开工一批”项目72个: one of the rounds that they come in
SOME = re.compile(r"一批(?P<kind>[\u4e00-\u9fff]{0,12}?)(?:项目|工程)(?=[^。；]*，|的?在)")
SOME_OF_SUM = re.compile(
    r"一批(?P<sum>[^，。；、]{0,4}(?:总)?投资[^，。；、]{2,16}?元的?)(?P<kind>[\u4e00-\u9fff]{0,8}?)项目"
)
LIST_REACH = 80  # characters of a row of names before 等项目
SLOGAN = 14  # characters of a slogan before its last part; speech is longer
FEWEST = 2
COUNT = re.compile(
    rf"[{UNITS}](?:(?<=[\d,，一二两三四五六七八九十百万][{UNITS}])|(?<=[余多][{UNITS}]))"
)  # in each of the patterns
# The same, 一批, 总投资, 投资总额 or 签约金额, told by the first character of each.
COUNT_OR_SOME = re.compile(
    rf"[{UNITS}一总投签](?:(?<=[\d,，一二两三四五六七八九十百万][{UNITS}])|(?<=[余多][{UNITS}])|(?<=一)批|(?<=总)投资"
    r"|(?<=投)资总额|(?<=签)约金额)"
)


@dataclass(frozen=True, slots=True)
class Count:
    """A count of projects: where it stands, how many (None: 一批), what they are called. `needs_total`: it is a batch
    only with a total, since what is counted need not be a project. `listed`: names that it closes stand before it."""

    start: int
    end: int
    count: int | None
    label: str
    needs_total: bool = False
    listed: bool = False


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    lexicon = load("batches")
    verbs = alternation(lexicon["verbs"])
    said = alternation(lexicon["said_of_numbers"])
    works = alternation(lexicon["works"])
    return (
        re.compile(
            rf"{NUMBER}(?:余|多)?(?:个|项)(?P<kind>(?:[\u4e00-\u9fff]{{0,8}}?{QUOTED})?[\u4e00-\u9fff]{{0,16}}?)(?:项目|工程)(?![化师学院组]|标段)"
        ),
        re.compile(
            rf"{NUMBER}(?:余|多)?(?:个|项)[^，。；\d]{{6,44}}的(?P<kind>(?:重大|重点)[\u4e00-\u9fff]{{0,6}})(?:项目|工程)"
        ),
        re.compile(
            rf"(?P<kind>{QUOTED}(?:\d+(?=[万亿]))?[\u4e00-\u9fff]{{0,16}}?)项目(?:{said})*{NUMBER}(?:余|多)?(?:个|项)"
        ),
        re.compile(
            rf"(?P<kind>(?:新|实际|计划|集中|拟|已)?(?:{verbs}))(?:了|共)?{NUMBER}(?:余|多)?(?:个|项)(?=[，。；、,])"
        ),
        re.compile(rf"{NUMBER}(?:余|多)?[{UNITS}](?P<kind>[\u4e00-\u9fff]{{0,10}}?(?:{works}))"),
        re.compile(rf"(?P<kind>[\u4e00-\u9fff]{{0,10}}?(?:{works}))(?:{said})*{NUMBER}(?:余|多)?[{UNITS}]"),
    )


BARE, FAR, BEHIND, VERB, WORKS, WORKS_BEHIND = range(6)


@cache
def works() -> re.Pattern[str]:
    """Works that are counted as projects are."""
    return re.compile(alternation(load("batches")["works"]))


@cache
def _and_more() -> re.Pattern[str]:
    """甲、乙等重点项目开工，总投资: names that 等 closes, with one sum."""
    heads = alternation(("项目", "工程", *load("batches")["works"]))
    return re.compile(rf"(?<![个项])等(?:一批)?(?P<kind>[\u4e00-\u9fff]{{0,8}}?(?:{heads}))(?=[^，。；\d]{{0,14}}，)")


@cache
def _done() -> re.Pattern[str]:
    """推介的重大项目总投资: what is done with the projects whose total is told."""
    verbs = alternation(load("batches")["done_with"])
    return re.compile(
        rf"(?P<verb>{verbs})的?(?P<kind>[\u4e00-\u9fff]{{0,8}}?)项目，?(?=[^，。；、]{{0,6}}(?:总投资|投资总额))"
    )


@cache
def _never() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lexicon = load("batches")
    hard = [word for word in lexicon["not_batches"] if word not in lexicon["built_too"]]
    return tuple(re.compile(alternation(words)) for words in (hard, lexicon["built_too"], lexicon["building"]))  # type: ignore[return-value]


@cache
def _event() -> re.Pattern[str]:
    return re.compile(alternation(load("batches")["events"]))


def counts(text: str, sentence: SentenceReading) -> Iterator[Count | Rejection]:
    """The counts of projects in a sentence, and those that are no batch."""
    yield from _counted(text, sentence)
    yield from _uncounted(text, sentence)


def _counted(text: str, sentence: SentenceReading) -> Iterator[Count | Rejection]:
    start, end = sentence.sentence.start, sentence.sentence.end
    if COUNT.search(text, start, end) is None:
        return
    quote = Span(start, end)
    taken: list[tuple[int, int]] = []
    for number in _asked(text, sentence):
        for match in _patterns()[number].finditer(text, start, end):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            found = _read(text, sentence, number, match)
            if isinstance(found, Why):
                taken.append(match.span())
                yield Rejection(found, quote, None, Span(*match.span()))
            elif found is not None:
                taken.append(match.span())
                yield found


def _asked(text: str, sentence: SentenceReading) -> Iterator[int]:
    """The patterns that may match in a sentence whose matches are not all read as no count at all."""
    start, end = sentence.sentence.start, sentence.sentence.end
    project = text.find("项目", start, end) >= 0
    if project or text.find("工程", start, end) >= 0:
        yield from (BARE, FAR)
    if project:
        yield BEHIND
    yield VERB
    if _has_total(text, sentence):
        yield from (WORKS, WORKS_BEHIND)


def _has_total(text: str, sentence: SentenceReading) -> bool:
    """Whether a sum stands in the sentence, or what comes right behind it goes on about a total or 这批."""
    end = sentence.sentence.end
    return bool(sentence.amounts) or "总投资" in text[end : end + 20] or "这批" in text[end : end + 4]


def _read(text: str, sentence: SentenceReading, number: int, match: re.Match[str]) -> Count | Why | None:
    """The count of a match of pattern `number`; why it is no batch; None where it counts something else."""
    start, end = sentence.sentence.start, sentence.sentence.end
    is_works = number in (WORKS, WORKS_BEHIND)
    kind = _from_word(text, start, match) if number in (BEHIND, WORKS_BEHIND) else match["kind"]
    kind = kind.strip("、")
    head = "" if is_works else "项目"
    with_total = any(a.end <= match.start() and text[a.end : match.start()] in ("", "的") for a in sentence.amounts)
    rounds = ROUND_OF_MANY.search(match["kind"]) if number == BEHIND else None
    if rounds is not None:
        kind = rounds[0]
    elif (
        kind.startswith("一批")
        or NOT_ALONE.search(kind)
        or (not sentence.amounts and number == BARE and text.endswith(SERVED, start, match.start()))
        or "一批”" in text[max(start, match.start() - 6) : match.start() + 3]
        or _in_slogan(text, start, match.start())
        or _event().search(text, max(start, match.start() - EVENT_REACH), min(end, match.end() + 12))
        or _is_other(text, start, end, match, batch_name(kind + head))
        or (len(kind) > 12 and not with_total and _runs_on(kind, number))
    ):
        return None if is_works else Why("announces.kind")
    if OF_PLACES.match(text, match.end("count")) or NOT_A_KIND.match(kind):
        return None  # 16个州市的重点招商项目, 8个领域项目
    if number == VERB and "项目" not in text[max(0, start - 40) : match.start()]:
        return None
    listed = text[match.start() - 1 : match.start()] == "等"
    if (
        number in (BARE, BEHIND)
        and not listed
        and not counting_verbs().search(text[max(start, match.start() - 24) : min(end, match.end() + 24)])
        and len(kind) < 3
    ):
        return Why("announces.no-verb")
    try:
        count = int(value(match["count"].removesuffix("万")) * (10_000 if match["count"].endswith("万") else 1))
    except ValueError:
        return None
    if _those(text, start, match):
        return Why("announces.no-verb")
    if count < FEWEST:
        return None if is_works else Why("announces.one")
    if text[match.start() - 1 : match.start()] in ("第", "前"):
        return None if is_works else Why("announces.ordinal")
    label = batch_name(kind + head) if rounds is None else kind + head
    return Count(match.start(), match.end(), count, label, is_works, listed)


def _is_other(text: str, start: int, end: int, match: re.Match[str], name: str) -> bool:
    """Whether what is counted is not built: 检测项目; 教育项目 where no word beside it says that they are built."""
    hard, soft, building = _never()
    if hard.search(name):
        return True
    around = max(start, match.start() - BUILT_REACH), min(end, match.end() + BUILT_REACH)
    return bool(soft.search(name)) and not building.search(text, *around)


def _runs_on(kind: str, number: int) -> bool:
    """Whether the words between a number and 项目 are a phrase, no name."""
    return bool(re.search(r"[的了和与]", kind)) and (number < BEHIND or bool(re.search(r"[了和与]", batch_name(kind))))


def _from_word(text: str, start: int, match: re.Match[str]) -> str:
    """The kind of a match without the end of a word that the pattern's length cut through."""
    at = left = max(start, match.start("kind") - 6)
    for word in cut(text[left : match.end("kind")]):
        if at >= match.start("kind"):
            return text[at : match.end("kind")]
        at += len(word)
    return match["kind"]


def _uncounted(text: str, sentence: SentenceReading) -> Iterator[Count]:
    """Each 一批 of projects, names that 等项目 closes, and projects by what is done with them (推介的重大项目总投资…);
    only a total makes them a batch."""
    if not sentence.amounts:
        return
    for match in SOME.finditer(text, sentence.start, sentence.end):
        if not _never()[0].search(match["kind"]):
            yield Count(match.start(), match.end(), None, batch_name(match["kind"] + "项目"), True)
    for match in SOME_OF_SUM.finditer(text, sentence.start, sentence.end):
        if any(match.start("sum") <= a.start < match.end("sum") for a in sentence.amounts):
            yield Count(match.start("kind"), match.end(), None, batch_name(match["kind"] + "项目"), True)
    for match in _and_more().finditer(text, sentence.start, sentence.end):
        named = text[max(sentence.start, match.start() - LIST_REACH) : match.start()]
        if not _never()[0].search(match["kind"]) and "、" in named.rpartition("，")[2]:
            yield Count(match.start("kind"), match.end(), None, batch_name(match["kind"]), True, True)
    for match in _done().finditer(text, sentence.start, sentence.end):
        if not _never()[0].search(match["kind"]) and not any(
            p.start < match.end() and match.start() < p.end for p in sentence.projects
        ):
            yield Count(match.start(), match.end(), None, match["verb"] + match["kind"] + "项目", True)


def _in_slogan(text: str, start: int, at: int) -> bool:
    """Whether a count stands inside a quotation, behind other things: “五大行动、八项环保工程”."""
    opened = text.rfind("“", start, at)
    return opened > text.rfind("”", start, at) and "、" in text[opened:at] and at - opened <= SLOGAN


def _those(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a few are counted that were named just before, and nothing new is said of them: 两项工程投产后."""
    verb = counting_verbs().search(text, max(start, match.start() - 6), match.start())
    if THOSE_OF_NOTE.match(text, match.start("count")) and NAMED_TOGETHER.search(text[start : match.start()]):
        return verb is None
    return bool(THOSE.match(text, match.start("count"))) and not verb and not SUM_BEHIND.match(text, match.end())
