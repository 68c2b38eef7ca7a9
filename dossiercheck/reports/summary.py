"""The sum of a report for people: how many of what, and where the date judged by comes from."""

from collections import defaultdict
from dataclasses import dataclass

from dossiercheck.findings import Remark, Report, Verdict
from dossiercheck.reports.grid import State, group_of
from dossiercheck.reports.problems import Section, Sections

DATE_REMARKS = ("judged-by-given-date", "judged-by-today")
"""Remarks that say where the date judged by comes from; shown beside it."""

VERDICT_SIGNS = {Verdict.COMPLETE: "✓", Verdict.INCOMPLETE: "✗", Verdict.NEEDS_REVIEW: "?"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """So many of one thing. `label` is a key that takes `count`."""

    label: str
    count: int
    state: State


def counts(report: Report, found: Sections) -> tuple[Count, ...]:
    """What is wrong, what is open, what is well; only what there is, but always what is met.

    `found` is not filtered: the verdict is about everything.
    """

    def number(section: Section) -> int:
        return sum(topic.count for topic in found.get(section, ()))

    counted = [
        ("count-knockout", number(Section.KNOCKOUT), State.NOT_MET),
        ("count-required", number(Section.REQUIRED), State.NOT_MET),
        ("count-undecided", number(Section.UNDECIDED), State.UNDECIDED),
        ("count-not-checked", len(report.not_checked), State.UNDECIDED),
        ("count-advice", number(Section.ADVICE) + number(Section.FILES), State.ADVICE),
        ("count-waived", report.counts["waived"], State.WAIVED),
        ("count-met", report.counts["met"], State.MET),
        ("count-expiring", report.counts["expiring"], State.EXPIRING),
    ]
    return tuple(
        Count(label=label, count=count, state=state) for label, count, state in counted if count or label == "count-met"
    )


def date_remark(report: Report) -> Remark | None:
    """Where the date judged by comes from."""
    return next((remark for remark in report.remarks if remark.say in DATE_REMARKS), None)


def other_remarks(report: Report) -> tuple[Remark, ...]:
    """What holds for the whole report, the date left out."""
    return tuple(remark for remark in report.remarks if remark.say not in DATE_REMARKS)


def folded(ids: list[str]) -> str:
    """Ids of one group together: `vog.*` for three or more of them."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for requirement in ids:
        groups[group_of(requirement)].append(requirement)
    return ", ".join(f"{group}.*" if len(same) > 2 else ", ".join(same) for group, same in groups.items())
