"""A workbook -> the overview of locations, one `Location` a row (or a column, where the table stands on its side).

Any sheet may hold it, below title rows, with its columns in any order; kinds and tenure may each have a column of their
own to tick. What has an overview's title and is no table is recognised too, but its rows are for a person.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.location_layout import LocationLayout
from dossiercheck.documents.model import Kind
from dossiercheck.documents.model_locations import Location, LocationKind, LocationOverview, Tenure
from dossiercheck.documents.places import fact, plain_pages, view
from dossiercheck.documents.table_header import find_header
from dossiercheck.documents.table_layout import TableLayout
from dossiercheck.documents.title_lines import titles
from dossiercheck.facts import Fact, How, Place
from dossiercheck.findings import FactView
from dossiercheck.readers.content import Cell, PdfContent, Row, Sheet, WorkbookContent

_SEARCHED_ROWS = 60
_NEEDED = 3
"""So many different known headers make a header row."""
_OWN_TITLE = re.compile(
    r"(?:overzicht|lijst|opgave)\s*(?:van\s+)?(?:de\s+|onze\s+)?(?:\w+\s+)?(?:locaties|vestigingen)"
    r"|(?:locatie|vestigingen?)s?[- ]?(?:overzicht|lijst)",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(r"adres|plaats|postcode|\b[1-9]\d{3}\s?[A-Z]{2}\b", re.IGNORECASE)
_LEAD = 45
"""Letters that may stand before the words in a title."""
_NOTE_WORDS = 8
"""A row with one filled cell of more words than this is a note, not a name."""


@dataclass(frozen=True, kw_only=True)
class _Table:
    """Where the locations of a sheet stand."""

    sheet: Sheet
    header: Row
    columns: Mapping[int, str]
    """Column (from 1) -> field of `Location`, or `kinds:woonlocatie` for a column to tick."""
    below: tuple[Row, ...]


def recognise(file: str, content: WorkbookContent, layout: TableLayout, words: LocationLayout) -> Claim | None:
    """The overview in a workbook; None where it is something else (a personnel table is)."""
    if any(find_header(sheet, layout) for sheet in content.sheets):
        return None
    tables = [table for sheet in _visible(content) if (table := _table(sheet, words) or _table(_turned(sheet), words))]
    overview = _overview(file, tables, words) if tables else _none_stated(file, content, words)
    if overview is None:
        return None
    facts = (FactView(name="locations", value=len(overview.locations), place=overview.header),)
    return Claim(kind=Kind.LOCATION_OVERVIEW, paper=overview, confidence=0.9 if tables else 0.75, facts=facts)


def recognise_paper(file: str, content: PdfContent) -> Claim | None:
    """An overview that is printed, not a table: what stands in its rows is for a person to read."""
    pages = plain_pages(content, limit=1)
    heads = titles(pages[0]) if pages else ()
    title = next((h for h in heads if (found := _OWN_TITLE.search(h.text)) and found.start() <= _LEAD), None)
    if title is None or not _ADDRESSES.search(pages[0].text):
        return None
    named = fact(file, title.text, title)
    paper = LocationOverview(locations=(), header=named.place, is_table=False)
    return Claim(kind=Kind.LOCATION_OVERVIEW, paper=paper, confidence=0.75, facts=(view("title", named),))


def _visible(content: WorkbookContent) -> tuple[Sheet, ...]:
    """Hidden sheets count only where there is no other."""
    return tuple(sheet for sheet in content.sheets if not sheet.hidden) or content.sheets


def _turned(sheet: Sheet) -> Sheet:
    """The sheet on its side: its columns as rows. Cells keep the reference that they have on the sheet."""
    columns: dict[int, list[Cell]] = {}
    for row in sheet.rows[:_SEARCHED_ROWS]:
        for cell in row.cells:
            turned = Cell(
                ref=cell.ref,
                column=row.number,
                value=cell.value,
                shown=cell.shown,
                formula_without_value=cell.formula_without_value,
            )
            columns.setdefault(cell.column, []).append(turned)
    rows = tuple(Row(number=number, cells=tuple(cells)) for number, cells in sorted(columns.items()))
    return Sheet(name=sheet.name, rows=rows, hidden=sheet.hidden, cut_off_at=sheet.cut_off_at)


def _table(sheet: Sheet, words: LocationLayout) -> _Table | None:
    """The table below the row with the most known headers."""
    best: _Table | None = None
    for index, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        columns = _columns(row, words)
        if len(set(columns.values())) >= _NEEDED and (best is None or len(columns) > len(best.columns)):
            best = _Table(sheet=sheet, header=row, columns=columns, below=sheet.rows[index + 1 :])
    return best


def _columns(row: Row, words: LocationLayout) -> dict[int, str]:
    """Each field once, at its leftmost header. An overview says where it is, so without an address it is none."""
    found: dict[int, str] = {}
    for cell in row.cells:
        name = words.column_of(cell.shown)
        if name is not None and name not in found.values():
            found[cell.column] = name
    return found if {"address", "postcode", "town"} & set(found.values()) else {}


def _overview(file: str, tables: list[_Table], words: LocationLayout) -> LocationOverview:
    locations: list[Location] = []
    skipped: list[Place] = []
    none_stated: Place | None = None
    for table in tables:
        for row in table.below:
            reader = _Row(file=file, table=table, row=row, words=words)
            if reader.says_none:
                none_stated = none_stated or reader.place
            elif reader.is_location:
                locations.append(reader.location())
            elif row.cells:
                skipped.append(reader.place)
    first = tables[0]
    names = {name.partition(":")[0] for table in tables for name in table.columns.values()}
    return LocationOverview(
        locations=tuple(locations),
        header=_at(file, first.sheet, first.header.cells[0]),
        columns=tuple(sorted(names)),
        skipped=tuple(skipped),
        none_stated=none_stated,
        cut_off=any(table.sheet.cut_off_at is not None for table in tables),
    )


def _none_stated(file: str, content: WorkbookContent, words: LocationLayout) -> LocationOverview | None:
    """A workbook without a table that has an overview's title, or its name: it may say that there are no locations."""
    cells = [(sheet, cell) for sheet in _visible(content) for row in sheet.rows[:_SEARCHED_ROWS] for cell in row.cells]
    titled = next(((s, c) for s, c in cells if len(c.shown) <= 100 and _OWN_TITLE.search(c.shown)), None)
    if titled is None:
        return None
    none = next(((s, c) for s, c in cells if words.means_none(c.shown)), None)
    return LocationOverview(
        locations=(),
        header=_at(file, *titled),
        none_stated=_at(file, *none) if none else None,
        is_table=False,
    )


