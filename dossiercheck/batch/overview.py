"""Records become the overview: lines worst first, every requirement once, and what strikes the eye across dossiers."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from dossiercheck import __version__
from dossiercheck.batch.record import Record
from dossiercheck.batch.traces import signals
from dossiercheck.findings import DossierLine, Overview, OverviewColumn


class FailOn(StrEnum):
    """From what on a run ends with another exit code than 0. A dossier that could not be judged always counts."""

    KO = "ko"
    REQUIRED = "required"
    UNDECIDED = "undecided"
    NEVER = "never"


def overview_of(records: Sequence[Record], on: date) -> Overview:
    """The same records give the same overview, whatever order they were finished in."""
    columns: dict[str, OverviewColumn] = {}
    for record in sorted(records, key=lambda record: record.line.name):
        for column in record.columns:
            columns.setdefault(column.id, column)
    traces = [trace for record in records for trace in record.traces]
    return Overview(
        tool_version=__version__,
        on=on,
        lines=tuple(sorted((record.line for record in records), key=lambda line: line.rank)),
        columns=tuple(columns.values()),
        signals=signals(traces),
    )


def worst_exit_code(lines: Sequence[DossierLine], fail_on: FailOn) -> int:
    """The worst of the dossiers: not judged (2) is worse than incomplete (1), that than left to a person (3)."""
    codes = {_exit_code(line, fail_on) for line in lines}
    return next((code for code in (2, 1, 3) if code in codes), 0)


def _exit_code(line: DossierLine, fail_on: FailOn) -> int:
    if line.error is not None or fail_on is FailOn.UNDECIDED:
        return line.exit_code
    match fail_on:
        case FailOn.KO:
            return 1 if line.knockouts else 0
        case FailOn.REQUIRED:
            return 1 if line.knockouts or line.required else 0
        case FailOn.NEVER:
            return 0
