"""What to do first: the fewest actions, the longest first; and until when what is in order stays so."""

from dataclasses import replace
from datetime import date

import pytest

from dossiercheck.actions import what_to_do
from dossiercheck.documents import Contact
from dossiercheck.findings import DecidedBy, Outcome, Reason, Severity, Subject, SubjectKind
from dossiercheck.reports.to_do_first import action_lines, lead_time
from dossiercheck.reports.wording import words
from dossiercheck.tender import load_set
from tests.dossiers import case as made
from tests.dossiers import dossier, fact, person, requirement, vog
from tests.reports import invented
from tests.tender.set_files import HEAD, loaded, mistakes
from tests.whole import SAMPLES, check

TWENTE = load_set("twente-t77948")


def open_finding(id_, number="7", reason=Reason.MISSING, outcome=Outcome.NOT_MET, **given):
    subject = Subject(kind=SubjectKind.EMPLOYEE, id=number, name="")
    return requirement(id_).finding(outcome, "vog-missing", reason=reason, subject=subject, **given)


def keys(*findings, by=TWENTE):
    return [(action.key, [s.id for s in action.subjects]) for action in what_to_do(findings, by)]


def test_one_action_settles_several_findings_of_one_person():
    old, profile = (
        open_finding("vog.max-age", reason=Reason.TOO_OLD),
        open_finding("vog.profile", reason=Reason.WRONG_PROFILE),
    )
    (action,) = what_to_do([old, profile], TWENTE)
    assert (action.key, action.findings, action.lead_minutes) == ("new-vog", (old, profile), 4 * 7 * 24 * 60)
    assert action.requirements == ("vog.max-age", "vog.profile")


def test_the_same_action_for_several_persons_is_listed_once_and_the_longest_comes_first():
    found = [
        open_finding("diploma.duo-seal", "1", Reason.NOT_SEALED),
        open_finding("vog.present", "2"),
        open_finding("vog.present", "3"),
    ]
    assert keys(*found) == [("new-vog", ["2", "3"]), ("duo-extract", ["1"])]


def test_what_no_action_settles_has_its_own_remedy_and_comes_last():
    assert keys(open_finding("files.readable", "1"), open_finding("vog.present", "2")) == [("new-vog", ["2"]), ("files.readable", ["1"])]  # fmt: skip


def test_what_does_not_count_asks_for_nothing():
    advice = open_finding("files.belongs")
    authority = open_finding("bibob", decided_by=DecidedBy.AUTHORITY, outcome=Outcome.UNDECIDED)
    assert advice.severity is Severity.ADVICE
    assert keys(advice, authority, open_finding("vog.present", outcome=Outcome.MET)) == []


@pytest.mark.parametrize(
    ("outcomes", "starts"), [("uu", "Kijk eerst zelf; zo nodig: laat"), ("un", "Laat"), ("n", "Laat")]
)
def test_what_only_a_person_can_tell_is_looked_at_before_it_is_repaired(outcomes, starts):
    kinds = {"u": Outcome.UNDECIDED, "n": Outcome.NOT_MET}
    found = [open_finding("contract.signed", str(n), Reason.UNSIGNED, kinds[o]) for n, o in enumerate(outcomes)]
    report = replace(invented.complete(), actions=what_to_do(found, TWENTE))
    (line,) = action_lines(report, words("nl"))
    assert line.what.startswith(starts)


ACTIONS = """\
actions:
  slow: {title: {nl: a, en: b}, lead: {weeks: 1}, settles: [vog.present, vog.max-age, vog.profile]}
  left: {title: {nl: a, en: b}, lead: {days: 1}, settles: [vog.present, vog.max-age]}
  right: {title: {nl: a, en: b}, lead: {days: 1}, settles: [vog.max-age, vog.profile]}
  quick: {title: {nl: a, en: b}, lead: {hours: 1}, once: true, settles: [vog.max-age/expired]}
  new-vog: null
"""


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["vog.present", "vog.max-age", "vog.profile"], ["slow"]),
        (["vog.present", "vog.max-age"], ["left"]),
        (["vog.max-age"], ["left"]),
        (["vog.present", "vog.profile"], ["slow"]),
        (["vog.present", "vog.name"], ["left", "vog.name"]),
    ],
)  # fmt: skip
def test_fewest_first_and_of_equally_many_the_quickest(tmp_path, ids, expected):
    by = loaded(tmp_path, HEAD + ACTIONS)
    assert [key for key, _ in keys(*(open_finding(id_) for id_ in ids), by=by)] == expected


