"""Charts as PNG: the same bytes, hostile labels as text, no chart no failure."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files

import pytest
from hostile import HOSTILE_NAMES
from PIL import Image, ImageDraw

from kg.analysis import pictures
from kg.analysis.charts import Bar, Chart
from kg.analysis.pictures import SIZE, label, picture

CHART = Chart("chart", "Projects by county", ("with a sum", "without"), (Bar("青溪县", 3, 1), Bar("白石县", 0.5)))


@pytest.fixture
def font():
    return pictures._font(SIZE)


def opened(drawn):
    assert drawn.problem == ""
    return Image.open(io.BytesIO(drawn.png))


def test_it_is_a_picture_with_nothing_beside_its_pixels():
    image = opened(picture(CHART))
    assert (image.format, image.width) == ("PNG", pictures.WIDTH)
    assert image.info == {}, "no date, no version, no path"
    assert image.height < opened(picture(replace(CHART, bars=CHART.bars * 3))).height


def test_bars_are_as_long_as_their_values():
    image = opened(picture(CHART)).convert("RGB")
    first, second = ((0x2F, 0x6F, 0x8F), (0xB9, 0xCB, 0xD4))
    below = image.crop((0, 90, image.width, image.height))
    pixels = [below.getpixel((x, y)) for y in range(below.height) for x in range(below.width)]
    assert pixels.count(first) / pixels.count(second) == pytest.approx(3.5, rel=0.02)


def test_the_same_bytes_in_every_process():
    script = (
        "import sys; from kg.analysis.pictures import *; from kg.analysis.charts import *;"
        "sys.stdout.buffer.write(picture(Chart('a', '题', ('x',), (Bar('青溪县', 2), Bar('乙', 1)))).png)"
    )
    made = {
        subprocess.run([sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True,
                       check=True).stdout
        for seed in ("0", "4242")
    }  # fmt: skip
    assert len(made) == 1 and made.pop().startswith(b"\x89PNG")


def test_chinese_is_drawn(font):
    """Each character as a glyph of its own: not the box of a character that the font lacks."""

    def ink(text):
        image = Image.new("L", (40, 40))
        ImageDraw.Draw(image).text((4, 4), text, fill=255, font=font)
        return image.tobytes()

    box = ink("\U0010fffd")
    glyphs = [ink(character) for character in "县青溪芈峄郯蓟珙亿元·（）A9"]
    assert box not in glyphs and len(set(glyphs)) == len(glyphs)


def test_the_name_of_every_county_can_be_drawn(font):
    box = bytes(font.getmask("\U0010fffd"))
    lines = files("kg").joinpath("data/divisions/divisions.tsv").read_text("utf-8").splitlines()
    characters = {character for line in lines for character in line if character > "\u3400"}
    assert len(characters) > 1000
    assert [character for character in sorted(characters) if bytes(font.getmask(character)) == box] == []


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=range(len(HOSTILE_NAMES)))
def test_a_hostile_label_is_one_short_line_of_text(font, name):
    shown = label(name, font, pictures.WIDEST_LABEL)
    assert font.getlength(shown) <= pictures.WIDEST_LABEL
    assert shown.isprintable(), "no line breaks, no controls, no bidi marks"
    drawn = picture(replace(CHART, title=name, series=(name,), bars=(Bar(name, 1), Bar(name, 2))))
    assert opened(drawn).width == pictures.WIDTH
    upright = picture(replace(CHART, bars=(Bar(name, 1), Bar(name, 0)), upright=True))
    assert opened(upright).width == pictures.WIDTH


def test_dollar_signs_are_dollar_signs(font):
    assert label("$x^2$ 甲", font, 300) == "$x^2$ 甲"


def test_sixty_months_have_room():
    bars = tuple(Bar(f"20{year}-{month:02d}", month) for year in range(20, 25) for month in range(1, 13))
    assert opened(picture(replace(CHART, bars=bars, upright=True))).width == pictures.WIDTH


def test_bars_of_nothing_are_drawn():
    assert opened(picture(replace(CHART, bars=(Bar("甲", 0), Bar("乙", 0)))))


@pytest.mark.parametrize("fault", [ImportError("no module PIL"), OSError("cannot open resource")])
def test_what_cannot_be_drawn_is_told(monkeypatch, fault):
    def fails(size):
        raise fault

    monkeypatch.setattr(pictures, "_font", fails)
    drawn = picture(CHART)
    assert drawn.png == b"" and str(fault) in drawn.problem and "pip install" in drawn.problem


def test_pillow_is_loaded_only_to_draw():
    script = "import sys, kg.analysis.report; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
