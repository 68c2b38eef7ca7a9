"""Faults in the personnel table and in the sample drawn from it."""

from __future__ import annotations

from tests.papers.table import HEADERS
from tests.papers.xls import XlsSheet, closed_workbook, xls
from tests.samples.clean import small
from tests.samples.draft import Draft, situations
from tests.samples.people import CHLOE, JORIS, ZEYNEP


def table_missing() -> Draft:
    draft = small()
    draft.table_there = False
    return draft


def table_duplicate_number() -> Draft:
    return small().cell(CHLOE, "Nr.", JORIS.number)


def table_function_missing() -> Draft:
    return small().cell(JORIS, "Functie", None)


def table_impossible_date() -> Draft:
    """31 April, in a column on which nothing else rests."""
    return small().cell(JORIS, "Datum VOG", "31-04-2024")


def sample_wrong_size() -> Draft:
    return Draft(JORIS, ZEYNEP, CHLOE).put("steekproef.csv", b"nr\n2\n")


def sample_unknown_number() -> Draft:
    return Draft(JORIS, ZEYNEP, CHLOE).put("steekproef.csv", b"nr\n2\n99\n")


def table_as_xls() -> Draft:
    """The same rows, saved as an old Excel workbook."""
    draft = small()
    draft.table_there = False
    rows = [list(HEADERS), *([row.get(header) for header in HEADERS] for row in draft.rows.values())]
    return draft.put("personeelstabel.xls", xls(XlsSheet("Personeel", rows)))


def table_with_password() -> Draft:
    draft = small()
    draft.table_there = False
    return draft.put("personeelstabel.xlsx", closed_workbook())


ALL = situations(
    table_missing, table_as_xls, table_with_password, table_duplicate_number, table_function_missing, table_impossible_date, sample_wrong_size,
    sample_unknown_number,
)  # fmt: skip
