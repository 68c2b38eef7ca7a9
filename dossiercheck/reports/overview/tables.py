"""The overview as tables: a row for each dossier, a column for each requirement, and a sheet of signals."""

from dossiercheck.findings import DossierLine, Overview, OverviewColumn, Severity, Tally, Verdict
from dossiercheck.reports import escape
from dossiercheck.reports.grid import SIGNS, State
from dossiercheck.reports.tables import CellValue, Column, Table, headed
from dossiercheck.reports.wording import Words

VERDICT_STATES = {
    Verdict.COMPLETE: State.MET,
    Verdict.INCOMPLETE: State.NOT_MET,
    Verdict.NEEDS_REVIEW: State.UNDECIDED,
    None: State.NOT_MET,
}


_NAME = 1
"""The column with the dossier's name."""


def overview_tables(overview: Overview, words: Words, only: Severity | None = None) -> tuple[Table, ...]:
    """Everything, the signals last; there are always both."""
    columns = shown_columns(overview, only)
    return (
        Table(
            title=words.label("overview"),
            columns=(
                Column(title=words.label("verdict"), width=18, lead=True),
                Column(title=words.label("dossier"), width=30, lead=True),
                Column(title=words.label("provider"), width=30),
                *(Column(title=words.label(key), width=10) for key in NUMBER_LABELS),
                Column(title=words.label("overview-why"), width=40),
                *(Column(title=f"{words.text(c.title)} ({escape.name(c.id)})", width=14) for c in columns),
            ),
            rows=tuple(
                (
                    verdict_text(line, words),
                    escape.path(line.name),
                    escape.name(line.provider) or None,
                    *numbers(line),
                    words.text(line.error) if line.error else None,
                    *(tally_text(line.tallies.get(c.id), c) for c in columns),
                )
                for line in overview.lines
            ),
            links={(row, _NAME): line.page for row, line in enumerate(overview.lines) if line.page},
        ),
        signal_table(overview, words),
    )


def signal_table(overview: Overview, words: Words) -> Table:
    """A row for each place of each signal; places of one signal bear the same number."""
    pages = {line.name: line.page for line in overview.lines}
    places = [place for signal in overview.signals for place in signal.places]
    rows: list[tuple[CellValue, ...]] = [
        (
            order,
            words.word("signals", signal.kind.value),
            escape.path(place.dossier),
            escape.name(place.person) or None,
            escape.path(place.file) or None,
        )
        for order, signal in enumerate(overview.signals, start=1)
        for place in signal.places
    ]
    return Table(
        title=words.label("overview-signals"),
        columns=headed(
            words,
            ("col-order", 8),
            ("overview-signal", 50),
            ("dossier", 30),
            ("overview-person", 30),
            ("col-file", 50),
        ),
        rows=tuple(rows),
        links={(row, 2): page for row, place in enumerate(places) if (page := pages.get(place.dossier))},
    )


NUMBER_LABELS = tuple(
    f"overview-{counted}" for counted in ("knockouts", "required", "undecided", "expiring", "people", "files")
)


def numbers(line: DossierLine) -> tuple[int | None, ...]:
    """What `NUMBER_LABELS` counts; nothing where nothing was judged."""
    if line.error is not None:
        return (None,) * len(NUMBER_LABELS)
    return line.knockouts, line.required, line.undecided, line.expiring, line.people, line.files


def verdict_text(line: DossierLine, words: Words) -> str:
    """A dossier's verdict in a sign and words."""
    key = line.verdict.value if line.verdict else "not-judged"
    return f"{SIGNS[VERDICT_STATES[line.verdict]]} {words.label(f'verdict-{key}')}"


def tally_state(tally: Tally | None, column: OverviewColumn) -> State:
    """What the findings of one requirement add up to."""
    if tally is None:
        return State.NOT_APPLICABLE
    advice = column.severity is Severity.ADVICE
    if tally.get("not_met"):
        return State.ADVICE if advice else State.NOT_MET
    if tally.get("undecided"):
        return State.ADVICE if advice else State.UNDECIDED
    if tally.get("waived"):
        return State.WAIVED
    return State.MET if tally.get("met") else State.NOT_APPLICABLE


def tally_text(tally: Tally | None, column: OverviewColumn) -> str:
    """The state's sign and how many findings make it so: '✗ 3'."""
    state = tally_state(tally, column)
    count = tally_count(tally, state)
    return f"{SIGNS[state]} {count}" if count else SIGNS[state]


def tally_count(tally: Tally | None, state: State) -> int:
    """How many findings make the state; 0 where their number says nothing."""
    if tally is None or state in (State.MET, State.NOT_APPLICABLE):
        return 0
    key = {State.UNDECIDED: "undecided", State.WAIVED: "waived"}.get(state, "not_met")
    return tally.get(key, 0) or tally.get("undecided", 0)


def shown_columns(overview: Overview, only: Severity | None) -> tuple[OverviewColumn, ...]:
    """The requirements to show."""
    return tuple(column for column in overview.columns if only in (None, column.severity))
