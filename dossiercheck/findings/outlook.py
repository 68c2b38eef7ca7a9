"""What a report says beyond its findings: other readings, what to do first, and how long the dossier keeps."""

from dataclasses import dataclass
from datetime import date, timedelta

from dossiercheck.findings.model import Finding, Subject, Verdict, Wording


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A finding that another reading makes otherwise. None on a side: there is no such finding on it."""

    before: Finding | None
    after: Finding | None


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherReading:
    """A reading of a requirement that was not used, and what would have come of it."""

    name: str
    title: Wording
    verdict: Verdict
    """The verdict of the whole report in this reading."""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadingUse:
    """How an ambiguous requirement was read."""

    requirement: str
    name: str
    """Key in the set's `readings`."""
    title: Wording
    others: tuple[OtherReading, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """Something to do, and the findings that it settles."""

    key: str
    """Key in the set's `actions`; the requirement's id where the set has no action for it."""
    title: Wording | None
    """None: what to do is the advice that belongs to its findings."""
    lead_minutes: int | None
    """How long it takes, in calendar time; None: not known."""
    once: bool = False
    """Done once for the whole dossier, whomever its findings are about."""
    ask: Wording | None = None
    """The same as a question to the employee who alone can do it; None where the provider can."""
    findings: tuple[Finding, ...]

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Whom or what it is about, each once, in the order of the findings."""
        return tuple(dict.fromkeys(finding.subject for finding in self.findings))

    @property
    def requirements(self) -> tuple[str, ...]:
        """What it settles, each once."""
        return tuple(dict.fromkeys(finding.requirement for finding in self.findings))


@dataclass(frozen=True, kw_only=True, slots=True)
class ShelfLife:
    """How long what is in order stays so."""

    until: date
    """The last day on which nothing that is in order now has run out."""
    findings: tuple[Finding, ...]
    """What runs out first; their evidence names the papers."""

    @property
    def red_on(self) -> date:
        """The first day on which something is no longer in order."""
        return self.until + timedelta(days=1)
