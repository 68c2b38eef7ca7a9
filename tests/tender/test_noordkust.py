"""A set of another region, written in YAML alone: its own kinds of documents, judged on dossiers good and bad."""

import pytest
import yaml

from tests.samples.people import CHLOE, JORIS
from tests.tender import noordkust as nk
from tests.whole import check

BHV = f"{JORIS.folder}/bhv.pdf"
CODE, CLAIMS, POLICY, AGREEMENT = (f"organisatie/{n}.pdf" for n in ("meldcode", "klachten", "svi", "avg"))
GROUP, BUS = "organisatie/programma groep.pdf", "organisatie/programma busje.pdf"


def judged(folder, changes=None, stated=None):
    """Outcome and reason by requirement and subject, of what is not met or undecided; and the whole report."""
    files = {**nk.clean(), **(changes or {})}
    if stated is not None:
        manifest = yaml.safe_load(files["dossier.yaml"]) | stated
        files["dossier.yaml"] = yaml.safe_dump({k: v for k, v in manifest.items() if v is not None}).encode()
    nk.write(folder, {name: content for name, content in files.items() if content is not None})
    report = check(folder, "--requirements", nk.SET, "--format", "json").json
    told = {
        (f["requirement"], f["subject"]["id"]): (f["outcome"], f["reason"])
        for f in report["findings"]
        if f["outcome"] in ("not_met", "undecided")
    }
    return told, report


def test_a_clean_dossier_is_complete_and_its_kinds_are_named(tmp_path):
    told, report = judged(tmp_path)
    assert (told, report["verdict"]) == ({}, "complete")
    kinds = {d["file"]: d["kind"] for d in report["documents"]}
    assert kinds[CODE] == "meldcode" and kinds[POLICY] == "vervoerspolis" and kinds[BHV] == "bhv-bewijs"
    facts = {d["file"]: d["facts"] for d in report["documents"]}
    assert facts[POLICY] == {
        "insured_amount": 2500000.0,
        "valid_until": "2024-12-31",
        "policyholder": "Zorg Voorbeeld BV",
    }
    assert facts[CLAIMS] == {"committee": "external"} and facts[CODE] == {"adopted_on": "2022-01-12"}
    mine = next(d for d in report["documents"] if d["file"] == BHV)
    assert (mine["employee"], mine["facts"]["issued_on"]) == ("2", "2024-03-14")
    met = {f["requirement"] for f in report["findings"] if f["outcome"] == "met"}
    assert {
        "reporting-code.age",
        "complaints.external",
        "transport.in-force",
        "emergency-response.age",
        "day-programme.per-product",
        "processing-agreement.signed",
    } <= met


