"""Sheets that come back filled in: their columns are found again by their headers, in either language and any order."""

from collections.abc import Iterator, Mapping, Sequence

from dossiercheck.reports.wording import LANGUAGES, words

SHEETS: Mapping[str, tuple[str, ...]] = {
    "questions": ("outcome", "reason", "by", "key"),
    "confirm": ("answer", "note", "by", "sha256"),
}
"""By sheet the codes of the columns that are read back; the first is the answer. Headers are `<sheet>-<code>`."""


def filled_rows(rows: Sequence[Sequence[str]], sheet: str) -> list[tuple[int, dict[str, str]]] | None:
    """The rows with an answer, each with its number (from 1) and its words by code; None where it is no such sheet."""
    for number, row in enumerate(rows):
        if columns := _columns(row, sheet):
            return list(_answered(rows[number + 1 :], number + 2, columns, SHEETS[sheet][0]))
    return None


def _answered(
    rows: Sequence[Sequence[str]], first: int, columns: Mapping[str, int], answer: str
) -> Iterator[tuple[int, dict[str, str]]]:
    for number, row in enumerate(rows, start=first):
        said = {code: row[at].strip() if at < len(row) else "" for code, at in columns.items()}
        if said[answer]:
            yield number, said


def _columns(header: Sequence[str], sheet: str) -> dict[str, int] | None:
    titles = [_flat(cell) for cell in header]
    found: dict[str, int] = {}
    for code in SHEETS[sheet]:
        known = {_flat(words(lang).label(f"{sheet}-{code}")) for lang in LANGUAGES}
        at = next((index for index, title in enumerate(titles) if title in known), None)
        if at is None:
            return None
        found[code] = at
    return found


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
