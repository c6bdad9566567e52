"""RDF/XML, a `rdf:Description` for each subject.

Written with lxml rather than by pyoxigraph, whose RDF/XML (0.5.13) has raw carriage returns, which every reader turns
into line feeds, and raw control characters, which no reader takes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import BinaryIO

import pyoxigraph as ox

from kg.graph.exports.options import Options
from kg.graph.exports.reading import Build, BuildUnreadable
from kg.graph.exports.xml_text import changes, xml_file, xml_text
from kg.graph.vocabulary import PREFIXES

RDF, XSD_STRING = PREFIXES["rdf"], PREFIXES["xsd"] + "string"
XML = "http://www.w3.org/XML/1998/namespace"
LOCAL = re.compile(r"[^\W\d][\w.-]*\Z")  # the end of an IRI that can be an element's name


def write_rdfxml(build: Build, options: Options, out: BinaryIO) -> tuple[str, ...]:
    """All triples of the part. Raises BuildUnreadable for a predicate that RDF/XML has no way to write."""
    told = changes()
    namespaces = {"xml": XML, **PREFIXES}
    with xml_file(out) as file, file.element(f"{{{RDF}}}RDF", nsmap=namespaces):
        file.write("\n")
        for subject in build.subjects(options.part):
            with file.element(f"{{{RDF}}}Description", {f"{{{RDF}}}about": subject.iri}):
                for predicate, value in subject.statements:
                    file.write("\n  ")
                    with file.element(_name(predicate), _attributes(value)):
                        if isinstance(value, ox.Literal):
                            file.write(xml_text(value.value, f"{subject.iri} {predicate}", told))
                file.write("\n")
            file.write("\n")
    return told.remarks()


def _attributes(value: ox.NamedNode | ox.Literal) -> dict[str, str]:
    if isinstance(value, ox.NamedNode):
        return {f"{{{RDF}}}resource": value.value}
    if value.language:
        return {f"{{{XML}}}lang": value.language}
    return {} if value.datatype.value == XSD_STRING else {f"{{{RDF}}}datatype": value.datatype.value}


@cache
def _name(predicate: str) -> str:
    """The element's name of a predicate: its namespace, and as much of its end as XML takes for a name."""
    start = max(predicate.rfind("#"), predicate.rfind("/")) + 1
    if not LOCAL.match(predicate[start:]) or not start:
        raise BuildUnreadable(f"RDF/XML cannot write the property <{predicate}>. Export to Turtle or N-Triples")
    return f"{{{predicate[:start]}}}{predicate[start:]}"
