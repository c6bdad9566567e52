"""Clean text to zones: headline, dateline, byline, body, boilerplate, each with the reason why.

Line by line, by the rules of kg/data/repair/zones.toml; what no rule claims is body. Then the headline is looked for:
the record's title, or the short lines without a full stop before the text begins, or, in articles that come as one
line, what stands before the dateline or the reporter's name. Text is never dropped, only told apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kg.repair.article import Zone, ZoneKind
from kg.repair.zone_rules import Hits, ZoneRules, zone_rules

Part = tuple[int, int, ZoneKind, str]
BODY = "no rule of furniture fits"
TITLED = "the record's title"
OUTSIDE = "outside the main text of the page"
LONGEST_LINE = 400  # furniture that takes a whole line is shorter; longer lines are only looked at for heads and tails
TAIL_WINDOW = 260  # how far from the end of a line a tail may begin
EARLY = 200  # how far into a line a dateline or the reporter's name may stand, after a headline run into it; heads end
MOST_TAILS = 6
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
    hits = rules.hits(text)
    parts: list[Part] = []
    seen, closed = 0, ""
    for start, end in _lines(text):
        if closed:
            parts.append((start, end, "boilerplate", closed))
            continue
        masks = hits.masks(start, end, start + EARLY, end - TAIL_WINDOW)
        mask = masks[0]
        line = text[start : min(end, start + LONGEST_LINE + 1)]
        if outside and _inside(start, outside):
            rule = next((rule for rule in rules.of("line", mask) if rule.pattern.fullmatch(line)), None)
            # Beyond the text, dates stand beside other articles' headlines.
            known = rule is not None and rule.kind == "byline" and (not seen or rule.id != "date-line")
            parts.append((start, end, "byline" if known else "boilerplate", rule.reason if rule else OUTSIDE))
            continue
        rest = next((rule for rule in rules.of("rest", mask) if rule.pattern.match(line)), None) if mask else None
        if rest and seen >= SEEN:
            closed = rest.why
            parts.append((start, end, "boilerplate", closed))
            continue
        found = (
            list(_line_parts(text, start, end, line, rules, hits, masks)) if mask else [_unclaimed(text, start, end)]
        )
        parts += found
        if seen < SEEN:
            seen += sum(_body_size(text, part) for part in found if part[2] == "body")
    parts = _with_headline(text, parts, title)
    return tuple(Zone(kind, start, end, reason) for start, end, kind, reason in parts)


def _unclaimed(text: str, start: int, end: int) -> Part:
    """What no rule claims: body, if there is a word in it."""
    if _WORD.search(text, start, end):
        return start, end, "body", BODY
    return start, end, "boilerplate", "marks without a word"


def _inside(place: int, spans: tuple[tuple[int, int], ...]) -> bool:
    index = bisect_right(spans, (place, len(spans) and spans[-1][1])) - 1
    return index >= 0 and spans[index][0] <= place < spans[index][1]


def _body_size(text: str, part: Part) -> int:
    return len(_HANZI.findall(text, part[0], min(part[1], part[0] + 4 * SEEN)))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends, without blank space; empty lines are left out."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        trimmed = _trim(text, start, end)
        if trimmed[0] < trimmed[1]:
            yield trimmed
        start = end + 1


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return start, end


def _line_parts(
    text: str, start: int, end: int, line: str, rules: ZoneRules, hits: Hits, masks: tuple[int, int, int]
) -> Iterator[Part]:
    mask, head_mask, tail_mask = masks
    if len(line) <= LONGEST_LINE:
        for rule in rules.of("line", mask):
            if rule.pattern.fullmatch(line):
                yield start, end, rule.kind, rule.why
                return
    claimed: list[Part] = []
    first = start
    for rule in rules.of("head", head_mask):
        if rule.kind == "headline" and start and not text.startswith("原标题", start):
            continue
        match = rule.pattern.match(text, first, end)
        if match:
            claimed.append((*_trim(text, *match.span()), rule.kind, rule.why))
            first = match.end()
    last, tails = _tails(text, first, end, rules, hits) if rules.of("tail", tail_mask) else (end, [])
    for rule in (*rules.of("early", head_mask), *rules.of("inside", mask)):
        reach = min(last, start + EARLY) if rule.scope == "early" else last
        for match in rule.pattern.finditer(text, first, reach) if rule.possible(text, first, reach) else ():
            if not any(match.start() < part[1] and part[0] < match.end() for part in claimed):
                claimed.append((*_trim(text, *match.span()), rule.kind, rule.why))
    place = start
    for part in [*sorted(claimed), *tails, (end, end, "body", "")]:
        gap = _trim(text, place, part[0])
        if gap[0] < gap[1]:
            yield _unclaimed(text, *gap)
        if part[0] < part[1]:
            yield part
        place = part[1]


def _tails(text: str, start: int, end: int, rules: ZoneRules, hits: Hits) -> tuple[int, list[Part]]:
    """Peel furniture from the end of a line; where the rest of it ends, and the parts in text order."""
    parts: list[Part] = []
    for _ in range(MOST_TAILS):
        found: Part | None = None
        window = max(start, end - TAIL_WINDOW)
        for rule in rules.of("tail", hits.mask(window, end)):
            if text[end - 1] in rule.never_ends or not rule.possible(text, window, end):
                continue
            match = rule.pattern.search(text, window, end)
            if match and match.start() > start:
                found = (*_trim(text, match.start(), end), rule.kind, rule.why)
                break
        if not found:
            break
        parts.insert(0, found)
        end = _trim(text, start, found[0])[1]
    return end, parts


def _with_headline(text: str, parts: list[Part], title: str | None) -> list[Part]:
    """The parts with the headline told from the body."""
    stated = [
        index
        for index, (start, end, kind, _) in enumerate(parts)
        if kind == "body" and title and text[start:end] == title.strip()
    ]
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
    line = text[start:end]
    followed = parts[index + 1][2] in ("dateline", "byline") if index + 1 < len(parts) else False
    alone = text.find("\n", end, (parts[index + 1][0] if index + 1 < len(parts) else end)) >= 0
    return (
        kind == "body"
        and len(line) <= LONGEST_HEADLINE
        and len(_HANZI.findall(line)) >= 4
        and (alone or followed)
        and not _SENTENCE.search(line.rstrip("！？!?"))
        and line[-1] not in "，、：:,"
    )


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
