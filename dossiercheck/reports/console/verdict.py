"""The top of the report: the verdict with its counts, and what was judged by what and when."""

from collections import defaultdict

from dossiercheck.findings import Remark, Report, Verdict
from dossiercheck.reports import escape
from dossiercheck.reports.console.page import SIGNS, Page, Part
from dossiercheck.reports.grid import State, group_of
from dossiercheck.reports.problems import Section, Sections
from dossiercheck.reports.wording import Words

DATE_REMARKS = ("judged-by-given-date", "judged-by-today")
"""Remarks that say where the date judged by comes from; shown beside it."""

_SIGNS = {Verdict.COMPLETE: "✓", Verdict.INCOMPLETE: "✗", Verdict.NEEDS_REVIEW: "?"}
_STYLES = {Verdict.COMPLETE: "green", Verdict.INCOMPLETE: "red", Verdict.NEEDS_REVIEW: "yellow"}


def show_verdict(page: Page, report: Report, found: Sections) -> None:
    """Verdict, counts, and the particulars of the check. `found` is not filtered: the verdict is about everything."""
    words = page.words
    page.line(*_headline(report, words))
    page.blank()
    page.line(words.label(f"explain-{report.verdict.value}"), indent=2)
    page.blank()
    for sign, part in _counts(report, found, words):
        page.line(part, indent=2, marker=sign)
    page.blank()
    for label, parts in _particulars(report, words):
        page.line(*parts, indent=2, marker=(f"{words.label(label):<15}", "dim"))
    if page.view.only:
        page.blank()
        page.line((words.label(f"only-{page.view.only.value}"), "cyan"), indent=2)


def show_verdict_line(page: Page, report: Report, found: Sections) -> None:
    """The verdict and its counts: one line where the view is quiet, else a paragraph."""
    counts = [part for _, part in _counts(report, found, page.words)]
    parts = [*_headline(report, page.words), ": ", *_joined(counts)]
    if page.view.quiet:
        page.unbroken(*parts)
    else:
        page.line(*parts, hang=2)


def _headline(report: Report, words: Words) -> list[Part]:
    verdict = report.verdict
    sign, style = _SIGNS[verdict], _STYLES[verdict]
    name = words.label(f"verdict-{verdict.value}").upper()
    provider = escape.name(report.provider or report.dossier)
    return [(f" {sign} {name} ", f"bold reverse {style}"), "  ", (provider, "bold")]


def _counts(report: Report, found: Sections, words: Words) -> list[tuple[Part, Part]]:
    """What is wrong, what is open, what is well: a sign and the words for each that there is."""

    def number(section: Section) -> int:
        return sum(topic.count for topic in found.get(section, ()))

    counted = [
        ("count-knockout", number(Section.KNOCKOUT), State.NOT_MET, "bold red"),
        ("count-required", number(Section.REQUIRED), State.NOT_MET, "red"),
        ("count-undecided", number(Section.UNDECIDED), State.UNDECIDED, "yellow"),
        ("count-not-checked", len(report.not_checked), State.UNDECIDED, "yellow"),
        ("count-advice", number(Section.ADVICE) + number(Section.FILES), State.ADVICE, "cyan"),
        ("count-waived", report.counts["waived"], State.WAIVED, "cyan"),
        ("count-met", report.counts["met"], State.MET, "green"),
        ("count-expiring", report.counts["expiring"], State.EXPIRING, "cyan"),
    ]
    return [
        ((SIGNS[state], style), (words.label(key, count=count), style))
        for key, count, state, style in counted
        if count or key == "count-met"
    ]


def _joined(parts: list[Part]) -> list[Part]:
    joined: list[Part] = []
    for part in parts:
        joined += [(" · ", "dim"), part] if joined else [part]
    return joined


def _particulars(report: Report, words: Words) -> list[tuple[str, tuple[Part, ...]]]:
    size = words.label("dossier-of", employees=len(report.people) or None, files=len(report.documents))
    version = words.label("version", version=report.set_version)
    origin = next((r for r in report.remarks if r.say in DATE_REMARKS), None)
    lines: list[tuple[str, tuple[Part, ...]]] = [
        ("requirements", (f"{words.text(report.set_title)} ", (f"({escape.name(report.set_id)}, {version})", "dim"))),
        ("dossier", (f"{escape.path(report.dossier)} ", (f"({size})", "dim"))),
        ("judged-on", (words.day(report.on), *_origin(origin, words))),
    ]
    if report.not_checked:
        ids = _folded([r.id for r in report.not_checked])
        count = len(report.not_checked)
        lines.append(("not-judged", (f"{words.label('not-judged-intro', count=count)} ", (ids, "dim"))))
    return lines


def _origin(remark: Remark | None, words: Words) -> tuple[Part, ...]:
    return ((f" ({words.label(remark.say)})", "dim"),) if remark else ()


def _folded(ids: list[str]) -> str:
    """Ids of one group together: `vog.*` for three or more of them."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for requirement in ids:
        groups[group_of(requirement)].append(requirement)
    return ", ".join(f"{group}.*" if len(same) > 2 else ", ".join(same) for group, same in groups.items())
