"""directs: which named policy a meeting sets going (guideline, "directs")."""

from __future__ import annotations

import pytest
from mentions.articles import case

from relations.claims import claims, said

HELD = "5月6日，平原县召开全县蓝莓产业推进大会。"
MEETING = "全县蓝莓产业推进大会"


def policies(text: str) -> list[str]:
    return [policy for _, policy in sorted(said("directs", text))]


@pytest.mark.parametrize(("text", "policy"), [
    case("approves a plan", "会议审议通过《平原县蓝莓振兴三年行动计划》。", "平原县蓝莓振兴三年行动计划"),
    case("issues a document", "会议印发《关于加快蓝莓产业发展的实施意见》。", "关于加快蓝莓产业发展的实施意见"),
    case("reviews a document", "会议研究《平原县蓝莓保护办法》。", "平原县蓝莓保护办法"),
    case("orders a quoted campaign", "会议强调，要深入实施“十大攻坚”行动。", "十大攻坚行动"),
    case("deploys a quoted strategy", "会议部署“五个翻番”战略。", "五个翻番战略"),
    case("launches an activity",
           "会议启动“我为蓝莓代言”主题活动。", "我为蓝莓代言主题活动"),
    case("sets a named plan", "会议提出蓝莓倍增计划。", "蓝莓倍增计划"),
    case("orders, behind what is studied", "会议学习全市经济工作会议精神，研究部署“十大攻坚”行动。", "十大攻坚行动"),
    case("the meeting by its kind", "大会部署“十大攻坚”行动。", "十大攻坚行动"),
    case("in the next sentence of its points", "会议要求：\n一是要抓好“十大攻坚”行动。", "十大攻坚行动"),
    case("studies rules by name",
          "会议学习了《平原县蓝莓保护条例》。",
          "平原县蓝莓保护条例"),
    case("approves a plan with its years",
          "会议审议通过《平原县蓝莓振兴行动计划（2023—2025年）》。",
          "平原县蓝莓振兴行动计划（2023—2025年）"),
    case("is said to be the deed", "这次大会是落实“工业强县、产业兴县”的重要举措。", "工业强县、产业兴县"),
    case("agrees in principle", "会议原则同意《平原县蓝莓保护实施方案》。", "平原县蓝莓保护实施方案"),
    case("publishes", "会上发布了《蓝莓产业创新行动2023》。", "蓝莓产业创新行动2023"),
    case("is published there", "会上，《平原县蓝莓产业白皮书》发布。", "平原县蓝莓产业白皮书"),
    case("hears a report and reviews it", "会议听取了关于《平原县蓝莓条例（草案）》的报告，并进行了审议。",
         "平原县蓝莓条例（草案）"),
    case("votes a decision by its matter", "会议表决通过了关于保护蓝莓的决定。", "关于保护蓝莓的决定"),
    case("orders a system", "会议要求，要严格落实领导带班制度。", "领导带班制度"),
    case("orders the last of a row", "会议要求，落实值班值守和领导带班制度。", "领导带班制度"),
    case("studies two things", "会议专题研究蓝莓园区用地指标和蓝莓园区议事规则。", "蓝莓园区议事规则"),
    case("sets a way to work", "会议强调，要按照“一年恢复、三年提升”的总体思路开展工作。", "一年恢复、三年提升"),
    case("names a mechanism's two parts", "会议要求，构建蓝莓风险管控和隐患治理双重预防机制。",
         "蓝莓风险管控和隐患治理双重预防机制"),
    case("a quotation that something is of", "会议强调，深刻认识推进“四个更蓝”的重要意义。",
         "四个更蓝"),
    case("work on a brand", "会议强调，要加强“同蓝”思政品牌建设。", "同蓝"),
    case("sets by number", "会议提出要打造五大功能区。", "五大功能区"),
    case("in what its speaker says",
         "县委书记李志远出席会议并讲话。李志远强调，要打好蓝莓保卫攻坚战。", "蓝莓保卫攻坚战"),
    case("in what one says of whom no post is told", "李志远强调，要打好蓝莓保卫攻坚战。", "蓝莓保卫攻坚战"),
    case("behind an event in passing", "县委书记李志远主持会议。李志远表示，要办好“蓝莓论坛”，大力实施“蓝莓地标工程”。",
         "蓝莓地标工程"),
    case("in what he says", "李志远主持会议。他强调，要落实蓝莓保护责任制。", "蓝莓保护责任制"),
    case("in a sentence that goes on", "会议要求，抓好落实。各乡镇要深入推进“十大攻坚”行动。", "十大攻坚行动"),
    case("in a sentence that begins with its verb", "会议要求，抓好落实。夯实基层基础，扎实开展蓝莓振兴专项行动。",
         "蓝莓振兴专项行动"),
    case("deploys, around it", "会议就推进“十大攻坚”行动作出部署。", "十大攻坚行动"),
    case("reviews, around it", "会议对《平原县蓝莓办法》进行了审议。", "平原县蓝莓办法"),
    case("calls for it", "会议发出“人人种蓝莓”倡议。", "人人种蓝莓倡议"),
    case("explores a way", "会议明确，要大胆探索“定向挂牌”。", "定向挂牌"),
])  # fmt: skip
def test_the_meeting_spoken_of_directs(text: str, policy: str) -> None:
    assert said("directs", HELD + text) == {(MEETING, policy)}


