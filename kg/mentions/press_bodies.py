"""Papers and magazines as the bodies of their editors."""

from __future__ import annotations

import re

from kg.lexicons import load
from kg.mentions.mention import Body
from kg.mentions.post_case import REFUSED, Answer, Case

NEWSPAPER = re.compile(r"^[\u4e00-\u9fff]{1,8}(?:报|周刊|月刊|杂志)$")
PAPER, LONGEST_PAPER = re.compile(r"《([^《》]{2,12}(?:报|刊|周刊|杂志|时报))》$"), 16
TITLED = re.compile(r"《([^《》]{2,12})》$")


def press(case: Case) -> Answer:
    """The paper or magazine of an editor: 《某刊》杂志社社长, 某报总编辑, 《某报》社长."""
    start = case.chunk.start
    if case.words in load("bodies")["presses"] and (
        named := TITLED.search(case.text, max(0, start - LONGEST_PAPER), start)
    ):
        return Body(named[1] + case.words, "other", None)  # 《某刊》杂志社社长
    if case.title.head in load("posts")["editors"] and NEWSPAPER.match(case.words):
        return Body(case.words, "other", None)
    if not case.words and case.text[start - 1 : start] == "》" and case.title.head in load("posts")["editors"]:
        paper = PAPER.search(case.text[max(0, start - LONGEST_PAPER) : start])
        return Body(paper[1], "other", None) if paper else REFUSED
    if not case.words and case.text[start - 1 : start] == "》":
        return REFUSED  # 《某刊》主编 is no post in the body before it
    return None
