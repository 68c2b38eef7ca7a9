"""The overview for other programs: codes that never follow the language."""

import json

from dossiercheck.findings import DossierLine, Overview
from dossiercheck.reports.csv import text as csv_text
from dossiercheck.reports.escape import json_safe, writable
from dossiercheck.reports.interface import View
from dossiercheck.reports.overview.tables import shown_columns
from dossiercheck.reports.wording import words

FORMAT = "dossiercheck-overview/1"
_COUNTS = ("people", "files", "knockouts", "required", "undecided", "expiring")


def as_csv(overview: Overview, view: View) -> str:
    """A line for each dossier; a column for each requirement says `not_met:3`, `undecided:1`, `met`."""
    say = words(view.lang)
    columns = shown_columns(overview, view.only)
    header = ["dossier", "provider", "verdict", "exit_code", *_COUNTS, "error", "html", "json"]
    header += [column.id for column in columns]
    lines = (
        [
            line.name,
            line.provider,
            line.verdict.value if line.verdict else None,
            line.exit_code,
            *(getattr(line, name) for name in _COUNTS),
            say.text(line.error) if line.error else None,
            line.page,
            line.data,
            *(_state(line, column.id) for column in columns),
        ]
        for line in overview.lines
    )
    return csv_text(header, lines, view.encoding)


def as_json(overview: Overview, view: View) -> str:
    """Everything, the signals too."""
    say = words(view.lang)
    whole = {
        "format": FORMAT,
        "tool": {"name": "dossiercheck", "version": overview.tool_version},
        "on": overview.on.isoformat(),
        "dossiers": [
            {
                "name": line.name,
                "provider": line.provider,
                "requirements": line.set_id or None,
                "verdict": line.verdict.value if line.verdict else None,
                "exit_code": line.exit_code,
                **{name: getattr(line, name) for name in _COUNTS},
                "error": say.text(line.error) if line.error else None,
                "findings": {id: dict(tally) for id, tally in line.tallies.items()},
                "html": line.page,
                "json": line.data,
            }
            for line in overview.lines
        ],
        "signals": [
            {
                "code": signal.kind.value,
                "message": say.word("signals", signal.kind.value),
                "places": [
                    {"dossier": p.dossier, "file": p.file or None, "person": p.person or None} for p in signal.places
                ],
            }
            for signal in overview.signals
        ],
    }
    text = json_safe(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"
    return text if writable(text, view.encoding) else json.dumps(whole, ensure_ascii=True, indent=2) + "\n"


def _state(line: DossierLine, requirement: str) -> str:
    tally = line.tallies.get(requirement, {})
    for outcome in ("not_met", "undecided", "waived"):
        if tally.get(outcome):
            return f"{outcome}:{tally[outcome]}"
    return next((outcome for outcome in ("met", "not_applicable") if tally.get(outcome)), "")
