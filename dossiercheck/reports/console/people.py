"""The grid: one line an employee, one column a group of requirements, in each cell what is wrong, in words.

Columns share the width by what they have to say; where there are more groups than fit, the last ones share a column.
Employees with nothing to show are named together on one line when there are many of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossiercheck.findings import Report
from dossiercheck.reports import escape
from dossiercheck.reports.console.page import STYLES, Page, Part, text
from dossiercheck.reports.grid import SIGNS, Cell, Grid, Row, State, build_grid, number_ranges
from dossiercheck.reports.naming import group_words, mark_words
from dossiercheck.reports.wording import Words

FOLD_FROM = 5
"""So many employees without a finding are named on one line."""

LEAST_NAME = 12
MOST_NAME = 30
"""Columns for names: at least, and at most."""

_GAP = 2
_INDENT = 2
_QUIET = (State.NOT_APPLICABLE, State.MET, State.EXPIRING, State.WAIVED)
_LEGEND = (
    ("met", State.MET),
    ("not-met", State.NOT_MET),
    ("undecided", State.UNDECIDED),
    ("advice", State.ADVICE),
    ("waived", State.WAIVED),
    ("not-applicable", State.NOT_APPLICABLE),
)

Marks = tuple[tuple[str, str], ...]
"""The words of a cell with their styles; a line is never broken within one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """What a column of the grid says, row by row."""

    header: str
    cells: tuple[Marks, ...]

    @property
    def natural(self) -> int:
        """Columns that keep every cell on one line."""
        return max([_width(self.header), *(_line_width(cell) for cell in self.cells)])

    @property
    def least(self) -> int:
        """Columns that keep every mark whole."""
        return max([_width(self.header), *(_width(mark) for cell in self.cells for mark in cell)])


def show_people(page: Page, report: Report) -> None:
    """The grid with its legend; nothing where no finding is about an employee."""
    grid = build_grid(report, page.view.only)
    if not grid.groups or not grid.rows:
        return
    shown, complete, not_asked = _folded(grid)
    page.heading(page.words.label("grid"))
    page.blank()
    if shown:
        _show_rows(page, grid, shown)
    page.blank()
    done = "grid-nothing-shown" if page.view.only else "grid-complete"
    for label, state, rows in ((done, State.MET, complete), ("grid-not-asked", State.NOT_APPLICABLE, not_asked)):
        if rows:
            numbers = ", ".join(number_ranges([escape.name(row.person.number) for row in rows]))
            page.line(
                f"{page.words.label(label, count=len(rows))} {numbers}",
                indent=_INDENT,
                marker=(SIGNS[state], STYLES[state]),
            )
    if shown:
        page.line(*_legend(page.words, shown), indent=_INDENT)


def _folded(grid: Grid) -> tuple[list[Row], list[Row], list[Row]]:
    """Rows to show, rows that are complete, rows of whom nothing is asked; few quiet rows are shown as they are."""
    quiet = [row for row in grid.rows if row.state in _QUIET]
    if len(quiet) < FOLD_FROM:
        return list(grid.rows), [], []
    papers = [index for index, group in enumerate(grid.groups) if group != "personnel"]
    not_asked = [r for r in quiet if papers and all(r.cells[i].state is State.NOT_APPLICABLE for i in papers)]
    complete = [row for row in quiet if row not in not_asked]
    return [row for row in grid.rows if row.state not in _QUIET], complete, not_asked


def _show_rows(page: Page, grid: Grid, rows: Sequence[Row]) -> None:
    words = page.words
    numbers = ["" if row.person.number == row.person.name else escape.name(row.person.number) for row in rows]
    names = [escape.name(row.person.name) for row in rows]
    number_width = min(max(_width(n) for n in [words.label("grid-number"), *numbers]), 10)
    longest = max(_width(n) for n in [words.label("grid-name"), *names])
    room = page.view.width - _INDENT - number_width - 2 * _GAP
    columns, name_width, widths = _fit(_columns(grid, rows, words), longest, room, words)
    all_widths = [number_width, name_width, *widths]
    head = [words.label("grid-number").rjust(number_width), words.label("grid-name"), *(c.header for c in columns)]
    page.row([text((title, "bold")) for title in head], all_widths)
    for index in range(len(rows)):
        cells = [_packed(column.cells[index], width) for column, width in zip(columns, widths, strict=True)]
        for line in range(max(len(lines) for lines in cells)):
            first = [text(numbers[index].rjust(number_width)), text(names[index])] if line == 0 else [text(), text()]
            page.row([*first, *(text(*lines[line]) if line < len(lines) else text() for lines in cells)], all_widths)


