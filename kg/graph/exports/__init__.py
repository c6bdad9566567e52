"""A build in the formats of other programs, one module a format; `kg.graph.exports.formats` lists them.

RDF formats hold every triple. Property graphs (GraphML, GEXF, Neo4j's CSV) have a node for each entity and an edge for
each triple between two of them, with the first quote that says so; how triples become these is said once, in
`kg.graph.exports.property_graph`. All is read from the Turtle files of the build as a stream in the order of subjects,
so the same build gives the same bytes.
"""
