"""Which company some words of a sentence mean: by its full name, by a short form of a name that the article gives, or
by a short name alone, where the frame of the sentence expects a company."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from kg.lexicons import alternation, load
from kg.mentions.area_names import named_runs
from kg.mentions.mention import CompanyMention
from kg.mentions.people import name_at
from kg.mentions.reading import Reading, SentenceReading
from kg.mentions.words import cut, frequency, tag_of
from kg.relations.builder_frames import first_words

SHORT_FOR = re.compile(
    r"[（(]?(?:以下|下)?(?:简称|称)(?:为)?[:：]?[“‘「](?P<name>[\u4e00-\u9fffA-Za-z]{2,8})[”’」][）)]?|"
    r"[（(](?:以下|下)?(?:简称|称)[:：]?(?P<bare>[\u4e00-\u9fffA-Za-z]{2,8})[）)]"
)
BRACKETED = re.compile(r"[（(][^（()）]*[）)]")
JOINS = re.compile(r"、|以及|联合|携手|[和与及同]")
QUOTED = re.compile(r"(?:^|公司|企业|平台)“([^“”]{2,8})”$")
# 由甲公司…: what comes before the name of who acts
LEADS_IN = re.compile(
    r"^(?:其中|同时|目前|此外|另外|据悉|据了解|据介绍|近日|日前|近年来|例如|比如|如|像|而|且|并|今年|去年|明年|上半年|下半年"
    r"|此次|本次|截至目前|当前|在这里|这里|这是|这|也是|是|为|经|被|\d{4}年(?:底|初)?|\d{1,2}月(?:份|底|初)?|\d{1,2}日"
    r"|上午|下午|昨日|昨天|今天|今日|“?十[一二三四五]五”?(?:期间|时期)?)+"
)
LEADS = re.compile(
    r"(?:(?:由|来自|总部(?:位于|在))[^，。；]{2,16}的|[^，。；]{0,16}(?:企业|央企|国企|巨头|龙头|平台))?"
)
SUBJECT = re.compile(
    r"(?P<who>[\u4e00-\u9fffA-Za-z、]{2,20}?)(?=将|拟|计划|宣布|公告|正在|已|近日|日前|选址|落户|投资|斥资|瞄准|聚焦|看中)"
)
NATION = re.compile(
    r"^(?:(?:总部)?(?:位于|来自|在)[^，。；]{2,12}?的|(?:世界|中国|全国|民营企业|全球)?\d{2,3}强(?:企业)?|[美韩日德法英港台]资企业"
    r"|[美德法英韩俄]国|日本|新加坡|瑞[士典]|荷兰|丹麦|意大利|西班牙|台湾|香港|澳门|加拿大|马来西亚|泰国|以色列|奥地利|芬兰|挪威|比利时|沙特)"
)
TRAILING = re.compile(
    r"(?:近日|日前|昨日|昨天|今天|今日|此前|去年|今年|最近|近期|继|自|从|已经|正在|目前|也|还|又|再|都|均|正|已|将|拟|以|新|则|并|总|预计|计划)+$"
)
OTHERS = re.compile(
    r"等?(?:[\d一二三四五六七八九十两多几]+家)?(?:龙头|骨干|知名|大型|央|国)?(?:企业|公司|单位)$|等$|[（(][^（()）]*[）)]$"
)
OFFICE = re.compile(r"(?<![一二三四五六七八九十路])局$|[中省市县区镇乡村委厅署院会部处科室办队站所校组园]$")
NEVER_IN = re.compile(
    r"大力|积极|加快|着力|[的这该其们了着过以为签]|项目|工程|推进|全市|全县|全省|全区|全国|我[国省市县区]"
    r"|[0-9一二三四五六七八九十两几多]+[个家座条项处名户]"
)
RARE = 80  # jieba's count below which a word of its dictionary is more likely a piece of a name
LONGEST_SHORT = 9
NAMES = ("nz", "nt", "nr", "nrt", "x", "j")


@cache
def _lines() -> tuple[str, ...]:
    return tuple(sorted({*load("companies")["lines_of_business"], *load("companies")["trades"]}, key=lambda w: -len(w)))


@cache
def _suffix() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(load('companies')['suffixes'])}|集团)+$")


@lru_cache(maxsize=4096)
def short_forms(full: str) -> tuple[str, ...]:
    """The forms that a paper shortens a company's name to, the longest first: without its kind, its area, and its lines
    of business.

    >>> short_forms("平原县鹤鸣云帆新材料科技有限公司")
    ('鹤鸣云帆新材料科技', '鹤鸣云帆新材料', '鹤鸣云帆')
    """
    name = BRACKETED.sub("", full)
    first = next((run for run in named_runs(name, 0, len(name)) if run.start == 0), None)
    name = name[first.end :] if first is not None else name
    name = re.sub(r"^[省市县区]", "", NATION.sub("", name))
    name = _suffix().sub("", name)
    found, left = [], [name]
    while left:
        name = left.pop(0)
        if len(name) < 2 or name in found:
            continue
        found.append(name)
        line = next((line for line in _lines() if name.endswith(line)), "")  # 新材料 as a whole, never 材料 alone
        left += [name.removesuffix(line)] if line else []
    return tuple(sorted((form for form in found if _is_own(form)), key=lambda form: (-len(form), form)))


def _of_an_area(full: str) -> bool:
    """Whether a name has an area in brackets: 云帆电器（平原）有限公司 is a daughter of what is called 云帆电器."""
    bracket = BRACKETED.search(full)
    inside = bracket[0][1:-1] if bracket else ""
    return any(run.start == 0 and run.end == len(inside) for run in named_runs(inside, 0, len(inside)))


def _is_own(name: str) -> bool:
    """Whether a short form is a name and no word: 鹤鸣, which the dictionary lacks, not 城市."""
    words = cut(name)
    if len(words) == 1:
        return tag_of(name) in NAMES or frequency(name) < RARE
    return len(name) >= 3 or all(len(word) == 1 for word in words)


@cache
def _verb_last() -> re.Pattern[str]:
    return re.compile(
        rf"(?:参与|负责|牵头|共同|联合)*(?:{alternation(load('companies')['build_verbs'])}|控股|设计|开发)$"
    )


class CompanyNames:
    """The companies of an article, and what it calls them."""

    def __init__(self, reading: Reading) -> None:
        full = sorted({c.name for s in reading.having["companies"] for c in s.companies})
        forms: dict[str, set[str]] = defaultdict(set)
        for name in full:
            for form in short_forms(name):
                forms[form].add(form if _of_an_area(name) else name)
        text = reading.article.text
        if "称" in text:
            for match in SHORT_FOR.finditer(text):
                named = [c for s in reading.having["companies"] for c in s.companies if c.end == match.start()]
                if named:
                    forms[match["name"] or match["bare"]] = {named[0].name}
        self.forms: Mapping[str, str] = {form: _fullest(form, names) for form, names in forms.items()}
        self.longest = max(map(len, self.forms), default=0)

    def ending(self, text: str, left: int, end: int) -> CompanyMention | None:
        """The company whose short form ends at `end`, the longest, not beginning before `left`."""
        for length in range(min(self.longest, end - left), 1, -1):
            full = self.forms.get(text[end - length : end])
            if full is not None:
                return CompanyMention(end - length, end, full)
        return None

    def beginning(self, text: str, start: int, end: int) -> CompanyMention | None:
        """The company whose short form begins at `start`."""
        for length in range(min(self.longest, end - start), 1, -1):
            full = self.forms.get(text[start : start + length])
            if full is not None:
                return CompanyMention(start, start + length, full)
        return None


def _fullest(form: str, names: set[str]) -> str:
    """The one name that the others are parts of; the form itself where it may mean two companies."""
    longest = max(names, key=lambda name: (len(name), name))
    return longest if all(_suffix().sub("", name) in longest for name in names) else form


@lru_cache(maxsize=1)
def names_of(reading: Reading) -> CompanyNames:
    """The names of an article's companies, read once."""
    return CompanyNames(reading)


