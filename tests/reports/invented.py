"""Invented reports for the tests of this room: invented people, invented papers, every kind of finding."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from dossiercheck.facts import (
    NO_SEAL,
    How,
    Party,
    Place,
    Seal,
    SealFault,
    SealState,
    Signature,
    SignatureKind,
)
from dossiercheck.findings import (
    NO_VALUES,
    PROVIDER,
    DecidedBy,
    FactView,
    FileUse,
    Finding,
    Outcome,
    PersonLine,
    Reason,
    Remark,
    Report,
    RequirementInfo,
    Severity,
    Subject,
    SubjectKind,
    Value,
    Wording,
)

ON = date(2024, 6, 1)
KO, R, A = Severity.KNOCKOUT, Severity.REQUIRED, Severity.ADVICE

# id, paragraph, severity, title nl, title en
_CATALOGUE = [
    ("main-tender", "2.3.1", KO, "De hoofdaanbesteding T71048", "The main tender T71048"),
    ("products", "2.2.1", KO, "Minstens één product aangevraagd", "At least one product applied for"),
    ("bibob", "3.1.1", KO, "Bibob-toets", "Bibob screening"),
    ("personnel.table", "3.2.1", KO, "Personeelstabel in Excel", "Personnel table in Excel"),
    ("personnel.unique-number", "3.2.1", KO, "Iedere medewerker een uniek nummer", "A unique number for each employee"),
    ("personnel.fields", "3.2.1", R, "Alle kolommen ingevuld", "All columns filled in"),
    ("diploma.present", "3.2.2", KO, "Diploma of EVC-bewijs aanwezig", "Diploma or EVC proof present"),
    ("diploma.duo-seal", "3.2.2", KO, "Origineel uittreksel met zegel van DUO", "Original extract with DUO's seal"),
    ("diploma.name", "3.2.2", KO, "Naam op het diploma klopt", "The name on the diploma fits"),
    ("diploma.level", "5.3 (1)", KO, "Niveau van het diploma hoog genoeg", "The diploma's level is high enough"),
    ("diploma.care-related", "5.3 (1)", KO, "Opleiding in zorg of welzijn", "Care-related programme"),
    ("contract.present", "3.2.3", KO, "Contract aanwezig", "Contract present"),
    ("contract.one-pdf", "3.2.3", R, "Contract in één pdf", "Contract in one PDF"),
    ("contract.in-force", "3.2.3", KO, "Contract loopt nog", "Contract is still in force"),
    ("contract.signed", "3.2.3", KO, "Door beide partijen getekend", "Signed by both parties"),
    ("contract.dates", "3.2.3", KO, "Datums gelijk aan de tabel", "Dates equal those in the table"),
    ("contract.hours", "3.2.3", R, "Uren per week vermeld", "Hours per week stated"),
    ("vog.present", "3.2.4", KO, "VOG aanwezig", "VOG present"),
    (
        "vog.at-start",
        "3.2.4",
        KO,
        "VOG niet ouder dan drie maanden bij de start",
        "VOG at most three months old at the start",
    ),
    ("vog.max-age", "3.2.4", KO, "VOG niet ouder dan drie jaar", "VOG at most three years old"),
    ("vog.profile", "3.2.4", KO, "Het juiste screeningsprofiel", "The right screening profile"),
    ("vog.genuine", "3.2.4", R, "Echte VOG", "Genuine VOG"),
    ("files.belongs", "3.2", A, "Ieder document hoort bij iemand", "Every document belongs to somebody"),
    ("files.readable", "3.2", R, "Ieder bestand is te lezen", "Every file can be read"),
]
_READINGS = {
    "vog.at-start": Wording(
        nl="de oudste VOG telt voor de start, de nieuwste voor de drie jaar.",
        en="the oldest VOG counts for the start, the newest for the three years.",
    )
}
REMEDY = Wording(nl="Vul het dossier aan.", en="Complete the dossier.")
MESSAGES = {
    "contract-field-missing": Wording(
        nl="In het contract is niet gevonden: {fields:facts}.",
        en="Not found in the contract: {fields:facts}.",
    ),
    "contract-missing": Wording(
        nl="Er is geen contract gevonden.",
        en="No contract was found.",
    ),
    "contract-unsigned-employee": Wording(
        nl="De handtekening van de medewerker ontbreekt.",
        en="The employee's signature is missing.",
    ),
    "file-unassigned": Wording(
        nl="Dit document hoort bij niemand in de personeelstabel.[[ Er staat ‘{name}’ op.]]",
        en="This document belongs to nobody in the personnel table.[[ It names ‘{name}’.]]",
    ),
    "file-unreadable": Wording(
        nl="Het bestand kon niet worden gelezen.",
        en="The file could not be read.",
    ),
    "for-authority": Wording(
        nl="Dit beoordelen alleen de gemeenten.",
        en="Only the municipalities judge this.",
    ),
    "level-unreadable": Wording(
        nl="Het niveau staat niet leesbaar op het diploma.",
        en="The level could not be read on the diploma.",
    ),
    "not-in-sample": Wording(
        nl="Deze medewerker zit niet in de steekproef.",
        en="This employee is not in the sample.",
    ),
    "paper-present": Wording(
        nl="Het document is er.",
        en="The document is there.",
    ),
    "programme-for-person": Wording(
        nl="Of de opleiding ‘{programme}’ bij zorg en welzijn hoort, beslist een mens.",
        en="Whether the programme ‘{programme}’ is care-related is for a person to decide.",
    ),
    "seal-content-changed": Wording(
        nl="Na het verzegelen is de inhoud van een bladzijde veranderd of afgedekt.",
        en="After sealing, the content of a page was changed or covered.",
    ),
    "seal-none": Wording(
        nl="Het bestand draagt geen digitaal zegel: het is opnieuw opgeslagen, naar pdf geprint of overgenomen uit een ander bestand.",
        en="The file bears no digital seal: it was saved again, printed to PDF or copied out of another file.",
    ),
    "table-wrong-format": Wording(
        nl="De personeelstabel is geen Excel-bestand in het voorgeschreven model.",
        en="The personnel table is not an Excel file in the prescribed layout.",
    ),
    "vog-missing": Wording(
        nl="Er is geen VOG gevonden.",
        en="No VOG was found.",
    ),
    "vog-profile-wrong": Wording(
        nl="Het screeningsprofiel is {profiles}; nodig is {allowed}.",
        en="The screening profile is {profiles}; {allowed} is needed.",
    ),
    "vog-recent": Wording(
        nl="De VOG is van {issued}.",
        en="The VOG is dated {issued}.",
    ),
    "vog-start-not-shown": Wording(
        nl="Er is alleen een latere VOG, van {issued}; de VOG van bij de start op {start} zit er niet bij.",
        en="There is only a later VOG, of {issued}; the one from around the start on {start} is not here.",
    ),
    "vog-too-old": Wording(
        nl="De VOG is van {issued}, ouder dan {years} jaar.",
        en="The VOG is dated {issued}, more than {years} years ago.",
    ),
}
"""Sentences of this invented set, so that a better wording of ours changes no test of the layout."""
REMEDIES = {
    "contract-field-missing": Wording(
        nl="Voeg een contract of bijlage toe waarin dit staat, in hetzelfde pdf-bestand.",
        en="Add a contract or annex that states this, in the same PDF file.",
    ),
    "contract-missing": Wording(
        nl="Voeg het getekende contract als één pdf toe.",
        en="Add the signed contract as one PDF.",
    ),
    "contract-unsigned-employee": Wording(
        nl="Laat de medewerker tekenen en voeg het getekende contract toe.",
        en="Have the employee sign and add the signed contract.",
    ),
    "file-unassigned": Wording(
        nl="Verwijder het bestand, of zet de medewerker in de tabel.",
        en="Remove the file, or add the employee to the table.",
    ),
    "file-unreadable": Wording(
        nl="Open het bestand zelf; lever een nieuw exemplaar aan als het beschadigd is.",
        en="Open the file yourself; hand in a new copy if it is damaged.",
    ),
    "level-unreadable": Wording(
        nl="Kijk het niveau na op het diploma.",
        en="Look up the level on the diploma.",
    ),
    "programme-for-person": Wording(
        nl="Kijk of de opleiding zorggericht is; de gemeente heeft het laatste woord.",
        en="See whether the programme is care-related; the municipality has the last word.",
    ),
    "seal-content-changed": Wording(
        nl="Vraag na wie het bestand heeft bewerkt, en laat de medewerker het uittreksel opnieuw bij Mijn DUO downloaden.",
        en="Find out who edited the file, and have the employee download the extract from Mijn DUO again.",
    ),
    "seal-none": Wording(
        nl="Download het uittreksel opnieuw bij Mijn DUO en lever precies dat bestand aan: niet printen, samenvoegen of opnieuw opslaan.",
        en="Download the extract from Mijn DUO again and hand in exactly that file: do not print, merge or save it anew.",
    ),
    "table-wrong-format": Wording(
        nl="Neem de gegevens over in het Excel-model van de aanbesteding.",
        en="Copy the data into the tender's Excel layout.",
    ),
    "vog-missing": Wording(
        nl="Vraag een VOG aan met het juiste profiel en voeg haar toe. Reken op twee tot vier weken.",
        en="Apply for a VOG with the right profile and add it. Allow two to four weeks.",
    ),
    "vog-profile-wrong": Wording(
        nl="Vraag een VOG aan met het juiste screeningsprofiel. Reken op twee tot vier weken.",
        en="Apply for a VOG with the right screening profile. Allow two to four weeks.",
    ),
    "vog-start-not-shown": Wording(
        nl="Voeg ook de eerste VOG toe, die van vóór de start.",
        en="Add the first VOG too, the one from before the start.",
    ),
    "vog-too-old": Wording(
        nl="Vraag een nieuwe VOG aan. Reken op twee tot vier weken.",
        en="Apply for a new VOG. Allow two to four weeks.",
    ),
}
INFOS = tuple(
    RequirementInfo(
        id=id, source=source, severity=severity, title=Wording(nl=nl, en=en), remedy=REMEDY,
        interpretation=_READINGS.get(id), messages=MESSAGES, remedies=REMEDIES,
    )
    for id, source, severity, nl, en in _CATALOGUE
)  # fmt: skip
BY_ID = {info.id: info for info in INFOS}
NOT_YET = tuple(
    RequirementInfo(id=id, source=source, severity=KO, title=Wording(nl=nl, en=en), remedy=REMEDY)
    for id, source, nl, en in [
        ("declarations", "1.1 – 6.5", "Alle vragen met ja beantwoord", "Every question answered yes"),
        ("locations.overview", "3.3.1", "Overzicht van locaties", "Overview of locations"),
        ("locations.rows", "3.3.1", "Locaties volledig", "Locations complete"),
        ("evacuation-plan.present", "3.4.1", "Ontruimingsplan", "Evacuation plan"),
    ]
)
PEOPLE = tuple(
    PersonLine(number=str(number), name=name, function="begeleider")
    for number, name in enumerate(
        [
            "Anna de Wit", "Bram van den Berg", "Chaïma el Idrissi", "Daan Jansen", "Esra Yılmaz", "Fenna Hoekstra",
            "Gijs in 't Veld", "Hanna Øvergård", "Ibrahim Aydın", "Joris Kuipers-van der Molen", "Kim Nguyễn", "Loes Smit",
        ],
        start=1,
    )
)  # fmt: skip


def employee(person: PersonLine) -> Subject:
    return Subject(kind=SubjectKind.EMPLOYEE, id=person.number, name=person.name)


def finding(
    requirement: str,
    subject: Subject,
    outcome: Outcome,
    say: str,
    reason: Reason | None = None,
    values: Mapping[str, Value] = NO_VALUES,
    at: tuple[Place, ...] = (),
    **more: object,
) -> Finding:
    info = BY_ID.get(requirement)
    return Finding(
        requirement=requirement,
        source=info.source if info else "",
        severity=info.severity if info else KO,
        subject=subject,
        outcome=outcome,
        reason=reason,
        say=say,
        values=values,
        evidence=at,
        **more,  # type: ignore[arg-type]
    )


def met_by(person: PersonLine) -> list[Finding]:
    """Every requirement about an employee, met."""
    return [
        finding(info.id, employee(person), Outcome.MET, "paper-present")
        for info in INFOS
        if info.id.split(".")[0] in ("personnel", "diploma", "contract", "vog") and info.id != "personnel.table"
    ]


def report(findings: list[Finding], people: tuple[PersonLine, ...] = PEOPLE, **more: object) -> Report:
    fields: dict[str, object] = {
        "tool_version": "0.1.0",
        "dossier": "zorg-voorbeeld",
        "dossier_sha256": "ab" * 32,
        "provider": "Zorg Voorbeeld B.V.",
        "set_id": "twente-t77948",
        "set_version": "2024.1",
        "set_sha256": "cd" * 32,
        "set_title": Wording(nl="Twente, Wmo begeleiding individueel", en="Twente, individual Wmo support"),
        "on": ON,
        "requirements": INFOS,
        "not_checked": (),
        "people": people,
        "findings": tuple(findings),
        "documents": (FileUse(file="personeelstabel.xlsx", kind="personnel-table"),),
        "remarks": (Remark(say="judged-by-given-date", values={"on": ON}),),
    }
    return Report(**{**fields, **more})  # type: ignore[arg-type]


def replaced(findings: list[Finding], *new: Finding) -> list[Finding]:
    """Findings with some of them replaced: same requirement, same subject."""
    fresh = {(f.requirement, f.subject): f for f in new}
    kept = [f for f in findings if (f.requirement, f.subject) not in fresh]
    return [*kept, *new]


def missing(group: str, person: PersonLine) -> list[Finding]:
    """One paper is absent: its `present` is not met, what depends on it does not apply."""
    return [
        finding(
            info.id,
            employee(person),
            Outcome.NOT_MET if info.id.endswith(".present") else Outcome.NOT_APPLICABLE,
            f"{group}-missing",
            Reason.MISSING,
        )
        for info in INFOS
        if info.id.startswith(f"{group}.")
    ]


def complete() -> Report:
    """Twelve employees with everything in order; one VOG runs out soon."""
    findings = [f for person in PEOPLE for f in met_by(person)]
    soon = finding(
        "vog.max-age", employee(PEOPLE[4]), Outcome.MET, "vog-recent", None, {"issued": date(2021, 7, 14)},
        (Place(file="personeel/05-yilmaz/vog.pdf", page=1, text="14 juli 2021"),),
        valid_until=date(2024, 7, 14), expiring=True,
    )  # fmt: skip
    return report(replaced(findings, soon))


def incomplete() -> Report:
    """Twelve employees and nearly every kind of trouble."""
    findings = [f for person in PEOPLE for f in met_by(person)]
    anna, bram, _, daan, esra, fenna, gijs = (employee(p) for p in PEOPLE[:7])
    vog = Place(file="personeel/02-van-den-berg/vog.pdf", page=1, text="12 maart 2021")
    extract = Place(file="personeel/01-de-wit/diploma.pdf", page=1, text="Mbo-Verpleegkundige", how=How.SEAL)
    new = [
        finding("products", PROVIDER, Outcome.MET, "paper-present"),
        finding("main-tender", PROVIDER, Outcome.UNDECIDED, "for-authority", Reason.NEEDS_PERSON, decided_by=DecidedBy.AUTHORITY),
        finding("bibob", PROVIDER, Outcome.UNDECIDED, "for-authority", Reason.NEEDS_PERSON, decided_by=DecidedBy.AUTHORITY),
        finding("personnel.table", PROVIDER, Outcome.NOT_MET, "table-wrong-format", Reason.WRONG_KIND, at=(Place(file="personeelstabel.csv"),)),
        finding("diploma.duo-seal", anna, Outcome.NOT_MET, "seal-content-changed", Reason.ALTERED_AFTER_SEALING, at=(extract,)),
        finding("diploma.duo-seal", daan, Outcome.NOT_MET, "seal-none", Reason.NOT_SEALED, at=(Place(file="personeel/04-jansen/diploma Jansen.pdf", page=1),)),
        finding("diploma.level", fenna, Outcome.UNDECIDED, "level-unreadable", Reason.UNREADABLE, product="plus", at=(Place(file="personeel/06-hoekstra/scan0001.pdf", page=2, text="niv au", how=How.OCR, confidence=0.61),)),
        finding("diploma.care-related", gijs, Outcome.UNDECIDED, "programme-for-person", Reason.NEEDS_PERSON, {"programme": "Sport en Bewegen"}, decided_by=DecidedBy.PERSON),
        finding("contract.signed", bram, Outcome.NOT_MET, "contract-unsigned-employee", Reason.UNSIGNED_EMPLOYEE, at=(Place(file="personeel/02-van-den-berg/arbeidsovereenkomst_bepaalde_tijd_2023_definitief_versie_3_(ondertekend door werkgever).pdf", page=4, text="Voor akkoord, de werknemer"),)),
        finding("contract.hours", bram, Outcome.NOT_MET, "contract-field-missing", Reason.FIELD_MISSING, {"fields": ("hours_per_week", "salary")}),
        finding("vog.max-age", bram, Outcome.NOT_MET, "vog-too-old", Reason.TOO_OLD, {"issued": date(2021, 3, 12), "years": 3}, (vog,)),
        finding("vog.at-start", esra, Outcome.UNDECIDED, "vog-start-not-shown", Reason.NEEDS_PERSON, {"issued": date(2021, 7, 14), "start": date(2016, 2, 1)}, decided_by=DecidedBy.PERSON),
        finding("vog.max-age", esra, Outcome.MET, "vog-recent", None, {"issued": date(2021, 7, 14)}, (Place(file="personeel/05-yilmaz/vog.pdf", page=1, text="14 juli 2021"),), valid_until=date(2024, 7, 14), expiring=True),
        finding("vog.profile", gijs, Outcome.NOT_MET, "vog-profile-wrong", Reason.WRONG_PROFILE, {"profiles": ("41", "43"), "allowed": "45"}, waived_by="J. de Boer"),
        *missing("vog", PEOPLE[2]),
        finding("files.belongs", Subject(kind=SubjectKind.DOCUMENT, id="overig/diploma P. Puk.pdf"), Outcome.NOT_MET, "file-unassigned", Reason.UNASSIGNED, {"name": "P. Puk"}),
        finding("files.readable", Subject(kind=SubjectKind.DOCUMENT, id="overig/kapot.pdf"), Outcome.UNDECIDED, "file-unreadable", Reason.UNREADABLE),
    ]  # fmt: skip
    return report(
        replaced(findings, *new),
        not_checked=NOT_YET,
        documents=DOCUMENTS,
        remarks=(
            Remark(say="judged-by-given-date", values={"on": ON}),
            Remark(say="set-stated-by-provider", values={"set": "twente-t77948"}),
        ),
    )


def many(people: int = 60) -> Report:
    """Sixty employees, twenty requirements, problems at regular places, a sample of fifty."""
    names = ["Anna", "Bram", "Chaïma", "Daan", "Esra", "Fenna", "Gijs", "Hanna", "Ibrahim", "Joris"]
    surnames = ["de Wit", "van den Berg", "el Idrissi", "Jansen", "Hoekstra", "Kuipers-van der Molen", "Smit"]
    lines = tuple(PersonLine(number=str(n), name=f"{names[n % 10]} {surnames[n % 7]}") for n in range(1, people + 1))
    findings: list[Finding] = []
    for n, person in enumerate(lines, start=1):
        own = met_by(person)
        who = employee(person)
        folder = f"personeel/{n:02}-{person.name.split()[-1].lower()}"
        if n > people - 6:
            own = [
                finding(f.requirement, who, Outcome.NOT_APPLICABLE, "not-in-sample")
                if not f.requirement.startswith("personnel")
                else f
                for f in own
            ]
        elif n % 3 == 0:
            issued = date(2020, 1 + n % 12, 1 + n % 28)
            own = replaced(own, finding("vog.max-age", who, Outcome.NOT_MET, "vog-too-old", Reason.TOO_OLD, {"issued": issued, "years": 3}, (Place(file=f"{folder}/vog.pdf", page=1, text=str(issued)),)))  # fmt: skip
        if n % 7 == 0 and n <= people - 6:
            own = replaced(own, *missing("contract", person))
        if n % 5 == 0 and n <= people - 6:
            own = replaced(
                own,
                finding("diploma.duo-seal", who, Outcome.NOT_MET, "seal-none", Reason.NOT_SEALED, at=(Place(file=f"{folder}/diploma.pdf", page=1),)),
                finding("diploma.level", who, Outcome.UNDECIDED, "level-unreadable", Reason.UNREADABLE, product="plus"),
                finding("contract.hours", who, Outcome.NOT_MET, "contract-field-missing", Reason.FIELD_MISSING, {"fields": ("hours_per_week",)}),
            )  # fmt: skip
        findings += own
    return report(findings, people=lines, remarks=(Remark(say="judged-by-today", values={"on": ON}),))


_DUO = Party(common_name="Dienst Uitvoering Onderwijs", organisation="Dienst Uitvoering Onderwijs", organisation_id="NTRNL-50973029", country="NL")  # fmt: skip
GENUINE = Seal(
    state=SealState.GENUINE,
    signatures=(
        Signature(
            field="Signature1", kind=SignatureKind.CERTIFICATION, subfilter="ETSI.CAdES.detached", signer=_DUO,
            issuer=Party(common_name="Voorbeeld Issuing CA"), fingerprint="0f" * 32,
            signed_at=datetime(2024, 4, 2, 9, 30, tzinfo=UTC), timestamped=True, intact=True, trusted=True,
            anchor="Voorbeeld Root CA", covers_whole_file=True, certification=True, docmdp=1, qualified_seal=True,
        ),
    ),
)  # fmt: skip
ALTERED = Seal(
    state=SealState.ALTERED,
    fault=SealFault.CONTENT_CHANGED,
    signatures=(
        Signature(
            field="Signature1", kind=SignatureKind.CERTIFICATION, signer=_DUO, issuer=Party(common_name="Voorbeeld Issuing CA"),
            signed_at=datetime(2024, 4, 2, 9, 30, tzinfo=UTC), intact=True, trusted=None, certification=True, docmdp=1,
            changes=("content_changed", "validation_data"), fault=SealFault.CONTENT_CHANGED, detail="object 12 0 was overwritten",
        ),
    ),
)  # fmt: skip
DIPLOMA = FileUse(
    file="personeel/01-de-wit/diploma.pdf", sha256="12" * 32, size=48211, pages=2, kind="diploma", confidence=0.98,
    employee="1", matched_by="name+birth_date", seal=ALTERED,
    facts=(
        FactView(name="holder", value="Anna de Wit", place=Place(file="personeel/01-de-wit/diploma.pdf", page=1, text="Anna de Wit", box=(70.0, 120.04, 180.5, 132.0))),
        FactView(name="level", value="MBO-4", place=Place(file="personeel/01-de-wit/diploma.pdf", page=1, text="niveau 4")),
        FactView(name="awarded_on", value=date(2015, 7, 3), place=Place(file="personeel/01-de-wit/diploma.pdf", page=1, text="3 juli 2015")),
        FactView(name="institution", value=None),
    ),
)  # fmt: skip
DOCUMENTS = (
    DIPLOMA,
    FileUse(file="personeel/02-van-den-berg/vog.pdf", pages=1, kind="vog", employee="2", matched_by="name", seal=NO_SEAL, facts=(FactView(name="profiles", value=("45",)),)),
    FileUse(file="personeel/03-el-idrissi/diploma.pdf", pages=1, kind="diploma", employee="3", matched_by="name+folder", seal=GENUINE),
    FileUse(file="overig/diploma P. Puk.pdf", pages=1, kind="diploma", seal=GENUINE),
    FileUse(file="overig/kapot.pdf", kind="unreadable", problem="file-unreadable"),
    FileUse(file="overig/.DS_Store", kind="other"),
    FileUse(file="personeelstabel.csv", kind="personnel-table"),
)  # fmt: skip
