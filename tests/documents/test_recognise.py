from datetime import date

import pytest

from dossiercheck.documents import (
    Diploma,
    Document,
    EvcCertificate,
    EvcKind,
    Kind,
    Manifest,
    Unreadable,
    Unrecognised,
    Vocabulary,
    recognise,
)
from dossiercheck.documents.claim import Claim
from dossiercheck.documents.recognise import weigh
from dossiercheck.findings import Reason
from dossiercheck.readers.content import Content, ImageContent, NotADocument, PdfContent, TextContent, Unread
from tests.build import pdf_content, scan_content


def document(content: Content, file: str = "paper.pdf") -> Document:
    return recognise(file, "ab" * 32, 10, content, Vocabulary())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Uittreksel Handelsregister Kamer van Koophandel\nKvK-nummer 12345678\nRechtsvorm Besloten Vennootschap", Kind.KVK_EXTRACT),
        ("Belastingdienst\nVerklaring betalingsgedrag nakoming fiscale verplichtingen", Kind.TAX_STATEMENT),
        ("Rekeningoverzicht\nNL91ABNA0417164300\nZorg Voorbeeld B.V.", Kind.BANK_STATEMENT),
        ("CERTIFICAAT\nHet managementsysteem van Zorg Voorbeeld B.V.\nvoldoet aan ISO 9001:2015\nGeldig tot 3 maart 2027", Kind.QUALITY_CERTIFICATE),
        ("Polisblad\nBedrijfsaansprakelijkheidsverzekering\nVerzekeringnemer Zorg Voorbeeld B.V.", Kind.INSURANCE),
        ("Kwaliteitshandboek\nZorg Voorbeeld B.V.\nVersie 3", Kind.QUALITY_MANUAL),
        ("Begeleidingsplan\nDoel 1: de cliënt kookt zelf", Kind.CARE_PLAN),
    ],
)  # fmt: skip
def test_papers_of_an_organisation_are_recognised(text: str, kind: Kind) -> None:
    found = document(pdf_content([text]))
    assert found.kind is kind
    assert not isinstance(found.paper, Unrecognised)


@pytest.mark.parametrize(
    ("text", "kind", "say"),
    [
        ("Verklaring Omtrent het Gedrag\nRechtspersonen\nZorg Voorbeeld B.V.\nDatum\t3 maart 2024\nScreeningsprofiel 45", Kind.OTHER, "vog-of-organisation"),
        ("Gedragsverklaring aanbesteden\nZorg Voorbeeld B.V.\n3 maart 2024", Kind.OTHER, "tender-conduct-statement"),
        ("Aanvraagformulier\nVerklaring Omtrent het Gedrag (VOG) natuurlijke personen\nScreeningsprofiel 45", Kind.OTHER, "vog-application-form"),
        ("Betaalbewijs\nUw aanvraag voor een VOG\nBedrag EUR 33,85", Kind.OTHER, "vog-payment-proof"),
        ("Van: noreply@justis.example\nAan: p@voorbeeld.example\nOnderwerp: uw VOG\nUw VOG is onderweg.", Kind.OTHER, "vog-message"),
        ("Uittreksel BIG-register\nVerpleegkundige\nPieter de Groot\nRegistratie geldig tot 3 maart 2027", Kind.OTHER, "big-extract"),
        ("UBO-register\nUittreksel\nKamer van Koophandel\nUiteindelijk belanghebbende", Kind.OTHER, "ubo-extract"),
        ("Verklaring betalingsgedrag\nketenaansprakelijkheid\nBelastingdienst\nals onderaannemer", Kind.OTHER, "tax-statement-other"),
        ("Mijn DUO\nMijn diploma's\nSociaal werker (niveau 4)\tDiploma\t2 juli 2021", Kind.OTHER, "mijn-duo-screen"),
        ("Wat wij deden op de heidag\nWij wandelden.", Kind.OTHER, "not-recognised"),
    ],
)  # fmt: skip
def test_what_is_not_judged_keeps_its_kind_or_says_what_it_is(text: str, kind: Kind, say: str) -> None:
    found = document(pdf_content([text]))
    assert found.kind is kind
    assert isinstance(found.paper, Unrecognised)
    assert found.paper.say == say


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ontruimingsplan\nlocatie Almelo", Kind.EVACUATION_PLAN),
        ("Plan van aanpak RI&E\nMaatregel\tPrioriteit\tTermijn", Kind.RIE),
        ("Overzicht locaties\nDorpsstraat 1, 7607 AB Almelo", Kind.LOCATION_OVERVIEW),
        ("Overeenkomst van onderaanneming\nDe Linde B.V. en De Eik B.V.", Kind.SUBCONTRACT),
    ],
)
def test_papers_of_the_provider_are_told_by_their_title(text: str, kind: Kind) -> None:
    found = document(pdf_content([text]))
    assert found.kind is kind and not isinstance(found.paper, Unrecognised)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Competentiebewijs", EvcKind.COMPETENCE),
        ("COMPETIEBEWIJS", EvcKind.COMPETENCE),
        ("Ervaringscertificaat", EvcKind.EXPERIENCE),
        ("Ervarings-\ncertificaat", EvcKind.EXPERIENCE),
        ("Vakbekwaamheidsbewijs", EvcKind.PROFESSIONAL),
    ],
)
def test_the_papers_of_an_evc_procedure_are_told_apart_by_their_title(title: str, kind: EvcKind) -> None:
    text = f"Nationaal Kenniscentrum EVC\n{title}\nUitgereikt aan\nPieter de Groot\ngeboren op 4 mei 1979\nEen Ervaringscertificaat ging hieraan vooraf.\nUtrecht, 3 maart 2024"
    paper = document(pdf_content([text])).paper
    assert isinstance(paper, EvcCertificate)
    assert paper.evc_kind.value is kind
    assert paper.by_knowledge_centre
    assert paper.holder and paper.holder.value == "Pieter de Groot"
    assert paper.issued_on and paper.issued_on.value == date(2024, 3, 3)


