"""Short forms of the names of divisions: 平原县 → 平原, 新疆维吾尔自治区 → 新疆, 恩施土家族苗族自治州 → 恩施, 恩施州.

The rules stand in `forms`, in the order in which they are tried; nationalities, usual forms without a rule, and the
names that are never shortened are data, in `kg/data/divisions/naming.toml`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files

PROVINCE_SUFFIX = re.compile(r"(特别行政区|自治区|省|市)$")
AUTONOMOUS = re.compile(r"自治([州县旗])$")
# 地区 and 新区 go as a whole where two characters are left: 喀什地区, 浦东新区, 峰峰矿区, 六枝特区; but 清新|区.
ORDINARY_SUFFIX = re.compile(r"((?<=..)(地区|新区|矿区|特区)|[市县区旗盟])$")
# Banners named by side or colour, 阿拉善左旗, 杭锦后旗, 科尔沁右翼前旗, 正蓝旗: without 旗 nobody says them.
BANNER_KEPT_WHOLE = re.compile(r"[左右前后中蓝白黄]旗$")


@dataclass(frozen=True, slots=True)
class Naming:
    """The data file: how names are cut, and which are not."""

    nationalities: tuple[str, ...]
    usual: dict[str, list[str]]
    never: frozenset[str]

    def stem(self, name: str) -> str:
        """`name` without the nationalities at its end, as long as two characters are left.

        >>> read_naming().stem("恩施土家族苗族")
        '恩施'
        >>> read_naming().stem("东乡族")
        '东乡'
        """
        while True:
            # The longest that fits: 土家族 is not 族 of 家. One character before it is no place.
            cut = [n for n in self.nationalities if name.endswith(n) and len(name) - len(n) >= 2]
            if not cut:
                break
            name = name[: -len(max(cut, key=len))]
        return name.removesuffix("族") if len(name) > 2 else name

    def forms(self, name: str, level: str) -> tuple[str, ...]:
        """Accepted short forms of the full `name`, the best first; () where there is none.

        >>> read_naming().forms("平原县", "county"), read_naming().forms("市中区", "county")
        (('平原',), ())
        >>> read_naming().forms("孟村回族自治县", "county")
        ('孟村', '孟村县')
        >>> read_naming().forms("伊犁哈萨克自治州", "prefecture")
        ('伊犁', '伊犁州')
        """
        if level == "township":
            return ()
        found: list[str] = []
        if level == "province":
            found.append(self.stem(PROVINCE_SUFFIX.sub("", name)))
        elif kind := AUTONOMOUS.search(name):
            stem = self.stem(AUTONOMOUS.sub("", name))
            found += [stem, stem + kind[1]]
        elif not BANNER_KEPT_WHOLE.search(name):
            stem = ORDINARY_SUFFIX.sub("", name)
            found.append(self.stem(stem))
            if self.stem(stem) != stem and level == "county":  # 管城回族区 → 管城, 管城区
                found.append(self.stem(stem) + name[-1])
        if name in self.never:
            found = found[1:]  # the bare stem; 海南州 and 互助县 stay
        found += self.usual.get(name, ())
        return tuple(form for form in dict.fromkeys(found) if len(form) >= 2 and form != name)

    def stem_told(self, name: str, level: str) -> str:
        """What is left of the name of a county that is never shortened by itself, "" for any other.

        >>> naming = read_naming()
        >>> naming.stem_told("和平区", "county"), naming.stem_told("平原县", "county")
        ('和平', '')
        """
        if level != "county" or name not in self.never:
            return ""
        stem = self.stem((AUTONOMOUS if AUTONOMOUS.search(name) else ORDINARY_SUFFIX).sub("", name))
        return stem if len(stem) >= 2 else ""


def read_naming() -> Naming:
    """The rules of the package. Raises ValueError where the data file has a key that nothing reads."""
    table = tomllib.loads((files("kg") / "data" / "divisions" / "naming.toml").read_text("utf-8"))
    if unknown := set(table) - {"nationalities", "usual", "no_short_form"}:
        raise ValueError(f"kg/data/divisions/naming.toml: unknown keys {sorted(unknown)}")
    never = frozenset(name for names in table["no_short_form"].values() for name in names)
    return Naming(tuple(table["nationalities"]), table["usual"], never)