@pytest.mark.parametrize(("text", "meeting", "policy"), [
    case("in one sentence", "5月6日，平原县召开县政府常务会议，审议通过《平原县蓝莓振兴实施方案》。", "县政府常务会议",
         "平原县蓝莓振兴实施方案"),
    case("in the name of the meeting", "平原县蓝莓振兴三年行动计划动员大会召开。", "平原县蓝莓振兴三年行动计划动员大会",
         "蓝莓振兴三年行动计划"),
    case("quoted in the name of the meeting", "平原县“十大攻坚”行动动员大会召开。", "平原县“十大攻坚”行动动员大会",
         "十大攻坚行动"),
    case("quoted, with 工作 behind", "平原县召开“五好农村路”工作推进会。", "“五好农村路”工作推进会", "五好农村路"),
    case("of a body's committee that holds it", "平原县委常委会召开会议。会议审议通过《平原县蓝莓保护办法》。",
         "平原县委常委会会议", "平原县蓝莓保护办法"),
    case("a document that a meeting approves, before it",
         "1992年11月，《平原县蓝莓发展设想》在平原县委六届六次全会上审议通过。",
         "平原县委六届六次全会", "平原县蓝莓发展设想"),
    case("about a campaign that goes on",
         "平原县召开蓝莓保护专项行动调度会。", "蓝莓保护专项行动调度会", "蓝莓保护专项行动"),
    case("named without its numbers", "近日，平原县传达十二届县委四次全会精神。县委全会提出“四个更蓝”的目标。",
         "十二届县委四次全会", "四个更蓝"),
    case("quoted in the first half of its name", "平原县召开蓝莓提质“一号工程”暨新产业发展推进大会。",
         "蓝莓提质“一号工程”暨新产业发展推进大会", "一号工程"),
    case("the congress votes",
          "5月6日，平原县第十五届人民代表大会第三次会议表决通过《平原县蓝莓保护条例》。",
          "平原县第十五届人民代表大会第三次会议",
          "平原县蓝莓保护条例"),
])  # fmt: skip
def test_meetings_named_with_what_they_direct(text: str, meeting: str, policy: str) -> None:
    assert said("directs", text) == {(meeting, policy)}


@pytest.mark.parametrize("text", [
    case("exhortation", "会议要求，要加快项目建设，坚持绿色发展。"),
    case("spirit of another meeting", "会议传达学习全市经济工作会议精神。"),
    case("thought", "会议学习习近平新时代中国特色社会主义思想。"),
    case("speech", "会议传达学习重要讲话精神。"),
    case("personnel", "会议决定免去李志远的职务。"),
    case("awards", "会上表彰了先进单位。"),
    case("report only heard", "会议听取《平原县蓝莓产业报告》。"),
    case("mentioned beside the meeting", "目前，全县正在实施“十大攻坚”行动。"),
    case("mentioned by somebody", "李志远介绍了“十大攻坚”行动。"),
    case("what is reported there", "会上，李志远汇报。全县已实施“十大攻坚”行动，取得成效。"),
    case("what a body did", "会议指出，县委印发的《平原县蓝莓保护办法》成效明显。"),
    case("appointments", "会议表决通过了关于个别代表的代表资格的报告。"),
    case("what somebody says whose meeting it is not", "据悉，赵明辉介绍，落实蓝莓保护责任制。"),
    case("newspaper", "会议要求订好《平原日报》。"),
    case("nothing", "与会者踊跃发言。"),
])  # fmt: skip
def test_what_a_meeting_does_not_direct(text: str) -> None:
    assert said("directs", HELD + text) == set()