def test_an_issuer_that_is_named_rules_out_the_knowledge_centre() -> None:
    text = "Competentiebewijs EVC\nNaam: Pieter de Groot\nAfgegeven door: Loopbaanpunt Oost\nNationaal Kenniscentrum EVC beheert het register."
    paper = document(pdf_content([text])).paper
    assert isinstance(paper, EvcCertificate)
    assert not paper.by_knowledge_centre


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("personeel/07-de-wit/diploma.pdf", Kind.DIPLOMA),
        ("personeel/07-de-wit/VOG_2024.pdf", Kind.VOG),
        ("personeel/07-de-wit/arbeidsovereenkomst-de-wit.pdf", Kind.CONTRACT),
        ("personeel/vogs/de-wit.pdf", Kind.VOG),
        ("personeel/07-de-wit/diploma en vog.pdf", None),
        ("personeel/07-de-vogel/scan0001.pdf", None),
        ("organisatie/vergunningcheck.pdf", Kind.PERMIT_CHECK),
    ],
)
def test_a_scan_waits_with_what_its_name_promises(file: str, hint: Kind | None) -> None:
    for content in (scan_content(), ImageContent(format="jpeg")):
        found = document(content, file)
        assert isinstance(found.paper, Unrecognised)
        assert found.paper.say in ("scan-needs-ocr", "image-needs-ocr")
        assert found.paper.hint is hint
        assert found.scanned
        assert found.kind is Kind.UNREADABLE


def test_files_without_pages_to_read() -> None:
    assert isinstance(document(TextContent(text="provider: {}"), "dossier.yaml").paper, Manifest)
    assert document(TextContent(text="hallo"), "lees-mij.txt").kind is Kind.OTHER
    assert document(TextContent(text="From: a\nSubject: VOG"), "FW VOG.eml").kind is Kind.UNREADABLE
    unread = document(Unread(reason=Reason.UNREADABLE, say="pdf-damaged"))
    assert unread.kind is Kind.UNREADABLE and isinstance(unread.paper, Unreadable)
    assert document(NotADocument(say="junk-file"), ".DS_Store").kind is Kind.OTHER
    assert document(NotADocument(say="empty-file"), "leeg").kind is Kind.OTHER
    for say in ("empty-file", "not-a-pdf", "archive-inside", "unknown-file-type"):
        assert document(NotADocument(say=say), "vog.pdf").kind is Kind.UNREADABLE
    assert document(pdf_content([""])).kind is Kind.UNREADABLE


def _claims(kind: Kind, confidence: float) -> object:
    paper = Unrecognised(say="not-recognised", hint=kind)
    return lambda file, content: Claim(kind=kind, paper=paper, confidence=confidence)


