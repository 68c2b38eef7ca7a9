"""`decide` as its user meets it: asked at the terminal, written to a sheet, read back, and taken along by `check`."""

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dossiercheck.cli import app
from tests.whole import SAMPLES, TRUST

DOSSIER = SAMPLES / "diploma-before-register"
HOW = ["--requirements", "twente-personnel", "--on", "2024-06-01", "--trust", str(TRUST), "--lang", "nl"]


def run(*words, given=""):
    return CliRunner().invoke(app, [str(word) for word in (*words, *HOW)], input=given)


def checked(decisions):
    return run("check", DOSSIER, "--decisions", decisions, "--quiet").exit_code


@pytest.mark.parametrize(("answer", "exit_code"), [("v", 0), ("n", 1)])
def test_asked_at_the_terminal_and_taken_along(tmp_path, answer, exit_code):
    kept = tmp_path / "besluiten.yaml"
    result = run("decide", DOSSIER, "--decisions", kept, "--by", "J. de Boer", given=f"wat?\n{answer}\ngezien\n")
    assert result.exit_code == 0 and "van voor het diplomaregister" in " ".join(result.output.split())
    assert checked(kept) == exit_code


@pytest.mark.parametrize("answer", ["o", "s"])
def test_what_is_skipped_stays_open(tmp_path, answer):
    kept = tmp_path / "besluiten.yaml"
    assert run("decide", DOSSIER, "--decisions", kept, "--by", "J", given=f"{answer}\n").exit_code == 0
    assert not kept.exists()


def test_nobody_decides_without_a_name(tmp_path):
    result = run("decide", DOSSIER, "--decisions", tmp_path / "b.yaml")
    assert result.exit_code == 2 and "--by" in result.output


def sheet_of(tmp_path, **filled):
    """The sheet with its one row filled in, by the words that its headers begin with."""
    path = tmp_path / "vragen.csv"
    assert run("decide", DOSSIER, "--decisions", tmp_path / "b.yaml", "--sheet", path).exit_code == 0
    with path.open(newline="", encoding="utf-8") as opened:
        header, row = csv.reader(opened)
    for title, value in filled.items():
        row[next(n for n, cell in enumerate(header) if cell.startswith(title))] = value
    with path.open("w", newline="", encoding="utf-8") as opened:
        csv.writer(opened).writerows([["Ingevuld door ons"], header, row])
    return path


def test_a_filled_in_sheet_is_read_back(tmp_path):
    path = sheet_of(tmp_path, Besluit="Voldoet niet", Waarom="te vaag", Door="=cmd()")
    assert run("decide", DOSSIER, "--decisions", tmp_path / "b.yaml", "--read", path).exit_code == 0
    assert checked(tmp_path / "b.yaml") == 1


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({"Besluit": "misschien", "Waarom": "x", "Door": "y"}, "misschien"),
        ({"Besluit": "voldoet", "Door": "y"}, "waarom"),
        ({"Besluit": "voldoet", "Waarom": "x"}, "door wie"),
        ({"Besluit": "voldoet", "Waarom": "x", "Door": "y", "Kenmerk": "0123456789abcdef"}, "veranderd"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_decides_nothing(tmp_path, filled, said):
    result = run("decide", DOSSIER, "--decisions", tmp_path / "b.yaml", "--read", sheet_of(tmp_path, **filled))
    assert result.exit_code == 0 and said in result.output and not (tmp_path / "b.yaml").exists()


def test_another_table_is_no_sheet_of_decisions(tmp_path):
    table = next(DOSSIER.glob("*.xlsx"))
    assert run("decide", DOSSIER, "--decisions", tmp_path / "b.yaml", "--read", table).exit_code == 2


def test_nothing_is_written_into_the_dossier(tmp_path):
    for option in ("--decisions", "--sheet"):
        given = {"--decisions": tmp_path / "b.yaml", "--sheet": tmp_path / "s.csv", option: DOSSIER / "x.csv"}
        words = [word for pair in given.items() for word in pair]
        assert run("decide", DOSSIER, *words, "--by", "J").exit_code == 2
    assert not Path(DOSSIER / "x.csv").exists()
