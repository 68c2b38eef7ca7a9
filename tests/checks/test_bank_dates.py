"""The day on which a bank statement was made, in the wordings that banks and their print buttons have."""

from datetime import date

import pytest

from dossiercheck.documents import Kind
from tests.documents.organisation import paper

STATEMENT = """Rekeningoverzicht
Zorg Voorbeeld B.V.
Stationsplein 3
7607 AB Almelo
IBAN NL91 ABNA 0417 1643 00
{}
02-01-2023  Storting  NL02ABNA0123456789  120,00
04-01-2023  Huur  NL02ABNA0123456789  980,00
Saldo 1.200,00
{}"""


@pytest.mark.parametrize(
    "said",
    [
        "Afgedrukt op 31 mei 2023",
        "Afgedrukt op: 31-05-2023",
        "Afgedrukt: 31-05-2023",
        "Afgedrukt 31-05-2023 14:02",
        "Datum afdruk: 31-05-2023",
        "Datum afdruk  31 mei 2023",
        "Afdruk d.d. 31 mei 2023",
        "Afdruk van 31-05-2023",
        "Afdrukdatum 31-05-2023",
        "Datum van afdruk: 31 mei 2023",
        "Datum printen: 31-05-2023",
        "Printdatum: 31-05-2023",
        "Geprint op 31-05-2023 om 14:02 uur",
        "Gedownload op 31 mei 2023",
        "Downloaddatum: 31-05-2023",
        "Datum download: 31-05-2023",
        "Opgevraagd op 31-05-2023",
        "Aangemaakt op 31 mei 2023",
        "Datum aanmaak: 31-05-2023",
        "Datum van uitgifte: 31-05-2023",
        "Gegenereerd: 31-05-2023 09:11",
        "Stand per 31 mei 2023",
        "Overzicht per 31 mei 2023",
        "Peildatum: 31-05-2023",
        "Verwerkt tot en met 31-05-2023",
        "Datum overzicht: 31-05-2023",
        "Datum rekeningafschrift: 31-05-2023",
        "Afschriftdatum 31-05-2023",
        "Print date: 31 May 2023",
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_the_day_of_the_print_is_found(said, below):
    document = paper(STATEMENT.format(*(("", said) if below else (said, ""))), file="bank.pdf")
    assert document.kind is Kind.BANK_STATEMENT
    assert document.paper.dated_on and document.paper.dated_on.value == date(2023, 5, 31)


@pytest.mark.parametrize("said", ["", "Rekening geopend op 31 mei 2023", "Rente per 1 januari"])
def test_another_day_is_not_taken_for_it(said):
    document = paper(STATEMENT.format(said, ""), file="bank.pdf")
    assert document.paper.dated_on is None or document.paper.dated_on.value != date(2023, 5, 31)
