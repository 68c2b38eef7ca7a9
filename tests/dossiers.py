"""Invented dossiers for tests of checks: name only what the test is about, the rest is in order."""

from dataclasses import replace
from datetime import date

from dossiercheck.checks import Case
from dossiercheck.documents import (
    Contact,
    Contract,
    ContractKind,
    Diploma,
    Document,
    Employee,
    Employment,
    EvcCertificate,
    Kind,
    Level,
    PersonnelTable,
    Vog,
)
from dossiercheck.documents.model import Signed
from dossiercheck.facts import Fact, Party, Place, Seal, SealState, Signature, SignatureKind
from dossiercheck.people import Assigned, Dossier, Grade, NameMatch, Person
from dossiercheck.tender import load_set

ON = date(2024, 6, 1)
TABLE = "personeelstabel.xlsx"


def fact(value, file="paper.pdf", page=1, text=""):
    return Fact(value=value, place=Place(file=file, page=page, text=text or str(value)))


def cell(value, ref="C5"):
    return Fact(value=value, place=Place(file=TABLE, cell=f"Blad1!{ref}", text=str(value)))


def employee(number="7", **given):
    values = {
        "number": number,
        "surname": "Wit",
        "prefix": "de",
        "initials": "J.",
        "given_name": "Jana",
        "born_on": date(1988, 4, 3),
        "function": "persoonlijk begeleider",
        "employment": Employment.EMPLOYED,
        "contact": Contact.DIRECT,
        "products": ("basis",),
        "starts_on": date(2023, 9, 1),
        "ends_on": None,
    } | given
    facts = {name: cell(value) for name, value in values.items() if value is not None}
    problems = facts.pop("problems").value if "problems" in facts else ()
    return Employee(place=Place(file=TABLE, cell="Blad1!B5"), problems=problems, **({"number": None} | facts))


def seal(
    state=SealState.GENUINE, fault=None, organisation_id="NTRNL-50973029", organisation="Dienst Uitvoering Onderwijs"
):
    signature = Signature(
        field="Sig",
        kind=SignatureKind.CERTIFICATION,
        certification=True,
        signer=Party(common_name=organisation, organisation=organisation, organisation_id=organisation_id),
    )
    return Seal(state=state, fault=fault, signatures=() if state is SealState.NONE else (signature,))


def diploma(**given):
    values = {
        "holder": fact("Jana de Wit"),
        "programme": fact("Persoonlijk begeleider maatschappelijke zorg"),
        "level": fact(Level.MBO_4),
        "awarded_on": fact(date(2010, 7, 1)),
        "institution": fact("ROC van Verzonnen"),
        "register_extract": True,
    } | given
    return Diploma(**values)


def vog(issued=date(2023, 8, 1), **given):
    values = {
        "holder": fact("Jana de Wit"),
        "issued_on": fact(issued) if issued else None,
        "profiles": fact(("45",)),
        "form": fact("digital"),
        "still_encrypted": True,
    } | given
    return Vog(**values)


def contract(starts=date(2023, 9, 1), ends=None, **given):
    values = {
        "kind": fact(ContractKind.EMPLOYMENT),
        "employee": fact("Jana de Wit"),
        "employer": fact("Zorg Voorbeeld B.V."),
        "function": fact("persoonlijk begeleider"),
        "starts_on": fact(starts),
        "ends_on": fact(ends),
        "hours_per_week": fact(24.0),
        "salary": fact("schaal 7"),
        "signed_by_employer": Signed(value=True, by="signature"),
        "signed_by_employee": Signed(value=True, by="signature"),
    } | given
    return Contract(**values)


KINDS = {Diploma: Kind.DIPLOMA, Vog: Kind.VOG, Contract: Kind.CONTRACT, EvcCertificate: Kind.EVC_CERTIFICATE}


def document(paper, file=None, **given):
    kind = KINDS.get(type(paper), Kind.OTHER)
    name = file or f"{kind.value}-{id(paper)}.pdf"
    values = {"sha256": f"hash of {name}", "size": 1000, "pages": 1, "kind": kind, "seal": None} | given
    if isinstance(paper, Diploma) and "seal" not in given:
        values["seal"] = seal()
    return Document(file=name, paper=paper, **values)


def assigned(paper, grade=Grade.EXACT, birth_date=None, **given):
    held = paper if isinstance(paper, Document) else document(paper, **given)
    return Assigned(document=held, match=NameMatch(grade=grade, birth_date=birth_date), matched_by="name")


def person(*papers, **given):
    """An employee with these papers (an `Assigned`, a `Document`, or a bare paper)."""
    held = tuple(p if isinstance(p, Assigned) else assigned(p) for p in papers)
    return Person(employee=employee(**given), papers=held)


def dossier(*people, **given):
    employees = tuple(p.employee for p in people)
    table = PersonnelTable(
        layout="xlsx",
        sheet="Blad1",
        employees=employees,
        skipped=(),
        rows_there=len(employees),
        header=Place(file=TABLE, cell="Blad1!A4"),
    )
    held = Document(file=TABLE, sha256="table", size=1, kind=Kind.PERSONNEL_TABLE, paper=table)
    documents = (held, *(a.document for p in people for a in p.papers))
    return Dossier(**({"people": tuple(people), "documents": documents, "table": held} | given))


def case(subject, on=ON, sampled=None, products=("basis", "plus"), **given):
    built = subject if isinstance(subject, Dossier) else dossier(subject)
    return Case(
        dossier=built,
        on=on,
        products=products,
        set_products=("basis", "plus"),
        sampled=sampled,
        expiring_days=90,
        **given,
    )


_SETS = {}


def requirement(id_, set_id="twente-t77948", **changes):
    """A requirement of the shipped set, with other parameters where a test wants them."""
    if set_id not in _SETS:
        _SETS[set_id] = {r.id: r for r in load_set(set_id).requirements}
    return _SETS[set_id][id_].model_copy(update=changes)


def judge(id_, subject, on=ON, set_id="twente-t77948", changes=None, **case_options):
    """The findings of one requirement about a person or a dossier."""
    return list(requirement(id_, set_id, **(changes or {})).evaluate(case(subject, on, **case_options)))


def outcome(id_, subject, on=ON, **options):
    """Outcome and reason of the only finding, as text."""
    (finding,) = judge(id_, subject, on, **options)
    return finding.outcome.value, finding.reason.value if finding.reason else None


__all__ = [name for name in dir() if not name.startswith("_")] + ["replace"]
