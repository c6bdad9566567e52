"""GEXF 1.3, for Gephi: the nodes in the colours of the explorer, the edges by kind, thicker where more articles say so.

An edge's `kind` is what keeps several relations between the same two nodes apart in Gephi. The weight is the number of
independent articles, 1 for what comes from the division table or from names. There is no date of making in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from lxml import etree

from kg.graph.exports.columns import Column, column_text, column_type
from kg.graph.exports.options import Changes, Options
from kg.graph.exports.property_graph import Edge, PropertyGraph
from kg.graph.exports.reading import Build
from kg.graph.exports.xml_text import changes, xml_file, xml_text

SPACE = "http://gexf.net/1.3"
VIZ = f"{SPACE}/viz"
OF_NODES, OF_EDGES = ("kind", "classes"), ("relation",)


def write_gexf(build: Build, options: Options, out: BinaryIO) -> tuple[str, ...]:
    """The property graph of the part, drawn in `options.colours` by kind."""
    graph, told = PropertyGraph(build, options.part), changes()
    columns = graph.all_node_columns()
    with xml_file(out) as file, file.element("gexf", nsmap={None: SPACE, "viz": VIZ}, version="1.3"):
        file.write("\n", _with_text("meta", "creator", "county-kg"), "\n")
        with file.element("graph", defaultedgetype="directed", mode="static", idtype="string"):
            file.write("\n", _declared("node", OF_NODES, columns), "\n")
            file.write(_declared("edge", OF_EDGES, graph.edge_columns), "\n")
            with file.element("nodes"):
                file.write("\n")
                for node in graph.nodes():
                    own = {"kind": node.kind, "classes": " ".join(node.classes)}
                    own |= {name: column_text(columns[name], values) for name, values in node.properties.items()}
                    with file.element("node", _safe({"id": node.iri, "label": node.label}, node.iri, told)):
                        file.write(_values(_safe(own, node.iri, told)))
                        if colour := options.colours.get(node.kind):
                            with file.element(f"{{{VIZ}}}color", rgb(colour)):
                                pass
                    file.write("\n")
            with file.element("edges"):
                file.write("\n")
                for edge in graph.edges():
                    own = {"relation": edge.relation, **{name: text for name, (_, text) in edge.properties.items()}}
                    where = f"{edge.source} {edge.relation} {edge.target}"
                    with file.element("edge", _of_edge(edge)):
                        file.write(_values(_safe(own, where, told)))
                    file.write("\n")
    return told.remarks()


def rgb(colour: str) -> dict[str, str]:
    """The three parts of a colour.

    >>> rgb("#a05fd6")
    {'r': '160', 'g': '95', 'b': '214'}
    """
    return {part: str(int(colour[at : at + 2], 16)) for part, at in (("r", 1), ("g", 3), ("b", 5))}


def _of_edge(edge: Edge) -> dict[str, str]:
    support = int(edge.properties["support"][1]) if "support" in edge.properties else 1
    return {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "label": edge.relation,
        "kind": edge.relation,
        "weight": str(max(support, 1)),
    }


def _safe(texts: Mapping[str, str], where: str, told: Changes) -> dict[str, str]:
    return {name: xml_text(text, f"{where} {name}", told) for name, text in texts.items()}


# Elements are made without a namespace and written into one: the default of the file's first element holds for them.
# With it each would declare it again.
def _values(own: Mapping[str, str]) -> etree._Element:
    values = etree.Element("attvalues")
    for name, text in own.items():
        etree.SubElement(values, "attvalue", {"for": name, "value": text})
    return values


def _declared(of: str, fixed: tuple[str, ...], columns: Mapping[str, Column]) -> etree._Element:
    element = etree.Element("attributes", {"class": of, "mode": "static"})
    types = {name: column_type(column) for name, column in columns.items()}
    for name in (*fixed, *columns):
        etree.SubElement(element, "attribute", {"id": name, "title": name, "type": types.get(name, "string")})
    return element


def _with_text(outer: str, inner: str, text: str) -> etree._Element:
    element = etree.Element(outer)
    etree.SubElement(element, inner).text = text
    return element
