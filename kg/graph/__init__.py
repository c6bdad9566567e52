"""Entities and claims as RDF: triples, Turtle, SPARQL with its saved queries, checks, exports.

`vocabulary` is the one list of prefixes, classes, relations and modalities; from here on rdflib may be met with.
"""