def companies_in(
    reading: Reading, sentence: SentenceReading, start: int, end: int, named: bool = False
) -> list[CompanyMention]:
    """The companies that the words `text[start:end]`, the subject of a verb of building, name; words of the row that
    name none are left out. `named` allows only those that the article names in full."""
    text = sentence.text
    by = text.rfind("由", start, end)
    start = by + 1 if by >= 0 else start
    found: list[CompanyMention] = []
    for left, right in _parts(text, start, end, sentence):
        company = _company(reading, sentence, left, right, named)
        if company is not None:
            found.append(company)
    return found


def subjects_of(reading: Reading, sentence: SentenceReading, before: int) -> Iterator[list[CompanyMention]]:
    """The companies that may be the subject of a clause that begins at `before` without one: those that an earlier
    clause begins with, the nearest first, and those that the sentence begins with behind its date."""
    text, names = sentence.text, names_of(reading)
    for company in reversed(sentence.companies):
        begins = company.start == sentence.start or text[company.start - 1] in "，：“"
        if company.end < before and begins and company.name not in load("companies")["generic"]:
            yield [company]
    for start in dict.fromkeys((sentence.start, first_words(sentence))):
        for company in sentence.companies:
            if start < company.start and LEADS.fullmatch(text, start, company.start):
                yield [company] if company.name not in load("companies")["generic"] else []
        area = next((a.end for a in sentence.areas if a.start == start), start)
        known = names.beginning(text, start, sentence.end) or names.beginning(text, area, sentence.end)
        if known is not None:
            yield [known]
        row = SUBJECT.match(text, start, sentence.end)
        if row is not None and (found := companies_in(reading, sentence, *row.span("who"))):
            yield found


