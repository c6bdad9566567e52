"""UTF-8 that somebody read as GBK or Latin-1 and wrote as UTF-8 again: `寰峰窞`, `å¾·å·ž`, both 德州.

Undone only where it is provable: the run, turned back into bytes, has to be UTF-8 and give nothing but Chinese
characters and punctuation, which a sound run of that length does not do by chance. Only the last character, where the
wrong reading lost its third byte, may be a guess.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from kg.repair.edits import Edit
from kg.repair.language import Context, cost

_RUN = re.compile(r"[^\x00-\x7f]{3,}")
_LATIN_LEADS = "âãäåæçèéï"
_LATIN_RUN = re.compile(
    f"(?:[{_LATIN_LEADS}][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{{2}})+"
)
_CHINESE = re.compile("[\u2014\u2018-\u201d\u2022\u2026\u3000-\u3017\u3400-\u9fff\uff01-\uff5e\u00b7①-⑩■□◎]+")
# Of the characters of a run, those that are the first two bytes of a Chinese character in UTF-8. A run read wrongly
# has one in three (two bytes of every third pair); in sound text they are rare characters.
LEAST_SHARE = 0.2
WHY = "UTF-8 that had been read as {} and encoded again"


@cache
def _heads() -> re.Pattern[str]:
    """The GBK characters whose bytes begin a Chinese character or mark in UTF-8 (锛 is EF BC, which begins ，)."""
    pairs = (bytes((lead, trail)) for lead in (0xE2, 0xE3, *range(0xE4, 0xEA), 0xEF) for trail in range(0x80, 0xC0))
    found = []
    for pair in pairs:
        try:
            found.append(pair.decode("gb18030"))
        except UnicodeDecodeError:
            continue
    return re.compile("[" + "".join(found) + "]")


def needs() -> str:
    """The characters, as the inside of a regular expression's class, of which every damaged text has one."""
    return _heads().pattern[1:-1] + _LATIN_LEADS


def find(text: str) -> list[Edit]:
    """Edits that undo the wrong reading.

    >>> [edit.replacement for edit in find("寰峰窞 å¾·å·ž 德州")]
    ['德州', '德州']
    >>> find("联通公司在滕州市涓流镇浣溪村开业")
    []
    """
    edits = []
    if _LATIN_RUN.search(text):
        for run in _LATIN_RUN.finditer(text):
            meant = _undone(_latin_bytes(run[0]))
            if meant:
                edits.append(Edit(run.start(), run.end(), meant, WHY.format("Latin-1")))
    if not _heads().search(text):
        return edits
    context = Context(text)
    for run in _RUN.finditer(text):
        if len(_heads().findall(run[0])) >= max(1, LEAST_SHARE * len(run[0])):
            edits += _gbk_edits(text, run.start(), run.end(), context)
    return edits


def _latin_bytes(run: str) -> bytes:
    return b"".join(mark.encode("latin-1" if mark < "\u0100" else "cp1252") for mark in run)


def _undone(data: bytes) -> str | None:
    """The Chinese text that bytes are in UTF-8, or None if they are anything else."""
    try:
        meant = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return meant if _CHINESE.fullmatch(meant) else None


def _gbk_edits(text: str, start: int, end: int, context: Context) -> list[Edit]:
    run = text[start:end]
    why = WHY.format("GBK")
    data = run.encode("gb18030", "replace")
    meant = _undone(data)
    if meant:
        return [Edit(start, end, meant, why)]
    for left in (2, 1):  # how many bytes of the last character are left; the rest went into a `?`
        whole = _undone(data[:-left])
        marks = len(text[end : end + 2]) - len(text[end : end + 2].lstrip("?\ufffd"))
        if whole and marks:
            last = _last(data[-left:], whole[-3:], context)
            return [Edit(start, end + marks, whole + last, why + "; the last character by context", 0.5)]
    return []


def _last(left: bytes, before: str, context: Context) -> str:
    """The likeliest character of which the first byte or two are left."""
    trails = [bytes(rest) for rest in product(range(0x80, 0xC0), repeat=3 - len(left))]
    candidates = sorted({meant for meant in (_undone(left + rest) for rest in trails) if meant})
    costs = {character: cost(before + character) - context.bonus(before[-2:] + character) for character in candidates}
    return min(costs, key=lambda character: costs[character]) if costs else "\ufffd"
