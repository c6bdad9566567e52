"""GBK read one byte out of step after a lost lead byte.

`倍增干勁?!彪…菔泄ば啪志珠L孟凡軍` was 倍增干劲。”滕州市工信局局长孟凡军: see `kg.repair.steps`. A question mark is all
that announces the damage, so each is weighed: the region is mended only where that reads better by a wide margin,
counting what it costs to name the lost bytes.
"""

from __future__ import annotations

import math
import re

from kg.repair.edits import Edit
from kg.repair.filling import NEARBY, Filled, fill
from kg.repair.language import Context, cost
from kg.repair.pairs import LEADS, Slot
from kg.repair.steps import LOST, Region, known, parse

# The mark first, what stands before it behind: a pattern that begins with a look back is tried at every character.
_SUSPECT = re.compile(r"[?\ufffd](?<=[,:;!()\x80-\U0010ffff].)(?=[!-~]?[^\x00-\x7f])")
_CHINESE = re.compile(r"[\u4e00-\u9fff]{10}")
# Nats by which the mended text must read better, over the price of the bytes that were guessed. The four regions of
# the seeds gain 5 to 101; of the 17 question marks
# of that kind in 3,138 sound articles none comes above -48.
MARGIN = 4.0
PRICE = math.log(len(LEADS))
MARK_COST = 3.0  # an ASCII question mark between Chinese characters is rarer than other ASCII there
CHEAPEST = 4.0  # what a character in a gap costs at least: that of a frequent mark
# Characters looked at first, and by how many nats they have to read worse one byte further on to be sound: at 291
# places in sound articles all do by 27 and more.
GLANCE, CLEAR = 10, 20.0
TAG = 8.0  # a region that gives `/span>` its `<` back is right


def find(text: str) -> list[Edit]:
    """Edits that put text read out of step back into step.

    >>> [edit.replacement for edit in find("談未來?！皫F城是‘中國石榴之鄉’")]
    ['。“嶧']
    >>> find("怎么办?我们来看看")
    []
    """
    if "?" not in text and "\ufffd" not in text:
        return []
    context = Context(text)
    edits: list[Edit] = []
    done = 0
    for suspect in _SUSPECT.finditer(text):
        if suspect.start() < done or _plainly_sound(text, suspect.end()):
            continue
        region = parse(text, suspect.start())
        if region is None or not _worth_a_look(region, text):
            continue
        filled = fill(region, text, context)
        if filled is None or not _reads_better(region, filled, text, context):
            continue
        replacement = filled.text + region.eaten
        spans = (*filled.spans, *(region.bytes[-1][1:] for _ in region.eaten))
        why = "GBK bytes read out of step after a lost byte; the lost ones chosen by context"
        edits.append(Edit(region.start, region.end, replacement, why, filled.certainty, spans))
        done = region.end
    return edits


def _plainly_sound(text: str, start: int) -> bool:
    """Whether the Chinese characters at a place make no sense one byte further on: true for nearly all sound text, and
    quickly told. What stands next to marks or letters is left to a closer look."""
    head = text[start : start + GLANCE]
    if not _CHINESE.fullmatch(head):
        return False
    shifted = head.encode("gb18030", "replace")[1:-1].decode("gb18030", "replace")
    return cost(shifted) > cost(head) + CLEAR


def _worth_a_look(region: Region, text: str) -> bool:
    """Whether the bytes that are left, with the cheapest characters in the gaps, read better than what stands there.

    Quick, and false for nearly all sound text.
    """
    left = known(region)
    if (
        len(left) > 2 * GLANCE
        and cost(left[:GLANCE]) > cost(text[region.start + 1 : region.start + 1 + GLANCE]) + CLEAR
    ):
        return False
    guessed = sum(isinstance(byte, Slot) for byte, _, _ in region.bytes)
    least = cost(left) + guessed * (PRICE + CHEAPEST) - (TAG if region.eaten == "<" else 0.0)
    return least + MARGIN < _standing(text[region.start : region.end])


def _standing(torn: str) -> float:
    return cost(torn) + MARK_COST * sum(map(torn.count, LOST))


def _reads_better(region: Region, filled: Filled, text: str, context: Context) -> bool:
    """Whether the mended region reads better than what stands there by `MARGIN`, less the price of the guessed
    bytes."""
    left = text[max(0, region.start - NEARBY) : region.start]
    right = text[region.end : region.end + NEARBY]
    guessed = sum(isinstance(byte, Slot) for byte, _, _ in region.bytes)
    stands = _standing(left + text[region.start : region.end] + right)
    whole = left + filled.text + region.eaten + right
    gain = stands - cost(whole) - guessed * PRICE + (TAG if region.eaten == "<" else 0.0)
    return gain >= MARGIN or gain + context.bonus(whole) - context.bonus(left) - context.bonus(right) >= MARGIN
