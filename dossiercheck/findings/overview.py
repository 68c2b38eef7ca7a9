"""Many dossiers side by side: a line for each, the worst first, and what strikes the eye across them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dossiercheck.findings.model import Severity, Verdict, Wording

Tally = Mapping[str, int]
"""How many findings of each outcome (`met`, `not_met`, `undecided`, `not_applicable`), and how many `waived`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OverviewColumn:
    """A requirement of at least one of the dossiers."""

    id: str
    title: Wording
    severity: Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class DossierLine:
    """What came of one dossier."""

    name: str
    """Its path below the folder that was given."""
    exit_code: int
    error: Wording | None = None
    """Why nothing was judged; the rest says nothing then."""
    provider: str = ""
    set_id: str = ""
    verdict: Verdict | None = None
    people: int = 0
    files: int = 0
    knockouts: int = 0
    """Findings that are not met and set the application aside."""
    required: int = 0
    undecided: int = 0
    expiring: int = 0
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    """By requirement."""
    page: str | None = None
    """Its report (HTML), relative to the overview."""
    data: str | None = None
    """Its report (JSON), relative to the overview."""

    @property
    def rank(self) -> tuple[int, int, int, int, str]:
        """Worst first."""
        worst = {2: 0, 1: 1, 3: 2, 0: 3}.get(self.exit_code, 0)
        return worst, -self.knockouts, -self.required, -self.undecided, self.name


class SignalKind(StrEnum):
    """What strikes the eye across dossiers. A signal is a question to a person, never a verdict."""

    SAME_FILE = "same_file"
    """One file is handed in for two persons."""
    SAME_PERSON = "same_person"
    """One person (name and birth date) works for two providers."""
    SAME_REFERENCE = "same_reference"
    """One VOG reference stands on two different papers."""
    SAME_SEAL = "same_seal"
    """The same signature stands in two files that do not say the same."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SignalPlace:
    """One of the places that a signal is about."""

    dossier: str
    file: str = ""
    """Empty where it is about a person as such."""
    person: str = ""
    """Number and name, as the dossier has them; empty where the file belongs to nobody."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Signal:
    """Two places or more that have something in common that they should not."""

    kind: SignalKind
    places: tuple[SignalPlace, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview:
    """Everything that one run over many dossiers found."""

    tool_version: str
    on: date
    lines: tuple[DossierLine, ...]
    """Worst first."""
    columns: tuple[OverviewColumn, ...] = ()
    signals: tuple[Signal, ...] = ()
