"""Who holds which post: chains and rows of posts, appointments, what is past, and what is no person at all."""

from __future__ import annotations

import pytest

from mentions.articles import body_name, case, holdings, posts, wrong

COMMITTEE, GOVERNMENT = "平原县委", "平原县人民政府"


def now(text: str) -> list[tuple[str, str, str]]:
    """(name, title, body) of each post held now."""
    return [(name, post.title, body_name(post.body)) for name, post in posts(text) if post.tenure == "now"]


def tenures(text: str) -> list[tuple[str, str]]:
    return [(name, post.tenure) for name, post in posts(text)]


@pytest.mark.parametrize(("text", "held"), [
    case("secretary", "平原县委书记李志远主持会议。", [("李志远", "县委书记", COMMITTEE)]),
    case("the level named twice", "平原县县委书记李志远出席。", [("李志远", "县委书记", COMMITTEE)]),
    case("the level alone", "县委书记李志远出席。", [("李志远", "县委书记", COMMITTEE)]),
    case("chain of two", "平原县委副书记、县长李志远主持会议。",
         [("李志远", "县委副书记", COMMITTEE), ("李志远", "县长", GOVERNMENT)]),
    case("chain with concurrently", "平原县委常委兼副县长李志远出席。",
         [("李志远", "县委常委", COMMITTEE), ("李志远", "副县长", GOVERNMENT)]),
    case("chain over two bodies", "平原县委书记、县人大常委会主任李志远出席。",
         [("李志远", "县委书记", COMMITTEE), ("李志远", "主任", "平原县人大常委会")]),
    case("chain over two areas", "德州市委常委、平原县委书记李志远调研。",
         [("李志远", "市委常委", "德州市委"), ("李志远", "县委书记", COMMITTEE)]),
    case("the body goes on through a chain", "平原县教育局党组书记、局长李志远出席。",
         [("李志远", "党组书记", "平原县教育局"), ("李志远", "局长", "平原县教育局")]),
    case("deputy with a bureau", "副县长、县公安局局长李志远出席。",
         [("李志远", "副县长", GOVERNMENT), ("李志远", "局长", "平原县公安局")]),
    case("first deputy", "平原县委常委、常务副县长李志远出席。",
         [("李志远", "县委常委", COMMITTEE), ("李志远", "常务副县长", GOVERNMENT)]),
    case("acting", "平原县委副书记、代县长李志远出席。",
         [("李志远", "县委副书记", COMMITTEE), ("李志远", "代县长", GOVERNMENT)]),
    case("acting, in full", "平原县代理县长李志远出席。", [("李志远", "代理县长", GOVERNMENT)]),
    case("comrade behind the name", "平原县委书记李志远同志强调。", [("李志远", "县委书记", COMMITTEE)]),
    case("a space before the name", "平原县教育局局长 李志远", [("李志远", "局长", "平原县教育局")]),
    case("also, before the name", "平原县副县长（兼）李志远出席。", [("李志远", "副县长", GOVERNMENT)]),
    case("on secondment, before the name", "平原县副县长（挂职）李志远出席。",
          [("李志远", "副县长", GOVERNMENT)]),
    case("acting, behind the county", "平原县代县长李志远出席。",
          [("李志远", "代县长", GOVERNMENT)]),
    case("acting, behind the city", "德州市代市长李志远出席。", [("李志远", "代市长", "德州市人民政府")]),
    case("assistant to the magistrate", "平原县县长助理李志远出席。",
         [("李志远", "县长助理", GOVERNMENT)]),
    case("of the garrison", "德州市委常委、军分区政委李志远出席。",
         [("李志远", "市委常委", "德州市委"), ("李志远", "政委", "德州市军分区")]),
    case("of a ministry, whichever city is named", "德州市副市长赵明辉，工业和信息化部信息司副司长李志远出席。",
         [("赵明辉", "副市长", "德州市人民政府"), ("李志远", "副司长", "工业和信息化部信息司")]),
    case("on a board", "蓝谷有限公司董事长、董事局副主席李志远出席。",
         [("李志远", "董事长", "蓝谷有限公司"), ("李志远", "副主席", "蓝谷有限公司")]),
    case("of a foreign state", "马来西亚总理阿布德尔出席。", [("阿布德尔", "总理", "马来西亚政府")]),
    case("of a foreign state, with a dot", "加拿大总理巴里·特纳在会上说。", [("巴里·特纳", "总理", "加拿大政府")]),
    case("of a foreign state, twice", "新加坡总理、国务资政李志远出席。",
         [("李志远", "总理", "新加坡政府"), ("李志远", "国务资政", "新加坡政府")]),
    case("of no state that is said", "代表团访问新加坡，会见副总理李志远。", []),
    case("with a surname that no list has", "平原县委书记蒿志远出席。蒿志远表示欢迎。",
         [("蒿志远", "县委书记", COMMITTEE)]),
    case("rank", "平原县二级调研员李志远出席。", [("李志远", "二级调研员", GOVERNMENT)]),
    case("head of a unit inside a bureau", "平原县水利局防汛科科长李志远说。", [("李志远", "科长",
         "平原县水利局防汛科")]),
])  # fmt: skip
def test_posts_before_a_name(text: str, held: list[tuple[str, str, str]]) -> None:
    assert now(text) == held


