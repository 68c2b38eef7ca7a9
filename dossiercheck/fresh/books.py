"""Workbooks to fill in: the personnel table and the overview of locations, in the words of the requirement set.

Drop-downs hold the words that the set knows, date columns take dates alone, and a second sheet explains each column.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossiercheck.reports import label
from dossiercheck.tender import Subtender

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FILLED_ROWS = 1_000
"""So many rows below the header have drop-downs and formats."""
_HEADER_ROW = 4
_ORDER = (
    "department", "number", "surname", "prefix", "birth_name", "initials", "given_name", "born_on", "function",
    "employment", "contact", "products", "starts_on", "ends_on", "hours_per_week", "programme", "level", "vog_on",
    "in_service_since",
)  # fmt: skip
_DATES = frozenset({"born_on", "starts_on", "vog_on", "in_service_since"})


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a table to fill in."""

    field: str
    header: str
    required: bool = False
    choices: tuple[str, ...] = ()
    is_date: bool = False


def personnel_book(subtender: Subtender, lang: str) -> bytes:
    """The personnel table without rows; the numbers' column is where the set wants it."""
    words = subtender.header.table
    choices: Mapping[str, tuple[str, ...]] = {
        "employment": tuple(value.value for value in words.employment),
        "contact": tuple(value.value for value in words.contact),
        "level": tuple(value.value for value in words.level),
        "products": subtender.products if len(subtender.products) == 1 else (),
    }
    known = [field for field in _ORDER if words.headers.get(field)]
    others = [field for field in known if field != "number"]
    others.insert(min(_index(words.number_column), len(others)), "number")
    columns = [
        Column(
            field=field,
            header=words.headers[field][0] if field in words.headers else "Nr.",
            required=field in words.required,
            choices=choices.get(field, ()),
            is_date=field in _DATES,
        )
        for field in others
    ]
    return _book(label("init-personnel-title", lang), "Personeel", columns, subtender, lang)


def locations_book(subtender: Subtender, lang: str) -> bytes | None:
    """The overview of locations without rows; None where the set asks for none."""
    words = subtender.header.locations
    if words is None:
        return None
    choices = {
        "kinds": tuple(value.value for value in words.kinds),
        "tenure": tuple(value.value for value in words.tenure),
    }
    columns = [
        Column(field=field, header=headers[0], required=True, choices=choices.get(field, ()))
        for field, headers in words.headers.items()
        if headers
    ]
    return _book(label("init-locations-title", lang), "Locaties", columns, subtender, lang)


def sheet_of(title: str, rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook of one sheet of plain text."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.value, cell.data_type, cell.number_format = text or None, "s", "@"
    return _bytes(book)


def _book(title: str, name: str, columns: Sequence[Column], subtender: Subtender, lang: str) -> bytes:
    import openpyxl
    from openpyxl.styles import Alignment, Font, PatternFill

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = name
    sheet["A1"] = title
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = label("init-fill-in", lang)
    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(_HEADER_ROW, number, column.header)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1D4F63" if column.required else "5C7C8A")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[cell.column_letter].width = max(len(column.header) + 2, 13)
        _prepare(sheet, cell.column_letter, column, lang)
    sheet.freeze_panes = f"C{_HEADER_ROW + 1}"
    _explain(book.create_sheet(label("init-explained", lang)), columns, subtender, lang)
    return _bytes(book)


def _prepare(sheet: "Worksheet", letter: str, column: Column, lang: str) -> None:
    """Drop-down, date check and format of the cells below a header."""
    from datetime import date

    from openpyxl.worksheet.datavalidation import DataValidation

    cells = f"{letter}{_HEADER_ROW + 1}:{letter}{_HEADER_ROW + FILLED_ROWS}"
    rule = None
    if column.choices:
        rule = DataValidation(type="list", formula1='"' + ",".join(column.choices) + '"', allow_blank=True)
        rule.error = label("init-choose", lang)
    elif column.is_date:
        first = (date(1900, 1, 1) - date(1899, 12, 30)).days
        rule = DataValidation(type="date", operator="greaterThan", formula1=str(first), allow_blank=True)
        rule.error = label("init-date", lang)
    if rule is not None:
        rule.showErrorMessage = True
        sheet.add_data_validation(rule)
        rule.add(cells)
    text = column.field in ("number", "postcode")
    if text or column.is_date or column.field == "ends_on":
        for row in range(_HEADER_ROW + 1, _HEADER_ROW + 201):
            sheet[f"{letter}{row}"].number_format = "@" if text else "dd-mm-yyyy"


def _explain(sheet: "Worksheet", columns: Sequence[Column], subtender: Subtender, lang: str) -> None:
    """A sentence a column, in one cell: nothing on this sheet may be taken for a table."""
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    sheet.column_dimensions["A"].width = 110
    for number, column in enumerate(columns, start=1):
        allowed = column.choices or (subtender.products if column.field == "products" else ())
        cell = sheet.cell(number, 1)
        cell.value = label(
            "init-explained-line",
            lang,
            column=get_column_letter(number),
            header=column.header,
            must=label("init-must", lang) if column.required else None,
            what=label(f"init-column-{column.field.replace('_', '-')}", lang),
            words=", ".join(allowed) or None,
        )
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _index(letter: str) -> int:
    from openpyxl.utils import column_index_from_string

    return int(column_index_from_string(letter)) - 1


def _bytes(book: object) -> bytes:
    import openpyxl

    assert isinstance(book, openpyxl.Workbook)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
