"""One cell of a table -> a fact, or a problem with its cell. Nothing is bent into shape: what is unclear is empty."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypeVar

from dossiercheck.dates import find_dates
from dossiercheck.documents.model import Problem
from dossiercheck.documents.table_layout import TableLayout
from dossiercheck.facts import Fact, How, Place
from dossiercheck.findings import Reason, Value
from dossiercheck.readers.content import Cell, CellValue

T = TypeVar("T")

MAX_TEXT = 300
"""Longer cell texts are cut: no name or function is that long."""

_NOTHING_WORDS = frozenset(
    {"", "-", "--", "–", "—", ".", "n.v.t.", "nvt", "n.v.t", "n/a", "x", "?", "geen", "onbekend"}
)
_ERROR = re.compile(r"#(?:N/?[AB]|REF!|VERW!|NAME\?|NAAM\?|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NUM!|GETAL!|NULL!|LEEG!)")
_AROUND_DATE = re.compile(
    r"(?:per|vanaf|sinds|van|tot|tot en met|t/m|tm|d\.?d\.?|op|start|einde?|:|,|\s)*", re.IGNORECASE
)
_MIDNIGHT = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?$")
_NEVER = re.compile(r"31[-/. ]12[-/. ](?:2099|2999|9999)|(?:2099|2999|9999)-12-31(?:[T ][\d:.]{4,12})?")
"""What software for personnel exports where a contract has no end."""
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_HOURS = re.compile(
    r"(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:u|uur|uren|h|hrs?)?\.?(?:\s*(?:per|p\.?|/)\s*(?:w|wk|week))?\.?", re.I
)
_MOST_OF_DATES = 160
"""So much of a cell is searched for several dates."""
_SEPARATORS = re.compile(r"[,;/+&\n|]| en ", re.IGNORECASE)
_FIRST_SERIAL_DAY = date(1930, 1, 1)
"""Smaller numbers are no dates of anybody who works."""


@dataclass(slots=True)
class CellReader:
    """Reads the cells of one sheet and gathers what is wrong with them."""

    file: str
    sheet: str
    layout: TableLayout
    day_zero: date | None = None
    """The day from which this workbook counts its dates; None where a number is never a date (CSV)."""
    problems: list[Problem] = field(default_factory=list)

    def place(self, ref: str, text: str = "") -> Place:
        return Place(file=self.file, cell=f"{self.sheet}!{ref}", text=text[:MAX_TEXT], how=How.CELL)

    def problem(self, ref: str, reason: Reason, say: str, **values: Value) -> None:
        self.problems.append(Problem(reason=reason, say=say, place=self.place(ref), values=values))

    def usable(self, cell: Cell | None, name: str) -> str | None:
        """The cell's text; None where it is empty, or holds an error or a formula without a value (a problem)."""
        if cell is None:
            return None
        if cell.formula_without_value:
            self.problem(cell.ref, Reason.UNREADABLE, "table-formula-without-value", field=name)
            return None
        text = shown(cell)
        if _ERROR.fullmatch(text):
            self.problem(cell.ref, Reason.UNREADABLE, "table-cell-error", field=name, text=text)
            return None
        return text or None

    def text(self, cell: Cell | None, name: str) -> Fact[str] | None:
        """A text as written, spaces tidied; None for an empty cell and for `-` or `n.v.t.`."""
        text = self.usable(cell, name)
        if cell is None or text is None or text.casefold() in _NOTHING_WORDS:
            return None
        return Fact(value=text, place=self.place(cell.ref, text))

    def day(self, cell: Cell | None, name: str) -> Fact[date] | None:
        """A date, from a date cell or from Dutch text; anything else is a problem."""
        text = self.usable(cell, name)
        if cell is None or text is None or text.casefold() in _NOTHING_WORDS:
            return None
        place = self.place(cell.ref, "" if name == "born_on" else text)
        if isinstance(cell.value, datetime):
            return Fact(value=cell.value.date(), place=place)
        if isinstance(cell.value, date):
            return Fact(value=cell.value, place=place)
        if day := self._by_serial(cell.value):
            return Fact(value=day, place=place)
        value, say = self._day_in(text, birth=name == "born_on")
        if value is None and (several := self._days_in(text)):
            values: dict[str, Value] = {"dates": several if name != "born_on" else (), "field": name}
            self.problem(cell.ref, Reason.AMBIGUOUS, "table-several-dates", **values)
            return None
        if value is None:
            shown_text = "" if name == "born_on" else text[:40]
            self.problem(cell.ref, Reason.FIELD_MISSING, say, field=name, text=shown_text)
            return None
        return Fact(value=value, place=place)

    def end_day(self, cell: Cell | None) -> Fact[date | None] | None:
        """The end date; Fact(None) where the cell says that there is none; None where it is empty or unclear."""
        text = self.usable(cell, "ends_on")
        if cell is None or text is None:
            return None
        if self.layout.means_no_end(text) or _NEVER.fullmatch(text) or _is_never(cell.value):
            return Fact(value=None, place=self.place(cell.ref, text))
        return self.day(cell, "ends_on")

    def hours(self, cell: Cell | None) -> Fact[float] | None:
        """Hours a week: `32`, `32,5`, `32 uur`. A share of full time or more than 60 hours is doubted, not changed."""
        text = self.usable(cell, "hours_per_week")
        if cell is None or text is None or text.casefold() in _NOTHING_WORDS:
            return None
        match = _HOURS.fullmatch(text)
        if match is None or isinstance(cell.value, date):
            self.problem(cell.ref, Reason.FIELD_MISSING, "table-hours-unclear", field="hours_per_week", text=text[:40])
            return None
        value = float(match.group(1).replace(",", "."))
        if 0 < value <= 1 or value > 60:
            self.problem(cell.ref, Reason.NEEDS_PERSON, "table-hours-unlikely", field="hours_per_week", hours=value)
        return Fact(value=value, place=self.place(cell.ref, text))

    def word(self, cell: Cell | None, name: str, meaning: Callable[[str], T | None]) -> Fact[T] | None:
        """A word out of a list (kind of employment, contact, level); an unknown one is a problem."""
        text = self.usable(cell, name)
        if cell is None or text is None:
            return None
        value = meaning(text)
        if value is None and text.casefold() in _NOTHING_WORDS:
            return None
        if value is None:
            reason = Reason.FIELD_MISSING if name in self.layout.required else Reason.NEEDS_PERSON
            self.problem(cell.ref, reason, "table-word-unknown", field=name, text=text[:60])
            return None
        return Fact(value=value, place=self.place(cell.ref, text))

    def products(self, cell: Cell | None) -> Fact[tuple[str, ...]] | None:
        """Product ids; one that this tender does not know (of a sister tender, perhaps) is kept as written."""
        text = self.usable(cell, "products")
        if cell is None or text is None or text.casefold() in _NOTHING_WORDS:
            return None
        whole = self.layout.product_of(text)
        ids: list[str] = [whole] if whole else []
        for part in () if whole else (p.strip() for p in _SEPARATORS.split(text)):
            known = self.layout.product_of(part) if part else None
            if part:
                ids.append(known or part.casefold()[:60])
        return Fact(value=tuple(dict.fromkeys(ids)), place=self.place(cell.ref, text)) if ids else None

    def _by_serial(self, value: CellValue) -> date | None:
        """A date whose cell lost its format shows the number by which a workbook stores it, such as 45352."""
        if self.day_zero is None or isinstance(value, bool) or not isinstance(value, int):
            return None
        lowest, highest = (_FIRST_SERIAL_DAY - self.day_zero).days, (self.layout.last_start - self.day_zero).days
        return self.day_zero + timedelta(days=value) if lowest <= value <= highest else None

    def _days_in(self, text: str) -> tuple[str, ...]:
        """The different dates in a text, as they stand there; empty where there are fewer than two, or one is none."""
        hits = list(find_dates(text[:_MOST_OF_DATES]))
        if len({hit.value for hit in hits}) < 2 or any(hit.value is None for hit in hits):
            return ()
        return tuple(text[hit.start : hit.end] for hit in hits)

    def _day_in(self, text: str, *, birth: bool) -> tuple[date | None, str]:
        """The one date in a text, or None and what is wrong with it."""
        text = _MIDNIGHT.sub("", text[:80]).strip()
        if compact := _COMPACT.fullmatch(text):
            text = "-".join(compact.groups())
        if text.replace(".", "", 1).isdigit():
            return None, "table-date-is-number"
        latest = date(self.layout.last_birth_year, 12, 31) if birth else None
        hits = list(find_dates(text, latest=latest))
        if len(hits) == 1 and hits[0].value is None:
            return None, "table-date-impossible"
        rest = text[: hits[0].start] + text[hits[0].end :] if hits else text
        if len(hits) != 1 or not _AROUND_DATE.fullmatch(rest):
            looks_numeric = re.fullmatch(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}", text)
            return None, "table-date-impossible" if looks_numeric else "table-date-unclear"
        return hits[0].value, ""


def _is_never(value: CellValue) -> bool:
    return isinstance(value, date) and value.year >= 2099 and (value.month, value.day) == (12, 31)


def shown(cell: Cell) -> str:
    """The text of a cell with single spaces; whole numbers without `.0`."""
    if isinstance(cell.value, float) and cell.value.is_integer() and cell.shown.strip().endswith(".0"):
        return str(int(cell.value))
    text = cell.shown if cell.shown or cell.value is None else str(cell.value)
    return " ".join(text.replace("\u200b", "").replace("\ufeff", "").split())[:MAX_TEXT]
