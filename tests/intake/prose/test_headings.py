import pytest

from tests.intake.prose.careless_cases import MORE
from tests.intake.prose.documents import BODY, Word, headings
from tests.intake.prose.heading_cases import ALL as USUAL

ALL = USUAL | MORE

Found = dict[str, list[tuple[int, str]]]


def written(source: str) -> tuple[Word, list[tuple[int, str]], int]:
    """Give a document, its right headings, and how many paragraphs look like one."""
    word, right, looks = Word(), [], 0
    for number, line in enumerate(source.strip().splitlines()):
        if line == "-":
            word.text(f"{number}号段：{BODY}")
            continue
        make, level, words = line.split(" ", 2)
        looks += 1
        add(word, make, words)
        if level != "0":
            right.append((int(level), words))
    return word, right, looks


def add(word: Word, make: str, words: str) -> None:
    if make == "B":
        word.bold(words)
    elif make == "P":
        word.text(words)
    elif make == "L":
        word.lead(*words.split("|"))
    else:
        word.styled("Title" if make == "T" else f"Heading {make[1]}", words)


def compared(found: list[tuple[int, str]], right: list[tuple[int, str]]) -> tuple[int, list[str]]:
    """Count the headings that are right, level and words, in their order; name the others."""
    left = list(right)
    good, wrong = 0, []
    for level, words in found:
        match = next(
            (each for each in left if each[0] == level and each[1].find(words[:4]) >= 0), None
        )
        if match is None:
            wrong.append(f"+{level} {words}")
        else:
            good += 1
            left.remove(match)
    return good, wrong + [f"-{level} {words}" for level, words in left]


@pytest.fixture(scope="module")
def found_in(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[int, str]]]:
    """Give the headings that were found in each document."""
    return {
        name: headings(written(source)[0].taken(tmp_path_factory.mktemp("headings")))
        for name, source in ALL.items()
    }


@pytest.mark.parametrize("name", ALL)
def test_headings_of_one_make_are_all_found_and_nothing_else(name: str, found_in: Found) -> None:
    assert compared(found_in[name], written(ALL[name])[1])[1] == []


def test_recall_and_precision_over_all_makes(found_in: Found) -> None:
    found_all = right_all = good_all = looks_all = 0
    for name, source in ALL.items():
        _, right, looks = written(source)
        found = found_in[name]
        good_all += compared(found, right)[0]
        found_all, right_all, looks_all = (
            found_all + len(found),
            right_all + len(right),
            looks_all + looks,
        )
    assert looks_all >= 100
    assert good_all / found_all >= 0.97, "precision"
    assert good_all / right_all >= 0.97, "recall"
