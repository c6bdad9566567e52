"""The administrative divisions of China, province to township: codes, names, short forms, and which one a name means.

Data: `kg/data/divisions/` (made by `scripts/make_divisions.py`, sources and licences in its NOTICE). Codes are those of
GB/T 2260 (six digits) down to the county, the twelve digits of the source for townships. A county that no prefecture
governs (济源市, and the districts of 北京市) has its province as parent; GB/T 2260's bookkeeping rows (市辖区,
省直辖县级行政区划) are no divisions.

>>> gazetteer = load()
>>> county = gazetteer.by_code("371426")
>>> gazetteer.path(county)
'山东省德州市平原县'
>>> gazetteer.resolve("市中区", [gazetteer.by_code("370400")]).code
'370402'
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from kg.gazetteer.former import History, Past, history, is_told_by
from kg.gazetteer.names import Naming, read_naming

Level = Literal["province", "prefecture", "county", "township"]
LEVELS: tuple[Level, ...] = ("province", "prefecture", "county", "township")
_DEPTH = {level: depth for depth, level in enumerate(LEVELS)}
SCOPES: tuple[Level, ...] = ("county", "prefecture", "province")
"""In which order `Gazetteer.resolve` widens the circle around the context."""


@dataclass(frozen=True, slots=True)
class Division:
    """One division of today. `parent` is the code of the division above, None for a province. Where GB/T 2260 has no
    code (the cities and counties of 台湾省) `code` is the parent's with the name behind it: see `coded`."""

    code: str
    name: str
    level: Level
    parent: str | None


def coded(code: str) -> bool:
    """Whether this is a code of GB/T 2260 or of the statistics office, not one that the table makes up; of a former
    division with the year in which it went.

    >>> coded("371426"), coded("710000台北市"), coded("371324-2014")
    (True, False, True)
    """
    return code.partition("-")[0].isdigit()


@dataclass(frozen=True, slots=True)
class FormerDivision:
    """A code and name that no division has today (陵县, 苍山县, 平原县 under its code of 1990).

    `first` and `last` are years, None where no source tells; `first` is 1980, the year of the oldest table, for all
    that is older, and `last` the year in which it went. `successors` are codes of today, () where not known.
    """

    code: str
    name: str
    level: Level
    parent: str | None
    first: int | None
    last: int | None
    successors: tuple[str, ...]


