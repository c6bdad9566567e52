"""Pages of government sites: main text, headline, date, source; navigation and footer told apart."""

import time

import pytest

from kg.repair.pipeline import repair
from kg.sources.record import RawRecord

PARAGRAPHS = "".join(
    f"<p>　　{n}月{n}日，平原县第{n}批重点项目开工仪式举行，<a href=x>总投资</a>{n}0亿元。\n"
    "开工的项目涵盖新材料、食品等产业。</p>\n"
    for n in range(1, 7)
)
PAGE = f"""<!DOCTYPE html><html><head><meta charset="gbk"><title>平原县重点项目开工_平原县人民政府</title>
<meta name="PubDate" content="2023-04-19 09:39"><script>var a='<p>假的</p>';</script></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li></ul></div>
<h1>平原县重点项目开工</h1><div class="info">来源：平原县融媒体中心　浏览次数：12</div>
<div id="content">{PARAGRAPHS}<table><tr><td>药石药业基地</td><td>5亿元</td></tr></table></div>
<p>责任编辑：李某</p>
<div class="footer"><p>版权所有：平原县人民政府&nbsp;鲁ICP备12345678号</p>
<p>地址：平原县府前街1号</p></div></body></html>"""


@pytest.fixture(scope="module")
def article():
    return repair(RawRecord("page.html", PAGE.encode("gbk"), media="html"))


def zones(article, kind):
    return [article.text[zone.start : zone.end] for zone in article.zones if zone.kind == kind]


def test_what_the_page_says_of_itself(article):
    assert (article.title, article.date, article.publisher) == ("平原县重点项目开工", "2023-04-19", "平原县融媒体中心")
    assert article.encoding == "gb18030"


def test_the_main_text_is_body_and_complete(article):
    body = zones(article, "body")
    assert len([line for line in body if "重点项目开工仪式" in line]) == 6
    assert body[0].endswith("总投资10亿元。开工的项目涵盖新材料、食品等产业。")
    assert any("药石药业基地" in line for line in body)


def test_the_rest_is_told_apart(article):
    assert zones(article, "headline") == ["平原县重点项目开工"]
    furniture = "".join(zones(article, "boilerplate"))
    assert all(word in furniture for word in ("首页", "政务公开", "ICP", "府前街"))
    assert "假的" not in article.text
    assert "责任编辑：李某" in zones(article, "byline")


def test_every_character_maps_to_its_bytes(article):
    content = PAGE.encode("gbk")
    for place, character in enumerate(article.text):
        start, end = article.bytes_of(place, place + 1)
        assert character.isspace() or character in content[start:end].decode("gbk")


def test_a_page_read_as_plain_text_is_known_as_one(article):
    assert repair(RawRecord("page.txt", PAGE.encode("gbk"))).text == article.text


@pytest.mark.parametrize("tail", ["<div>" * 5000, "<p>", "<!--", "</html></html>", "<table><tr><td>"])
def test_broken_pages_are_read(tail):
    page = f"<html><body>{PARAGRAPHS}{tail}"
    assert "总投资60亿元" in repair(RawRecord("x", page.encode(), media="html")).text


BUSY = f"""<html><head><title>平原县重点项目开工_平原新闻网</title></head><body>
<div class="logo"><h1>平原新闻网</h1></div>
<div class="wrap"><div class="left"><h2>平原县重点项目开工</h2>
<div class="article"><p>本文来源：平原日报 责任编辑：李某</p>{PARAGRAPHS}<p>图为开工现场</p>
<div class="related"><p>相关：市里另一批项目也已开工，据悉共有三个。</p></div>
<ul><li><a href="/1">另一篇文章的标题，它很长很长</a></li></ul></div>
<div class="comments">{"<p>网友：说得好，希望县里的项目越来越多，大家都有活干。</p>" * 4}</div></div>
<div class="right"><p>2023-04-18 另一篇文章，说的是别的事情。</p></div></div></body></html>"""


@pytest.fixture(scope="module")
def busy():
    return repair(RawRecord("busy.html", BUSY.encode(), media="html"))


def test_the_headline_is_the_line_with_which_the_window_title_begins(busy):
    assert busy.title == "平原县重点项目开工"
    assert zones(busy, "headline") == ["平原县重点项目开工"]


def test_comments_lists_and_other_articles_are_told_apart(busy):
    body = "".join(zones(busy, "body"))
    assert not [word for word in ("网友", "相关：", "另一篇", "平原新闻网") if word in body]
    assert "图为开工现场" in body and body.count("重点项目开工仪式") == 6
    assert zones(busy, "byline") == ["本文来源：平原日报 责任编辑：李某"]


def test_a_page_of_links_alone_has_no_body():
    page = "<html><body>" + "".join(f"<li><a href=/{n}>平原县第{n}批项目开工了</a></li>" for n in range(30))
    article = repair(RawRecord("x", page.encode(), media="html"))
    assert zones(article, "body") == [] and zones(article, "headline") == []


def test_cells_and_containers_that_are_never_closed_are_read_in_linear_time():
    started = time.process_time()
    page = "<html><body>" + PARAGRAPHS + "<table><tr><td><div class=side>" * 20_000
    assert "总投资60亿元" in repair(RawRecord("x", page.encode(), media="html")).text
    assert time.process_time() - started < 20
