"""The work list of what only an issuer can confirm: as text, by the place to go to, and as a sheet to fill in."""

from collections.abc import Iterator, Sequence

from dossiercheck.desk import Desk, ToConfirm
from dossiercheck.reports import escape
from dossiercheck.reports.tables import Column, Table
from dossiercheck.reports.wording import Words, words

_COLUMNS = {"desk": 30, "file": 44, "person": 26, "reference": 24, "answer": 22, "note": 30, "by": 18, "sha256": 20}


def confirmation_text(papers: Sequence[ToConfirm], lang: str) -> str:
    """The list; ends with a line break."""
    return "\n".join(_lines(papers, words(lang))) + "\n"


def _lines(papers: Sequence[ToConfirm], say: Words) -> Iterator[str]:
    if not papers:
        yield say.label("confirm-none")
    for desk in Desk:
        mine = [paper for paper in papers if paper.desk is desk]
        if not mine:
            continue
        yield say.label(f"confirm-{desk.value}", count=len(mine))
        for paper in mine:
            reference = say.label("confirm-with", reference=escape.clean(paper.reference)) if paper.reference else ""
            person = _person(paper)
            yield f"  [ ] {person}{': ' if person else ''}{_file(paper, say)}{reference}"
        yield ""


def _person(paper: ToConfirm) -> str:
    return escape.name(" ".join(part for part in (paper.employee or "", paper.name) if part))


def _file(paper: ToConfirm, say: Words) -> str:
    page = f", {say.label('page', page=paper.pages[0])}" if paper.pages else ""
    return escape.path(paper.file) + page


def confirmation_table(papers: Sequence[ToConfirm], lang: str) -> Table:
    """One row a paper; answer, note and name are for the user to fill in."""
    say = words(lang)
    return Table(
        title=say.label("confirm-title"),
        columns=tuple(Column(title=say.label(f"confirm-{code}"), width=width) for code, width in _COLUMNS.items()),
        rows=tuple(
            (
                say.label(f"confirm-short-{paper.desk.value}"),
                _file(paper, say),
                _person(paper) or None,
                escape.clean(paper.reference) or None,
                None,
                None,
                None,
                paper.sha256,
            )
            for paper in papers
        ),
    )
