"""Make kg/data/repair/readings.tsv: how the traditional characters of t2s.tsv are read, for undoing inline pinyin.

Source: pypinyin (MIT licence), needed only to run this script: `pip install pypinyin==0.53.0`. Two columns: a
character that GBK holds, its readings with tone marks, comma-separated. Run after make_t2s.py:
python scripts/make_readings.py
"""

from __future__ import annotations

from pathlib import Path

from pypinyin.constants import PINYIN_DICT

FOLDER = Path(__file__).resolve().parent.parent / "kg" / "data" / "repair"


def in_gbk(character: str) -> bool:
    """Whether the converters that did the damage, which worked on GBK bytes, could meet the character.

    >>> in_gbk("聽"), in_gbk("㐀")
    (True, False)
    """
    try:
        return len(character.encode("gbk")) == 2
    except UnicodeEncodeError:
        return False


def main() -> None:
    rows = []
    for line in (FOLDER / "t2s.tsv").read_text(encoding="utf-8").splitlines():
        kind, traditional, _ = line.split("\t")
        if kind == "char" and in_gbk(traditional) and ord(traditional) in PINYIN_DICT:
            rows.append(f"{traditional}\t{PINYIN_DICT[ord(traditional)]}")
    (FOLDER / "readings.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{FOLDER / 'readings.tsv'}: {len(rows)} characters")


if __name__ == "__main__":
    main()
