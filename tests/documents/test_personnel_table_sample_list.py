"""The drawn sample: one column of employee numbers."""

import pytest

from dossiercheck.documents.employee_numbers import same_number
from dossiercheck.documents.model import Kind
from dossiercheck.documents.sample_list import recognise
from tests.documents.table_samples import HEADERS, LAYOUT, ROW, workbook


def numbers(rows, file="steekproef.csv"):
    claim = recognise(file, workbook(rows, layout="csv"), LAYOUT)
    return claim and tuple(n.value for n in claim.paper.numbers)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["nr"], ["3"], ["007"], ["12"]], ("3", "007", "12")),
        ([["Personeelsnummer"], [3], [12.0]], ("3", "12")),
        ([["Steekproef 2024"], ["Nr."], ["A-12"]], ("A-12",)),
        ([["3"], ["007"]], ("3", "007")),
        ([["3", "7", "12"]], ("3", "7", "12")),
        ([["Nr.", "Naam"], [3, "Wit"], [7, "Bakker"]], ("3", "7")),
        ([["nr"]], ()),
        ([["nr"], [" "], ["4"]], ("4",)),
    ],
)
def test_samples(rows, expected):
    assert numbers(rows) == expected


def test_the_header_alone_is_enough():
    claim = recognise("lijst.xlsx", workbook([["nr"], [1], [2]]), LAYOUT)
    assert (claim.kind, claim.confidence) == (Kind.SAMPLE, 0.8)


@pytest.mark.parametrize(
    ("rows", "file"),
    [
        ([["3"], ["7"]], "bedragen.csv"),
        ([["Nr.", "Bedrag"], [1, 20]], "facturen.xlsx"),
        ([["Een toelichting bij de steekproef"]], "steekproef.csv"),
        ([HEADERS, ROW], "steekproef.xlsx"),
        ([], "steekproef.csv"),
    ],
)
def test_other_lists(rows, file):
    assert numbers(rows, file) is None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("7", "007", True),
        ("7 ", "7", True),
        ("A-7", "a-7", True),
        ("A7", "A07", False),
        ("", "0", False),
        ("٧", "7", False),
    ],
)
def test_same_number(a, b, same):
    assert same_number(a, b) is same
