"""Shapes as SPARQL find what pyshacl finds: every constraint that is known, on graphs of all kinds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference import loaded, ours, pyshacls

from kg.graph.checks.run import findings_of
from kg.graph.checks.shape import CONSTRAINTS, ShapesUnreadable, read_shapes

PREFIXES = """@prefix : <urn:x:> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
SAYS = 'sh:message "甲"@zh , "a"@en'
# One shape for each constraint, most of them on the values of :p.
EACH = {
    "class": "sh:path :p ; sh:class :C",
    "datatype": "sh:path :p ; sh:datatype xsd:integer",
    "nodeKind": "sh:path :p ; sh:nodeKind sh:IRI",
    "minCount": "sh:path :p ; sh:minCount 2",
    "maxCount": "sh:path :p ; sh:maxCount 1",
    "minInclusive": "sh:path :p ; sh:minInclusive 2",
    "maxInclusive": "sh:path :p ; sh:maxInclusive 2",
    "minLength": "sh:path :p ; sh:minLength 2",
    "maxLength": "sh:path :p ; sh:maxLength 7",
    "pattern": 'sh:path :p ; sh:pattern "^[a-z]+$"',
    "languageIn": 'sh:path :p ; sh:languageIn ( "zh" "en" )',
    "uniqueLang": "sh:path :p ; sh:uniqueLang true",
    "lessThan": "sh:path :p ; sh:lessThan :q",
    "lessThanOrEquals": "sh:path :p ; sh:lessThanOrEquals :q",
    "not": "sh:path :p ; sh:not [ sh:class :C ]",
    "and": "sh:path :p ; sh:and ( [ sh:class :C ] [ sh:nodeKind sh:IRI ] )",
    "or": "sh:path :p ; sh:or ( [ sh:class :C ] [ sh:datatype xsd:date ] [ sh:path :q ; sh:minCount 1 ] )",
    "xone": "sh:path :p ; sh:xone ( [ sh:class :C ] [ sh:class :D ] )",
    "node": "sh:path :p ; sh:node :Node",
    "property": "sh:path [ sh:inversePath :p ] ; sh:maxCount 1",
    "qualifiedValueShape": "sh:path :p ; sh:qualifiedValueShape [ sh:class :C ] ; sh:qualifiedMinCount 1 ; "
                           "sh:qualifiedMaxCount 1",
    "hasValue": "sh:path [ sh:alternativePath ( :p :q ) ] ; sh:hasValue :a",
    "in": "sh:path ( :p :q ) ; sh:in ( :a :b 1 )",
    "sparql": f"""sh:path :p ; sh:sparql [ {SAYS} ; sh:select
        "SELECT $this ?value WHERE {{ $this <urn:x:p> ?value . FILTER NOT EXISTS {{ ?value <urn:x:q> $this }} }}" ]""",
}  # fmt: skip
NESTED = ":Node sh:property [ sh:path :q ; sh:maxCount 1 ; sh:minCount 1 ; sh:nodeKind sh:IRI ] .\n"


def shapes(names: list[str]) -> str:
    parts = [f":{name} sh:targetClass :C ; sh:targetSubjectsOf :q ; sh:property [ {SAYS} ; {EACH[name]} ] .\n"
             for name in names]  # fmt: skip
    return PREFIXES + NESTED + "".join(parts)


NODES = st.sampled_from([":a", ":b", ":c"])
VALUES = st.sampled_from([
    ":a", ":b", ":c", "1", "2", "3", "2.5", '"abc"', '"德"', '"abc"@zh', '"abd"@zh', '"abc"@en-gb', '"b"@fr',
    '"2022-01-10"^^xsd:date', '"2022-02-30"^^xsd:date', '"x"^^xsd:integer', '"2021-01-10"^^xsd:date', '""',
])  # fmt: skip
NUMBERS = st.sampled_from(["1", "2", "3", "2.5", "2.0", "4"])
# pyshacl orders what SPARQL cannot compare (a number and a date); the standard calls that an offence, and so do we
COMPARED = ("lessThan", "lessThanOrEquals", "minInclusive", "maxInclusive")


