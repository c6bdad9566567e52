"""Spaces and line breaks that are furniture of the page, not of the sentence.

A space may carry meaning in Chinese (`二级调研员 杜广贤`, an indented list): a run of them becomes one. It never does
before a closing mark or between single characters spaced out (`平 原 县 委`).
"""

from __future__ import annotations

import re

from kg.repair.edits import Edit

BLANKS = " \t\xa0\u3000\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
BLANK = re.escape(BLANKS)
_RUN = re.compile(rf"[{BLANK}]+\n[{BLANK}\n]*|\n[{BLANK}]*\n[{BLANK}\n]*|\A\n|\n\Z|[{BLANK}]+")
# What may need mending: any blank but the plain space, two blanks together, three line breaks.
_ODD = ("  ", " \n", "\n\n\n", "\n\n ", *BLANKS[1:])
_LETTER = re.compile("[\u4e00-\u9fff0-9A-Za-z。！？”’）》%]")
_CLOSING, _OPENING = frozenset("，。、；：！？”’）》】"), frozenset("“‘（《【")
# Five characters or more, each alone; a name that is padded to three places (李 婷) is left alone.
_SPACED = re.compile(r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff] ){4,}[\u4e00-\u9fff](?![\u4e00-\u9fff])")
_SPACED_SOMEWHERE = re.compile(r" [\u4e00-\u9fff] [\u4e00-\u9fff] [\u4e00-\u9fff] ")


def find_runs(text: str) -> list[Edit]:
    """Edits that leave one space of each run, none at the end of a line, and one empty line at most.

    >>> [(edit.start, edit.end, edit.replacement) for edit in find_runs("今日  首页 \\n\\n\\n\\u3000\\u3000德州")]
    [(2, 4, ' '), (6, 12, '\\n\\n ')]
    """
    edits: list[Edit] = []
    outer = text[:1] + text[-1:]
    if outer == outer.strip() and not any(odd in text for odd in _ODD):
        return edits
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
    >>> find_spaced("二级调研员 杜广贤：我们，任晓 李 婷 王 帅")
    []
    """
    gaps: set[int] = set()
    place = text.find(" ")
    while place >= 0:
        before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
        if (after in _CLOSING and _LETTER.match(before)) or (before in _OPENING and after.strip()):
            gaps.add(place)
        place = text.find(" ", place + 1)
    somewhere = _SPACED_SOMEWHERE.search(text)
    while somewhere:
        start = somewhere.start() - 1
        while start >= 2 and text[start - 1] == " " and "\u4e00" <= text[start - 2] <= "\u9fff":
            start -= 2
        spaced = _SPACED.match(text, max(0, start)) or _SPACED.match(text, max(0, start) + 2)
        if spaced:
            gaps.update(place for place in range(spaced.start(), spaced.end()) if text[place] == " ")
        somewhere = _SPACED_SOMEWHERE.search(text, spaced.end() if spaced else somewhere.end())
    return [Edit(gap, gap + 1, "", "space between Chinese characters") for gap in sorted(gaps)]
