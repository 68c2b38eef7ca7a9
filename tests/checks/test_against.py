"""Papers that say themselves that they do not hold: never met, and an ordinary one is not doubted for its small print."""

from __future__ import annotations

from datetime import date

import pytest

from dossiercheck.documents import Document, Insurance, KvkExtract, QualityCertificate, TaxStatement
from tests.documents.organisation import paper

LETTER = """Belastingdienst
Dagtekening: 14 maart 2023
Zorg Voorbeeld B.V.
Stationsstraat 8
2712 AB Zoetermeer
Betreft: Verklaring nakoming fiscale verplichtingen
{}
"""
POLICY = """{}
Verzekeraar Noord N.V.
Polisnummer\t55.1234
Verzekeringnemer\tZorg Voorbeeld B.V.
Ingangsdatum\t01-01-2020
Contractvervaldatum\t01-01-2025
{}
"""
EXTRACT = """Uittreksel Handelsregister Kamer van Koophandel
KvK-nummer\t12345678
Rechtsvorm\tBesloten Vennootschap
Statutaire naam\tZorg Voorbeeld B.V.
{}
"""
CERTIFICATE = """Certificaat
Houder: Zorg Voorbeeld B.V.
Norm HKZ kwaliteitsmanagement
{}
"""


def words(document: Document) -> str | None:
    assert isinstance(document.paper, TaxStatement | Insurance | KvkExtract | QualityCertificate)
    return document.paper.against.value if document.paper.against else None


@pytest.mark.parametrize(
    "said",
    [
        "Ik kan u geen verklaring nakoming fiscale verplichtingen afgeven, omdat u een betalingsachterstand heeft.",
        "Hierbij verklaar ik dat u niet aan al uw fiscale verplichtingen heeft voldaan.",
        "U heeft een belastingschuld.",
        "De eerder gegeven verklaring is ingetrokken.",
    ],
)
def test_a_tax_statement_that_refuses(said: str) -> None:
    assert words(paper(LETTER.format(said)))


@pytest.mark.parametrize(
    "said",
    [
        "Hierbij verklaar ik dat u aan uw fiscale verplichtingen heeft voldaan.",
        "U heeft geen belastingschulden en geen openstaande schulden. Aan deze verklaring ontleent u geen rechten.",
        "Wij geven uw gegevens niet aan derden.",
    ],
)
def test_a_tax_statement_as_asked(said: str) -> None:
    assert words(paper(LETTER.format(said))) is None


@pytest.mark.parametrize(
    "said",
    [
        "Wijziging: beëindiging van de verzekering per 01-04-2023",
        "De dekking is opgeschort wegens een premieachterstand.",
        "De verzekering is geroyeerd per 01-04-2023",
    ],
)
def test_a_policy_that_was_ended(said: str) -> None:
    assert words(paper(POLICY.format("Polisblad bedrijfsaansprakelijkheidsverzekering", said)))


def test_a_policy_says_how_it_may_end() -> None:
    said = (
        "Opzegging kan tot twee maanden voor de contractvervaldatum.\nDe dekking wordt opgeschort als u niet betaalt."
    )
    assert words(paper(POLICY.format("Polisblad bedrijfsaansprakelijkheidsverzekering", said))) is None


@pytest.mark.parametrize("title", ["Royementsaanhangsel bedrijfsaansprakelijkheidsverzekering", "Uw premievoorstel"])
def test_what_is_no_policy(title: str) -> None:
    assert not isinstance(paper(POLICY.format(title, "Bedrijfsaansprakelijkheidsverzekering")).paper, Insurance)


def test_a_company_that_is_gone() -> None:
    made = "Uittreksel is vervaardigd op 02-05-2023"
    assert words(paper(EXTRACT.format(f"De onderneming is opgeheven met ingang van 01-04-2023\n{made}")))
    assert words(paper(EXTRACT.format(f"Faillissement uitgesproken op 01-04-2023\n{made}")))
    assert words(paper(EXTRACT.format(f"Datum akte van oprichting\t14-03-2011\n{made}"))) is None


def test_an_extract_made_by_the_chamber() -> None:
    extract = paper(EXTRACT.format("Gewaarmerkt uittreksel, vervaardigd door de KVK op 2 mei 2023 om 09:42 uur")).paper
    assert isinstance(extract, KvkExtract) and extract.made_on and extract.made_on.value == date(2023, 5, 2)


def test_a_certificate_that_was_withdrawn_or_ended() -> None:
    assert words(paper(CERTIFICATE.format("Geldig tot 01-03-2024\nStatus: geschorst per 01-02-2023")))
    ended = paper(CERTIFICATE.format("Einde geldigheid 01-03-2022")).paper
    assert isinstance(ended, QualityCertificate) and ended.valid_until
    assert ended.valid_until.value == date(2022, 3, 1) and ended.against is None
