"""The labels of bodies, areas and sums: official forms from what articles write."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import load
from kg.mentions.mention import Area, Body
from kg.relations.claim import Amount, Batch

UNITS = {"CNY": "元", "USD": "美元", "EUR": "欧元", "HKD": "港元", "JPY": "日元", "GBP": "英镑", "TWD": "新台币",
         "AUD": "澳元", "CAD": "加元", "KRW": "韩元", "RUB": "卢布"}  # fmt: skip


@lru_cache(maxsize=1 << 16)
def area_names(area: Area) -> tuple[str, tuple[str, ...]]:
    """(label, further names) of an area: its official name; that with what it lies in before it, and its short form.

    >>> area_names(Area("平原县", "county", "371426", "371400"))
    ('平原县', ('德州市平原县', '平原'))
    """
    if area.code is None:
        return area.name, ()
    gazetteer = load_gazetteer()
    division = gazetteer.by_code(area.code)
    above = [d.name for d in gazetteer.ancestors(division)]
    names = [above[0] + division.name] if above and above[0] != division.name else []
    names += gazetteer.short_forms(division)[:1]
    return division.name, tuple(names)


def body_names(body: Body) -> tuple[str, tuple[str, ...]]:
    """(label, further names) of a body: its official name, and the one that news writes.

    >>> body_names(Body("委", "party", Area("平原县", "county", "371426", "371400")))
    ('中共平原县委员会', ('平原县委',))
    >>> body_names(Body("科技局", "office", Area("德州市", "prefecture", "371400", "370000")))
    ('德州市科学技术局', ('德州市科技局',))
    """
    if body.area is None or body.kind in ("company", "other"):
        return body.name, ()
    area = body.area.name
    short = area + body.name
    if body.kind == "party":
        if body.name == "委":
            if area.endswith("自治区"):
                return f"中共{area}委员会", (f"{area}党委",)
            return f"中共{area}委员会", (short,)
        if body.name == "党委":
            return f"中共{area}委员会", (short,)
        if body.name == "团委":
            return f"共青团{area}委员会", (f"共青团{area}委", f"团{area}委")
        return short, ()
    if body.kind == "government":
        return f"{area}人民政府", (f"{area}政府",)
    if body.kind == "congress":
        if body.name == "人大常委会":
            return f"{area}人民代表大会常务委员会", (short,)
        if body.name == "政协":
            return f"中国人民政治协商会议{area}委员会", (short,)
        if body.name == "纪委":
            return f"中共{area}纪律检查委员会", (short,)
        return short, ()
    if body.name.startswith("委") and not body.name.startswith("委员"):
        if area.endswith("自治区"):
            short = f"{area}党{body.name}"
        return f"中共{short}", (short,)
    aliases: Mapping[str, str] = load("bodies")["aliases"]  # type: ignore[assignment]
    if body.name in aliases:
        return area + aliases[body.name], (short,)
    return short, ()


def amount_label(amount: Amount) -> str:
    """A sum as news writes it, exactly.

    >>> amount_label(Amount(5_080_000_000, 5_080_000_000, "CNY", "planned", "")), UNITS["USD"]
    ('50.8亿元', '美元')
    """
    unit = UNITS.get(amount.currency, amount.currency)

    def one(value: int) -> str:
        for zeros, word in ((8, "亿"), (4, "万")):
            if value >= 10**zeros:
                whole, rest = divmod(value, 10**zeros)
                return f"{whole}.{rest:0{zeros}d}".rstrip("0").rstrip(".") + word
        return str(value)

    if amount.highest != amount.value:
        return f"{one(amount.value)}—{one(amount.highest)}{unit}"
    return one(amount.value) + unit


def batch_label(batch: Batch) -> str:
    """A batch as a reader knows it: whose, what, and how many. The area stands once, however the article names it.

    >>> dezhou = Area("德州市", "prefecture", "371400", "370000")
    >>> batch_label(Batch("重点项目", dezhou, 27, None)), batch_label(Batch("德州市重点项目", dezhou, 10, None))
    ('德州市重点项目（27个）', '德州市重点项目（10个）')
    """
    name, further = area_names(batch.area)
    kind = batch.label
    for own in (batch.area.name, name, *further):
        if kind.startswith(own) and len(kind) - len(own) >= len("项目"):
            kind = kind.removeprefix(own)
            break
    counted = "" if batch.count is None else f"（{batch.count}个）"
    return f"{batch.area.name}{kind}{counted}"
