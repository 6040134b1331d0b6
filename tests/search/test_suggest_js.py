"""What is offered while a reader types: which names, in which order, and where they lead."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.classes import FOLDING
from generator.search.folding import fold, traditional_table
from generator.search.pinyin import sounds_like, syllables
from tests.search.javascript import run

FILES: Final = ("10-fold.js", "40-columns.js", "50-query.js", "52-answer.js", "54-suggest.js")
# What 40-columns.js gives of names that stand in memory; row and title are one.
STUB: Final = """
setFolding(given.folding);
function facet(lists, key) {
  const nodes = lists.map((names, i) => (
    { value: key + i, label: names[0], names, parent: -1 }));
  return { nodes, terms: [] };
}
function columnsOf(lists) {
  return {
    count: lists.title.length, isWhole: true,
    id: (row) => "2022-" + row,
    title: (row) => lists.title[row][0],
    uri: (row) => "cases/" + row + "/",
    firms: { firms: lists.enterprise, codes: [], said: {} },
    facets: {
      year: facet([["2022"]], "y"),
      method: facet(lists.method, "m"),
      recommender: facet(lists.recommender, "r"),
    },
  };
}
"""
OFFERS: Final = STUB + (
    "setTraditional(given.traditional);"
    "const columns = columnsOf(given.lists);"
    "return given.asked.map((text) => offersOf(columns, fold(text)));"
)
# Which files were asked for, and what was offered.
FIND: Final = (
    STUB
    + """
const asked = [];
const files = { pinyin: given.spoken, traditional: given.traditional };
globalThis.keep = (key, make) => make();
globalThis.getJson = (name) => { asked.push(name); return Promise.resolve(files[name]); };
return Promise.resolve(findOffers(columnsOf(given.lists), given.asked[0]))
  .then((found) => ({ asked, found: found.map((offer) => offer.label) }));
"""
)
Lists = Mapping[str, Sequence[Sequence[str]]]

LISTS: Final[Lists] = {
    "method": [["精益生产", "丰田生产方式"], ["六西格玛设计", "DFSS"], ["六西格玛管理", "6σ"]],
    "enterprise": [["上海六西格玛咨询"], ["海尔集团", "青岛海尔"], ["重庆长安", "CHANA"]],
    "title": [["六西格玛的经验"], ["质量管理与六西格玛"], ["六西格玛设计的应用"], ["海尔之道"]],
    "recommender": [["中国质量协会", "中质协"], ["海南省工业和信息化厅"]],
}


def ask(body: str, lists: Lists, asked: Sequence[str]) -> Any:
    values = {
        "folding": FOLDING,
        "traditional": traditional_table(),
        "lists": lists,
        "asked": asked,
        "spoken": {
            key: [syllables(names[0]) for names in owners]
            for key, owners in lists.items()
            if key != "title"
        },
    }
    return run(FILES, body, values)


def labels(lists: Lists, text: str) -> list[str]:
    return [offer["label"] for offer in ask(OFFERS, lists, [text])[0]]


def test_groups_in_order_and_names_that_begin_with_it_first() -> None:
    assert labels(LISTS, "六西格玛") == [
        "六西格玛设计",
        "六西格玛管理",
        "上海六西格玛咨询",
        "六西格玛设计的应用",
        "六西格玛的经验",
        "质量管理与六西格玛",
    ]


def test_another_name_leads_to_the_name() -> None:
    assert ask(OFFERS, LISTS, ["dfss", "ＣＨＡＮＡ", "中质协", "六西格瑪设计"]) == [
        [{"key": "method", "label": "六西格玛设计", "also": "DFSS", "uri": "methods/m1/"}],
        [
            {
                "key": "enterprise",
                "label": "重庆长安",
                "also": "CHANA",
                "uri": f"search/?q={quote('重庆长安')}",
            }
        ],
        [
            {
                "key": "recommender",
                "label": "中国质量协会",
                "also": "中质协",
                "uri": "recommenders/r0/",
            }
        ],
        [
            {"key": "method", "label": "六西格玛设计", "also": "", "uri": "methods/m1/"},
            {"key": "title", "label": "六西格玛设计的应用", "also": "", "uri": "cases/2/"},
        ],
    ]


def test_at_most_eight_of_which_no_group_takes_all() -> None:
    lists = {key: [[f"质量{key}{i}"] for i in range(20)] for key in LISTS}
    found = ask(OFFERS, lists, ["质量"])[0]
    assert [offer["key"] for offer in found] == [
        key for key in ("method", "enterprise", "title", "recommender") for _ in range(2)
    ]
    alone = {**{key: [] for key in LISTS}, "title": lists["title"]}
    assert labels(alone, "质量") == [f"质量title{i}" for i in range(19, 11, -1)]


def test_nothing_is_offered_for_nothing_or_signs() -> None:
    assert ask(OFFERS, LISTS, ["", " ", "……", "没有这样的名称", "\ufdd0", "(x+)+$"]) == [[]] * 6


def test_letters_are_heard_only_when_no_name_holds_them() -> None:
    assert ask(FIND, LISTS, ["dfss"]) == {"asked": [], "found": ["六西格玛设计"]}
    assert ask(FIND, LISTS, ["haier"]) == {"asked": ["pinyin"], "found": ["海尔集团"]}
    assert ask(FIND, LISTS, ["cqca"]) == {"asked": ["pinyin"], "found": ["重庆长安"]}
    assert ask(FIND, LISTS, ["zzzz"]) == {"asked": ["pinyin"], "found": []}


def test_traditional_characters_are_understood_when_nothing_else_is() -> None:
    assert ask(FIND, LISTS, ["質量協會"]) == {"asked": ["traditional"], "found": ["中国质量协会"]}
    assert ask(FIND, LISTS, ["质量协会"]) == {"asked": [], "found": ["中国质量协会"]}
    assert ask(FIND, LISTS, ["没有"]) == {"asked": ["traditional"], "found": []}


def holding(owners: Sequence[Sequence[str]], text: str, *, newest: bool) -> list[str]:
    """Give the labels in the order in which a group offers them, said plainly."""
    places = [
        (min(int(not fold(name).startswith(text)) for name in names if text in fold(name)), place)
        for place, names in enumerate(owners)
        if any(text in fold(name) for name in names)
    ]
    places.sort(key=lambda found: (found[0], -found[1] if newest else found[1]))
    return [owners[place][0] for _, place in places]


NAMES: Final = st.lists(st.text("ab质·", min_size=1, max_size=4), min_size=1, max_size=3)
GROUP: Final = st.lists(NAMES, max_size=6)


@given(st.fixed_dictionaries(dict.fromkeys(LISTS, GROUP)), st.text("ab质", min_size=1, max_size=2))
@settings(max_examples=12, deadline=None)
def test_any_names_are_offered_by_the_rules(lists: Lists, text: str) -> None:
    lists = {**lists, "title": [names[:1] for names in lists["title"]]}  # it has no other names
    wanted = [
        holding(lists[key], text, newest=key == "title")
        for key in ("method", "enterprise", "title", "recommender")
    ]
    spare = 8 - sum(min(2, len(found)) for found in wanted)
    expected = []
    for found in wanted:
        expected += found[: 2 + spare]
        spare -= max(0, min(len(found), 2 + spare) - 2)
    assert labels(lists, text) == expected


def test_what_sounds_so_is_what_python_hears() -> None:
    spoken = [syllables(names[0]) for names in LISTS["enterprise"]]
    assert [sounds_like("hejt", one) for one in spoken] == [False, True, False]