@pytest.mark.parametrize(("second", "kind"), [(0.88, Kind.OTHER), (0.7, Kind.RIE)])
def test_two_like_claims_leave_a_file_unrecognised(second: float, kind: Kind) -> None:
    kinds = (_claims(Kind.RIE, 0.9), _claims(Kind.INSURANCE, second))
    claim = weigh("a.pdf", pdf_content(["x"]), Vocabulary(), pdf_kinds=kinds, table_kinds=())  # type: ignore[arg-type]
    assert claim.kind is kind


EXTRACT = "Uit het register onderwijsdeelnemers\nDIPLOMA\nMbo Verzorgende IG 3\nBEHAALD DOOR\n{}\nGeboren op 4 mei 1979"
VOG = "Verklaring Omtrent het Gedrag\nDatum\t3 maart 2024\nGeslachtsnaam\t{}\nVoornamen\tAnna\nProfiel: 45"


@pytest.mark.parametrize(("text", "kind"), [(EXTRACT, Kind.DIPLOMA), (VOG, Kind.VOG)])
def test_papers_of_two_persons_in_one_file_are_given_to_neither(text: str, kind: Kind) -> None:
    found = document(pdf_content([text.format("Pieter de Groot"), text.format("Willem de Klein")]))
    assert found.kind is kind
    assert isinstance(found.paper, Unrecognised)
    assert found.paper.say == "several-papers"
    assert not isinstance(document(pdf_content([text.format("Pieter de Groot")] * 2)).paper, Unrecognised)


def test_papers_of_two_kinds_in_one_file_are_told() -> None:
    page = EXTRACT + "\nUITGEGEVEN DOOR\nROC Oost\nAlmelo, 1 juli 2011\nVerklaring Omtrent het Gedrag"
    found = document(pdf_content([VOG.format("Groot") + "\n" + page.format("Pieter de Groot")]))
    assert isinstance(found.paper, Unrecognised)


@pytest.mark.parametrize(
    "text",
    [
        "Arbeidsovereenkomst\nDe werknemer, geboren op 4 mei 1979, treedt op 3 juni 2024 in dienst als begeleider.\nHij verstrekt een Verklaring Omtrent het Gedrag met profiel 45.\nAlmelo, 3 mei 2024",
        "Geachte heer,\nHierbij de Verklaring Omtrent het Gedrag, het uittreksel uit het diplomaregister van DUO.\nHet diploma is van 6 juli 2009, de VOG van 12 april 2024 met screeningsprofiel 45.",
        "Curriculum vitae\nNaam: Anna de Wit\nOpleiding\n2022\tCompetentiebewijs (Nationaal Kenniscentrum EVC)\n1990\tDiploma mavo",
    ],
)
def test_what_only_speaks_of_papers_is_none_of_them(text: str) -> None:
    assert document(pdf_content([text])).kind not in (Kind.VOG, Kind.DIPLOMA, Kind.EVC_CERTIFICATE)


def test_a_recogniser_that_fails_spoils_its_file_only() -> None:
    def failing(file: str, content: PdfContent) -> Claim | None:
        raise ValueError("no")

    claim = weigh("a.pdf", pdf_content(["x"]), Vocabulary(), pdf_kinds=(failing,), table_kinds=())
    assert isinstance(claim.paper, Unreadable)
    assert claim.paper.reason is Reason.INTERNAL_ERROR


@pytest.mark.parametrize(
    "text",
    [
        "(" * 5000,
        "niveau " * 3000,
        "DIPLOMA\n" * 2000,
        "a " * 5000,
        "geboren op\n" * 2000,
        "Uitgereikt aan " * 2000,
        "\u0301" * 3000,
    ],
)
def test_hostile_texts_end(text: str) -> None:
    document(pdf_content(["DIPLOMA\nBEHAALD DOOR\n" + text]))
    document(pdf_content(["Verklaring Omtrent het Gedrag\nDatum 3 maart 2024\nvolgende profiel: 45\n" + text]))


def test_a_diploma_names_its_file_and_facts() -> None:
    found = document(
        pdf_content(
            [
                "Uit het register onderwijsdeelnemers\nDIPLOMA\nMbo Verzorgende IG 3\nBEHAALD DOOR\nPieter de Groot\nGeboren op 4 mei 1979"
            ]
        ),
        "a/b.pdf",
    )
    assert isinstance(found.paper, Diploma)
    facts = {view.name: view for view in found.facts}
    assert facts["level"].value == "MBO-3"
    assert facts["holder"].place and facts["holder"].place.file == "a/b.pdf"
    assert facts["awarded_on"].value is None and facts["awarded_on"].place is None
