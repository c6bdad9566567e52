"""A graph of the size that 600 articles make: 4,100 entities, 4,600 edges, 2,400 claims. Nothing in it is true."""

from __future__ import annotations

import random

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import ORG, RDF, RDFS

from kg.analysis.namespaces import KG, OA, PROV, SCHEMA

ID = Namespace("https://w3id.org/county-kg/id/")
PROVINCES, PREFECTURES, COUNTIES, PEOPLE, PROJECTS = 30, 150, 250, 1000, 460
SIGNS = "山水云林石青白安和平长宁东西南北清河湖海"


def large_graph(times: int = 1) -> Graph:
    """The graph, `times` as large; the same in every run."""
    chance, graph = random.Random(7), Graph()

    def name(suffix: str, length: int = 2) -> str:
        return "".join(chance.choice(SIGNS) for _ in range(length)) + suffix

    def thing(kind: str, at: int, cls: URIRef, label: str) -> URIRef:
        iri = ID[f"{kind}/{at}"]
        graph.add((iri, RDF.type, cls))
        graph.add((iri, RDFS.label, Literal(label, lang="zh")))
        graph.add((iri, SCHEMA.name, Literal(label)))
        return iri

    articles = [thing("article", at, SCHEMA.NewsArticle, f"第{at}篇") for at in range(500 * times)]
    claims = iter(range(10**9))

    def say(subject: URIRef, predicate: URIRef, target: URIRef, text: str) -> None:
        at = next(claims)
        claim, segment, quote = ID[f"claim/{at:06}"], ID[f"segment/{at}"], ID[f"quote/{at}"]
        for triple in (
            (subject, predicate, target),
            (claim, RDF.type, KG.Claim),
            (claim, RDF.subject, subject),
            (claim, RDF.predicate, predicate),
            (claim, RDF.object, target),
            (claim, KG.confidence, Literal(0.9)),
            (claim, PROV.wasDerivedFrom, segment),
            (segment, OA.hasSource, chance.choice(articles)),
            (segment, OA.hasSelector, quote),
            (segment, KG.modality, KG.Asserted),
            (segment, KG.rule, Literal("rule.name")),
            (quote, OA.exact, Literal(text)),
            (quote, OA.prefix, Literal("本报讯" * 8)),
            (quote, OA.suffix, Literal("记者" * 12)),
        ):
            graph.add(triple)

    provinces = [thing("p", at, KG.Province, name("省")) for at in range(PROVINCES)]
    prefectures = [thing("f", at, KG.Prefecture, name("市")) for at in range(PREFECTURES * times)]
    counties = [thing("c", at, KG.County, name("县")) for at in range(COUNTIES * times)]
    for lower, upper in ((prefectures, provinces), (counties, prefectures)):
        for area in lower:
            graph.add((area, SCHEMA.containedInPlace, chance.choice(upper)))
    for at in range(PEOPLE * times):
        area = chance.choice([*counties, *prefectures])
        label = name("", 3)
        person = thing("o", at, KG.Official, label)
        body = thing("g", at, KG.PublicBody, name("局", 4))
        post = thing("s", at, ORG.Post, name("局长", 4))
        graph.add((body, KG.jurisdiction, area))
        graph.add((post, ORG.postIn, body))
        say(person, ORG.holds, post, f"局长{label}主持会议并讲话，要求抓好落实")
        if at % 2:
            say(person, KG.leads, area, f"县长{label}出席开工仪式")
    for at in range(PROJECTS * times):
        label = name("产业园项目", 4)
        project = thing("j", at, KG.Project, label)
        say(chance.choice(counties), KG.hosts, project, f"{label}开工建设，总投资若干亿元")
        if at % 4 == 0:
            say(project, KG.invests, thing("a", at, SCHEMA.MonetaryAmount, f"{at}亿元"), f"{label}总投资{at}亿元")
    return graph
