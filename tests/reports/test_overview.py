"""The overview of many dossiers: its links lead where they say, in each format that has links."""

import csv
import io

import html5lib
import openpyxl
import pytest

from dossiercheck.batch import overview_of
from dossiercheck.batch.record import line_of, record_of
from dossiercheck.findings import Overview, Severity, Signal, SignalKind, SignalPlace
from dossiercheck.reports import render, render_overview
from tests.reports import invented

PAGE = "dossiers/zorg.html"


def overview() -> Overview:
    """One dossier with every outcome, one in order, and a signal about both."""
    records = []
    for name, report in (("zorg", invented.incomplete()), ("goed", invented.complete())):
        line = line_of(report, name, page=f"dossiers/{name}.html", data=f"dossiers/{name}.json")
        records.append(record_of(report, line, contents="", settings="", written={}))
    both = tuple(SignalPlace(dossier=name, person="7 Gijs") for name in ("goed", "zorg"))
    found = overview_of(records, invented.ON)
    return Overview(
        tool_version=found.tool_version, on=found.on, lines=found.lines, columns=found.columns,
        signals=(Signal(kind=SignalKind.SAME_PERSON, places=both),),
    )  # fmt: skip


def tree(page: str):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


@pytest.mark.parametrize("only", [None, Severity.KNOCKOUT])
def test_every_link_leads_to_a_place_that_is_there(only: Severity | None) -> None:
    page = tree(render_overview(overview(), "html", lang="nl", only=only))
    there = {
        f"dossiers/{name}.html": {node.get("id") for node in tree(render(report, "html", lang="nl", only=only)).iter()}
        for name, report in (("zorg", invented.incomplete()), ("goed", invented.complete()))
    }
    links = [node.get("href") for node in page.iter("a") if not node.get("href").startswith("#")]
    assert set(links) > set(there)
    for link in links:
        file, _, place = link.partition("#")
        assert not place or place in there[file], link


def test_a_row_is_one_stop_for_the_keyboard_and_its_marks_are_said_in_words() -> None:
    page = tree(render_overview(overview(), "html", lang="nl"))
    (row,) = [row for row in page.iter("tr") if PAGE in [a.get("href") for a in row.iter("a")]]
    links = list(row.iter("a"))
    assert [link.get("href") for link in links if link.get("tabindex") is None] == [PAGE]
    marks = [" ".join("".join(link.itertext()).split()) for link in links[1:]]
    assert "✗ 1 niet in orde: Personeelstabel in Excel" in marks


def test_finding_by_words_is_offered_only_where_it_works() -> None:
    page = tree(render_overview(overview(), "html", lang="en"))
    (find,) = [node for node in page.iter("div") if node.get("class") == "find"]
    assert find.get("hidden") is not None
    assert [node.tag for node in find if node.tag == "label"] == ["label", "label"]
    rows = list(page.iter("tr"))[1:]
    heads = [th for th in page.iter("th") if th.get("scope") == "col"]
    for option in [option for option in page.iter("option") if option.get("value")]:
        assert "".join(heads[int(option.get("value"))].itertext()) == "".join(option.itertext())
    assert all(len(list(row)) == len(heads) for row in rows)


def test_the_workbook_opens_the_reports() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render_overview(overview(), "xlsx", lang="nl")))
    lines, signals = book.worksheets
    assert [(cell.value, cell.hyperlink.target) for cell in lines["B"][1:]] == [
        ("zorg", PAGE),
        ("goed", "dossiers/goed.html"),
    ]
    assert [cell.hyperlink.target for cell in signals["C"][1:]] == ["dossiers/goed.html", PAGE]


def test_the_csv_says_where_the_reports_are() -> None:
    rows = list(csv.DictReader(io.StringIO(render_overview(overview(), "csv", lang="nl"))))
    assert (rows[0]["html"], rows[0]["json"]) == (PAGE, "dossiers/zorg.json")
