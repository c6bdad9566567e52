"""Decisions obeyed: what is merged, split and renamed, under which ids, and what holds when the input changes."""

from __future__ import annotations

import pytest
from invented import (
    COUNTY,
    FAR_COUNTY,
    FAR_SECRETARY,
    LI,
    MAGISTRATE,
    MEETING,
    NEIGHBOUR,
    POLICY,
    PREFECTURE,
    PROJECT,
    ZHANG,
    Told,
    claim,
    holds,
    of_kind,
    properties,
    told,
    yuan,
)

from kg.linking.decisions import COLUMNS, read_decisions
from kg.linking.linker import Linker
from kg.linking.world import Link, World
from kg.mentions.mention import Body
from kg.relations.claim import Company, PostRef, Project

NEIGHBOURS_MAGISTRATE = PostRef("县长", Body("人民政府", "government", NEIGHBOUR))
AT_HOME, FAR = told("a", holds(ZHANG, MAGISTRATE)), told("b", holds(ZHANG, FAR_SECRETARY))


def world(*articles: Told, decisions: str = "") -> World:
    linker = Linker()
    for article in articles:
        linker.add(article.info, article.claims)
    return linker.world(read_decisions(f"{','.join(COLUMNS)}\n{decisions}".encode()))


def persons(linked: World) -> list[str]:
    return sorted(entity.id for entity in of_kind(linked, "official", "person"))


HOME_ID, FAR_ID = persons(world(AT_HOME))[0], persons(world(FAR))[0]


class TestMerge:
    def test_makes_one_of_two_and_keeps_the_retired_id(self) -> None:
        linked = world(AT_HOME, FAR, decisions=f"merge,{HOME_ID},{FAR_ID},,,")
        assert persons(linked) == [HOME_ID] and linked.problems == () and linked.heeded == 1
        assert properties(linked.entities[HOME_ID], "dcterms:replaces") == [Link(FAR_ID)]
        assert len([s for s in linked.statements.values() if s.predicate == "holds"]) == 2
        assert {dict(term.properties)["org:member"] for term in of_kind(linked, "term")} == {Link(HOME_ID)}

    @pytest.mark.parametrize("form", [
        "https://w3id.org/county-kg/id/{}", "urn:x-kg:{}", "id/{}", "{}",
    ])  # fmt: skip
    def test_takes_an_iri_as_well(self, form: str) -> None:
        linked = world(AT_HOME, FAR, decisions=f"merge,{form.format(HOME_ID)},{form.format(FAR_ID)},,,")
        assert persons(linked) == [HOME_ID]

    def test_is_undone_by_taking_the_line_out(self) -> None:
        before = world(AT_HOME, FAR)
        assert world(AT_HOME, FAR, decisions=f"merge,{HOME_ID},{FAR_ID},,,").entities != before.entities
        assert world(AT_HOME, FAR).entities == before.entities

    def test_holds_when_another_article_gives_the_person_another_id(self) -> None:
        """A third article with a body that sorts first changes the id; the one in the file still leads to him."""
        others = [told("0", holds(ZHANG, FAR_SECRETARY, PostRef(title, Body(name, "office", FAR_COUNTY))))
                  for title, name in (("局长", f"第{n}局") for n in range(20))]  # fmt: skip
        changed = next(each for each in others if persons(world(FAR, each)) != [FAR_ID])
        linked = world(AT_HOME, FAR, changed, decisions=f"merge,{HOME_ID},{FAR_ID},,,")
        assert persons(linked) == [HOME_ID] and linked.problems == ()

    def test_of_two_names_takes_the_label_that_is_given(self) -> None:
        linked = world(AT_HOME, told("b", holds(LI, FAR_SECRETARY)), decisions="merge,李四@b,张伟@a,,李四,")
        (person,) = of_kind(linked, "official")
        assert (person.label, person.names) == ("李四", ("张伟",))

    def test_of_three_in_a_row_makes_one(self) -> None:
        third = told("c", holds(ZHANG, NEIGHBOURS_MAGISTRATE))
        linked = world(AT_HOME, FAR, third, decisions="merge,张伟@b,张伟@c,,,\nmerge,张伟@a,张伟@b,,,")
        assert persons(linked) == [HOME_ID] and linked.heeded == 2
        assert len(properties(linked.entities[HOME_ID], "dcterms:replaces")) == 2

    def test_of_projects_joins_their_sums(self) -> None:
        other = Project("乙新材料二号基地", COUNTY)
        articles = [told("a", [claim("invests", PROJECT, yuan(5))]), told("b", [claim("invests", other, yuan(5))])]
        assert len(of_kind(world(*articles), "amount")) == 2
        linked = world(*articles, decisions=f"merge,{PROJECT.name}@a,{other.name}@b,,,")
        assert len(of_kind(linked, "project")) == len(of_kind(linked, "amount")) == 1

    def test_of_bodies_joins_their_posts(self) -> None:
        posts = [PostRef("局长", Body(name, "office", COUNTY)) for name in ("科技局", "科学和信息化局")]
        articles = [told("a", holds(ZHANG, posts[0])), told("b", holds(LI, posts[1]))]
        assert len(of_kind(world(*articles), "post")) == 2
        linked = world(*articles, decisions="merge,科技局@a,科学和信息化局@b,,平原县科学技术局,")
        assert len(of_kind(linked, "post")) == 1
        assert [body.label for body in of_kind(linked, "public_body")] == ["平原县科学技术局"]

    def test_takes_the_pair_out_of_the_review(self) -> None:
        third = told("c", holds(ZHANG, NEIGHBOURS_MAGISTRATE))
        assert len(world(AT_HOME, third).apart) == 1
        assert world(AT_HOME, third, decisions="merge,张伟@a,张伟@c,,,").apart == ()


