"""A reviewer's rulings: read from a file with every mistake named, laid over findings, and dropped when they lapse."""

from dataclasses import replace
from datetime import date

import pytest

from dossiercheck.desk import (
    Confirmation,
    Decision,
    Rulings,
    confirm,
    decide,
    question_of,
    read_rulings,
    read_waivers,
    waive,
    write_rulings,
)
from dossiercheck.errors import DeskFileError
from dossiercheck.facts import Place
from dossiercheck.findings import PROVIDER, DecidedBy, Finding, Outcome, Reason, Severity, Subject, SubjectKind

ON = date(2024, 6, 1)


def finding(outcome=Outcome.NOT_MET, **given):
    values = {
        "requirement": "vog.profile",
        "source": "3.2.4",
        "severity": Severity.KNOCKOUT,
        "subject": Subject(kind=SubjectKind.EMPLOYEE, id="007", name="J. de Wit"),
        "reason": Reason.WRONG_PROFILE,
        "say": "vog-profile-wrong",
        "decided_by": DecidedBy.PERSON if outcome is Outcome.UNDECIDED else DecidedBy.PROGRAM,
        "evidence": (Place(file="vog.pdf", page=1),),
    }
    return Finding(**(values | {"outcome": outcome} | given))


def waivers(tmp_path, *rows):
    path = tmp_path / "waivers.yaml"
    path.write_text("waivers:\n" + "".join(f"  - {row}\n" for row in rows), encoding="utf-8")
    return read_waivers(path)


ROW = '{requirement: vog.profile, employee: "7", reason: "letter of 3 May", by: J. de Boer, until: 2024-12-31}'


def test_a_waiver_lifts_what_it_names(tmp_path):
    (lifted, other), remarks = waive([finding(), finding(subject=PROVIDER)], waivers(tmp_path, ROW), ON)
    assert lifted.waived_by == "J. de Boer" and lifted.outcome is Outcome.NOT_MET and not lifted.counts
    assert lifted.ruling is not None and lifted.ruling.why == "letter of 3 May"
    assert other.waived_by is None and remarks == ()


@pytest.mark.parametrize(
    ("on", "say"),
    [(date(2024, 12, 31), None), (date(2025, 1, 1), "waiver-lapsed")],
)
def test_a_waiver_holds_until_its_last_day(tmp_path, on, say):
    (found,), remarks = waive([finding()], waivers(tmp_path, ROW), on)
    assert (found.waived_by is None) == (say is not None)
    assert [remark.say for remark in remarks] == ([say] if say else [])


@pytest.mark.parametrize("outcome", [Outcome.MET, Outcome.NOT_APPLICABLE])
def test_a_waiver_that_lifts_nothing_is_said(tmp_path, outcome):
    found, remarks = waive([finding(outcome)], waivers(tmp_path, ROW), ON)
    assert found[0].waived_by is None and [remark.say for remark in remarks] == ["waiver-unused"]


def test_what_the_authority_decides_is_not_waived(tmp_path):
    found, _ = waive([finding(Outcome.UNDECIDED, decided_by=DecidedBy.AUTHORITY)], waivers(tmp_path, ROW), ON)
    assert found[0].waived_by is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("waivers:\n  - {requirement: a, reason: b, by: c}\n", [2]),
        ("waivers:\n  - {requirement: a, reason: b, by: c, until: ooit}\n  - {requirement: a, until: 2024-01-01}\n", [2, 3, 3]),
        ("waivers:\n  - {requirement: a, reason: '', by: c, until: 2024-01-01, employe: '7'}\n", [2, 2]),
        ("ontheffingen: []\n", [1]),
        ("waivers: [\n", [2]),
    ],
)  # fmt: skip
def test_every_mistake_is_named_with_its_line(tmp_path, text, lines):
    path = tmp_path / "w.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DeskFileError) as caught:
        read_waivers(path)
    assert [int(row.split(".yaml:")[1].split(":")[0]) for row in caught.value.en.splitlines()] == lines


