"""batch (kg:announces): projects counted together, with their total. Source of the rule: guideline, "batch"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.mention import AmountMention, Span
from kg.mentions.numbers import value
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.rejection import Rejection, Why
from kg.mentions.words import cut
from kg.relations.batch_area import at_foot, counted_area
from kg.relations.batch_names import batch_name, counting_verbs
from kg.relations.claim import Amount, Batch, Claim
from kg.relations.invests import amount_ref

RELATION = "announces"
NUMBER = r"(?P<count>\d[\d,，]*|[一二两三四五六七八九十百]{1,4})"
QUOTED = r"(?:“[^“”]{2,10}”)?"
REACH = 90  # characters between a count and its total
EVENT_REACH = 40  # characters between the games and the count of their disciplines
PART = re.compile(r"(?:其中|分别为|比如|例如)[^，。；]{0,14}$")
OF_PLACES = re.compile(
    r"[余多]?个(?:州市|市州|省市|县市区?|县区|市县|乡镇|省份|城市|部门|国家|方面|领域)(?=发布|推出|的|均|共|都|，|、)"
)
NOT_A_KIND = re.compile(r"(?:领域|方面)")
ANY_PROJECTS = re.compile(
    r"(?:此次|本次|集中|现场|首批|这|其中|新|签约|开工|竣工|投产|的|重点|重大|上述)*(?:项目|签约|开工|工程)?"
)
THOSE = re.compile(r"[两二三四五六]个?项?(?:项目|工程)")
SOME = re.compile(r"一批(?P<kind>[\u4e00-\u9fff]{0,12}?)项目(?=[^，。；、]{0,12}，)")
SLOGAN = 14  # characters of a slogan before its last part; speech is longer
COUNT_BEFORE = re.compile(r"(?:\d[余多]?[个项][^，。；、]{0,14}项目|项目\d+[余多]?[个项])[^。；]*[，、]$")
SUM_BEHIND = re.compile(r"(?:计划|预计|项目)?(?:总投资|投资总额)")
TOTAL_FIRST = re.compile(
    r"(?:计划|预计|协议|项目)?(?:总投资|投资总额)"
)  # how a sentence begins that tells the total of the one before
SKIP_BEFORE = re.compile(r"(?:前|第|近|每|人均|排名|入选|获得)$")
FEWEST = 2
COUNT = re.compile(r"[个项](?:(?<=[\d,，一二两三四五六七八九十百][个项])|(?<=[余多][个项]))")  # in each of the patterns
COUNT_OR_SOME = re.compile(rf"{COUNT.pattern}|一批")
NEARLY = 0.1  # 超过1500亿元 and 1548.2亿元 are one total


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    lexicon = load("batches")
    verbs = alternation(lexicon["verbs"])
    return (
        re.compile(
            rf"{NUMBER}(?:余|多)?(?:个|项)(?P<kind>(?:[\u4e00-\u9fff]{{0,8}}?{QUOTED})?[\u4e00-\u9fff]{{0,16}}?)(?:项目|工程)(?![化师学院]|标段)"
        ),
        re.compile(
            rf"{NUMBER}(?:余|多)?(?:个|项)[^，。；\d]{{6,44}}的(?P<kind>(?:重大|重点)[\u4e00-\u9fff]{{0,6}})(?:项目|工程)"
        ),
        re.compile(
            rf"(?P<kind>{QUOTED}(?:\d+(?=[万亿]))?[\u4e00-\u9fff]{{0,16}}?)项目(?:共|共有|有|达|总数|总计|数|已达|超过?|约|累计)*{NUMBER}(?:余|多)?(?:个|项)"
        ),
        re.compile(
            rf"(?P<kind>(?:新|实际|计划|集中|拟|已)?(?:{verbs}))(?:了|共)?{NUMBER}(?:余|多)?(?:个|项)(?=[，。；、,])"
        ),
    )


@cache
def _never() -> re.Pattern[str]:
    return re.compile(alternation(load("batches")["not_batches"]))


@cache
def _event() -> re.Pattern[str]:
    return re.compile(alternation(load("batches")["events"]))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a batch is counted, and whether names that the count closes stand before it (甲、乙等10个项目)."""

    start: int
    listed: bool