class TestSplit:
    BOTH = told("a", holds(ZHANG, MAGISTRATE)), told("b", holds(ZHANG, MAGISTRATE)), told("c", holds(ZHANG, MAGISTRATE))

    def test_parts_the_mentions_of_the_articles_and_keeps_the_id_of_the_rest(self) -> None:
        linked = world(*self.BOTH, decisions=f"split,{HOME_ID},,b,,")
        assert len(persons(linked)) == 2 and HOME_ID in persons(linked)
        (part,) = set(persons(linked)) - {HOME_ID}
        assert {s.article for key, each in linked.statements.items() if key[0] == part for s in each.segments} == {"b"}

    def test_gives_the_part_the_same_id_whatever_else_is_read(self) -> None:
        few, many = (
            set(persons(world(*articles, decisions=f"split,{HOME_ID},,b,,"))) - {HOME_ID}
            for articles in (self.BOTH[:2], (*self.BOTH, told("0", holds(ZHANG, MAGISTRATE))))
        )
        assert few == many and len(few) == 1

    def test_twice_makes_three(self) -> None:
        linked = world(*self.BOTH, decisions=f"split,{HOME_ID},,b,,\nsplit,{HOME_ID},,c,,")
        assert len(persons(linked)) == 3 and linked.problems == ()

    def test_parts_a_project_by_the_id_that_it_replaced(self) -> None:
        """A prefecture's and its county's, which linking takes for one."""
        wide = Project(PROJECT.name, PREFECTURE)
        articles = [told("a", [claim("hosts", COUNTY, PROJECT)]), told("b", [claim("hosts", PREFECTURE, wide)])]
        (one,) = of_kind(world(*articles), "project")
        (retired,) = properties(one, "dcterms:replaces")
        linked = world(*articles, decisions=f"split,{one.id},{retired.id},,,")
        assert {each.id for each in of_kind(linked, "project")} == {one.id, retired.id}
        assert not any(properties(each, "dcterms:replaces") for each in of_kind(linked, "project"))

    def test_parts_meetings_policies_and_companies_too(self) -> None:
        firm = Company("平原县乙能新材料有限公司")
        articles = [
            told(name, [claim("directs", MEETING, POLICY), claim("builds", firm, PROJECT)]) for name in ("a", "b")
        ]
        lines = [f"split,{name}@a,,b,," for name in (MEETING.name, POLICY.name, firm.name)]
        linked = world(*articles, decisions="\n".join(lines))
        assert linked.problems == () and linked.heeded == 3
        assert [len(of_kind(linked, kind)) for kind in ("meeting", "policy", "company")] == [2, 2, 2]

    def test_of_an_article_that_is_gone_since_is_told_and_the_others_part(self) -> None:
        linked = world(*self.BOTH, decisions=f"split,{HOME_ID},,b；z,,")
        assert len(persons(linked)) == 2
        (problem,) = linked.problems
        assert "z" in problem.what and problem.origin == "decisions.csv:2"