class Gazetteer:
    """All divisions, by code and by name. Immutable; made by `load`. Every order is by code. `past` are those that are
    no more: they are found by their code (`by_code`) and by names that no division has today."""

    def __init__(self, divisions: Sequence[Division], naming: Naming, past: History | None = None) -> None:
        self._past = past or History()
        self._gone = {each.id: _division(each) for each in self._past.by_id.values()}
        self._by_code = {division.code: division for division in divisions}
        self._above: dict[str, tuple[Division, ...]] = {}
        self._circles: dict[str, dict[str, Division]] = {}
        self._naming = naming
        full: dict[str, list[Division]] = defaultdict(list)
        short: dict[str, list[Division]] = defaultdict(list)
        for division in sorted(divisions, key=lambda division: division.code):
            full[division.name].append(division)
            for form in naming.forms(division.name, division.level):
                short[form].append(division)
        self._full = {name: tuple(found) for name, found in full.items()}
        self._short = {form: tuple(found) for form, found in short.items()}
        told: dict[str, list[Division]] = defaultdict(list)
        for division in (each for name in naming.never for each in self._full.get(name, ())):
            stem = naming.stem_told(division.name, division.level)
            if stem and stem not in self._full and stem not in self._short:
                told[stem].append(division)
        self._told = {stem: tuple(sorted(found, key=lambda each: each.code)) for stem, found in sorted(told.items())}

    def __len__(self) -> int:
        return len(self._by_code)

    def __iter__(self) -> Iterator[Division]:
        return iter(self._by_code.values())

    def by_code(self, code: str) -> Division:
        """The division of today with this code, or the former one with this id. KeyError where there is none.

        >>> load().path(load().by_code("371421")), load().by_code("371324-2014").name
        ('山东省德州市陵县', '苍山县')
        """
        try:
            return self._by_code.get(code) or self._gone[code]
        except KeyError:
            raise KeyError(f"no division has or had the code {code!r}") from None

    def is_gone(self, code: str) -> bool:
        """Whether the division is one that is no more."""
        return code not in self._by_code

    def was(self, code: str, year: int | None) -> bool:
        """Whether the division with this code was there in `year`; one of today always is."""
        past = self._past.by_id.get(code)
        return past is None or (year is not None and past.first <= year <= past.last)

    def successors(self, code: str) -> tuple[Division, ...]:
        """What a former division became; () for one of today, and where no source tells.

        >>> [load().path(division) for division in load().successors("341521")]
        ['安徽省淮南市寿县']
        """
        past = self._past.by_id.get(code)
        return tuple(self._by_code[each] for each in past.successors) if past is not None else ()

    def today(self, code: str) -> str:
        """The code of today of the one division that a former one became; else `code` itself."""
        became = self.successors(code)
        return became[0].code if len(became) == 1 else code

    def in_year(self, division: Division, surface: str, year: int | None) -> Division:
        """What `surface`, which means `division` by the names of today and before, meant in `year`: the division that
        had the name then and became this one. In the year of a change itself the table does not tell: nothing changes.

        >>> gazetteer = load()
        >>> shou = gazetteer.named("寿县")[0]
        >>> [gazetteer.path(gazetteer.in_year(shou, "寿县", year)) for year in (2012, 2020)]
        ['安徽省六安市寿县', '安徽省淮南市寿县']
        """
        if year is None or division.level == "township":
            return division
        gone = self._past.by_id.get(division.code)
        own = self._past.by_successor.get(self.today(division.code), ())
        then = [
            past for past in own
            if past.first <= year < past.last and surface in (past.name, *self._naming.forms(past.name, past.level))
            and (past.id[:4] == division.code[:4] or past.name[-1] in "县市旗")  # 矿区 of two cities are two
        ]  # fmt: skip
        if gone is not None and gone.first <= year <= gone.last:
            return division
        return self._gone[then[0].id] if len(then) == 1 else division

    def ancestors(self, division: Division) -> tuple[Division, ...]:
        """What `division` lies in, nearest first; without itself.

        >>> [above.name for above in load().ancestors(load().by_code("371426"))]
        ['德州市', '山东省']
        """
        if division.parent is None:
            return ()
        if division.parent not in self._above:  # kept: `resolve` asks for little else
            parent = self.by_code(division.parent)
            self._above[division.parent] = (parent, *self.ancestors(parent))
        return self._above[division.parent]

    def at(self, division: Division, level: Level) -> Division | None:
        """The division of `level` that `division` is or lies in; None where there is none (a district of 北京市 has no
        prefecture, a province no county)."""
        return self._around(division).get(level)

    def _around(self, division: Division) -> dict[str, Division]:
        """Level → the division of that level that `division` is or lies in; kept, as `ancestors` are."""
        if division.code not in self._circles:
            chain = (division, *self.ancestors(division))
            self._circles[division.code] = {d.level: d for d in reversed(chain)}
        return self._circles[division.code]

    def path(self, division: Division) -> str:
        """All names from the province down: 山东省德州市平原县, 北京市朝阳区."""
        return "".join(above.name for above in reversed((division, *self.ancestors(division))))

    def within(self, division: Division, ancestor: Division) -> bool:
        """Whether `division` lies in `ancestor` or is it."""
        if division.code == ancestor.code:
            return True
        circle = self._around(division).get(ancestor.level)
        return circle is not None and circle.code == ancestor.code

    def short_forms(self, division: Division) -> tuple[str, ...]:
        """Accepted short forms, the best first, () where there is none: 平原; 伊犁, 伊犁州; () for 市中区 and 眉县."""
        return self._naming.forms(division.name, division.level)

    def named(self, surface: str) -> tuple[Division, ...]:
        """All divisions of today whose full name or short form is `surface`; 德原街道办事处 finds 德原街道.

        >>> [load().path(found) for found in load().named("通州")]
        ['北京市通州区', '江苏省南通市通州区']
        """
        full, short = self._full.get(township_name(surface), ()), self._short.get(surface, ())
        if not short or not full:
            return full or short
        return tuple(sorted({*full, *short}, key=lambda division: division.code))

    def surfaces(self, *levels: Level) -> Iterator[tuple[str, bool]]:
        """Each surface form of the divisions of `levels` (all but townships where none is given) once, sorted, and
        whether it is only ever a short form."""
        wanted = levels or LEVELS[:3]
        full = {name for name, found in self._full.items() if any(d.level in wanted for d in found)}
        short = {form for form, found in self._short.items() if any(d.level in wanted for d in found)}
        for surface in sorted(full | short):
            yield surface, surface not in full

    def told_stems(self) -> Mapping[str, tuple[Division, ...]]:
        """Names of counties without their last character that are no short forms, because they are words or other
        places as well (和平, 江北): they mean the county only where the words around them say so.

        >>> [load().path(found) for found in load().told_stems()["青山"]]
        ['内蒙古自治区包头市青山区', '湖北省武汉市青山区']
        """
        return self._told

    def former_surfaces(self) -> Iterator[str]:
        """Each full name that a division had and none has today, as far as it is looked for in texts; sorted."""
        for name, pasts in sorted(self._past.by_name.items()):
            if name not in self._full and name not in self._short and is_told_by(name, pasts):
                yield name

    def gone(self, surface: str) -> tuple[Division, ...]:
        """The former divisions of a name that none has today: of each line of succession the last."""
        last: dict[tuple[str, ...], Past] = {}
        for past in self._past.by_name.get(surface, ()):
            known = last.get(past.successors)
            if known is None or known.last < past.last:
                last[past.successors] = past
        return tuple(self._gone[past.id] for past in sorted(last.values(), key=lambda past: past.id))

    def is_name(self, name: str) -> bool:
        """Whether a division of today has this full name; far faster than to ask `township` of each area around."""
        return township_name(name) in self._full

    def township(self, name: str, within: Division) -> Division | None:
        """The township of this name in a county, prefecture or province; None where there is none or several.

        >>> load().township("恩城镇", load().by_code("371400")).parent
        '371426'
        """
        found = self._full.get(township_name(name))
        if found is None:
            return None
        return only([d for d in found if d.level == "township" and self.within(d, within)])

    def resolve(self, surface: str, context: Sequence[Division] = (), told: bool = False) -> Division | None:
        """The one division that `surface` means beside the divisions of `context`, the most important of them first.

        The first of these rules that finds candidates decides:

        1. candidates in the same county as a division of the context (or that county itself), tried for each of
           the context in turn;
        2. the same with the prefecture; 3. the same with the province; 4. all candidates.

        Of several it takes those with the full name before those with a short form, then those of the highest level
        (a province or prefecture before a county: 朝阳 alone is 朝阳市). If even these are several, it goes on to the
        next division of the context; when none decides, the answer is None: it does not guess, and a wider circle could
        not tell them apart either. `told`: the words around say that the name is an area's, see `told_stems`.

        >>> gazetteer = load()
        >>> beijing, liaoning = gazetteer.by_code("110000"), gazetteer.by_code("210000")
        >>> [gazetteer.path(gazetteer.resolve("朝阳", [where])) for where in (beijing, liaoning)]
        ['北京市朝阳区', '辽宁省朝阳市']
        >>> gazetteer.resolve("鼓楼区") is None
        True
        """
        candidates = self.named(surface) or self.gone(surface) or (self._told.get(surface, ()) if told else ())
        if len(candidates) < 2:
            return candidates[0] if candidates else None  # every circle, and none, leaves the same one
        for scope in SCOPES:
            undecided = False
            for division in context:
                circle = self.at(division, scope)
                if circle is None:
                    continue
                near = [candidate for candidate in candidates if self.within(candidate, circle)]
                if chosen := foremost(near, surface):
                    return chosen
                undecided = undecided or bool(near)
            if undecided:
                return None
        return foremost(candidates, surface)

    def former(self, name: str) -> tuple[FormerDivision, ...]:
        """What was called `name` and is so no more, by code; read from its own table on first use.

        >>> sorted((was.last, load().by_code(was.successors[0]).name) for was in load().former("苍山县"))
        [(1994, '兰陵县'), (2014, '兰陵县')]
        """
        return former_divisions().get(name, ())