def _parts(text: str, start: int, end: int, sentence: SentenceReading) -> Iterator[tuple[int, int]]:
    """The items of a row (甲、乙和丙), not cut inside a company's full name."""
    at = start
    for join in JOINS.finditer(text, start, end):
        if any(c.start < join.end() and join.start() < c.end for c in sentence.companies):
            continue
        if join.start() > at:
            yield at, join.start()
        at = join.end()
    if at < end:
        yield at, end


def _company(reading: Reading, sentence: SentenceReading, left: int, right: int, named: bool) -> CompanyMention | None:
    text = sentence.text
    if (verb := _verb_last().search(text, left, right)) is not None and verb.start() > left + 2:
        right = verb.start()  # 由甲公司投资建设、乙公司承建的某项目
    if trailing := TRAILING.search(text, left, right):
        right = trailing.start()
    if not any(c.end == right for c in sentence.companies) and (others := OTHERS.search(text, left, right)):
        right = others.start()
    for company in sentence.companies:
        if company.end == right and company.start >= left - 1 and company.name not in load("companies")["generic"]:
            return company
    name = text[left:right]
    known = names_of(reading).ending(text, left, right)
    if known is not None and _introduces(sentence, left, known.start):
        return None if _of_another_area(text[left : known.start], known.name) else known
    if named:
        return None
    if quoted := QUOTED.search(name):
        left, right, name = left + quoted.start(1), right - 1, quoted[1]
    first = LEADS_IN.match(name)
    left += first.end() if first else 0
    if (nation := NATION.match(text[left:right])) is not None and right - left - nation.end() >= 2:
        left += nation.end()
    name = text[left:right]
    if any((a.start <= left and right <= a.end) or (a.start < right < a.end) for a in sentence.areas):
        return None
    if any(a.start == left and right - a.end < 2 for a in sentence.areas):
        return None
    if not may_be_company(name) or _is_person(reading, sentence, left, right):
        return None
    return CompanyMention(left, right, name)


def _introduces(sentence: SentenceReading, left: int, start: int) -> bool:
    """Whether the words before a short name leave it one: nothing, its area, or what it is said to be."""
    before = sentence.text[left:start]
    if not before or LEADS_IN.fullmatch(before) or NATION.fullmatch(before) or before.endswith("的"):
        return True
    if before.endswith(("”", "“", "）", ")")) or before.endswith(load("companies")["called_companies"]):
        return True
    return any(a.end == start for a in sentence.areas)


def _of_another_area(before: str, full: str) -> bool:
    """Whether a short name stands behind another area than its company's: 甲市云帆 is not 乙市云帆电子有限公司.

    >>> _of_another_area("青岛", "淄博鹤鸣电子有限公司"), _of_another_area("淄博", "淄博鹤鸣电子有限公司")
    (True, False)
    """
    said = next((run for run in named_runs(before, 0, len(before)) if run.end == len(before)), None)
    own = next((run for run in named_runs(full, 0, len(full)) if run.start == 0), None)
    return (
        said is not None
        and own is not None
        and not set(said.surfaces) & set(own.surfaces)
        and (said.surfaces[-1][:2] not in full and own.surfaces[-1][:2] not in before)
    )


def _is_person(reading: Reading, sentence: SentenceReading, left: int, right: int) -> bool:
    if right - left > 3:
        return any(h.start < right and left < h.end for h in sentence.holdings)
    match = name_at(sentence.text, left, right)
    return match is not None and match.end == right


@lru_cache(maxsize=4096)
def may_be_company(name: str) -> bool:
    """Whether words that stand as the subject of a verb of building can be a company's short name: the dictionary lacks
    them, or lists them as a name, and they do not end like a body, a group of people or a thing.

    >>> may_be_company("鹤鸣云帆"), may_be_company("丙电科技"), may_be_company("当地政府"), may_be_company("市财政")
    (True, True, False, False)
    """
    if (
        not 2 <= len(name) <= LONGEST_SHORT
        or not re.fullmatch(r"[\u4e00-\u9fffA-Za-z·]+", name)
        or NEVER_IN.search(name)
    ):
        return False
    traded = any(name.endswith(line) and len(name) - len(line) >= 2 for line in _lines())
    if not traded and (OFFICE.search(name) or name.endswith(load("companies")["no_companies"])):
        return False
    words = cut(name)
    if len(name) == 2:
        return len(words) == 1 and tag_of(name) in ("nz", "nt", "nrt", "nr")
    if any(_is_plain(word) for word in words):
        return False
    own = sum(len(word) for word in words if tag_of(word) in NAMES or len(word) == 1 or frequency(word) < RARE)
    if re.search(r"[A-Za-z]{2}", name):
        return True
    return (len(name) >= 3 and own >= 2) or (traded and own >= 1)


def _is_plain(word: str) -> bool:
    """Whether a word is one that no name holds: a common verb, pronoun, number or particle of two characters."""
    common = len(word) > 1 and frequency(word) >= RARE and tag_of(word) != "vn" and word not in _lines()
    return common and tag_of(word).startswith(("v", "r", "d", "p", "c", "m", "t"))
