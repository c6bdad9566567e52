"""`kg explain`: what it says on a terminal, in a pipe and as JSON, of known, unknown and hostile names."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from conftest import Kg
from hostile import HOSTILE_NAMES
from invented import COUNTY, SECRETARY, claim, told, world
from rich.cells import cell_len

from kg.analysis.summary import BuildSummary
from kg.commands.build import write_all
from kg.commands.explain import REJECTED, RejectedUnreadable, read_rejected
from kg.pipeline import Built
from kg.relations.claim import Person, PostRef, Project
from kg.table.rows import TurnedDown

ARTICLES = {
    "a.txt": "5月6日，平原县委书记李志远出席云帆锂电池项目开工仪式。云帆锂电池项目总投资5亿元，建设进展顺利。",
    "b.txt": "5月7日，平原县委书记李志远调研，平原县副县长赵明辉参加。全县推进省级重点产业项目建设，大家踊跃发言。",
    "c.txt": "5月8日，滕州市委书记李志远主持召开会议，大家踊跃发言，会议开得成功，气氛热烈。",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of three invented articles, which name two persons alike."""
    from kg.pipeline import build_world

    sources, output = tmp_path_factory.mktemp("sources"), tmp_path_factory.mktemp("built")
    for name, text in ARTICLES.items():
        (sources / name).write_text(text, "utf-8")
    write_all(build_world([sources]), output)
    return output


