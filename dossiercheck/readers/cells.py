"""Values of cells, as libraries hand them over, become values of ours and the text that the sheet shows."""

import re
from datetime import date, datetime, time, timedelta

from dossiercheck.readers.content import CellValue
from dossiercheck.readers.text import clean

_ZERO_PADDED = re.compile(r'^(?:"([^"]*)"|([A-Za-z-]+))?(0+)(?:"([^"]*)")?$')


def cell_value(raw: object, number_format: str = "") -> tuple[CellValue, str]:
    """The value and how the sheet shows it; (None, "") for what shows nothing."""
    match raw:
        case bool():
            return raw, "WAAR" if raw else "ONWAAR"
        case int() | float():
            return _number(raw, number_format)
        case datetime():
            return raw.date(), f"{raw:%d-%m-%Y}"
        case date():
            return raw, f"{raw:%d-%m-%Y}"
        case time():
            return f"{raw:%H:%M}", f"{raw:%H:%M}"
        case timedelta():
            minutes = int(raw.total_seconds() // 60)
            text = f"{minutes // 60}:{minutes % 60:02d}"
            return text, text
        case None:
            return None, ""
        case _:
            text = clean(str(raw))
            return (text, text) if text else (None, "")


def _number(raw: float, number_format: str) -> tuple[CellValue, str]:
    """Whole numbers as int; a format of zeros (`000`) is followed, others shown plainly."""
    value = int(raw) if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15 else raw
    padded = _ZERO_PADDED.match(number_format.split(";")[0]) if isinstance(value, int) and value >= 0 else None
    if padded:
        quoted, plain, zeros, after = padded.groups()
        return value, f"{quoted or plain or ''}{value:0{len(zeros)}d}{after or ''}"
    return value, str(value) if isinstance(value, int) else format(value, ".15g")
