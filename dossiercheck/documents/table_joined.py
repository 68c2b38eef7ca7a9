"""One person over two rows: the second holds only what the first leaves open, and is read as part of it.

The second row belongs to the first where a merged cell with the name or the number reaches over both, or where name
and number are the same. Where both rows fill the same cell, they stay two rows, and that is said as for any other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossiercheck.documents.employee_numbers import number_key
from dossiercheck.documents.table_cells import shown
from dossiercheck.documents.table_header import TableHeader, column_number
from dossiercheck.documents.table_layout import fold_words
from dossiercheck.readers.content import Cell, Row

_WHO = frozenset({"number", "surname", "name", "prefix", "birth_name", "initials", "given_name"})
_NAMES = ("surname", "name")
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")


@dataclass(frozen=True, kw_only=True)
class Joined:
    """A row as it is read, and the rows below it that are part of it."""

    row: Row
    rest: tuple[Row, ...] = ()


def join_rows(rows: Sequence[Row], header: TableHeader) -> Iterator[Joined]:
    """The rows below a header, in order, each once: by itself, or in `rest` of the row that it goes on."""
    areas = tuple(_areas(header))
    waiting: Joined | None = None
    for row in rows:
        if waiting and _goes_on(waiting.row, row, header, areas):
            cells = tuple(sorted((*waiting.row.cells, *_new(waiting.row, row)), key=lambda cell: cell.column))
            hidden = waiting.row.hidden or row.hidden
            waiting = Joined(row=replace(waiting.row, cells=cells, hidden=hidden), rest=(*waiting.rest, row))
            continue
        if waiting:
            yield waiting
        waiting = Joined(row=row)
    if waiting:
        yield waiting


def _goes_on(first: Row, second: Row, header: TableHeader, areas: Sequence[tuple[int, int]]) -> bool:
    mine, others = _by_field(first, header), _by_field(second, header)
    more = {name: text for name, text in others.items() if name not in _WHO}
    if not more or more.keys() & mine.keys() or any(c.formula_without_value for c in second.cells):
        return False
    if any(text != mine.get(name) for name, text in others.items() if name in _WHO and name != "number"):
        return False
    named = any(name in others for name in _NAMES)
    if named and "number" in others:
        return number_key(others["number"]) == number_key(mine.get("number", ""))
    return not (_WHO & others.keys()) and any(top <= first.number and second.number <= end for top, end in areas)


def _by_field(row: Row, header: TableHeader) -> dict[str, str]:
    """What stands in each known column, folded where case and accents say nothing."""
    texts = ((header.columns.get(cell.column), shown(cell)) for cell in row.cells)
    return {name: (fold_words(text) or text) if name != "number" else text for name, text in texts if name and text}


def _new(first: Row, second: Row) -> Iterator[Cell]:
    """The cells of the second row whose columns are empty in the first."""
    filled = {cell.column for cell in first.cells if shown(cell) or cell.formula_without_value}
    return (cell for cell in second.cells if cell.column not in filled)


def _areas(header: TableHeader) -> Iterator[tuple[int, int]]:
    """First and last row of each merged area over the column of the number or the name."""
    wanted = {column for column, name in header.columns.items() if name in ("number", *_NAMES)}
    for area in header.sheet.merged:
        if match := _AREA.fullmatch(area):
            left, top, right, end = match.groups()
            if any(column_number(left) <= column <= column_number(right) for column in wanted) and top != end:
                yield int(top), int(end)
