"""What to do: each thing once, with everybody it is for, and a box to tick on paper."""

from dossiercheck.findings import Finding, SubjectKind
from dossiercheck.reports import escape
from dossiercheck.reports.html.element import Element, el
from dossiercheck.reports.html.outline import STATES, Outline, look, sign
from dossiercheck.reports.naming import finding_name
from dossiercheck.reports.todo import todos


def todo_section(outline: Outline) -> Element | None:
    """None where there is nothing to do."""
    words = outline.words
    found = todos(outline.report, words, outline.view.only)
    if not found:
        return None
    items = [
        el(
            "li",
            el("p", todo.what, class_="what"),
            el("p", *_whom(todo.findings, outline), class_="whom"),
            el(
                "p",
                sign(STATES[todo.section]),
                " ",
                "; ".join(words.text(r.title) for r in todo.requirements),
                class_=f"why {look(STATES[todo.section])}",
            ),
        )
        for todo in found
    ]
    return el(
        "section",
        el("h2", words.label("sheet-actions"), " ", el("span", f"({len(found)})", class_="count")),
        el("ol", *items, class_="todo"),
        id="te-doen",
    )


def _whom(findings: tuple[Finding, ...], outline: Outline) -> list[Element | str]:
    """Everybody it is for, each once, the employees by number and name."""
    named = dict.fromkeys(
        (escape.name(f.subject.id), escape.name(f.subject.name))
        if f.subject.kind is SubjectKind.EMPLOYEE
        else ("", finding_name(f, outline.words) or outline.words.label("html-whole-dossier"))
        for f in findings
    )
    parts: list[Element | str] = []
    for number, name in named:
        parts.append(", " if parts else "")
        parts.append(el("span", el("b", number), " " if number else "", el("bdi", name), class_="person"))
    return parts
