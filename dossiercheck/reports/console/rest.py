"""What follows the findings: what runs out, the files, what others decide, remarks, and what was not judged."""

from collections import Counter
from collections.abc import Sequence

from dossiercheck.findings import FileUse, Finding, Outcome, Report, RequirementInfo
from dossiercheck.reports import escape
from dossiercheck.reports.console.findings import show_topic
from dossiercheck.reports.console.page import Page, Part
from dossiercheck.reports.naming import subject_name
from dossiercheck.reports.problems import Section, Sections, Topic, of_nobody, running_out
from dossiercheck.reports.summary import other_remarks

LINES = 15
"""So many lines of a long list are shown; the rest are counted."""


def show_running_out(page: Page, report: Report) -> None:
    """What is in order now and will not be soon, by its last valid day."""
    soon = running_out(report, page.view.only)
    if not soon:
        return
    words = page.words
    known = {r.id: r for r in report.requirements}
    page.heading(f"{words.label('section-expiring')} ({len(soon)})", "cyan")
    page.blank()
    days = [words.label("until", day=finding.valid_until) for finding in soon]
    widest = max(len(day) for day in days)
    most = _most(page, len(soon))
    for day, finding in list(zip(days, soon, strict=True))[:most]:
        requirement = known.get(finding.requirement)
        title = words.text(requirement.title) if requirement else escape.clean(finding.requirement)
        name = subject_name(finding.subject, words)
        lead: list[Part] = [(name, "bold"), ": "] if name else []
        page.line(*lead, title, *_file(finding), indent=3, marker=(day.ljust(widest), "cyan"))
    _count_rest(page, len(soon) - most)


def show_files(page: Page, report: Report, found: Sections) -> None:
    """The account of the files: how many of what, and those that were not used."""
    words, documents = page.words, report.documents
    page.heading(words.label("section-files"))
    page.blank()
    if not documents:
        page.line(words.label("files-none"), indent=3)
        return
    kinds = Counter(use.kind for use in documents)
    summary = ", ".join(f"{count} × {words.word('kinds', kind)}" for kind, count in kinds.most_common())
    page.line(f"{words.label('files-summary', count=len(documents))} {summary}", indent=3)
    for topic in found.get(Section.FILES, ()):
        show_topic(page, Section.FILES, topic)
    told = {
        f.subject.id for f in report.findings if f.requirement.startswith("files.") and f.outcome is not Outcome.MET
    }
    rest = [use for use in documents if use.file not in told]
    _list_files(page, "files-nobody", of_nobody(tuple(rest)))
    _list_files(page, "files-unreadable", [use for use in rest if use.kind == "unreadable"])
    _list_files(page, "files-unknown", [use for use in rest if use.kind == "other"])


def show_authority(page: Page, topics: Sequence[Topic]) -> None:
    """What only the municipalities decide; it counts nowhere."""
    if topics:
        page.heading(f"{page.words.label('section-authority')} ({len(topics)})")
        page.blank()
        _list_requirements(page, [topic.requirement for topic in topics])


def show_not_checked(page: Page, report: Report) -> None:
    """What the set asks and this version cannot judge."""
    if report.not_checked:
        title = page.words.label("section-not-checked")
        page.heading(f"{title} ({len(report.not_checked)})", "yellow")
        page.blank()
        _list_requirements(page, report.not_checked)


def show_remarks(page: Page, report: Report) -> None:
    """What holds for the whole report."""
    remarks = other_remarks(report)
    if remarks:
        page.heading(page.words.label("section-remarks"))
        page.blank()
        for remark in remarks:
            page.line(page.words.say(remark.say, remark.values), indent=3, marker="•")
            files = remark.values.get("files")
            if isinstance(files, tuple):
                _list_names(page, files)


def _list_names(page: Page, files: Sequence[str]) -> None:
    most = _most(page, len(files))
    for file in files[:most]:
        page.line(escape.path(file), indent=5)
    _count_rest(page, len(files) - most)


def _list_files(page: Page, label: str, uses: Sequence[FileUse]) -> None:
    if not uses:
        return
    words = page.words
    page.blank()
    page.line((f"{words.label(label)} ({len(uses)})", "bold"), indent=3)
    most = _most(page, len(uses))
    for use in uses[:most]:
        why = f"  {words.say(use.problem, use.problem_values)}" if use.problem else ""
        page.line(escape.path(use.file), (why, "dim"), indent=5)
    _count_rest(page, len(uses) - most)


def _list_requirements(page: Page, requirements: Sequence[RequirementInfo]) -> None:
    words = page.words
    for requirement in requirements:
        asked = f"  {escape.name(requirement.id)} · {words.label('paragraph', source=requirement.source)}"
        page.line(words.text(requirement.title), (asked, "dim"), indent=3, marker="•")


def _file(finding: Finding) -> list[Part]:
    return [(f"  {escape.path(finding.evidence[0].file)}", "dim")] if finding.evidence else []


def _most(page: Page, count: int) -> int:
    return count if page.view.verbose or count <= LINES + 1 else LINES


def _count_rest(page: Page, count: int) -> None:
    if count > 0:
        page.line((page.words.label("and-more-cases", count=count), "dim"), indent=5)
