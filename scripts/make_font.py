"""Make kg/data/fonts/NotoSansSC-Subset.otf: the characters that charts draw, of Noto Sans SC (SIL Open Font License).

The source is Noto Sans SC Regular, Version 2.004, which the package pylopdf-fonts-zh-cn 0.1.1 carries. Taken are the
characters of GB 2312, those of the names of divisions and people in kg/data, and Latin letters; hints and
layout tables are left out. Of 30,000 glyphs a fourth stays, and of 8.3 MB 1.6.
Run: pip install fonttools pylopdf-fonts-zh-cn==0.1.1; python scripts/make_font.py
"""

from __future__ import annotations

import gzip
import shutil
from importlib.metadata import files
from pathlib import Path

from fontTools import subset

DATA = Path(__file__).resolve().parent.parent / "kg" / "data"
TARGET = DATA / "fonts" / "NotoSansSC-Subset.otf"
PACKAGE, FONT, LICENCE = "pylopdf-fonts-zh-cn", "NotoSansSC-Regular.otf", "LICENSE"
NAMES = ("divisions/divisions.tsv", "divisions/former.tsv", "divisions/townships.tsv.gz", "names/characters.tsv")
LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "–—…€□"))


def characters() -> set[int]:
    """The code points that the subset keeps."""
    found = set(LATIN)
    cells = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    found.update(ord(character) for pair in cells for character in pair.decode("gb2312", "ignore"))
    for name in NAMES:
        raw = (DATA / name).read_bytes()
        text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")
        found.update(ord(c) for c in text if c >= "\u3400")
    return found


def main() -> None:
    shipped = {path.name: Path(str(path.locate())) for path in files(PACKAGE) or ()}
    options = subset.Options(
        hinting=False, layout_features=[], notdef_outline=True, glyph_names=False, recalc_timestamp=False,
        name_IDs=[*range(7), 13, 14],
    )  # fmt: skip
    font = subset.load_font(shipped[FONT], options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    subset.save_font(font, TARGET, options)
    shutil.copyfile(shipped[LICENCE], TARGET.parent / "LICENSE-NotoSansSC")
    print(f"{len(font.getBestCmap())} characters, {TARGET.stat().st_size:,} bytes in {TARGET.name}")


if __name__ == "__main__":
    main()
