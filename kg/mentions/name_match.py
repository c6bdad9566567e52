"""A person's name found in a text, and the characters that a name can hold and that close it."""

from __future__ import annotations

from typing import NamedTuple

HAN = r"[\u3400-\u9fff\U00020000-\U0003134f]"
CLOSERS = "，。；：！？、（）()《》“”‘’「」【】\n\t\r 　,;:!?.—…|/"
ENDS_NAME = frozenset("，。、：；”）说指要表强在主介")


class NameMatch(NamedTuple):
    """A name found: half-open span in the text, and by how much it beat the ordinary reading."""

    start: int
    end: int
    margin: float
