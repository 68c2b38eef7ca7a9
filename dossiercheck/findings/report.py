"""The report on one dossier. Counts, verdict and exit code are computed here and nowhere else."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from dossiercheck.facts import Box
from dossiercheck.findings.model import (
    FactValue,
    FileUse,
    Finding,
    Outcome,
    PersonLine,
    Remark,
    RequirementInfo,
    Verdict,
    Wording,
)
from dossiercheck.findings.outlook import Action, ReadingUse, ShelfLife

PictureKey = tuple[str, int, Box]
"""File, page (from 1) and box of a place."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AnchorUse:
    """A certificate that seals were allowed to chain to in this check."""

    name: str
    sha256: str
    """Of the certificate, hexadecimal."""
    used: bool
    """A signature in the dossier does chain to it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """Everything that one check of one dossier found."""

    tool_version: str
    dossier: str
    """Name of the folder or ZIP."""
    dossier_sha256: str
    provider: str
    set_id: str
    set_version: str
    set_sha256: str
    set_title: Wording
    on: date
    requirements: tuple[RequirementInfo, ...]
    not_checked: tuple[RequirementInfo, ...]
    """What the set asks and this version cannot judge yet."""
    people: tuple[PersonLine, ...]
    findings: tuple[Finding, ...]
    documents: tuple[FileUse, ...]
    remarks: tuple[Remark, ...] = ()
    readings: tuple[ReadingUse, ...] = ()
    """One per requirement whose text can be read in several ways."""
    actions: tuple[Action, ...] = ()
    """The fewest that settle every finding that keeps the dossier from being complete; what takes longest first."""
    anchors: tuple[AnchorUse, ...] = ()
    asked: Mapping[str, FactValue] = field(default_factory=dict)
    """What the operator gave: enough, with the files, to judge again in the same way."""
    pictures: Mapping[PictureKey, bytes] = field(default_factory=dict)
    """Pieces of pages (PNG) that show evidence; only where a format that shows them was asked for."""

    @property
    def shelf_life(self) -> ShelfLife | None:
        """How long what is in order stays so; None where nothing of it runs out."""
        ending = [f for f in self.findings if f.counts and f.outcome is Outcome.MET and f.valid_until]
        days = [f.valid_until for f in ending if f.valid_until]
        if not days:
            return None
        return ShelfLife(until=min(days), findings=tuple(f for f in ending if f.valid_until == min(days)))

    @property
    def verdict(self) -> Verdict:
        return self.verdict_of(self.findings)

    def verdict_of(self, findings: Iterable[Finding]) -> Verdict:
        """The verdict where these were the findings."""
        outcomes = {f.outcome for f in findings if f.counts}
        if Outcome.NOT_MET in outcomes:
            return Verdict.INCOMPLETE
        if Outcome.UNDECIDED in outcomes or self.not_checked:
            return Verdict.NEEDS_REVIEW
        return Verdict.COMPLETE

    @property
    def exit_code(self) -> int:
        return {Verdict.COMPLETE: 0, Verdict.INCOMPLETE: 1, Verdict.NEEDS_REVIEW: 3}[self.verdict]

    @property
    def counts(self) -> Mapping[str, int]:
        """Findings by outcome, plus those that run out soon and those that are waived."""
        by_outcome = Counter(f.outcome.value for f in self.findings)
        return {
            **{outcome.value: by_outcome[outcome.value] for outcome in Outcome},
            "expiring": sum(f.expiring for f in self.findings),
            "waived": sum(f.waived_by is not None for f in self.findings),
        }
