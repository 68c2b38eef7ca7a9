"""What follows the findings: what runs out, the files, what was not judged, remarks, and the receipt."""

from collections.abc import Sequence

from dossiercheck.findings import AnchorUse, FileUse, Finding
from dossiercheck.reports import escape
from dossiercheck.reports.grid import State
from dossiercheck.reports.html.element import Element, el
from dossiercheck.reports.html.outline import Outline, look
from dossiercheck.reports.naming import subject_name
from dossiercheck.reports.problems import running_out
from dossiercheck.reports.readings import reading_lines
from dossiercheck.reports.summary import other_remarks
from dossiercheck.reports.tables import facts_text
from dossiercheck.reports.wording import Words


def soon_section(outline: Outline) -> Element | None:
    """What is in order now and will not be soon, by its last valid day."""
    words = outline.words
    soon = running_out(outline.report, outline.view.only)
    if not soon:
        return None
    rows = [_soon(finding, outline) for finding in soon]
    head = ("col-valid-until", "col-about", "col-requirement", "col-file")
    return el(
        "section",
        el("h2", words.label("section-expiring"), " ", el("span", f"({len(soon)})", class_="count"), id="af-kop"),
        _scroll(_table([words.label(key) for key in head], rows), "af-kop"),
        id="loopt-af",
    )


def _soon(finding: Finding, outline: Outline) -> Element:
    words = outline.words
    requirement = outline.requirements.get(finding.requirement)
    title = words.text(requirement.title) if requirement else escape.name(finding.requirement)
    until = finding.valid_until
    day = el("time", words.day(until), datetime=until.isoformat()) if until else None
    return el(
        "tr",
        el("th", day, scope="row"),
        el("td", el("bdi", subject_name(finding.subject, words))),
        el("td", title),
        el("td", el("bdi", escape.path(finding.evidence[0].file)) if finding.evidence else None, class_="file"),
    )


def files_section(outline: Outline) -> Element:
    """The account of the files: each exactly once."""
    words = outline.words
    count = len(outline.report.documents)
    table = _scroll(file_table(outline.report.documents, words), "bestanden-kop") if count else None
    return el(
        "section",
        el("h2", words.label("section-files"), " ", el("span", f"({count})", class_="count"), id="bestanden-kop"),
        table or el("p", words.label("files-none")),
        id="bestanden",
    )


def file_table(documents: Sequence[FileUse], words: Words) -> Element:
    """One row a file: what it is, whose, its seal, what it states or why it could not be read."""
    head = ("col-file", "inspect-kind", "inspect-employee", "inspect-seal", "inspect-facts")
    rows = []
    for use in documents:
        seal = words.word("seal_states", use.seal.state.value) if use.seal and use.seal.signatures else ""
        problem = words.say(use.problem, use.problem_values) if use.problem else ""
        said = el("td", problem, class_=look(State.UNDECIDED)) if problem else el("td", facts_text(use, words))
        rows.append(
            el(
                "tr",
                el("th", el("bdi", escape.path(use.file)), scope="row", class_="file"),
                el("td", words.word("kinds", use.kind)),
                el("td", escape.name(use.employee) if use.employee is not None else ""),
                el("td", seal),
                said,
            )
        )
    return _table([words.label(key) for key in head], rows, "files")


def readings_section(outline: Outline) -> Element | None:
    """How ambiguous texts were read, and what another reading would change."""
    lines = reading_lines(outline.report, outline.words)
    if not lines:
        return None
    items = [
        el("li", el("b", f"{line.title}: "), f"{line.used}.", *(el("p", other, class_="note") for other in line.others))
        for line in lines
    ]
    return el(
        "section", el("h2", outline.words.label("section-readings")), el("ul", *items, class_="plain"), id="lezing"
    )


def remarks_section(outline: Outline) -> Element | None:
    """What was not judged, and what holds for the whole report."""
    words, report = outline.words, outline.report
    remarks = [
        el("li", words.say(remark.say, remark.values), _files(remark.values.get("files")))
        for remark in other_remarks(report)
    ]
    unjudged = [el("li", words.text(r.title), " ", el("small", escape.name(r.id))) for r in report.not_checked]
    if not remarks and not unjudged:
        return None
    return el(
        "section",
        el("h2", words.label("section-remarks")),
        el("ul", *remarks, class_="plain") if remarks else None,
        el("h3", words.label("section-not-checked")) if unjudged else None,
        el("ul", *unjudged, class_="plain") if unjudged else None,
        id="opmerkingen",
    )


def _files(value: object) -> Element | None:
    if not isinstance(value, tuple):
        return None
    return el("ul", *(el("li", el("bdi", escape.path(file)), class_="file") for file in value))


def receipt_section(outline: Outline) -> Element:
    """What was judged, by which program, by which rules, trusting whom: enough to do it again."""
    words, report = outline.words, outline.report
    lines = [
        (words.label("receipt-version"), escape.name(report.tool_version)),
        (words.label("judged-on"), report.on.isoformat()),
        (words.label("receipt-set"), escape.clean(report.set_sha256)),
        (words.label("receipt-dossier"), escape.clean(report.dossier_sha256)),
    ]
    anchors = [_anchor(anchor, words) for anchor in report.anchors]
    files = [
        _row(el("th", el("bdi", escape.path(use.file)), scope="row", class_="file"), use.sha256)
        for use in report.documents
    ]
    hash_head = words.label("inspect-sha256")
    return el(
        "section",
        el("h2", words.label("receipt"), id="verantwoording-kop"),
        el("p", words.label("receipt-explain"), class_="note"),
        el("dl", *(el("div", el("dt", label), el("dd", value)) for label, value in lines), class_="receipt"),
        *_titled(
            "receipt-anchors", [words.label("receipt-anchor"), words.label("receipt-used"), hash_head], anchors, outline
        ),
        *_titled("receipt-files", [words.label("col-file"), hash_head], files, outline),
        id="verantwoording",
    )


def _anchor(anchor: AnchorUse, words: Words) -> Element:
    used = el("td", words.label("yes" if anchor.used else "no"))
    return _row(el("th", escape.name(anchor.name), scope="row"), anchor.sha256, used)


def _row(head: Element, sha256: str, *between: Element) -> Element:
    return el("tr", head, *between, el("td", escape.clean(sha256), class_="hash"))


def _titled(key: str, head: list[str], rows: list[Element], outline: Outline) -> list[Element]:
    if not rows:
        return []
    return [el("h3", outline.words.label(key), id=key), _scroll(_table(head, rows, "hashes"), key)]


def _table(head: Sequence[str], rows: Sequence[Element], class_: str | None = None) -> Element:
    row = el("tr", *(el("th", title, scope="col") for title in head))
    return el("table", el("thead", row), el("tbody", *rows), class_=class_)


def _scroll(table: Element, labelled_by: str) -> Element:
    return el("section", table, class_="scroll", aria_labelledby=labelled_by, tabindex=0)
