"""Clean text to zones: headline, dateline, byline, body, boilerplate, each with the reason why.

Line by line, by the rules of kg/data/repair/zones.toml; what no rule claims is body. Then the headline is looked for:
the record's title, or the short lines without a full stop before the text begins, or, in articles that come as one
line, what stands before the dateline or the reporter's name. Text is never dropped, only told apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kg.repair.article import Zone, ZoneKind
from kg.repair.blocks import line_blocks
from kg.repair.zone_rules import HEAD, TAIL, Hits, Plan, ZoneRule, ZoneRules, zone_rules

Part = tuple[int, int, ZoneKind, str]
BODY = "no rule of furniture fits"
TITLED = "the record's title"
OUTSIDE = "outside the main text of the page"
LONGEST_LINE = 400  # furniture that takes a whole line is shorter; longer lines are only looked at for heads and tails
MOST_TAILS = 6
NOTHING = Plan((), (), (), (), (), ())
SEEN = 30  # Chinese characters of body before a notice may end the article; the same words head some pages
LONGEST_HEADLINE, MOST_HEADLINES = 60, 3
_SENTENCE = re.compile(r"[。！？!?；;]")
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[^\W_]")
_BLANK = " \t\n\u3000"


def find_zones(text: str, title: str | None = None, outside: tuple[tuple[int, int], ...] = ()) -> tuple[Zone, ...]:
    """The zones of a clean text, in order, not overlapping, without the blank space around them.

    `outside` are places that the page's own markup sets apart from its main text.

    >>> text = "平原签约新项目\\n本报讯 4月6日，项目签约。\\n编辑：王某"
    >>> [(zone.kind, text[zone.start:zone.end]) for zone in find_zones(text)]
    [('headline', '平原签约新项目'), ('dateline', '本报讯'), ('body', '4月6日，项目签约。'), ('byline', '编辑：王某')]
    """
    rules = zone_rules()
    parts: list[Part] = []
    closed = ""
    for start, end, hits in _lines(text, rules):
        if closed:
            parts.append((start, end, "boilerplate", closed))
            continue
        plan = rules.plan(hits, start, end)
        if plan is None and not outside:
            parts.append(_unclaimed(text, start, end))
            continue
        plan = plan or NOTHING
        line = text[start : min(end, start + LONGEST_LINE + 1)]
        if outside and _inside(start, outside):
            rule = next((rule for rule in plan.line if rule.pattern.fullmatch(line)), None)
            # Beyond the text, dates stand beside other articles' headlines.
            known = (
                rule is not None and rule.kind == "byline" and (rule.id != "date-line" or not _has_body(text, parts, 1))
            )
            parts.append((start, end, "byline" if known else "boilerplate", rule.reason if rule else OUTSIDE))
            continue
        rest = next((rule for rule in plan.rest if rule.pattern.match(line)), None) if plan.rest else None
        if rest and _has_body(text, parts, SEEN):
            closed = rest.why
            parts.append((start, end, "boilerplate", closed))
            continue
        parts += _line_parts(text, start, end, line, rules, hits, plan)
    parts = _with_headline(text, parts, title)
    return tuple([Zone(kind, start, end, reason) for start, end, kind, reason in parts])


def _unclaimed(text: str, start: int, end: int) -> Part:
    """What no rule claims: body, if there is a word in it."""
    if _WORD.search(text, start, end):
        return start, end, "body", BODY
    return start, end, "boilerplate", "marks without a word"


def _inside(place: int, spans: tuple[tuple[int, int], ...]) -> bool:
    index = bisect_right(spans, (place, len(spans) and spans[-1][1])) - 1
    return index >= 0 and spans[index][0] <= place < spans[index][1]


def _has_body(text: str, parts: list[Part], characters: int) -> bool:
    """Whether so many Chinese characters of body are among the parts."""
    seen = 0
    for start, end, kind, _ in parts:
        if kind == "body":
            seen += len(_HANZI.findall(text, start, min(end, start + 4 * SEEN)))
            if seen >= characters:
                return True
    return False


def _lines(text: str, rules: ZoneRules) -> Iterator[tuple[int, int, Hits]]:
    """Where each line begins and ends, without blank space, and the words of rules on it and its neighbours; empty
    lines are left out."""
    for start, last in line_blocks(text):
        hits = rules.hits(text, start, last)
        for line in text[start:last].split("\n"):
            end = start + len(line)
            if line and (line[0] in _BLANK or line[-1] in _BLANK):
                trimmed = _trim(text, start, end)
                if trimmed[0] < trimmed[1]:
                    yield *trimmed, hits
            elif line:
                yield start, end, hits
            start = end + 1


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return start, end


def _line_parts(text: str, start: int, end: int, line: str, rules: ZoneRules, hits: Hits, plan: Plan) -> list[Part]:
    if len(line) <= LONGEST_LINE:
        for rule in plan.line:
            if rule.pattern.fullmatch(line):
                return [(start, end, rule.kind, rule.why)]
    claimed: list[Part] = []
    first = start
    for rule in plan.head:
        if rule.kind == "headline" and start and not text.startswith("原标题", start):
            continue
        match = rule.match(text, first, end, hits)
        if match:
            claimed.append((*_trim(text, *match.span()), rule.kind, rule.why))
            first = match.end()
    last, tails = _tails(text, first, end, rules, hits, plan.tail) if plan.tail else (end, [])
    for rule in plan.early:
        _claim(claimed, text, rule, rule.matches(text, first, min(last, start + HEAD), hits))
    for rule in plan.inside:
        _claim(claimed, text, rule, rule.matches(text, first, last, hits))
    if not claimed and not tails:
        return [_unclaimed(text, start, end)]
    parts: list[Part] = []
    place = start
    for part in [*sorted(claimed), *tails, (end, end, "body", "")]:
        gap = _trim(text, place, part[0])
        if gap[0] < gap[1]:
            parts.append(_unclaimed(text, *gap))
        if part[0] < part[1]:
            parts.append(part)
        place = part[1]
    return parts


def _claim(claimed: list[Part], text: str, rule: ZoneRule, matches: Iterable[re.Match[str]]) -> None:
    """Add what a rule claims and none before it did."""
    for match in matches:
        if not any(match.start() < part[1] and part[0] < match.end() for part in claimed):
            claimed.append((*_trim(text, *match.span()), rule.kind, rule.why))


def _tails(
    text: str, start: int, end: int, rules: ZoneRules, hits: Hits, tried: tuple[ZoneRule, ...]
) -> tuple[int, list[Part]]:
    """Peel furniture from the end of a line; where the rest of it ends, and the parts in text order."""
    parts: list[Part] = []
    for _ in range(MOST_TAILS):
        found: Part | None = None
        window = max(start, end - TAIL)
        for rule in tried:
            if text[end - 1] in rule.never_ends:
                continue
            match = rule.first(text, window, end, hits)
            if match and match.start() > start:
                found = (*_trim(text, match.start(), end), rule.kind, rule.why)
                break
        if not found:
            break
        parts.insert(0, found)
        end = _trim(text, start, found[0])[1]
        tried = rules.of("tail", hits.mask(max(start, end - TAIL), end))
    return end, parts


def _with_headline(text: str, parts: list[Part], title: str | None) -> list[Part]:
    """The parts with the headline told from the body."""
    stated = (
        [
            index
            for index, (start, end, kind, _) in enumerate(parts)
            if kind == "body" and text[start:end] == title.strip()
        ]
        if title
        else []
    )
    for index in stated:
        start, end, *_ = parts[index]
        again = index != stated[0]
        parts[index] = (start, end, "boilerplate", "the headline again") if again else (start, end, "headline", TITLED)
    if stated or any(part[2] == "headline" for part in parts):
        return parts
    first = next((index for index, part in enumerate(parts) if part[2] == "body"), None)
    if first is None:
        return parts
    run = 0
    while run < MOST_HEADLINES and first + run < len(parts) and _like_headline(text, parts, first + run):
        run += 1
    if not run or not _text_follows(text, parts, first + run):
        return parts
    run = _without_subheads(text, parts, first, run)
    found: list[Part] = [
        (start, end, "headline", "short line before the text begins") for start, end, *_ in parts[first : first + run]
    ]
    return [*parts[:first], *found, *parts[first + run :]]


def _like_headline(text: str, parts: list[Part], index: int) -> bool:
    start, end, kind, _ = parts[index]
    if kind != "body" or end - start > LONGEST_HEADLINE or text[end - 1] in "，、：:,":
        return False
    line = text[start:end]
    followed = parts[index + 1][2] in ("dateline", "byline") if index + 1 < len(parts) else False
    alone = text.find("\n", end, (parts[index + 1][0] if index + 1 < len(parts) else end)) >= 0
    return (alone or followed) and not _SENTENCE.search(line.rstrip("！？!?")) and len(_HANZI.findall(line)) >= 4


def _text_follows(text: str, parts: list[Part], index: int) -> bool:
    """Whether running text comes after: without it, short lines are a list or a page of links."""
    return any(
        kind == "body" and _SENTENCE.search(text, start, end) for start, end, kind, _ in parts[index : index + 8]
    )


def _without_subheads(text: str, parts: list[Part], first: int, run: int) -> int:
    """How many of the short lines are headline: those before a byline, else the first and one that continues it."""
    after = parts[first + run][2] if first + run < len(parts) else "body"
    if after in ("byline", "dateline") or run == 1:
        return run
    return 2 if text[parts[first + 1][0]] in "—-" else 1