def test_an_action_for_one_reason_is_for_no_other(tmp_path):
    by = loaded(tmp_path, HEAD + ACTIONS)
    assert keys(open_finding("vog.max-age", reason=Reason.EXPIRED), by=by)[0][0] == "quick"
    assert what_to_do([open_finding("vog.max-age", reason=Reason.EXPIRED)], by)[0].once


@pytest.mark.parametrize(
    ("minutes", "nl", "en"),
    [(15, "15 minuten", "15 minutes"), (60, "1 uur", "1 hour"), (90, "2 uur", "2 hours"), (1440, "1 dag", "1 day"),
     (5 * 1440, "5 dagen", "5 days"), (28 * 1440, "4 weken", "4 weeks"), (None, "", ""), (0, "", "")],
)  # fmt: skip
def test_lead_times_in_words(minutes, nl, en):
    assert (lead_time(minutes, words("nl")), lead_time(minutes, words("en"))) == (nl, en)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("settles: [vog.presnt]", "6:50: actions.a.settles.0: is not known; did you mean 'vog.present'? (found: vog.presnt)"),
        ("settles: [vog.present/expird]", "6:50: actions.a.settles.0: is not known; did you mean 'expired'? (found: expird)"),
        ("settles: []", "6:49: actions.a.settles: must not be empty"),
        ("settles: [vog.present], lead: {weken: 2}", "6:61: actions.a.lead.weken: is not known; allowed: minutes, hours, days, weeks (found: weken)"),
    ],
)  # fmt: skip
def test_mistakes_in_actions(tmp_path, body, sentence):
    lead = "" if "lead" in body else ", lead: {days: 1}"
    found = mistakes(tmp_path, HEAD + f"actions:\n  a: {{title: {{nl: a, en: b}}, {body}{lead}}}\n")
    assert [f.split(": ", 1)[1] for f in found] == [sentence.split(": ", 1)[1]], found


def test_the_report_ends_with_it_in_both_formats():
    args = SAMPLES / "vog-too-old", "--requirements", "twente-personnel"
    report = check(*args, "--format", "json").json
    (action,) = report["actions"]
    assert (action["action"], action["lead_minutes"]) == ("new-vog", 40320)
    assert action["settles"] == [{"requirement": "vog.max-age", "subject": "2", "product": None}]
    out = check(*args, lang="nl").out
    assert "Wat eerst te doen (1)" in out and "4 weken Laat een nieuwe VOG met het gevraagde profiel aanvragen" in out


def test_shelf_life_is_the_first_day_on_which_green_turns_red():
    report = check(SAMPLES / "clean", "--requirements", "twente-personnel", "--format", "json").json
    life = report["shelf_life"]
    assert (life["until"], life["red_on"]) == ("2024-12-31", "2025-01-01")
    assert [f["requirement"] for f in life["first"]] == ["contract.in-force"]
    days = {
        day: check(SAMPLES / "clean", "--requirements", "twente-personnel", on=date.fromisoformat(day)).code
        for day in (life["until"], life["red_on"])
    }
    assert days == {"2024-12-31": 0, "2025-01-01": 1}


def test_nothing_that_runs_out_has_no_shelf_life():
    findings = requirement("vog.present").findings(
        made(dossier(person(vog(profiles=fact(("45",))), contact=Contact.DIRECT)))
    )
    assert all(f.valid_until is None for f in findings)