@pytest.mark.parametrize(("text", "held"), [
    case("one post, two persons", "副县长李志远、赵明辉出席。", [("李志远", "副县长"), ("赵明辉", "副县长")]),
    case("one post, three persons", "副县长李志远、赵明辉和钱文涛出席。",
         [("李志远", "副县长"), ("赵明辉", "副县长"), ("钱文涛", "副县长")]),
    case("members and the next post", "县委常委李志远、赵明辉，副县长钱文涛参加。",
         [("李志远", "县委常委"), ("赵明辉", "县委常委"), ("钱文涛", "副县长")]),
    case("each his post", "县委书记李志远，县长赵明辉，县委副书记钱文涛参加活动。",
         [("李志远", "县委书记"), ("赵明辉", "县长"), ("钱文涛", "县委副书记")]),
    case("each his post, without commas", "平原县委书记李志远、县长赵明辉出席。",
         [("李志远", "县委书记"), ("赵明辉", "县长")]),
    case("a chief post has one holder", "县长李志远、赵明辉出席。", [("李志远", "县长")]),
    case("appointed together", "李志远、赵明辉任平原县副县长。", [("李志远", "副县长"), ("赵明辉", "副县长")]),
    wrong("a row between 任命 and 为 is not read", "appointed together, passive", "任命李志远、赵明辉为平原县副县长。",
          [("李志远", "副县长"), ("赵明辉", "副县长")]),
])  # fmt: skip
def test_rows_of_persons(text: str, held: list[tuple[str, str]]) -> None:
    assert [(name, title) for name, title, _ in now(text)] == held


def test_the_body_goes_on_through_a_row_of_persons() -> None:
    text = "平原县人大常委会副主任李志远、赵明辉，县政协副主席钱文涛出席。"
    assert [(name, body) for name, _, body in now(text)] == [
        ("李志远", "平原县人大常委会"), ("赵明辉", "平原县人大常委会"), ("钱文涛", "平原县政协"),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "body"), [
    case("takes", "李志远任平原县委书记。", "县委书记", COMMITTEE),
    case("comrade takes", "李志远同志任平原县委书记。", "县委书记", COMMITTEE),
    case("holds now", "李志远，现任平原县委书记。", "县委书记", COMMITTEE),
    case("is elected", "李志远当选平原县人大常委会主任。", "主任", "平原县人大常委会"),
    case("is elected as", "经选举，李志远当选为平原县县长。", "县长", GOVERNMENT),
    case("they elect", "大会选举李志远为平原县人民政府县长。", "县长", GOVERNMENT),
    case("they appoint", "会议决定任命李志远为平原县教育局局长。", "局长", "平原县教育局"),
    wrong("a list behind a colon is not read", "list of appointments", "决定任命：李志远为平原县教育局局长。", "局长",
          "平原县教育局"),
    case("is given", "李志远获任平原县副县长。", "副县长", GOVERNMENT),
    case("a life, then the post of now",
         "李志远，男，1975年出生，曾任齐河县委书记，现任平原县县长。", "县长", GOVERNMENT),
    case("a life with a post of once", "李志远，男，1975年出生，2010年任齐河县委书记，现任平原县县长。",
         "县长", GOVERNMENT),
])  # fmt: skip
def test_appointments(text: str, title: str, body: str) -> None:
    assert now(text) == [("李志远", title, body)]


