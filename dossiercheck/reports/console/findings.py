"""The findings as a list: by requirement, equal problems together, each with where it is and what to do."""

from collections.abc import Iterable, Sequence

from dossiercheck.findings import Finding, RequirementInfo, SubjectKind
from dossiercheck.reports import escape
from dossiercheck.reports.console.page import Page, Part
from dossiercheck.reports.grid import SIGNS, State, number_ranges
from dossiercheck.reports.naming import finding_name, ruling_note, where
from dossiercheck.reports.problems import Problem, Section, Topic
from dossiercheck.reports.wording import Words

APART = 3
"""So many subjects with the same problem each get a sentence of their own; more share one."""
CASES = 15
"""So many cases of a shared sentence are shown; the rest are named by number."""
PLACES = 2
"""So many places are shown of one finding."""
NAME_COLUMNS = 32
"""Columns for the names in a list of cases; a longer name just pushes its line."""
LONG_NUMBER = 6
"""Employee numbers shorter than this are written under each other by their last digit."""
MAX_QUOTE = 70
"""Longest quotation of a document, in characters."""

LOOKS = {
    Section.KNOCKOUT: (State.NOT_MET, "red"),
    Section.REQUIRED: (State.NOT_MET, "red"),
    Section.UNDECIDED: (State.UNDECIDED, "yellow"),
    Section.ADVICE: (State.ADVICE, "cyan"),
    Section.FILES: (State.ADVICE, "cyan"),
    Section.WAIVED: (State.WAIVED, "cyan"),
    Section.MET: (State.MET, "green"),
}
_WITH_SEVERITY = (Section.UNDECIDED, Section.WAIVED)


def show_section(page: Page, section: Section, topics: Sequence[Topic]) -> None:
    """One section with its heading and count."""
    _, style = LOOKS[section]
    count = sum(topic.count for topic in topics)
    page.heading(f"{page.words.label(f'section-{section.value}')} ({count})", style)
    for topic in topics:
        show_topic(page, section, topic)


def show_topic(page: Page, section: Section, topic: Topic) -> None:
    """A requirement with everything that this section says of it."""
    page.blank()
    state, style = LOOKS[section]
    title = page.words.text(topic.requirement.title)
    marker = (SIGNS[state], f"bold {style}")
    asked = _asked(topic, section, page.words)
    if page.fits(f"   {title}  {asked}"):
        page.line((title, "bold"), (f"  {asked}", "dim"), indent=1, marker=marker)
    else:
        page.line((title, "bold"), indent=1, marker=marker)
        page.line((asked, "dim"), indent=3)
    reading = topic.requirement.interpretation
    if reading and section is not Section.MET:
        page.line((f"{page.words.label('reading')} {page.words.text(reading)}", "dim"), indent=3)
    for problem in topic.problems:
        _show_problem(page, problem, topic.requirement)


def _asked(topic: Topic, section: Section, words: Words) -> str:
    requirement = topic.requirement
    parts = [escape.name(requirement.id)]
    if requirement.source:
        parts.append(words.label("paragraph", source=requirement.source))
    if section in _WITH_SEVERITY:
        parts.append(words.label(f"severity-{requirement.severity.value}"))
    if topic.count > 1:
        employees = all(f.subject.kind is SubjectKind.EMPLOYEE for p in topic.problems for f in p.findings)
        persons = {f.subject.id for p in topic.problems for f in p.findings}
        key, count = ("persons", len(persons)) if employees else ("cases", topic.count)
        parts.append(words.label(key, count=count))
    return " · ".join(parts)


def _show_problem(page: Page, problem: Problem, requirement: RequirementInfo) -> None:
    if len(problem.findings) > APART:
        _show_together(page, problem, requirement)
    else:
        for finding in problem.findings:
            _show_apart(page, finding, requirement)
    if problem.remedy:
        page.line(problem.remedy, indent=3, marker=("→", "bold"))


def _show_apart(page: Page, finding: Finding, requirement: RequirementInfo) -> None:
    words = page.words
    name = finding_name(finding, words)
    lead: list[Part] = [(name, "bold"), ": "] if name else []
    page.line(*lead, words.sentence(finding, requirement), *_notes(finding, words), indent=3)
    most = len(finding.evidence) if page.view.verbose else PLACES
    for place in finding.evidence[:most]:
        quote = escape.shorten(escape.clean(place.text), MAX_QUOTE)
        page.line((where(place, words) + (f": “{quote}”" if quote else ""), "dim"), indent=5)
    if len(finding.evidence) > most:
        page.line((words.label("more-places", count=len(finding.evidence) - most), "dim"), indent=5)


def _show_together(page: Page, problem: Problem, requirement: RequirementInfo) -> None:
    """One sentence for all, with what differs listed subject by subject."""
    words, findings = page.words, problem.findings
    template = words.template(findings[0], requirement)
    sentence, rest = words.common(template, [f.values for f in findings])
    page.line(sentence, indent=3)
    details = [_detail(finding, differs, words) for finding, differs in zip(findings, rest, strict=True)]
    most = len(findings) if page.view.verbose or len(findings) <= CASES + 1 else CASES
    if any(details) or any(_needs_line(finding, words) for finding in findings):
        _show_cases(page, findings[:most], details)
        if len(findings) > most:
            page.line((_others(findings[most:], words), "dim"), indent=5)
    else:
        names = [name for finding in findings if (name := finding_name(finding, words))]
        page.line(", ".join(names), indent=5)


def _needs_line(finding: Finding, words: Words) -> bool:
    return finding.subject.kind is SubjectKind.DOCUMENT or bool(_notes(finding, words))


def _show_cases(page: Page, findings: Sequence[Finding], details: Sequence[str]) -> None:
    """A line for each, names under each other."""
    from rich.cells import cell_len

    longest = max(cell_len(finding.subject.id) for finding in findings)
    names = [finding_name(finding, page.words) for finding in findings]
    if all(finding.subject.kind is SubjectKind.EMPLOYEE for finding in findings) and longest < LONG_NUMBER:
        names = [" " * (longest - cell_len(f.subject.id)) + name for f, name in zip(findings, names, strict=True)]
    widest = min(max(cell_len(name) for name in names), NAME_COLUMNS)
    for finding, name, detail in zip(findings, names, details, strict=False):
        gap = " " * max(widest - cell_len(name), 0) + "  " if detail else ""
        page.line(name, (gap + detail, "dim"), *_notes(finding, page.words), indent=5, hang=2)


def _detail(finding: Finding, differs: str, words: Words) -> str:
    """What is this case's own: its values and its place."""
    places = () if finding.subject.kind is SubjectKind.DOCUMENT else finding.evidence[:1]
    return " · ".join(part for part in (differs, *(where(place, words) for place in places)) if part)


def _others(findings: Iterable[Finding], words: Words) -> str:
    rest = list(findings)
    if any(f.subject.kind is not SubjectKind.EMPLOYEE for f in rest):
        return words.label("and-more-cases", count=len(rest))
    numbers = number_ranges([escape.name(f.subject.id) for f in rest])
    return f"{words.label('and-more', count=len(rest))} {', '.join(numbers)}"


def _notes(finding: Finding, words: Words) -> list[Part]:
    note = ruling_note(finding, words)
    return [(f" ({note})", "cyan")] if note else []
