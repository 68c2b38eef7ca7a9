"""The corpus of name pairs, fixed before the matcher was run on it: nothing merged, nobody lost, few left to a person."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dossiercheck.documents.model import Employee
from dossiercheck.people.names import match_name
from tests.people.people_samples import HERE, fact

PAIRS = Path(__file__).parent.parent / "corpus" / "names" / "pairs.csv"
MOST_WRONG = 0.005
MOST_ABSTAINED = {"yes": 0.02, "no": 0.05}
"""Share of the pairs that may be left to a person although they can be told."""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _grade(pair: dict[str, str]) -> str:
    employee = Employee(
        place=HERE,
        number=None,
        surname=fact(pair["table_surname"]),
        prefix=fact(pair["table_prefix"]),
        birth_name=fact(pair["table_birth_name"]),
        initials=fact(pair["table_initials"]),
        given_name=fact(pair["table_given"]),
        born_on=fact(_day(pair["table_born"])),
    )
    return match_name(employee, pair["document_name"], _day(pair["document_born"])).grade.value


@pytest.fixture(scope="module")
def counts() -> Counter[tuple[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        return Counter((pair["same"], _grade(pair)) for pair in csv.DictReader(lines))


def _of(counts: Counter[tuple[str, str]], same: str) -> int:
    return sum(n for (s, _), n in counts.items() if s == same)


def test_the_corpus_is_large(counts):
    assert counts.total() >= 1000


def test_no_stranger_is_merged_and_nobody_is_lost(counts):
    merged = counts["no", "exact"] + counts["no", "by_rule"]
    lost = counts["yes", "different"]
    assert merged == 0
    assert merged + lost < MOST_WRONG * (_of(counts, "yes") + _of(counts, "no"))


@pytest.mark.parametrize("same", ["yes", "no"])
def test_few_are_left_to_a_person(counts, same):
    assert counts[same, "doubtful"] <= MOST_ABSTAINED[same] * _of(counts, same)


def test_most_doubtful_pairs_stay_doubtful(counts):
    assert counts["doubt", "doubtful"] >= 0.9 * _of(counts, "doubt")
