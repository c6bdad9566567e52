"""The damage of this genre, done to sound text, to see how much of it repair undoes. The same seed does the same harm.

Each kind is what really happened to such pages, on the bytes where it happened on bytes. Every function takes a sound
simplified text and a source of chance and returns what a crawler would have found.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from opencc import OpenCC

DATA = Path(__file__).parents[2] / "kg" / "data" / "repair"
Damage = Callable[[str, random.Random], str]

SOME = 0.25  # of the traditional characters: so that dropping the brackets alone leaves some 0.3 % of errors
LEAD_LOST = 0.3  # of full stops that lose their first byte, as in the worst seeds; of other characters:
LEAD_LOST_ELSEWHERE = 0.002
LEFTOVERS = (
    *(
        "&nbsp;",
        "&amp;nbsp;",
        "&#12288;",
        "<br/>",
        "<br>\n",
        "</p><p>",
        "<span>",
        "</span>",
        "<b>",
        "<strong>",
        "</font>",
    ),
    *('<font color="red">', "<!-- 广告 -->", "\u200b", "\ufeff", "\u3000", "  ", "\xa0", "\r\n"),
)
NARROW = str.maketrans("，：；？！（）", ",:;?!()")
WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")


@cache
def _converters() -> tuple[OpenCC, OpenCC]:
    return OpenCC("s2t"), OpenCC("t2s")


def traditional(text: str) -> str:
    """`text` in traditional characters, as far as these lead back to it and GBK holds them."""
    to, back = _converters()
    candidate = to.convert(text)
    again = back.convert(candidate)
    if len(candidate) != len(text) or len(again) != len(text):
        return text
    return "".join(t if s == b and _in_gbk(t) else s for s, t, b in zip(text, candidate, again, strict=True))


@cache
def _in_gbk(character: str) -> bool:
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def in_gbk(text: str) -> str:
    """`text` without the few characters that no page in GBK can hold."""
    return "".join(filter(_in_gbk, text))


def careless(content: bytes) -> str:
    """GB18030 as the decoders of old sites read it: what they cannot pair is a question mark, and takes an ASCII mark
    or digit behind it along."""
    pieces: list[str] = []
    place = 0
    while place < len(content):
        length = 1
        if content[place] < 0x80:
            pieces.append(chr(content[place]))
        else:
            try:
                pieces.append(content[place : place + 2].decode("gb18030"))
                length = 2
            except UnicodeDecodeError:
                pieces.append("?")
                length = 2 if place + 1 < len(content) and content[place + 1] < 0x40 else 1
        place += length
    return "".join(pieces)


@cache
def _readings() -> dict[str, str]:
    """The first reading of each traditional character."""
    lines = (DATA / "readings.tsv").read_text(encoding="utf-8").splitlines()
    return {character: syllables.split(",")[0] for character, syllables in (line.split("\t") for line in lines)}


@cache
def _table() -> tuple[tuple[bytes, bytes], ...]:
    """Each traditional character in GBK, and itself with its first reading behind it."""
    pairs = []
    for character, syllable in _readings().items():
        if _in_gbk(character):
            code = character.encode("gbk")
            pairs.append((code, code + f"({syllable})".encode("gb18030")))
    return tuple(pairs)


def pinyin(text: str, chance: random.Random) -> str:
    """A converter that puts pinyin behind some traditional characters, as in the seeds (see `dense_pinyin`)."""
    return dense_pinyin(text, chance, SOME)


def dense_pinyin(text: str, chance: random.Random, share: float = 1.0) -> str:
    """A converter that puts pinyin behind each traditional character of its table, one entry of it after another, on
    bytes: `事爭` holds 聽 across its middle, so that it becomes `事?tīng)?zhēng)`."""
    content = in_gbk(traditional(text)).encode("gbk")
    table = [entry for entry in _table() if chance.random() < share]
    chance.shuffle(table)
    for code, remarked in table:
        if code in content:
            content = content.replace(code, remarked)
    return careless(content)


def byte_shift(text: str, chance: random.Random) -> str:
    """Full stops (and now and then another character) whose first byte became a question mark: all that follows is read
    one byte out of step. Full-width marks are then made ASCII."""
    pieces = []
    for character in in_gbk(traditional(text)).translate(NARROW):
        code = character.encode("gbk")
        lost = chance.random() < (LEAD_LOST if character == "。" else LEAD_LOST_ELSEWHERE)
        pieces.append(b"?" + code[1:] if lost and len(code) == 2 else code)
    return careless(b"".join(pieces)).replace("！", "!")


def narrow_marks(text: str, chance: random.Random) -> str:
    """Full-width punctuation made ASCII, and digits made full-width."""
    return text.translate(NARROW | (WIDE if chance.random() < 0.5 else {}))


def double_utf8(text: str, chance: random.Random) -> str:
    """Lines written in UTF-8, read as GBK or Windows-1252 and written again."""
    lines = text.split("\n")
    reader: Callable[[bytes], str] = _as_gbk if chance.random() < 0.5 else _as_windows
    return "\n".join(reader(line.encode()) if chance.random() < 0.7 else line for line in lines)


def _as_gbk(content: bytes) -> str:
    return content.decode("gb18030", "replace").replace("\ufffd", "?")


def _as_windows(content: bytes) -> str:
    """Windows-1252, the five bytes that it lacks as Latin-1: what browsers do."""
    return "".join(
        bytes((byte,)).decode("latin-1" if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "cp1252") for byte in content
    )


def leftovers(text: str, chance: random.Random) -> str:
    """Tags, entities, invisible characters and spaces strewn in between words and sentences."""
    return re.sub(
        "(?<=[，。；：、])|(?<=的)", lambda _: chance.choice(LEFTOVERS) if chance.random() < 0.1 else "", text
    )


DAMAGES: dict[str, Damage] = {
    "pinyin": pinyin,
    "dense pinyin": dense_pinyin,
    "byte shift": byte_shift,
    "narrow marks": narrow_marks,
    "double UTF-8": double_utf8,
    "leftovers": leftovers,
}


def damage(text: str, kind: str, seed: int) -> str:
    """`text` damaged in one of the ways of `DAMAGES`. Raises KeyError for any other."""
    return DAMAGES[kind](text, random.Random(seed))


def stripped(text: str) -> str:
    """What a plain clean-up would make of damaged text: remarks in brackets, question marks and private use dropped,
    simplified."""
    text = re.sub("[(（]?[a-zɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿêếề]{1,7}[)）]", "", text)
    return _converters()[1].convert(re.sub("[?？\ufffd\ue000-\uf8ff]", "", text))
