"""What a report says beyond its findings: how ambiguous texts were read, and what another reading would change."""

from dataclasses import dataclass

from dossiercheck.findings.model import Finding, Verdict, Wording


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
