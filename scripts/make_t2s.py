"""Make kg/data/repair/t2s.tsv: traditional to simplified characters, and the phrases that are exceptions.

Source: the dictionaries inside opencc-python-reimplemented (Apache-2.0, from the OpenCC project). Three columns:
`kind` (char or phrase), the traditional form, the simplified form of the same length. What is left out, and why:

- characters that OpenCC maps outside the Basic Multilingual Plane (頔 → 𬱖): names keep them, and no reader's font or
  word list knows the other form;
- 乾: OpenCC turns it into 干 unless a phrase forbids it, which makes 王乾 into 王干. Here it stays, and only phrases
  in which it means "dry" (乾燥, 餅乾) change it: those of OpenCC that jieba's dictionary knows as a word in simplified
  form, and not as a name;
- phrases whose result the characters alone give, and phrases that contain a shorter one of the list.

Run: python scripts/make_t2s.py
"""

from __future__ import annotations

from pathlib import Path

import jieba
import opencc

DICTIONARIES = Path(opencc.__file__).parent / "dictionary"
TARGET = Path(__file__).resolve().parent.parent / "kg" / "data" / "repair" / "t2s.tsv"
KEPT = frozenset("乾")


def entries(name: str) -> list[tuple[str, list[str]]]:
    """The lines of one OpenCC dictionary: a key, and its values with the first choice first."""
    lines = (DICTIONARIES / name).read_text(encoding="utf-8").splitlines()
    return [(key, values.split(" ")) for key, values in (line.split("\t") for line in lines if line)]


def dry_phrases(known: set[str]) -> dict[str, str]:
    """Words in which 乾 means dry, traditional to simplified (乾燥 → 干燥)."""
    found = {}
    for simplified, forms in entries("STPhrases.txt"):
        if simplified in known and len(forms) == 1 and "乾" in forms[0] and "干" in simplified:
            found[forms[0]] = simplified
    return found


def main() -> None:
    characters = {
        key: values[0]
        for key, values in entries("TSCharacters.txt")
        if values[0] != key and key not in KEPT and max(map(ord, key + values[0])) < 0x10000
    }
    known = set()
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, tag = line.split(" ")
        if not tag.startswith("nr"):
            known.add(word)
    phrases = {key: values[0] for key, values in entries("TSPhrases.txt")} | dry_phrases(known)
    needed: dict[str, str] = {}
    for key in sorted(phrases, key=lambda key: (len(key), key)):
        value = phrases[key]
        if len(value) != len(key) or max(map(ord, key + value)) > 0xFFFF:
            continue
        by_character = "".join(characters.get(character, character) for character in key)
        if by_character != value and not any(inner in key for inner in needed):
            needed[key] = value
    rows = [f"char\t{key}\t{value}" for key, value in sorted(characters.items())]
    rows += [f"phrase\t{key}\t{value}" for key, value in sorted(needed.items())]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(characters)} characters, {len(needed)} phrases")


if __name__ == "__main__":
    main()
