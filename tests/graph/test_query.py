"""What may be asked of a graph, what an answer holds, and what is refused."""

from __future__ import annotations

import contextlib
import http.server
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.commands.table import as_table
from kg.graph import query_worker
from kg.graph.memory import read_graph
from kg.graph.query import PREFIXES, QueryAnswer, Store, open_store, run
from kg.graph.query_guard import (
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_OPERATORS,
    QueryCrash,
    QueryRefused,
    QuerySyntaxError,
    QueryTimeout,
    StoreUnreadable,
    check,
)

GRAPH = """
@prefix id: <https://w3id.org/county-kg/id/> .
@prefix kg: <https://w3id.org/county-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
id:a kg:leads id:b ; rdfs:label "张三"@zh .
id:b rdfs:label "甲县"@zh .
"""
EVIDENCE = """
@prefix kg: <https://w3id.org/county-kg/ontology#> .
<https://w3id.org/county-kg/id/c> a kg:Claim ; kg:confidence 0.9 .
"""
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(30)) + " }"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    (folder / "graph.ttl").write_text(GRAPH, "utf-8")
    (folder / "evidence.ttl").write_text(EVIDENCE, "utf-8")
    (folder / "report.md").write_text("no graph", "utf-8")
    return folder


@pytest.fixture(scope="module")
def store(build: Path) -> Iterator[Store]:
    with open_store(build) as opened:
        yield opened


@pytest.fixture(params=[None, 30], ids=["in this process", "in a worker"])
def timeout(request: pytest.FixtureRequest) -> float | None:
    return request.param


