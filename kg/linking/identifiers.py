"""Identifiers of entities, made from natural keys: the same in every build and every order of input."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

REMEMBERED = 1 << 16  # words of which articles say the same again and again
DIGITS = 12  # hexadecimal: 48 bits, a clash is to be expected at some 20 million things of one kind


def identifier(kind: str, *key: object) -> str:
    """The end of the IRI of the thing of `kind` with this natural key.

    >>> identifier("project", "乙产业园", "371426") == identifier("project", "“乙”产业园", "371426")
    True
    """
    words = "\x1f".join(plain(str(part)) for part in key)
    return f"{kind}/{hashlib.blake2b(words.encode(), digest_size=DIGITS // 2).hexdigest()}"


@lru_cache(maxsize=REMEMBERED)
def plain(words: str) -> str:
    """`words` as a key compares them: NFKC, without white space, quotation marks and brackets.

    >>> plain("“乙”（二期） 产业园")
    '乙二期产业园'
    """
    return re.sub(r"[\s“”‘’《》「」（）()]+", "", unicodedata.normalize("NFKC", words))
