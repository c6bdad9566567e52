"""The formats of `kg export`, in one place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from kg.graph.exports.gexf import write_gexf
from kg.graph.exports.graphml import write_graphml
from kg.graph.exports.jsonld import write_jsonld
from kg.graph.exports.neo4j import write_neo4j
from kg.graph.exports.options import Options
from kg.graph.exports.owl import write_owl
from kg.graph.exports.rdf import write_nquads, write_ntriples, write_trig, write_turtle
from kg.graph.exports.rdfxml import write_rdfxml
from kg.graph.exports.reading import Build, Part

Writer = Callable[[Build, Options, BinaryIO], tuple[str, ...]]
FolderWriter = Callable[[Build, Options, Path], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the endings of its files, what it is for, what of a build it holds where nothing else is asked.

    Exactly one of `write` and `write_folder` is there. Both return remarks for the user. A property graph has entities
    as nodes, and so no use for the evidence alone.
    """

    name: str
    endings: tuple[str, ...]
    about: str
    part: Part
    write: Writer | None = None
    write_folder: FolderWriter | None = None
    is_property_graph: bool = False


_ALL = (
    Format("turtle", (".ttl",), "all triples in one Turtle file", "all", write_turtle),
    Format("ntriples", (".nt",), "one triple a line", "all", write_ntriples),
    Format("nquads", (".nq",), "the same, graph and evidence as two named graphs", "all", write_nquads),
    Format("trig", (".trig",), "Turtle with graph and evidence as two named graphs", "all", write_trig),
    Format("jsonld", (".jsonld", ".json"), "JSON-LD with short keys, its context inside", "all", write_jsonld),
    Format("rdfxml", (".rdf", ".xml"), "RDF/XML", "all", write_rdfxml),
    Format("owl", (".owl",), "the ontology and the graph in one Turtle file, for Protégé", "graph", write_owl),
    Format(
        "graphml", (".graphml",), "a property graph for networkx, igraph, yEd, Cytoscape", "graph", write_graphml,
        is_property_graph=True,
    ),
    Format("gexf", (".gexf",), "a property graph for Gephi, with colours", "graph", write_gexf, is_property_graph=True),
    Format(
        "neo4j", (), "a folder of CSV for neo4j-admin database import", "graph", write_folder=write_neo4j,
        is_property_graph=True,
    ),
)  # fmt: skip
FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in _ALL})


def format_of(path: Path) -> Format | None:
    """The format that a file's ending stands for.

    >>> format_of(Path("output/graph.gexf")).name, format_of(Path("graph.doc"))
    ('gexf', None)
    """
    return next((each for each in _ALL if path.suffix.lower() in each.endings), None)


def table() -> str:
    """The formats with their endings and what they are for, a line each."""
    return "\n".join(f"{each.name:<9} {(each.endings or ('folder',))[0]:<8} {each.about}" for each in _ALL)
