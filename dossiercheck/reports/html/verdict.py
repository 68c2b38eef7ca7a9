"""The head of the page: whose dossier, the verdict, how many of what, judged by what and when."""

from dossiercheck.findings import Verdict
from dossiercheck.reports import escape
from dossiercheck.reports.grid import State
from dossiercheck.reports.html.element import Element, el
from dossiercheck.reports.html.outline import Outline, look, sign
from dossiercheck.reports.summary import counts, date_remark, folded

_STATES = {
    Verdict.COMPLETE: State.MET,
    Verdict.INCOMPLETE: State.NOT_MET,
    Verdict.NEEDS_REVIEW: State.UNDECIDED,
}


def verdict_header(outline: Outline) -> Element:
    """The verdict is about everything, whatever is shown."""
    report, words = outline.report, outline.words
    state = _STATES[report.verdict]
    counted = [
        el("li", sign(c.state), " ", words.label(c.label, count=c.count), class_=look(c.state))
        for c in counts(report, outline.everything)
    ]
    only = el("p", words.label(f"only-{outline.view.only.value}"), class_="note") if outline.view.only else None
    return el(
        "header",
        el("p", words.label("html-kind"), class_="kind"),
        el("h1", el("bdi", escape.name(report.provider or report.dossier))),
        el("p", sign(state), " ", words.label(f"verdict-{report.verdict.value}"), class_=f"stamp {look(state)}"),
        el("p", words.label(f"explain-{report.verdict.value}"), class_="lead"),
        el("ul", *counted, class_="counts"),
        _particulars(outline),
        only,
        class_=f"verdict {look(state)}",
    )


def _particulars(outline: Outline) -> Element:
    report, words = outline.report, outline.words
    size = words.label("dossier-of", employees=len(report.people) or None, files=len(report.documents))
    version = words.label("version", version=escape.name(report.set_version))
    origin = date_remark(report)
    lines: list[tuple[str, str, str]] = [
        ("requirements", words.text(report.set_title), f"{escape.name(report.set_id)}, {version}"),
        ("dossier", escape.path(report.dossier), size),
        ("judged-on", words.day(report.on), words.label(origin.say) if origin else ""),
    ]
    if report.not_checked:
        ids = folded([escape.name(r.id) for r in report.not_checked])
        lines.append(("not-judged", words.label("not-judged-intro", count=len(report.not_checked)), ids))
    return el(
        "dl",
        *(
            el("div", el("dt", words.label(label)), el("dd", value, el("small", note) if note else None))
            for label, value, note in lines
        ),
        class_="particulars",
    )
