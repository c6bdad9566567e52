"""From claims to a world: what becomes one, what stays apart, and that the order of articles changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import (
    BATCH,
    BUREAU,
    COUNTY,
    EACH_RELATION,
    FAR_COMMITTEE,
    FAR_SECRETARY,
    FIRM,
    GOVERNMENT,
    LI,
    MAGISTRATE,
    NEIGHBOUR,
    PROJECT,
    SECRETARY,
    ZHANG,
    ZONE,
    Told,
    claim,
    each,
    holds,
    of_kind,
    properties,
    told,
    world,
    yuan,
)  # fmt: skip

from kg.linking.linker import merged
from kg.linking.world import Entity, Link, World
from kg.mentions.mention import Body, Span
from kg.relations.claim import Claim, Modality, Person, PostRef, Project
from kg.repair.article import Article
from kg.repair.pipeline import repair
from kg.sources.record import RawRecord
from kg.table.rows import Segment
from kg.table.segments import CONTEXT, LONGEST_QUOTE, segment_of

NEIGHBOURS_MAGISTRATE = PostRef("县长", Body("人民政府", "government", NEIGHBOUR))
NEIGHBOURS_DEPUTY = PostRef("副县长", NEIGHBOURS_MAGISTRATE.body)
MANAGER = PostRef("经理", FIRM)


def people(*articles: Told) -> list[str]:
    return sorted(entity.label for entity in of_kind(world(*articles), "official", "person"))


class TestPeople:
    @pytest.mark.parametrize(("one", "other", "nodes"), [
        (SECRETARY, SECRETARY, 1),
        (SECRETARY, PostRef("县委副书记", SECRETARY.body), 1),  # promoted
        (SECRETARY, MAGISTRATE, 1),
        (SECRETARY, NEIGHBOURS_MAGISTRATE, 2),  # nobody heads two counties on one day
        (SECRETARY, NEIGHBOURS_DEPUTY, 1),  # of the same prefecture
        (SECRETARY, FAR_SECRETARY, 2),  # of another
        (MANAGER, MANAGER, 1),
        (SECRETARY, MANAGER, 2),
    ])  # fmt: skip
    def test_of_one_name_in_two_articles(self, one: PostRef, other: PostRef, nodes: int) -> None:
        assert people(told("a", holds(ZHANG, one)), told("b", holds(ZHANG, other))) == ["张伟"] * nodes

    def test_of_one_name_in_one_article_are_one(self) -> None:
        assert people(told("a", holds(ZHANG, SECRETARY, FAR_SECRETARY, MANAGER))) == ["张伟"]

    def test_of_two_names_are_two(self) -> None:
        assert people(told("a", [*holds(ZHANG, SECRETARY), *holds(LI, SECRETARY)])) == sorted(["张伟", "李四"])

    def test_who_hold_one_public_post_are_officials_in_all_they_do(self) -> None:
        linked = world(told("a", [*holds(Person("张伟", official=False), MANAGER), *holds(ZHANG, SECRETARY)]))
        assert [entity.kind for entity in of_kind(linked, "official", "person")] == ["official"]

    def test_a_third_article_that_names_both_posts_joins_them(self) -> None:
        apart = [told("a", holds(ZHANG, SECRETARY)), told("b", holds(ZHANG, FAR_SECRETARY))]
        assert len(people(*apart, told("c", holds(ZHANG, SECRETARY, FAR_SECRETARY)))) == 1


class TestTermsOfOffice:
    def test_are_one_for_each_person_and_post(self) -> None:
        linked = world(told("a", holds(ZHANG, SECRETARY, MAGISTRATE)), told("b", holds(ZHANG, SECRETARY)))
        assert [term.label for term in of_kind(linked, "term")].count("张伟：平原县委书记") == 1
        assert len(of_kind(linked, "term")) == 2

    def test_name_person_body_role_and_post(self) -> None:
        linked = world(told("a", holds(ZHANG, SECRETARY)))
        (term,) = of_kind(linked, "term")
        named = {name: linked.entities[value.id].label for name, value in term.properties if isinstance(value, Link)}
        assert named == {
            "org:member": "张伟", "org:organization": "中共平原县委员会",
            "org:role": "县委书记", "kg:post": "平原县委书记",
        }  # fmt: skip

    @pytest.mark.parametrize(("seen", "first", "last"), [
        ([("2022-01-10", "asserted")], "2022-01-10", "2022-01-10"),
        ([("2022-03-01", "asserted"), ("2021-05-02", "asserted")], "2021-05-02", "2022-03-01"),
        ([("2022-01-10", "asserted"), ("2019-01-01", "past"), ("2023-01-01", "planned")], "2022-01-10", "2022-01-10"),
        ([("2022-01-10", "asserted"), ("2023-01-01", "denied"), (None, "asserted")], "2022-01-10", "2022-01-10"),
        ([("2019-01-01", "past")], None, None),
        ([(None, "asserted")], None, None),
    ])  # fmt: skip
    def test_are_seen_only_where_the_post_is_asserted(
        self, seen: list[tuple[str | None, Modality]], first: str | None, last: str | None
    ) -> None:
        articles = [
            told(f"{number}", holds(ZHANG, SECRETARY, modality=how), day) for number, (day, how) in enumerate(seen)
        ]
        (term,) = of_kind(world(*articles), "term")
        found = [properties(term, name) for name in ("kg:firstSeen", "kg:lastSeen")]
        assert found == [[date.fromisoformat(day)] if day else [] for day in (first, last)]


class TestStatements:
    def test_said_in_three_places_are_one_with_three_segments(self) -> None:
        linked = world(told("a", [each("hosts"), each("hosts")]), told("b", [each("hosts")]))
        (statement,) = linked.statements.values()
        assert sorted((s.article, s.start) for s in statement.segments) == [("a", 0), ("a", 10), ("b", 0)]

    def test_of_each_relation_link_entities_that_are_there(self) -> None:
        linked = world(told("a", map(each, EACH_RELATION)))
        assert sorted(statement.predicate for statement in linked.statements.values()) == sorted(EACH_RELATION)
        for statement in linked.statements.values():
            assert {statement.subject, statement.object} <= linked.entities.keys()

    def test_leads_through_the_post_that_is_held_now(self) -> None:
        past = claim("leads", ZHANG, COUNTY, "past", 0.99, MAGISTRATE)
        now = claim("leads", ZHANG, COUNTY, "asserted", 0.6, SECRETARY)
        surer = claim("leads", ZHANG, COUNTY, "asserted", 0.9, PostRef("县委第一书记", SECRETARY.body))
        cases = [((past, now), "平原县委书记"), ((past, now, surer), "平原县委第一书记"), ((past,), "平原县政府县长")]
        for said, post in cases:
            linked = world(told("a", said))
            (statement,) = [s for s in linked.statements.values() if s.predicate == "leads"]
            assert statement.in_post is not None and linked.entities[statement.in_post].label == post


class TestAmounts:
    def test_are_never_shared_by_two_projects(self) -> None:
        other = Project("丁医院", COUNTY)
        linked = world(told("a", [each("invests"), claim("invests", other, EACH_RELATION["invests"][1])]))
        assert len(of_kind(linked, "amount")) == 2
        assert len({s.object for s in linked.statements.values()}) == 2

    def test_said_twice_of_one_project_are_one(self) -> None:
        assert len(of_kind(world(told("a", [each("invests")]), told("b", [each("invests")])), "amount")) == 1

    def test_of_a_batch_are_no_investment_of_a_project(self) -> None:
        linked = world(told("a", [each("announces"), claim("hosts", COUNTY, PROJECT)]))
        assert {statement.predicate for statement in linked.statements.values()} == {"announces", "hosts"}
        (batch,) = of_kind(linked, "batch")
        (total,) = properties(batch, "kg:batchInvestment")
        assert isinstance(total, Link) and linked.entities[total.id].kind == "amount"

    def test_of_a_batch_and_of_a_project_are_two_though_equal(self) -> None:
        assert BATCH.total is not None
        linked = world(told("a", [each("announces"), claim("invests", PROJECT, yuan(BATCH.total.value))]))
        assert len(of_kind(linked, "amount")) == 2


class TestMerging:
    def test_keeps_the_longest_name_as_label_and_the_others_beside_it(self) -> None:
        names = ["乙新材料生产基地", "乙新材料生产基地建设项目", "乙新材料生产基地项目"]
        linked = world(*(told(name, [claim("hosts", COUNTY, Project(name, COUNTY))]) for name in names))
        (project,) = of_kind(linked, "project")
        assert (project.label, sorted(project.names)) == (names[1], [names[0], names[2]])

    def test_of_a_project_and_a_park_gives_a_park_once_one_says_so(self) -> None:
        said = [claim("hosts", COUNTY, Project("乙园", COUNTY, park=park)) for park in (True, False)]
        linked = world(told("a", said))
        assert [entity.kind for entity in of_kind(linked, "park", "project")] == ["park"]

    def test_keeps_the_names_and_properties_of_both(self) -> None:
        one = Entity("x/1", "project", "乙", ("丙",), (("kg:status", "开工"),))
        other = Entity("x/1", "project", "乙项目", ("丁",), (("kg:status", "开工"), ("kg:industry", "化工")))
        both = merged(one, other)
        assert (both.label, both.names) == ("乙项目", ("丁", "丙", "乙"))
        assert set(both.properties) == {*one.properties, *other.properties}
        assert both == merged(other, one)

    def test_of_an_entity_with_itself_changes_nothing(self) -> None:
        for entity in world(told("a", map(each, EACH_RELATION))).entities.values():
            assert merged(entity, entity) == entity


CLAIMS = [
    *(claim(relation, *EACH_RELATION[relation], how) for relation in EACH_RELATION for how in ("asserted", "denied")),
    *holds(ZHANG, FAR_SECRETARY), *holds(ZHANG, MANAGER), *holds(Person("张伟", official=False), MANAGER),
    *holds(LI, SECRETARY), *holds(LI, NEIGHBOURS_MAGISTRATE), *holds(LI, PostRef("局长", BUREAU)),
    claim("leads", LI, FAR_COMMITTEE, in_post=FAR_SECRETARY), claim("leads", ZHANG, COUNTY, in_post=MAGISTRATE),
    claim("hosts", ZONE, Project("乙新材料生产基地项目", ZONE)), claim("targets", COUNTY, EACH_RELATION["targets"][1]),
    claim("invests", PROJECT, yuan(500_000_000, about="约")), claim("targets", GOVERNMENT, EACH_RELATION["targets"][1]),
]  # fmt: skip
DATES = st.sampled_from([None, "2021-05-02", "2022-01-10"])


def plainly(linked: World) -> list[object]:
    """All of a world, in its order."""
    return [
        list(linked.entities.items()), list(linked.articles.items()),
        [(key, sorted(statement.segments), statement.in_post) for key, statement in linked.statements.items()],
    ]  # fmt: skip


class TestOrder:
    def test_of_articles_changes_nothing(self) -> None:
        articles = [told(f"{n}", CLAIMS[n::4], ["2022-01-10", None][n % 2]) for n in range(4)]
        first, *others = (plainly(world(*order)) for order in permutations(articles))
        assert all(other == first for other in others)

    @settings(max_examples=60)
    @given(st.lists(st.tuples(st.lists(st.sampled_from(CLAIMS), max_size=5), DATES), max_size=6), st.randoms())
    def test_of_any_articles_changes_nothing(
        self, stories: list[tuple[list[Claim], str | None]], random: object
    ) -> None:
        articles = [told(f"{number}", claims, day) for number, (claims, day) in enumerate(stories)]
        shuffled = list(articles)
        random.shuffle(shuffled)  # type: ignore[attr-defined]
        assert plainly(world(*shuffled)) == plainly(world(*articles))

    def test_of_a_world_is_that_of_its_identifiers(self) -> None:
        linked = world(*(told(f"{n}", CLAIMS[n::3]) for n in (2, 0, 1)))
        for table in (linked.entities, linked.statements, linked.articles):
            assert list(table) == sorted(table)


class TestSegments:
    def article(self, words: str) -> Article:
        return repair(RawRecord("a.txt", words.encode()))

    def segment(self, article: Article, quote: str, subject: str = "", object_: str = "") -> Segment:
        places = [article.text.index(words) for words in (quote, subject, object_)]
        spans = [Span(a, a + len(words)) for a, words in zip(places, (quote, subject, object_), strict=True)]
        said = replace(each("holds"), quote=spans[0], subject_span=spans[1] if subject else None,
                       object_span=spans[2] if object_ else None)  # fmt: skip
        return segment_of(article, said)

    def test_hold_the_words_their_surroundings_and_both_positions(self) -> None:
        article = self.article("前文在此。縣(xiàn)委書(shū)記張偉表示。后文在此。")
        found = self.segment(article, "县委书记张伟表示。", "张伟", "县委书记")
        assert (found.exact, found.prefix, found.suffix) == ("县委书记张伟表示。", "前文在此。", "后文在此。")
        assert (found.subject_words, found.object_words) == ("张伟", "县委书记")
        assert article.text[found.start : found.end] == found.exact
        damaged = "前文在此。縣(xiàn)委書(shū)記張偉表示。后文在此。".encode()[found.byte_start : found.byte_end]
        assert damaged.decode() == "縣(xiàn)委書(shū)記張偉表示。"

    def test_show_little_of_what_stands_around(self) -> None:
        found = self.segment(self.article("前" * 99 + "县委书记张伟表示。" + "后" * 99), "县委书记张伟表示。")
        assert (found.prefix, found.suffix) == ("前" * CONTEXT, "后" * CONTEXT)

    @pytest.mark.parametrize("before", [0, 700, 2_000])
    def test_of_a_very_long_sentence_are_cut_around_the_words_of_both_sides(self, before: int) -> None:
        words = "在" * before + "县委书记张伟表示" + "中" * 2_000
        found = self.segment(self.article(words), words, "张伟", "县委书记")
        assert "县委书记张伟" in found.exact and found.exact in words
        assert len(found.exact) <= LONGEST_QUOTE
