"""What is kept of one dossier besides its reports: its line in the overview, and what to compare with others.

A record is written last and as a whole: where it is, its reports are complete.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from dossiercheck.batch.traces import Trace, traces_of
from dossiercheck.findings import (
    DecidedBy,
    DossierLine,
    Finding,
    Outcome,
    OverviewColumn,
    Report,
    Severity,
    Verdict,
    Wording,
)

FORMAT = "dossiercheck-batch/1"


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """One dossier's result."""

    contents: str
    """`fingerprint.contents_of`, taken before it was read."""
    settings: str
    set_sha256: str
    written: Mapping[str, str]
    """SHA-256 of each report, by its file name."""
    line: DossierLine
    columns: tuple[OverviewColumn, ...] = ()
    traces: tuple[Trace, ...] = ()
    seconds: float = field(default=0.0, compare=False)
    """How long it took; told while running, never written."""


def line_of(report: Report, name: str, *, page: str | None, data: str) -> DossierLine:
    """The overview's line on a report. What only the municipalities decide is the same everywhere: it is left out."""
    tallies: dict[str, Counter[str]] = {}
    for finding in (finding for finding in report.findings if finding.decided_by is not DecidedBy.AUTHORITY):
        tally = tallies.setdefault(finding.requirement, Counter())
        tally["waived" if finding.waived_by else finding.outcome.value] += 1
    counted = [finding for finding in report.findings if finding.counts]
    return DossierLine(
        name=name,
        exit_code=report.exit_code,
        provider=report.provider,
        set_id=report.set_id,
        verdict=report.verdict,
        people=len(report.people),
        files=len(report.documents),
        knockouts=_failed(counted, Severity.KNOCKOUT),
        required=_failed(counted, Severity.REQUIRED),
        undecided=sum(finding.outcome is Outcome.UNDECIDED for finding in counted) + len(report.not_checked),
        expiring=sum(finding.expiring for finding in report.findings),
        tallies={requirement: dict(sorted(tally.items())) for requirement, tally in tallies.items()},
        page=page,
        data=data,
    )


def record_of(report: Report, line: DossierLine, *, contents: str, settings: str, written: Mapping[str, str]) -> Record:
    """What is kept of a report that has been written."""
    return Record(
        contents=contents,
        settings=settings,
        set_sha256=report.set_sha256,
        written=dict(written),
        line=line,
        columns=tuple(OverviewColumn(id=r.id, title=r.title, severity=r.severity) for r in report.requirements),
        traces=traces_of(report, line.name),
    )


def dump(record: Record) -> bytes:
    """A record as its file holds it."""
    line = record.line
    return (
        json.dumps(
            {
                "format": FORMAT,
                "contents": record.contents,
                "settings": record.settings,
                "set_sha256": record.set_sha256,
                "written": dict(sorted(record.written.items())),
                "line": {
                    "name": line.name,
                    "exit_code": line.exit_code,
                    "error": {"nl": line.error.nl, "en": line.error.en} if line.error else None,
                    "provider": line.provider,
                    "set_id": line.set_id,
                    "verdict": line.verdict.value if line.verdict else None,
                    **{name: getattr(line, name) for name in _NUMBERS},
                    "tallies": {requirement: dict(tally) for requirement, tally in line.tallies.items()},
                    "page": line.page,
                    "data": line.data,
                },
                "columns": [[c.id, c.title.nl, c.title.en, c.severity.value] for c in record.columns],
                "traces": [[t.kind, t.key, t.file, t.person, t.same] for t in record.traces],
            },
            ensure_ascii=True,
            indent=1,
        ).encode()
        + b"\n"
    )


def load(data: bytes) -> Record | None:
    """The record in these bytes; None where they hold none, or one of another version."""
    try:
        read = json.loads(data)
        if read["format"] != FORMAT:
            return None
        line = read["line"]
        error = line["error"]
        return Record(
            contents=str(read["contents"]),
            settings=str(read["settings"]),
            set_sha256=str(read["set_sha256"]),
            written={str(name): str(digest) for name, digest in read["written"].items()},
            line=DossierLine(
                name=str(line["name"]),
                exit_code=int(line["exit_code"]),
                error=Wording(nl=str(error["nl"]), en=str(error["en"])) if error else None,
                provider=str(line["provider"]),
                set_id=str(line["set_id"]),
                verdict=Verdict(line["verdict"]) if line["verdict"] else None,
                **{name: int(line[name]) for name in _NUMBERS},
                tallies=cast(dict[str, dict[str, int]], line["tallies"]),
                page=line["page"],
                data=line["data"],
            ),
            columns=tuple(
                OverviewColumn(id=id, title=Wording(nl=nl, en=en), severity=Severity(severity))
                for id, nl, en, severity in read["columns"]
            ),
            traces=tuple(
                Trace(kind=kind, key=key, dossier=str(line["name"]), file=file, person=person, same=same)
                for kind, key, file, person, same in read["traces"]
            ),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


_NUMBERS = ("people", "files", "knockouts", "required", "undecided", "expiring")


def _failed(findings: list[Finding], severity: Severity) -> int:
    return sum(f.outcome is Outcome.NOT_MET and f.severity is severity for f in findings)
