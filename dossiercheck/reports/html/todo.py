"""What to do: each thing once, with everybody it is for, and a box to tick on paper."""

from dossiercheck.findings import SubjectKind
from dossiercheck.reports import escape
from dossiercheck.reports.html.element import Element, el
from dossiercheck.reports.html.outline import STATES, Outline, look, sign
from dossiercheck.reports.naming import finding_name
from dossiercheck.reports.to_do_first import shelf_life
from dossiercheck.reports.todo import Todo, todos


def todo_section(outline: Outline) -> Element | None:
    """What takes longest first, and how long the rest keeps; None where there is nothing to do and nothing runs out."""
    words = outline.words
    found = todos(outline.report, words, outline.view.only)
    life = shelf_life(outline.report, words)
    keeps = el("p", life, class_="keeps") if life else None
    if not found:
        title = el("h2", words.label("section-shelf-life"))
        return el("section", title, keeps, id="te-doen") if keeps else None
    return el(
        "section",
        el("h2", words.label("section-actions"), " ", el("span", f"({len(found)})", class_="count")),
        el("ol", *(_item(todo, outline) for todo in found), class_="todo"),
        keeps,
        id="te-doen",
    )


def _item(todo: Todo, outline: Outline) -> Element:
    state = STATES[todo.section]
    lead = el("span", outline.words.label("html-lead", lead=todo.lead), class_="lead-time") if todo.lead else None
    return el(
        "li",
        el("p", todo.what, " " if lead else None, lead, class_="what"),
        el("p", *_whom(todo, outline), class_="whom"),
        el("p", sign(state), " ", "; ".join(todo.settles), class_=f"why {look(state)}"),
    )


def _whom(todo: Todo, outline: Outline) -> list[Element | str]:
    """Everybody it is for, each once, the employees by number and name."""
    if todo.once:
        return [outline.words.label("html-whole-dossier")]
    named = dict.fromkeys(
        (escape.name(f.subject.id), escape.name(f.subject.name))
        if f.subject.kind is SubjectKind.EMPLOYEE
        else ("", finding_name(f, outline.words) or outline.words.label("html-whole-dossier"))
        for f in todo.findings
    )
    parts: list[Element | str] = []
    for number, name in named:
        parts.append(", " if parts else "")
        parts.append(el("span", el("b", number), " " if number else "", el("bdi", name), class_="person"))
    return parts
