"""`confirm`: the work list of what only an issuer can confirm, and its answers in later checks."""

import csv
from datetime import date

import pytest

from dossiercheck.desk import Confirmation, Desk, ToConfirm, confirm, together
from dossiercheck.facts import Place
from dossiercheck.findings import Outcome, Reason, Subject, SubjectKind
from tests.desk.test_deciding import run
from tests.reports import invented
from tests.whole import SAMPLES

DOSSIER = SAMPLES / "clean"
ON = date(2024, 6, 3)


def test_the_list_names_every_paper_with_its_reference():
    said = run("confirm", DOSSIER).output
    assert said.count("[ ]") == 9 and "9999012024040900037" in said and "3187742" in said
    assert said.index("validatie.nl") < said.index("duo.nl/diplomacontrole") < said.index("papieren origineel")


def answered(tmp_path, answers, by="J. de Boer"):
    """The sheet with these answers, by the row's number from 1."""
    path = tmp_path / "lijst.csv"
    assert run("confirm", DOSSIER, "--sheet", path).exit_code == 0
    with path.open(newline="", encoding="utf-8") as opened:
        header, *rows = csv.reader(opened)
    columns = {title.split(" ")[0].strip("?"): n for n, title in enumerate(header)}
    for row in rows:
        if (answer := answers.get(row[columns["Bestand"]])) is not None:
            row[columns["Echt"]], row[columns["Door"]] = answer, by
    with path.open("w", newline="", encoding="utf-8") as opened:
        csv.writer(opened).writerows([header, *rows])
    return path


VOG = "personeel/02-van-den-berg/vog.pdf"


@pytest.mark.parametrize(("answer", "exit_code", "still"), [("ja", 0, 4), ("nee", 1, 4)])
def test_an_answer_settles_the_paper_and_shortens_what_is_left(tmp_path, answer, exit_code, still):
    kept = tmp_path / "besluiten.yaml"
    assert run("confirm", DOSSIER, "--read", answered(tmp_path, {VOG: answer}), "--decisions", kept).exit_code == 0
    result = run("check", DOSSIER, "--decisions", kept)
    assert result.exit_code == exit_code
    assert f"Controleer {still} bestanden" in result.output
    assert ("niet echt" in result.output) == (answer == "nee")


def test_what_cannot_be_read_is_named(tmp_path):
    path = answered(tmp_path, {VOG: "wellicht"})
    result = run("confirm", DOSSIER, "--read", path, "--decisions", tmp_path / "b.yaml")
    assert "wellicht" in result.output
    assert run("confirm", DOSSIER, "--read", path).exit_code == 2


def confirmed(*findings, genuine=False, requirements=("vog.genuine",)):
    """These findings with what the issuer answered about `vog.pdf`."""
    answer = Confirmation(sha256="aa", file="vog.pdf", genuine=genuine, why="", by="Jan", on=ON)
    papers = {"vog.pdf", "nieuw.pdf"}
    return confirm(findings, [answer], {"vog.pdf": "aa", "nieuw.pdf": "bb", "tabel.xlsx": "cc"}, requirements, papers)


def resting(requirement, *files, outcome=Outcome.MET):
    subject = Subject(kind=SubjectKind.EMPLOYEE, id="7", name="J. de Wit")
    return invented.finding(
        requirement, subject, outcome, "said", at=tuple(Place(file=file) for file in files or ("vog.pdf",))
    )


def test_a_denied_paper_speaks_where_it_counts():
    genuine, fresh = confirmed(resting("vog.genuine"), resting("vog.max-age"))
    assert (genuine.outcome, genuine.reason, fresh.outcome) == (Outcome.NOT_MET, Reason.NOT_GENUINE, Outcome.MET)


@pytest.mark.parametrize("outcome", [Outcome.MET, Outcome.UNDECIDED])
def test_a_denied_paper_that_no_requirement_of_the_original_is_about_takes_down_what_rests_on_it(outcome):
    """An older VOG, that only the start rests on; a set that does not ask for the original."""
    newest, present = resting("vog.genuine", "nieuw.pdf"), resting("vog.present", "vog.pdf", "nieuw.pdf")
    start = resting("vog.at-start", "vog.pdf", "tabel.xlsx", outcome=outcome)
    kept, start, there = confirmed(newest, start, present)
    assert (kept, there) == (newest, present)
    assert (start.outcome, start.reason, start.decision) == (Outcome.NOT_MET, Reason.NOT_GENUINE, "Jan")
    assert confirmed(resting("vog.max-age"), requirements=())[0].outcome is Outcome.NOT_MET


@pytest.mark.parametrize(
    ("given", "kept"),
    [((True, False, True), [False]), ((True, True, True), [True]), ((True, True), []), ((False,), [False])],
)
def test_of_several_papers_in_one_file_a_no_is_a_no_and_a_yes_is_about_all(given, kept):
    papers = [
        ToConfirm(file="alles.pdf", sha256="aa", pages=(page,), employee="7", name="", desk=Desk.VALIDATION_SERVICE)
        for page in (1, 2, 3)
    ]
    answers = [Confirmation(sha256="aa", file="alles.pdf", genuine=one, why="", by="Jan", on=ON) for one in given]
    assert [answer.genuine for answer in together(answers, papers)] == kept
