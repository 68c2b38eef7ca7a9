"""Text files: decoded, and rows where the text is a table (CSV)."""

import csv
import io
import re
import unicodedata

from dossiercheck.findings import Reason
from dossiercheck.readers.content import Cell, NotADocument, Row, Sheet, TextContent, Unread, WorkbookContent
from dossiercheck.readers.settings import ReadLimits

_MAX_TEXT = 4 * 2**20
_DELIMITERS = ";,\t|"
_FORMAT_CHARACTERS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SAMPLE_LINES = 50


def read_text(
    data: bytes, *, as_table: bool, limits: ReadLimits
) -> TextContent | WorkbookContent | Unread | NotADocument:
    """Plain text, or a table when `as_table` (its name says CSV) or when its lines are plainly rows."""
    if len(data) > _MAX_TEXT:
        return Unread(reason=Reason.UNSAFE_FILE, say="text-too-large", values={"limit_mib": _MAX_TEXT // 2**20})
    text = decode(data)
    if not text.strip():
        return NotADocument(say="empty-file")
    delimiter = _delimiter(text, sure=as_table)
    if delimiter is None:
        return TextContent(text=text)
    return WorkbookContent(layout="csv", sheets=(_sheet(text, delimiter, limits),))


def decode(data: bytes) -> str:
    """Bytes as text: by byte order mark, as UTF-8, or as Windows-1252. Line ends become newlines."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def clean(text: str) -> str:
    """Text in NFC without what does not print (control, zero-width and direction characters), ends stripped."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _FORMAT_CHARACTERS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " "))
    return unicodedata.normalize("NFC", _CONTROL.sub("", text)).strip()


def column_letters(number: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _delimiter(text: str, *, sure: bool) -> str | None:
    """The character between the cells; None when this is no table. `sure` tables may have one column."""
    lines = [line for line in text.split("\n")[:_SAMPLE_LINES] if line.strip()]
    stated = re.match(r"^sep=(.)$", lines[0].strip(), re.IGNORECASE)
    if stated:
        return stated.group(1)
    best, best_width = None, 1
    for delimiter in _DELIMITERS:
        widths = [len(cells) for cells in _rows(lines, delimiter) if cells]
        width = max(set(widths), key=widths.count, default=0)
        even = widths.count(width) >= (0.6 if sure else 0.9) * len(widths)
        if even and width > best_width and (sure or (len(widths) >= 2 and width >= _least_width(delimiter))):
            best, best_width = delimiter, width
    return best or (_most_frequent(lines) if sure else None)


def _most_frequent(lines: list[str]) -> str:
    """Of a table with titles above it and totals below: what divides its lines into most cells."""
    return max(_DELIMITERS, key=lambda delimiter: sum(len(cells) - 1 for cells in _rows(lines, delimiter)))


def _least_width(delimiter: str) -> int:
    """Commas stand in prose too: fewer than three cells to a line prove nothing."""
    return 3 if delimiter == "," else 2


def _rows(lines: list[str], delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return []


def _sheet(text: str, delimiter: str, limits: ReadLimits) -> Sheet:
    csv.field_size_limit(_MAX_TEXT)
    rows: list[Row] = []
    filled = 0
    cut_off_at = None
    if re.match(r"^sep=.\n", text, re.IGNORECASE):
        text = "\n" + text.split("\n", 1)[1]
    for number, record in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1):
        cells = tuple(
            Cell(ref=f"{column_letters(column)}{number}", column=column, value=shown, shown=shown)
            for column, raw in enumerate(record[: limits.columns], start=1)
            if (shown := clean(raw))
        )
        filled += len(cells)
        if len(rows) >= limits.rows or filled > limits.cells:
            cut_off_at = number
            break
        if cells:
            rows.append(Row(number=number, cells=cells))
    return Sheet(name="csv", rows=tuple(rows), cut_off_at=cut_off_at)