class TestRename:
    def test_gives_a_new_label_and_keeps_the_old_one(self) -> None:
        linked = world(AT_HOME, decisions=f"rename,{HOME_ID},,,张伟（平原）,")
        assert (linked.entities[HOME_ID].label, linked.entities[HOME_ID].names) == ("张伟（平原）", ("张伟",))
        assert of_kind(linked, "term")[0].label.startswith("张伟（平原）：")

    def test_goes_with_a_merge(self) -> None:
        linked = world(AT_HOME, FAR, decisions=f"rename,{FAR_ID},,,张大伟,\nmerge,{HOME_ID},{FAR_ID},,,")
        assert linked.entities[HOME_ID].label == "张大伟"

    def test_may_name_an_area(self) -> None:
        linked = world(told("a", [claim("hosts", COUNTY, PROJECT)]), decisions="rename,area/371426,,,平原,")
        assert linked.entities["area/371426"].label == "平原"


@pytest.mark.parametrize(("lines", "said"), [
    ("merge,person/000000000000,{home},,,", "nothing of this id"),
    ("merge,张三@a,{home},,,", "No article says this"),
    ("merge,张伟,{home},,,", "No article says this"),
    ("merge,{home},{home},,,", "with itself"),
    ("merge,{home},平原县@a,,,", "is a person"),
    ("merge,area/371426,area/370481,,,", "is an area"),
    ("split,area/371426,,a,,", "is an area"),
    ("split,{home},,z,,", "none of the articles"),
    ("split,{home},{far},,,", "only a project"),
    ("merge,{home},{far},,,\nmerge,{far},{home},,,", "one already, by an earlier line"),
    ("rename,{home},,,张,\nrename,{home},,,章,", "another new name"),
    ("split,{home},,c,,\nmerge,张伟@a,张伟@c,,,", "decisions.csv:2 splits what this line merges"),
])  # fmt: skip
def test_a_line_that_cannot_be_followed_is_told_and_the_others_hold(lines: str, said: str) -> None:
    far_home = told("d", [claim("hosts", FAR_COUNTY, PROJECT), claim("hosts", COUNTY, PROJECT)])
    articles = [
        told("a", [*holds(ZHANG, MAGISTRATE), claim("leads", ZHANG, COUNTY)]), told("c", holds(ZHANG, MAGISTRATE)), FAR,
        far_home,
    ]  # fmt: skip
    more = "\nrename,area/370481,,,滕州,"
    linked = world(*articles, decisions=lines.format(home=HOME_ID, far=FAR_ID) + more)
    (problem,) = linked.problems
    assert said in problem.what and problem.remedy
    assert problem.origin == f"decisions.csv:{lines.count(chr(10)) + 2}"
    assert linked.heeded == lines.count("\n") + 1 and linked.entities["area/370481"].label == "滕州"


def test_the_order_of_articles_changes_nothing() -> None:
    lines = "split,张伟@a,,c,,\nmerge,张伟@c,张伟@b,,,\nrename,张伟@a,,,张大伟,"
    articles = [AT_HOME, FAR, told("c", holds(ZHANG, MAGISTRATE))]
    assert world(*articles, decisions=lines).entities == world(*reversed(articles), decisions=lines).entities