class TestStore:
    def test_of_a_folder_holds_all_its_turtle(self, store: Store) -> None:
        assert run(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == (("5",),)

    def test_of_files_holds_those(self, build: Path) -> None:
        assert len(open_store(build / "graph.ttl").local) == 3
        assert len(open_store([build / "graph.ttl", str(build / "evidence.ttl")]).local) == 5

    def test_says_what_is_missing(self, tmp_path: Path) -> None:
        with pytest.raises(StoreUnreadable, match="no such file or folder"):
            open_store(tmp_path / "none")
        with pytest.raises(StoreUnreadable, match=r"no \.ttl files.*kg build"):
            open_store(tmp_path)

    def test_of_evidence_without_its_graph_is_refused_but_the_file_may_be_named(self, tmp_path: Path) -> None:
        (tmp_path / "evidence.ttl").write_text("", "utf-8")
        with pytest.raises(StoreUnreadable, match=r"graph\.ttl is not there. Build it again: kg build"):
            open_store(tmp_path)
        assert len(open_store(tmp_path / "evidence.ttl").local) == 0

    def test_says_what_is_broken(self, tmp_path: Path, timeout: float | None) -> None:
        (tmp_path / "graph.ttl").write_text("<a> <b> ", "utf-8")
        with open_store(tmp_path) as broken, pytest.raises(StoreUnreadable, match=r"graph\.ttl: no valid Turtle"):
            run(broken, "ASK {}", timeout)


class TestAnswer:
    def test_of_select(self, store: Store, timeout: float | None) -> None:
        answer = run(store, "SELECT ?name ?none { ?x kg:leads/rdfs:label ?name }", timeout)
        assert answer == QueryAnswer(("name", "none"), ((ox.Literal("甲县", language="zh"), None),))
        assert answer.rows == (("甲县", None),)

    def test_of_ask(self, store: Store, timeout: float | None) -> None:
        assert run(store, "ASK { ?x kg:leads ?y }", timeout).boolean is True
        assert run(store, "ASK { ?x kg:hosts ?y }", timeout).boolean is False

    def test_of_construct(self, store: Store, timeout: float | None) -> None:
        answer = run(store, "CONSTRUCT { ?y kg:ledBy ?x } WHERE { ?x kg:leads ?y }", timeout)
        a, b = (ox.NamedNode(PREFIXES["id"] + name) for name in "ab")
        assert answer.triples == (ox.Triple(b, ox.NamedNode(PREFIXES["kg"] + "ledBy"), a),)
        assert answer.rows == ((b.value, PREFIXES["kg"] + "ledBy", a.value),)

    def test_of_describe(self, store: Store, timeout: float | None) -> None:
        assert len(run(store, "DESCRIBE id:a", timeout).triples or ()) == 2

    @pytest.mark.parametrize("form", ["SELECT * {", "CONSTRUCT {?s ?p ?o} {"])
    @pytest.mark.parametrize(("limit", "rows", "truncated"), [(0, 0, True), (4, 4, True), (5, 5, False)])
    def test_is_cut_at_the_limit_and_says_so(
        self, store: Store, timeout: float | None, form: str, limit: int, rows: int, truncated: bool
    ) -> None:
        answer = run(store, f"{form} ?s ?p ?o }}", timeout, limit)
        assert (len(answer.rows), answer.truncated) == (rows, truncated)

    def test_of_no_sparql_says_where(self, store: Store, timeout: float | None) -> None:
        with pytest.raises(QuerySyntaxError, match="no valid SPARQL: 1:13"):
            run(store, "SELECT * { ?", timeout)


class TestPrefixes:
    @pytest.mark.parametrize("prefix", PREFIXES)
    def test_are_declared(self, store: Store, prefix: str) -> None:
        assert run(store, f"SELECT ({prefix}:x AS ?x) {{}}").rows == ((f"{PREFIXES[prefix]}x",),)

    def test_of_the_query_go_first(self, store: Store) -> None:
        assert run(store, "PREFIX kg: <http://other/> SELECT (kg:x AS ?x) {}").rows == (("http://other/x",),)

    def test_unknown_is_an_error(self, store: Store) -> None:
        with pytest.raises(QuerySyntaxError):
            run(store, "SELECT (no:x AS ?x) {}")


ALLOWED = [
    "SELECT ?service ?from $load { ?service ?from $load }",
    'SELECT * { ?s rdfs:label "SERVICE <http://a> { }" }',
    "SELECT * { ?s rdfs:label '''it's FROM \"x\" \\' '''@from }",
    'SELECT * { ?s rdfs:label """a "" b \\" SERVICE""" }',
    "SELECT * { ?s ?p ?o } # SERVICE <http://a>\n",
    "SELECT * { <http://SERVICE/#FROM> kg:from ?o . ?s id:load/kg:a.SERVICE _:from }",
    "SELECT (1 < ?a && ?b > 2 AS ?c) {}",
    "SELECT * { ?s rdfs:label '\\u0022 SERVICE' }",
]

REFUSED = [
    "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * { service SILENT ?x{ ?s ?p ?o } }",
    "SELECT * { #\nSERVICE<http://127.0.0.1/>{ ?s ?p ?o } }",
    "SELECT * { #\rSERVICE<http://127.0.0.1/>{ ?s ?p ?o } }",
    "PREFIX : <http://a/#> SELECT * { SERVICE :b { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'a' SERVICE <http://127.0.0.1/> { ?s ?p 'b' } }",
    "SELECT * { ?s ?p '\\'' SERVICE <http://127.0.0.1/> { ?s ?p '\\'' } }",
    'SELECT * { ?s ?p """"""SERVICE <http://127.0.0.1/> { ?s ?p """""" } }',
    "SELECT * { ?s ?p 1SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1e5.SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p id:.SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * { FILTER(1<2)SERVICE <http://127.0.0.1/> { ?s ?p ?o } FILTER(2>1) }",
    "SELECT * { FILTER(?a<?b) LATERAL { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } FILTER(?b>?a) }",
    "SELECT * FROM <http://127.0.0.1/> { ?s ?p ?o }",
    "SELECT * FROM NAMED <http://127.0.0.1/> { ?s ?p ?o }",
    "LOAD <http://127.0.0.1/>",
    "INSERT DATA { id:a kg:leads id:c }",
    "DELETE WHERE { ?s ?p ?o }",
    "WITH <http://a> DELETE { ?s ?p ?o } USING <http://b> WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP GRAPH <http://a>",
    "CREATE GRAPH <http://a>",
    *(f"{verb} DEFAULT TO <http://a>" for verb in ("ADD", "MOVE", "COPY")),
]


class TestGuard:
    @pytest.mark.parametrize("sparql", ALLOWED)
    def test_words_in_strings_iris_names_and_comments_are_none(self, store: Store, sparql: str) -> None:
        run(store, sparql)

    @pytest.mark.parametrize("sparql", REFUSED)
    def test_what_leaves_or_changes_the_graph_is_refused(self, sparql: str) -> None:
        with pytest.raises(QueryRefused, match=r"[A-Z]+ is not allowed \(line \d+, column \d+\): a query cannot"):
            check(sparql)

    @pytest.mark.parametrize(
        ("sparql", "said"),
        [
            ("SELECT * " + "{" * (MAX_DEPTH + 1) + "}" * (MAX_DEPTH + 1), "nested"),
            ("SELECT (" + "!" * (MAX_OPERATORS + 1) + "1 AS ?x) {}", "keywords and operators"),
            ("SELECT * {" + "{}" * (MAX_OPERATORS + 1) + "}", "keywords and operators"),
            ("SELECT * {" + "?s <a:b> ?o." * (MAX_OPERATORS + 1) + "}", "keywords and operators"),
            ("#" * 300_000, "300,000 characters"),
        ],
    )
    def test_what_would_end_the_engine_is_refused(self, sparql: str, said: str) -> None:
        with pytest.raises(QueryRefused, match=said):
            check(sparql)

    @pytest.mark.parametrize(
        "sparql",
        [
            "SELECT * " + "{" * MAX_DEPTH + "}" * MAX_DEPTH,
            "SELECT (" + "1+" * (MAX_OPERATORS - 10) + "1 AS ?x) {}",
            "SELECT * {" + "{}" * (MAX_OPERATORS // 2) + "}",
            "SELECT * {" + "OPTIONAL{?a <a:b> ?c}" * (MAX_OPERATORS // 2 - 10) + "}",
            "SELECT * {" + "{} UNION " * (MAX_OPERATORS // 2 - 10) + "{}}",
            "SELECT * {FILTER(?s IN (1" + ",1" * (MAX_OPERATORS - 10) + "))}",
            "SELECT * {VALUES (?s ?o) {" + "(<a:b> 'c')" * 5_000 + "}}",
        ],
        ids=range(7),
    )
    def test_what_just_passes_does_not_end_the_engine(self, sparql: str) -> None:
        check(sparql)
        code = "import sys, pyoxigraph; list(pyoxigraph.Store().query(sys.stdin.read()))"
        assert subprocess.run([sys.executable, "-c", code], input=sparql, text=True).returncode == 0

    @pytest.mark.parametrize("part", ["a.", "a-", '"', "'''", '"\\', "<\\u00", "a:.", "?", "@a-", "%00", ":%0", "<a"])
    def test_looks_at_each_character_few_times(self, part: str) -> None:
        begin = time.process_time()
        with contextlib.suppress(QueryRefused):
            check(part * (MAX_CHARACTERS // len(part)))
        assert time.process_time() - begin < 5


class TestWorker:
    def test_ends_a_query_that_takes_too_long_and_goes_on(self, store: Store) -> None:
        run(store, "ASK {}", 30)
        begin = time.monotonic()
        with pytest.raises(QueryTimeout, match=r"longer than 0\.5 seconds"):
            run(store, ENDLESS, 0.5)
        assert time.monotonic() - begin < 5
        assert run(store, "ASK { ?s ?p ?o }", 30).boolean

    def test_loading_does_not_count(self, build: Path) -> None:
        with open_store(build) as fresh:
            assert run(fresh, "ASK { ?s ?p ?o }", 0.2).boolean

    def test_loads_no_second_copy_here(self, build: Path) -> None:
        with open_store(build) as fresh:
            run(fresh, "ASK {}", 30)
            assert fresh._local is None

    def test_is_ended_with_the_store(self, build: Path) -> None:
        with open_store(build) as fresh:
            run(fresh, "ASK {}", 30)
            process = fresh.worker._process
        assert process is not None and process.poll() is not None

    def test_survives_an_error(self, store: Store) -> None:
        run(store, "ASK {}", 30)
        process = store.worker._process
        with pytest.raises(QuerySyntaxError):
            run(store, "SELECT", 30)
        assert store.worker._process is process

    def test_that_is_ended_from_outside_is_told_and_started_again(self, store: Store) -> None:
        run(store, "ASK {}", 30)
        assert store.worker._process is not None
        store.worker._process.kill()
        with pytest.raises(QueryCrash):
            run(store, "ASK {}", 30)
        assert run(store, "ASK {}", 30).boolean

    def test_interrupted_gives_no_answer_to_the_next(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        run(store, "ASK {}", 30)
        with monkeypatch.context() as patch:
            patch.setattr(query_worker.pickle, "load", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                run(store, "ASK { ?s kg:hosts ?o }", 30)
        assert run(store, "ASK { ?s kg:leads ?o }", 30).boolean

    def test_answers_several_threads(self, store: Store) -> None:
        answers: dict[int, tuple] = {}

        def ask(number: int) -> None:
            answers[number] = run(store, f"SELECT ({number} AS ?n) {{}}", 30).rows

        threads = [threading.Thread(target=ask, args=[number]) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert answers == {number: ((str(number),),) for number in range(8)}

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is capped where /proc tells its size")
    def test_caps_memory(self, store: Store) -> None:
        doubled = "".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1}) " for i in range(40))
        with pytest.raises(QueryCrash, match="memory"):
            run(store, f"SELECT (STRLEN(?x40) AS ?n) {{ BIND('0123456789' AS ?x0) {doubled} }}", 60)
        assert run(store, "ASK {}", 30).boolean

    @pytest.mark.skipif(sys.platform == "win32", reason="no limit on descriptors")
    def test_has_no_network_even_if_the_guard_failed(self, store: Store) -> None:
        calls: list[str] = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                calls.append(self.path)

            do_GET = do_POST

            def log_message(self, *_: object) -> None: ...

        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            sparql = f"SELECT * {{ SERVICE <http://127.0.0.1:{server.server_port}/> {{ ?s ?p ?o }} }}"
            with pytest.raises((QueryCrash, QuerySyntaxError)):
                store.worker.ask(sparql, None, 30)
            server.shutdown()
        assert calls == []


class TestBase:
    """`kg build --base` gives the entities IRIs under another base; `id:` is short for these."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        prefixes = "@prefix id: <https://example.org/x-> . @prefix kg: <https://w3id.org/county-kg/ontology#> .\n"
        (tmp_path / "graph.ttl").write_text(f"{prefixes}id:a kg:leads id:b .", "utf-8")
        (tmp_path / "ontology.ttl").write_text("<urn:a> a <urn:b> .", "utf-8")  # declares no base
        return tmp_path

    @pytest.mark.parametrize("timeout", [None, 30.0])
    def test_is_what_the_files_say(self, folder: Path, timeout: float | None) -> None:
        with open_store(folder) as store:
            answer = run(store, "SELECT ?x { id:a kg:leads ?x }", timeout)
            assert answer.rows == (("https://example.org/x-b",),)
            assert "id:b" in as_table(answer)

    def test_can_be_declared_otherwise(self, folder: Path) -> None:
        with open_store(folder) as store:
            assert run(store, "PREFIX id: <urn:> ASK { id:a a id:b }").boolean

    def test_is_bound_in_the_rdflib_graph(self, folder: Path) -> None:
        assert read_graph(folder).query("ASK { id:a kg:leads id:b }").askAnswer