@pytest.mark.parametrize(("text", "tenure"), [
    case("former, before the area", "原平原县委书记李志远接受调查。", "past"),
    case("former, before the post", "平原县原县长李志远接受调查。", "past"),
    case("at the time", "时任平原县委书记李志远介绍。", "past"),
    case("once was", "李志远曾任平原县委书记。", "past"),
    case("was before", "据悉，李志远此前担任平原县副县长。", "past"),
    case("no longer also", "李志远不再兼任平原县委书记。", "past"),
    case("no longer", "李志远不再担任平原县委书记。", "past"),
    case("is to be", "拟任平原县教育局局长李志远公示。", "future"),
    case("in an earlier year", "2015年，李志远任平原县副县长。", "past"),
    case("in this year", "2023年3月，李志远任平原县副县长。", "now"),
])  # fmt: skip
def test_tenure(text: str, tenure: str) -> None:
    assert tenures(text) == [("李志远", tenure)]


@pytest.mark.parametrize("text", [
    case("removed from office", "免去李志远的平原县教育局局长职务。"),
    case("resigned", "接受李志远辞去平原县县长职务的请求。"),
    case("former secretary of a committee", "平原县委原书记李志远接受调查。"),
    case("no longer holds the office", "李志远不再担任平原县委书记职务。"),
    case("candidate", "李志远被提名为平原县县长候选人。"),
])  # fmt: skip
def test_who_is_out_or_not_yet_in_holds_nothing_now(text: str) -> None:
    assert now(text) == []


@pytest.mark.parametrize("text", [
    case("the post speaks", "平原县委书记强调，要抓好落实。"),
    case("hotline", "平原县县长热线开通。"),
    case("meeting of directors", "平原县人大常委会主任会议召开。"),
    case("office meeting", "平原县县长办公会议召开。"),
    case("reporter", "记者李志远报道。"),
    case("reporter of the county's paper", "平原县融媒体中心记者李志远了解到。"),
    case("villager", "村民李志远说。"),
    case("nobody's department", "相关部门负责人李志远说。"),
    case("nobody's department of a county", "平原县相关部门负责人李志远说。"),
    case("nobody's company", "企业负责人李志远说。"),
    case("nobody's project", "项目负责人李志远说。"),
    case("system", "全面推行河长制和局长负责制。"),
    case("the post as such", "平原县县长职责由县人大常委会确定。"),
])  # fmt: skip
def test_no_post_of_a_named_person(text: str) -> None:
    assert holdings(text) == []


def test_a_post_without_a_body_in_an_article_that_names_none_gives_nothing() -> None:
    """Guideline: a post named without any organisation, in an article that does not tell which, gives nothing."""
    assert holdings("局长李志远、县长赵明辉出席会议。", publisher=None) == []


@pytest.mark.parametrize(("text", "chief"), [
    case("secretary", "平原县委书记李志远出席。", [True]),
    case("acting", "平原县代理县长李志远出席。", [True]),
    case("deputy secretary and magistrate", "平原县委副书记、县长李志远出席。", [False, True]),
    case("member", "平原县委常委李志远出席。", [False]),
    case("first deputy", "平原县常务副县长李志远出席。", [False]),
    case("secretary-general", "德州市政府秘书长李志远出席。", [False]),
    case("assistant", "平原县公安局局长助理李志远出席。", [False]),
    case("honorary", "平原县蓝莓协会名誉会长李志远出席。", [False]),
    case("section head", "平原县水利局防汛科科长李志远说。", [False]),
    case("of a company", "山东蓝谷新材料有限公司董事长李志远出席。", [False]),
    case("party secretary of a company", "山东蓝谷新材料有限公司党委书记李志远出席。", [False]),
])  # fmt: skip
def test_which_posts_are_chief(text: str, chief: list[bool]) -> None:
    assert [post.chief for _, post in posts(text)] == chief


