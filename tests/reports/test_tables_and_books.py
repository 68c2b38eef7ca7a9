"""Workbook, CSV and Markdown: typed cells, nothing that runs, the same bytes, nothing lost."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from dossiercheck.findings import PersonLine, Severity
from dossiercheck.reports import render, render_inspect
from dossiercheck.reports.escape import cell
from dossiercheck.reports.escape import markdown as md
from tests.reports import invented

FORMULAS = ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =cmd|'/C calc'!A0", "＝1", "=HYPERLINK(\"http://x.invalid\")"]  # fmt: skip


def book(report, **options):
    data = render(report, "xlsx", lang="nl", **options)
    assert isinstance(data, bytes)
    return load_workbook(io.BytesIO(data))


def sheet(report, name, **options):
    head, *rows = book(report, **options)[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_the_workbook_has_its_sheets_with_filters_and_frozen_panes():
    opened = book(invented.incomplete())
    assert opened.sheetnames == ["Oordeel", "Wie mist wat", "Bevindingen", "Te doen", "Bestanden"]
    for one in opened:
        assert one.freeze_panes and one.auto_filter.ref and one.conditional_formatting
    assert opened["Wie mist wat"].freeze_panes == "C2"


def test_every_employee_and_every_finding_is_in_the_workbook():
    report = invented.incomplete()
    assert len(sheet(report, "Wie mist wat")) == len(report.people)
    assert len(sheet(report, "Bevindingen")) == len(report.findings)
    assert len(sheet(report, "Bestanden")) == len(report.documents)


def test_cells_have_their_types():
    rows = sheet(invented.incomplete(), "Bevindingen")
    soon = next(row for row in rows if row["Geldig tot en met"])
    assert soon["Geldig tot en met"] == datetime(2024, 7, 14)  # noqa: DTZ001 - a cell knows no zone
    assert soon["Nr."] == 5
    people = (PersonLine(number="007", name="Anna"), PersonLine(number="8", name="Bram"))
    grid = sheet(invented.report([f for p in people for f in invented.met_by(p)], people=people), "Wie mist wat")
    assert [row["Nr."] for row in grid] == ["007", 8]


def test_states_are_told_in_signs_and_words():
    grid = {row["Nr."]: row for row in sheet(invented.incomplete(), "Wie mist wat")}
    told = {value for row in grid.values() for value in row.values() if isinstance(value, str)}
    assert {"✓ in orde", "✗ te oud", "✗ gewijzigd na het verzegelen", "✓ t/m 14-7-2024"} <= told


def test_a_filter_narrows_the_sheets_and_never_the_verdict():
    few = sheet(invented.incomplete(), "Bevindingen", only=Severity.ADVICE)
    assert {row["Zwaarte"] for row in few} == {"advies", "knock-out"}  # what the municipalities decide always stays
    cover = [row[1].value for row in book(invented.incomplete(), only=Severity.ADVICE)["Oordeel"].iter_rows()]
    assert "✗ Niet compleet" in cover


@pytest.mark.parametrize("evil", FORMULAS)
def test_nothing_is_a_formula(evil):
    people = (PersonLine(number=evil, name=evil, function=evil),)
    report = invented.report(invented.met_by(people[0]), people=people, provider=evil, dossier=evil)
    documents = [replace(invented.DOCUMENTS[0], file=evil, problem=evil)]
    for data in (render(report, "xlsx", lang="en"), render_inspect(documents, "xlsx", lang="en")):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = parts.namelist()
            assert not [n for n in names if "external" in n.lower() or "vba" in n.lower() or "drawing" in n]
            xml = b"".join(parts.read(n) for n in names if n.startswith("xl/worksheets/"))
        assert b"<f>" not in xml and b"<hyperlink" not in xml
        for one in load_workbook(io.BytesIO(data)):
            for value in (v for row in one.iter_rows(values_only=True) for v in row if isinstance(v, str)):
                assert not value.lstrip().startswith(("=", "+", "-", "@", "＝")), value
    for text in (render(report, "csv", lang="en"), render_inspect(documents, "csv", lang="en")):
        for line in csv.reader(io.StringIO(text)):
            assert not [v for v in line if v.lstrip().startswith(("=", "+", "-", "@", "＝"))]


def test_plain_text_keeps_its_looks():
    assert cell("J. de Wit") == "J. de Wit"
    assert cell("'s-Gravenhage") == "'s-Gravenhage"
    assert cell("  =1") == "'=1"


def test_csv_has_a_line_for_each_finding_with_codes():
    report = invented.incomplete()
    nl, en = (list(csv.DictReader(io.StringIO(render(report, "csv", lang=lang)))) for lang in ("nl", "en"))
    assert len(nl) == len(report.findings)
    codes = [name for name in nl[0] if name not in ("message", "remedy")]
    assert [[row[c] for c in codes] for row in nl] == [[row[c] for c in codes] for row in en]
    old = next(row for row in en if row["requirement"] == "vog.max-age" and row["outcome"] == "not_met")
    assert (old["subject_id"], old["reason"], old["page"]) == ("2", "too_old", "1")
    assert old["text"] == "12 maart 2021"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a_b*c*", r"a\_b\*c\*"),
        ("[x](http://y.invalid)", r"\[x\](http\://y.invalid)"),
        ("<img src=x>", r"\<img src=x\>"),
        ("1. no list", "&#49;. no list"),
        ("- no list", r"\- no list"),
        ("# no heading | no cell", r"\# no heading \| no cell"),
        ("www.x.invalid", r"www\.x.invalid"),
        ("overeenkomst-1.pdf", "overeenkomst-1.pdf"),
    ],
)
def test_markdown_takes_no_words_for_markup(text, shown):
    assert md(text) == shown


def test_markdown_tables_keep_their_columns():
    text = render(invented.incomplete(), "markdown", lang="nl")
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_markdown(golden, lang):
    golden(f"incomplete.{lang}.md", render(invented.incomplete(), "markdown", lang=lang))


def test_csv(golden):
    golden("incomplete.nl.csv", render(invented.incomplete(), "csv", lang="nl"))


@pytest.mark.parametrize("format", ["xlsx", "csv", "markdown"])
def test_the_same_report_gives_the_same_bytes(format):
    one, other = (render(invented.many(), format, lang="nl") for _ in range(2))
    assert one == other


def test_the_workbook_says_the_day_judged_by_and_not_when_it_was_written():
    assert book(invented.complete()).properties.modified.date() == date(2024, 6, 1)
