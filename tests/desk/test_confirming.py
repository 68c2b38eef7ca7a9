"""`confirm`: the work list of what only an issuer can confirm, and its answers in later checks."""

import csv

import pytest

from tests.desk.test_deciding import run
from tests.whole import SAMPLES

DOSSIER = SAMPLES / "clean"


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
