"""Overviews of locations in many shapes: each read as the locations that it lists."""

from typing import Any

import pytest

from dossiercheck.documents import Document, Kind, LocationOverview, recognise
from tests.documents.organisation import VOCABULARY, paper
from tests.documents.table_samples import workbook

HEADERS = ["Naam locatie", "Adres", "Postcode", "Plaats", "Soort locatie", "Eigendom of huur"]
OFFICE = ["Kantoor", "Stationsplein 3", "7607 AB", "Almelo", "hoofdkantoor", "huur"]
HOME = ["De Brug", "Dorpsstraat 14", "7621 CD", "Borne", "woonlocatie", "eigendom"]
WANTED = [("Kantoor", "Almelo", ("hoofdkantoor",), "huur"), ("De Brug", "Borne", ("woonlocatie",), "eigendom")]


def overview(*sheets: list[list[Any]], file: str = "locaties/overzicht-locaties.xlsx", **given: Any) -> Document:
    return recognise(file, "hash", 1, workbook(*sheets, **given), VOCABULARY)


def read(*sheets: list[list[Any]], **given: Any) -> list[tuple[Any, ...]]:
    found = overview(*sheets, **given).paper
    assert isinstance(found, LocationOverview)
    return [
        (
            at.name.value if at.name else None,
            at.town.value if at.town else None,
            tuple(kind.value for kind in at.kinds.value) if at.kinds else None,
            at.tenure.value.value if at.tenure else None,
        )
        for at in found.locations
    ]


def turned(rows: list[list[Any]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


def test_the_template():
    assert read([HEADERS, OFFICE, HOME]) == WANTED


def test_below_titles_in_another_order_and_with_more_columns():
    order = [4, 0, 5, 3, 2, 1]
    rows = [[None, *(row[i] for i in order), "opmerking"] for row in (OFFICE, HOME)]
    titles = [
        ["Overzicht locaties 2024"],
        ["Aanbieder: Zorg Voorbeeld B.V."],
        [None, *(HEADERS[i] for i in order), "Bijzonderheden"],
    ]
    assert read([*titles, *rows]) == WANTED


def test_other_headers_and_words():
    headers = ["Vestiging", "Straat en huisnummer", "PC", "Woonplaats", "Type", "Huur/koop"]
    rows = [[*OFFICE[:4], "Hoofdvestiging", "gehuurd"], [*HOME[:4], "Wonen", "Koop"]]
    assert read([headers, *rows]) == WANTED


def test_on_its_side():
    assert read(turned([HEADERS, OFFICE, HOME])) == WANTED
    assert read([["Overzicht locaties"], *turned([HEADERS, OFFICE, HOME])]) == WANTED


def test_on_the_second_sheet_or_over_two():
    toelichting = [["Toelichting"], ["Vul per locatie een regel in."]]
    assert read(toelichting, [HEADERS, OFFICE, HOME]) == WANTED
    assert read([HEADERS, OFFICE], [HEADERS, HOME]) == WANTED


def test_columns_to_tick():
    headers = [*HEADERS[:4], "Hoofdkantoor", "Nevenvestiging", "Dagbesteding", "Woonlocatie", "Eigendom", "Huur"]
    rows = [[*OFFICE[:4], "x", None, None, None, None, "x"], [*HOME[:4], None, None, None, "ja", "ja", None]]
    assert read([headers, *rows]) == WANTED


def test_several_kinds_in_one_cell():
    row = [*HOME[:4], "dagbesteding en wonen", "huur"]
    assert read([HEADERS, row])[0][2] == ("dagbestedingslocatie", "woonlocatie")


def test_csv():
    assert read([HEADERS, OFFICE, HOME], layout="csv", file="locaties/overzicht.csv") == WANTED


@pytest.mark.parametrize(
    ("row", "field"),
    [([*HOME[:4], "kasteel", "huur"], "kinds"), ([*HOME[:4], "wonen", "bruikleen"], "tenure")],
)
def test_words_that_are_not_known_are_named(row, field):
    found = overview([HEADERS, row]).paper
    assert [name for name, _ in found.locations[0].not_understood] == [field]


def test_notes_and_totals_are_no_locations():
    note = ["Let op: per locatie een regel invullen, ook als er geen cliënten verblijven", *[None] * 5]
    assert read([HEADERS, OFFICE, HOME, note]) == WANTED
    assert read([HEADERS, OFFICE, HOME, ["De Steiger", *[None] * 5]])[2] == ("De Steiger", None, None, None)


def test_it_says_that_there_are_none():
    for rows in ([HEADERS, ["n.v.t.", *["n.v.t."] * 5]], [["Overzicht locaties"], ["Niet van toepassing"]]):
        found = overview(rows).paper
        assert found.locations == () and found.none_stated is not None


def test_a_printed_overview_is_recognised_and_for_a_person():
    found = paper(
        "Overzicht locaties\nKantoor, Stationsplein 3, 7607 AB Almelo\nDe Brug, Dorpsstraat 14, 7621 CD Borne"
    )
    assert found.kind is Kind.LOCATION_OVERVIEW and not found.paper.is_table


def test_other_tables_are_none():
    assert overview([["Product", "Prijs", "Aantal"], ["basis", 1, 2]]).kind is not Kind.LOCATION_OVERVIEW
