"""GraphML: nodes and edges with typed data.

GraphML has no lists: a property that some node has several values of is a JSON array, in every node that has it, so
that no separator can be taken for a part of a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from lxml import etree

from kg.graph.exports.columns import column_text, column_type
from kg.graph.exports.options import Changes, Options
from kg.graph.exports.property_graph import PropertyGraph
from kg.graph.exports.reading import Build
from kg.graph.exports.xml_text import changes, xml_file, xml_text

SPACE = "http://graphml.graphdrawing.org/xmlns"
OF_NODES, OF_EDGES = ("label", "kind", "classes"), ("relation",)


def write_graphml(build: Build, options: Options, out: BinaryIO) -> tuple[str, ...]:
    """The property graph of the part."""
    graph, told = PropertyGraph(build, options.part), changes()
    columns = graph.all_node_columns()
    keys = {("node", name): f"n{place}" for place, name in enumerate((*OF_NODES, *columns))}
    keys |= {("edge", name): f"e{place}" for place, name in enumerate((*OF_EDGES, *graph.edge_columns))}
    types = {("node", name): column_type(column) for name, column in columns.items()}
    types |= {("edge", name): column_type(column) for name, column in graph.edge_columns.items()}
    with xml_file(out) as file, file.element("graphml", nsmap={None: SPACE}):
        file.write("\n")
        for (of, name), key in keys.items():
            kind = types.get((of, name), "string")
            attributes = {"id": key, "for": of, "attr.name": name, "attr.type": kind}
            _write(file, etree.Element("key", attributes))
        with file.element("graph", edgedefault="directed"):
            file.write("\n")
            for node in graph.nodes():
                element = etree.Element("node", id=node.iri)
                own = {"label": node.label, "kind": node.kind, "classes": " ".join(node.classes)}
                own |= {name: column_text(columns[name], values) for name, values in node.properties.items()}
                _fill(element, own, "node", keys, node.iri, told)
                _write(file, element)
            for edge in graph.edges():
                element = etree.Element("edge", id=edge.id, source=edge.source, target=edge.target)
                own = {"relation": edge.relation, **{name: text for name, (_, text) in edge.properties.items()}}
                _fill(element, own, "edge", keys, f"{edge.source} {edge.relation} {edge.target}", told)
                _write(file, element)
    return told.remarks()


def _fill(
    element: etree._Element, own: Mapping[str, str], of: str, keys: Mapping[tuple[str, str], str], where: str,
    told: Changes,
) -> None:  # fmt: skip
    for name, text in own.items():
        etree.SubElement(element, "data", key=keys[of, name]).text = xml_text(text, f"{where} {name}", told)


def _write(file: etree._IncrementalFileWriter, element: etree._Element) -> None:
    file.write(element)
    file.write("\n")
