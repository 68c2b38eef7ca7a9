"""A report as tables: typed rows below headers in words, for any format that shows tables."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dossiercheck.findings import DecidedBy, FileUse, Finding, Outcome, Report, Severity, SubjectKind
from dossiercheck.reports import escape
from dossiercheck.reports.grid import SIGNS, Cell, State, build_grid, state_of
from dossiercheck.reports.naming import finding_name, group_words, mark_words, spot, subject_name
from dossiercheck.reports.problems import sections
from dossiercheck.reports.todo import todos
from dossiercheck.reports.wording import Words

CellValue = str | int | float | date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """`width` in characters, roughly; `lead` columns stay in view."""

    title: str
    width: int
    lead: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Rows have as many cells as there are columns. A cell that says a state begins with one of `SIGNS`."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[CellValue, ...], ...]
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """What a cell, by row and column from 0, leads to: a file below the folder that the table is in."""


def headed(words: Words, *columns: tuple[str, int]) -> tuple[Column, ...]:
    """Columns by the key of their title and their width; the first one leads."""
    return tuple(Column(title=words.label(key), width=width, lead=at == 0) for at, (key, width) in enumerate(columns))


def grid_table(report: Report, words: Words, only: Severity | None = None) -> Table:
    """Employees by requirements; every cell says its state in a sign and in words."""
    rows = build_grid(report, only).rows
    cells: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        about_a_person = finding.subject.kind is SubjectKind.EMPLOYEE
        if about_a_person and only in (None, finding.severity) and finding.decided_by is not DecidedBy.AUTHORITY:
            cells[finding.subject.id, finding.requirement].append(finding)
    asked = [r for r in report.requirements if any((row.person.number, r.id) in cells for row in rows)]
    return Table(
        title=words.label("grid"),
        columns=(
            Column(title=words.label("grid-number"), width=7, lead=True),
            Column(title=words.label("grid-name"), width=26, lead=True),
            Column(title=words.word("facts", "function"), width=20),
            Column(title=words.label("col-together"), width=16),
            *(Column(title=f"{words.text(r.title)} ({escape.name(r.id)})", width=19) for r in asked),
        ),
        rows=tuple(
            (
                number(row.person.number),
                escape.name(row.person.name),
                escape.name(row.person.function),
                state_text(row.state, words),
                *(_cell(cells.get((row.person.number, r.id), []), words) for r in asked),
            )
            for row in rows
        ),
    )


def groups_table(report: Report, words: Words, only: Severity | None = None) -> Table:
    """Employees by groups of requirements: narrow enough for a page."""
    grid = build_grid(report, only)

    def said(cell: Cell) -> str:
        marks = [f"{SIGNS[mark.state]} {mark_words(mark, words)}" for mark in cell.marks]
        return "; ".join(marks) or SIGNS[cell.state]

    return Table(
        title=words.label("grid"),
        columns=(
            Column(title=words.label("grid-number"), width=7, lead=True),
            Column(title=words.label("grid-name"), width=26, lead=True),
            *(Column(title=group_words(group, words), width=16) for group in grid.groups),
        ),
        rows=tuple(
            (number(row.person.number), escape.name(row.person.name), *(said(cell) for cell in row.cells))
            for row in grid.rows
            if grid.groups
        ),
    )


def findings_table(report: Report, words: Words, only: Severity | None = None) -> Table:
    """Every finding that says something, worst first, then what does not apply."""
    known = {r.id: r for r in report.requirements}
    told = [
        f for topics in sections(report, words, only).values() for t in topics for p in t.problems for f in p.findings
    ]
    rest = [f for f in report.findings if f.outcome is Outcome.NOT_APPLICABLE and only in (None, f.severity)]
    seen = {id(f) for f in told}

    def row(f: Finding) -> tuple[CellValue, ...]:
        requirement = known.get(f.requirement)
        place = f.evidence[0] if f.evidence else None
        return (
            state_text(state_of(f), words),
            words.label(f"severity-{f.severity.value}"),
            words.text(requirement.title) if requirement else escape.name(f.requirement),
            number(f.subject.id) if f.subject.kind is SubjectKind.EMPLOYEE else None,
            escape.name(f.subject.name) if f.subject.kind is SubjectKind.EMPLOYEE else subject_name(f.subject, words),
            words.word("products", f.product) if f.product else None,
            words.sentence(f, requirement),
            words.remedy(f, requirement) or None,
            escape.path(place.file) if place else None,
            ", ".join(spot(place, words)) or None if place else None,
            escape.shorten(escape.clean(place.text), 200) or None if place else None,
            f.valid_until,
            words.word("reasons", f.reason.value) if f.reason else None,
            words.word("deciders", f.decided_by.value),
            escape.name(f.waived_by) if f.waived_by else None,
            escape.clean(f.decision) if f.decision else None,
            escape.name(f.source),
            escape.name(f.requirement),
        )

    return Table(
        title=words.label("sheet-findings"),
        columns=headed(
            words,
            ("col-state", 16),
            ("col-severity", 12),
            ("col-requirement", 30),
            ("grid-number", 7),
            ("col-about", 24),
            ("col-product", 10),
            ("col-seen", 60),
            ("col-remedy", 50),
            ("col-file", 40),
            ("col-spot", 12),
            ("col-quote", 30),
            ("col-valid-until", 14),
            ("col-reason", 20),
            ("col-decided-by", 14),
            ("col-waived-by", 16),
            ("col-decision", 24),
            ("col-paragraph", 12),
            ("col-id", 24),
        ),
        rows=tuple(row(f) for f in [*told, *(f for f in rest if id(f) not in seen)]),
    )


def actions_table(report: Report, words: Words, only: Severity | None = None) -> Table:
    """What there is to do: one row for each thing and each subject, so that a row can be ticked off."""
    known = {r.id: r for r in report.requirements}

    def rows() -> Iterator[tuple[CellValue, ...]]:
        for order, todo in enumerate(todos(report, words, only), start=1):
            for finding in todo.findings:
                employee = finding.subject.kind is SubjectKind.EMPLOYEE
                yield (
                    order,
                    todo.what,
                    todo.lead or None,
                    number(finding.subject.id) if employee else None,
                    escape.name(finding.subject.name) if employee else finding_name(finding, words) or None,
                    state_text(state_of(finding), words),
                    words.text(known[finding.requirement].title) if finding.requirement in known else None,
                    escape.name(finding.requirement),
                )

    return Table(
        title=words.label("sheet-actions"),
        columns=headed(
            words,
            ("col-order", 7),
            ("col-what", 70),
            ("col-lead", 12),
            ("grid-number", 7),
            ("col-for", 26),
            ("col-state", 16),
            ("col-requirement", 34),
            ("col-id", 24),
        ),
        rows=tuple(rows()),
    )


def files_table(documents: Sequence[FileUse], words: Words) -> Table:
    """The account of the files: each exactly once."""
    return Table(
        title=words.label("section-files"),
        columns=headed(
            words,
            ("col-file", 50),
            ("inspect-kind", 18),
            ("inspect-employee", 14),
            ("col-matched-by", 22),
            ("inspect-pages", 10),
            ("col-bytes", 12),
            ("col-sure", 8),
            ("inspect-seal", 26),
            ("inspect-problem", 40),
            ("inspect-facts", 60),
            ("inspect-sha256", 66),
        ),
        rows=tuple(
            (
                escape.path(use.file),
                words.word("kinds", use.kind),
                number(use.employee) if use.employee is not None else None,
                words.matched_by(use.matched_by) if use.matched_by else None,
                use.pages or None,
                use.size,
                round(use.confidence, 2),
                words.word("seal_states", use.seal.state.value) if use.seal else None,
                words.say(use.problem, use.problem_values) if use.problem else None,
                facts_text(use, words) or None,
                escape.clean(use.sha256) or None,
            )
            for use in documents
        ),
    )


CODED_FACTS = {"kind": "kinds", "no_qualification": "terms", "evc_kind": "terms"}
"""Facts whose value is a code, and the section that words it."""

_PRIVATE = frozenset({"born_on"})
"""Facts that no report for people repeats."""


def facts_text(use: FileUse, words: Words) -> str:
    """What a file states, in a line: 'op naam van: A. de Wit; datum: 12 maart 2022'."""
    facts = [*use.facts, *(fact for part in use.parts for fact in part.facts)]
    shown = [
        f"{words.word('facts', fact.name)}: {words.value(fact.value, CODED_FACTS.get(fact.name))}"
        for fact in facts
        if fact.value not in (None, ()) and fact.name not in _PRIVATE
    ]
    return escape.shorten("; ".join(shown), 1000)


def state_text(state: State, words: Words, why: str = "") -> str:
    """A state in a sign and words."""
    return f"{SIGNS[state]} {why or words.word('states', state.name.lower())}"


def number(text: str) -> int | str:
    """An employee's number as a number where it is written as one; `007` stays text."""
    plain = text.isascii() and text.isdigit() and len(text) < 10 and str(int(text)) == text
    return int(text) if plain else escape.name(text)


def _cell(findings: Sequence[Finding], words: Words) -> str:
    """One employee, one requirement: the worst state with its reason."""
    if not findings:
        return state_text(State.NOT_APPLICABLE, words)
    worst = max(findings, key=state_of)
    state = state_of(worst)
    if state is State.EXPIRING and worst.valid_until:
        return state_text(state, words, words.label("grid-until", day=words.short_day(worst.valid_until)))
    told = worst.reason is not None and state not in (State.MET, State.NOT_APPLICABLE)
    return state_text(state, words, words.word("reasons", worst.reason.value) if told and worst.reason else "")
