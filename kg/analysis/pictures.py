"""Charts as PNG files, drawn by Pillow in the package's own font.

The font (a subset of Noto Sans SC) comes with the package, so that Chinese is drawn on a machine that has no Chinese
font, and the picture does not depend on the machine's. No clock and no version is written into the file. Labels are
text: there is no markup to obey; what cannot be seen is left out, a character that the font lacks is an empty box.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.analysis.charts import Bar, Chart
from kg.analysis.one_line import one_line

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

FOLDER = "charts"
FONT = "data/fonts/NotoSansSC-Subset.otf"
WIDTH, MARGIN, GAP = 960, 24, 10
ROW, BAR = 30, 20
TITLE_SIZE, SIZE = 22, 16
COLUMNS_HEIGHT = 260
WIDEST_LABEL = 300
LONGEST_LABEL = 80
"""Characters of a label that are looked at: a name of ten thousand costs no more than one of eighty."""

PAPER, INK, FAINT, LINE = "#ffffff", "#22282c", "#5c6870", "#d5dade"
COLOURS = ("#2f6f8f", "#b9cbd4")


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart that was drawn, or that could not be: then `png` is empty and `problem` says why and how to mend it."""

    name: str
    title: str
    png: bytes = b""
    problem: str = ""

    @property
    def path(self) -> str:
        """Where it stands, as seen from the report."""
        return path_of(self.name)


def path_of(name: str) -> str:
    """Where the picture of the chart `name` stands, as seen from the report."""
    return f"{FOLDER}/{name}.png"


def picture(chart: Chart) -> Picture:
    """`chart` as a PNG picture. Never raises for want of Pillow, its FreeType or the font: the picture tells of it."""
    try:
        return Picture(chart.name, chart.title, _drawn(chart))
    except (ImportError, OSError) as error:
        return Picture(
            chart.name, chart.title, problem=f"{type(error).__name__}: {error}. Mend it with: pip install pillow"
        )


def _drawn(chart: Chart) -> bytes:
    from PIL import Image, ImageDraw

    title, text = _font(TITLE_SIZE), _font(SIZE)
    top = MARGIN + TITLE_SIZE + 2 * GAP + SIZE + 2 * GAP
    below = COLUMNS_HEIGHT + ROW if chart.upright else ROW * len(chart.bars)
    image = Image.new("RGB", (WIDTH, top + below + MARGIN), PAPER)
    draw = ImageDraw.Draw(image)
    draw.text((MARGIN, MARGIN), label(chart.title, title, WIDTH - 2 * MARGIN), fill=INK, font=title)
    _legend(draw, text, chart, MARGIN + TITLE_SIZE + 2 * GAP)
    (_columns if chart.upright else _rows)(draw, text, chart.bars, top)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def label(text: str, font: FreeTypeFont, width: int) -> str:
    """`text` on one line of `width` pixels, without what cannot be seen, cut with "…" where it is longer."""
    plain = one_line(text[:LONGEST_LABEL])
    whole = plain if len(text) <= LONGEST_LABEL else plain + "…"
    if font.getlength(whole) <= width:
        return whole
    while plain and font.getlength(plain + "…") > width:
        plain = plain[:-1]
    return plain + "…"


def number(value: float) -> str:
    """A value as it stands beside its bar.

    >>> number(1234.5), number(7), number(0.25)
    ('1,234.5', '7', '0.25')
    """
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _font(size: int) -> FreeTypeFont:
    from PIL import ImageFont

    content = files("kg").joinpath(FONT).read_bytes()
    return ImageFont.truetype(io.BytesIO(content), size, layout_engine=ImageFont.Layout.BASIC)


def _legend(draw: ImageDraw, font: FreeTypeFont, chart: Chart, top: int) -> None:
    left = MARGIN
    for name, colour in zip(chart.series, COLOURS, strict=False):
        draw.rectangle((left, top + 4, left + 11, top + 15), fill=colour)
        draw.text((left + 18, top), name, fill=FAINT, font=font)
        left += 18 + round(font.getlength(name)) + 2 * GAP


def _rows(draw: ImageDraw, font: FreeTypeFont, bars: tuple[Bar, ...], top: int) -> None:
    labels = [label(bar.label, font, WIDEST_LABEL) for bar in bars]
    left = MARGIN + max(round(font.getlength(each)) for each in labels) + GAP
    values = [number(bar.value) + (f" + {number(bar.second)}" if bar.second else "") for bar in bars]
    longest = WIDTH - MARGIN - left - GAP - max(round(font.getlength(each)) for each in values)
    scale = longest / (max(bar.value + bar.second for bar in bars) or 1)
    for row, (bar, name, value) in enumerate(zip(bars, labels, values, strict=True)):
        y = top + row * ROW
        draw.text((left - GAP - font.getlength(name), y), name, fill=INK, font=font)
        ends = [round(left + bar.value * scale), round(left + (bar.value + bar.second) * scale)]
        start = left
        for end, colour in zip(ends, COLOURS, strict=True):
            if end > start:
                draw.rectangle((start, y + 2, end - 1, y + 2 + BAR), fill=colour)
            start = end
        draw.text((ends[1] + GAP, y), value, fill=FAINT, font=font)
    draw.line((left - 1, top, left - 1, top + ROW * len(bars) - GAP), fill=LINE)


def _columns(draw: ImageDraw, font: FreeTypeFont, bars: tuple[Bar, ...], top: int) -> None:
    bottom = top + COLUMNS_HEIGHT
    step = (WIDTH - 2 * MARGIN) / len(bars)
    scale = (COLUMNS_HEIGHT - ROW) / (max(bar.value for bar in bars) or 1)
    widest = max(font.getlength(bar.label) for bar in bars) + GAP
    every = max(1, -(-round(widest) // max(1, int(step))))  # labels that have room: each, every second, every third
    draw.line((MARGIN, bottom, WIDTH - MARGIN, bottom), fill=LINE)
    for place, bar in enumerate(bars):
        middle = MARGIN + (place + 0.5) * step
        half = min(step * 0.4, 40)
        if bar.value:
            high = bottom - max(1, round(bar.value * scale))
            draw.rectangle((round(middle - half), high, round(middle + half), bottom - 1), fill=COLOURS[0])
            if font.getlength(number(bar.value)) <= step:
                draw.text((middle, high - 2), number(bar.value), fill=FAINT, font=font, anchor="md")
        if place % every == 0:
            draw.text((middle, bottom + 4), bar.label, fill=INK, font=font, anchor="ma")
