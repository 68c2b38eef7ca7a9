"""What is expected of each sample (`sample_dossiers/situations.yaml`), and the table in the samples' README."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

SAMPLES = Path(__file__).parents[2] / "sample_dossiers"
WHOLE_SET = ("twente-", "clean-twente")
OF_H6 = ("h6-", "clean-h6")


@dataclass(frozen=True, kw_only=True)
class Expected:
    """One finding that must be there."""

    requirement: str
    outcome: str = ""
    """Empty for advice, whose outcome is not fixed."""
    reason: str = ""
    subject: str


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """What one sample shows."""

    folder: str
    shows: str
    exit: int
    on: date
    findings: tuple[Expected, ...] = ()
    """All findings that count and are not met or undecided."""
    advice: tuple[Expected, ...] = ()
    """All findings that never count."""
    may_advise: bool = False
    """Advice follows from the fault; which, is not fixed."""
    expiring: tuple[Expected, ...] = ()

    @property
    def requirements(self) -> str:
        if self.folder.startswith(OF_H6):
            return "h6-wmo"
        return "twente-t77948" if self.folder.startswith(WHOLE_SET) else "twente-personnel"


def expectations() -> tuple[Expectation, ...]:
    """In the order of the file."""
    data = yaml.safe_load((SAMPLES / "situations.yaml").read_text(encoding="utf-8"))
    return tuple(_expectation(entry, data["judged_on"]) for entry in data["situations"])


def _expectation(entry: dict[str, object], on: date) -> Expectation:
    lists = {
        key: tuple(Expected(**finding) for finding in entry.get(key, ()))  # type: ignore[attr-defined]
        for key in ("findings", "advice", "expiring")
    }
    given = {key: value for key, value in entry.items() if key != "judged_on"}
    return Expectation(**{**given, **lists, "on": entry.get("judged_on", on)})  # type: ignore[arg-type]


def readme(expected: tuple[Expectation, ...]) -> str:
    """The samples' README."""
    first = expected[0]
    rows = "\n".join(_row(e) for e in expected)
    return f"""# Sample dossiers

One folder for each situation, named after its one fault. The people, the provider and the schools are invented; the
seals are real signatures of a **test authority** that `dossiercheck` does not trust by itself: give it with `--trust`.

    dossiercheck check sample_dossiers/{first.folder} --trust sample_dossiers/trust --on {first.on}

Each folder's `dossier.yaml` names its requirement set; all are judged as of {first.on}, those of the H6 set in 2023 (`situations.yaml` has the day). Exit 0: complete; 1: something
is not met; 3: something is left for a person.

This table and the folders are made by `python sample_dossiers/build.py` (or `… build.py vog-too-old` for one of them)
from `situations.yaml`. The keys in `keys/` are test keys: nobody should ever trust them.

| folder | what it shows | exit | what is found |
|---|---|---|---|
{rows}
"""


def _row(expected: Expectation) -> str:
    found = [_words(f) for f in expected.findings]
    found += [f"advice: {_words(f)}" for f in expected.advice]
    found += [f"expiring: {_words(f)}" for f in expected.expiring]
    return f"| `{expected.folder}` | {expected.shows} | {expected.exit} | {'<br>'.join(found) or 'nothing'} |"


def _words(finding: Expected) -> str:
    parts = [
        f"`{finding.requirement}`",
        finding.outcome.replace("_", " "),
        f"`{finding.reason}`" * bool(finding.reason),
    ]
    about = f"employee {finding.subject}" if finding.subject.isdigit() else finding.subject
    return " ".join(part for part in parts if part) + f" ({about})"
