"""Several sheets with a personnel table: which of them together are one table, and which is an old version or a copy.

Per kind of employment or per location a sheet of its own is one table. What is called old, or holds for the most part
the same persons, is another version: which one counts, only a person can say. A sheet that goes on without a header is
not read, but said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dossiercheck.documents.employee_numbers import number_key
from dossiercheck.documents.table_cells import shown
from dossiercheck.documents.table_header import TableHeader, find_header
from dossiercheck.documents.table_layout import TableLayout, fold_words
from dossiercheck.documents.table_rows import is_example, reason_to_skip
from dossiercheck.readers.content import Cell, Row, Sheet

_VERSION = re.compile(
    r"\b(?:oude?|old|vorige?|voorgaande?|vervallen|verlopen|historie|historisch|archief|archive|backup|back up|reserve"
    r"|kopie|copy|copie|duplicaat|concept|draft|test|versie|version|v ?\d+|sollicitanten|sollicitaties|vacatures?"
    r"|uit dienst|vertrokken|vertrek|gestopt|uitgestroomd|uitstroom|ex|voormalige?|inactie(?:f|ve)"
    r"|niet (?:meer )?(?:actief|in dienst|werkzaam))\b"
    r"|\(\d+\)\s*$|\b(?:oud|old|archief|kopie|copy|concept|backup)\d+\b"
)
"""In a sheet's name. A copy that a spreadsheet makes is called `Blad1 (2)`."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_DATES = ("born_on", "starts_on", "vog_on", "in_service_since")
_OF_A_PERSON = {"born_on", "vog_on", "in_service_since"}
_SHORT = 2
"""Known fields of a header that makes no personnel table by itself."""
_DATE = re.compile(r"\d{1,4}[-/. ]\w{1,9}[-/. ]\d{2,4}")
_SAME_PERSONS = 0.5
"""Share of the smaller sheet: with more persons in common it is the same table at another time."""


@dataclass(frozen=True, kw_only=True)
class Sheets:
    """The sheets of a workbook that hold a personnel table."""

    together: tuple[TableHeader, ...]
    """Read as one table, in the order of the workbook; the first one's header counts."""
    others: tuple[str, ...]
    """Names of those with people, and not read."""


def choose(sheets: Sequence[Sheet], found: Sequence[TableHeader], layout: TableLayout) -> Sheets:
    """`found` is not empty. Without a visible sheet that holds people the best one is read alone."""
    filled = [header for header in found if _persons(header, layout) is not None]
    main = max(found, key=lambda h: (h in filled, *_plainly_the_table(h.sheet)))
    together = [main]
    known = set(_persons(main, layout) or ())
    for header in filled:
        persons = set(_persons(header, layout) or ())
        if header is main or not _belongs(header, main, layout):
            continue
        if len(known & persons) <= _SAME_PERSONS * min(len(known), len(persons)):
            together.append(header)
            known |= persons
    in_order = sorted(together, key=found.index)
    unread = [header.sheet for header in filled if header not in together]
    headed = [header.sheet for header in found]
    unread += [sheet for sheet in sheets if sheet not in headed and _strangers(sheet, main, layout, known)]
    return Sheets(together=tuple(in_order), others=tuple(sheet.name for sheet in sheets if sheet in unread))


def _strangers(sheet: Sheet, main: TableHeader, layout: TableLayout, known: set[str]) -> bool:
    """Are there persons on a sheet that has no full header, and none of the table's: a name and a day a row?

    By a short header of its own, with a name and a birth date or the like; else in the columns of the main sheet.
    """
    short = find_header(sheet, layout, _SHORT)
    if short and not _OF_A_PERSON & set(short.columns.values()):
        return False
    header = short or replace(main, sheet=sheet, first_row=0, last_row=0)
    dates = {column for column, name in header.columns.items() if name in _DATES}
    rows = tuple(row for row in sheet.rows if any(cell.column in dates and _is_day(cell) for cell in row.cells))
    found = _persons(replace(header, sheet=replace(sheet, rows=rows)), layout) or ()
    return not all(any(_is_named(key, person) for person in known) for key in found)


def _is_named(key: str, person: str) -> bool:
    """May both keys be the same person's? One may hold the whole name as surname."""
    words = key.replace("|", " ").split()
    surname, _, first = person.partition("|")
    return f" {surname} " in f" {' '.join(words)} " and first in {"", *(word[0] for word in words)}


def _is_day(cell: Cell) -> bool:
    return isinstance(cell.value, date) or bool(_DATE.fullmatch(cell.shown.strip()))


def is_version(name: str) -> bool:
    """Is a sheet called an old version or a copy?"""
    return bool(_VERSION.search(" ".join(name.casefold().replace("_", " ").replace("-", " ").split())))


def _plainly_the_table(sheet: Sheet) -> tuple[bool, bool, bool, str]:
    """The more plainly a sheet is the table that is meant, the larger; of two years the later."""
    year = max(_YEAR.findall(sheet.name), default="9999")
    return not is_example(sheet.name), not sheet.hidden, not is_version(sheet.name), year


def _belongs(header: TableHeader, main: TableHeader, layout: TableLayout) -> bool:
    """Has it the columns of the main sheet (but for free ones), and is it neither hidden nor called a version?"""
    sheets = (header.sheet, main.sheet)
    if any(s.hidden or is_example(s.name) or is_version(s.name) for s in sheets):
        return False
    if _YEAR.findall(header.sheet.name) != _YEAR.findall(main.sheet.name):
        return False
    different = set(header.columns.values()) ^ set(main.columns.values())
    same_columns = not different & {*layout.required, "name"} and header.number_column == main.number_column
    return same_columns and header.number_by_rule == main.number_by_rule


def _persons(header: TableHeader, layout: TableLayout) -> tuple[str, ...] | None:
    """Each person on the sheet by surname and first letter; None where there is nobody."""
    below = (row for row in header.sheet.rows if row.number > header.last_row)
    rows = [row for row in below if reason_to_skip(row, header, layout) is None]
    return tuple(key for row in rows for key in _key(row, header)) if rows else None


def _key(row: Row, header: TableHeader) -> Iterator[str]:
    texts = {name: text for c in row.cells if (name := header.columns.get(c.column)) and (text := shown(c))}
    surname, first = texts.get("surname", ""), texts.get("initials", "") or texts.get("given_name", "")
    surname = surname or texts.get("name", "")
    if surname:
        yield f"{fold_words(surname)}|{fold_words(first)[:1]}"
    elif "number" in texts:
        yield number_key(texts["number"])
