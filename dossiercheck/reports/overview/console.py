"""The overview on a terminal: a line for each dossier, worst first, then what strikes the eye, then the sum."""

from collections import Counter

from dossiercheck.findings import Overview, Signal
from dossiercheck.reports import escape
from dossiercheck.reports.console.page import STYLES, Page, text
from dossiercheck.reports.grid import SIGNS
from dossiercheck.reports.interface import View
from dossiercheck.reports.overview.tables import VERDICT_STATES, numbers, verdict_text
from dossiercheck.reports.wording import words

_LABELS = ("overview-knockouts", "overview-required", "overview-undecided", "overview-expiring")
_LEAST_NAME, _MOST_NAME = 16, 60
_GAP = 2
_MOST_SIGNALS = 20


def render(overview: Overview, view: View) -> str:
    """The whole overview; where the view is quiet the sum alone."""
    page = Page(view, words(view.lang))
    if not view.quiet:
        _show_lines(page, overview)
        _show_signals(page, overview.signals)
        page.blank()
    _show_sum(page, overview)
    return page.result()


def _show_lines(page: Page, overview: Overview) -> None:
    from rich.cells import cell_len

    say = page.words
    heads = [say.label(key) for key in _LABELS]
    verdicts = [verdict_text(line, say) for line in overview.lines]
    first = max([cell_len(say.label("verdict")), *(cell_len(verdict) for verdict in verdicts)])
    widths = [cell_len(head) for head in heads]
    room = page.view.width - first - sum(widths) - _GAP * (len(widths) + 1) - 2
    names = [escape.path(line.name) for line in overview.lines]
    name = max(_LEAST_NAME, min(room, _MOST_NAME, max(cell_len(one) for one in [say.label("dossier"), *names])))
    all_widths = [first, name, *widths]
    head = [
        say.label("verdict"),
        say.label("dossier"),
        *(title.rjust(w) for title, w in zip(heads, widths, strict=True)),
    ]
    page.row([text((title, "bold")) for title in head], all_widths)
    for line, verdict, shown in zip(overview.lines, verdicts, names, strict=True):
        style = STYLES[VERDICT_STATES[line.verdict]]
        if line.error is not None:
            page.row([text((verdict, style)), text(shown)], all_widths[:2])
            page.line((say.text(line.error), "dim"), indent=first + 4)
            continue
        counts = [str(count or "·") for count in numbers(line)[: len(widths)]]
        cells = [text(count.rjust(width)) for count, width in zip(counts, widths, strict=True)]
        page.row([text((verdict, style)), text(shown), *cells], all_widths)


def _show_signals(page: Page, signals: tuple[Signal, ...]) -> None:
    if not signals:
        return
    say = page.words
    page.heading(f"{say.label('overview-signals')} ({len(signals)})", "cyan")
    page.line((say.label("overview-signals-explain"), "dim"), indent=2)
    for signal in signals[:_MOST_SIGNALS]:
        page.blank()
        page.line((say.word("signals", signal.kind.value), "bold"), indent=2, marker="!")
        for place in signal.places:
            parts = [escape.path(place.dossier), escape.name(place.person), escape.path(place.file)]
            page.line(" · ".join(part for part in parts if part), indent=4)
    if len(signals) > _MOST_SIGNALS:
        page.line((say.label("overview-more-signals", count=len(signals) - _MOST_SIGNALS), "dim"), indent=2)


def _show_sum(page: Page, overview: Overview) -> None:
    say = page.words
    counted = Counter(line.verdict for line in overview.lines)
    parts: list[str | tuple[str, str]] = [(say.label("overview-sum", count=len(overview.lines)), "bold")]
    for verdict, state in VERDICT_STATES.items():
        if counted[verdict]:
            key = verdict.value if verdict else "not-judged"
            what = f"{SIGNS[state]} {counted[verdict]} {say.label(f'verdict-{key}').lower()}"
            parts += ["  ", (what, STYLES[state])]
    page.unbroken(*parts)
