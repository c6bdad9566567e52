"""Stories retold: who holds a post in a drama, a film or a novel holds none.

某电视剧讲述了县委书记某某…的故事 and 某演员饰演的县长某某 name characters. What a documentary tells is of real people.
"""

from __future__ import annotations

import re
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.mention import Sentence

PLAYS_REACH = 16  # characters between 饰演 and the title of who is played


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = load("people")
    works, tells = alternation(lexicon["works_of_fiction"]), alternation(lexicon["tells_a_story"])
    inside, plays = alternation(lexicon["inside_fiction"]), alternation(lexicon["plays"])
    return (
        re.compile(rf"(?:{works})(?![周节院局厂频家人奖处展])[^。；]{{0,60}}?(?:{tells})|(?:{inside})[，,]?"),
        re.compile(rf"(?:{plays})(?:了|的是|的|一位|一名){{0,2}}[^，。；、角]{{0,{PLAYS_REACH}}}\Z"),
    )


def in_a_story(text: str, sentence: Sentence, start: int) -> bool:
    """Whether the post whose title begins at `start` is that of a character in a story that `sentence` retells.

    >>> words = "该剧讲述了平原县县委书记李志远的故事。"
    >>> in_a_story(words, Sentence(0, len(words), 0), 8)
    True
    """
    retells, plays = _patterns()
    return (
        retells.search(text, sentence.start, start) is not None or plays.search(text, sentence.start, start) is not None
    )