def test_confidence_is_lower_where_the_body_is_inherited() -> None:
    plain, row = holdings("平原县委书记李志远出席。")[0], holdings("平原县教育局党组书记、局长李志远出席。")[0]
    assert 0.5 < row.confidence < plain.confidence < 1.0


def test_a_post_taken_by_somebody_is_not_that_of_somebody_named_by() -> None:
    assert now("平原县教育局局长由李志远担任。") == [("李志远", "局长", "平原县教育局")]
    assert now("平原县县长由上级任命。") == []


def test_a_post_held_before_another_is_past() -> None:
    assert tenures("在他之前，平原县教育局局长由李志远担任。") == [("李志远", "past")]


@pytest.mark.parametrize(
    "leaves", ["辞去县长职务。", "因工作调动辞去县长职务。", "不再担任县长。", "同志被免去县长职务。"]
)
def test_who_leaves_a_post_does_not_hold_it(leaves: str) -> None:
    assert set(tenures("平原县县长李志远" + leaves)) == {("李志远", "past")}


def test_posts_before_the_new_one_are_past() -> None:
    assert set(tenures("此番履新前，李志远任德州市副市长、市公安局局长。")) == {("李志远", "past")}


@pytest.mark.parametrize("text", [
    case("district", "上海市长宁区临空园区召开座谈会。"), case("county", "咸阳市长武县公安局破获一案。"),
    case("street", "西安市长安南路一小区发生一事。"),
    case("joined to a place", "德州蓝谷基金会专家和山西蓝谷医院专家出席。"),
])  # fmt: skip
def test_places_whose_names_begin_like_a_title_or_a_name(text: str) -> None:
    assert holdings(text) == []


def test_a_place_that_begins_with_former_is_not_former() -> None:
    assert tenures("原阳县教育局局长李志远说。") == [("李志远", "now")]


def test_what_was_decided_before_holds_now() -> None:
    assert set(tenures("此前，省委决定：李志远同志任德州市委常委。")) == {("李志远", "now")}


@pytest.mark.parametrize(("text", "titles"), [
    case("bracket inside a row", "平原县副县长（常务）、县教育局局长李志远出席。", ["副县长", "局长"]),
    case("rank inside a row", "平原县委副书记（正处长级）、县委党校校长李志远出席。", ["县委副书记", "校长"]),
    case("supervision behind discipline", "平原县纪委书记、监委主任李志远出席。", ["纪委书记", "主任"]),
    case("in charge of daily work", "平原县人民法院党组副书记、分管日常工作的副院长李志远说。",
         ["党组副书记", "副院长"]),
    case("head of a branch", "德州市公安局蓝谷分局分局长李志远说。", ["分局长"]),
])  # fmt: skip
def test_posts_written_with_more(text: str, titles: list[str]) -> None:
    assert [post.title for _, post in posts(text)] == titles


def test_what_a_bracket_adds_to_a_post() -> None:
    assert tenures("平原县委书记（前任）李志远说。") == [("李志远", "past")]
    assert tenures("平原县委书记（右二）李志远调研。") == [("李志远", "now")]
    assert tenures("平原县委书记（推测）李志远说。") == []


def test_discipline_of_a_zone_keeps_its_title() -> None:
    assert [post.title for _, post in posts("平原经济开发区管委会纪工委书记李志远出席。")] == ["纪工委书记"]


TAIWAN = "据台湾媒体报道，"


