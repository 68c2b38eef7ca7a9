"""Which rows below the header hold no employee, and why: every skipped row has its reason."""

import re

from dossiercheck.dates import find_dates
from dossiercheck.documents.table_cells import shown
from dossiercheck.documents.table_header import TableHeader, looks_like_header
from dossiercheck.documents.table_layout import TableLayout, fold_words
from dossiercheck.readers.content import Row

_TOTAL = re.compile(r"(?:sub|eind)?(?:totaal|totalen)\b|som\b|aantal\b")
_EXAMPLE = frozenset({"voorbeeld", "bijvoorbeeld", "vb", "bv", "bijv", "example", "invulvoorbeeld"})
_LEGEND = re.compile(
    r"(?:toelichting|legenda|let op|nb|noot|opmerking(?:en)?|verplicht|uitleg|instructie|invulinstructie)\b"
)
_NOTE = re.compile(
    r"(?:opgesteld|ingevuld|bijgewerkt|gewijzigd|ondertekend|laatste?|versie|peildatum|datum|stand|akkoord|handtekening|namens|bron|zie)"
    r"\s+\w"
)
"""Begins a note below the table where it stands alone in its row; a surname has nothing behind it."""
_FIGURES = re.compile(r"\d[\d.,/ -]{4,}\d")
"""Dates and long numbers: a birth date or a BSN may be among them."""
_MOST_WORDS = 60
_NAMES = ("surname", "name", "given_name", "initials", "birth_name")


def words_of(row: Row) -> str:
    """What stands in a row, short enough for a sentence; figures that may be of a person are left out."""
    text = " · ".join(text for cell in row.cells if (text := shown(cell)))
    for hit in reversed(list(find_dates(text))):
        text = f"{text[: hit.start]}…{text[hit.end :]}"
    plain = _FIGURES.sub("…", text)
    return plain if len(plain) <= _MOST_WORDS else plain[:_MOST_WORDS].rstrip() + "…"


def is_example(text: str) -> bool:
    """Is it the word for an example?"""
    return fold_words(text) in _EXAMPLE


def reason_to_skip(row: Row, header: TableHeader, layout: TableLayout) -> str | None:
    """Sentence key of why this row is no employee; None for an employee."""
    filled = [(header.columns.get(cell.column), shown(cell)) for cell in row.cells]
    filled = [(name, text) for name, text in filled if text]
    if not filled and not any(cell.formula_without_value for cell in row.cells):
        return "row-empty"
    if looks_like_header(row, layout) >= 3:
        return "row-header-again"
    first = fold_words(filled[0][1]) if filled else ""
    if first in _EXAMPLE:
        return "row-example"
    by_name = {name: text for name, text in filled if name}
    names = [by_name[name] for name in _NAMES if name in by_name]
    somebody = bool(names) and "number" in by_name
    if _TOTAL.match(first) and len(names) <= 1 and len(by_name) <= 4 and not somebody:
        return "row-total"
    if len(filled) <= 2 and _is_explanation(filled[0][1] if filled else "", first):
        return "row-explanation"
    if len(filled) <= 2 and _is_legend(by_name, names, layout):
        return "row-explanation"
    if names or any(cell.formula_without_value for cell in row.cells):
        return None
    return _without_name(by_name, len(filled))


def _without_name(by_name: dict[str, str], filled: int) -> str | None:
    """A row without any name: still somebody's, where a number or two other fields come with more data."""
    fields = set(by_name) - {"number", "department"}
    if "number" in by_name and not fields:
        return "row-only-number"
    if "number" in by_name or len(fields) >= 2:
        return None
    if fields == {"hours_per_week"}:
        return "row-total"
    return "row-heading" if filled == 1 else "row-explanation"


def _is_legend(by_name: dict[str, str], names: list[str], layout: TableLayout) -> bool:
    """A code and what it means (`2`, `inhuur`), or a note, and nothing else in the row."""
    if len(names) != 1 or set(by_name) - {"number", "department", *_NAMES}:
        return False
    word = names[0]
    means_code = layout.employment_of(word) or layout.contact_of(word) or layout.level_of(word)
    return bool(means_code or word[0] in "=:-*" or ("number" not in by_name and _NOTE.match(fold_words(word))))


def _is_explanation(text: str, folded: str) -> bool:
    return bool(text.startswith("*") or _LEGEND.match(folded) or len(folded.split()) >= 6 or len(folded) > 60)
