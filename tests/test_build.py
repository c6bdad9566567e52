"""A build of the seeds through the command: its files, that they are the committed ones, and always the same bytes."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pyoxigraph as ox
import pytest
from conftest import ROOT, Kg, ended, started
from PIL import Image
from rdflib import Graph

import kg as package
from kg.commands.build import tables, write_csv
from kg.graph.facts import COLUMNS, rows
from kg.graph.query import open_store, run
from kg.graph.resources import SHAPES, ontology_text
from kg.pipeline import build_world

FILES = ("graph.ttl", "evidence.ttl", "facts.csv", "rejected.csv", "review.csv", "report.md", "explorer.html")
PICTURES = tuple(f"charts/{name}.png" for name in ("claims-by-relation", "investment-by-county", "projects-by-county"))
TURTLE = FILES[:2]
SEEDS = sorted((ROOT / "seeds").iterdir())
REBUILD = "run `python -m kg.commands.main build seeds -o output` in the project's folder and commit what it writes"


def triples(path: Path) -> int:
    return sum(1 for _ in ox.parse(path=path, format=ox.RdfFormat.TURTLE))


class TestFiles:
    def test_are_all_there_and_nothing_else(self, built: Path) -> None:
        files = {file.relative_to(built).as_posix(): file for file in built.rglob("*") if file.is_file()}
        table = sorted(name for name in files if name.startswith("store/"))
        assert [Path(name).name for name in table] == [
            "problems.json", "articles.parquet", "claims.parquet", "rejected.parquet",
        ]  # fmt: skip
        assert sorted({*files} - {*table}) == sorted((*FILES, *PICTURES))
        assert all(file.stat().st_size for file in files.values())

    @pytest.mark.parametrize("name", FILES)
    def test_are_the_committed_ones(self, built: Path, name: str) -> None:
        committed = ROOT / "output" / name
        assert committed.is_file(), f"output/{name} is not there: {REBUILD}"
        same = committed.read_bytes() == (built / name).read_bytes()  # no diff of a megabyte in the message
        assert same, f"output/{name} is not what this code makes of seeds/: {REBUILD}"

    @pytest.mark.parametrize("name", PICTURES)
    def test_of_pictures_show_what_the_committed_ones_show(self, built: Path, name: str) -> None:
        """Another Pillow may pack the same pixels otherwise and draw the edge of a letter otherwise; a bar of another
        length or another label is more than that."""
        committed, made = (
            np.asarray(Image.open(folder / name).convert("L"), dtype=int) for folder in (ROOT / "output", built)
        )
        assert committed.shape == made.shape, f"output/{name} is not what this code makes of seeds/: {REBUILD}"
        assert (abs(committed - made) > 64).mean() < 0.002, f"output/{name} shows something else: {REBUILD}"

    def test_of_an_earlier_build_s_pictures_go(self, kg: Kg, tmp_path: Path) -> None:
        stale, other = tmp_path / "charts" / "articles-by-time.png", tmp_path / "charts" / "mine.png"
        stale.parent.mkdir()
        stale.write_bytes(b"old")
        other.write_bytes(b"mine")
        assert kg("build", "-q", SEEDS[0], "-o", tmp_path).code == 0
        assert not stale.exists() and other.exists()

    @pytest.mark.parametrize("name", FILES)
    def test_hold_no_path_of_this_machine(self, built: Path, name: str) -> None:
        text = (built / name).read_text("utf-8")
        assert str(ROOT) not in text and str(built) not in text

    def test_are_rewritten_by_the_next_build(self, built: Path, kg: Kg, tmp_path: Path) -> None:
        (tmp_path / "graph.ttl").write_text("old", "utf-8")
        assert kg("build", "-q", SEEDS[0], "-o", tmp_path).code == 0
        assert triples(tmp_path / "graph.ttl") > 0

    def test_conform_to_the_shapes(self, built: Path) -> None:
        pyshacl = pytest.importorskip("pyshacl")
        graph = Graph()
        for name in TURTLE:
            graph.parse(built / name)
        shapes = Graph().parse(data=ontology_text(SHAPES), format="turtle")
        conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
        assert conforms, report


class TestTurtle:
    """Others read the files, and find the same triples."""

    @pytest.mark.parametrize("name", TURTLE)
    @pytest.mark.parametrize(("command", "count"), [
        ("rapper -c -i turtle", r"Parsing returned (\d+) triples"),
        ("serdi -i turtle -o ntriples", None),
    ], ids=["rapper", "serdi"])  # fmt: skip
    def test_has_the_same_triples_for_other_parsers(
        self, built: Path, name: str, command: str, count: str | None
    ) -> None:
        parser, *options = command.split()
        if shutil.which(parser) is None:
            pytest.skip(f"{parser} is not installed")
        done = subprocess.run([parser, *options, built / name], capture_output=True, text=True, check=True)
        assert "error" not in done.stderr.lower() and "warning" not in done.stderr.lower(), done.stderr
        found = re.search(count, done.stderr) if count else None
        assert (int(found[1]) if found else len(done.stdout.splitlines())) == triples(built / name)

    @pytest.mark.parametrize("name", TURTLE)
    def test_says_nothing_twice(self, built: Path, name: str) -> None:
        parsed = [quad.triple for quad in ox.parse(path=built / name, format=ox.RdfFormat.TURTLE)]
        assert len(parsed) == len(set(parsed)) > 0


OTHERWISE: dict[str, tuple[tuple[object, ...], str]] = {  # sources and options, seed of hashes
    "files in reverse": ((*reversed(SEEDS),), "4242"),
    "two processes": (("seeds", "--jobs", "2"), "7"),
}


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a build of each way in OTHERWISE, made side by side."""
    folder = tmp_path_factory.mktemp("others")
    running = [
        started("build", "-q", *map(str, arguments), "-o", folder / how, PYTHONHASHSEED=seed)
        for how, (arguments, seed) in OTHERWISE.items()
    ]
    for process in running:
        done = ended(process)
        assert done.code == 0, done.err
    return folder


