"""The report as Markdown, for a mail or a ticket. No word of a dossier becomes markup, a link or a picture."""

from collections.abc import Iterator, Sequence

from dossiercheck.facts import Place
from dossiercheck.findings import FileUse, Finding, Report
from dossiercheck.reports import escape
from dossiercheck.reports.escape import markdown as md
from dossiercheck.reports.grid import SIGNS
from dossiercheck.reports.interface import View
from dossiercheck.reports.naming import finding_name, where
from dossiercheck.reports.problems import Section, Topic, running_out, sections
from dossiercheck.reports.readings import reading_lines
from dossiercheck.reports.summary import VERDICT_SIGNS, counts, other_remarks
from dossiercheck.reports.tables import Column, Table, actions_table, facts_text, files_table, groups_table
from dossiercheck.reports.to_do_first import shelf_life
from dossiercheck.reports.wording import Words, words

_LISTED = (Section.KNOCKOUT, Section.REQUIRED, Section.UNDECIDED, Section.ADVICE, Section.FILES, Section.WAIVED)
_FILE_COLUMNS = (0, 1, 2, 7, 8)
"""Columns of the table of files that fit on a page."""
_TODO_COLUMNS = (0, 1, 2, 4, 6)


def render(report: Report, view: View) -> str:
    """Verdict, grid, what to do, findings, files, remarks."""
    say = words(view.lang)
    return _text([line for block in _blocks(report, view, say) for line in [*block, ""]], view)


def render_inspect(documents: Sequence[FileUse], view: View) -> str:
    """What was seen in these files."""
    say = words(view.lang)
    lines = [*_table(_only(files_table(documents, say), _FILE_COLUMNS)), ""]
    for use in documents:
        lines += [f"### {md(escape.path(use.file))}", "", md(facts_text(use, say) or say.label("inspect-no-facts")), ""]
    return _text(lines, view)


def _text(lines: Sequence[str], view: View) -> str:
    return escape.spelled("\n".join(lines).strip("\n") + "\n", view.encoding)


def _blocks(report: Report, view: View, say: Words) -> Iterator[list[str]]:
    found = sections(report, say)
    verdict = f"{VERDICT_SIGNS[report.verdict]} {say.label(f'verdict-{report.verdict.value}')}"
    yield [f"# {md(verdict)}: {md(escape.name(report.provider or report.dossier))}"]
    yield [md(say.label(f"explain-{report.verdict.value}"))]
    yield [f"- {SIGNS[c.state]} {md(say.label(c.label, count=c.count))}" for c in counts(report, found)]
    yield _particulars(report, say)
    if view.quiet:
        return
    shown = sections(report, say, view.only) if view.only else found
    yield from _tables(report, view, say)
    for section in (*_LISTED, *([Section.MET] if view.verbose else [])):
        if section in shown:
            yield from _section(section, shown[section], say)
    soon = running_out(report, view.only)
    if soon:
        yield [f"## {md(say.label('section-expiring'))}"]
        yield [f"- {md(say.label('until', day=f.valid_until))}: {_sentence(f, report, say)}" for f in soon]
    yield from _rest(report, say)


def _particulars(report: Report, say: Words) -> list[str]:
    facts = [
        (say.label("requirements"), f"{say.text(report.set_title)} ({report.set_id}, {report.set_version})"),
        (say.label("dossier"), escape.path(report.dossier)),
        (say.label("judged-on"), say.day(report.on)),
    ]
    return [f"- **{md(label)}** {md(value)}" for label, value in facts]


def _tables(report: Report, view: View, say: Words) -> Iterator[list[str]]:
    grid = groups_table(report, say, view.only)
    if grid.rows:
        yield [f"## {md(grid.title)}"]
        yield _table(grid)
    todo = _only(actions_table(report, say, view.only), _TODO_COLUMNS)
    if todo.rows:
        yield [f"## {md(todo.title)}"]
        yield _table(todo)
    if life := shelf_life(report, say):
        yield [f"## {md(say.label('section-shelf-life'))}"]
        yield [md(life)]


def _section(section: Section, topics: Sequence[Topic], say: Words) -> Iterator[list[str]]:
    yield [f"## {md(say.label(f'section-{section.value}'))} ({sum(topic.count for topic in topics)})"]
    for topic in topics:
        requirement = topic.requirement
        asked = f"{escape.name(requirement.id)} · {say.label('paragraph', source=requirement.source)}"
        yield [f"### {md(say.text(requirement.title))} ({md(asked)})"]
        for problem in topic.problems:
            lines = []
            for finding in problem.findings:
                name = finding_name(finding, say)
                lead = f"**{md(name)}**: " if name else ""
                lines.append(f"- {lead}{md(say.sentence(finding, requirement))}{_notes(finding, say)}")
                lines += [f"  - {_place(place, say)}" for place in finding.evidence[:2]]
            if problem.remedy:
                lines += ["", f"→ {md(problem.remedy)}"]
            yield lines


def _place(place: Place, say: Words) -> str:
    quote = escape.shorten(escape.clean(place.text), 70)
    return md(where(place, say) + (f": “{quote}”" if quote else ""))


def _notes(finding: Finding, say: Words) -> str:
    notes = []
    if finding.waived_by:
        notes.append(say.label("waived-by", name=escape.name(finding.waived_by)))
    if finding.decision:
        notes.append(say.label("decision", text=finding.decision))
    return "".join(f" ({md(note)})" for note in notes)


def _sentence(finding: Finding, report: Report, say: Words) -> str:
    known = {r.id: r for r in report.requirements}
    name = finding_name(finding, say)
    return (f"**{md(name)}**: " if name else "") + md(say.sentence(finding, known.get(finding.requirement)))


def _rest(report: Report, say: Words) -> Iterator[list[str]]:
    yield [f"## {md(say.label('section-files'))}"]
    yield _table(_only(files_table(report.documents, say), _FILE_COLUMNS))
    for label, requirements in (("section-not-checked", report.not_checked),):
        if requirements:
            yield [f"## {md(say.label(label))} ({len(requirements)})"]
            yield [f"- {md(say.text(r.title))} ({md(escape.name(r.id))})" for r in requirements]
    readings = reading_lines(report, say)
    if readings:
        yield [f"## {md(say.label('section-readings'))}"]
        yield [
            text
            for line in readings
            for text in (f"- **{md(line.title)}**: {md(line.used)}.", *(f"  - {md(other)}" for other in line.others))
        ]
    remarks = other_remarks(report)
    if remarks:
        yield [f"## {md(say.label('section-remarks'))}"]
        yield [f"- {md(say.say(r.say, r.values))}" for r in remarks]


def _only(table: Table, indexes: Sequence[int]) -> Table:
    columns: tuple[Column, ...] = tuple(table.columns[i] for i in indexes)
    return Table(title=table.title, columns=columns, rows=tuple(tuple(row[i] for i in indexes) for row in table.rows))


def _table(table: Table) -> list[str]:
    def line(cells: Sequence[object]) -> str:
        return f"| {' | '.join('' if cell is None else md(str(cell)) for cell in cells)} |"

    return [
        line([column.title for column in table.columns]),
        f"|{'---|' * len(table.columns)}",
        *(line(row) for row in table.rows),
    ]
