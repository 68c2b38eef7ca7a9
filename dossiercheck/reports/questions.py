"""What is left to a person, one question at a time: as text for the terminal, and as a sheet to fill in."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from dossiercheck.desk import OpenQuestion
from dossiercheck.findings import RequirementInfo
from dossiercheck.reports import escape
from dossiercheck.reports.naming import finding_name, where
from dossiercheck.reports.tables import CellValue, Column, Table
from dossiercheck.reports.wording import Words, words

MOST_PLACES = 8
_COLUMNS = {
    "number": 6,
    "requirement": 26,
    "asked": 28,
    "subject": 24,
    "message": 60,
    "place": 40,
    "remedy": 40,
    "outcome": 16,
    "reason": 30,
    "by": 18,
    "key": 14,
}
"""Codes of the sheet's columns with their width; the user fills in outcome, reason and by."""


def question_text(asked: OpenQuestion, known: Mapping[str, RequirementInfo], lang: str, width: int) -> str:
    """One question with its evidence, on several lines of at most so many columns."""
    lines = _lines(asked, known.get(asked.finding.requirement), words(lang))
    return "\n".join(folded for line in lines for folded in _folded(line, width))


def _folded(line: str, width: int) -> list[str]:
    """A line that is too long goes on below, two columns further in."""
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return wrap(line, max(width, 40), subsequent_indent=indent, break_on_hyphens=False)


def _lines(asked: OpenQuestion, info: RequirementInfo | None, say: Words) -> Iterator[str]:
    finding = asked.finding
    title = say.text(info.title) if info else finding.requirement
    yield f"{title}  ({escape.name(finding.requirement)} · {say.label('paragraph', source=finding.source)})"
    name = finding_name(finding, say)
    yield f"  {name}: {say.sentence(finding, info)}" if name else f"  {say.sentence(finding, info)}"
    for place in finding.evidence[:MOST_PLACES]:
        quote = escape.shorten(escape.clean(place.text), 100)
        yield f"    {where(place, say)}" + (f": “{quote}”" if quote else "")
    if remedy := say.remedy(finding, info):
        yield f"  → {remedy}"


def questions_table(asked: Sequence[OpenQuestion], known: Mapping[str, RequirementInfo], lang: str) -> Table:
    """The sheet: one row a question."""
    say = words(lang)
    return Table(
        title=say.label("questions-title"),
        columns=tuple(Column(title=say.label(f"questions-{code}"), width=width) for code, width in _COLUMNS.items()),
        rows=tuple(_row(n, a, known.get(a.finding.requirement), say) for n, a in enumerate(asked, start=1)),
    )


def _row(number: int, asked: OpenQuestion, info: RequirementInfo | None, say: Words) -> tuple[CellValue, ...]:
    finding = asked.finding
    return (
        number,
        finding.requirement,
        say.text(info.title) if info else None,
        finding_name(finding, say) or None,
        say.sentence(finding, info),
        "; ".join(dict.fromkeys(where(place, say) for place in finding.evidence[:MOST_PLACES])) or None,
        say.remedy(finding, info) or None,
        None,
        None,
        None,
        asked.key,
    )