@pytest.mark.parametrize(("text", "tenure", "held"), [
    case("of a city without a code", TAIWAN + "台北市长李志远出席。", "now", ("市长", "台北市人民政府")),
    case("county", TAIWAN + "南投县长李志远出席。", "now", ("县长", "南投县人民政府")),
    case("by party", TAIWAN + "国民党籍南投县长李志远出席。", "now", ("县长", "南投县人民政府")),
    case("short, deputy, then", TAIWAN + "当年时任高雄副市长李志远出席。", "past", ("副市长", "高雄市人民政府")),
    case("former, before the city", TAIWAN + "前高雄市长李志远出席。", "past", ("市长", "高雄市人民政府")),
    case("former, behind the city", TAIWAN + "台北市前副市长李志远出席。", "past", ("副市长", "台北市人民政府")),
    case("nominated for another post", TAIWAN + "正式提名新北市长李志远为参选人。", "now", ("市长", "新北市人民政府")),
    case("speaker of a council", TAIWAN + "新北市议长李志远出席。", "now", ("议长", "新北市议会")),
    case("who asks to leave", TAIWAN + "云林县议长李志远因案请辞议长。", "past", ("议长", "云林县议会")),
    case("a district of 常州", "新北区区长李志远出席。", "now", ("区长", "新北区人民政府")),
])  # fmt: skip
def test_cities_and_counties_without_a_code(text, tenure, held):
    ((name, post),) = posts(text, None)
    assert (name, post.tenure, (post.title, body_name(post.body))) == ("李志远", tenure, held)


@pytest.mark.parametrize(("text", "held"), [
    case("verb between, with the organ", "平原县人大常委会副主任李志远主持会议，常委会副主任王宏、赵明辉出席。",
         [("李志远", "副主任"), ("王宏", "副主任"), ("赵明辉", "副主任")]),
    case("verb between, bare", "平原县人大常委会副主任李志远主持会议，副主任王宏、赵明辉，秘书长陈建国出席。",
         [("李志远", "副主任"), ("王宏", "副主任"), ("赵明辉", "副主任"), ("陈建国", "秘书长")]),
    case("another kind of post", "平原县人大常委会副主任李志远主持会议，副局长王宏出席。", [("李志远", "副主任")]),
    case("the head of something else", "平原县人大常委会副主任李志远主持会议，主任王宏出席。", [("李志远", "副主任")]),
])  # fmt: skip
def test_a_row_goes_on_behind_what_its_first_person_does(text, held):
    assert [(name, title) for name, title, _ in now(text)] == held


@pytest.mark.parametrize(("text", "held"), [
    case("leading group", "平原县委农村工作领导小组组长李志远出席。", ("组长", "平原县委农村工作领导小组")),
    case("office of a leading group", "平原县委农村工作领导小组办公室主任李志远出席。",
         ("主任", "平原县委农村工作领导小组办公室")),
    case("assistant head", "蓝谷大学校长助理李志远出席。", ("校长助理", "蓝谷大学")),
    case("assistant before the post", "蓝谷大学附属医院助理院长李志远出席。", ("助理院长", "蓝谷大学附属医院")),
    case("rank of a judge", "广西高院二级高级法官李志远出席。", ("二级高级法官", "广西高院")),
    case("nurse", "平原县人民医院主任护师李志远出席。", ("主任护师", "平原县人民医院")),
    case("chief vice president", "蓝谷管理有限公司首席副总裁李志远出席。", ("首席副总裁", "蓝谷管理有限公司")),
    case("group of experts", "国家防总联合专家组组长李志远出席。", ("组长", "国家防总联合专家组")),
    case("inspection group", "山东省委巡视组组长李志远出席。", ("组长", "山东省委巡视组")),
    case("trade promotion", "广东省贸促会会长李志远出席。", ("会长", "广东省贸促会")),
    case("football", "平原县足协副主席李志远出席。", ("副主席", "平原县足协")),
    case("paper", "蓝谷报总编辑李志远出席。", ("总编辑", "蓝谷报")),
    case("publisher of a magazine", "《蓝谷时光》杂志社社长李志远出席。", ("社长", "蓝谷时光杂志社")),
    case("exchange", "北交所副总经理李志远出席。", ("副总经理", "北交所")),
    case("stock code between", "蓝谷云帆（SZ 301999）总经理李志远出席。", ("总经理", "蓝谷云帆")),
    case("work between", "蓝谷勘察有限责任公司贵云高铁总设计师李志远出席。", ("总设计师", "蓝谷勘察有限责任公司")),
    case("special region", "香港特区行政长官李志远出席。", ("行政长官", "香港特别行政区政府")),
    case("who controls it", "蓝谷新材料有限公司实际控制人李志远出席。", ("实际控制人", "蓝谷新材料有限公司")),
    case("township of a name found once", "曹杨新村街道党工委副书记李志远出席。",
         ("党工委副书记", "曹杨新村街道党工委")),
    case("village before", "在平原县王凤楼镇李庄村，村党支部书记李志远出席。", ("党支部书记", "李庄村党支部")),
    case("short for a city", "乐陵副市长李志远出席。", ("副市长", "乐陵市人民政府")),
])  # fmt: skip
def test_bodies_and_titles_beyond_the_common_ones(text, held):
    assert [(title, body) for _, title, body in now(text)] == [held]


