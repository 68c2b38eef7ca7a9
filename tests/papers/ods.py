"""OpenDocument spreadsheets as LibreOffice writes them: repeated empty cells and rows, notes, hidden rows and sheets."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from xml.sax.saxutils import escape, quoteattr

Value = str | int | float | bool | date | None
_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
NO_OUTCOME = "\0formula"
"""A cell with a formula whose outcome was never stored."""


@dataclass(frozen=True)
class OdsSheet:
    """A sheet: rows from the first on; None is an empty cell."""

    name: str
    rows: Sequence[Sequence[Value]]
    hidden: bool = False
    hidden_rows: Sequence[int] = field(default=())
    """Row numbers, from 1."""
    extra: str = ""
    """XML of rows behind these."""


def ods(*sheets: OdsSheet, encrypted: bool = False) -> bytes:
    """The spreadsheet; with `encrypted` its manifest says that a password is needed."""
    body = "".join(_sheet(sheet) for sheet in sheets)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES}><office:automatic-styles>'
        '<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>'
        '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
        f"</office:automatic-styles><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        opened.writestr("META-INF/manifest.xml", "<encryption-data/>" if encrypted else "<manifest/>")
        opened.writestr("content.xml", content)
    return out.getvalue()


def _sheet(sheet: OdsSheet) -> str:
    rows = "".join(_row(row, number in sheet.hidden_rows) for number, row in enumerate(sheet.rows, start=1))
    tail = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/>'
    style = "ta2" if sheet.hidden else "ta1"
    return (
        f'<table:table table:name={quoteattr(sheet.name)} table:style-name="{style}">{rows}{sheet.extra}{tail}'
        "</table:table-row></table:table>"
    )


def _row(row: Sequence[Value], hidden: bool) -> str:
    visibility = ' table:visibility="collapse"' if hidden else ""
    return f"<table:table-row{visibility}>{''.join(map(_cell, row))}</table:table-row>"


def _cell(value: Value) -> str:
    note = "<office:annotation><text:p>een opmerking</text:p></office:annotation>"
    match value:
        case None:
            return "<table:table-cell/>"
        case bool():
            return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
        case int() | float():
            shown = str(value).replace(".", ",")
            return (
                f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{shown}</text:p>'
                "</table:table-cell>"
            )
        case date():
            return (
                f'<table:table-cell office:value-type="date" office:date-value="{value}T00:00:00">'
                f"<text:p>{value:%d-%m-%y}</text:p></table:table-cell>"
            )
        case str() if value == NO_OUTCOME:
            return '<table:table-cell table:formula="of:=[.A1]+1"/>'
        case _:
            lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
            return f'<table:table-cell office:value-type="string">{note}{lines}</table:table-cell>'
