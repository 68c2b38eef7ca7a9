"""What the terminal report promises: verdict first, nothing unsaid, readable at any width, colour only when asked."""

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from dossiercheck.findings import Outcome, Reason, Severity, Subject, SubjectKind, Wording
from dossiercheck.reports import render, render_inspect
from dossiercheck.reports.grid import State, build_grid, number_ranges
from dossiercheck.reports.problems import Section, sections
from dossiercheck.reports.wording import words
from tests.reports import invented


def show(report, **options):
    return render(report, "console", **{"lang": "nl", "width": 80, **options})


@pytest.mark.parametrize("width", [60, 72, 80, 100, 140, 200])
@pytest.mark.parametrize("name", ["complete", "incomplete", "many"])
def test_no_line_is_wider_than_the_terminal(name, width):
    for verbose in (False, True):
        text = show(getattr(invented, name)(), width=width, verbose=verbose)
        assert max(cell_len(line) for line in text.splitlines()) <= width


def test_the_verdict_comes_first_and_last():
    lines = show(invented.incomplete()).splitlines()
    assert lines[0] == " ✗ NIET COMPLEET   Zorg Voorbeeld B.V."
    assert any("NIET COMPLEET" in line for line in lines[-4:])


@pytest.mark.parametrize(
    ("report", "verdict"),
    [
        (invented.complete(), "✓ COMPLEET"),
        (invented.incomplete(), "✗ NIET COMPLEET"),
        (replace(invented.complete(), not_checked=invented.NOT_YET), "? NOG TE BEOORDELEN"),
    ],
)
def test_verdicts_in_words(report, verdict):
    assert verdict in show(report).splitlines()[0]


def test_quiet_is_the_verdict_only():
    text = show(invented.incomplete(), quiet=True, width=200)
    assert text.count("\n") == 1
    assert "6 knock-outs niet gehaald" in text


def test_every_problem_is_said_with_what_was_asked_where_and_what_to_do():
    text = re.sub(r"\s+", " ", show(invented.incomplete(), lang="en", width=100))
    for words_of_it in (
        "VOG at most three years old vog.max-age · § 3.2.4",
        "2 Bram van den Berg: The VOG is dated 12 March 2021, more than 3 years ago.",
        "personeel/02-van-den-berg/vog.pdf, p. 1: “12 maart 2021”",
        "→ Apply for a new VOG.",
    ):
        assert words_of_it in text


def test_what_a_missing_paper_makes_inapplicable_is_not_listed():
    assert show(invented.incomplete()).count("Er is geen VOG gevonden") == 1


def test_met_findings_only_when_verbose():
    assert "In orde (" not in show(invented.incomplete())
    assert "In orde (203)" in show(invented.incomplete(), verbose=True)


def test_no_escape_sequence_without_colour():
    assert "\x1b" not in show(invented.incomplete())


def test_colours_suit_dark_and_light_terminals():
    codes = {int(c) for part in re.findall(r"\x1b\[([0-9;]*)m", show(invented.incomplete(), colour=True)) for c in part.split(";") if c}  # fmt: skip
    assert codes <= {0, 1, 2, 7, 31, 32, 33, 36}


