"""leads: the chief post of an area or a public body, now (guideline, "leads")."""

from __future__ import annotations

import pytest
from mentions.articles import case, wrong

from kg.mentions.mention import Area
from relations.claims import claims, label, said

VILLAGE = "a village is no area where it stands before a post"


@pytest.mark.parametrize(("text", "led"), [
    case("county secretary", "平原县委书记李志远出席。", "平原县"),
    case("magistrate", "平原县县长李志远出席。", "平原县"),
    case("city secretary", "德州市委书记李志远出席。", "德州市"),
    case("provincial secretary", "山东省委书记李志远出席。", "山东省"),
    case("governor", "山东省省长李志远出席。", "山东省"),
    case("district secretary", "枣庄市市中区委书记李志远出席。", "市中区"),
    case("township secretary", "王凤楼镇党委书记李志远出席。", "王凤楼镇"),
    case("township head", "王凤楼镇镇长李志远出席。", "王凤楼镇"),
    case("street secretary", "龙门街道党工委书记李志远出席。", "龙门街道"),
    case("street office", "龙门街道办事处主任李志远出席。", "龙门街道"),
    case("zone", "平原经济开发区管委会主任李志远出席。", "平原经济开发区"),
    case("zone's secretary", "平原经济开发区党工委书记李志远出席。", "平原经济开发区"),
    case("acting", "德州市代市长李志远出席。", "德州市"),
    case("acting, in full", "平原县代理县长李志远出席。", "平原县"),
    case("deputy secretary and magistrate", "平原县委副书记、县长李志远出席。", "平原县"),
    case("member and secretary elsewhere", "德州市委常委、平原县委书记李志远调研。", "平原县"),
    case("bureau", "德州市科技局局长李志远出席。", "德州市科技局"),
    case("commission", "平原县发改委主任李志远出席。", "平原县发改委"),
    case("committee department", "德州市委常委、宣传部部长李志远出席。", "德州市委宣传部"),
    case("political-legal committee", "平原县委副书记、政法委书记李志远出席。", "平原县委政法委"),
    case("congress, not the area", "平原县人大常委会主任李志远出席。", "平原县人大常委会"),
    case("consultative conference", "平原县政协主席李志远出席。", "平原县政协"),
    case("court", "平原县人民法院院长李志远出席。", "平原县人民法院"),
    case("procuratorate", "平原县人民检察院检察长李志远出席。", "平原县人民检察院"),
    case("supervision", "平原县监委主任李志远出席。", "平原县监委"),
    case("discipline", "平原县纪委书记李志远出席。", "平原县纪委"),
    case("hospital", "平原县人民医院院长李志远出席。", "平原县人民医院"),
    case("school", "平原县第一中学校长李志远出席。", "平原县第一中学"),
    case("appointed", "李志远任平原县县长。", "平原县"),
    case("discipline, behind a post at the committee", "平原县委常委、纪委书记李志远出席。", "平原县纪委"),
    case("acting magistrate", "平原县代县长李志远出席。", "平原县"),
    case("area whose short name ends in a word for former", "平原县长李志远出席。", "平原县"),
    case("short name of another area", "齐河县长李志远出席。", "齐河县"),
    case("trade union", "平原县总工会主席李志远出席。", "平原县总工会"),
    case("party group of the government", "平原县政府党组书记李志远出席。", "平原县人民政府党组"),
    case("office of a leading group", "平原县乡村振兴领导小组办公室主任李志远出席。",
         "平原县乡村振兴领导小组办公室"),
    case("secretariat of the Youth League", "共青团中央书记处第一书记李志远出席。", "共青团中央书记处"),
])  # fmt: skip
def test_leads(text: str, led: str) -> None:
    assert said("leads", text) == {("李志远", led)}


@pytest.mark.parametrize("text", [
    case("village secretary", "王凤楼镇李庄村党支部书记李志远说。"),
    case("village secretary, village alone", "李庄村党支部书记李志远说。"),
    wrong(VILLAGE, "head of a village", "李庄村村主任李志远说。"),
])  # fmt: skip
def test_who_leads_a_village_leads_an_area(text: str) -> None:
    """Guideline: 村党支部书记 leads an area; its name may be given with or without the township's."""
    (claim,) = claims("leads", text)
    assert isinstance(claim.object, Area) and claim.object.name.endswith("李庄村")


