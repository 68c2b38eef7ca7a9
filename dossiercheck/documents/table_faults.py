"""What is wrong with a personnel table as a whole: columns, hidden or cut off rows, numbers that stand there twice."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossiercheck.documents.employee_numbers import number_key
from dossiercheck.documents.model import Employee, Problem, SkippedRow
from dossiercheck.documents.table_cells import CellReader
from dossiercheck.documents.table_header import TableHeader, column_letters, column_number
from dossiercheck.documents.table_layout import TableLayout
from dossiercheck.findings import Reason


def maybe_somebody(employees: Sequence[Employee], skipped: Sequence[SkippedRow]) -> Iterator[Problem]:
    """Rows taken for the template's example, with a number that nobody else has: a team may be called so."""
    known = {number_key(employee.number.value) for employee in employees if employee.number}
    for row in skipped:
        if row.say == "row-example" and row.number and number_key(row.number) not in known:
            yield Problem(reason=Reason.NEEDS_PERSON, say="table-example-row", place=row.place)


def missing_columns(header: TableHeader, layout: TableLayout) -> tuple[str, ...]:
    """Required columns that are not there. A whole name stands for surname and initials, a given name for initials."""
    there = set(header.columns.values())
    if "name" in there:
        there |= {"surname", "initials"}
    if "given_name" in there:
        there.add("initials")
    return tuple(name for name in layout.required if name not in there)


def table_problems(header: TableHeader, employees: Sequence[Employee], reader: CellReader) -> list[Problem]:
    """What is wrong with the table as a whole. Hidden rows are read, but whether they count is for a person to say."""
    layout, sheet, row = reader.layout, header.sheet, header.last_row
    number_column = header.number_column
    if number_column is None:
        reader.problem(f"A{row}", Reason.FIELD_MISSING, "table-no-number-column", wanted=layout.number_column)
    elif number_column != column_number(layout.number_column):
        found = column_letters(number_column)
        reader.problem(
            f"{found}{row}", Reason.WRONG_KIND, "table-number-elsewhere", found=found, wanted=layout.number_column
        )
    elif header.number_by_rule:
        reader.problem(f"{layout.number_column}{row}", Reason.FIELD_MISSING, "table-number-header-missing")
    if header.beside:
        beside = f"{column_letters(header.beside)}{row}"
        reader.problem(beside, Reason.AMBIGUOUS, "table-beside", column=column_letters(header.beside))
    for column, name in () if header.beside else header.twice:
        if name not in layout.required:
            continue
        reader.problem(f"{column_letters(column)}{row}", Reason.AMBIGUOUS, "table-column-twice", field=name)
    if sheet.hidden:
        reader.problem(f"A{row}", Reason.NEEDS_PERSON, "table-sheet-hidden", sheet=sheet.name)
    hidden = [employee for employee in employees if employee.hidden]
    if hidden:
        ref = (hidden[0].place.cell or "").rpartition("!")[2]
        reader.problem(ref, Reason.NEEDS_PERSON, "table-rows-hidden", count=len(hidden))
    if sheet.cut_off_at is not None:
        reader.problem(f"A{sheet.cut_off_at}", Reason.UNREADABLE, "table-cut-off", row=sheet.cut_off_at)
    return reader.problems


def with_duplicates(employees: list[Employee]) -> tuple[Employee, ...]:
    """Numbers that stand in several rows: a problem at each of them that names the other cells."""
    places: dict[str, list[str]] = {}
    for employee in employees:
        if employee.number:
            places.setdefault(number_key(employee.number.value), []).append(employee.number.place.cell or "")
    done = []
    for employee in employees:
        others: tuple[str, ...] = ()
        if employee.number:
            cells = places[number_key(employee.number.value)]
            others = tuple(cell for cell in cells if cell != employee.number.place.cell)
        if employee.number and others:
            twice = Problem(
                reason=Reason.DUPLICATE,
                say="table-number-twice",
                place=employee.number.place,
                values={"field": "number", "number": employee.number.value, "others": others},
            )
            employee = replace(employee, problems=(*employee.problems, twice))
        done.append(employee)
    return tuple(done)