def test_the_environment_decides_nothing(monkeypatch):
    before = show(invented.incomplete(), colour=True), show(invented.incomplete())
    for name, value in (("NO_COLOR", "1"), ("FORCE_COLOR", "1"), ("COLUMNS", "33"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
    assert (show(invented.incomplete(), colour=True), show(invented.incomplete())) == before


def test_letters_lose_their_marks_where_the_stream_lacks_them():
    text = show(invented.incomplete(), encoding="ascii")
    assert "Chaima el Idrissi" in text
    assert "par. 3.2.4" in text
    people = tuple(replace(p, name="王芳") for p in invented.PEOPLE)
    assert "\\u738b\\u82b3" in show(replace(invented.incomplete(), people=people), encoding="latin-1")


def test_plain_ascii_where_the_stream_knows_no_more():
    people = tuple(replace(p, name="Anna de Wit") for p in invented.PEOPLE)
    assert show(replace(invented.complete(), people=people), encoding="ascii").isascii()
    assert "X NIET COMPLEET" in show(invented.incomplete(), encoding="cp1252")
    show(invented.incomplete(), encoding="cp1252").encode("cp1252")


@pytest.mark.parametrize("severity", list(Severity))
def test_a_filter_hides_findings_and_never_the_verdict(severity):
    text = show(invented.incomplete(), only=severity)
    assert text.startswith(" ✗ NIET COMPLEET")
    assert "6 knock-outs niet gehaald" in text
    assert ("Knock-out: niet gehaald (6)" in text) is (severity is Severity.KNOCKOUT)
    assert "compleet:" not in text


def three_hundred():
    findings = []
    for n in range(300):
        subject = Subject(kind=SubjectKind.EMPLOYEE, id=str(n + 1), name=f"Medewerker {n + 1}")
        findings.append(invented.finding("vog.present", subject, Outcome.NOT_MET, "vog-missing", Reason.MISSING))
        values = {"programme": f"Opleiding {n}"}
        findings.append(invented.finding("diploma.care-related", subject, Outcome.UNDECIDED, "programme-for-person", Reason.NEEDS_PERSON, values))  # fmt: skip
    return invented.report(findings, people=())


def test_hundreds_of_findings_stay_short_and_nobody_is_forgotten():
    text = show(three_hundred())
    listed = text.partition("Knock-out: niet gehaald (300)")[2]
    assert len(listed.splitlines()) < 150
    assert listed.count("Er is geen VOG gevonden.") == 1
    assert all(f"{n} Medewerker {n}" in re.sub(r"\s+", " ", listed) for n in range(1, 301))
    assert "en nog 285: 16–300" in listed
    assert "Opleiding 299" in show(three_hundred(), verbose=True)


def test_every_employee_is_in_the_grid_or_in_a_count():
    report = invented.many()
    grid = show(report).partition("Wie mist wat")[2].partition("Knock-out")[0]
    numbers = set()
    for first, last in re.findall(r"\b(\d+)(?:–(\d+))?\b", grid.replace("medewerkers compleet", "")):
        numbers |= set(range(int(first), int(last or first) + 1))
    assert {int(p.number) for p in report.people} <= numbers


def test_a_grid_with_many_groups_names_the_group_in_a_shared_column():
    infos = [replace(invented.INFOS[0], id=f"groep{n}.eis") for n in range(9)]
    who = invented.employee(invented.PEOPLE[0])
    findings = [replace(invented.finding("vog.present", who, Outcome.NOT_MET, "vog-missing"), requirement=i.id) for i in infos]  # fmt: skip
    text = show(invented.report(findings, requirements=tuple(infos)), width=60)
    assert "Overig" in text
    assert "✗ Groep8 eis" in text


def test_states_of_a_cell():
    grid = build_grid(invented.incomplete(), None)
    cells = {(row.person.number, group): cell for row in grid.rows for group, cell in zip(grid.groups, row.cells, strict=True)}  # fmt: skip
    assert grid.groups == ("personnel", "diploma", "contract", "vog")
    assert cells["1", "diploma"].state is State.NOT_MET
    assert cells["3", "vog"].marks[0].absent
    assert [mark.state for mark in cells["5", "vog"].marks] == [State.UNDECIDED, State.EXPIRING]
    assert cells["7", "vog"].state is State.WAIVED
    assert cells["8", "vog"].state is State.MET


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        (["1", "2", "3", "5"], ("1–3", "5")),
        (["1", "2"], ("1", "2")),
        (["007", "008", "009"], ("007", "008", "009")),
        (["a", "1", "2", "3"], ("a", "1–3")),
        (["²", "9" * 5000], ("²", "9" * 5000)),
        ([], ()),
    ],
)
def test_ranges(numbers, shown):
    assert number_ranges(numbers) == shown


def test_sections_are_worst_first_and_waived_or_authority_findings_apart():
    found = sections(invented.incomplete(), words("en"))
    assert list(found) == [Section.KNOCKOUT, Section.REQUIRED, Section.UNDECIDED, Section.FILES, Section.WAIVED, Section.AUTHORITY, Section.MET]  # fmt: skip
    assert [t.requirement.id for t in found[Section.AUTHORITY]] == ["main-tender", "bibob"]
    total = sum(topic.count for topics in found.values() for topic in topics)
    inapplicable = sum(f.outcome is Outcome.NOT_APPLICABLE for f in invented.incomplete().findings)
    assert total == len(invented.incomplete().findings) - inapplicable


def test_a_finding_of_an_unknown_requirement_is_still_told():
    stray = replace(invented.finding("vog.present", invented.employee(invented.PEOPLE[0]), Outcome.NOT_MET, "vog-missing"), requirement="new.thing")  # fmt: skip
    text = show(invented.report([stray]))
    assert "new.thing" in text
    assert "1 Anna de Wit: " in text


def test_an_empty_report_is_a_report():
    title = Wording(nl="Leeg", en="Empty")
    assert "Leeg" in show(invented.report([], people=(), documents=(), requirements=(), set_title=title))
    assert render_inspect((), "console", lang="nl") == "\n"