@pytest.mark.parametrize("text", [
    case("deputy magistrate", "平原县副县长李志远出席。"),
    case("first deputy", "平原县委常委、常务副县长李志远出席。"),
    case("deputy secretary", "平原县委副书记李志远出席。"),
    case("member of the standing committee", "平原县委常委李志远出席。"),
    case("member of the committee", "平原县委委员李志远出席。"),
    case("secretary-general", "德州市政府秘书长李志远出席。"),
    case("secretary-general of a committee", "德州市委秘书长李志远出席。"),
    case("deputy head of a bureau", "平原县教育局副局长李志远出席。"),
    case("party group member", "平原县政府党组成员李志远出席。"),
    case("rank", "平原县一级调研员李志远出席。"),
    case("minister without a ministry", "新加坡副总理兼经济政策统筹部长李志远出席。"),
    case("head of a company", "山东蓝谷新材料有限公司董事长李志远出席。"),
    case("party secretary of a company", "蓝谷集团党委书记、董事长李志远出席。"),
    case("head of a bank's branch", "中国建设银行平原支行行长李志远出席。"),
    case("head of an association", "平原县蓝莓协会会长李志远出席。"),
    case("head of a section", "平原县水利局防汛科科长李志远出席。"),
    case("professor", "山东蓝谷大学教授李志远出席。"),
    case("captain of a village's team", "李庄村队队长李志远说。"),
    case("captain of a football team", "平原县足球队队长李志远说。"),
    case("head of a section of a team", "蓝谷刑事团队负责人、合规业务部主任李志远律师主讲。"),
    case("reporter", "平原县融媒体中心记者李志远报道。"),
    case("former", "原平原县委书记李志远出席。"),
    case("former magistrate", "平原县原县长李志远出席。"),
    case("at that time", "时任平原县县长李志远介绍。"),
    case("once", "李志远曾任平原县委书记。"),
    case("no longer", "李志远不再担任平原县委书记。"),
    case("removed", "免去李志远的平原县教育局局长职务。"),
    case("nobody", "平原县委书记强调，要抓好落实。"),
])  # fmt: skip
def test_does_not_lead(text: str) -> None:
    assert not [pair for pair in said("leads", text) if pair[0] == "李志远"]


def test_who_is_to_take_office_is_only_planned() -> None:
    assert [claim.modality for claim in claims("leads", "拟任平原县教育局局长李志远公示。")] == ["planned"]


def test_who_led_once_is_a_claim_of_the_past() -> None:
    assert {claim.modality for claim in claims("leads", "李志远曾任平原县委书记。")} <= {"past"}


@pytest.mark.parametrize(("text", "led"), [
    case("with a comma", "平原县委书记李志远，县长赵明辉出席。", {("李志远", "平原县"), ("赵明辉", "平原县")}),
    case("with a stroke", "平原县委书记李志远、县长赵明辉出席。", {("李志远", "平原县"), ("赵明辉", "平原县")}),
    case("with and", "平原县委书记李志远和县长赵明辉出席。",
          {("李志远", "平原县"), ("赵明辉", "平原县")}),
    case("with and, both of the committee",
          "平原县委书记李志远和县委办公室主任赵明辉出席。", {("李志远", "平原县"), ("赵明辉", "平原县委办公室")}),
    case("a visit behind another", "赵明辉随县委书记李志远调研。", {("李志远", "平原县")}),
])  # fmt: skip
def test_two_in_one_sentence(text: str, led: set[tuple[str, str]]) -> None:
    assert said("leads", text) == led


def test_a_claim_names_the_post_by_which_somebody_leads() -> None:
    (claim,) = claims("leads", "平原县委副书记、县长李志远出席。")
    assert claim.in_post is not None and label(claim.in_post) == "平原县人民政府: 县长"


def test_people_in_bylines_lead_nothing() -> None:
    text = "平原签约新项目\n本报讯 5月6日，平原县签约项目。\n编辑：李志远　平原县融媒体中心主任：赵明辉\n"
    assert said("leads", text) == set()


@pytest.mark.parametrize("text", [
    case("discipline at a university", "蓝谷大学纪委书记李志远出席。"),
    case("the office's own committee", "平原县教育局机关党委书记李志远出席。"),
    case("the league inside an office", "平原县教育局团工委书记李志远出席。"),
    case("first secretary of the garrison", "平原县人武部党委第一书记李志远出席。"),
    case("volunteers", "平原县“蓝莓”志愿服务队队长李志远说。"),
])  # fmt: skip
def test_who_heads_a_unit_does_not_lead_the_body(text: str) -> None:
    assert said("leads", text) == set()
    assert {name for name, _ in said("holds", text)} == {"李志远"}
