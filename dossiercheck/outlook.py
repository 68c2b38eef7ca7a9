"""Beyond the findings: what another reading of an ambiguous requirement would change.

What can be read otherwise is judged again in each reading that is not used, and the findings are held against those of
the report. Where that is a sample that narrows them to other persons, everything is: it decides about whom the other
requirements speak.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from dossiercheck.checks import Requirement, SampleDrawn
from dossiercheck.findings import Change, Finding, OtherReading, Outcome, ReadingUse, Reason, Report
from dossiercheck.people import Dossier
from dossiercheck.tender import Subtender

Judge = Callable[[Subtender], Sequence[Finding]]
"""Judges the dossier at hand by a set."""


def reading_uses(report: Report, dossier: Dossier, subtender: Subtender, judge: Judge) -> Iterator[ReadingUse]:
    """How each ambiguous requirement was read, and what its other readings would come to."""
    for requirement in subtender.requirements:
        if requirement.reading and requirement.readings:
            others = (other for other in subtender.alternatives if other.id == requirement.id)
            yield ReadingUse(
                requirement=requirement.id,
                name=requirement.reading,
                title=requirement.readings[requirement.reading].title.wording,
                others=tuple(_otherwise(other, report, dossier, subtender, judge) for other in others),
            )


def _otherwise(
    other: Requirement, report: Report, dossier: Dossier, subtender: Subtender, judge: Judge
) -> OtherReading:
    used = subtender.sample.narrows_to(dossier) if subtender.sample else None
    sampling = isinstance(other, SampleDrawn) and other.narrows_to(dossier) != used
    asked = [other if r.id == other.id else r for r in subtender.requirements]
    heard = asked if sampling else [r for r in asked if r is other or isinstance(r, SampleDrawn)]
    judged = judge(replace(subtender, requirements=tuple(heard)))
    before: Sequence[Finding] = report.findings
    after = judged
    if not sampling:
        before, after = _of(before, other.id), _of(judged, other.id)
    name = other.reading or ""
    return OtherReading(
        name=name,
        title=other.readings[name].title.wording,
        verdict=report.verdict_of(judged if sampling else [*_but(report.findings, other.id), *after]),
        changes=tuple(_changes(before, after)),
    )


def _of(findings: Iterable[Finding], requirement: str) -> list[Finding]:
    return [finding for finding in findings if finding.requirement == requirement]


def _but(findings: Iterable[Finding], requirement: str) -> list[Finding]:
    return [finding for finding in findings if finding.requirement != requirement]


def _told(finding: Finding | None) -> tuple[Outcome, Reason | None] | None:
    """What matters of a finding: that something is met and that it is not asked are alike, nothing is to be done."""
    harmless = finding is None or finding.outcome in (Outcome.MET, Outcome.NOT_APPLICABLE)
    return None if finding is None or harmless else (finding.outcome, finding.reason)


_About = tuple[str, str, str, str | None]


def _changes(before: Sequence[Finding], after: Sequence[Finding]) -> Iterator[Change]:
    """What differs in outcome or reason, subject by subject."""
    old, new = _by_subject(before), _by_subject(after)
    for about in dict.fromkeys((*old, *new)):
        was, is_now = old.get(about, []), new.get(about, [])
        for index in range(max(len(was), len(is_now))):
            one = was[index] if index < len(was) else None
            two = is_now[index] if index < len(is_now) else None
            if _told(one) != _told(two):
                yield Change(before=one, after=two)


def _by_subject(findings: Iterable[Finding]) -> dict[_About, list[Finding]]:
    found: defaultdict[_About, list[Finding]] = defaultdict(list)
    for finding in findings:
        subject = finding.subject
        found[finding.requirement, subject.kind.value, subject.id, finding.product].append(finding)
    return found
