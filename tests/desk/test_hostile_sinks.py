"""Text out of a dossier that tries to steer a terminal, a page or a spreadsheet, through every output of the desk."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from functools import lru_cache

import docx
import openpyxl
import pytest
from defusedxml import ElementTree

from dossiercheck.desk import (
    EmployeeNote,
    Term,
    compare,
    differences,
    employee_notes,
    open_questions,
    parse_report,
    provider_letter,
    to_confirm,
)
from dossiercheck.findings import DecidedBy, FactView, Outcome
from dossiercheck.reports import (
    confirmation_sheet,
    confirmation_text,
    fill_for_employee,
    fill_for_provider,
    letters_docx,
    letters_markdown,
    question_sheet,
    question_text,
    render,
    render_comparison,
    verification_text,
)
from tests.reports import test_hostile_text
from tests.reports.test_hostile_text import EVIL, FORBIDDEN

TERM = Term(until=date(2025, 1, 8))
MARKS = re.compile(r"(?<!\\)[<`\[|]|(?<![\\*])\*(?!\*)")
"""What Markdown would take for more than text; `**` stands in our own templates."""
EACH = pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))


@lru_cache(maxsize=2)
def hostile(evil):
    """Some findings of each kind of subject and each outcome: enough for every line of an output."""
    report = test_hostile_text.hostile(evil)
    return replace(report, findings=report.findings[::4], documents=report.documents[:3])


def saved(evil, lang="nl", **changes):
    return parse_report(render(replace(hostile(evil), **changes), "json", lang=lang))


def letters(evil, lang):
    """A letter to the provider and a note, with this text wherever a letter can hold some."""
    report = saved(evil, lang)
    day = date(2024, 12, 20)
    note = replace(NOTE, name=evil, tender=evil, things=(evil,) * 2, messages=(evil,))
    yield "provider", fill_for_provider(provider_letter(report), TERM, day, evil, lang)
    yield "employee", fill_for_employee(note, TERM, day, evil, lang)


NOTE = EmployeeNote(number="7", name="", tender="", things=(), messages=())


def cells(sheet):
    """The texts of a sheet, workbook or CSV, below its header."""
    if isinstance(sheet, bytes):
        book = openpyxl.load_workbook(io.BytesIO(sheet))
        assert all(cell.data_type != "f" for page in book for row in page.iter_rows() for cell in row)
        return [str(cell.value) for page in book for row in page.iter_rows(min_row=2) for cell in row if cell.value]
    return [cell for row in list(csv.reader(io.StringIO(sheet)))[1:] for cell in row]


def harmless(text):
    assert not FORBIDDEN.search(text), FORBIDDEN.search(text)
    text.encode("utf-8")


@EACH
def test_letters_in_markdown(evil):
    for lang in ("nl", "en"):
        for to, letter in letters(evil, lang):
            text = letters_markdown([letter], to, lang, None)
            harmless(text)
            assert not MARKS.search(text), MARKS.search(text)


@pytest.mark.parametrize("to", ["provider", "employee"])
@pytest.mark.parametrize("own", [True, False])
def test_letters_in_word(to, own, tmp_path):
    """All of them in one document: opening one takes longer than writing twenty letters."""
    template = tmp_path / "eigen.docx" if own else None
    if template:
        word = docx.Document()
        for name in ("provider", "points", "sender", "name"):
            word.add_paragraph(f"{{{{{name}}}}}")
        word.save(template)
    made = letters_docx([dict(letters(evil, "nl"))[to] for evil in EVIL], to, "nl", template)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert not [name for name in parts.namelist() if "vba" in name.lower() or "embed" in name.lower()]
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                harmless("\n".join(ElementTree.fromstring(parts.read(name)).itertext()))
        assert "External" not in parts.read("word/_rels/document.xml.rels").decode()
        assert "fldSimple" not in parts.read("word/document.xml").decode()


@EACH
def test_questions_at_the_terminal_and_as_sheets(evil):
    report = hostile(evil)
    findings = tuple(replace(f, outcome=Outcome.UNDECIDED, decided_by=DecidedBy.PERSON) for f in report.findings)
    report = replace(report, findings=findings)
    asked = open_questions(report)
    assert asked
    for question in asked[:6]:
        for width in (40, 100):
            told = question_text(question, report, "nl", width)
            harmless(told.replace("\n", " "))
    for as_workbook in (True, False):
        for text in cells(question_sheet(asked[:6], report, "nl", as_workbook=as_workbook)):
            harmless(text)
            assert not text.startswith(("=", "+", "-", "@"))


@EACH
def test_what_is_to_confirm_as_text_and_as_sheets(evil):
    report = hostile(evil)
    facts = (FactView(name="reference", value=evil), FactView(name="form", value="digital"))
    use = replace(report.documents[0], kind="vog", parts=(), facts=facts, employee=evil)
    papers = to_confirm(replace(report, documents=(use,)))
    assert papers
    harmless(confirmation_text(papers, "nl").replace("\n", " "))
    for as_workbook in (True, False):
        for text in cells(confirmation_sheet(papers, report.on, "nl", as_workbook=as_workbook)):
            harmless(text)
            assert not text.startswith(("=", "+", "-", "@"))


@EACH
def test_comparisons_and_verifications(evil):
    old = saved(evil, documents=())
    new = saved(evil, findings=tuple(replace(f, outcome=Outcome.MET) for f in hostile(evil).findings))
    for one, other in ((old, new), (new, old)):
        comparison = compare(one, other)
        for format in ("console", "markdown", "json"):
            text = render_comparison(comparison, format, "nl", 80)
            harmless(text.replace("\n", " "))
            if format == "markdown":
                assert not MARKS.search(text), MARKS.search(text)
        harmless(verification_text(differences(one, other), "nl").replace("\n", " "))


def test_employees_of_a_hostile_report_get_no_note_that_says_more_than_text():
    for evil in EVIL:
        assert all(note.things for note in employee_notes(saved(evil)))
