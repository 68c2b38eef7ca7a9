"""`--share`: nothing of whom or what a report is about is left, in any format, and the judgement stays."""

import io
import json
import re
import zipfile
from dataclasses import replace

import pytest

from dossiercheck.dates import parse_date
from dossiercheck.desk import shared
from dossiercheck.facts import Place
from dossiercheck.findings import Outcome, Subject, SubjectKind
from dossiercheck.reports import FORMATS, render
from tests.desk.test_deciding import run
from tests.reports import invented
from tests.whole import SAMPLES

REPORT = invented.incomplete()


def text_of(report, format):
    rendered = render(report, format, lang="nl", verbose=True)
    if isinstance(rendered, str):
        return rendered
    with zipfile.ZipFile(io.BytesIO(rendered)) as book:
        return "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())


def words_of(report):
    """Whatever names somebody or something: names, files, and the words (no bare days) seen in papers."""
    yield report.provider
    for person in report.people:
        yield from (part for part in person.name.split() if len(part) > 4)
    for use in report.documents:
        yield use.file
    for finding in report.findings:
        yield from (place.text for place in finding.evidence if len(place.text) > 4 and not parse_date(place.text))


@pytest.mark.parametrize("format", FORMATS)
def test_no_word_of_the_dossier_is_left(format):
    text = text_of(shared(REPORT), format)
    left = {word for word in words_of(REPORT) if word and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)}
    titles = text_of(replace(shared(REPORT), findings=(), documents=()), format)
    assert {word for word in left if word not in titles} == set()


def test_the_judgement_is_the_same():
    assert shared(REPORT).verdict is REPORT.verdict and shared(REPORT).counts == REPORT.counts
    for was, now in zip(REPORT.findings, shared(REPORT).findings, strict=True):
        assert (was.requirement, was.outcome, was.reason, was.say) == (
            now.requirement,
            now.outcome,
            now.reason,
            now.say,
        )


def test_a_person_known_by_name_only_gets_a_number():
    by_name = Subject(kind=SubjectKind.EMPLOYEE, id="Anna de Wit", name="Anna de Wit")
    finding = replace(
        REPORT.findings[0], subject=by_name, evidence=(Place(file="anna.pdf", cell="Anna!B2", text="Anna"),)
    )
    told = shared(replace(REPORT, findings=(finding,)))
    assert "Anna" not in repr(told.findings) and told.findings[0].subject.id.startswith("P")
    assert told.findings[0].evidence[0].cell == "B2"


def test_on_the_command_line(tmp_path):
    target = tmp_path / "r.json"
    assert run("check", SAMPLES / "vog-of-somebody-else", "--share", "--output", target).exit_code == 1
    text = target.read_text(encoding="utf-8")
    assert "Berg" not in text and "vog.pdf" not in text and json.loads(text)["dossier"]["provider"] == ""
    assert any(f["outcome"] == Outcome.NOT_MET for f in json.loads(text)["findings"])