class TestFacts:
    def test_with_their_quotes(self, kg: Kg, folder: Path) -> None:
        done = kg("explain", "平原县", "-g", folder)
        assert (done.code, done.err) == (0, "")
        lines = done.out.splitlines()
        assert lines[0] == "平原县  county  id:area/371426" and "within 德州市" in done.out
        assert "  李志远 leads 平原县, as 平原县委书记  0.99  2 articles" in lines
        assert "    5月6日，«平原县委书记»«李志远»出席云帆锂电池项目开工仪式。" in lines
        assert any("a.txt" in each and "post.before-name" in each and "0–" in each for each in lines)

    def test_stand_in_columns(self, kg: Kg, folder: Path) -> None:
        """Chinese characters are two columns wide."""
        out = kg("explain", "平原县", "-g", folder).out
        rows = [line for line in out.splitlines() if line.startswith("      ") and ".txt" in line]
        assert len(rows) >= 3
        for word in ("asserted", "planned"):
            assert len({cell_len(row[: row.index(word)]) for row in rows if word in row}) <= 1

    def test_of_two_of_one_name_say_what_tells_them_apart(self, kg: Kg, folder: Path) -> None:
        out = kg("explain", "李志远", "-g", folder).out
        assert out.startswith("2 things are called so.")
        assert "posts 平原县委书记" in out and "posts 滕州市委书记" in out

    def test_are_cut_at_the_limit(self, kg: Kg, folder: Path) -> None:
        out = kg("explain", "平原县", "-g", folder, "--limit", "1", "--quotes", "1").out
        assert "1 more quotes" in out and "more facts; ask for them with --limit" in out
        assert len([line for line in out.splitlines() if line.startswith("      ")]) == 1

    @pytest.mark.parametrize("name", ["平原", "平原縣", "area/371426", "id:area/371426"])
    def test_are_found_by_every_name(self, kg: Kg, folder: Path, name: str) -> None:
        assert kg("explain", name, "-g", folder).out.startswith("平原县  county")

    def test_of_a_turtle_file_alone(self, kg: Kg, folder: Path) -> None:
        done = kg("explain", "平原县", "-g", folder / "graph.ttl")
        assert done.code == 0 and "0 published, 0 in the evidence alone" in done.out

    def test_on_a_terminal_are_coloured(self, kg: Kg, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.setenv("COLUMNS", "60")
        monkeypatch.delenv("NO_COLOR", raising=False)
        out = kg("explain", "平原县", "-g", folder).out
        assert "\x1b[1;36m李志远\x1b[0m" in out and "«" not in out


class TestJson:
    def test_is_whole(self, kg: Kg, folder: Path) -> None:
        document = json.loads(kg("explain", "云帆锂电池项目", "-g", folder, "-f", "json").out)
        (thing,) = document["things"]
        assert (thing["kind"], thing["label"], thing["apart"]["in"]) == ("project", "云帆锂电池项目", "平原县")
        assert "turned_down" not in document and thing["facts_total"] == len(thing["facts"]) >= 2
        (invests,) = [fact for fact in thing["facts"] if fact["relation"] == "invests"]
        quote = invests["quotes"][0]
        assert quote["marks"] == [
            {"words": "云帆锂电池", "of": "subject"}, {"words": "项目总投资5亿元", "of": "object"},
        ]  # fmt: skip
        start, end = quote["bytes"]
        assert ARTICLES["a.txt"].encode()[start:end].decode() == quote["quote"]

    def test_holds_what_was_turned_down(self, kg: Kg, folder: Path) -> None:
        document = json.loads(kg("explain", "赵明辉", "-g", folder, "--why-not", "-f", "json").out)
        (one,) = document["turned_down"]
        assert (one["reason"], one["subject"], one["object"]) == ("leads.not-chief", "赵明辉", "平原县副县长")
        assert one["zh"].startswith("这个职务不是正职") and one["en"].startswith("the post is not the chief one")
        assert document["turned_down_total"] == 1 and document["turned_down_beside"] is False


class TestWhyNot:
    def test_names_the_rule_in_both_languages(self, kg: Kg, folder: Path) -> None:
        done = kg("explain", "赵明辉", "-g", folder, "--why-not")
        assert done.code == 0
        assert "leads.not-chief  1  这个职务不是正职" in done.out and "the post is not the chief one" in done.out
        assert "平原县委书记李志远调研，«平原县副县长»«赵明辉»参加。" in done.out

    def test_answers_for_names_that_the_graph_lacks(self, kg: Kg, folder: Path) -> None:
        done = kg("explain", "省级重点产业项目", "-g", folder, "--why-not")
        assert done.code == 0 and "project.class" in done.out
        assert (
            f"kg explain '省级重点产业项目' -g {folder} --why-not"
            in kg("explain", "省级重点产业项目", "-g", folder).err
        )

    def test_tells_names_beside_a_candidate_from_its_own(self, kg: Kg, folder: Path) -> None:
        assert kg("explain", "踊跃发言", "-g", folder, "--why-not").out.startswith("No candidate is called so.")

    def test_shows_what_is_in_the_evidence_alone(self, kg: Kg, tmp_path: Path) -> None:
        claims = [claim("holds", Person("李志远"), SECRETARY, "past")]
        write_all(Built(world(told("a.txt", claims)), BuildSummary((), ())), tmp_path)
        out = kg("explain", "李志远", "-g", tmp_path, "--why-not").out
        assert out.startswith("statement.past  1  文章说的是过去") and "李志远 holds 平原县委书记" in out

    def test_says_where_nothing_was(self, kg: Kg, tmp_path: Path) -> None:
        claims = [claim("leads", Person("李志远"), COUNTY)]
        write_all(Built(world(told("a.txt", claims)), BuildSummary((), ())), tmp_path)
        done = kg("explain", "李志远", "-g", tmp_path, "--why-not")
        assert (done.code, done.out) == (0, "Nothing about it was turned down.\n")


class TestUnknown:
    def test_names_get_like_ones(self, kg: Kg, folder: Path) -> None:
        done = kg("explain", "李志", "-g", folder)
        assert (done.code, done.out) == (2, "") and "Did you mean 李志远" in done.err

    @pytest.mark.parametrize("why_not", [[], ["--why-not"]])
    def test_names_end_with_two(self, kg: Kg, folder: Path, why_not: list[str]) -> None:
        done = kg("explain", "无此名称", "-g", folder, *why_not)
        assert (done.code, done.out) == (2, "") and "nothing in" in done.err and "Traceback" not in done.err

    def test_folders_say_how_to_build(self, kg: Kg, tmp_path: Path) -> None:
        done = kg("explain", "平原县", "-g", tmp_path / "none")
        assert done.code == 2 and "kg build" in done.err

    @pytest.mark.parametrize("content", [None, "", "a,b\n", "\x00\n", "what,reason\r\n"])
    def test_files_of_what_was_turned_down_say_how_to_build(
        self, kg: Kg, folder: Path, tmp_path: Path, content: str | None
    ) -> None:
        for name in ("graph.ttl", "evidence.ttl"):
            (tmp_path / name).write_bytes((folder / name).read_bytes())
        if content is not None:
            (tmp_path / REJECTED).write_text(content, "utf-8")
        done = kg("explain", "平原县", "-g", tmp_path, "--why-not")
        assert done.code == 2 and REJECTED in done.err and "kg build" in done.err and "Traceback" not in done.err

    def test_lines_of_it_too(self, tmp_path: Path) -> None:
        (tmp_path / REJECTED).write_text("what,reason,subject,object,article,start,quote\r\n甲,乙\r\n", "utf-8")
        with pytest.raises(RejectedUnreadable, match="cannot be read"):
            read_rejected(tmp_path)


def hostile_build(name: str, output: Path) -> None:
    """A build in which everything that comes from an article is called `name`."""
    claims = [
        claim("leads", Person(name), COUNTY, in_post=PostRef(name, SECRETARY.body)),
        claim("hosts", COUNTY, Project(name, COUNTY), "denied"),
    ]
    rejected = (TurnedDown("project.class", name, 0, name, name, name),)
    write_all(Built(world(told(name, claims)), BuildSummary((), ()), rejected), output)


@pytest.mark.parametrize("form", [[], ["-f", "json"], ["--why-not"], ["--why-not", "-f", "json"]], ids=" ".join)
@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=range(len(HOSTILE_NAMES)))
def test_hostile_names_are_shown_as_text(kg: Kg, tmp_path: Path, name: str, form: list[str]) -> None:
    hostile_build(name, tmp_path)
    done = kg("explain", "-g", tmp_path, *form, "--", name)
    assert done.code == 0, done.err
    assert not [char for char in done.out if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")]
    if "json" in form:
        document = json.loads(done.out)
        assert document["name"] == name and {thing["label"] for thing in document["things"]} == {name}


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=range(len(HOSTILE_NAMES)))
def test_hostile_names_that_nothing_has_are_told_as_text(kg: Kg, folder: Path, name: str) -> None:
    done = kg("explain", "-g", folder, "--", name)
    assert done.code == 2 and not [c for c in done.err if c != "\n" and unicodedata.category(c) in ("Cc", "Cf")]


def test_the_same_bytes_twice(kg: Kg, folder: Path) -> None:
    for arguments in (["平原县"], ["平原县", "-f", "json"], ["平原县", "--why-not"]):
        assert kg("explain", *arguments, "-g", folder).out == kg("explain", *arguments, "-g", folder).out


class TestHints:
    def test_say_the_command_as_it_can_be_pasted(self, kg: Kg, folder: Path) -> None:
        done = kg("explain", "李 志", "-g", folder)
        assert done.code == 2
        assert f"kg explain '李 志' -g {folder} --why-not" in done.err

    def test_an_empty_name_is_none(self, kg: Kg, folder: Path) -> None:
        done = kg("explain", " ", "-g", folder)
        assert done.code == 2 and "is empty" in done.err

    def test_a_graph_without_its_evidence_is_told(self, kg: Kg, folder: Path) -> None:
        done = kg("explain", "平原县", "-g", folder / "graph.ttl")
        assert done.code == 0 and "has no claims" in done.err
