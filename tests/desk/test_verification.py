"""`verify`: the same dossier gives the same report to the letter, and whatever differs is named."""

import shutil
from dataclasses import replace

import pytest

from dossiercheck.desk import differences, parse_report
from dossiercheck.desk.verification import Kind
from dossiercheck.findings import Outcome
from dossiercheck.reports import render
from tests.desk.test_deciding import run
from tests.reports import invented
from tests.whole import SAMPLES, TRUST

OLD = invented.incomplete()


def kinds(new):
    saved = [parse_report(render(report, "json", lang="nl")) for report in (OLD, new)]
    return {difference.kind for difference in differences(*saved)}


def test_every_difference_is_named():
    assert kinds(OLD) == set()
    assert kinds(replace(OLD, tool_version="99")) == {Kind.PROGRAM}
    assert kinds(replace(OLD, set_sha256="other")) == {Kind.SET}
    assert kinds(replace(OLD, documents=OLD.documents[1:])) == {Kind.FILE_REMOVED}
    changed = replace(OLD.documents[0], sha256="other")
    assert kinds(replace(OLD, documents=(changed, *OLD.documents[1:]))) == {Kind.FILE_CHANGED}
    met = tuple(replace(f, outcome=Outcome.MET, reason=None) for f in OLD.findings)
    assert kinds(replace(OLD, findings=met)) == {Kind.VERDICT, Kind.FINDING}
    assert kinds(replace(OLD, provider="Een ander")) == {Kind.TEXT}


@pytest.fixture
def dossier(tmp_path):
    shutil.copytree(SAMPLES / "clean", tmp_path / "zorg")
    return tmp_path / "zorg"


def test_judged_again_as_it_was_judged_then(tmp_path, dossier):
    report = tmp_path / "r.json"
    run("check", dossier, "--product", "basis", "--headcount", "12", "--requested-on", "2024-05-21", "--output", report)
    again = ["verify", report, dossier, "--trust", TRUST]
    assert outcome(*again)[0] == 0
    table = next(dossier.glob("*.xlsx"))
    table.rename(table.with_name("andere naam.xlsx"))
    code, said = outcome(*again)
    assert code == 1 and "andere naam.xlsx" in said


def outcome(*words):
    from typer.testing import CliRunner

    from dossiercheck.cli import app

    result = CliRunner().invoke(app, [str(word) for word in (*words, "--lang", "nl")])
    return result.exit_code, result.output