def test_a_company_by_the_name_that_the_article_gives_in_full():
    text = "云帆奶糖经营有限公司昨日开业。云帆奶糖总经理李志远出席。"
    assert now(text) == [("李志远", "总经理", "云帆奶糖")]
    assert now("云帆奶糖很甜。奶糖营销总监李志远出席。") == []


@pytest.mark.parametrize(("text", "tenure"), [
    case("elected", "昨日当选平原县副县长的李志远出席。", "now"),
    case("at that time", "时任平原县副县长的李志远同志带队。", "past"),
    case("who left", "卸任平原县副县长的李志远出席。", "past"),
    case("at present", "目前，平原县副县长为李志远。", "now"),
])  # fmt: skip
def test_a_name_behind_of_or_is(text, tenure):
    assert tenures(text) == [("李志远", tenure)]


def test_who_held_a_post_before_is_not_named_with_it():
    assert posts("而此前担任平原县教育局局长的是李志远，他已离开。") == []


@pytest.mark.parametrize(("text", "held"), [
    case("the company before 的", "蓝谷供暖有限公司的生产负责人李志远出席。", ("生产负责人", "蓝谷供暖有限公司")),
    case("the school named once", "蓝谷女子学院旅游学院开展实践。活动由学院党委书记李志远带队。",
         ("党委书记", "蓝谷女子学院旅游学院")),
    case("the hospital", "平原县第一人民医院昨日揭牌。医院院长李志远出席。", ("院长", "平原县第一人民医院")),
    case("this society", "蓝谷台商协会承办展会，该协会会长李志远出席。", ("会长", "蓝谷台商协会")),
])  # fmt: skip
def test_bodies_told_by_the_words_around(text, held):
    assert [(title, body) for _, title, body in now(text)] == [held]


@pytest.mark.parametrize("text", [
    case("two of the kind", "蓝谷大学与云帆大学签约。大学校长李志远出席。"),
    case("none of the kind", "学院党委书记李志远出席。"),
    case("of a kind alone", "身为农机合作社负责人的李志远很高兴。"),
])  # fmt: skip
def test_bodies_that_no_words_tell(text):
    assert now(text) == []


@pytest.mark.parametrize(("text", "held"), [
    case("in a bracket", "李志远（平原县委书记）说，要抓项目。", [("李志远", "县委书记", COMMITTEE)]),
    case("in a bracket, two", "李志远（平原县委副书记、县长）说。",
         [("李志远", "县委副书记", COMMITTEE), ("李志远", "县长", GOVERNMENT)]),
    case("behind is", "李志远是平原县教育局局长，今年五十岁。", [("李志远", "局长", "平原县教育局")]),
    case("a delegate who is", "党代表李志远是平原县教育局局长。", [("李志远", "局长", "平原县教育局")]),
    case("somebody of the one who is", "李志远是平原县教育局局长的学生。", []),
    case("no name before is", "她是平原县教育局局长。", []),
    case("no name before the bracket", "负责人（平原县教育局局长）说。", []),
])  # fmt: skip
def test_a_post_behind_the_name(text: str, held: list[tuple[str, str, str]]) -> None:
    assert now(text) == held


