"""The division table and what names mean: kg/gazetteer/divisions.py, kg/gazetteer/names.py, kg/data/divisions/."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from importlib.resources import files

import pytest

from kg.gazetteer.divisions import LEVELS, Division, coded, former_divisions, load
from kg.gazetteer.names import read_naming

GAZETTEER = load()
DATA = files("kg") / "data" / "divisions"

UNCODED = {"prefecture": 6, "county": 14}  # the cities and counties of 台湾省
COUNTS = {"province": 34, "prefecture": 333 + 6, "county": 2847 + 14, "township": 38_612}
# 76 of the townships are those of the four prefectures without counties, which the source leaves out.
FORMER_COUNTS = {"prefecture": 237, "county": 4_013, "township": 213}


def path(division: Division | None) -> str | None:
    return None if division is None else GAZETTEER.path(division)


def paths(divisions: tuple[Division, ...]) -> list[str]:
    return [GAZETTEER.path(division) for division in divisions]


def by_path(text: str) -> Division:
    (found,) = [division for division in GAZETTEER if text.endswith(division.name) and GAZETTEER.path(division) == text]
    return found


class TestTable:
    def test_counts(self):
        assert Counter(division.level for division in GAZETTEER) == COUNTS
        assert len(GAZETTEER) == sum(COUNTS.values())

    def test_former_counts(self):
        assert Counter(former.level for found in former_divisions().values() for former in found) == FORMER_COUNTS

    def test_every_parent_is_there_and_above(self):
        for division in GAZETTEER:
            if division.level == "province":
                assert division.parent is None
            else:
                parent = GAZETTEER.by_code(division.parent)
                assert LEVELS.index(parent.level) < LEVELS.index(division.level), division
                assert parent.code[:2] == division.code[:2], division

    def test_codes_tell_the_level(self):
        for division in filter(lambda division: coded(division.code), GAZETTEER):
            match division.level:
                case "province":
                    assert division.code.endswith("0000") and len(division.code) == 6
                case "prefecture":
                    assert division.code.endswith("00") and len(division.code) == 6
                case "county":
                    assert not division.code.endswith("00") and len(division.code) == 6
                case "township":
                    assert len(division.code) == 12 and division.code[:4] == division.parent[:4]

    def test_what_has_no_code_goes_by_its_parent_and_name(self):
        uncoded = [division for division in GAZETTEER if not coded(division.code)]
        assert Counter(division.level for division in uncoded) == UNCODED
        assert {division.code for division in uncoded} == {"710000" + division.name for division in uncoded}

    def test_no_bookkeeping_rows_and_no_remarks_in_names(self):
        for division in GAZETTEER:
            assert division.name not in {"市辖区", "县", "市"}
            assert "直辖" not in division.name and "撤" not in division.name and "（" not in division.name

    def test_tables_are_sorted(self):
        for name in ("divisions.tsv", "former.tsv"):
            lines = (DATA / name).read_text("utf-8").splitlines()[1:]
            assert [line.split("\t") for line in lines] == sorted(line.split("\t") for line in lines)

    def test_former_divisions_are_not_of_today_but_their_successors_are(self):
        for name, found in former_divisions().items():
            for former in found:
                if former.level != "township":
                    assert former.code not in {today.code for today in GAZETTEER.named(name) if today.name == name}
                assert all(GAZETTEER.by_code(code) for code in former.successors)
                assert former.last is None or former.first is None or former.first <= former.last

    def test_loads_within_half_a_second(self):
        """In a fresh process, imports included; the best of three, for the machine may be busy."""
        code = (
            "import time; start = time.process_time();"
            "from kg.gazetteer.divisions import load; load(); print(time.process_time() - start)"
        )
        runs = [float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(3)]
        assert min(runs) < 0.5

    def test_same_content_whatever_the_hash_seed(self):
        code = (
            "import hashlib; from kg.gazetteer.divisions import load; g = load();"
            "print(hashlib.sha256(repr([list(g.surfaces()), list(g), g.named('市中区')]).encode()).hexdigest())"
        )
        seeds = {subprocess.check_output([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}) for seed in "012"}
        assert len(seeds) == 1


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("371426", "山东省德州市平原县"),
        ("110105", "北京市朝阳区"),
        ("500235", "重庆市云阳县"),
        ("419001", "河南省济源市"),
        ("429004", "湖北省仙桃市"),
        ("469023", "海南省澄迈县"),
        ("659001", "新疆维吾尔自治区石河子市"),
        ("441900119000", "广东省东莞市长安镇"),
        ("442000105000", "广东省中山市古镇镇"),
        ("460400100000", "海南省儋州市那大镇"),
        ("620201101000", "甘肃省嘉峪关市峪泉镇"),
        ("710000", "台湾省"),
    ],
)
def test_path(code, expected):
    assert GAZETTEER.path(GAZETTEER.by_code(code)) == expected


@pytest.mark.parametrize("code", ["999999", "110100", "", "平原县"])
def test_code_that_no_division_has(code):
    with pytest.raises(KeyError, match="has or had"):
        GAZETTEER.by_code(code)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("平原县", ["平原"]),
        ("德州市", ["德州"]),
        ("德城区", ["德城"]),
        ("北京市", ["北京"]),
        ("山东省", ["山东"]),
        ("新疆维吾尔自治区", ["新疆"]),
        ("内蒙古自治区", ["内蒙古"]),
        ("香港特别行政区", ["香港", "香港特区"]),
        ("喀什地区", ["喀什"]),
        ("锡林郭勒盟", ["锡林郭勒"]),
        ("伊犁哈萨克自治州", ["伊犁", "伊犁州"]),
        ("恩施土家族苗族自治州", ["恩施", "恩施州"]),
        ("孟村回族自治县", ["孟村", "孟村县"]),
        ("东乡族自治县", ["东乡", "东乡县"]),
        ("鄂温克族自治旗", ["鄂温克", "鄂温克旗"]),
        ("前郭尔罗斯蒙古族自治县", ["前郭尔罗斯", "前郭尔罗斯县", "前郭县"]),
        ("管城回族区", ["管城", "管城区"]),
        ("乌审旗", ["乌审"]),
        ("浦东新区", ["浦东"]),
        ("峰峰矿区", ["峰峰"]),
        ("六枝特区", ["六枝"]),
        ("神农架林区", ["神农架"]),
        ("碑林区", ["碑林"]),
        ("津市市", ["津市"]),
        # One character is no name.
        ("眉县", []),
        ("沛县", []),
        ("芒市", []),
        # Bearings and kinds.
        ("市中区", []),
        ("城区", []),
        ("郊区", []),
        ("矿区", []),
        ("滨海新区", []),
        ("铁西区", []),
        # Banners named by side or colour.
        ("阿拉善左旗", []),
        ("正蓝旗", []),
        # Words of the language, and names of greater places.
        ("合作市", []),
        ("公安县", []),
        ("振兴区", []),
        ("高密市", []),
        ("河北区", []),
        ("海南藏族自治州", ["海南州"]),
        ("河南蒙古族自治县", ["河南县"]),
        # Townships go by their full names.
        ("恩城镇", []),
    ],
)
def test_short_forms(name, forms):
    for division in (d for d in GAZETTEER.named(name) if d.name == name):
        assert list(GAZETTEER.short_forms(division)) == forms


def test_every_name_in_the_naming_file_is_a_division():
    """A misspelt name would silently keep its short form."""
    naming = read_naming()
    assert all(GAZETTEER.named(name) for name in [*naming.never, *naming.usual])


def test_no_short_form_of_a_county_is_the_name_of_a_province():
    provinces = {form for d in GAZETTEER if d.level == "province" for form in GAZETTEER.short_forms(d)}
    counties = {form for d in GAZETTEER if d.level == "county" for form in GAZETTEER.short_forms(d)}
    assert not provinces & counties


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("平原县", ["山东省德州市平原县"]),
        ("朝阳", ["北京市朝阳区", "辽宁省朝阳市", "辽宁省朝阳市朝阳县", "吉林省长春市朝阳区"]),
        ("市中区", ["山东省济南市市中区", "山东省枣庄市市中区", "四川省内江市市中区", "四川省乐山市市中区"]),
        ("市中", []),
        ("恩城镇", ["山东省德州市平原县恩城镇"]),
        ("德原街道", ["山东省德州市平原县德原街道"]),
        ("德原街道办事处", ["山东省德州市平原县德原街道"]),
        ("德原街道办", ["山东省德州市平原县德原街道"]),
        ("陵县", []),
        ("市辖区", []),
        ("", []),
    ],
)
def test_named(surface, expected):
    assert paths(GAZETTEER.named(surface)) == expected


@pytest.mark.parametrize(
    ("surface", "context", "expected"),
    [
        # The prefecture of the context decides, then its province.
        ("市中区", ["山东省枣庄市"], "山东省枣庄市市中区"),
        ("市中区", ["山东省枣庄市滕州市"], "山东省枣庄市市中区"),
        ("市中区", ["山东省济南市历下区"], "山东省济南市市中区"),
        ("市中区", ["四川省乐山市"], "四川省乐山市市中区"),
        ("鼓楼区", ["福建省"], "福建省福州市鼓楼区"),
        ("鼓楼区", ["江苏省徐州市沛县"], "江苏省徐州市鼓楼区"),
        ("长安区", ["河北省石家庄市正定县"], "河北省石家庄市长安区"),
        ("长安区", ["陕西省"], "陕西省西安市长安区"),
        ("通州区", ["北京市"], "北京市通州区"),
        ("通州区", ["江苏省南通市海安市"], "江苏省南通市通州区"),
        ("通州", ["江苏省"], "江苏省南通市通州区"),
        ("朝阳区", ["北京市海淀区"], "北京市朝阳区"),
        ("朝阳区", ["吉林省"], "吉林省长春市朝阳区"),
        ("朝阳", ["北京市"], "北京市朝阳区"),
        ("朝阳", ["辽宁省"], "辽宁省朝阳市"),
        ("朝阳", ["辽宁省朝阳市建平县"], "辽宁省朝阳市"),
        ("朝阳", ["辽宁省朝阳市朝阳县"], "辽宁省朝阳市朝阳县"),
        ("朝阳县", ["北京市"], "辽宁省朝阳市朝阳县"),
        ("吉林", ["吉林省长春市"], "吉林省"),
        ("吉林", ["吉林省吉林市船营区"], "吉林省吉林市"),
        ("运河街道", ["山东省德州市"], "山东省德州市德城区运河街道"),
        ("运河街道", ["江苏省徐州市邳州市"], "江苏省徐州市邳州市运河街道"),
        ("孟庄镇", ["山东省枣庄市市中区"], "山东省枣庄市市中区孟庄镇"),
        # No context, or one that says nothing: the highest level, if it is one.
        ("朝阳", [], "辽宁省朝阳市"),
        ("朝阳", ["山东省"], "辽宁省朝阳市"),
        ("吉林", [], "吉林省"),
        ("海南", ["青海省西宁市"], "海南省"),
        ("恩施", [], "湖北省恩施土家族苗族自治州"),
        ("平原", [], "山东省德州市平原县"),
        ("恩城镇", [], "山东省德州市平原县恩城镇"),
        # The more important of the context comes first.
        ("鼓楼区", ["福建省福州市", "江苏省南京市"], "福建省福州市鼓楼区"),
        ("鼓楼区", ["江苏省南京市", "福建省福州市"], "江苏省南京市鼓楼区"),
        # A nearer circle counts more than the order of the context.
        ("鼓楼区", ["江苏省", "福建省福州市"], "福建省福州市鼓楼区"),
        # Several that fit equally: it does not guess.
        ("鼓楼区", [], None),
        ("鼓楼区", ["江苏省"], None),
        ("鼓楼区", ["山东省德州市"], None),
        ("市中区", ["山东省德州市平原县"], None),
        ("市中区", ["四川省", "四川省成都市"], None),
        ("长安", [], None),
        ("通州", [], None),
        ("城关镇", [], None),
        # Nothing of that name.
        ("市中", ["山东省枣庄市"], None),
        ("火星区", [], None),
    ],
)
def test_resolve(surface, context, expected):
    assert path(GAZETTEER.resolve(surface, [by_path(text) for text in context])) == expected


@pytest.mark.parametrize(
    ("name", "within", "expected"),
    [
        ("孟庄镇", "山东省枣庄市市中区", "山东省枣庄市市中区孟庄镇"),
        ("孟庄镇", "山东省枣庄市", "山东省枣庄市市中区孟庄镇"),
        ("恩城镇", "山东省", "山东省德州市平原县恩城镇"),
        ("德原街道办事处", "山东省德州市平原县", "山东省德州市平原县德原街道"),
        ("虎门镇", "广东省东莞市", "广东省东莞市虎门镇"),
        ("恩城镇", "山东省枣庄市", None),
        ("城关镇", "甘肃省", None),
        ("平原县", "山东省", None),
    ],
)
def test_township(name, within, expected):
    assert path(GAZETTEER.township(name, by_path(within))) == expected


def test_within():
    county, prefecture, province = (by_path(text) for text in ("山东省德州市平原县", "山东省德州市", "山东省"))
    assert GAZETTEER.ancestors(county) == (prefecture, province)
    assert GAZETTEER.within(county, province) and GAZETTEER.within(county, county)
    assert not GAZETTEER.within(prefecture, county)
    assert GAZETTEER.at(county, "prefecture") == prefecture
    assert GAZETTEER.at(province, "county") is None


def test_surfaces():
    surfaces = dict(GAZETTEER.surfaces())
    assert surfaces["平原县"] is False and surfaces["平原"] is True
    assert "恩城镇" not in surfaces and "市中" not in surfaces
    assert all(len(surface) >= 2 for surface in surfaces)
    assert list(surfaces) == sorted(surfaces)
    assert "恩城镇" in dict(GAZETTEER.surfaces("township"))
    assert "平原县" not in dict(GAZETTEER.surfaces("province", "prefecture"))
    for surface in surfaces:
        assert GAZETTEER.named(surface), surface


@pytest.mark.parametrize(
    ("name", "last", "successor"),
    [
        ("陵县", 2014, "山东省德州市陵城区"),
        ("平原县", 1994, "山东省德州市平原县"),
        ("苍山县", 2014, "山东省临沂市兰陵县"),
        ("莱芜市", 2019, "山东省济南市"),
        ("渝北区", 2025, "重庆市两江新区"),
        ("定安县", 2007, "海南省定安县"),
        ("襄樊市", 2010, "湖北省襄阳市"),
        ("郫县", 2016, "四川省成都市郫都区"),
        ("禄丰县", 2021, "云南省楚雄彝族自治州禄丰市"),
        ("淮安市", 2000, "江苏省淮安市淮安区"),
    ],
)
def test_former(name, last, successor):
    found = {
        (was.last, GAZETTEER.path(GAZETTEER.by_code(code))) for was in GAZETTEER.former(name) for code in was.successors
    }
    assert (last, successor) in found


def test_nothing_of_that_name_was():
    assert GAZETTEER.former("火星区") == ()
