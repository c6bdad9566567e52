"""batch (kg:announces): projects counted together, with their total. Source of the rule: guideline, "batch"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.mentions.mention import AmountMention, Area, Span
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.rejection import Rejection, Why
from kg.relations.batch_area import at_foot, counted_area
from kg.relations.batch_counts import COUNT_OR_SOME, Count, counts, works
from kg.relations.batch_total import REMARK, total_of
from kg.relations.claim import Amount, Batch, Claim
from kg.relations.invests import amount_ref

RELATION = "announces"
PART = re.compile(r"(?:其中|分别为|比如|例如)[^，。；]{0,14}$")
OF_WHOLE = re.compile(r"其中，?[^，。；]{0,14}$")
ANY_PROJECTS = re.compile(
    r"(?:此次|本次|集中|现场|首批|这|其中|新|签约|开工|竣工|投产|的|重点|重大|上述)*(?:项目|签约|开工|工程)?"
)
AGAIN = re.compile(r"(?:此次|本次|这|上述|以上|该批|此批|本批)[^，。；、\d]{0,8}$")  # 此次集中开工的72个重大项目
SKIP_BEFORE = re.compile(r"(?:前|第|每|人均|排名|入选|获得)$")
NEARLY = 0.1  # 超过1500亿元 and 1548.2亿元 are one total
PARTS_APART = 30  # characters between the parts that a sum is counted in


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
        near = text[max(0, sentence.start - 40) : sentence.end]
        if "项目" not in near and "工程" not in sentence.words and not works().search(sentence.words):
            continue
        parts: list[tuple[Count, AmountMention | None, Area]] = []
        for count in counts(text, sentence):
            if isinstance(count, Rejection):
                yield count
                continue
            total = total_of(reading, sentence, count)
            if total is None and count.needs_total:
                continue  # 一批项目 alone says nothing, nor 5座电站
            area = _area(reading, sentence, count, total)
            if isinstance(area, Rejection):
                yield area
                continue
            if OF_WHOLE.search(text, sentence.start, count.start) and not sentence.areas:
                area = _of_whole(found, sentence) or area
            parts.append((count, total, area))
            claim = _claim(reading, sentence, count, total, area)
            again = AGAIN.search(text, sentence.start, count.start) is not None
            known = next(
                (
                    k
                    for k, c in found.items()
                    if not (k.listed or count.listed) and _same(claim.object, c.object, again)
                ),
                None,
            )  # type: ignore[arg-type]
            if known is None:
                found[_Place(count.start, count.listed)] = claim
            elif total is not None and _vaguer(found[known].object.total, total):  # type: ignore[union-attr]
                found[known] = claim
        _sum_up(found, sentence, parts)
    yield from sorted(found.values(), key=lambda claim: claim.quote.start)


def _area(reading: Reading, sentence: SentenceReading, count: Count, total: AmountMention | None) -> Area | Rejection:
    """Whose projects are counted, or why the count is no batch."""
    text, start = sentence.text, count.start
    if total is not None and total.end <= start and REMARK.sub("", text[total.end : start]) in ("", "的", "的一批"):
        start = total.cue_start
    own = next((m for m in sentence.areas if m.start == count.start and m.end < count.end), None)
    if own is not None:
        start = own.end  # 甲县集中开工项目17个
    own = next((m for m in sentence.areas if m.relative and count.start <= m.start and m.end <= count.end), None)
    area = own.area if own else counted_area(reading, sentence, start, count.end)
    quote, span = Span(sentence.start, sentence.end), Span(count.start, count.end)
    if at_foot(text, count.start):
        return Rejection(Why("announces.link"), quote, None, span)
    if SKIP_BEFORE.search(text[sentence.start : count.start]):
        return Rejection(Why("announces.ordinal"), quote, None, span)
    return Rejection(Why("announces.no-area"), quote, None, span) if area is None else area


def _of_whole(found: dict[_Place, Claim], sentence: SentenceReading) -> Area | None:
    """The area of the count in the sentence right before, of which this one counts a part: 签约17个。其中，…."""
    before = [claim for claim in found.values() if 0 <= sentence.start - claim.quote.end <= 1]
    return before[-1].object.area if before and isinstance(before[-1].object, Batch) else None


def _claim(reading: Reading, sentence: SentenceReading, count: Count, total: AmountMention | None, area: Area) -> Claim:
    text, end = sentence.text, sentence.end
    label = count.label
    own = next((m for m in sentence.areas if m.start == count.start and m.end < count.end), None)
    if own is not None:
        label = label.removeprefix(own.surface)
    partial = bool(PART.search(text[sentence.start : count.start]))
    if total is not None and total.start >= end:
        end = next(s.end for s in reading.sentences if s.start <= total.start < s.end)
    return Claim(
        RELATION,
        area,
        Batch(label, area, count.count, amount_ref(total) if total else None),
        Span(sentence.start, end),
        None,
        Span(count.start, total.end if total and total.end > count.end else count.end),
        "asserted",
        "batch.part" if partial else "batch.counted",
        0.8 if partial else 0.88,
        reading.date_of(sentence.sentence),
    )


def _sum_up(
    found: dict[_Place, Claim], sentence: SentenceReading, parts: list[tuple[Count, AmountMention | None, Area]]
) -> None:
    """Gives a sum behind the parts of a batch to the batch that they add up to: 16个项目。其中小学5个、中学11个，
    总投资40亿元."""
    own = [(count, area) for count, _, area in parts if count.count]
    if len(own) < 2 or any(total for _, total, _ in parts[:-1]):
        return
    last, area = own[-1]
    text = sentence.text
    apart = [after.start - before.end for (before, _), (after, _) in pairwise(own)]
    behind = (amount for amount in sentence.amounts if amount.start >= last.end)
    total = next((a for a in behind if re.fullmatch(r"，(?:项目)?", text[last.end : a.cue_start])), None)
    if total is None or max(apart) > PARTS_APART:
        return
    whole = sum(count.count or 0 for count, _ in own)
    for place, claim in found.items():
        batch = claim.object
        if isinstance(batch, Batch) and (batch.count, batch.total, batch.area) == (whole, None, area):
            quote = Span(claim.quote.start, max(claim.quote.end, sentence.end))
            found[place] = replace(claim, object=replace(batch, total=amount_ref(total)), quote=quote)
            part = next((k for k in found if k.start == last.start), None)
            if part is not None:
                found[part] = replace(found[part], object=replace(found[part].object, total=None))  # type: ignore[arg-type]
            return


def _vaguer(known: Amount | None, total: AmountMention) -> bool:
    """Whether a total said before is none, or rounded where this one is not."""
    return known is None or bool(known.approximation and not total.approximation)


def _same(one: Batch, other: Batch, again: bool) -> bool:
    """Whether two counts are of the same projects: 77个外资项目, later 此次签约的77个项目 (`again`); not 5个教育项目
    and 5个医疗项目."""
    if (one.area, one.count) != (other.area, other.count):
        return False
    if one.total is not None and other.total is not None:
        return abs(one.total.value - other.total.value) <= NEARLY * max(one.total.value, other.total.value)
    labels = one.label, other.label
    return (
        again
        or any(ANY_PROJECTS.fullmatch(label) for label in labels)
        or labels[0].endswith(labels[1])
        or labels[1].endswith(labels[0])
    )
