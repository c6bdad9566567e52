"""Invented news of a few people and projects in five counties, as JSON lines: articles that have much in common."""

from __future__ import annotations

import random

NAMES = ("张伟", "李娜", "王建国", "赵志远", "孙立平", "周海燕", "吴晓东", "郑文博")
COUNTIES = ("平原县", "齐河县", "禹城市", "乐陵市", "夏津县")


def news(count: int, seed: int = 7) -> list[dict[str, str]]:
    """That many articles, the same for the same seed."""
    chance = random.Random(seed)
    articles = []
    for number in range(count):
        one, other = chance.sample(NAMES, 2)
        county = chance.choice(COUNTIES)
        word = "县" if county.endswith("县") else "市"
        project, sum_ = chance.choice("甲乙丙丁"), chance.randint(1, 30)
        text = (
            f"{county}召开全{word}工业经济大会。{county}{word}委书记{one}出席会议并讲话，{county}{word}长{other}主持。"
            f"会议印发了《{county}工业强{word}三年行动方案》。{one}来到{county}{project}能新材料产业园项目现场调研，"
            f"该项目总投资{sum_}亿元，由{project}能新材料有限公司建设。"
        )
        day = f"2022-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        articles.append({"id": f"n{number:03}", "title": f"{county}新闻", "date": day, "text": text})
    return articles
