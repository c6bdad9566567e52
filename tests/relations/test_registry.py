"""The extractors: each relation once, each giving only its own; and what holds for every claim of any text."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from hypothesis import given, settings
from mentions.articles import MIXED, reading

from kg.mentions.mention import Area, Body
from kg.mentions.reading import Reading, read
from kg.relations import attends, batch, builds, directs, holds, hosts, inspects, invests, leads, targets
from kg.relations.claim import Amount, Batch, Claim, Company, Meeting, Person, Policy, PostRef, Project, Target
from kg.relations.registry import EXTRACTORS, MODULES, extract
from kg.repair.article import READ_ZONES
from kg.repair.pipeline import repair
from kg.sources.record import RawRecord

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SIDES = {
    "leads": (Person, (Area, Body)), "holds": (Person, PostRef), "hosts": (Area, Project), "invests": (Project, Amount),
    "directs": (Meeting, Policy), "builds": (Company, Project), "announces": (Area, Batch), "targets": ((Area, Company,
    Body), Target), "attends": (Person, Meeting), "inspects": (Person, (Area, Project, Company, Body)),
}  # fmt: skip
TEXT = """平原县委书记李志远，县长赵明辉出席全县蓝莓产业推进大会。会议部署“十大攻坚”行动。
云帆锂电池项目由蓝谷新材料有限公司投资建设，总投资5亿元，落户王凤楼镇。
此次集中开工项目17个，总投资21.2亿元。力争到2025年，工业总产值突破600亿元。李志远到王凤楼镇调研。
编辑：钱文涛"""


def test_every_relation_once_in_the_order_of_the_modules() -> None:
    assert list(EXTRACTORS) == [module.RELATION for module in MODULES]
    assert len(set(EXTRACTORS)) == len(MODULES) == 10
    assert (leads, holds, hosts, invests, directs, builds, batch, targets, attends, inspects) == MODULES
    assert set(EXTRACTORS) == set(SIDES)


def test_the_registry_cannot_be_changed_and_knows_no_other_relation() -> None:
    with pytest.raises(TypeError):
        EXTRACTORS["owns"] = leads.extract  # type: ignore[index]
    with pytest.raises(KeyError):
        EXTRACTORS["owns"]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.RELATION)
def test_an_extractor_yields_only_its_own_relation(module: object) -> None:
    extractor = EXTRACTORS[module.RELATION]  # type: ignore[attr-defined]
    assert inspect.isgeneratorfunction(extractor)
    found = [each for each in extractor(reading(TEXT)) if isinstance(each, Claim)]
    assert {claim.relation for claim in found} == {module.RELATION}  # type: ignore[attr-defined]


def test_all_claims_come_relation_by_relation() -> None:
    read = reading(TEXT)
    together = list(extract(read))
    each = [each for extractor in EXTRACTORS.values() for each in extractor(read)]
    assert together == [claim for claim in each if isinstance(claim, Claim)]
    assert {claim.relation for claim in together} == set(EXTRACTORS)


def test_reading_twice_gives_the_same() -> None:
    assert list(extract(reading(TEXT))) == list(extract(reading(TEXT)))


def claims_hold(read: Reading) -> list[Claim]:
    """Checks what every claim must fulfil; the claims."""
    text = read.article.text
    zones = [(zone.start, zone.end) for zone in read.article.zones if zone.kind in READ_ZONES]
    found = list(extract(read))
    for claim in found:
        subject, object_ = SIDES[claim.relation]
        assert isinstance(claim.subject, subject) and isinstance(claim.object, object_)
        assert 0.0 < claim.confidence <= 1.0
        assert claim.rule.partition(".")[0] in {*EXTRACTORS, "post", "batch"}
        assert any(start <= claim.quote.start for start, _ in zones) and claim.quote.end <= len(text)
        for span in (claim.subject_span, claim.object_span):
            if span is not None:
                assert any(start <= span.start < span.end <= end for start, end in zones), (
                    claim,
                    text[span.start : span.end],
                )
        assert claim.object_span is None or claim.quote.start <= claim.object_span.start, claim
        assert claim.object_span is None or claim.object_span.end <= claim.quote.end, claim
        if claim.relation in ("leads", "holds"):
            assert claim.subject_span and text[claim.subject_span.start : claim.subject_span.end] == claim.subject.name  # type: ignore[union-attr]
    return found


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_claims_of_the_seeds(path: Path) -> None:
    assert claims_hold(read(repair(RawRecord(path.name, path.read_bytes()))))


@settings(max_examples=150, deadline=None)
@given(MIXED)
def test_claims_of_any_mixture(text: str) -> None:
    claims_hold(reading("平原县今天召开会议部署重点工作。" + text))


@pytest.mark.parametrize("line", [
    "编辑：李志远", "责任编辑：李志远", "记者 李志远 通讯员 赵明辉", "来源：平原县融媒体中心 作者：李志远",
    "（记者 李志远）",
    "版权所有 平原县委书记李志远",
])  # fmt: skip
def test_whom_bylines_and_notices_name_appears_in_no_claim(line: str) -> None:
    text = f"平原签约新项目\n5月6日，平原县签约云帆锂电池项目，总投资5亿元，大家踊跃发言，会议开得成功。\n{line}\n"
    found = claims_hold(reading(text))
    assert found and not any(isinstance(claim.subject, Person) for claim in found)
