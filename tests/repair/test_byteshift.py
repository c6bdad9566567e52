"""GBK read one byte out of step: mended where that reads better by far, left alone otherwise."""

import pytest

from kg.repair.byteshift import find


def mended(text: str) -> str:
    for edit in reversed(find(text)):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("倍增干勁?！彪\ue269菔泄ば啪志珠L孟凡軍表示", "倍增干勁。”滕州市工信局局長孟凡軍表示"),
        ("倍增干勁?!彪\ue269菔泄ば啪志珠L孟凡軍表示", "倍增干勁。”滕州市工信局局長孟凡軍表示"),
        ("談未來?！皫F城是‘中國石榴之鄉’", "談未來。“嶧城是‘中國石榴之鄉’"),
        ("新起點,?蠈崿F高質量發展", "新起點,上實現高質量發展"),
        ("扎实做好“六稳”“六?！惫ぷ?", "扎实做好“六稳”“六保”工作，"),
    ],
)
def test_mended(damaged, sound):
    assert mended(damaged) == sound


def out_of_step(text: str, at: int) -> str:
    """The text as a careless decoder writes it after losing the first byte of `text[at]`."""
    head, tail = text[:at], text[at:].encode("gbk")[1:]
    return head + "?" + tail.decode("gb18030", "replace").replace("\ufffd", "?")


@pytest.mark.parametrize(
    "text",
    [
        "要坚持项目为王。”平原县委书记在会上表示,全县将抓好落实",
        "会议要求。“各级各部门要压实责任,抓好工作",
        "推动高质量发展。全市上下要坚定信心,狠抓项目建设",
    ],
)
def test_any_lost_byte_of_a_full_stop_is_found_again(text):
    assert mended(out_of_step(text, text.index("。"))) == text


@pytest.mark.parametrize(
    "sound",
    [
        "怎么办?我们来看看。",
        "赔偿的标准怎样?除了土地和资产，是否包括员工?记者就此采访",
        "怎么办?怎么做?为什么?谁来管?",
        "《自然?天文学》发表",
        "真的吗?”他问。",
        "http://www.example.com/?来源=平原",
        "评表的\ufffd返回",
    ],
)
def test_question_marks_are_left_alone(sound):
    assert find(sound) == []


def test_a_guess_is_marked_as_one():
    (edit,) = find("談未來?！皫F城是")
    assert 0 < edit.certainty < 1


def test_each_character_knows_its_place():
    text = "談未來?！皫F城是"
    (edit,) = find(text)
    assert edit.spans == ((3, 5), (4, 6), (5, 7))
