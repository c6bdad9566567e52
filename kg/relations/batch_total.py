"""The total of a batch: the sum right behind its count, right before it, or in the sentence that goes on about it."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.amounts import is_partial
from kg.mentions.mention import AmountMention
from kg.mentions.numbers import value
from kg.mentions.reading import Reading, SentenceReading
from kg.relations.batch_counts import UNITS, Count

REACH = 110  # characters between a count and its total
REACH_BEHIND = 70  # characters between the start of a sentence and the total of what the one before counts
NEXT = 2  # sentences behind a count in which its total may stand
COUNT_BEFORE = re.compile(r"(?:\d[余多]?[个项][^，。；、]{0,14}项目|项目\d+[余多]?[个项])[^。；]*[，、]$")
THIS_MANY = re.compile(r"这批|这些|该批|上述")
NAMES_ANOTHER = re.compile(r"其中|例如|比如|包括(?:总)?投资|该项目|位于|项目[^，。；]{0,6}(?:总|计划)?投资")
REMARK = re.compile(r"人民币|[（(][^（）()]{1,10}[）)]")


@cache
def _other_count() -> re.Pattern[str]:
    """A count of other projects between a count and a sum: not 8个领域, 12个县区."""
    beside = alternation(load("batches")["counted_beside"])
    return re.compile(
        rf"\d+(?:余|多)?[个项](?!百分|[\u4e00-\u9fff]{{0,6}}?(?:{beside})(?![^，。；、]{{1,8}}的项目))|项目\d+[余多]?[个项]"
    )


@cache
def _those() -> re.Pattern[str]:
    """How a sentence begins that goes on about the projects counted in the one before."""
    those = alternation(load("batches")["those"])
    lead = r"(?:据悉|据了解|据介绍|其中)?，?"
    return re.compile(
        rf"{lead}(?:"
        rf"(?:(?:{those})+(?:{those}|的)*(?P<again>\d+[余多]?(?:[{UNITS}]))?[^，。；\d]{{0,10}}(?:项目|工程)?"
        rf"|这(?P<these>\d+|[两三四五六七八九十]+)[{UNITS}][^，。；\d]{{0,12}}"
        rf"|项目(?!部|组|负责人|建设单位|所在地|经理|位于))"
        rf"|(?:计划|预计|协议|项目|估算|概算)?(?:总投资|投资总额|投资规模|协议投资|签约金额)|涉及|涵盖|覆盖|包括|聚焦)"
    )


def total_of(reading: Reading, sentence: SentenceReading, count: Count) -> AmountMention | None:
    """The total of the projects counted, if the text gives it."""
    total = _beside(sentence, count) or _behind(reading, sentence, count)
    if total is not None and _of_both(sentence, count, total):
        return None
    return total


def _is_total(text: str, sentence: SentenceReading, count: Count, amount: AmountMention) -> bool:
    """Whether a sum is one of the whole: 累计投资 is, of what has been signed."""
    if not is_partial(amount.cue):
        return True
    signed = re.search(alternation(load("batches")["signed"]), text[sentence.start : count.end])
    return amount.cue in load("batches")["sums_so_far"] and signed is not None


def _beside(sentence: SentenceReading, count: Count) -> AmountMention | None:
    """The sum that stands right behind a count, or right before it (总投资109.3亿元的15个重点项目)."""
    text, start, end = sentence.text, count.start, count.end
    for amount in sentence.amounts:
        if not _is_total(text, sentence, count, amount):
            continue
        before = REMARK.sub("", text[amount.end : start]) if amount.end <= start else None
        if before is not None and amount.end + 14 >= start and re.fullmatch(r"的?(?:一批)?", before):
            return amount
        begins = end if amount.cue.startswith("项目") and amount.cue_start + 2 == end else amount.cue_start
        gap = text[end:begins] if begins >= end else None  # 25个支撑项目总投资: 项目 belongs to both
        if gap is not None and len(gap) <= REACH and not _other_count().search(gap) and not NAMES_ANOTHER.search(gap):
            return amount
    return None


def _behind(reading: Reading, sentence: SentenceReading, count: Count) -> AmountMention | None:
    """The sum of a sentence right behind that goes on about what this one counts: 项目共93个。总投资约713亿元."""
    text, at = sentence.text, sentence
    alone = len(_other_count().findall(sentence.words)) <= 1
    closed = all(p.end <= count.start for p in sentence.projects)
    for step in range(NEXT):
        behind = reading.behind(at)
        if behind is None or behind.sentence.start - at.sentence.end > 1:
            return None
        opens = _those().match(text, behind.start, behind.end)
        again = opens and (opens["these"] or (opens["again"] and opens["again"].rstrip(UNITS + "余多")))
        if again and (count.count is None or int(value(again)) != count.count):
            return None
        first = next((a for a in behind.amounts if _is_total(text, behind, count, a)), None)
        if opens and first is not None and (again or (alone and closed and step == 0)):
            gap = text[behind.start : first.cue_start]
            of_one = text.startswith("的", first.end) and not THIS_MANY.match(text, behind.start)
            near = len(gap) <= REACH_BEHIND and not NAMES_ANOTHER.search(gap) and not of_one
            mine = again or not _other_count().search(gap)
            return first if near and mine and not any(p.start < first.start for p in behind.projects) else None
        at = behind
    return None


def _of_both(sentence: SentenceReading, count: Count, total: AmountMention) -> bool:
    """Whether a total behind two counts is theirs together: 10个项目开工，4个项目签约，项目总投资515亿元."""
    text = sentence.text
    before = text[sentence.sentence.start : count.start]
    if total.start <= count.end or total.start >= sentence.end:
        return False
    if not re.search(r"，(?:项目)?$", text[count.end : total.cue_start]):
        return False
    return not re.search(r"投资|亿|其中|包括", before) and bool(COUNT_BEFORE.search(before))
