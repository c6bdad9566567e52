"""Spaces and line breaks that are furniture of the page, not of the sentence.

A space may carry meaning in Chinese (`二级调研员 杜广贤`, an indented list): a run of them becomes one. It never does
before a closing mark or between single characters spaced out (`平 原 县 委`).
"""

from __future__ import annotations

import re

from kg.repair.edits import Edit

_BLANK = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_RUN = re.compile(rf"[{_BLANK}]+\n[{_BLANK}\n]*|\n[{_BLANK}]*\n[{_BLANK}\n]*|\A\n|\n\Z|[{_BLANK}]+")
_PUNCTUATED = re.compile(
    r"(?<=[\u4e00-\u9fff0-9A-Za-z。！？”’）》%]) (?=[，。、；：！？”’）》】])|(?<=[“‘（《【]) (?=\S)"
)
# Five characters or more, each alone; a name that is padded to three places (李 婷) is left alone.
_SPACED = re.compile(r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff] ){4,}[\u4e00-\u9fff](?![\u4e00-\u9fff])")


def find_runs(text: str) -> list[Edit]:
    """Edits that leave one space of each run, none at the end of a line, and one empty line at most.

    >>> [(edit.start, edit.end, edit.replacement) for edit in find_runs("今日  首页 \\n\\n\\n\\u3000\\u3000德州")]
    [(2, 4, ' '), (6, 12, '\\n\\n ')]
    """
    edits = []
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
    if " " not in text:
        return []
    gaps = {gap.start() for gap in _PUNCTUATED.finditer(text)}
    for spaced in _SPACED.finditer(text):
        gaps.update(place for place in range(spaced.start(), spaced.end()) if text[place] == " ")
    return [Edit(gap, gap + 1, "", "space between Chinese characters") for gap in sorted(gaps)]
