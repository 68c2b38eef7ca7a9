"""The overview as a page: dossiers by requirements, linked to each report.

The filter by verdict is style alone; finding words and requirements takes the page's one script (`find.js`), and those
controls show only where it runs. A cell's link into a report is for the mouse: the keyboard has one stop a dossier.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from dossiercheck.findings import DossierLine, Overview, OverviewColumn, Signal, SignalPlace, Verdict
from dossiercheck.reports import escape
from dossiercheck.reports.grid import State
from dossiercheck.reports.html.element import Child, Element, el
from dossiercheck.reports.html.frame import framed
from dossiercheck.reports.html.outline import anchor_of, look, sign
from dossiercheck.reports.interface import View
from dossiercheck.reports.overview.tables import VERDICT_STATES, shown_columns, tally_count, tally_state
from dossiercheck.reports.wording import Words, words

_FILTERS = ("all", "failed", "not-met", "undecided", "met")
_FIRST = 5
"""Columns before those of the requirements."""


def render(overview: Overview, view: View) -> str:
    """The whole page."""
    say = words(view.lang)
    return framed(
        say.label("overview"),
        say,
        _header(overview, say),
        el("main", _table_section(overview, view, say), _signals_section(overview, say), id="report"),
        el("footer", el("p", say.label("html-footer", version=escape.name(overview.tool_version)))),
        script=_script(),
    )


@lru_cache(maxsize=1)
def _script() -> str:
    return files("dossiercheck.reports.overview").joinpath("find.js").read_text(encoding="utf-8")


def _header(overview: Overview, say: Words) -> Element:
    counted = Counter(line.verdict for line in overview.lines)
    worst = next((VERDICT_STATES[line.verdict] for line in overview.lines), State.MET)
    items = [
        el(
            "li",
            sign(state),
            f" {counted[verdict]} ",
            _verdict_words(verdict, say).lower(),
            class_=look(state),
        )
        for verdict, state in VERDICT_STATES.items()
        if counted[verdict]
    ]
    day = el("time", say.day(overview.on), datetime=overview.on.isoformat())
    return el(
        "header",
        el("p", say.label("html-kind"), class_="kind"),
        el("h1", say.label("overview-sum", count=len(overview.lines))),
        el("ul", *items, class_="counts"),
        el(
            "p",
            say.label("judged-on"),
            " ",
            day,
            class_="note",
        ),
        class_=f"verdict {look(worst)}",
    )


def _verdict_words(verdict: Verdict | None, say: Words) -> str:
    return say.label(f"verdict-{verdict.value if verdict else 'not-judged'}")


def _table_section(overview: Overview, view: View, say: Words) -> Element:
    columns, quiet = _telling(overview, view)
    head = el(
        "tr",
        el("th", say.label("dossier"), scope="col"),
        el("th", say.label("verdict"), scope="col"),
        *(el("th", say.label(f"overview-{key}"), scope="col") for key in ("knockouts", "required", "undecided")),
        *(el("th", say.text(column.title), scope="col") for column in columns),
    )
    table = el(
        "table",
        el("thead", head),
        el("tbody", *(_row(line, columns, say) for line in overview.lines)),
        class_="overview",
        aria_labelledby="overzicht-kop",
    )
    return el(
        "section",
        el("h2", say.label("overview"), id="overzicht-kop"),
        _filters(columns, len(overview.lines), say),
        el("section", table, class_="scroll", aria_labelledby="overzicht-kop", tabindex=0),
        _quiet(quiet, say),
        id="overzicht",
    )


def _quiet(columns: Sequence[OverviewColumn], say: Words) -> Element | None:
    """The requirements that are no column, folded away."""
    if not columns:
        return None
    items = [el("li", say.text(column.title)) for column in columns]
    summary = el("summary", say.label("overview-quiet", count=len(columns)))
    return el("details", summary, el("ul", *items, class_="plain"), class_="note")


def _telling(overview: Overview, view: View) -> tuple[list[OverviewColumn], list[OverviewColumn]]:
    """Requirements of which some dossier has something to tell, and those that are in order everywhere."""
    telling: list[OverviewColumn] = []
    quiet: list[OverviewColumn] = []
    for column in shown_columns(overview, view.only):
        states = {tally_state(line.tallies.get(column.id), column) for line in overview.lines}
        (quiet if states <= {State.MET, State.NOT_APPLICABLE} else telling).append(column)
    return telling, quiet


def _filters(columns: Sequence[OverviewColumn], count: int, say: Words) -> Element:
    """Choices that hide rows by the style sheet alone, and what `find.js` brings to life."""
    choices = [
        el(
            "label",
            el("input", type="radio", name="toon", id=f"toon-{key}", checked=key == "all"),
            " ",
            say.label(f"overview-show-{key}"),
        )
        for key in _FILTERS
    ]
    titles = [el("option", say.label("overview-lacking-any"), value="")]
    titles += [el("option", say.text(c.title), value=str(n)) for n, c in enumerate(columns, start=_FIRST)]
    return el(
        "fieldset",
        el("legend", say.label("overview-show")),
        el("div", *choices, class_="choices"),
        el(
            "div",
            el("label", say.label("overview-find"), " ", el("input", type="search", id="zoek", autocomplete="off")),
            el("label", say.label("overview-lacking"), " ", el("select", *titles, id="eis")),
            class_="find",
            hidden=True,
        ),
        el("p", id="getoond", role="status", data_words=say.label("overview-shown", shown="#", count=count)),
        class_="filters",
    )


def _row(line: DossierLine, columns: list[OverviewColumn], say: Words) -> Element:
    state = VERDICT_STATES[line.verdict]
    name = el("bdi", escape.path(line.name))
    link = el("a", name, href=line.page) if line.page else name
    provider = el("small", el("bdi", escape.name(line.provider))) if line.provider else None
    verdict = el(
        "span",
        sign(state),
        " ",
        _verdict_words(line.verdict, say),
        class_=f"mark {look(state)}",
    )
    kind = "failed" if line.error else look(state).removeprefix("is-")
    why = el("small", say.text(line.error)) if line.error else None
    head = el("th", link, provider, why, scope="row")
    if line.error is not None:
        return el("tr", head, el("td", verdict), el("td", colspan=3 + len(columns)), class_=f"row-{kind}")
    return el(
        "tr",
        head,
        el("td", verdict),
        *(el("td", str(count) if count else "·") for count in (line.knockouts, line.required, line.undecided)),
        *(_cell(line, column, say) for column in columns),
        class_=f"row-{kind}",
    )


def _cell(line: DossierLine, column: OverviewColumn, say: Words) -> Element:
    tally = line.tallies.get(column.id)
    state = tally_state(tally, column)
    count = tally_count(tally, state)
    said = say.word("states", state.name.lower())
    marks: list[Child] = [sign(state), f" {count}" if count else None]
    if not count or not line.page:
        return el("td", el("span", *marks, el("span", f" {said}", class_="unseen"), class_=f"mark {look(state)}"))
    heard = el("span", f" {said}: {say.text(column.title)}", class_="unseen")
    place = f"{line.page}#{anchor_of(column.id)}"
    return el("td", el("a", *marks, heard, href=place, tabindex=-1, class_=f"mark {look(state)}"))


def _signals_section(overview: Overview, say: Words) -> Element | None:
    if not overview.signals:
        return None
    return el(
        "section",
        el("h2", say.label("overview-signals"), " ", el("span", f"({len(overview.signals)})", class_="count")),
        el("p", say.label("overview-signals-explain"), class_="note"),
        *(_signal(signal, {line.name: line.page for line in overview.lines}, say) for signal in overview.signals),
        id="signalen",
    )


def _signal(signal: Signal, pages: Mapping[str, str | None], say: Words) -> Element:
    places = [el("li", *_place(place, pages.get(place.dossier))) for place in signal.places]
    return el(
        "article",
        el("h3", sign(State.ADVICE), " ", say.word("signals", signal.kind.value)),
        el("ul", *places, class_="plain"),
        class_=f"topic {look(State.ADVICE)}",
    )


def _place(place: SignalPlace, page: str | None) -> list[Child]:
    dossier = el("bdi", escape.path(place.dossier))
    rest = [escape.name(place.person), escape.path(place.file)]
    told: list[Child] = [el("a", dossier, href=page) if page else dossier]
    for part in filter(None, rest):
        told += [" · ", el("bdi", part)]
    return told