OPEN = finding(Outcome.UNDECIDED, requirement="diploma.care-related", say="care-unknown", reason=Reason.NEEDS_PERSON)
HASHES = {"vog.pdf": "aa"}


def decision(outcome=Outcome.MET, **given):
    values = {
        "question": question_of(OPEN, "zorg"),
        "outcome": outcome,
        "why": "seen",
        "by": "J. de Boer",
        "on": date(2024, 5, 3),
        "contents": ("aa",),
    }
    return Decision(**(values | given))


@pytest.mark.parametrize("outcome", [Outcome.MET, Outcome.NOT_MET])
def test_a_decision_settles_its_question(outcome):
    (found,), remarks = decide([OPEN], [decision(outcome)], "zorg", HASHES)
    assert (found.outcome, found.decision, found.decided_by) == (outcome, "J. de Boer", DecidedBy.PERSON)
    assert remarks == ()


def test_a_decision_lapses_when_the_content_changes_and_not_when_the_name_does():
    (found,), remarks = decide([OPEN], [decision()], "zorg", {"vog.pdf": "bb"})
    assert found.outcome is Outcome.UNDECIDED and [r.say for r in remarks] == ["decision-outdated"]
    moved = replace(OPEN, evidence=(Place(file="elders/v.pdf", page=1),))
    (found,), remarks = decide([moved], [decision()], "zorg", {"elders/v.pdf": "aa"})
    assert found.outcome is Outcome.MET and remarks == ()


def test_only_its_own_question_of_its_own_dossier_is_settled():
    others = [replace(OPEN, say="other"), replace(OPEN, product="plus"), replace(OPEN, outcome=Outcome.NOT_MET)]
    found, _ = decide(others, [decision()], "zorg", HASHES)
    assert found == tuple(others)
    assert decide([OPEN], [decision()], "elders", HASHES)[0] == (OPEN,)


def test_decisions_are_read_as_they_were_written(tmp_path):
    path = tmp_path / "besluiten.yaml"
    odd = question_of(replace(OPEN, product="plus"), "no: 1 # ’ \u202e")
    written = Rulings(
        decisions=(decision(), decision(Outcome.NOT_MET, question=odd, why="regel 1\nregel 2: {x}", contents=())),
        confirmations=(answer(True), answer(False)),
    )
    write_rulings(path, written)
    assert read_rulings(path) == written
    assert path.stat().st_mode & 0o077 == 0


def answer(genuine, **given):
    values = {"sha256": "aa", "file": "vog.pdf", "genuine": genuine, "why": "no", "by": "yes", "on": date(2024, 5, 3)}
    return Confirmation(**(values | given))


GENUINE = finding(Outcome.MET, requirement="vog.genuine", say="vog-genuine-digital", reason=None)


@pytest.mark.parametrize("before", [Outcome.MET, Outcome.UNDECIDED])
@pytest.mark.parametrize(("genuine", "after"), [(True, Outcome.MET), (False, Outcome.NOT_MET)])
def test_the_issuer_s_answer_settles_whether_a_paper_is_genuine(before, genuine, after):
    (found,) = confirm([replace(GENUINE, outcome=before)], [answer(genuine)], HASHES, {"vog.genuine"}, set(HASHES))
    assert found.outcome is after and found.decision == "yes"
    assert found.reason is (None if genuine else Reason.NOT_GENUINE)


def test_an_answer_is_about_a_content_and_about_genuineness_alone():
    assert confirm([GENUINE], [answer(False)], {"vog.pdf": "bb"}, {"vog.genuine"}, {"vog.pdf"}) == (GENUINE,)
    assert confirm([GENUINE], [answer(True)], HASHES, {"vog.present"}, set(HASHES)) == (GENUINE,)
    printed = replace(GENUINE, outcome=Outcome.NOT_MET, reason=Reason.PRINTED)
    assert confirm([printed], [answer(True)], HASHES, {"vog.genuine"}, set(HASHES)) == (printed,)
