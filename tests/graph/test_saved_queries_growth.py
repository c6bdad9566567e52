"""Saved queries on a graph of 1,500 counties: none grows with the square of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph import saved_queries
from kg.graph.query import Store, open_store

GRAPH = Path(__file__).parent / "saved_queries.ttl"
QUERIES = saved_queries.catalogue()
MILL = "竹纤维项目"
TIMEOUT = 20.0  # seconds


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("many")
    counties = "".join(
        f'''id:c{n} a kg:County ; rdfs:label "县{n}"@zh ; schema:name "县{n}" ; skos:altLabel "县城{n}"@zh ;
  skos:notation "{n:06}" ; schema:containedInPlace id:f ; kg:hosts id:j{n} ; kg:targets id:t1 ; kg:announces id:batch .
id:b{n} a kg:PublicBody ; rdfs:label "局{n}"@zh ; schema:name "局{n}" ; kg:jurisdiction id:c{n} ; kg:targets id:t2 .
id:k{n} a org:Post ; rdfs:label "局长{n}"@zh ; org:postIn id:b{n} ; org:role id:r2 .
id:o{n} a kg:Official ; rdfs:label "人{n}"@zh ; schema:name "人{n}" ; kg:leads id:c{n} , id:b{n} ; org:holds id:k{n} ;
  kg:attends id:e{n} ; kg:inspects id:j{n} .
id:u{n} a org:Membership ; org:member id:o{n} ; kg:post id:k{n} ; kg:firstSeen "2030-01-02"^^xsd:date .
id:j{n} a kg:Project ; rdfs:label "项目{n}"@zh ; schema:name "项目{n}" ; kg:investsCNY {n} ; kg:invests id:a1 .
id:e{n} a kg:Meeting ; rdfs:label "会{n}"@zh ; schema:name "会{n}" ; schema:organizer id:b{n} ; kg:directs id:y1 .
id:firm kg:builds id:j{n} .
id:cl{n} a kg:Claim ; rdf:subject id:o{n} ; rdf:predicate org:holds ; rdf:object id:k{n} ; kg:inPost id:k{n} ;
  kg:confidence 0.9 ; kg:support 1 ; prov:wasDerivedFrom id:s1 .
id:ch{n} a kg:Claim ; rdf:subject id:c{n} ; rdf:predicate kg:hosts ; rdf:object id:j{n} ; kg:support 1 ;
  kg:confidence 0.9 ; prov:wasDerivedFrom id:s3 .
'''
        for n in range(1500)
    )
    (folder / "graph.ttl").write_text(GRAPH.read_text("utf-8") + counties, "utf-8")
    with open_store(folder) as opened:
        yield opened


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_an_area_is_looked_for_upwards_from_each_row(many: Store, name: str) -> None:
    """Oxigraph takes the names first if it may, and is then quadratic: on such a graph a minute, where each takes a
    tenth of a second. The time limit of the query itself stops it."""
    query = QUERIES[name]
    given: dict[str, object] = {p.name: MILL if p.type == "entity" else "赵安" for p in query.parameters if p.required}
    if query.parameter("area"):
        given["area"] = "安和市"
    assert saved_queries.run(many, name, **given, timeout=TIMEOUT).variables or name == "about"