def graphs(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    edge = st.tuples(NODES, st.sampled_from([":p", ":q"]), values)
    kind = st.tuples(NODES, st.just("a"), st.sampled_from([":C", ":D", ":E"]))
    classes = st.sampled_from(["", ":E rdfs:subClassOf :D . :D rdfs:subClassOf :C ."])
    triples = st.lists(st.one_of(edge, kind), min_size=1, max_size=14)
    return st.builds(lambda said, more: PREFIXES + "\n".join(f"{' '.join(t)} ." for t in said) + more, triples, classes)


def test_each_constraint_that_is_known_has_its_case() -> None:
    assert set(EACH) == CONSTRAINTS


@settings(max_examples=40)
@given(graphs(VALUES))
def test_pyshacl_finds_the_same(graph: str) -> None:
    every = shapes([name for name in EACH if name not in COMPARED])
    assert ours(graph, every) == pyshacls(graph, every)


@settings(max_examples=20)
@given(graphs(NUMBERS))
def test_pyshacl_finds_the_same_among_numbers(graph: str) -> None:
    compared = shapes([*COMPARED])
    assert ours(graph, compared) == pyshacls(graph, compared)


@pytest.mark.parametrize("name", EACH)
def test_each_constraint_finds_something(name: str) -> None:
    graph = (
        PREFIXES
        + """:a a :C ; :p :b , "ABC DEFGH" , "x"@fr , "y"@fr ; :q 1 . :b a :C , :D ; :q :z . :c a :C ; :p :b ."""
    )
    found = ours(graph, shapes([name]))
    assert found == pyshacls(graph, shapes([name]))
    assert found


@pytest.mark.parametrize(("shape", "reason"), [
    (f":S sh:targetClass :C ; {SAYS} ; sh:closed true .", "sh:closed is not known"),
    (f":S sh:targetClass :C ; {SAYS} ; sh:nodeKnd sh:IRI .", "sh:nodeKnd is not known"),
    (f":S sh:targetClass :C ; {SAYS} ; sh:or ( [ sh:disjoint :p ] ) .", "sh:disjoint is not known"),
    (f":T a sh:NodeShape ; {SAYS} ; sh:equals :p .", "sh:equals is not known"),
    (":S sh:targetClass :C ; sh:nodeKind sh:IRI .", "without sh:message"),
    (':S sh:targetClass :C ; sh:message "a"@en ; sh:nodeKind sh:IRI .', "@zh"),
    (f":S sh:targetClass :C ; {SAYS} ; sh:datatype xsd:duration .", "lexical form"),
    (f":S sh:targetClass :C ; {SAYS} ; sh:property [ {SAYS} ; sh:path :p ; sh:minCount 9 ] .", "counts above 3"),
    (f":S sh:targetClass :C ; {SAYS} ; sh:property [ {SAYS} ; sh:path [ sh:zeroOrMorePath :p ] ; sh:minCount 1 ] .",
     "a path that is none of"),
    (f"[] sh:targetClass :C ; {SAYS} ; sh:nodeKind sh:IRI .", "has no IRI"),
    (f":S sh:targetClass :C ; {SAYS} ; sh:node :S .", "refers to itself"),
    (f":S sh:targetClass :C ; sh:sparql [ {SAYS} ; sh:select \"ASK {{ $this a :C }}\" ] .", "sh:select is to be"),
    (f":S sh:targetClass :C ; sh:sparql [ {SAYS} ; sh:select \"SELECT $this WHERE {{ $this \" ] .", "no valid SPARQL"),
    (":S sh:targetClass", "no valid Turtle"),
])  # fmt: skip
def test_what_is_not_known_is_refused_and_never_skipped(shape: str, reason: str) -> None:
    with pytest.raises(ShapesUnreadable, match=reason):
        list(findings_of(loaded(PREFIXES + ":a a :C ."), PREFIXES + shape))


def test_shapes_come_in_the_order_of_their_names() -> None:
    names = [shape.name.value for shape in read_shapes(shapes([*EACH]))]
    assert names == sorted(names) and len(names) == len(EACH)
