"""One body under all its names: the centre's departments, a committee's departments, and words that name no body."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from kg.lexicons import load
from kg.linking.identifiers import identifier
from kg.linking.naming import body_names
from kg.linking.zones import area_id
from kg.mentions.area_names import named_runs
from kg.mentions.mention import Body
from kg.mentions.words import cut, tag_of


def canonical(body: Body) -> Body:
    """The body under the name that it goes by.

    >>> canonical(Body("中央统战部", "other")).name
    '中共中央统战部'
    """
    if body.area is None:
        aliases = load("linking")["national_aliases"]
        return replace(body, name=aliases.get(body.name, body.name))  # type: ignore[attr-defined]
    if body.name in load("linking")["party_departments"]:
        return replace(body, name="委" + body.name)
    return body


def body_id(body: Body, article: str) -> str:
    """The id of a canonical body: its area and official name; without an area its name, and the article too where the
    name does not say which body it is."""
    label, _ = body_names(body)
    if body.area is not None and body.kind != "company":
        return identifier("org", label, area_id(body.area))
    own = () if says_which(body.name, body.kind == "company") else (article,)
    return (
        identifier("org", label.replace("有限责任公司", "有限公司"), *own)
        if body.kind == "company"
        else identifier("org", label, "", *own)
    )


def is_national(body: Body) -> bool:
    """Whether a canonical body is one of the centre's."""
    return body.area is None and body.name in load("linking")["national"]


@cache
def says_which(name: str, company: bool) -> bool:
    """Whether the name of a body without an area tells it from all others: 发展中心 and 公司综合部 stand in a hundred
    articles and mean a hundred bodies.

    >>> says_which("复旦大学", False), says_which("发展中心", False), says_which("公司综合部", True)
    (True, False, False)
    """
    lexicon = load("linking")
    if name.startswith(("公司", "集团", "企业")):
        return False
    if company:
        bare = name
        suffixes = load("bodies")["company_suffixes"]
        while ending := next((s for s in sorted(suffixes, key=len, reverse=True) if bare.endswith(s)), ""):
            bare = bare.removesuffix(ending)
        return bool(bare)
    if name.startswith((*lexicon["national"], *load("bodies")["national"], *lexicon["says_which"])):
        return True
    if named_runs(name, 0, len(name)) or re.search(r"[A-Za-z“]", name):
        return True
    return any(tag_of(word) in ("nt", "ns", "nz") for word in cut(name))
