"""Faults in the personnel table: cells emptied or wrong, rows gone or twice, another kind of file; and in the sample."""

from __future__ import annotations

from datetime import date

from tests.damage.striking import Operators, Spot, stranger
from tests.papers.table import HEADERS
from tests.papers.xls import XlsSheet, closed_workbook, xls
from tests.samples.draft import row
from tests.samples.people import ANNA, CHLOE, JORIS, ZEYNEP

DAMAGE = Operators()
OF_PERSONS = "diploma.* contract.* vog.*"
FIELD = "personnel.fields not_met field_missing"


@DAMAGE("clean", FIELD, may="contract.function vog.profile")
def cell_of_the_function_emptied(spot: Spot) -> None:
    spot.draft.cell(spot.somebody(), "Functie", None)


@DAMAGE("clean", FIELD, may=OF_PERSONS)
def cell_of_the_employment_emptied(spot: Spot) -> None:
    spot.draft.cell(spot.somebody(), "Dienstverband", None)


@DAMAGE("clean", FIELD, may="diploma.* vog.* personnel.sample")
def cell_of_the_contact_emptied(spot: Spot) -> None:
    spot.draft.cell(spot.somebody(), "Cliëntcontact", None)


@DAMAGE("clean", FIELD, may="contract.dates vog.at-start")
def cell_of_the_start_emptied(spot: Spot) -> None:
    spot.draft.cell(spot.somebody(), "Begindatum overeenkomst", None)


@DAMAGE("clean", FIELD, may=OF_PERSONS)
def cell_of_the_employment_misspelt(spot: Spot) -> None:
    spot.draft.cell(spot.somebody(), "Dienstverband", spot.one_of("xyz", "anders", "?", "op afspraak"))


@DAMAGE("clean", FIELD, may="contract.dates vog.at-start", places=3)
def cell_with_an_impossible_date(spot: Spot) -> None:
    column = spot.one_of("Begindatum overeenkomst", "Datum VOG", "Geboortedatum")
    spot.draft.cell(spot.somebody(), column, spot.one_of("31-04-2024", "29-02-2023", "12-13-2022"))


@DAMAGE("clean", "personnel.fields not_met date_mismatch", may="contract.dates contract.in-force")
def cell_with_the_end_before_the_start(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.cell(person, "Einddatum overeenkomst", person.starts - spot.days(1, 300))


@DAMAGE("clean", "contract.dates not_met date_mismatch")
def cell_with_another_end(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.cell(person, "Einddatum overeenkomst", date(2026, 1, 1) + spot.days(0, 200))


@DAMAGE("clean", "contract.dates not_met date_mismatch", may="vog.at-start")
def cell_with_another_start(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.cell(person, "Begindatum overeenkomst", person.starts + spot.days(1, 20))


@DAMAGE("clean", "contract.function not_met function_mismatch", may="vog.profile")
def cell_with_another_function(spot: Spot) -> None:
    spot.draft.cell(spot.somebody(), "Functie", spot.one_of("boekhouder", "kok", "timmerman"))


@DAMAGE("clean", "contract.present not_met wrong_kind", may=OF_PERSONS)
def cell_with_another_employment(spot: Spot) -> None:
    person = spot.somebody(ANNA, JORIS, CHLOE)
    spot.draft.cell(person, "Dienstverband", spot.one_of("zzp", "stagiair"))


@DAMAGE("clean", "diploma.level not_met level_too_low", places=1)
def cell_with_a_product_too_high(spot: Spot) -> None:
    spot.draft.cell(spot.somebody(ZEYNEP), "Product", "basis, plus")


@DAMAGE("clean", "personnel.name not_met field_missing", may="diploma.name contract.name vog.name")
def cells_of_the_given_names_emptied(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.cell(person, "Voorletters", None).cell(person, "Voornaam", None)


@DAMAGE("clean", "personnel.name not_met field_missing", may=f"{OF_PERSONS} files.belongs files.name")
def cell_of_the_surname_emptied(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.cell(person, "Achternaam", None)


@DAMAGE("clean", "personnel.unique-number not_met field_missing", renames=True)
def number_emptied(spot: Spot) -> None:
    spot.draft.cell(spot.somebody(), "Nr.", None)


@DAMAGE("clean", "personnel.unique-number not_met duplicate", renames=True)
def number_of_a_colleague(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.cell(person, "Nr.", spot.another(person).number)


@DAMAGE("clean", "diploma.present not_met missing", may=f"{OF_PERSONS} personnel.*")
def row_of_somebody_without_papers(spot: Spot) -> None:
    new = stranger(spot.one_of(ANNA, JORIS, ZEYNEP)).but(number=spot.rng.randint(6, 99))
    spot.at(str(new.number))
    spot.draft.rows[new.number] = row(new)


@DAMAGE("clean", "files.belongs * unassigned", may=f"{OF_PERSONS} personnel.*")
def row_taken_away(spot: Spot) -> None:
    person = spot.somebody()
    spot.at(*(path for path in spot.draft.papers if path.startswith(person.folder)))
    del spot.draft.rows[person.number]


@DAMAGE("clean", "personnel.table not_met missing", may=f"personnel.* {OF_PERSONS} files.*", renames=True, places=1)
def table_taken_away(spot: Spot) -> None:
    spot.draft.table_there = False


@DAMAGE("clean", "personnel.table not_met wrong_kind", places=1)
def table_in_another_format(spot: Spot) -> None:
    spot.draft.table_there = False
    rows = [list(HEADERS), *([line.get(header) for header in HEADERS] for line in spot.draft.rows.values())]
    spot.draft.put("personeelstabel.xls", xls(XlsSheet("Personeel", rows)))


@DAMAGE(
    "clean", "personnel.table undecided unreadable", may=f"personnel.* {OF_PERSONS} files.*", renames=True, places=1
)
def table_with_a_password(spot: Spot) -> None:
    spot.draft.table_there = False
    spot.draft.put("personeelstabel.xlsx", closed_workbook())


@DAMAGE("clean", "personnel.sample not_met wrong_size")
def sample_too_small(spot: Spot) -> None:
    """Of up to ten, all must be drawn."""
    drawn = spot.rng.sample(["1", "2", "3", "5"], spot.rng.randint(1, 3))
    spot.draft.put("steekproef.csv", "\n".join(["nr", *drawn, ""]).encode())


@DAMAGE("clean", "personnel.sample not_met unknown_number")
def sample_with_an_unknown_number(spot: Spot) -> None:
    drawn = ["1", "2", "3", "5"]
    drawn[spot.rng.randrange(4)] = str(spot.rng.randint(6, 999))
    spot.draft.put("steekproef.csv", "\n".join(["nr", *drawn, ""]).encode())
