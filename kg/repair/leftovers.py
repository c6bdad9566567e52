"""What HTML and editors left in the text: entities, tags, invisible characters, full-width digits and letters.

Each fixer is a pure function from a text to edits; `kg.repair.pipeline` orders them.
"""

from __future__ import annotations

import html
import re

from kg.repair.edits import Edit

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?")
_BLOCK = "p|div|br|hr|li|ul|ol|tr|table|tbody|thead|h[1-6]|section|article|header|footer|blockquote|dl|dt|dd"
_INLINE = "span|a|b|i|u|em|strong|font|img|td|th|sub|sup|small|big|center|o:p|nobr|label|input|button|form|iframe|video"
_TAG = re.compile(rf"</?(?:(?P<block>{_BLOCK})|{_INLINE}|script|style)(?:\s[^<>]{{0,500}})?\s?/?>", re.IGNORECASE)
_HIDDEN = re.compile(r"<!--.{0,2000}?-->|<(script|style)\b[^<>]{0,300}>.{0,5000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_HIDDEN_END = re.compile(r"-->|</(?:script|style)", re.IGNORECASE)
_NEWLINES = "\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_NEWLINE = re.compile(f"\r\n|[{_NEWLINES}]")
# Zero-width and bidirectional marks, soft hyphen, byte-order marks, control characters, tags, variation selectors.
_INVISIBLE_ONES = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_PRIVATE_ONES = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_INVISIBLE = re.compile(f"[{_INVISIBLE_ONES}]+")
_PRIVATE = re.compile(f"[{_PRIVATE_ONES}]+")
WIDE_ONES = "０-９Ａ-Ｚａ-ｚ％"
_WIDE = re.compile(f"[{WIDE_ONES}]+(?:[＋－．／＠＃＆＝＿][{WIDE_ONES}]+)*")
INVISIBLE_ONES = _NEWLINES + _INVISIBLE_ONES + _PRIVATE_ONES
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}


def find_entities(text: str) -> list[Edit]:
    """Edits that resolve HTML entities; an entity without its semicolon only where HTML knows it so.

    >>> [edit.replacement for edit in find_entities("总投资&nbsp;5亿元&#65292;AT&T公司")]
    ['\\xa0', '，']
    """
    if "&" not in text:
        return []
    edits = []
    for entity in _ENTITY.finditer(text):
        meant = html.unescape(entity[0])
        if meant != entity[0] and (entity[0].endswith(";") or entity[0][1:] in ("nbsp", "quot", "amp", "lt", "gt")):
            edits.append(Edit(entity.start(), entity.end(), meant, "HTML entity"))
    return edits


def find_tags(text: str) -> list[Edit]:
    """Edits that take out HTML tags; a tag of a block becomes a line break.

    >>> [(edit.start, edit.end, edit.replacement) for edit in find_tags("趙健健）</span><br/>編輯，增幅<5%")]
    [(4, 11, ''), (11, 16, '\\n')]
    """
    if "<" not in text:
        return []
    edits = []
    if _HIDDEN_END.search(text):
        edits = [Edit(part.start(), part.end(), "", "HTML comment or script") for part in _HIDDEN.finditer(text)]
    hidden = {place for edit in edits for place in range(edit.start, edit.end) if text[place] == "<"}
    for tag in _TAG.finditer(text):
        if tag.start() not in hidden:
            edits.append(Edit(tag.start(), tag.end(), "\n" if tag["block"] else "", "HTML tag"))
    return edits


def find_invisible(text: str) -> list[Edit]:
    """Edits that take out invisible and private-use characters, and make every line break a line feed.

    >>> [(edit.start, edit.replacement) for edit in find_invisible("平原\\u200b县\\r\\n德州")]
    [(4, '\\n'), (2, '')]
    """
    edits = [Edit(mark.start(), mark.end(), "\n", "line break of another system") for mark in _NEWLINE.finditer(text)]
    edits += (Edit(mark.start(), mark.end(), "", "invisible character") for mark in _INVISIBLE.finditer(text))
    edits += (Edit(mark.start(), mark.end(), "", "private-use character") for mark in _PRIVATE.finditer(text))
    return edits


def find_wide(text: str) -> list[Edit]:
    """Edits that make full-width digits and letters, and the signs between them, ASCII; Chinese punctuation stays.

    >>> [(edit.start, edit.replacement) for edit in find_wide("２０２３年，增长８．５％；")]
    [(0, '2023'), (8, '8.5%')]
    """
    return [
        Edit(wide.start(), wide.end(), wide[0].translate(_NARROW), "full-width digits or letters")
        for wide in _WIDE.finditer(text)
    ]
