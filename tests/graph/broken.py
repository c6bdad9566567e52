"""The graph of the contract, and thirty ways to break it, each with what the shapes say of it."""

from __future__ import annotations

from pathlib import Path

CONTRACT = (Path(__file__).parent / "contract.ttl").read_text(encoding="utf-8")

# (what stands in the contract, what is put in its place, Chinese message, English message), the messages in part
BROKEN: tuple[tuple[str, str, str, str], ...] = (
    ('rdfs:label "张三"@zh', 'rdfs:label "张三"@zh , "张三儿"@zh', "有且仅有一个带 @zh", "exactly one rdfs:label"),
    ('rdfs:label "张三"@zh', 'rdfs:label "张三"', "有且仅有一个带 @zh", "exactly one rdfs:label"),
    ('schema:name "张三"', 'schema:name "张三"@zh', "不带语言标记的 schema:name", "exactly one plain schema:name"),
    ('schema:name "张三"', 'schema:name "张四"', "“张四”与 rdfs:label", "The schema:name 张四 is not the text"),
    ('skos:altLabel "張三"@zh-hant', 'skos:altLabel "Zhang San"@fr', "须带 @zh、@zh-hant", "Tag each skos:altLabel"),
    ('skos:altLabel "張三"@zh-hant', 'skos:altLabel "张三"@zh', "相同:删去", "says what the rdfs:label says"),
    ('skos:notation "371499"', 'skos:notation "3714"', "六位代码", "six-digit GB/T 2260 code"),
    ('skos:notation "371499"', 'skos:notation "371400"', "属于两个区域", "that of two areas"),
    ("schema:containedInPlace id:province", "rdfs:seeAlso id:province", "一个上级行政区域", "the one area above it"),
    ("id:zone a kg:DevelopmentZone", "id:zone a kg:Zone", "没有这个类", "The ontology has no such class"),
    ("kg:rule", "kg:rules", "没有属性 kg:rules", "The ontology has no property kg:rules"),
    ("schema:location id:county", "schema:location []", "指向空白节点", "points to a blank node"),
    ("id:person a kg:Official", "id:person a foaf:Person", "主政者须为 kg:Official", "Only a kg:Official leads"),
    ("id:batch a kg:ProjectBatch", "id:batch kg:invests id:amount ; a kg:ProjectBatch", "批次用 kg:batchInvestment",
     "a batch has kg:batchInvestment"),
    ("kg:directs id:policy", "kg:directs id:project", "须指向 kg:Policy", "point to a kg:Policy"),
    ("org:postIn id:body", "org:postIn id:county", "不得指向区域", "never to an area"),
    ("org:member id:person ;", "", "有且仅有一名任职者", "exactly one person as org:member"),
    ("kg:post id:post ;", "kg:post id:role ;", "没有任期", "has no term: make one"),
    ("org:holds id:post .", ".", "未由任职者", "does not hold the post"),
    ('kg:lastSeen "2022-02', 'kg:lastSeen "2021-02', "不晚于 kg:lastSeen", "not later than kg:lastSeen"),
    ('kg:firstSeen "2022-01-10"^^xsd:date', 'kg:firstSeen "2022-01-32"^^xsd:date', "类型 xsd:date", "an xsd:date"),
    ("schema:value 500000000 ;", "schema:value 5.0e8 ;", "正整数 schema:value", "a positive integer in yuan"),
    ('schema:currency "CNY"', 'schema:currency "元"', "三个大写字母", "three capital letters"),
    ("kg:amountKind kg:Planned", "kg:amountKind kg:Denied", "须说明金额性质", "one kg:amountKind"),
    ("id:batch a", "id:batch kg:batchInvestment id:amount ; a", "只属于一个项目或批次",
     "belongs to one project or batch"),
    ("kg:investsCNY 500000000", "kg:investsCNY 5", "不是该项目任何", "the value of no amount"),
    ("kg:projectCount 17", "kg:status 17", "须有项目数或总投资", "kg:projectCount or a kg:batchInvestment"),
    ('"2022"^^xsd:gYear', '"2022"', "类型 xsd:gYear", "an xsd:gYear"),
    (" ; kg:inPost id:post", "", "须以 kg:inPost 指明", "the post through which"),
    ("rdf:object id:county", "rdf:object id:body", "没有对应的 kg:Claim", "has no kg:Claim"),
    ("rdf:object id:policy", "rdf:object id:nothing", "且图中有此实体", "rdf:object, an entity of the graph"),
    ("kg:modality kg:Asserted", "kg:modality kg:HopedFor", "没有足够可信的出处断言", "no segment of enough confidence"),
    ("kg:modality kg:Asserted ; kg:confidence 0.9", "kg:modality kg:Asserted ; kg:confidence 0.4",
     "没有足够可信的出处断言", "no segment of enough confidence"),
    ("kg:modality kg:Denied", "kg:modality kg:Asserted", "三元组却未发布", "its triple is not published"),
    ("kg:modality kg:Asserted", "kg:modality kg:Signed", "有且仅有一个情态", "exactly one kg:modality"),
    ("prov:wasDerivedFrom id:segment0", "prov:wasDerivedFrom id:none", "至少有一处出处",
     "at least one oa:SpecificResource"),
    ("kg:support 1 ;", "kg:support -1 ;", "支持文章数", "number of independent articles"),
    ("kg:confidence 0.9 ; kg:support", "kg:confidence 90.0 ; kg:support", "0 到 1 的 xsd:decimal",
     "xsd:decimal from 0 to 1"),
    ("oa:hasSelector id:quote0 ,", "oa:hasSelector", "一个引文选择器", "exactly one oa:TextQuoteSelector"),
    ('oa:exact "第0句原话。"', 'oa:exact ""', "一段非空的原句", "exactly one oa:exact, not empty"),
    ("oa:start 0 ; oa:end 2", "oa:start 2 ; oa:end 2", "小于终点", "less than its oa:end"),
    ('dcterms:identifier "a.txt"', 'dcterms:title "a.txt"', "一个来源标识", "exactly one dcterms:identifier"),
    ("kg:sha256 \"0", "kg:sha256 \"X", "64 位小写十六进制", "64 hexadecimal digits"),
)  # fmt: skip


def broken(before: str, after: str) -> str:
    """The contract with the first `before` replaced."""
    assert before in CONTRACT, before
    return CONTRACT.replace(before, after, 1)
