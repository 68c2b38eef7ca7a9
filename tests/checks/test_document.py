"""The generic checks for papers of any kind: per provider, employee, product and location; and doubtful scans."""

from datetime import date

import pytest

from dossiercheck.checks import CHECK_KINDS, KindInfo
from dossiercheck.documents import Declared, Document, Kind, Location, LocationOverview, Unreadable
from dossiercheck.documents.model import Signed
from dossiercheck.facts import How, Place
from dossiercheck.findings import FactView, Reason, Wording
from dossiercheck.intake.statement import Statement
from tests.dossiers import ON, assigned, case, dossier, fact, person, replace

KINDS = {"scheme": KindInfo(title=Wording(nl="Regeling", en="Scheme"), phrases=("regeling",))}
TEXT = {"nl": "a", "en": "b"}


def paper(name="scheme.pdf", *, how=How.TEXT, confidence=1.0, signed=None, **fields):
    place = Place(file=name, page=1, text="words", how=how, confidence=confidence)
    facts = tuple(
        FactView(name=key, value=value, place=place if value is not None else None) for key, value in fields.items()
    )
    declared = Declared(kind_id="scheme", signed=Signed(value=signed, place=place))
    return Document(file=name, sha256=name, size=1, kind=Kind.OTHER, paper=declared, pages=1, facts=facts)


def overview(*names):
    places = tuple(Location(place=Place(file="o.xlsx", cell="A1"), name=fact(name)) for name in names)
    held = LocationOverview(locations=places, header=Place(file="o.xlsx", cell="A1"))
    return Document(file="o.xlsx", sha256="o", size=1, kind=Kind.LOCATION_OVERVIEW, paper=held)


def judged(check, *papers, people=(), stated=None, said=(), **parameters):
    values = {"id": "x", "check": check, "source": "1", "severity": "required", "title": TEXT, "remedy": TEXT}
    rule = CHECK_KINDS[check].model_validate({**values, "document": "scheme", **parameters})
    built = dossier(*people, statement=stated or Statement())
    built = replace(built, documents=(*built.documents, *papers))
    found = rule.findings(replace(case(built), document_kinds=KINDS, absence_said=frozenset(said)))
    return [(f.subject.id, f.outcome.value, f.reason.value if f.reason else None) for f in found]


def test_for_the_provider_once():
    assert judged("document-present", paper()) == [("provider", "met", None)]
    assert judged("document-present") == [("provider", "not_met", "missing")]


@pytest.mark.parametrize("limit", [{"at_least": 5}, {"at_most": 5}, {"not_expired": True}])
def test_a_text_is_not_within_limits_of_numbers_and_days(limit):
    """A field of another type than its limit is never right by that."""
    assert judged("document-field", paper(sum="veel"), field="sum", **limit) == [
        ("provider", "undecided", "unreadable")
    ]


def test_an_archive_that_was_not_opened_may_hold_anybodys():
    paper_ = Unreadable(reason=Reason.UNREADABLE, say="archive-inside")
    shut = Document(file="x.7z", sha256="x", size=1, kind=Kind.UNREADABLE, paper=paper_)
    assert judged("document-present", shut, people=(person(),), per="employee") == [("7", "undecided", "unreadable")]
    assert judged("document-present", shut) == [("provider", "undecided", "unreadable")]


def test_an_unread_file_may_be_it():
    unread = Document(
        file="x.pdf",
        sha256="x",
        size=1,
        kind=Kind.UNREADABLE,
        paper=Unreadable(reason=Reason.UNREADABLE, say="pdf-damaged"),
    )
    assert judged("document-present", unread) == [("provider", "undecided", "unreadable")]


def test_for_each_employee_the_paper_is_their_own():
    people = (person(assigned(paper("a.pdf"))), person(number="8"))
    assert judged("document-present", people=people, per="employee") == [
        ("7", "met", None),
        ("8", "not_met", "missing"),
    ]
    assert judged("document-present", people=people, per="employee", employment=["zzp"])[0][1] == "not_applicable"


def test_for_each_product_by_the_field_that_names_it():
    asked = {"per": "product", "by": "product"}
    assert judged("document-present", paper(product="basis"), **asked) == [
        ("basis", "met", None),
        ("plus", "not_met", "missing"),
    ]
    assert judged("document-present", paper(product=None), **asked) == [
        ("basis", "undecided", "needs_person"),
        ("plus", "undecided", "needs_person"),
    ]