@pytest.mark.parametrize(("text", "held"), [
    case("supervisor of doctoral students", "平原大学教授、博士生导师李志远说。", [("李志远", "教授", "平原大学")]),
    case("a row before what all do", "平原县副县长李志远、赵明辉在主席台就座。",
         [("李志远", "副县长", GOVERNMENT), ("赵明辉", "副县长", GOVERNMENT)]),
    case("a Latin name", "云帆集团副总裁John Smith说。", [("John Smith", "副总裁", "云帆集团")]),
    case("a firm by its Latin name", "Novatek首席执行官李志远说。", [("李志远", "首席执行官", "Novatek")]),
    case("letters that are no firm's name", "CEO李志远说。MBA总裁赵明辉说。", []),
    case("the last of its holders", "最后一任平原县县长李志远回忆往事。", []),
    case("once in one body, now in another", "平原县政协原秘书长、蓝谷商会会长李志远说。",
         [("李志远", "会长", "蓝谷商会")]),
    case("now in the committee of a county once called so", "会上，李志远任县委书记。",
         [("李志远", "县委书记", COMMITTEE)]),
])  # fmt: skip
def test_what_the_genre_also_writes(text: str, held: list[tuple[str, str, str]]) -> None:
    assert now(text) == held


@pytest.mark.parametrize(("text", "held"), [
    case("in the sentence behind", "李志远，女，汉族，1972年3月生，中共党员。现任平原县教育局副局长。",
         [("李志远", "副局长", "平原县教育局")]),
    case("two bodies", "李志远，男，1974年8月生。现任平原县教育局党组成员、副局长，县招商服务中心主任。",
         [("李志远", "党组成员", "平原县教育局"), ("李志远", "副局长", "平原县教育局"),
          ("李志远", "主任", "平原县招商服务中心")]),
    case("stationed elsewhere", "李志远，男，1974年8月生。现任德州市政府驻济南办事处副主任。",
         [("李志远", "副主任", "德州市政府驻济南办事处")]),
    case("two sentences between", "李志远，男，1974年8月生。毕业于德州学院。现任平原县教育局副局长。", []),
])  # fmt: skip
def test_lives(text: str, held: list[tuple[str, str, str]]) -> None:
    assert now(text) == held


@pytest.mark.parametrize(("text", "held"), [
    case("over a comma from one post", "县委依法治县办副主任，县司法局局长李志远汇报工作。",
         [("李志远", "副主任", "平原县委依法治县办"), ("李志远", "局长", "平原县司法局")]),
    case("the post of another before the comma", "李志远，平原县教育局副局长，县司法局局长赵明辉出席。",
         [("赵明辉", "局长", "平原县司法局")]),
    case("a group inside the company", "蓝谷集团总经理兼清算组组长李志远说。",
         [("李志远", "总经理", "蓝谷集团"), ("李志远", "组长", "蓝谷集团清算组")]),
    case("of a province in the row", "蓝谷集团副总裁李志远和山东总经理赵明辉出席。",
         [("李志远", "副总裁", "蓝谷集团"), ("赵明辉", "总经理", "蓝谷集团")]),
    case("former, of what is before", "中新社消息，此前蓝谷有限公司总经理李志远承认。",
         [("李志远", "总经理", "蓝谷有限公司")]),
    case("former in all posts of a committee", "平原县委原常委、统战部部长李志远被查。", []),
    case("head of a region", "台湾地区领导人李志远说。", [("李志远", "地区领导人", "台湾地区")]),
    case("bureau of a builder's", "平原县副县长赵明辉、中铁云海局团委书记李志远出席。",
         [("赵明辉", "副县长", GOVERNMENT), ("李志远", "书记", "中铁云海局团委")]),
])  # fmt: skip
def test_chains_and_rows_further(text: str, held: list[tuple[str, str, str]]) -> None:
    assert now(text) == held
