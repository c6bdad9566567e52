"""Spaces and line breaks that are furniture of the page, not of the sentence.

A space may carry meaning in Chinese (`二级调研员 李广明`, an indented list): a run of them becomes one. It never does
before a closing mark or between single characters spaced out (`平 原 县 委`).
"""

from __future__ import annotations

import re

from kg.repair.census import Census
from kg.repair.edits import Edit

BLANKS = " \t\xa0\u3000\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
BLANK = re.escape(BLANKS)
_RUN = re.compile(rf"[{BLANK}]+\n[{BLANK}\n]*|\n[{BLANK}]*\n[{BLANK}\n]*|\A\n|\n\Z|[{BLANK}]+")
# What may need mending: any blank but the plain space (`ODD_BLANKS`), two blanks together, three line breaks.
ODD_BLANKS = BLANKS[1:]
_ODD_PAIRS = (" \n", "\n\n\n", "\n\n ")
_GAP = re.compile(
    r" (?:(?<=[\u4e00-\u9fff0-9A-Za-z。！？”’）》%] )(?=[，。、；：！？”’）》】])|(?<=[“‘（《【] )(?=\S))"
)
# Five characters or more, each alone; a name that is padded to three places (李 婷) is left alone.
_SPACED = re.compile(r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff] ){4,}[\u4e00-\u9fff](?![\u4e00-\u9fff])")
_SPACED_SOMEWHERE = re.compile(r" [\u4e00-\u9fff] [\u4e00-\u9fff] [\u4e00-\u9fff] ")


def odd_runs(census: Census) -> bool:
    """Whether `find_runs` may find something in a text."""
    if census.mask & census.alphabet.bits[ODD_BLANKS]:
        return True
    text = census.text
    outer = text[:1] + text[-1:]
    if outer != outer.strip():
        return True
    single, breaks = text.count(" "), text.count("\n")
    return (single > 1 and "  " in text) or (
        breaks > 0 and single + breaks > 1 and any(pair in text for pair in _ODD_PAIRS)
    )


def find_runs(text: str) -> list[Edit]:
    """Edits that leave one space of each run, none at the end of a line, and one empty line at most.

    >>> [(edit.start, edit.end, edit.replacement) for edit in find_runs("今日  首页 \\n\\n\\n\\u3000\\u3000德州")]
    [(2, 4, ' '), (6, 12, '\\n\\n ')]
    """
    edits: list[Edit] = []
    for run in _RUN.finditer(text):
        breaks = run[0].count("\n")
        indented = breaks and run[0][-1] != "\n" and run.end() < len(text)
        kept = "\n" * min(breaks, 2) + (" " if indented or not breaks else "")
        if not run.start() or run.end() == len(text):
            kept = ""
        if kept != run[0]:
            edits.append(Edit(run.start(), run.end(), kept, "blank space of the page"))
    return edits


def find_spaced(text: str) -> list[Edit]:
    """Edits that close up spaced-out words and the gap before closing or after opening marks.

    >>> [edit.start for edit in find_spaced("东部增长极。 ”6月16日，平 原 县 委 书记说")]
    [6]
    >>> find_spaced("二级调研员 李广明：我们，任晓 李 婷 王 帅")
    []
    """
    gaps = {gap.start() for gap in _GAP.finditer(text)}
    if text.count(" ") > 3 and _SPACED_SOMEWHERE.search(text):
        for spaced in _SPACED.finditer(text):
            gaps.update(range(spaced.start() + 1, spaced.end(), 2))
    return [Edit(gap, gap + 1, "", "space between Chinese characters") for gap in sorted(gaps)]