def only(found: Sequence[Division]) -> Division | None:
    """The one of `found`, None for none or several."""
    return found[0] if len(found) == 1 else None


def foremost(candidates: Sequence[Division], surface: str) -> Division | None:
    """The one candidate that comes before the others: full name before short form, then the higher level."""
    whole = township_name(surface)
    choices = [candidate for candidate in candidates if candidate.name == whole] or candidates
    if len(choices) < 2:
        return choices[0] if choices else None
    highest = min([_DEPTH[candidate.level] for candidate in choices])
    return only([candidate for candidate in choices if _DEPTH[candidate.level] == highest])


def township_name(surface: str) -> str:
    """The name as the table has it: the office of a subdistrict goes by the subdistrict.

    >>> township_name("德原街道办事处"), township_name("德原街道办"), township_name("恩城镇")
    ('德原街道', '德原街道', '恩城镇')
    """
    if not surface.endswith(("处", "办")):
        return surface
    for office in ("办事处", "办"):
        if surface.endswith("街道" + office):
            return surface.removesuffix(office)
    return surface


def read_table(name: str) -> Iterator[list[str]]:
    """The rows of a table of the package, without the first, which names the columns."""
    content = (files("kg") / "data" / "divisions" / name).read_bytes()
    text = (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8")
    return (line.split("\t") for line in text.splitlines()[1:])


def read_divisions() -> Iterator[Division]:
    known: dict[str, str] = {}  # townships of one county share its code as one string
    for table in ("divisions.tsv", "townships.tsv.gz"):
        for code, name, level, parent in read_table(table):
            yield Division(code, name, known.setdefault(level, level), known.setdefault(parent, parent) or None)
    for name, level, parent in read_table("uncoded.tsv"):
        yield Division(parent + name, name, known.setdefault(level, level), known.setdefault(parent, parent))  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """The gazetteer, read once in a process."""
    divisions = list(read_divisions())
    rows = ((was.code, was.name, was.level, was.parent, was.first, was.last, was.successors)
            for all_ in former_divisions().values() for was in all_)  # fmt: skip
    return Gazetteer(divisions, read_naming(), history(rows, [d.code for d in divisions if d.level != "township"]))


def _division(past: Past) -> Division:
    return Division(past.id, past.name, past.level, past.parent)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def former_divisions() -> dict[str, tuple[FormerDivision, ...]]:
    """Former divisions by name."""
    found: dict[str, list[FormerDivision]] = defaultdict(list)
    for code, name, level, parent, first, last, successors in read_table("former.tsv"):
        years = [int(year) if year else None for year in (first, last)]
        found[name].append(FormerDivision(code, name, level, parent or None, *years, tuple(successors.split())))
    return {name: tuple(all_) for name, all_ in found.items()}