NOT, OPEN = "not_met", "undecided"
FAULTS = {
    "no code": ({CODE: None}, {("reporting-code.present", "provider"): (NOT, "missing")}),
    "code too old": ({CODE: nk.reporting_code("29 mei 2019")}, {("reporting-code.age", "provider"): (NOT, "too_old")}),
    "code just young enough": ({CODE: nk.reporting_code("30 mei 2019")}, {}),
    "code from the future": ({CODE: nk.reporting_code("2 juni 2024")}, {("reporting-code.age", "provider"): (NOT, "in_future")}),
    "code without a date": ({CODE: nk.reporting_code("onbekend")}, {("reporting-code.age", "provider"): (OPEN, "unreadable")}),
    "a course is no code": ({CODE: None, "organisatie/cursus.pdf": nk.paper("Certificaat cursus meldcode")}, {("reporting-code.present", "provider"): (NOT, "missing")}),
    "no processing agreement": ({AGREEMENT: None}, {("processing-agreement.signed", "provider"): (NOT, "missing")}),
    "no complaints scheme": ({CLAIMS: None}, {("complaints.external", "provider"): (NOT, "missing")}),
    "complaints stay inside": ({CLAIMS: nk.complaints("de directie")}, {("complaints.external", "provider"): (NOT, "wrong_kind")}),
    "complaints to two": ({CLAIMS: nk.complaints("externe commissie of de directie")}, {("complaints.external", "provider"): (OPEN, "unreadable")}),
    "insured too low": ({POLICY: nk.policy("EUR 999.999,99")}, {("transport.insured-amount", "provider"): (NOT, "wrong_size")}),
    "insured just enough": ({POLICY: nk.policy("1 miljoen euro")}, {}),
    "policy over": ({POLICY: nk.policy(until="31 mei 2024")}, {("transport.in-force", "provider"): (NOT, "expired")}),
    "policy on its last day": ({POLICY: nk.policy(until="1 juni 2024")}, {}),
    "policy of another": ({POLICY: nk.policy(holder="Taxibedrijf Duinzicht")}, {("transport.policyholder", "provider"): (NOT, "name_mismatch")}),
    "policy in a name much like it": ({POLICY: nk.policy(holder="Zorg Voorbeeld Groep B.V.")}, {("transport.policyholder", "provider"): (OPEN, "name_mismatch")}),
    "a quotation is no policy": ({POLICY: nk.policy(title="Offerte polis")}, {("transport.policy", "provider"): (NOT, "missing")}),
    "no training": ({BHV: None}, {("emergency-response.present", "2"): (NOT, "missing")}),
    "training too long ago": ({BHV: nk.first_aid("31 mei 2023")}, {("emergency-response.age", "2"): (NOT, "too_old")}),
    "training on the last day": ({BHV: nk.first_aid("1 juni 2023")}, {}),
    "no programme for transport": ({BUS: None}, {("day-programme.per-product", "vervoer"): (NOT, "missing")}),
    "a programme that says not which": (
        {BUS: nk.programme("zie boven")},
        {("day-programme.per-product", "vervoer"): (OPEN, "needs_person")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_named_by_its_requirement_and_nothing_else(fault, tmp_path):
    changes, expected = FAULTS[fault]
    assert judged(tmp_path, changes)[0] == expected


def test_without_any_signature_it_is_not_met_or_at_least_for_a_person(tmp_path):
    told, _ = judged(tmp_path, {AGREEMENT: nk.processing_agreement(signed=False)})
    assert told in (
        {("processing-agreement.signed", "provider"): ("not_met", "unsigned")},
        {("processing-agreement.signed", "provider"): ("undecided", "needs_person")},
    )


def test_groups_may_be_too_large_which_is_only_advice(tmp_path):
    told, report = judged(tmp_path, {GROUP: nk.programme("dagbesteding", "13"), BUS: nk.programme("vervoer", "14")})
    assert told == {("day-programme.places", "provider"): ("not_met", "wrong_size")}
    assert report["verdict"] == "complete"


def test_what_is_asked_only_with_transport(tmp_path):
    told, report = judged(tmp_path, {POLICY: None, BUS: None}, {"products": ["dagbesteding"]})
    assert told == {}
    (asked,) = [f for f in report["findings"] if f["requirement"] == "transport.policy"]
    assert (asked["outcome"], asked["message"]) == (
        "not_applicable",
        "This is asked only where vervoer is applied for.",
    )


def test_where_nobody_says_whether_there_is_a_location_it_is_left_open(tmp_path):
    told, _ = judged(tmp_path, {BHV: None}, {"has_locations": None})
    assert told == {("emergency-response.present", "2"): ("undecided", "not_declared")}
    assert judged(tmp_path, {BHV: None}, {"has_locations": False})[0] == {}


def test_a_certificate_of_somebody_else_is_not_taken_for_his(tmp_path):
    told, report = judged(tmp_path, {BHV: None, "organisatie/bhv.pdf": nk.first_aid(name=CHLOE.full_name)})
    assert told == {("emergency-response.present", "2"): ("not_met", "missing")}
    assert next(d for d in report["documents"] if d["kind"] == "bhv-bewijs")["employee"] == "4"


def test_an_unread_file_that_may_be_it_is_no_missing_one(tmp_path):
    told, _ = judged(tmp_path, {CODE: None, "organisatie/Meldcode 2022.pdf": b"%PDF-1.4 damaged"})
    assert told[("reporting-code.present", "provider")] == ("undecided", "unreadable")


def test_the_other_reading_is_told(tmp_path):
    _, report = judged(tmp_path)
    use = next(use for use in report["readings"] if use["requirement"] == "reporting-code.age")
    (two,) = use["others"]
    assert (use["reading"], two["reading"], two["verdict"]) == ("five_years", "two_years", "incomplete")


def test_the_set_asks_what_neither_tender_asks():
    from dossiercheck.tender import installed_sets, load_set

    own = {r.id for r in load_set(str(nk.SET)).requirements}
    shipped = {r.id for name in installed_sets() for r in load_set(name).requirements}
    assert len(own - shipped) >= 5 and nk.SET.stem not in installed_sets()
