"""How well a graph says what careful readers found in the same articles: precision, recall and F1 of each relation.

The rules are those of the annotation guideline ("What counts as a fact"), as its own scorer (`score.py`) applies them;
the figures of both agree. A graph is read through `facts.rq` beside this file, so what is scored is what any SPARQL
user sees. A required fact found a second time under another node is wrong.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

HERE = Path(__file__).parent
MISSION = ("leads", "hosts", "invests", "directs")
RELATIONS = (*MISSION, "holds", "builds", "batch", "targets")
PROJECT_SIDE = {"hosts": "object", "invests": "subject", "builds": "object"}
MOST_NAMES = 12  # an entity is matched by its first names only: names are no lottery tickets
NUMBERS = ("value", "currency", "count", "unit", "year")

_NOISE = re.compile(r"[\s《》〈〉“”‘’「」『』【】\"'`·•・,，、]+")
_BRACKETS = re.compile(r"[(\[【（][^()\[\]（）【】]*[)\]】）]")
_PROJECT = re.compile(r"(?:建设项目|工程项目|项目)$")
_NOT_IN_OFFICE = ("副", "原", "前", "前任", "时任", "曾任", "拟任", "候任")
_COUNTERS = str.maketrans("家户名人位项所处", "个" * 8)


def forms(names: Iterable[str], project: bool = False) -> frozenset[str]:
    """All spellings under which the names may match others: without noise, with and without what is in brackets, and
    projects without the word 项目.

    >>> sorted(forms(["“甲”产业园（二期）项目"], project=True))
    ['甲产业园', '甲产业园(二期)', '甲产业园(二期)项目', '甲产业园二期', '甲产业园二期项目', '甲产业园项目']
    """
    found: set[str] = set()
    for name in names:
        wide = unicodedata.normalize("NFKC", str(name))
        for spelling in (wide, _BRACKETS.sub("", wide), re.sub(r"[()\[\]]", "", wide)):
            bare = _NOISE.sub("", spelling)
            found |= {bare, _PROJECT.sub("", bare)} if project else {bare}
    return frozenset(found - {""})


@dataclass(frozen=True)
class Fact:
    """A fact, gold or found: its relation, the names of both sides, and what else the relation says."""

    relation: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    extra: Mapping[str, object] = field(default_factory=dict)
    quote: str = ""
    optional: bool = False

    def __str__(self) -> str:
        kept = {k: v for k, v in self.extra.items() if k in ("yuan", "post", "titles", *NUMBERS) and v is not None}
        return f"{self.relation}({'|'.join(self.subjects[:3])} → {'|'.join(self.objects[:3])} {kept or ''})"

    @property
    def subject_forms(self) -> frozenset[str]:
        return forms(self.subjects, PROJECT_SIDE.get(self.relation) == "subject")

    @property
    def object_forms(self) -> frozenset[str]:
        return forms(self.objects, PROJECT_SIDE.get(self.relation) == "object")

    def matches(self, gold: Fact) -> bool:
        """Whether this found fact is the gold one."""
        mine, wanted = self.extra, gold.extra
        if self.relation != gold.relation or not self.subject_forms & gold.subject_forms:
            return False
        if self.relation == "invests":
            same_currency = (mine.get("currency") or "CNY") == wanted.get("currency", "CNY")
            return same_currency and accepted(mine.get("value"), wanted["yuan"])
        if self.relation == "batch":
            return accepted(mine.get("count"), wanted.get("count")) and accepted(mine.get("value"), wanted.get("yuan"))
        if not self.object_forms & gold.object_forms:
            return False
        if self.relation == "targets":
            year = wanted.get("year")
            same_year = year is None or str(mine.get("year") or "")[:4] == str(year)
            same = same_year and same_unit(mine.get("unit"), wanted.get("unit"))
            return same and accepted(mine.get("value"), wanted["value"])
        if self.relation == "holds" and wanted.get("post"):
            held, allowed = forms(mine.get("titles", ())), forms(wanted["post"])  # type: ignore[arg-type]
            return any(same_title(title, good) for title in held for good in allowed)
        return True


def accepted(value: object, gold: object) -> bool:
    """Whether `value` is the gold number or one of a gold list, within half a percent; None stands for no value.

    >>> accepted("500", 501), accepted("500", [None, 600]), accepted(None, [None, 600])
    (True, False, True)
    """
    choices = gold if isinstance(gold, list) else [gold]
    return any(value is None if choice is None else _close(value, choice) for choice in choices)


def _close(one: object, other: object) -> bool:
    try:
        a, b = (float(str(number).replace(",", "")) for number in (one, other))
    except ValueError:
        return False
    return abs(a - b) <= 0.005 * max(abs(a), abs(b), 1e-9)


def same_title(one: str, other: str) -> bool:
    """县委书记 and 书记 are one title; 副书记 and 书记 are not, nor 原市长 and 市长.

    >>> same_title("县委书记", "书记"), same_title("副书记", "书记"), same_title("原市长", "市长")
    (True, False, False)
    """
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and not long[: len(long) - len(short)].endswith(_NOT_IN_OFFICE)


def same_unit(found: object, gold: object) -> bool:
    """亿 and 亿元, 家 and 个 are one unit; a gold unit that is empty or absent accepts any."""

    def plain(unit: object) -> str:
        return unicodedata.normalize("NFKC", str(unit or "")).replace("元", "").translate(_COUNTERS)

    choices = gold if isinstance(gold, list) else [gold]
    return any(not choice or plain(choice) == plain(found) for choice in choices)


def read_gold(path: Path = HERE / "seeds.gold.jsonl") -> dict[str, list[Fact]]:
    """{article: its gold facts}."""
    gold = {}
    for row in map(json.loads, filter(str.strip, path.read_text(encoding="utf-8").splitlines())):
        gold[row["doc"]] = [
            Fact(f["relation"], tuple(f["subject"]), tuple(map(str, f.get("object") or ())), f, f.get("quote", ""),
                 bool(f.get("optional")))
            for f in row["facts"]
        ]  # fmt: skip
    return gold


def read_graph(paths: Iterable[Path]) -> dict[str, list[Fact]]:
    """{article: the published facts that the graph's files find in it}."""
    names: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    numbers: dict[tuple[str, ...], dict[str, object]] = defaultdict(dict)
    for row in _rows(paths):
        relation = re.split(r"[#/]", row["relation"])[-1]
        key: tuple[str, ...] = (row["doc"], relation, row["subject"], row["object"])
        names[key]["subjects"].add(row["subjectName"])
        names[key]["objects"].add(row["objectName"])
        if "title" in row:
            names[key]["titles"].add(row["title"])
        numbers[key] |= {name: row[name] for name in NUMBERS if name in row}
    found: dict[str, list[Fact]] = defaultdict(list)
    for key, said in names.items():
        relation = {"announces": "batch"}.get(key[1], key[1])
        if relation in RELATIONS:
            subjects, objects = (tuple(sorted(said[side])[:MOST_NAMES]) for side in ("subjects", "objects"))
            found[key[0]].append(Fact(relation, subjects, objects, {**numbers[key], "titles": sorted(said["titles"])}))
    return found


def _rows(paths: Iterable[Path]) -> Iterator[dict[str, str]]:
    store = ox.Store()
    for path in paths:
        store.load(path=str(path))
    rows = store.query((HERE / "facts.rq").read_text(encoding="utf-8"), use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    variables = [variable.value for variable in rows.variables]
    for row in rows:
        yield {name: term.value for name in variables if (term := row[name]) is not None}


@dataclass
class Tally:
    """What was asked for, found, wrong and missed; two tallies add up."""

    gold: int = 0
    hit: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        sums = (self.gold + other.gold, self.hit + other.hit, self.wrong + other.wrong, self.missed + other.missed)
        return Tally(*sums)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing is right."""
        return 2 * self.hit / (self.gold + self.hit + self.wrong) if self.hit else 0.0


@dataclass(frozen=True)
class Score:
    """Tallies by relation and for the groups MISSION and ALL, and what was missed and wrong in words."""

    tallies: Mapping[str, Tally]
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    def __str__(self) -> str:
        rows = [f"{name:10} F1 {t.f1:.3f}  {t.hit} of {t.gold}, {t.wrong} wrong" for name, t in self.tallies.items()]
        missed = [f"missed  {words}" for words in self.missed]
        return "\n".join([*rows, *missed, *(f"wrong   {words}" for words in self.wrong)])


def score(gold: Mapping[str, list[Fact]], found: Mapping[str, list[Fact]]) -> Score:
    """Compare article by article; each gold fact is found once, required ones before optional ones."""
    tallies = {relation: Tally() for relation in RELATIONS}
    missed, wrong = [], []
    for doc, facts in gold.items():
        used: set[int] = set()
        for one in found.get(doc, ()):
            matching = [place for place, fact in enumerate(facts) if one.matches(fact)]
            fresh = sorted((place for place in matching if place not in used), key=lambda place: facts[place].optional)
            if fresh:
                used.add(fresh[0])
                tallies[one.relation].hit += not facts[fresh[0]].optional
            elif not matching or not all(facts[place].optional for place in matching):
                tallies[one.relation].wrong += 1
                wrong.append(f"{doc}: {one}{' (twice)' if matching else ''}")
        for place, fact in enumerate(facts):
            if not fact.optional:
                tallies[fact.relation].gold += 1
                if place not in used:
                    tallies[fact.relation].missed += 1
                    missed.append(f"{doc}: {fact}  «{fact.quote}»")
    groups = {"MISSION": MISSION, "ALL": RELATIONS}
    sums = {name: sum((tallies[relation] for relation in group), Tally()) for name, group in groups.items()}
    return Score({**tallies, **sums}, tuple(missed), tuple(wrong))