def _columns(grid: Grid, rows: Sequence[Row], words: Words) -> list[Column]:
    return [
        Column(header=group_words(group, words), cells=tuple(_marks(row.cells[index], words) for row in rows))
        for index, group in enumerate(grid.groups)
    ]


def _marks(cell: Cell, words: Words) -> Marks:
    if not cell.marks:
        return ((SIGNS[cell.state], STYLES[cell.state]),)
    return tuple(dict.fromkeys((f"{SIGNS[m.state]} {mark_words(m, words)}", STYLES[m.state]) for m in cell.marks))


def _fit(columns: list[Column], longest: int, room: int, words: Words) -> tuple[list[Column], int, list[int]]:
    """Columns, the width of the names and those of the columns: marks stay whole, then names, the rest by need."""
    name = min(longest, LEAST_NAME)
    while len(columns) > 1 and _taken([c.least for c in columns]) > room - name:
        *columns, one, other = columns
        columns.append(_merged(one, other, words))
    widths = [min(c.least, room - name) for c in columns]
    name += max(min(longest, MOST_NAME, room - _taken(widths)) - name, 0)
    wanted = [max(c.natural - width, 0) for c, width in zip(columns, widths, strict=True)]
    spare = max(room - name - _taken(widths), 0)
    share = min(1.0, spare / (sum(wanted) or 1))
    return columns, name, [width + int(want * share) for width, want in zip(widths, wanted, strict=True)]


def _taken(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _merged(one: Column, other: Column, words: Words) -> Column:
    """Two columns as one, whose marks name the group that they come from."""
    header = words.label("grid-other")
    cells = []
    for a, b in zip(_speaking(one, header), _speaking(other, header), strict=True):
        plain = (SIGNS[State.MET], STYLES[State.MET]) if (SIGNS[State.MET], STYLES[State.MET]) in (*a, *b) else a[0]
        cells.append(tuple(mark for mark in (*a, *b) if _width(mark) > 1) or (plain,))
    return Column(header=header, cells=tuple(cells))


def _speaking(column: Column, header: str) -> list[Marks]:
    """The cells of a column with its header in each mark; signs without words stay as they are."""
    if column.header == header:
        return list(column.cells)
    return [
        tuple(
            (f"{sign} {column.header} {said}", style) if said else (sign, style)
            for words, style in cell
            for sign, _, said in [words.partition(" ")]
        )
        for cell in column.cells
    ]


def _packed(marks: Marks, width: int) -> list[tuple[Part, ...]]:
    """Marks in lines of at most `width` columns."""
    lines: list[list[Part]] = [[]]
    used = 0
    for mark in marks:
        if lines[-1] and used + _GAP + _width(mark) > width:
            lines.append([])
            used = 0
        if lines[-1]:
            lines[-1].append(" " * _GAP)
            used += _GAP
        lines[-1].append(mark)
        used += _width(mark)
    return [tuple(line) for line in lines]


def _legend(words: Words, rows: Iterable[Row]) -> list[Part]:
    """The signs that occur, with their meaning."""
    seen = {state for row in rows for cell in row.cells for state in [cell.state, *(m.state for m in cell.marks)]}
    parts: list[Part] = []
    for key, state in _LEGEND:
        if state in seen:
            parts += [(SIGNS[state], STYLES[state]), (f" {words.label(f'legend-{key}')}   ", "dim")]
    return parts


def _line_width(marks: Marks) -> int:
    return sum(_width(mark) + _GAP for mark in marks) - _GAP


def _width(part: Part) -> int:
    from rich.cells import cell_len

    return cell_len(part if isinstance(part, str) else part[0])