@pytest.mark.parametrize("text", [
    case("no meeting", "平原县印发《平原县蓝莓振兴三年行动计划》。"),
    case("before the meeting", "李志远介绍了“十大攻坚”行动。" + HELD),
    case("another's meeting", "全县贯彻落实全市蓝莓产业推进大会精神，实施“十大攻坚”行动。"),
    case("press conference", "平原县召开新闻发布会。会上，李志远介绍，要落实蓝莓保护责任制。"),
    case("meeting of the centre", "中央经济工作会议部署“十大攻坚”行动。"),
    case("named in passing", "李志远回忆，在全县蓝莓产业推进大会之后，部署“十大攻坚”行动的是赵明辉。"),
])  # fmt: skip
def test_policies_that_no_meeting_of_the_article_directs(text: str) -> None:
    assert said("directs", text) == set()


def test_the_fullest_name_stands_for_the_meeting() -> None:
    text = "5月6日，平原县委召开全县蓝莓产业推进大会。推进大会部署“十大攻坚”行动。会议审议通过《平原县蓝莓保护办法》。"
    assert {meeting for meeting, _ in said("directs", text)} == {MEETING}


@pytest.mark.parametrize(("text", "date"), [
    (HELD + "会议部署“十大攻坚”行动。", "2023-05-06"), ("平原县召开全县蓝莓产业推进大会。会议部署“十大攻坚”行动。",
    "2023-05-18"),
])  # fmt: skip
def test_a_meeting_has_the_date_of_the_sentence_that_it_is_held_in(text: str, date: str) -> None:
    (claim,) = claims("directs", text)
    assert claim.subject.date == date  # type: ignore[union-attr]
    assert claim.subject.area.name == "平原县"  # type: ignore[union-attr]


def test_the_words_that_say_it() -> None:
    text = HELD + "会议部署“十大攻坚”行动。"
    (claim,) = claims("directs", text)
    assert claim.object_span
    assert text[claim.object_span.start : claim.object_span.end] == "“十大攻坚”行动"
    assert text[claim.quote.start : claim.quote.end] == "会议部署“十大攻坚”行动。"


@pytest.mark.parametrize("text", [
    case("a means", "会议要求，要以开展“实干年”活动为契机，完成任务。"),
    case("a way to work", "会议部署开展“地毯式”清查工作。"),
    case("a figure of speech", "会议要求，要推行考核，发挥考核的“指挥棒”作用。"),
    case("a storm", "会议要求，要做好防御“蓝鲸”及强降雨工作。"),
    case("a fair", "会议要求，要办好“蓝莓论坛”。"),
    case("a theme", "大会聚焦大会主题“蓝色之梦”。"),
    case("set by others before", "会议研究部署工作，并落实之前全省会议提出的“强县战略”。"),
])  # fmt: skip
def test_what_only_serves_is_not_directed(text: str) -> None:
    assert policies(HELD + text) == []


@pytest.mark.parametrize("text", [
    case("a mechanism of no name", "会议要求，要健全指挥协调机制。"),
    case("a mechanism of many words and no name", "会议要求，要建好跨部门、跨区域协调联动机制。"),
    case("a level of alarm that is not told", "会议要求，要启动应急响应。"),
    case("a quotation that says of what kind", "会议强调，要聚焦“从无到有”的原创性突破口。"),
    case("places by number", "会议强调，要做好“五站两港”保障。"),
    case("a brand that is praised", "会议指出，去年全力打造了“蓝蓝出行”服务品牌。"),
    case("what has been made", "会议指出，全县打造了“蓝蓝出行”。"),
    case("a class that is counted", "会议审议通过了3项地块详细规划。"),
])  # fmt: skip
def test_what_names_no_policy_is_none(text: str) -> None:
    assert policies(HELD + text) == []


def test_the_plans_of_a_counted_class_are_the_meetings() -> None:
    text = "会议审议通过了2项地块详细规划。与会者认为，云台片区地块详细规划对于种植有指导作用。"
    assert policies(HELD + text + "鹤鸣片区地块详细规划优化布局。") == ["云台片区地块详细规划", "鹤鸣片区地块详细规划"]


def test_plans_of_a_kind_that_no_meeting_passed_are_not() -> None:
    assert policies(HELD + "会议听取了情况。云台片区地块详细规划对于种植有指导作用。") == []
