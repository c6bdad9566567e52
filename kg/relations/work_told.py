"""Which things called 项目 are work: what is built, made or put money in, not sport, courses, welfare or research."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.lexicons import alternation, load
from kg.mentions.area_names import named_runs
from kg.mentions.mention import ProjectMention
from kg.mentions.reading import SentenceReading

ENDINGS = ("项目", "工程")
PROGRAMME = re.compile(r"(?:的?(?:务实|友好|政府间)?合作|志愿者|团队|培训班|抽签|比赛|赛事|名额|参赛)")
POLICY = re.compile(
    r"(?:加强|推进|推动|深化|加快|统筹)[^，。；项]{0,12}建设(?!项目)|建设(?:局|管理委|委|部|厅|者|成就)|项目完成投资"
)


@cache
def _words() -> re.Pattern[str]:
    lexicon = load("projects")
    return re.compile(alternation((*lexicon["heads"], *lexicon["heads_of_named"], *lexicon["rebuilt"],
                                   *lexicon["works"], *lexicon["tells_work"])))  # fmt: skip


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(alternation(load("projects")["signs_of_work"]))


@lru_cache(maxsize=4096)
def tells_work(name: str) -> bool:
    """Whether a name says by itself that something is built or made: what does not end in 项目 or 工程 is a thing.

    >>> tells_work("云帆锂电池项目"), tells_work("云帆产业园"), tells_work("甲城运动会跳马项目")
    (True, True, False)
    """
    ending = next((word for word in ENDINGS if name.endswith(word)), None)
    if ending is None:
        return True
    own = name[: -len(ending)]
    for run in reversed(named_runs(own, 0, len(own))):
        own = own[: run.start] + "，" + own[run.end :]  # 江 of 江苏省 is no river
    return _words().search(own) is not None


def said_of(sentence: SentenceReading, mention: ProjectMention) -> bool:
    """Whether the sentence that names a project has a sign of building, signing, investing or producing."""
    text, end = sentence.text, sentence.sentence.end
    if PROGRAMME.match(text, mention.end, end):
        return False
    return _signs().search(POLICY.sub("", text[sentence.sentence.start : end])) is not None
