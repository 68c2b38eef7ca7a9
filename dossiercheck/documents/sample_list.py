"""A drawn sample: `steekproef.csv` or a workbook with one column of employee numbers (header `nr`, or none at all)."""

import re

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.model import Kind, SampleList
from dossiercheck.documents.table_cells import shown
from dossiercheck.documents.table_header import find_header
from dossiercheck.documents.table_layout import TableLayout, fold_words
from dossiercheck.facts import Fact, How, Place
from dossiercheck.findings import FactView
from dossiercheck.readers.content import Cell, Sheet, WorkbookContent

_NUMBER = re.compile(r"[A-Za-z]{0,4}[-_. ]?\d{1,10}[A-Za-z]?")
_NAMED = re.compile(r"steekproef|sample|trekking", re.IGNORECASE)


def recognise(file: str, content: WorkbookContent, layout: TableLayout) -> Claim | None:
    """The sample in a workbook; None where it is something else (a list without a header counts by its file name)."""
    named = bool(_NAMED.search(file.rpartition("/")[2]))
    for sheet in content.sheets:
        headed, cells = _number_cells(sheet, layout, named=named)
        if cells is None or find_header(sheet, layout):
            continue
        numbers = tuple(_fact(file, sheet, cell) for cell in cells)
        place = Place(file=file, cell=f"{sheet.name}!A1", how=How.CELL)
        return Claim(
            kind=Kind.SAMPLE,
            paper=SampleList(numbers=numbers),
            confidence=0.95 if headed and named else 0.8,
            facts=(FactView(name="numbers", value=tuple(number.value for number in numbers), place=place),),
        )
    return None


def _number_cells(sheet: Sheet, layout: TableLayout, *, named: bool) -> tuple[bool, list[Cell] | None]:
    """Is there a header, and which cells hold the numbers? None where this is no list of numbers."""
    rows = [row for row in ([cell for cell in row.cells if shown(cell)] for row in sheet.rows) if row]
    for index, row in enumerate(rows[:10]):
        header = next((cell for cell in row if _is_header(cell, layout)), None)
        if header and (named or len(row) == 1):
            below = [[c for c in r if named is False or c.column == header.column] for r in rows[index + 1 :]]
            alone = all(len(r) <= 1 and all(len(shown(c)) <= 40 for c in r) for r in below)
            return True, [c for r in below for c in r] if alone else None
    cells = [cell for row in rows for cell in row]
    if named and cells and all(_NUMBER.fullmatch(shown(cell)) for cell in cells):
        return False, cells
    return False, None


def _is_header(cell: Cell, layout: TableLayout) -> bool:
    if not isinstance(cell.value, str):
        return False
    known = {fold_words(text) for text in layout.sample_headers}
    return layout.field_of(cell.shown) == "number" or fold_words(cell.shown) in known


def _fact(file: str, sheet: Sheet, cell: Cell) -> Fact[str]:
    text = shown(cell)
    return Fact(value=text, place=Place(file=file, cell=f"{sheet.name}!{cell.ref}", text=text, how=How.CELL))
