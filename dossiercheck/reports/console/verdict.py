"""The top of the report: the verdict with its counts, and what was judged by what and when."""

from dossiercheck.findings import Remark, Report, Verdict
from dossiercheck.reports import escape
from dossiercheck.reports.console.page import STYLES, Page, Part
from dossiercheck.reports.grid import SIGNS
from dossiercheck.reports.problems import Sections
from dossiercheck.reports.summary import VERDICT_SIGNS, counts, date_remark, folded
from dossiercheck.reports.wording import Words

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
    counted = [part for _, part in _counts(report, found, page.words)]
    parts = [*_headline(report, page.words), ": ", *_joined(counted)]
    if page.view.quiet:
        page.unbroken(*parts)
    else:
        page.line(*parts, hang=2)


def _headline(report: Report, words: Words) -> list[Part]:
    verdict = report.verdict
    sign, style = VERDICT_SIGNS[verdict], _STYLES[verdict]
    name = words.label(f"verdict-{verdict.value}").upper()
    provider = escape.name(report.provider or report.dossier)
    return [(f" {sign} {name} ", f"bold reverse {style}"), "  ", (provider, "bold")]


def _counts(report: Report, found: Sections, words: Words) -> list[tuple[Part, Part]]:
    """A sign and the words for each count that there is."""
    styles = [
        (count, "bold red" if count.label == "count-knockout" else STYLES[count.state])
        for count in counts(report, found)
    ]
    return [
        ((SIGNS[count.state], style), (words.label(count.label, count=count.count), style)) for count, style in styles
    ]


def _joined(parts: list[Part]) -> list[Part]:
    joined: list[Part] = []
    for part in parts:
        joined += [(" · ", "dim"), part] if joined else [part]
    return joined


def _particulars(report: Report, words: Words) -> list[tuple[str, tuple[Part, ...]]]:
    size = words.label("dossier-of", employees=len(report.people) or None, files=len(report.documents))
    version = words.label("version", version=report.set_version)
    lines: list[tuple[str, tuple[Part, ...]]] = [
        ("requirements", (f"{words.text(report.set_title)} ", (f"({escape.name(report.set_id)}, {version})", "dim"))),
        ("dossier", (f"{escape.path(report.dossier)} ", (f"({size})", "dim"))),
        ("judged-on", (words.day(report.on), *_origin(date_remark(report), words))),
    ]
    if report.not_checked:
        ids = folded([r.id for r in report.not_checked])
        count = len(report.not_checked)
        lines.append(("not-judged", (f"{words.label('not-judged-intro', count=count)} ", (ids, "dim"))))
    return lines


def _origin(remark: Remark | None, words: Words) -> tuple[Part, ...]:
    return ((f" ({words.label(remark.say)})", "dim"),) if remark else ()
