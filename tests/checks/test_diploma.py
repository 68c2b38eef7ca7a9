from datetime import date

import pytest

from dossiercheck.documents import Contact, Employment, EvcCertificate, EvcKind, Level, NoQualification
from dossiercheck.facts import SealFault, SealState
from tests.dossiers import assigned, diploma, document, fact, judge, outcome, person, replace, seal


def sealed(state, fault=None, **given):
    return person(document(diploma(), seal=seal(state, fault, **given)))


@pytest.mark.parametrize(
    ("state", "fault", "expected"),
    [
        (SealState.NONE, SealFault.NO_SIGNATURE, ("not_met", "not_sealed")),
        (SealState.BROKEN, SealFault.BYTES_CHANGED, ("not_met", "seal_broken")),
        (SealState.BROKEN, SealFault.WEAK_DIGEST, ("not_met", "seal_broken")),
        (SealState.BROKEN, SealFault.SIGNED_AFTER_EXPIRY, ("not_met", "seal_broken")),
        (SealState.ALTERED, SealFault.ANNOTATION_ADDED, ("not_met", "altered_after_sealing")),
        (SealState.INTACT_UNTRUSTED, SealFault.SELF_SIGNED, ("not_met", "seal_not_trusted")),
        (SealState.INTACT_UNTRUSTED, SealFault.UNKNOWN_AUTHORITY, ("undecided", "seal_not_trusted")),
        (SealState.UNDECIDED, SealFault.EXPIRED_WITHOUT_TIMESTAMP, ("undecided", "seal_not_trusted")),
        (SealState.UNDECIDED, SealFault.UNREADABLE, ("undecided", "unreadable")),
        (SealState.GENUINE, None, ("met", None)),
    ],
)
def test_seal_faults(state, fault, expected):
    assert outcome("diploma.duo-seal", sealed(state, fault)) == expected


@pytest.mark.parametrize("state", [SealState.GENUINE, SealState.INTACT_UNTRUSTED])
def test_another_organisation_s_seal_comes_first(state):
    fault = None if state is SealState.GENUINE else SealFault.UNKNOWN_AUTHORITY
    other = sealed(state, fault, organisation_id="NTRNL-12345678", organisation="Dienst Uitvoering Onderwijs")
    assert outcome("diploma.duo-seal", other) == ("not_met", "wrong_signer")


def test_self_signed_comes_before_whose_name_it_bears():
    fake = sealed(SealState.INTACT_UNTRUSTED, SealFault.SELF_SIGNED, organisation_id="", organisation="Iemand anders")
    assert outcome("diploma.duo-seal", fake) == ("not_met", "seal_not_trusted")


def test_a_name_without_an_identifier_is_for_a_person():
    old = sealed(SealState.GENUINE, organisation_id="", organisation="Dienst Uitvoering Onderwijs")
    assert outcome("diploma.duo-seal", old) == ("undecided", "needs_person")


def test_an_ordinary_signature_is_no_seal_of_duo():
    ordinary = seal()
    ordinary = replace(ordinary, signatures=(replace(ordinary.main, certification=False),))
    assert outcome("diploma.duo-seal", person(document(diploma(), seal=ordinary))) == ("undecided", "needs_person")


def test_a_change_that_the_seal_permits_is_for_a_person():
    changed = seal()
    changed = replace(changed, signatures=(replace(changed.main, changes=("form_filled",)),))
    assert outcome("diploma.duo-seal", person(document(diploma(), seal=changed))) == ("undecided", "needs_person")
    longer = replace(changed, signatures=(replace(changed.main, changes=("validation_data",)),))
    assert outcome("diploma.duo-seal", person(document(diploma(), seal=longer))) == ("met", None)


def test_a_scan_of_an_extract_is_a_print():
    scan = person(document(diploma(), seal=seal(SealState.NONE), scanned=True))
    assert outcome("diploma.duo-seal", scan) == ("not_met", "printed")


def plain(level, year, institution, **given):
    paper = diploma(
        level=fact(level) if level else None,
        awarded_on=fact(date(year, 7, 1)) if year else None,
        institution=fact(institution),
        register_extract=False,
    )
    return person(document(paper, seal=seal(SealState.NONE), **given))


@pytest.mark.parametrize(
    ("level", "year", "institution", "pre_register", "duo_seal"),
    [
        (Level.HBO, 1995, "Hogeschool Enschede", "undecided", "not_applicable"),
        (Level.HBO, 1996, "Hogeschool Enschede", "not_applicable", "not_met"),
        (Level.MBO_4, 2006, "ROC van Twente", "undecided", "not_applicable"),
        (Level.MBO_4, 2007, "ROC van Twente", "not_applicable", "not_met"),
        (Level.HBO, 2015, "Hogeschool NCOI", "undecided", "not_applicable"),
        (Level.HBO, 2018, "Hogeschool NCOI", "not_applicable", "not_met"),
        (Level.MBO_4, 2011, "NTI", "undecided", "not_applicable"),
        (Level.MBO_4, 2012, "NTI", "not_applicable", "not_met"),
        (Level.WO, 1990, "Universiteit Twente", "undecided", "not_applicable"),
        (None, 1985, "Streekschool", "undecided", "not_applicable"),
        (None, None, "ROC van Twente", "undecided", "not_applicable"),
        (None, 2020, "ROC van Twente", "not_applicable", "not_met"),
    ],
)
def test_before_the_register(level, year, institution, pre_register, duo_seal):
    worker = plain(level, year, institution)
    assert outcome("diploma.pre-register", worker)[0] == pre_register
    assert outcome("diploma.duo-seal", worker)[0] == duo_seal


