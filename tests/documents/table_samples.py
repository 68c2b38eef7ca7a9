"""Tables for tests: cells without a workbook, and the words that a requirement set would hand in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from dossiercheck.documents.model import Contact, Employment, Level, PersonnelTable, Problem
from dossiercheck.documents.personnel_table import recognise
from dossiercheck.documents.table_header import column_letters
from dossiercheck.documents.table_layout import TableLayout
from dossiercheck.readers.content import Cell, Row, Sheet, WorkbookContent

LAYOUT = TableLayout(
    columns={
        "department": (("Afdeling",), False),
        "number": (("Nr.", "Nummer", "Personeelsnummer"), True),
        "surname": (("Achternaam",), True),
        "name": (("Naam",), False),
        "prefix": (("Tussenvoegsel", "Tussenvoegsels"), False),
        "birth_name": (("Geboortenaam", "Meisjesnaam"), False),
        "initials": (("Voorletters", "Initialen"), True),
        "given_name": (("Voornaam", "Roepnaam"), False),
        "born_on": (("Geboortedatum",), False),
        "function": (("Functie",), True),
        "employment": (("Dienstverband",), True),
        "contact": (("Cliëntcontact", "Contact met cliënten"), True),
        "products": (("Product",), False),
        "starts_on": (("Begindatum overeenkomst", "Ingangsdatum"), True),
        "ends_on": (("Einddatum overeenkomst", "Einddatum"), False),
        "hours_per_week": (("Uren per week",), False),
        "programme": (("Opleiding",), False),
        "level": (("Niveau",), False),
        "vog_on": (("Datum VOG",), False),
        "in_service_since": (("In dienst sinds",), False),
    },
    employment={
        Employment.EMPLOYED: ("in dienst", "vast"),
        Employment.HIRED: ("ingehuurd",),
        Employment.SELF_EMPLOYED: ("zelfstandige",),
        Employment.TRAINEE: ("stage",),
    },
    contact={Contact.DIRECT: ("ja",), Contact.INDIRECT: (), Contact.NONE: ("nee",)},
    levels={Level.MBO_3: ("mbo 3",), Level.MBO_4: ("mbo 4", "mbo niveau 4"), Level.HBO: ("bachelor",)},
    products={"basis": ("begeleiding basis",), "plus": ("begeleiding plus",)},
)

HEADERS = ["Afdeling", "Nr.", "Achternaam", "Tussenvoegsel", "Geboortenaam", "Voorletters", "Voornaam", "Geboortedatum",
           "Functie", "Dienstverband", "Cliëntcontact", "Product", "Begindatum overeenkomst", "Einddatum overeenkomst",
           "Uren per week", "Opleiding", "Niveau", "Datum VOG", "In dienst sinds"]  # fmt: skip

ROW: list[Any] = ["Noord", "007", "Wit", "de", None, "A.M.", "Anna", date(1980, 2, 3), "begeleider", "loondienst",
                  "direct", "basis, plus", date(2024, 3, 1), "onbepaald", "32,5", "Verpleegkunde", "mbo-4",
                  "10 januari 2024", None]  # fmt: skip


def row(**changed: Any) -> list[Any]:
    """The full row with some columns (by letter) changed."""
    return [changed.get(column_letters(i), value) for i, value in enumerate(ROW, start=1)]


def workbook(*sheets: list[list[Any]], layout: str = "xlsx", hidden_sheets: set[int] | None = None,
             hidden_rows: set[int] | None = None, formulas: set[str] | None = None) -> WorkbookContent:  # fmt: skip
    """Sheets `Blad1`, `Blad2`, …; every list is a row, None an empty cell."""
    done = []
    for number, rows in enumerate(sheets, start=1):
        filled = []
        for at, values in enumerate(rows, start=1):
            cells = tuple(_cell(at, i, v, formulas or set()) for i, v in enumerate(values, 1) if v is not None)
            if cells:
                filled.append(Row(number=at, cells=cells, hidden=at in (hidden_rows or ())))
        done.append(Sheet(name=f"Blad{number}", rows=tuple(filled), hidden=number in (hidden_sheets or ())))
    return WorkbookContent(layout=layout, sheets=tuple(done))


def _cell(at: int, column: int, value: Any, formulas: set[str]) -> Cell:
    ref = f"{column_letters(column)}{at}"
    if ref in formulas:
        return Cell(ref=ref, column=column, value=None, shown="", formula_without_value=True)
    return Cell(ref=ref, column=column, value=value, shown=str(value))


def says(problems: Iterable[Problem]) -> list[tuple[str, str | None]]:
    """What each problem says, and of which cell."""
    return [(problem.say, problem.place.cell) for problem in problems]


def read(rows: list[list[Any]]) -> PersonnelTable:
    claim = recognise("personeelstabel.xlsx", workbook(rows), LAYOUT)
    assert claim is not None
    assert isinstance(claim.paper, PersonnelTable)
    return claim.paper
