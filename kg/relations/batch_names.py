"""What the projects of a batch are called: 稳链项目, not 对接引进稳链项目."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicons import alternation, load
from kg.mentions.words import cut

# What stands before a name of projects and is none of it: 年 of 2024年, 全县, 左右 of a number.
LEADING = re.compile(
    r"^(?:年(?:度|的)?(?=国家|[省市县区]|重[点大]|全)|左右|上下|的|等|已|了|约|全[省市县区州]|我[省市县区]|今年|此次|本次|这)+(?=[\u4e00-\u9fff“\d])"
)


@cache
def _said_of_them() -> frozenset[str]:
    return frozenset(load("batches")["before_names"])


@cache
def counting_verbs() -> re.Pattern[str]:
    """The words that tell that projects are counted."""
    return re.compile(
        alternation(
            (
                *load("batches")["verbs"],
                "总投资",
                "投资",
                "开工率",
                "建设",
                "完成",
                "全面",
                "共计",
                "合计",
                "累计",
                "涉及",
                "涵盖",
            )
        )
    )


def batch_name(words: str) -> str:
    """The name of a batch without what is said of it: the verbs before it, the tail of a
    number. A verb that says which projects they are stays (签约项目, 在建项目).

    >>> batch_name("对接引进稳链项目"), batch_name("全县已签约项目"), batch_name("左右标杆性项目")
    ('稳链项目', '签约项目', '标杆性项目')
    """
    head = next((end for end in ("项目", "工程") if words.endswith(end)), "")
    kind = words.removesuffix(head)
    before = _said_of_them()
    pieces = cut(kind)
    start = 0
    for number, piece in enumerate(pieces):
        rest = "".join(pieces[number + 1 :])
        if piece in before and rest:
            start = number + 1
    kind = LEADING.sub("", "".join(pieces[start:]))
    return kind.removesuffix("的") + head