@pytest.mark.parametrize("level", [*list(Level), None])
@pytest.mark.parametrize(("product", "least"), [("basis", 3), ("plus", 4)])
def test_levels(level, product, least):
    worker = person(diploma(level=fact(level) if level else None), products=(product,))
    rank = {"MBO-1": 1, "MBO-2": 2, "MBO-3": 3, "MBO-4": 4, "AD": 5, "HBO": 6, "WO": 7}.get(level or "")
    found = outcome("diploma.level", worker)
    if level is None:
        assert found == ("undecided", "needs_person")
    elif rank is None:
        assert found == ("not_met", "not_a_qualification")
    else:
        assert found == (("met", None) if rank >= least else ("not_met", "level_too_low"))


@pytest.mark.parametrize("why", list(NoQualification))
def test_what_is_no_qualification(why):
    worker = person(diploma(level=fact(Level.HBO), no_qualification=fact(why)))
    assert outcome("diploma.level", worker) == ("not_met", "not_a_qualification")


def test_without_a_product_in_the_table_plus_is_for_a_person():
    findings = judge("diploma.level", person(diploma(level=fact(Level.MBO_3)), products=None))
    assert [(f.product, f.outcome.value) for f in findings] == [("basis", "met"), ("plus", "undecided")]
    findings = judge("diploma.level", person(diploma(level=fact(Level.MBO_4)), products=None))
    assert [(f.product, f.outcome.value) for f in findings] == [("basis", "met"), ("plus", "met")]


def test_one_diploma_must_satisfy_level_and_care():
    retail = diploma(programme=fact("Verkoopspecialist detailhandel"), level=fact(Level.MBO_4))
    carer = diploma(programme=fact("Verzorgende IG"), level=fact(Level.MBO_3))
    both = person(retail, carer, products=("basis",))
    assert outcome("diploma.level", both) == ("met", None)
    assert outcome("diploma.care-related", both) == ("met", None)
    for_plus = person(retail, carer, products=("plus",))
    outcomes = {outcome("diploma.level", for_plus)[0], outcome("diploma.care-related", for_plus)[0]}
    assert outcomes != {"met"}


def test_a_diploma_from_the_future_is_none_yet():
    coming = diploma(awarded_on=fact(date(2024, 6, 2)))
    assert outcome("diploma.present", person(coming)) == ("not_met", "in_future")
    assert outcome("diploma.present", person(diploma(awarded_on=fact(date(2024, 6, 1))))) == ("met", None)
    earlier = diploma(programme=fact("Verzorgende IG"), level=fact(Level.MBO_3))
    assert outcome("diploma.present", person(coming, earlier)) == ("met", None)
    assert outcome("diploma.level", person(coming, earlier, products=("plus",))) == ("not_met", "level_too_low")


def test_a_broken_seal_beside_a_good_one_does_no_harm():
    broken = document(diploma(), seal=seal(SealState.BROKEN, SealFault.BYTES_CHANGED))
    assert outcome("diploma.duo-seal", person(broken, diploma())) == ("met", None)


def test_a_programme_that_is_not_listed_is_for_a_person():
    assert outcome("diploma.care-related", person(diploma(programme=fact("Sierteelt")))) == (
        "undecided",
        "needs_person",
    )
    assert outcome("diploma.care-related", person(diploma(programme=fact("Kapper"))))[0] == "undecided"


@pytest.mark.parametrize(
    ("employment", "contact", "expected"),
    [
        (Employment.EMPLOYED, Contact.DIRECT, "not_met"),
        (Employment.SELF_EMPLOYED, Contact.DIRECT, "not_met"),
        (Employment.HIRED, Contact.DIRECT, "not_met"),
        (Employment.TRAINEE, Contact.DIRECT, "undecided"),
        (Employment.VOLUNTEER, Contact.DIRECT, "not_applicable"),
        (Employment.EMPLOYED, Contact.INDIRECT, "not_applicable"),
    ],
)
def test_who_must_have_a_diploma(employment, contact, expected):
    assert outcome("diploma.present", person(employment=employment, contact=contact))[0] == expected


def evc(kind=EvcKind.COMPETENCE, file="competentiebewijs-de-wit.pdf", centre=True):
    paper = EvcCertificate(evc_kind=fact(kind), holder=fact("Jana de Wit"), by_knowledge_centre=centre)
    return person(assigned(paper, file=file))


@pytest.mark.parametrize(
    ("worker", "expected"),
    [
        (evc(), ("undecided", "needs_person")),
        (evc(EvcKind.EXPERIENCE), ("not_met", "wrong_kind")),
        (evc(EvcKind.PROFESSIONAL), ("not_met", "wrong_kind")),
        (evc(file="scan0001.pdf"), ("not_met", "name_mismatch")),
        (evc(file="de-wit/scan0001.pdf"), ("not_met", "name_mismatch")),
        (evc(centre=False), ("undecided", "needs_person")),
    ],
)
def test_evc(worker, expected):
    assert outcome("diploma.evc", worker) == expected
    assert outcome("diploma.present", worker) == ("met", None)
    assert outcome("diploma.duo-seal", worker)[0] == "not_applicable"
