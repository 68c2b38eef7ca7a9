"""Every parameter of the H6 set has a witness: a small dossier that is judged otherwise when the value changes."""

from dataclasses import replace
from datetime import date

import pytest

from dossiercheck.checks import DocumentRequirement, Requirement
from dossiercheck.documents import Contact, Employment, Kind
from dossiercheck.documents.model_organisation import (
    ClientState,
    PermitCheck,
    PermitOutcome,
    ProductForm,
    QualityCertificate,
)
from dossiercheck.people import Dossier
from dossiercheck.tender import load_set
from tests.checks.test_organisation import NAME, ON, STATED, bank, kvk, of, plan, policy, tax
from tests.dossiers import case, contract, diploma, document, fact, person, seal, vog

H6 = load_set("h6-wmo")
RULES = {rule.id: rule for rule in H6.requirements}
ONLY_PER_EMPLOYEE = {"employment", "contact", "by"}
"""Of papers of the provider these say nothing."""


def parameters():
    found = set()
    for rule in H6.requirements:
        idle = ONLY_PER_EMPLOYEE if isinstance(rule, DocumentRequirement) and rule.per == "provider" else set()
        found |= {(rule.id, name) for name in set(type(rule).model_fields) - set(Requirement.model_fields) - idle}
        found |= {(rule.id, f"{name}/{key}") for name, reading in rule.readings.items() for key in reading.set}
    return found


def somebody(*papers, **given):
    return Dossier(people=(person(*papers, **given),), documents=(), statement=STATED)


iso = QualityCertificate(scheme=fact("ISO 9001"), holder=fact(NAME), valid_until=fact(date(2024, 6, 1)))
certificate = document(replace(iso, scope=fact("ambulante begeleiding")), "iso.pdf", kind=Kind.QUALITY_CERTIFICATE)
unscoped = document(iso, "iso.pdf", kind=Kind.QUALITY_CERTIFICATE)
day_care = of(products=("bgg",), has_locations=True)
needed = of(
    document(PermitCheck(outcome=fact(PermitOutcome.PERMIT), made_on=fact(date(2023, 5, 1)), fire_safety=fact("x")), "c.pdf", kind=Kind.PERMIT_CHECK),
    products=("bgg",), has_locations=True,
)  # fmt: skip
form = document(ProductForm(chosen=(fact("Begeleiding individueel"),)), "pdc.pdf", kind=Kind.PRODUCT_FORM)
one_plan = of(plan("bgi", ClientState.IN_CARE, "a.pdf"))
named = of(
    plan("individuele begeleiding", ClientState.IN_CARE, "a.pdf"),
    plan("individuele begeleiding", ClientState.LEFT, "b.pdf"),
)
none, other = (Employment.VOLUNTEER,), (Contact.NONE,)
nobody = {"direct": ("wiskundige",), "indirect": ()}
conflict = somebody(contract(function=fact("begeleider")), function="begeleider", contact=Contact.NONE)
extract = kvk(seal=seal(organisation_id="NTRNL-59581883", organisation="Kamer van Koophandel"))


def model(id_, field, **changes):
    """A nested model of a parameter with some of its values changed."""
    return getattr(RULES[id_], field).model_copy(update=changes)


WITNESSES = {
    ("diploma.present", "employment"): (none, somebody(diploma())),
    ("diploma.present", "contact"): (other, somebody(diploma())),
    ("diploma.present", "programmes"): (model("diploma.present", "programmes", care=("wiskunde",)), somebody(diploma())),
    ("diploma.present", "functions"): (model("diploma.present", "functions", **nobody), conflict),
    ("vog.present", "employment"): (none, somebody(vog())),
    ("vog.present", "contact"): (other, somebody(vog())),
    ("vog.present", "functions"): (model("vog.present", "functions", **nobody), conflict),
    ("vog.max-age", "employment"): (none, somebody(vog(date(2023, 1, 1)))),
    ("vog.max-age", "contact"): (other, somebody(vog(date(2023, 1, 1)))),
    ("vog.max-age", "years"): (9, somebody(vog(date(2020, 1, 1)))),
    ("vog.max-age", "months"): (1, somebody(vog(date(2023, 1, 1)))),
    ("vog.max-age", "counted_from"): ("on", somebody(vog(date(2022, 12, 5)))),
    ("vog.max-age", "on_the_day/counted_from"): ("requested_on", somebody(vog(date(2022, 12, 5)))),
    ("quality-manual", "document"): ("kvk-extract", of(kvk())),
    ("quality-manual", "per"): ("employee", of()),
    ("quality-certificate", "schemes"): (("HKZ",), of(certificate)),
    ("quality-certificate", "any_trade"): ((), of(unscoped)),
    ("quality-certificate", "sector"): (("zandloper",), of(certificate)),
    ("kvk-extract.seal", "seal"): (model("kvk-extract.seal", "seal", organisation_ids=("NTRNL-1",)), of(extract)),
    ("kvk-extract.age", "months"): (3, of(kvk(date(2023, 1, 1)))),
    ("kvk-extract.age", "counted_from"): ("on", of(kvk(date(2022, 12, 5)))),
    ("kvk-extract.age", "on_the_day/counted_from"): ("requested_on", of(kvk(date(2022, 12, 5)))),
    ("bank-statement", "months"): (0, of(bank())),
    ("tax-statement", "months"): (3, of(tax(date(2023, 1, 1)))),
    ("tax-statement", "counted_from"): ("on", of(tax(date(2022, 6, 5)))),
    ("tax-statement", "on_the_day/counted_from"): ("requested_on", of(tax(date(2022, 6, 5)))),
    ("insurance", "covers"): ((), of(policy())),
    ("care-plans.count", "words"): ({}, named),
    ("care-plans.count", "in_care"): (2, one_plan),
    ("care-plans.count", "left"): (0, one_plan),
    ("fire-safety.permit-check", "products"): ((), day_care),
    ("fire-safety.permit", "products"): ((), needed),
    ("signed", "documents"): (("insurance",), of(policy(), form)),
    ("signed", "everything/documents"): (("kvk-extract",), of(policy(), kvk())),
    ("product-form", "words"): ({}, of(form)),
    ("agreement.terms", "by"): ("wij", of()),
    ("access-audit", "by"): ("wij", of()),
    ("intake", "by"): ("wij", of()),
    ("agreement.period", "starts"): (date(2023, 7, 1), of()),
    ("agreement.period", "ends"): (date(2023, 1, 1), of()),
}  # fmt: skip


def test_every_parameter_has_a_witness():
    assert set(WITNESSES) == parameters(), sorted(set(WITNESSES) ^ parameters())


def seen(rule, built):
    judged = case(built, ON, products=built.statement.products or H6.products)
    return [(f.outcome, f.reason, f.say, f.subject.id, dict(f.values)) for f in rule.findings(judged)]


@pytest.mark.parametrize("witness", sorted(WITNESSES), ids="/".join)
def test_another_value_is_judged_otherwise(witness):
    id_, field = witness
    value, built = WITNESSES[witness]
    reading, _, field = field.rpartition("/")
    rule = next((r for r in H6.alternatives if (r.id, r.reading) == (id_, reading)), RULES[id_])
    assert seen(rule, built) != seen(rule.model_copy(update={field: value}), built)
