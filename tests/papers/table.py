"""The personnel table as a workbook: title rows above the header, numbers in column B, dates as dates."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date, datetime

HEADERS = (
    "Afdeling", "Nr.", "Achternaam", "Tussenvoegsel", "Geboortenaam", "Voorletters", "Voornaam", "Geboortedatum",
    "Functie", "Dienstverband", "Cliëntcontact", "Product", "Begindatum overeenkomst", "Einddatum overeenkomst",
    "Uren per week", "Opleiding", "Niveau", "Datum VOG", "In dienst sinds",
)  # fmt: skip
WIDTHS = (16, 6, 18, 14, 16, 11, 14, 14, 28, 14, 13, 13, 14, 14, 10, 34, 9, 13, 14)
MADE = datetime(2024, 5, 27, 9, 0)  # noqa: DTZ001  (workbooks hold no time zone)

Cell = str | int | float | date | None


def personnel_table(rows: Iterable[Mapping[str, Cell]], *, provider: str) -> bytes:
    """The workbook; each row maps header texts to values."""
    import openpyxl
    from openpyxl.styles import Alignment, Font, PatternFill

    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = MADE
    sheet = book.active
    sheet.title = "Personeel"
    sheet["A1"] = "Personeelstabel aanbieder"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = f"Aanbieder: {provider}"
    for column, (header, width) in enumerate(zip(HEADERS, WIDTHS, strict=True), start=1):
        cell = sheet.cell(4, column, header)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1D6B57")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[cell.column_letter].width = width
    for number, row in enumerate(rows, start=5):
        for column, header in enumerate(HEADERS, start=1):
            cell = sheet.cell(number, column, row.get(header))
            if isinstance(cell.value, date):
                cell.number_format = "dd-mm-yyyy"
    sheet.freeze_panes = "C5"
    out = io.BytesIO()
    book.save(out)
    return _without_clock(out.getvalue())


def _without_clock(workbook: bytes) -> bytes:
    """The same workbook with one fixed time in it, so that the same rows give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _fixed(content)
            new.writestr(zipfile.ZipInfo(name, (2024, 5, 27, 9, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _fixed(core: bytes) -> bytes:
    import re

    stamp = MADE.isoformat().encode() + b"Z"
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, core)