def extract(reading: Reading) -> Iterator[Claim | Rejection]:
    """A claim for each count of projects; a count that is repeated with its total keeps the total. Counts that are no
    batch are turned down."""
    text = reading.article.text
    found: dict[_Place, Claim] = {}
    for sentence in reading.at(match.start() for match in COUNT_OR_SOME.finditer(text)):
        if "项目" not in text[max(0, sentence.start - 40) : sentence.end] and "工程" not in sentence.words:
            continue
        for each in (*counted(text, sentence), *uncounted(text, sentence)):
            if isinstance(each, Rejection):
                yield each
                continue
            start, end, count, label = each
            if own := next((m for m in sentence.areas if m.start == start and m.end < end), None):
                start, label = own.end, label.removeprefix(own.surface)  # 甲县集中开工项目17个
            own = next((m for m in sentence.areas if m.relative and start <= m.start and m.end <= end), None)
            area = own.area if own else counted_area(reading, sentence, start)
            if at_foot(text, start):
                yield Rejection(Why("announces.link"), Span(sentence.start, sentence.end), None, Span(start, end))
                continue
            ordinal = SKIP_BEFORE.search(text[sentence.sentence.start : start])
            if area is None or ordinal:
                why = Why("announces.ordinal") if ordinal else Why("announces.no-area")
                yield Rejection(why, Span(sentence.sentence.start, sentence.sentence.end), None, Span(start, end))
                continue
            partial = bool(PART.search(text[sentence.sentence.start : start]))
            total = _total(text, sentence, start, end) or _total_behind(reading, sentence, start)
            if total is not None and _of_both(text, sentence, start, end, total):
                total = None
            if count is None and total is None:
                continue  # 一批项目 alone says nothing
            batch = Batch(label, area, count, amount_ref(total) if total else None)
            claim = Claim(
                RELATION,
                area,
                batch,
                Span(sentence.sentence.start, sentence.sentence.end),
                None,
                Span(start, total.end if total and total.end > end else end),
                "asserted",
                "batch.part" if partial else "batch.counted",
                0.8 if partial else 0.88,
                reading.date_of(sentence.sentence),
            )
            listed = text[start - 1 : start] == "等"
            known = next((k for k, c in found.items() if not (k.listed or listed) and _same(batch, c.object)), None)  # type: ignore[arg-type]
            if known is None:
                found[_Place(start, listed)] = claim
            elif total is not None and _vaguer(found[known].object.total, total):  # type: ignore[union-attr]
                found[known] = claim
    yield from sorted(found.values(), key=lambda claim: claim.quote.start)


def _vaguer(known: Amount | None, total: AmountMention) -> bool:
    """Whether a total said before is none, or rounded where this one is not."""
    return known is None or bool(known.approximation and not total.approximation)


def _same(one: Batch, other: Batch) -> bool:
    """Whether two counts are of the same projects: 77个外资项目, later 此次签约的77个项目; not 5个教育项目 and
    5个医疗项目."""
    if (one.area, one.count) != (other.area, other.count):
        return False
    if one.total is not None and other.total is not None:
        return abs(one.total.value - other.total.value) <= NEARLY * max(one.total.value, other.total.value)
    labels = one.label, other.label
    return (
        any(ANY_PROJECTS.fullmatch(label) for label in labels)
        or labels[0].endswith(labels[1])
        or labels[1].endswith(labels[0])
    )


def _from_word(text: str, start: int, match: re.Match[str]) -> str:
    """The kind of a match without the end of a word that the pattern's length cut through."""
    at = left = max(start, match.start("kind") - 6)
    for word in cut(text[left : match.end("kind")]):
        if at >= match.start("kind"):
            return text[at : match.end("kind")]
        at += len(word)
    return match["kind"]


