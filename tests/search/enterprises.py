"""The enterprises of the synthetic corpus: their names, and what their cases share.

Terms are as unlike in frequency as in real lists.
"""

import random
from collections.abc import Sequence
from functools import cache
from typing import Final

from tests.bench.synthesis import labels, stock, terms

_BRANCH: Final = 20
"""Every so many cases, one is of a branch: in another place and industry than its enterprise."""
_TRAPS: Final = ("上海尔茨", "海尔达", "沪海尔思", "精益求精", "铸信", "中企业联电")
"""Names that hold others' names, and words across the cuts of a dictionary."""
CITIES: Final = {
    "湖北": "武汉市",
    "山东": "青州市",
    "江苏": "常州市",
    "广东": "佛山市",
    "四川": "德阳市",
}


@cache
def _regions() -> tuple[str, ...]:
    """Give the provinces, those of the cities first."""
    return tuple(dict.fromkeys((*CITIES, *labels("regions", "province")[:31])))


@cache
def _divisions() -> tuple[str, ...]:
    return tuple(term["label"] for term in terms("industries") if "13" <= term["slug"] <= "43")


def drawn(source: random.Random, names: Sequence[str], count: int = 1) -> tuple[str, ...]:
    """Give different names; that of rank r comes up about in proportion to 1 / r."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[names[int((len(names) + 1) ** source.random()) - 1]] = None
    return tuple(found)


def enterprise(number: int) -> tuple[str, tuple[str, ...]]:
    """Give an enterprise's name and its other names, no name twice; it has some three cases."""
    source = random.Random(f"enterprise-{number}")
    surnames, trades = stock()["surname"], stock()["trade"]
    one, rest = surnames[number % len(surnames)], number // len(surnames)
    two = surnames[(rest + 5 * number) % len(surnames)]
    two = _TRAPS[number // 9 % len(_TRAPS)] if number % 9 == 5 else two
    core = f"{two}{one}{trades[(number + rest // len(surnames)) % len(trades)]}"
    others = (f"示例{core}", f"Shili Qiye {number} Ltd.")[: source.randint(0, 2)]
    return f"示例{core}{source.choice(('有限公司', '股份有限公司', '（集团）有限公司'))}", others


def home(index: int) -> tuple[str, str, str]:
    """Give region, recommender and industry of a case: its enterprise's, save for a branch."""
    is_branch = index % _BRANCH == 13
    source = random.Random(f"branch-{index}" if is_branch else f"home-{index // 3}")
    (region,) = drawn(source, _regions())
    (recommender,) = drawn(source, labels("recommenders"))
    (industry,) = drawn(source, _divisions())
    return region, recommender, industry