@pytest.mark.parametrize("name", (*FILES, *PICTURES))
@pytest.mark.parametrize("how", OTHERWISE)
def test_the_same_bytes_whatever_the_order_the_hash_seed_and_the_jobs(
    built: Path, others: Path, how: str, name: str
) -> None:
    same = (others / how / name).read_bytes() == (built / name).read_bytes()
    assert same, f"{name} differs: {others / how / name} {built / name}"


class TestContent:
    @pytest.mark.parametrize(("query", "answer"), [
        ('SELECT ?where { ?p schema:name "王玉东" ; kg:leads/schema:name ?where }', "平原县"),
        ('SELECT ?where { ?p schema:name "樊廷雷" ; kg:leads/schema:name ?where }', "乐陵市"),
        ('SELECT ?where { ?p schema:name "孟凡军" ; kg:leads/(rdfs:label|skos:altLabel) ?where }', "滕州市工信局"),
        ('SELECT ?name { ?x a kg:Township ; schema:name ?name }', "榴园镇"),
    ], ids=lambda value: value if "SELECT" not in value else "")  # fmt: skip
    def test_of_the_damaged_seeds_is_there(self, built: Path, query: str, answer: str) -> None:
        with open_store(built) as store:
            assert (answer,) in run(store, query).rows

    def test_of_the_table_is_one_row_a_segment(self, built: Path) -> None:
        with (built / "facts.csv").open(encoding="utf-8", newline="") as file:
            header, *lines = csv.reader(file)
        assert tuple(header) == COLUMNS
        count = "SELECT (COUNT(*) AS ?n) { ?claim a kg:Claim ; prov:wasDerivedFrom ?segment }"
        with open_store(built) as store:
            assert run(store, count).rows == ((str(len(lines)),),)

    def test_of_the_report_names_every_article(self, built: Path) -> None:
        report = (built / "report.md").read_text("utf-8").replace("\\", "")
        assert [file.name for file in SEEDS if file.name not in report] == []
        assert "0 problems." in report

    def test_of_the_page_needs_no_network(self, built: Path) -> None:
        page = (built / "explorer.html").read_text("utf-8")
        assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", page)


class TestPython:
    def test_gives_the_graph_of_the_files(self, built: Path) -> None:
        graph = package.build([ROOT / "seeds"])
        assert len(graph) == sum(triples(built / name) for name in TURTLE)
        query = "SELECT ?name { ?x kg:leads/schema:name ?name }"
        assert ("平原县",) in {tuple(map(str, row)) for row in graph.query(query)}  # type: ignore[arg-type]

    def test_warns_of_what_cannot_be_read(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        assert len(package.build([tmp_path / "none.txt"])) == 0
        assert "no such file or folder" in caplog.text

    def test_takes_another_base(self, tmp_path: Path) -> None:
        graph = package.build([SEEDS[0]], base="https://example.org/")
        assert {str(subject).startswith("https://example.org/") for subject in graph.subjects()} == {True}


class TestCommand:
    @pytest.mark.parametrize("base", ["id/", "ftp://a/", "https://a b/", "https://a/<x>", "https://a/\n", "http://[a/"])
    def test_refuses_a_base_that_is_no_iri(self, kg: Kg, tmp_path: Path, base: str) -> None:
        done = kg("build", SEEDS[0], "-o", tmp_path / "out", "--base", base)
        assert done.code == 2 and "--base" in done.err and "Traceback" not in done.err

    def test_says_where_it_cannot_write(self, kg: Kg, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        done = kg("build", "-q", SEEDS[0], "-o", tmp_path / "file" / "output")
        assert done.code == 2 and "cannot write to" in done.err and "-o" in done.err

    def test_makes_cells_harmless(self, tmp_path: Path) -> None:
        text = "平原县委书记张三到平原县调研，平原县副县长李志远参加。"
        (tmp_path / "=HYPERLINK(1).txt").write_text(text, "utf-8")
        built = build_world([tmp_path])
        files = {}
        for name, columns, cells in tables(built):
            write_csv(file := io.BytesIO(), columns, cells)
            files[name] = list(csv.reader(io.StringIO(file.getvalue().decode(), newline="")))
        lines = files["facts.csv"][1:]
        assert len(lines) == len(list(rows(built.world))) > 0
        assert {line[COLUMNS.index("article")] for line in lines} == {"'=HYPERLINK(1).txt"}
        header, *rejected = files["rejected.csv"]
        assert {line[header.index("article")] for line in rejected} == {"'=HYPERLINK(1).txt"}
