"""The same table in every format gives the same employees, and no row vanishes in any of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossiercheck.documents import Kind, PersonnelTable, recognise
from dossiercheck.findings import Reason
from dossiercheck.readers.content import Unread, WorkbookContent
from dossiercheck.readers.file import read_content
from dossiercheck.readers.settings import ReadSettings
from dossiercheck.tender import load_set
from tests.papers.ods import NO_OUTCOME, OdsSheet, ods
from tests.papers.xls import Error, XlsSheet, xls

Rows = list[list[Any]]
SETTINGS = ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC))
VOCABULARY = load_set("twente-t77948").vocabulary
HEADERS = ["Afdeling", "Nr.", "Achternaam", "Tussenvoegsel", "Voorletters", "Geboortedatum", "Functie", "Dienstverband",
           "Cliëntcontact", "Begindatum overeenkomst", "Einddatum overeenkomst", "Uren per week"]  # fmt: skip
PERSON = [
    "Noord",
    7,
    "Wit",
    "de",
    "J.",
    date(1988, 4, 3),
    "begeleider",
    "loondienst",
    "direct",
    date(2023, 9, 1),
    None,
    32.5,
]


def person(**given: Any) -> list[Any]:
    names = ("department", "number", "surname", "prefix", "initials", "born", "function", "kind", "contact", "start", "end", "hours")  # fmt: skip
    return [given.get(name, value) for name, value in zip(names, PERSON, strict=True)]


def as_xlsx(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_csv(delimiter: str, encoding: str) -> Callable[[Rows], bytes]:
    def written(rows: Rows) -> bytes:
        return "\r\n".join(delimiter.join(map(_csv_cell, row)) for row in rows).encode(encoding)

    def _csv_cell(value: Any) -> str:
        text = f"{value:%d-%m-%Y}" if isinstance(value, date) else "" if value is None else str(value)
        text = text.replace(".", ",") if isinstance(value, float) else text
        return '"' + text.replace('"', '""') + '"' if set(text) & set('";,\t\n|') else text

    return written


FORMATS: dict[str, Callable[[Rows], bytes]] = {
    "xlsx": as_xlsx,
    "xls": lambda rows: xls(XlsSheet("Blad1", rows)),
    "ods": lambda rows: ods(OdsSheet("Blad1", rows)),
    "csv ;": as_csv(";", "utf-8-sig"),
    "csv , cp1252": as_csv(",", "cp1252"),
    "csv tab utf-16": as_csv("\t", "utf-16"),
}


def content(data: bytes, *, name: str = "t") -> WorkbookContent:
    found = read_content(data, as_table=name.startswith("csv"), settings=SETTINGS)
    assert isinstance(found, WorkbookContent)
    return found


def table(data: bytes, *, name: str = "t") -> PersonnelTable:
    document = recognise("t.dat", "ab" * 32, 9, content(data, name=name), VOCABULARY)
    assert document.kind is Kind.PERSONNEL_TABLE and isinstance(document.paper, PersonnelTable)
    assert len(document.paper.employees) + len(document.paper.skipped) == document.paper.rows_there
    return document.paper


def told(table: PersonnelTable) -> list[tuple[object, ...]]:
    def value(fact: Any) -> object:
        return fact.value if fact else None

    names = ("number", "surname", "prefix", "initials", "born_on", "function", "employment", "contact", "starts_on", "ends_on", "hours_per_week")  # fmt: skip
    return [
        (*(value(getattr(employee, name)) for name in names), tuple((p.say, p.reason) for p in employee.problems))
        for employee in table.employees
    ]


NAMES = st.sampled_from(["Wit", "Ö", "'t Hart", "Jansen, mw.", "Boer; Smit", 'Klein "Jan"'])
DAYS = st.dates(date(1940, 1, 1), date(2005, 12, 31))
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "number": st.one_of(st.integers(1, 99999), st.sampled_from(["007", "A-12", "12a"])),
            "surname": NAMES,
            "prefix": st.sampled_from([None, "de", "van den"]),
            "born": DAYS,
            "start": st.one_of(st.dates(date(2010, 1, 1), date(2025, 1, 1)), st.sampled_from(["1-3-24", "1 mrt 2024"])),
            "end": st.sampled_from([None, "onbepaald", date(2026, 12, 31)]),
            "hours": st.sampled_from([None, 8, 32.5, "36 uur"]),
        }
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(PEOPLE, st.booleans())
def test_the_same_table_in_every_format_gives_the_same_employees(people: list[dict[str, Any]], titled: bool) -> None:
    rows = [HEADERS, *(person(**given) for given in people), [None] * 5, ["Totaal", len(people)]]
    rows = [["Personeelstabel aanbieder"], [], *rows] if titled else rows
    found = {name: told(table(write(rows), name=name)) for name, write in FORMATS.items()}
    assert len(found["xlsx"]) == len(people)
    for name, employees in found.items():
        assert employees == found["xlsx"], name


@pytest.mark.parametrize("name", FORMATS)
def test_another_format_than_the_prescribed_one_is_read_and_its_layout_told(name: str) -> None:
    assert table(FORMATS[name]([HEADERS, PERSON]), name=name).layout == name.split()[0]


HIDING: dict[str, Callable[[Rows], bytes]] = {
    "xls": lambda rows: xls(XlsSheet("Uitleg", [["Vul in"]]), XlsSheet("Tabel", rows, hidden=True, hidden_rows=(3,))),
    "ods": lambda rows: ods(OdsSheet("Uitleg", [["Vul in"]]), OdsSheet("Tabel", rows, hidden=True, hidden_rows=(3,))),
}


@pytest.mark.parametrize("name", HIDING)
def test_hidden_rows_and_sheets_are_read_and_said(name: str) -> None:
    found = table(HIDING[name]([HEADERS, person(number=1), person(number=2), person(number=3)]))
    assert [employee.hidden for employee in found.employees] == [False, True, False]
    assert [problem.say for problem in found.problems] == ["table-sheet-hidden", "table-rows-hidden"]


@pytest.mark.parametrize("name", ["xlsx", "xls", "ods"])
def test_of_two_sheets_with_people_one_is_read_and_the_other_named(name: str) -> None:
    first, second = [HEADERS, person(number=1)], [HEADERS, person(number=2), person(number=3)]
    book = openpyxl.Workbook()
    for sheet, rows in ((book.active, first), (book.create_sheet("Inhuur"), second)):
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    data = {
        "xlsx": out.getvalue(),
        "xls": xls(XlsSheet("Vast", first), XlsSheet("Inhuur", second)),
        "ods": ods(OdsSheet("Vast", first), OdsSheet("Inhuur", second)),
    }[name]
    found = table(data)
    assert len(found.employees) == 1
    assert [(p.say, p.values["others"]) for p in found.problems] == [("table-several-sheets", ("Inhuur",))]


def test_an_empty_template_before_the_filled_sheet_is_passed_over() -> None:
    found = table(xls(XlsSheet("Leeg", [HEADERS]), XlsSheet("Ingevuld", [HEADERS, PERSON])))
    assert (found.sheet, len(found.employees), found.problems) == ("Ingevuld", 1, ())


@pytest.mark.parametrize("epoch_1904", [False, True])
def test_dates_of_both_calendars_and_dates_without_their_format(epoch_1904: bool) -> None:
    serial = (date(2024, 3, 1) - (date(1904, 1, 1) if epoch_1904 else date(1899, 12, 30))).days
    rows = [HEADERS, person(start=date(2024, 3, 1)), person(number=8, start=serial)]
    found = table(xls(XlsSheet("Blad1", rows), epoch_1904=epoch_1904))
    assert [employee.starts_on.value for employee in found.employees if employee.starts_on] == [date(2024, 3, 1)] * 2


def test_errors_and_formulas_without_outcome_are_named_with_their_cell() -> None:
    for data, say in (
        (xls(XlsSheet("Blad1", [HEADERS, person(function=Error())])), "table-cell-error"),
        (ods(OdsSheet("Blad1", [HEADERS, person(function="#N/B")])), "table-cell-error"),
        (ods(OdsSheet("Blad1", [HEADERS, person(function=NO_OUTCOME)])), "table-formula-without-value"),
    ):
        (employee,) = table(data).employees
        assert [(p.say, p.place.cell, p.reason) for p in employee.problems] == [(say, "Blad1!G2", Reason.UNREADABLE)]


@pytest.mark.parametrize(
    "data",
    [
        xls(XlsSheet("Blad1", [HEADERS]), password=True),
        ods(OdsSheet("Blad1", [HEADERS]), encrypted=True),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    ],
)
def test_a_password_is_said_to_be_one(data: bytes) -> None:
    found = read_content(data, as_table=False, settings=SETTINGS)
    assert isinstance(found, Unread) and found.say == "office-password"


def test_a_cell_far_away_costs_nothing_and_loses_nothing() -> None:
    empty, blank = 'number-rows-repeated="1000000"/>', 'number-columns-repeated="16383"/>'
    far = f"<table:table-row table:{empty}<table:table-row><table:table-cell table:{blank}"
    far += '<table:table-cell office:value-type="string"><text:p>ver weg</text:p></table:table-cell></table:table-row>'
    found = table(ods(OdsSheet("Blad1", [HEADERS, PERSON], extra=far)))
    assert (len(found.employees), found.rows_there) == (1, 2)


def test_xml_that_grows_is_refused() -> None:
    import zipfile

    out = io.BytesIO()
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccccccc"><!ENTITY d "&b;&b;&b;&b;">]><a>&d;</a>'
    with zipfile.ZipFile(out, "w") as opened:
        opened.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        opened.writestr("content.xml", bomb)
    found = read_content(out.getvalue(), as_table=False, settings=SETTINGS)
    assert isinstance(found, Unread) and found.reason is Reason.UNSAFE_FILE


@pytest.mark.parametrize("cut", [40, 600, 1100, 2000, 4000])
def test_a_damaged_old_workbook_is_said_to_be_damaged(cut: int) -> None:
    data = xls(XlsSheet("Blad1", [HEADERS, PERSON]))
    for damaged in (data[:cut], data[:cut] + b"\xff" * 64 + data[cut + 64 :]):
        found = read_content(damaged, as_table=False, settings=SETTINGS)
        assert not isinstance(found, WorkbookContent) or found.sheets
