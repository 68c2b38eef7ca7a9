"""A workbook -> the personnel table: one `Employee` a row, and for every other row the reason why it is none.

The header row is found by its texts (`table_header`), cells are read by `table_cells`. Surprise: a person without a
number is still a person; only rows that name nobody are skipped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.model import Employee, Kind, PersonnelTable, Problem, SkippedRow, Unrecognised
from dossiercheck.documents.table_cells import CellReader, shown
from dossiercheck.documents.table_faults import maybe_somebody, missing_columns, table_problems, with_duplicates
from dossiercheck.documents.table_header import TableHeader, column_letters, find_header
from dossiercheck.documents.table_joined import join_rows
from dossiercheck.documents.table_layout import TableLayout, fold_words
from dossiercheck.documents.table_names import split_name
from dossiercheck.documents.table_rows import reason_to_skip, words_of
from dossiercheck.documents.table_versions import choose
from dossiercheck.facts import Fact, How, Place
from dossiercheck.findings import FactView, Reason
from dossiercheck.readers.content import Cell, Row, WorkbookContent

YOUNGEST = 14
"""Age in years below which a start date and a birth date cannot both be right."""


def recognise(file: str, content: WorkbookContent, layout: TableLayout) -> Claim | None:
    """The personnel table in a workbook; a location overview is named as such; None for any other workbook."""
    found = [header for sheet in content.sheets if (header := find_header(sheet, layout))]
    if not found:
        return _location_overview(content, layout)
    sheets = choose(content.sheets, found, layout)
    table = _read_table(file, content, sheets.together, layout)
    if others := sheets.others:
        extra = Problem(
            reason=Reason.AMBIGUOUS,
            say="table-several-sheets",
            place=Place(file=file, cell=f"{others[0]}!A1", how=How.CELL),
            values={"read": ", ".join((table.sheet, *table.further_sheets)), "others": others},
        )
        table = replace(table, problems=(*table.problems, extra))
    facts = (
        FactView(name="employees", value=len(table.employees), place=table.header),
        FactView(name="rows", value=table.rows_there, place=table.header),
        FactView(name="rows_skipped", value=len(table.skipped), place=table.header),
        FactView(name="number_column", value=table.number_column, place=table.header),
    )
    known = len(sheets.together[0].columns) / max(1, len(layout.columns))
    return Claim(kind=Kind.PERSONNEL_TABLE, paper=table, confidence=min(0.99, 0.7 + known / 2), facts=facts)


def _location_overview(content: WorkbookContent, layout: TableLayout) -> Claim | None:
    wanted = {fold_words(text) for text in layout.location_headers}
    for sheet in content.sheets:
        for row in sheet.rows[:60]:
            if len(wanted & {fold_words(cell.shown) for cell in row.cells}) >= 3:
                paper = Unrecognised(say="looks-like-location-overview", hint=Kind.LOCATION_OVERVIEW)
                return Claim(kind=Kind.OTHER, paper=paper, confidence=0.6)
    return None


@dataclass(frozen=True, kw_only=True)
class _Rows:
    """The rows of one sheet."""

    employees: tuple[Employee, ...]
    skipped: tuple[SkippedRow, ...]
    there: int
    problems: tuple[Problem, ...]


def _read_table(
    file: str, content: WorkbookContent, headers: Sequence[TableHeader], layout: TableLayout
) -> PersonnelTable:
    """All rows of all these sheets as one table; the header of the first one counts."""
    read = [_read_rows(file, content, header, layout) for header in headers]
    employees = [employee for rows in read for employee in rows.employees]
    skipped = tuple(row for rows in read for row in rows.skipped)
    first = headers[0]
    number_column = first.number_column
    ref = f"{column_letters(number_column or 1)}{first.last_row}"
    return PersonnelTable(
        layout=content.layout,
        sheet=first.sheet.name,
        further_sheets=tuple(header.sheet.name for header in headers[1:]),
        employees=with_duplicates(employees),
        skipped=skipped,
        rows_there=sum(rows.there for rows in read),
        header=Place(file=file, cell=f"{first.sheet.name}!{ref}", how=How.CELL),
        missing_columns=missing_columns(first, layout),
        number_column=column_letters(number_column) if number_column else "",
        problems=(*(p for rows in read for p in rows.problems), *maybe_somebody(employees, skipped)),
    )


def _read_rows(file: str, content: WorkbookContent, header: TableHeader, layout: TableLayout) -> _Rows:
    sheet = header.sheet
    below = [row for row in sheet.rows if row.number > header.last_row]

    def reader() -> CellReader:
        return CellReader(file=file, sheet=sheet.name, layout=layout, day_zero=_day_zero(content))

    employees: list[Employee] = []
    skipped: list[SkippedRow] = []
    for joined in join_rows(below, header):
        if say := reason_to_skip(joined.row, header, layout):
            skipped.append(_skipped(joined.row, header, reader(), say))
        else:
            employees.append(_employee(joined.row, header, reader()))
        skipped += [_skipped(row, header, reader(), "row-continued") for row in joined.rest]
    problems = table_problems(header, employees, reader())
    return _Rows(employees=tuple(employees), skipped=tuple(skipped), there=len(below), problems=tuple(problems))


def _skipped(row: Row, header: TableHeader, reader: CellReader, say: str) -> SkippedRow:
    ref = row.cells[0].ref if row.cells else f"A{row.number}"
    number = next((shown(c) for c in row.cells if header.columns.get(c.column) == "number"), "")
    return SkippedRow(place=reader.place(ref), say=say, number=number, text=words_of(row))


def _day_zero(content: WorkbookContent) -> date | None:
    """The day that a spreadsheet counts as 0. Text files count no days."""
    if content.layout == "csv":
        return None
    return date(1904, 1, 1) if content.epoch_1904 else date(1899, 12, 30)


def _employee(row: Row, header: TableHeader, reader: CellReader) -> Employee:
    """One row as an employee, with all that is wrong in it."""
    cells = {name: cell for cell in row.cells if (name := header.columns.get(cell.column))}
    number = reader.text(cells.get("number"), "number")
    texts = _texts(cells, reader)
    layout = reader.layout
    employee = Employee(
        place=number.place if number else reader.place(_first_filled(row)),
        number=number,
        department=texts["department"],
        surname=texts["surname"],
        prefix=texts["prefix"],
        birth_name=texts["birth_name"],
        initials=texts["initials"],
        given_name=texts["given_name"],
        function=texts["function"],
        programme=texts["programme"],
        born_on=reader.day(cells.get("born_on"), "born_on"),
        employment=reader.word(cells.get("employment"), "employment", layout.employment_of),
        contact=reader.word(cells.get("contact"), "contact", layout.contact_of),
        products=reader.products(cells.get("products")),
        starts_on=reader.day(cells.get("starts_on"), "starts_on"),
        ends_on=reader.end_day(cells.get("ends_on")),
        hours_per_week=reader.hours(cells.get("hours_per_week")),
        level=reader.word(cells.get("level"), "level", layout.level_of),
        vog_on=reader.day(cells.get("vog_on"), "vog_on"),
        in_service_since=reader.day(cells.get("in_service_since"), "in_service_since"),
        hidden=row.hidden,
    )
    _report_gaps(employee, cells, row, header, reader)
    _report_contradictions(employee, reader)
    return replace(employee, problems=tuple(reader.problems))


def _texts(cells: Mapping[str, Cell], reader: CellReader) -> dict[str, Fact[str] | None]:
    """The text fields; a whole name in one column is taken apart where the other columns do not give its parts."""
    texts = {name: reader.text(cells.get(name), name) for name in _TEXT_FIELDS}
    whole = reader.text(cells.get("name"), "name")
    if whole and not texts["surname"]:
        apart = split_name(whole)
        if texts["initials"] or texts["given_name"]:
            texts["surname"] = whole
        else:
            texts |= {"surname": apart.surname, "initials": apart.initials, "given_name": apart.given_name}
            texts["prefix"] = texts["prefix"] or apart.prefix
    return texts


_TEXT_FIELDS = ("department", "surname", "prefix", "birth_name", "initials", "given_name", "function", "programme")


_NAME_FIELDS = frozenset({"name", "surname", "initials", "given_name"})


def _first_filled(row: Row) -> str:
    return next((cell.ref for cell in row.cells if shown(cell)), f"A{row.number}")


def _report_gaps(
    employee: Employee, cells: Mapping[str, Cell], row: Row, header: TableHeader, reader: CellReader
) -> None:
    """Required cells that are empty; those that hold something unclear have their own problem already.

    Parts of the name are left to the check of names: either of two columns will do there.
    """
    for column, name in header.columns.items():
        if name in _NAME_FIELDS or name not in reader.layout.required or getattr(employee, name) is not None:
            continue
        ref = f"{column_letters(column)}{row.number}"
        if not any(p.place.cell == f"{reader.sheet}!{ref}" for p in reader.problems):
            say = "table-number-empty" if name == "number" else "table-cell-empty"
            reader.problem(ref, Reason.FIELD_MISSING, say, field=name)


def _report_contradictions(employee: Employee, reader: CellReader) -> None:
    """Dates that cannot all be right. Values are kept: which one is wrong, nobody can tell from the table."""
    layout, start = reader.layout, employee.starts_on
    end = employee.ends_on.value if employee.ends_on else None
    if start and employee.ends_on and end and end < start.value:
        _at(reader, employee.ends_on, "table-end-before-start", field="ends_on", start=start.value, end=end)
    if start and start.value > layout.last_start:
        _at(reader, start, "table-date-unlikely", field="starts_on", date=start.value)
    born = employee.born_on
    if born and not 1920 <= born.value.year <= layout.last_birth_year:
        _at(reader, born, "table-birth-date-unlikely", field="born_on")
    elif born and start and start.value < _birthday(born.value, YOUNGEST):
        _at(reader, born, "table-too-young", field="born_on", start=start.value)
    since = employee.in_service_since
    if since and since.value > layout.last_start:
        _at(reader, since, "table-date-unlikely", field="in_service_since", date=since.value)


def _birthday(born: date, age: int) -> date:
    return date(born.year + age, born.month, min(born.day, 28))


def _at(reader: CellReader, fact: Fact[date] | Fact[date | None], say: str, **values: str | date) -> None:
    ref = (fact.place.cell or "").rpartition("!")[2]
    reason = Reason.DATE_MISMATCH if say == "table-end-before-start" else Reason.NEEDS_PERSON
    reader.problem(ref, reason, say, **values)
