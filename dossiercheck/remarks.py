"""What a reader must know about a whole report, beside its findings."""

from collections.abc import Iterator

from dossiercheck.checks import vogs_for_others
from dossiercheck.desk import Confirmation
from dossiercheck.documents import Vog
from dossiercheck.findings import Remark, Value
from dossiercheck.options import CheckOptions
from dossiercheck.people import Dossier
from dossiercheck.tender import Subtender


def remarks_on(dossier: Dossier, subtender: Subtender, options: CheckOptions) -> Iterator[Remark]:
    """What a reader must know about the whole report."""
    values: dict[str, Value] = {"on": options.on}
    yield Remark(say="judged-by-given-date" if options.on_given else "judged-by-today", values=values)
    statement = dossier.statement
    yield from _in_force(subtender, options)
    if options.requirements is None:
        yield Remark(say="set-stated-by-provider", values={"set": subtender.id})
    if dossier.sample is not None:
        numbers = tuple(fact.value for fact in dossier.sample)
        yield Remark(say="sample-stated-by-provider", values={"numbers": numbers, "size": len(numbers)})
    if statement.requested_on is None:
        yield Remark(say="no-request-date", values=values)
    if any(document.seal and document.seal.signatures for document in dossier.documents):
        yield Remark(say="revocation-not-checked")
    for numbers in dossier.twice_in_table:
        yield Remark(say="person-twice-in-table", values={"numbers": numbers})
    yield from skipped_rows(dossier)
    yield from _heaps(dossier)
    yield from _for_the_issuer(dossier, options.rulings.confirmations if options.rulings else ())
    if elsewhere := vogs_for_others(dossier):
        files, organisations = zip(*elsewhere, strict=True)
        names = tuple(dict.fromkeys(organisations))
        yield Remark(say="vogs-for-others", values={"count": len(files), "organisations": names, "files": files})


def _in_force(subtender: Subtender, options: CheckOptions) -> Iterator[Remark]:
    """A set that does not hold on the day judged by is used all the same, and the report says so."""
    since, until = subtender.header.valid_from, subtender.header.valid_until
    values: dict[str, Value] = {"version": subtender.header.version, "since": since, "until": until, "on": options.on}
    if since and options.on < since:
        yield Remark(say="set-not-yet-in-force", values=values)
    if until and options.on > until:
        yield Remark(say="set-no-longer-in-force", values=values)


_TOLD = ("row-explanation", "row-heading", "row-total", "row-only-number")
"""Of these rows the report says what stands there: somebody may be named in one."""


def skipped_rows(dossier: Dossier) -> Iterator[Remark]:
    """Rows of the personnel table that were not read as an employee, by the reason why."""
    table = dossier.personnel_table
    by_reason: dict[str, list[str]] = {}
    for row in table.skipped if table else ():
        told = f" ‘{row.text}’" if row.text and row.say in _TOLD else ""
        by_reason.setdefault(row.say, []).append(f"{row.place.cell or ''}{told}")
    for say, cells in by_reason.items():
        yield Remark(say=f"skipped-{say}", values={"cells": tuple(cells)})


def _heaps(dossier: Dossier) -> Iterator[Remark]:
    """Files that hold several papers: each was judged by itself, and a seal does not survive being joined."""
    for document in dossier.documents:
        if document.parts:
            pages = tuple(dict.fromkeys(str(part.first_page) for part in document.parts))
            values: dict[str, Value] = {"file": document.file, "count": len(document.parts), "pages": pages}
            yield Remark(say="papers-in-one-file", values=values)


def _for_the_issuer(dossier: Dossier, answers: tuple[Confirmation, ...]) -> Iterator[Remark]:
    """Digital VOGs: only the government's validation service can say whether they are genuine, and some it has."""
    papers = [part for document in dossier.documents for part in (document.parts or (document,))]
    vogs = [(document, document.paper) for document in papers if isinstance(document.paper, Vog)]
    answered = {answer.sha256: answer.genuine for answer in answers}
    digital = [d for d, vog in vogs if vog.form is None or vog.form.value == "digital"]
    files = tuple(dict.fromkeys(d.file for d in digital if d.sha256 not in answered))
    denied = tuple(d.file for d in dossier.documents if answered.get(d.sha256) is False)
    if denied:
        yield Remark(say="denied-by-issuer", values={"files": denied})
    if files:
        yield Remark(say="vogs-to-validate", values={"count": len(files), "files": files})
