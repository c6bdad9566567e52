"""Make docs/cookbook.md: every saved query with its command, its SPARQL and its answer from a build of the seeds.

Which values are asked for stands in scripts/cookbook.toml. Run, after each change of the queries or of what is built:

    python -m kg.commands.main build -q seeds -o output
    python scripts/make_cookbook.py
"""

from __future__ import annotations

import re
import shlex
import sys
import tomllib
from pathlib import Path

from kg.commands.table import as_table, as_turtle
from kg.graph import saved_queries
from kg.graph.parameters import ParameterError
from kg.graph.query import Store, open_store
from kg.graph.query_header import SavedQuery

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "scripts" / "cookbook.toml"
TARGET = ROOT / "docs" / "cookbook.md"
ROWS, WIDTH = 10, 160

INTRODUCTION = """# 查询手册 · Cookbook

<!-- Made by python scripts/make_cookbook.py; what is written here by hand is lost. -->

The saved queries of `kg`, each with its real answer from the graph of the seeds (the folder [output](../output)). They
are files in [ontology/queries](../ontology/queries): plain SPARQL 1.1, to be opened in Protégé, GraphDB, Fuseki or
YASGUI as well. There a parameter is set by writing it into its line:
`VALUES ?area { "德州市" }` for `VALUES ?area { UNDEF }`.

```sh
kg query --list                                   # all of them
kg query leaders --help                           # one of them and its parameters
kg query leaders --area 德州市                    # in the folder output; another: -g FOLDER
kg query leaders --area 德州市 -f csv > leaders.csv
kg query leaders --area 德州市 --show             # its SPARQL with the value in its place
kg query mine.rq --area 德州市                    # a file of your own with such a header
```

```python
from kg.graph import saved_queries
from kg.graph.parameters import ParameterError
from kg.graph.query import open_store

with open_store("output") as store:
    answer = saved_queries.run(store, "leaders", area="德州市")
answer.variables, answer.rows
```

An area is known by its name, a short form or its GB/T 2260 code, and stands for all areas below it as well. A name that
the graph does not have is answered with the nearest that it has:

{near_miss}

Sums are in yuan, `yi_yuan` in units of 100 million (亿元). Tables here end after {rows} rows.
"""


def cookbook(folder: Path) -> str:
    """The page, with answers from the build in `folder`. Raises the errors of `kg.graph.saved_queries.run`."""
    sections = tomllib.loads(EXAMPLES.read_text(encoding="utf-8"))["section"]
    with open_store(folder) as store:
        introduction = INTRODUCTION.replace("{near_miss}", near_miss(store, "leaders", "德洲市"))
        parts = [introduction.replace("{rows}", str(ROWS))]
        for section in sections:
            links = ", ".join(f"[{example['query']}](#{example['query']})" for example in section["examples"])
            parts.append(f"- {section['zh']} · {section['en']}: {links}")
        for section in sections:
            parts.append(f"\n## {section['zh']} · {section['en']}")
            parts += [entry(store, **example) for example in section["examples"]]
    return "\n".join(parts) + "\n"


def entry(store: Store, query: str, parameters: dict[str, str] | None = None, format: str = "table") -> str:
    """One query: titles, notes, parameters, command, answer, SPARQL."""
    saved, given = saved_queries.get(query), parameters or {}
    answer = saved_queries.run(store, saved, limit=None if format == "turtle" else ROWS, **given)
    options = [f"{one.option} {quoted(given[one.name])}" for one in saved.parameters if one.name in given]
    form = [f"-f {format}"] if format != "table" else []
    lines = [f"\n### {query}", "", f"**{saved.title_zh}** · {saved.title_en}"]
    if saved.note_zh:
        lines += ["", f"{saved.note_zh} {saved.note_en}"]
    if saved.parameters:
        lines += ["", *(f"- `{one.option}`: {one.about_zh} · {one.about_en}" for one in saved.parameters)]
    shown = as_turtle(answer) if format == "turtle" else as_table(answer, WIDTH)
    notes = [f"kg: {note}" for note in answer.notes]
    lines += ["", fenced("\n".join([f"$ {' '.join(['kg query', query, *options, *form])}", shown, *notes]), "text")]
    return "\n".join([*lines, "", fenced(without_header(saved), "sparql")])


def quoted(value: str) -> str:
    """`value` as an argument in a shell; Chinese needs no quotes."""
    return value if re.fullmatch(r"[\w.-]+", value) else shlex.quote(value)


def near_miss(store: Store, query: str, area: str) -> str:
    """What the command says of an area that the graph does not have."""
    try:
        saved_queries.run(store, query, area=area)
    except ParameterError as error:
        return fenced(f"$ kg query {query} --area {area}\nkg: {error}", "text")
    raise ValueError(f"the graph has {area}: choose another area for the near miss")


def without_header(saved: SavedQuery) -> str:
    return saved.sparql[re.search(r"^(?!#|\s*$)", saved.sparql, re.MULTILINE).start() :].rstrip("\n")  # type: ignore[union-attr]


def fenced(text: str, language: str) -> str:
    """`text` in a fence longer than any that it holds: it comes from articles."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "output"
    TARGET.write_text(cookbook(folder), encoding="utf-8", newline="\n")
    print(f"{TARGET.relative_to(ROOT)}: {len(saved_queries.catalogue())} queries, answers from {folder.name}")


if __name__ == "__main__":
    main()
