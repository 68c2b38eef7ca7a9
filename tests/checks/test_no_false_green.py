"""Papers that look right and are not: what is left out of a policy, a manual that is not finished, a certificate for other
work, a paper of a namesake. The wordings were fixed before the code ran on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dossiercheck.checks import vogs_for_others
from dossiercheck.documents import Cover, Declared, Kind
from dossiercheck.intake.statement import Statement
from dossiercheck.people import Assigned, Dossier, Grade, NameMatch
from dossiercheck.tender import load_set, schema_folder
from tests.documents.organisation import paper
from tests.dossiers import document, dossier, fact, judge, person, vog

ON = date(2023, 6, 15)
STATED = Statement(
    provider_name="Zorg Voorbeeld B.V.", kvk="12345678", products=("bgi",), requested_on=date(2023, 6, 1)
)
POLICY = """Polisblad
Beroepsaansprakelijkheidsverzekering
Verzekeringnemer: Zorg Voorbeeld B.V.
Ingangsdatum: 1 januari 2023
Geldig tot en met: 31 december 2023
{}
Premie: 310,00 euro"""


def h6(id_, *documents):
    given = Dossier(people=(), documents=documents, statement=STATED)
    return said_of(judge(id_, given, ON, set_id="h6-wmo"))


def said_of(findings):
    (finding,) = findings
    return finding.outcome.value, finding.reason.value if finding.reason else None, finding.say


@pytest.mark.parametrize(
    "said",
    [
        "Uitgesloten: bedrijfsaansprakelijkheid (AVB)",
        "Uitgesloten:\n- schade aan opzicht\n- bedrijfsaansprakelijkheid (AVB)",
        "Niet verzekerd is de aansprakelijkheid als werkgever en de\nbedrijfsaansprakelijkheid van verzekeringnemer.",
        "Bedrijfsaansprakelijkheid: niet verzekerd",
        "Bedrijfsaansprakelijkheid   n.v.t.",
        "Voor de bedrijfsaansprakelijkheid (AVB) dient u een aparte polis te sluiten.",
        "Uitsluitingen\nOpzet\nAVB",
        "Deze polis biedt geen dekking voor bedrijfsaansprakelijkheid.",
        "Alle risico's behalve bedrijfsaansprakelijkheid (AVB)",
        "Exclusief AVB",
        "AVB is elders verzekerd",
        "De bedrijfsaansprakelijkheid valt niet onder deze polis.",
    ],
)
def test_what_a_policy_leaves_out_is_no_cover(said):
    policy = paper(POLICY.format(said), file="polis.pdf")
    assert policy.kind is Kind.INSURANCE and Cover.BUSINESS not in policy.paper.covers.value
    assert h6("insurance", policy)[0] != "met"


@pytest.mark.parametrize(
    "said",
    [
        "Rubriek A: bedrijfsaansprakelijkheid (AVB)",
        "Gedekt: bedrijfsaansprakelijkheid\nUitgesloten: schade door opzet",
        "Uitgesloten: opzet en schade door motorrijtuigen.\nVerzekerd: bedrijfsaansprakelijkheid (AVB)",
        "Bedrijfsaansprakelijkheid (exclusief werkgeversaansprakelijkheid)",
        "Uitsluitingen:\n- opzet\nVerzekerde rubrieken: beroeps- en bedrijfsaansprakelijkheid",
        "AVB: verzekerd bedrag 2.500.000 euro per aanspraak",
    ],
)
def test_what_a_policy_covers_is_cover(said):
    policy = paper(POLICY.format(said), file="polis.pdf")
    assert Cover.BUSINESS in policy.paper.covers.value
    assert h6("insurance", policy)[0] == "met"


MANUAL = """Kwaliteitshandboek
Zorg Voorbeeld B.V.
{}
1 Missie
Wij ondersteunen inwoners die langer thuis willen wonen.
2 Klachten
Een klacht wordt binnen vier weken behandeld door de klachtenfunctionaris."""


@pytest.mark.parametrize(
    "said",
    [
        "Hoofdstuk 4 volgt later.",
        "3 Incidenten\nNog op te stellen.",
        "3 Incidenten\nDit hoofdstuk wordt nog uitgewerkt.",
        "3 Incidenten\nn.t.b.",
        "Concept, versie 0.3",
        "3 Meldcode\nWordt nog aangevuld",
        "3 Privacy: in ontwikkeling",
        "De procedure voor incidenten moet nog worden vastgesteld.",
        "3 Scholing\nP.M.",
        "3 Scholing\nVolgt nog",
        "3 Audits\nNog niet gereed",
        "3 Audits\nTO DO",
    ],
)
def test_a_manual_that_says_that_it_is_not_finished_is_for_a_person(said):
    manual = paper(MANUAL.format(said), file="handboek.pdf")
    assert manual.kind is Kind.QUALITY_MANUAL
    assert h6("quality-manual", manual) == ("undecided", "needs_person", "document-unfinished")


@pytest.mark.parametrize(
    "said",
    [
        "Versie 4.1, vastgesteld op 9 februari 2023",
        "Na de intake volgt later in het eerste kwartaal een evaluatie met de cliënt en zijn netwerk.",
        "Het zorgplan wordt samen met de cliënt opgesteld en na zes weken aangevuld.",
        "De jaarplanning wordt in december vastgesteld.",
        "Nieuwe medewerkers zijn in opleiding en werken onder begeleiding.",
        "Onze cliënten zijn in ontwikkeling, en wij volgen hen daarin met aandacht en geduld.",
    ],
)
def test_a_finished_manual_is_there(said):
    assert h6("quality-manual", paper(MANUAL.format(said), file="handboek.pdf"))[0] == "met"


def test_of_two_manuals_the_finished_one_counts():
    half, whole = (paper(MANUAL.format(x), file=f) for x, f in (("Nog op te stellen.", "a.pdf"), ("Versie 2", "b.pdf")))
    assert h6("quality-manual", half, whole)[0] == "met"


CERTIFICATE = """CERTIFICAAT
Het managementsysteem van
Zorg Voorbeeld B.V.
voldoet aan de eisen van de norm
{}
Datum van uitgifte: 14 juni 2021
Geldig tot: 14 juni 2024"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("ISO 9001:2015\nToepassingsgebied: ambulante begeleiding en dagbesteding", ("met", None, "certificate-valid")),
        ("ISO 9001:2015\nScope: individual support and care under the Wmo", ("met", None, "certificate-valid")),
        ("ISO 9001:2015\nvoor de volgende activiteiten:\nhet bieden van thuiszorg", ("met", None, "certificate-valid")),
        (
            "ISO 9001:2015\nToepassingsgebied: groothandel in kantoormeubelen",
            ("undecided", "needs_person", "certificate-other-scope"),
        ),
        (
            "ISO 9001:2015\nReikwijdte:\nonderhoud van liften en roltrappen",
            ("undecided", "needs_person", "certificate-other-scope"),
        ),
        ("ISO 9001:2015\nScope: software development", ("undecided", "needs_person", "certificate-other-scope")),
        ("ISO 9001:2015", ("undecided", "field_missing", "certificate-scope-not-found")),
        ("HKZ Zorg & Welzijn (2015)", ("met", None, "certificate-valid")),
    ],
)
def test_a_certificate_for_any_trade_must_name_this_one(said, expected):
    assert h6("quality-certificate", paper(CERTIFICATE.format(said), file="certificaat.pdf")) == expected


