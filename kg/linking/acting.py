"""Acting posts: 代市长 and 代理市长 are one post, apart from that of the 市长 for whom its holder acts."""

from __future__ import annotations

import re

# 代 alone is read only before heads of governments, assemblies and courts: 代表 and 代办 act for no post.
ACTING = re.compile(r"代(?:理|(?=[省市县区镇乡州盟旗]长|主席|检察长|院长))")


def full_title(title: str) -> str | None:
    """The title that an acting one stands in for; None for any other.

    >>> full_title("代县长"), full_title("代理县长"), full_title("县长"), full_title("代表")
    ('县长', '县长', None, None)
    """
    match = ACTING.match(title)
    return title[match.end() :] if match else None


def one_form(title: str) -> str:
    """The title by which a post is identified: an acting one always with 代理.

    >>> one_form("代县长"), one_form("代理县长"), one_form("县长")
    ('代理县长', '代理县长', '县长')
    """
    full = full_title(title)
    return title if full is None else f"代理{full}"