def test_for_each_location_of_the_overview():
    asked = {"per": "location", "by": "where"}
    papers = (overview("De Linde", "De Eik"), paper(where="Locatie De Linde, Almelo"))
    assert judged("document-present", *papers, **asked) == [("De Linde", "met", None), ("De Eik", "not_met", "missing")]
    assert judged("document-present", paper(), **asked) == [("provider", "undecided", "not_declared")]
    assert judged("document-present", stated=Statement(has_locations=False), **asked) == [
        ("provider", "not_applicable", None)
    ]


@pytest.mark.parametrize(("count", "outcome"), [(0, "not_met"), (1, "not_met"), (2, "met"), (3, "met"), (4, "not_met")])
def test_at_least_and_at_most(count, outcome):
    papers = [paper(f"{n}.pdf") for n in range(count)]
    assert judged("document-count", *papers, at_least=2, at_most=3)[0][1] == outcome


def test_copies_of_the_same_bytes_count_once():
    twice = (paper("a.pdf"), replace(paper("b.pdf"), sha256="a.pdf"))
    assert judged("document-count", *twice, at_least=2)[0][1] == "not_met"


@pytest.mark.parametrize(
    ("issued", "stated", "expected"),
    [
        (date(2023, 6, 1), {}, ("met", None)),
        (date(2023, 5, 31), {}, ("not_met", "too_old")),
        (date(2024, 6, 2), {}, ("not_met", "in_future")),
        (date(2023, 5, 21), {"requested_on": date(2024, 5, 21)}, ("met", None)),
        (date(2023, 5, 20), {"requested_on": date(2024, 5, 21)}, ("not_met", "too_old")),
        (None, {}, ("undecided", "unreadable")),
    ],
)  # fmt: skip
def test_age_is_counted_from_the_day_asked(issued, stated, expected):
    counted = "requested_on" if stated else "on"
    found = judged(
        "document-age", paper(day=issued), stated=Statement(**stated), field="day", years=1, counted_from=counted
    )
    assert found == [("provider", *expected)]


def test_of_several_papers_the_newest_counts_for_age_and_the_one_that_does_for_a_field():
    assert (
        judged("document-age", paper("a.pdf", day=date(2020, 1, 1)), paper("b.pdf", day=ON), field="day", years=1)[0][1]
        == "met"
    )
    assert (
        judged("document-field", paper("a.pdf", sum=1.0), paper("b.pdf", sum=9.0), field="sum", at_least=5)[0][1]
        == "met"
    )


def test_what_a_scan_may_have_garbled_decides_nothing():
    doubtful = {"how": How.OCR, "confidence": 0.5}
    assert judged("document-field", paper(sum=1.0, **doubtful), field="sum", at_least=5) == [
        ("provider", "undecided", "unreadable")
    ]
    assert judged("document-age", paper(day=ON, **doubtful), field="day", years=1)[0][1] == "undecided"


@pytest.mark.parametrize(("iban", "expected"), [("NL91ABNA0417164300", "met"), ("NL02ABNA0123456789", "not_met")])
def test_the_provider_s_own_account(iban, expected):
    stated = Statement(iban="NL91 ABNA 0417 1643 00")
    assert judged("document-field", paper(iban=iban), stated=stated, field="iban", same_as="iban")[0][1] == expected
    assert judged("document-field", paper(iban=iban), field="iban", same_as="iban")[0][1:] == (
        "undecided",
        "not_declared",
    )


@pytest.mark.parametrize(
    ("signed", "expected"),
    [(True, ("met", None)), (False, ("not_met", "unsigned")), (None, ("undecided", "needs_person"))],
)
def test_signed_unsigned_and_for_a_person(signed, expected):
    assert judged("document-signed", paper(signed=signed)) == [("provider", *expected)]
    assert judged("document-signed", paper("a.pdf", signed=True), paper("b.pdf", signed=signed))[0][1] == expected[0]


@pytest.mark.parametrize("check", ["document-age", "document-field", "document-signed"])
def test_that_a_paper_is_missing_is_said_once(check):
    field = {"field": "day"} if check != "document-signed" else {}
    elsewhere = [("scheme", "provider", "")]
    assert judged(check, said=elsewhere, **field) == [("provider", "not_applicable", "missing")]
    assert judged(check, **field) == [("provider", "not_met", "missing")]
    assert judged(check, said=[("scheme", "provider", "only in Almelo")], **field)[0][1] == "not_met"
    assert judged(check, said=[("scheme", "employee", "")], **field)[0][1] == "not_met"