def test_a_certificate_of_another_is_not_the_providers():
    other = CERTIFICATE.replace("Zorg Voorbeeld B.V.", "Kantoorhuis Meubelen B.V.").format("HKZ Zorg & Welzijn (2015)")
    assert h6("quality-certificate", paper(other, file="certificaat.pdf"))[:2] == ("not_met", "name_mismatch")


NOORDKUST = str(schema_folder() / "examples" / "noordkust-dagbesteding.yaml")


def proof(match: NameMatch | None) -> Dossier:
    paper_ = Declared(kind_id="bhv-bewijs", of_employee=True, holder=fact("J. de Wit") if match else None)
    found = document(paper_, "bhv.pdf", kind=Kind.OTHER)
    someone = person()
    someone = replace(someone, papers=(*someone.papers, Assigned(document=found, match=match, matched_by="folder")))
    return dossier(someone, documents=(found,), statement=Statement(has_locations=True, products=("dagbesteding",)))


def bhv(rule: str, given: Dossier):
    used = load_set(NOORDKUST)
    known = {"document_kinds": used.document_kinds, "absence_said": used.absence_said}
    return judge(f"emergency-response.{rule}", given, date(2024, 6, 1), set_id=NOORDKUST, **known)


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        (NameMatch(grade=Grade.EXACT, birth_date=True), ("met", None, "document-there")),
        (NameMatch(grade=Grade.BY_RULE), ("met", None, "document-there")),
        (
            NameMatch(grade=Grade.DIFFERENT, birth_date=False, score=1.0),
            ("not_met", "name_mismatch", "document-other-birth-date"),
        ),
        (NameMatch(grade=Grade.DIFFERENT), ("not_met", "name_mismatch", "document-other-name")),
        (NameMatch(grade=Grade.DOUBTFUL), ("undecided", "name_mismatch", "document-name-doubtful")),
        (None, ("undecided", "unreadable", "document-without-name")),
    ],
)
def test_a_declared_paper_counts_for_whom_it_names(match, expected):
    assert said_of(bhv("present", proof(match))) == expected


def test_the_age_of_anothers_paper_is_not_judged():
    (finding,) = bhv("age", proof(NameMatch(grade=Grade.DIFFERENT)))
    assert finding.outcome == "not_applicable"


@pytest.mark.parametrize(
    ("organisation", "told"),
    [("Zorg Voorbeeld", ()), ("Kinderopvang De Eik", (("vog.pdf", "Kinderopvang De Eik"),)), (None, ())],
)
def test_a_vog_for_work_elsewhere_is_said(organisation, told):
    given = vog(organisation=fact(organisation) if organisation else None)
    someone = person(document(given, "vog.pdf"))
    assert vogs_for_others(dossier(someone, statement=STATED)) == told
    assert vogs_for_others(dossier(someone)) == ()
