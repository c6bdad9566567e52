"""Bodies of their own name: what their words must hold to, and what belongs to no county."""

from __future__ import annotations

import pytest

from mentions.articles import body_name, case, posts


def bodies(text: str) -> list[str]:
    return [body_name(post.body) for _, post in posts(text)]


@pytest.mark.parametrize(("text", "body"), [
    case("and inside the name", "中国蓝莓与采购联合会副会长李志远说。", "中国蓝莓与采购联合会"),
    case("behind a person and", "赵明辉和蓝谷大学校长李志远出席。", "蓝谷大学"),
    case("firm with a number for a name", "平原县副县长赵明辉，中建七局董事长李志远出席。", "中建七局"),
    case("university", "平原县副县长赵明辉，上海大学校长李志远出席。", "上海大学"),
    case("stop word inside the name", "湖南蓝之谷农业开发有限公司董事长李志远说。", "湖南蓝之谷农业开发有限公司"),
    case("preposition before the name", "报道称，自蓝谷集团创始人李志远离任以来，", "蓝谷集团"),
    case("adverb inside the name", "河南省鑫都艺术研究院院长李志远说。", "河南省鑫都艺术研究院"),
    case("news verb before it", "报道援引美国蓝莓产业协会会长李志远的话。", "美国蓝莓产业协会"),
    case("a team posted to a village, whoever sent it", "平原县科技局副局长赵明辉，驻村帮扶工作队队长李志远参加。",
         "驻村帮扶工作队"),
    case("quotation mark left open", "蓝谷通报“南山医院医生李志远的情况。", "南山医院"),
])  # fmt: skip
def test_a_body_with_a_name_of_its_own(text: str, body: str) -> None:
    assert bodies(text)[-1] == body


def test_what_has_a_name_of_its_own_is_not_of_the_county() -> None:
    found = posts("平原县副县长赵明辉，中建七局董事长李志远出席。")
    assert [post.body.area and post.body.area.name for _, post in found] == ["平原县", None]


@pytest.mark.parametrize("text", [
    case("half a name behind and", "蓝谷企业代表及发展中心主任李志远说。"),
    case("half a name behind a number", "会上，25街治安委员会主席李志远说。"),
    case("a part of which firm", "合规业务部主任李志远主讲。"),
    case("a journal", "《蓝莓学刊》主编李志远说。"),
    case("posted to a village", "蓝谷总会驻村第一书记李志远说。"),
    case("pointed at", "该院产科主任李志远说。"),
    case("half a name behind a comma of a list", "法国经济、财政及工业、数字主权部部长李志远出席。"),
    case("of the owners", "蓝谷地铁公司业主代表李志远说。"),
    case("kept back", "某医院院长李志远说。"),
    case("a region of a firm", "华东区域副总裁李志远说。"),
    case("a project", "蓝谷路打通项目负责人李志远说。"),
    case("a class", "医疗机构工作人员李志远说。"),
    case("named by a person", "蓝谷养护院赵明辉董事长李志远说。"),
    case("another country's president", "越南国家主席李志远说。"),
])  # fmt: skip
def test_words_that_name_no_body(text: str) -> None:
    assert bodies(text) == []


def test_a_bare_head_goes_on_with_the_body_of_its_kind() -> None:
    text = "山东蓝谷医院党委委员、蓝莓研究部主任、副院长李志远说。"
    assert bodies(text)[-1] == "山东蓝谷医院"


@pytest.mark.parametrize(("text", "body"), [
    case("section of a firm", "蓝谷汽车自动驾驶副总裁李志远说。", "蓝谷汽车"),
    case("region of a firm", "蓝谷汽车中国区总裁李志远说。", "蓝谷汽车"),
    case("organ of a society", "中国蓝莓学会会长、学术委员会主任李志远说。", "中国蓝莓学会学术委员会"),
    case("central discipline", "中央纪委副书记李志远说。", "中央纪委"),
    case("bank behind its committee", "蓝谷农商银行党委委员、副行长李志远说。", "蓝谷农商银行"),
])  # fmt: skip
def test_the_whole_that_a_post_is_in(text: str, body: str) -> None:
    assert bodies(text)[-1] == body