def counted(text: str, sentence: SentenceReading) -> Iterator[tuple[int, int, int, str] | Rejection]:
    """(start, end, count, what they are called) of each count of projects in a sentence, or why it is no batch."""
    start, end = sentence.sentence.start, sentence.sentence.end
    if COUNT.search(text, start, end) is None:
        return
    quote = Span(start, end)
    taken: list[tuple[int, int]] = []
    for number, pattern in enumerate(_patterns()):
        for match in pattern.finditer(text, start, end):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            kind = _from_word(text, start, match) if number == 2 else match["kind"]
            kind = kind.strip("、")
            words = text[max(start, match.start() - 6) : match.end()]
            if (
                kind.startswith("一批")
                or _in_slogan(text, start, match.start())
                or "一批”" in words[:9]
                or _never().search(kind)
                or _event().search(text, max(start, match.start() - EVENT_REACH), min(end, match.end() + 12))
                or (
                    len(kind) > 12
                    and re.search(r"[的了和与]", kind)
                    and (number < 2 or re.search(r"[了和与]", batch_name(kind)))
                )
            ):
                yield Rejection(Why("announces.kind"), quote, None, Span(*match.span()))
                continue
            if OF_PLACES.match(text, match.end("count")) or NOT_A_KIND.match(kind):
                continue  # 16个州市的重点招商项目, 8个领域项目
            if number == 3 and "项目" not in text[max(0, start - 40) : match.start()]:
                continue
            listed = text[match.start() - 1 : match.start()] == "等"
            if (
                number in (0, 2)
                and not listed
                and not counting_verbs().search(text[max(start, match.start() - 24) : min(end, match.end() + 24)])
                and len(kind) < 3
            ):
                yield Rejection(Why("announces.no-verb"), quote, None, Span(*match.span()))
                continue
            try:
                count = int(value(match["count"]))
            except ValueError:
                continue
            if _those(text, start, match):
                yield Rejection(Why("announces.no-verb"), quote, None, Span(*match.span()))
                continue
            if count < FEWEST or re.search(r"(?:第|前)$", words[: -len(match[0])][-1:]):
                why = Why("announces.one") if count < FEWEST else Why("announces.ordinal")
                yield Rejection(why, quote, None, Span(*match.span()))
                continue
            taken.append(match.span())
            label = kind + "项目"
            yield match.start(), match.end(), count, batch_name(label)


def uncounted(text: str, sentence: SentenceReading) -> Iterator[tuple[int, int, None, str]]:
    """(start, end, None, what they are called) of each 一批 of projects; only a total behind makes it a batch."""
    for match in SOME.finditer(text, sentence.start, sentence.end) if sentence.amounts else ():
        if not _never().search(match["kind"]):
            yield match.start(), match.end(), None, batch_name(match["kind"] + "项目")


def _total_behind(reading: Reading, sentence: SentenceReading, start: int) -> AmountMention | None:
    """The sum that the next sentence begins with, where this one counts once: 项目共93个。总投资约713亿元."""
    text, behind = reading.article.text, reading.behind(sentence)
    if behind is None or not TOTAL_FIRST.match(text, behind.sentence.start) or not behind.amounts:
        return None
    counts = len(re.findall(r"\d+[余多]?[个项]", sentence.words))
    first = behind.amounts[0]
    near = first.cue_start - behind.sentence.start <= 2 and behind.sentence.start - sentence.sentence.end <= 1
    return first if counts == 1 and near and not sentence.projects else None


def _of_both(text: str, sentence: SentenceReading, start: int, end: int, total: AmountMention) -> bool:
    """Whether a total behind two counts is theirs together: 10个项目开工，4个项目签约，项目总投资515亿元."""
    before = text[sentence.sentence.start : start]
    if total.start <= end or not re.search(r"，(?:项目)?$", text[end : total.cue_start]):
        return False
    return not re.search(r"投资|亿|其中|包括", before) and bool(COUNT_BEFORE.search(before))


def _in_slogan(text: str, start: int, at: int) -> bool:
    """Whether a count stands inside a quotation, behind other things: “六大行动、十项环保工程”."""
    opened = text.rfind("“", start, at)
    return opened > text.rfind("”", start, at) and "、" in text[opened:at] and at - opened <= SLOGAN


def _those(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a few are counted that were named just before, and nothing new is said of them: 两项工程投产后."""
    verb = counting_verbs().search(text, max(start, match.start() - 6), match.start())
    return bool(THOSE.match(text, match.start("count"))) and not verb and not SUM_BEHIND.match(text, match.end())


def _total(text: str, sentence: SentenceReading, start: int, end: int) -> AmountMention | None:
    """The sum that stands right behind a count, or right before it (总投资109.3亿元的15个重点项目)."""
    partial = load("amounts")["partial"]
    for amount in sentence.amounts:
        if amount.cue in partial:
            continue
        if (
            amount.end <= start
            and re.sub(r"人民币|[（(][^（）()]{1,10}[）)]", "", text[amount.end : start]) in ("的", "")
            and amount.end + 14 >= start
        ):
            return amount
        begins = end if amount.cue.startswith("项目") and amount.cue_start + 2 == end else amount.cue_start
        gap = text[end:begins] if begins >= end else None  # 25个支撑项目总投资: 项目 belongs to both
        if (
            gap is not None
            and len(gap) <= REACH
            and not re.search(r"\d+(?:余|多)?[个项](?!百分)|项目[^，。；]{0,6}(?:总|计划)?投资|其中", gap)
        ):
            return amount
    return None
