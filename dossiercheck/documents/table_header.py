"""Finding the header row of a table: below title rows, over one or two rows, with merged cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossiercheck.documents.table_layout import TableLayout
from dossiercheck.readers.content import Row, Sheet

SEARCHED_ROWS = 60
"""A header row is looked for in this many filled rows from the top."""
ENOUGH_FIELDS = 4
"""So many known headers, one of them a name's, make a header row."""
_NAMES = frozenset({"surname", "name", "birth_name"})


@dataclass(frozen=True, kw_only=True)
class TableHeader:
    """Where the columns of a table stand."""

    sheet: Sheet
    first_row: int
    last_row: int
    """Differs from `first_row` where the header takes two rows."""
    columns: Mapping[int, str]
    """Column (from 1) -> field name; every field once: the template's own header wins, else the leftmost column."""
    twice: tuple[tuple[int, str], ...] = ()
    """Columns that mean a field that another column means just as well."""
    again: tuple[tuple[int, str], ...] = ()
    """Columns that lost to the template's own header for their field."""
    number_by_rule: bool = False
    """No header says so; the numbers are in the column where the tender wants them."""

    @property
    def beside(self) -> int | None:
        """The first column of a second table to the right of this one; None where there is none."""
        repeated = (*self.twice, *self.again)
        names = {name for _, name in repeated}
        return min(c for c, _ in repeated) if len(names) >= ENOUGH_FIELDS and names & _NAMES else None

    @property
    def number_column(self) -> int | None:
        return next((column for column, name in self.columns.items() if name == "number"), None)


def find_header(sheet: Sheet, layout: TableLayout, enough: int = ENOUGH_FIELDS) -> TableHeader | None:
    """The header of a personnel table on this sheet; None where there is none with so many known fields."""
    best: TableHeader | None = None
    rows = sheet.rows[:SEARCHED_ROWS]
    for index, row in enumerate(rows):
        below = rows[index + 1] if index + 1 < len(rows) and rows[index + 1].number == row.number + 1 else None
        for pair in ((row,), (row, below)) if below else ((row,),):
            found = _header_in(sheet, [r for r in pair if r], layout, enough)
            if found and (best is None or len(found.columns) > len(best.columns)):
                best = found
    return best


def column_number(letters: str) -> int:
    """`B` -> 2."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """2 -> `B`."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def looks_like_header(row: Row, layout: TableLayout) -> int:
    """How many of its cells are known headers."""
    return sum(layout.field_of(cell.shown) is not None for cell in row.cells if isinstance(cell.value, str))


def _header_in(sheet: Sheet, rows: list[Row], layout: TableLayout, enough: int) -> TableHeader | None:
    texts = [_texts(row) for row in rows]
    columns: dict[int, str] = {}
    twice: list[tuple[int, str]] = []
    again: list[tuple[int, str]] = []
    for column in sorted({c for text in texts for c in text}):
        names = _fields_at(column, texts, layout)
        if not names:
            continue
        name = names[0]
        first = next((c for c, known in columns.items() if known == name), None)
        if first is None:
            columns[column] = name
        elif other := _free(names, columns):
            columns[column] = other
        elif other := _free(_fields_at(first, texts, layout), columns):
            columns[first], columns[column] = other, name
        elif _is_main(column, texts, name, layout) and not _is_main(first, texts, name, layout):
            del columns[first]
            columns[column] = name
        elif not _is_main(first, texts, name, layout):
            twice.append((column, name))
        else:
            again.append((column, name))
    if not _NAMES & set(columns.values()) or len(columns) < min(enough, max(2, len(layout.columns))):
        return None
    if len(rows) == 2 and looks_like_header(rows[1], layout) == 0 and not _is_title_only(texts[0], layout):
        return None
    columns, twice, by_rule = _number_column(columns, twice, column_number(layout.number_column))
    return TableHeader(
        sheet=sheet,
        first_row=rows[0].number,
        last_row=rows[-1].number,
        columns=columns,
        twice=tuple(twice),
        again=tuple(again),
        number_by_rule=by_rule,
    )


def _texts(row: Row) -> dict[int, str]:
    return {cell.column: cell.shown for cell in row.cells if isinstance(cell.value, str) and cell.shown.strip()}


def _fields_at(column: int, texts: list[dict[int, str]], layout: TableLayout) -> tuple[str, ...]:
    """What a column may mean: by both headers (`Overeenkomst` over `Begindatum`), the lower one, or the upper one."""
    lower = texts[-1].get(column, "")
    own_upper = texts[0].get(column, "") if len(texts) == 2 else ""
    upper = own_upper or (_last_to_the_left(column, texts[0]) if len(texts) == 2 and lower else "")
    candidates: Iterable[str] = (f"{upper} {lower}", f"{lower} {upper}", lower, own_upper)
    if not upper:
        candidates = (lower, own_upper)
    return next((names for text in candidates if text.strip() and (names := layout.fields_of(text))), ())


def _free(names: tuple[str, ...], columns: Mapping[int, str]) -> str | None:
    """Another meaning that no column has yet."""
    return next((name for name in names[1:] if name not in columns.values()), None)


def _is_main(column: int, texts: list[dict[int, str]], name: str, layout: TableLayout) -> bool:
    return any(layout.is_main_header(text.get(column, ""), name) for text in texts)


def _last_to_the_left(column: int, texts: dict[int, str]) -> str:
    """The text of a cell merged over this column: the nearest one to the left."""
    return texts[max(left)] if (left := [c for c in texts if c < column]) else ""


def _is_title_only(texts: dict[int, str], layout: TableLayout) -> bool:
    return all(layout.field_of(text) is None for text in texts.values())


def _number_column(
    columns: dict[int, str], twice: list[tuple[int, str]], wanted: int
) -> tuple[dict[int, str], list[tuple[int, str]], bool]:
    """Numbers stand in the wanted column where its header says so; else where a header says so; else there by rule."""
    if (wanted, "number") in twice:
        first = next(column for column, name in columns.items() if name == "number")
        columns = {column: name for column, name in columns.items() if column != first} | {wanted: "number"}
        twice = [(c, n) for c, n in twice if (c, n) != (wanted, "number")] + [(first, "number")]
    if "number" in columns.values() or wanted in columns:
        return dict(sorted(columns.items())), twice, False
    return dict(sorted({**columns, wanted: "number"}.items())), twice, True
