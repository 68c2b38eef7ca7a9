"""Who misses what: a table of employees by groups of requirements, its marks linked to where they are told."""

from dossiercheck.reports import escape
from dossiercheck.reports.grid import SIGNS, Cell, Mark, Row, State, build_grid
from dossiercheck.reports.html.element import Child, Element, el
from dossiercheck.reports.html.outline import Outline, look, sign
from dossiercheck.reports.naming import group_words, mark_words

_LEGEND = (State.MET, State.EXPIRING, State.NOT_MET, State.UNDECIDED, State.ADVICE, State.WAIVED, State.NOT_APPLICABLE)


def people_section(outline: Outline) -> Element | None:
    """None where no finding is about an employee."""
    words = outline.words
    grid = build_grid(outline.report, outline.view.only)
    if not grid.groups or not grid.rows:
        return None
    head = el(
        "tr",
        el("th", words.label("grid-number"), scope="col", class_="number"),
        el("th", words.label("grid-name"), scope="col"),
        *(el("th", group_words(group, words), scope="col") for group in grid.groups),
    )
    table = el(
        "table",
        el("thead", head),
        el("tbody", *(_row(row, outline) for row in grid.rows)),
        class_="grid",
        aria_labelledby="wie-kop",
    )
    return el(
        "section",
        el("h2", words.label("grid"), id="wie-kop"),
        el("section", table, class_="scroll", aria_labelledby="wie-kop", tabindex=0),
        _legend(outline, grid.rows),
        id="wie",
    )


def _row(row: Row, outline: Outline) -> Element:
    person = row.person
    function = el("small", escape.name(person.function)) if person.function else None
    name = escape.name(person.name) or outline.words.label("unnamed", number=person.number)
    return el(
        "tr",
        el("td", escape.name(person.number), class_="number"),
        el("th", el("bdi", name), function, scope="row"),
        *(_cell(cell, outline) for cell in row.cells),
    )


def _cell(cell: Cell, outline: Outline) -> Element:
    words = outline.words
    if not cell.marks:
        plain = el("span", words.word("states", cell.state.name.lower()), class_="unseen")
        return el("td", el("span", sign(cell.state), plain, class_=f"mark {look(cell.state)}"))
    seen: dict[str, Element] = {}
    for mark in cell.marks:
        seen.setdefault(f"{mark.state}{mark_words(mark, words)}", _mark(mark, outline))
    return el("td", *seen.values())


def _mark(mark: Mark, outline: Outline) -> Element:
    words = outline.words
    said: list[Child] = [
        sign(mark.state),
        " ",
        mark_words(mark, words),
        el("span", f" ({words.word('states', mark.state.name.lower())})", class_="unseen"),
    ]
    anchor = outline.anchor_of(mark.requirement, mark.state)
    if anchor is None:
        return el("span", *said, class_=f"mark {look(mark.state)}")
    return el("a", *said, href=f"#{anchor}", class_=f"mark {look(mark.state)}")


def _legend(outline: Outline, rows: tuple[Row, ...]) -> Element:
    """The signs that occur, with their meaning."""
    occurring = {s for row in rows for cell in row.cells for s in [cell.state, *(m.state for m in cell.marks)]}
    shown = [state for state in _LEGEND if state in occurring]
    once = {SIGNS[state]: state for state in reversed(shown)}
    return el(
        "p",
        *(
            el("span", sign(state), " ", outline.words.word("states", state.name.lower()), class_=look(state))
            for state in shown
            if once[SIGNS[state]] is state
        ),
        class_="legend",
    )