@dataclass(frozen=True, kw_only=True)
class _Row:
    """One row of a table, read."""

    file: str
    table: _Table
    row: Row
    words: LocationLayout

    @property
    def place(self) -> Place:
        return _at(self.file, self.table.sheet, self._named or self.row.cells[0])

    @property
    def says_none(self) -> bool:
        filled = self._known
        return (
            bool(filled)
            and self.words.means_none(filled[0].shown)
            and all(self.words.means_none(cell.shown) for cell in filled)
        )

    @property
    def is_location(self) -> bool:
        """Two filled cells make a location; of one alone, a short name does."""
        filled = self._known
        if len(filled) != 1:
            return len(filled) > 1
        text = filled[0].shown
        return filled[0] is self._named and len(text.split()) <= _NOTE_WORDS and ":" not in text

    def location(self) -> Location:
        kinds, odd_kinds = self._kinds()
        tenure, odd_tenure = self._tenure()
        return Location(
            place=self.place,
            name=self._text("name"),
            address=self._text("address"),
            postcode=self._text("postcode"),
            town=self._text("town"),
            kinds=kinds,
            tenure=tenure,
            not_understood=(
                *(("kinds", self._shown(cell)) for cell in odd_kinds),
                *(("tenure", self._shown(cell)) for cell in odd_tenure),
            ),
        )

    def _kinds(self) -> tuple[Fact[tuple[LocationKind, ...]] | None, list[Cell]]:
        """The kinds, written or ticked, and what was not understood."""
        cell, ticked = self._cell("kinds"), self._ticked("kinds:")
        found = tuple(LocationKind(self.table.columns[tick.column].partition(":")[2]) for tick in ticked)
        written = self.words.kinds_of(cell.shown) if cell else ()
        if cell and written is None:
            return None, [cell]
        every = tuple(dict.fromkeys((*(written or ()), *found)))
        first = next(iter([cell, *ticked] if cell else ticked), None)
        return (Fact(value=every, place=self._at(first)) if every and first else None), []

    def _tenure(self) -> tuple[Fact[Tenure] | None, list[Cell]]:
        """Owned or rented; two ticks that contradict each other are not understood."""
        cell, ticked = self._cell("tenure"), self._ticked("tenure:")
        if cell:
            read = self.words.tenure_of(cell.shown)
            return (Fact(value=read, place=self._at(cell)), []) if read else (None, [cell])
        if len(ticked) != 1:
            return None, ticked
        value = Tenure(self.table.columns[ticked[0].column].partition(":")[2])
        return Fact(value=value, place=self._at(ticked[0])), []

    @property
    def _known(self) -> list[Cell]:
        """The filled cells in columns that mean something."""
        return [cell for cell in self.row.cells if cell.column in self.table.columns and _is_filled(cell)]

    @property
    def _named(self) -> Cell | None:
        return self._cell("name")

    def _cell(self, name: str) -> Cell | None:
        return next((cell for cell in self._known if self.table.columns[cell.column] == name), None)

    def _ticked(self, prefix: str) -> list[Cell]:
        columns = self.table.columns
        return [c for c in self._known if columns[c.column].startswith(prefix) and self.words.means_yes(c.shown)]

    def _text(self, name: str) -> Fact[str] | None:
        cell = self._cell(name)
        return self._shown(cell) if cell and not self.words.means_none(cell.shown) else None

    def _shown(self, cell: Cell) -> Fact[str]:
        return Fact(value=" ".join(cell.shown.split()) or "?", place=self._at(cell))

    def _at(self, cell: Cell) -> Place:
        return _at(self.file, self.table.sheet, cell)


def _is_filled(cell: Cell) -> bool:
    return bool(cell.shown.strip()) or cell.formula_without_value


def _at(file: str, sheet: Sheet, cell: Cell) -> Place:
    return Place(file=file, cell=f"{sheet.name}!{cell.ref}", text=" ".join(cell.shown.split())[:200], how=How.CELL)
