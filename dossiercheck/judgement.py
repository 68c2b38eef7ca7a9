"""Readings become a report: documents, people, checks, and what must be said about the whole."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dossiercheck import __version__
from dossiercheck.account import file_uses
from dossiercheck.actions import what_to_do
from dossiercheck.cache import Store
from dossiercheck.checks import Case
from dossiercheck.desk import Rulings, confirm, decide, waive
from dossiercheck.documents import Document, KeptDocuments, Kind, Vocabulary, recognise
from dossiercheck.errors import RequirementSetError
from dossiercheck.findings import (
    PROVIDER,
    AnchorUse,
    DecidedBy,
    FileUse,
    Finding,
    Outcome,
    PersonLine,
    Reason,
    Remark,
    Report,
    Severity,
    Subject,
    SubjectKind,
)
from dossiercheck.intake import DossierFile, DossierFolder
from dossiercheck.intake.statement import Statement, StatementProblem, read_statement
from dossiercheck.options import CheckOptions
from dossiercheck.outlook import reading_uses
from dossiercheck.people import Dossier, match_people
from dossiercheck.readers import Reading
from dossiercheck.remarks import remarks_on
from dossiercheck.tender import Subtender, installed_sets, load_set

Readings = Iterable[tuple[DossierFile, Reading]]


def judge_folder(folder: DossierFolder, readings: Readings, options: CheckOptions) -> Report:
    """Judge one dossier by its readings, as they come. Raises RequirementSetError."""
    stated = read_statement(folder)
    subtender = _subtender(options, stated.statement)
    documents = _documents(folder.files, readings, subtender, options.store)
    statement = replace(stated.statement, **options.overrides)  # type: ignore[arg-type]
    dossier = match_people(documents, statement, from_papers=subtender.header.people == "papers")
    problems = _statement_findings(stated.problems, subtender)
    hashes = {document.file: document.sha256 for document in documents}
    papers = {d.file for d in documents if d.parts or d.kind in (Kind.DIPLOMA, Kind.VOG)}

    rulings = options.rulings or Rulings()

    def judge(asked: Subtender) -> tuple[tuple[Finding, ...], tuple[Remark, ...]]:
        judged = [*_judge(dossier, asked, options), *problems]
        decided, outdated = decide(judged, rulings.decisions, folder.name, hashes)
        about_genuineness = {r.id for r in asked.requirements if r.about_genuineness}
        confirmed = confirm(decided, rulings.confirmations, hashes, about_genuineness, papers)
        findings, lapsed = waive(confirmed, options.waivers, options.on)
        return findings, (*outdated, *lapsed)

    findings, remarks = judge(subtender)
    report = _report(folder, documents, dossier, subtender, options, findings)
    readings_used = reading_uses(report, dossier, subtender, lambda asked: judge(asked)[0])
    return replace(
        report,
        remarks=(*report.remarks, *remarks),
        readings=tuple(readings_used),
        actions=what_to_do(report.findings, subtender),
    )


def look_at(files: tuple[DossierFile, ...], readings: Readings, set_name: str) -> tuple[FileUse, ...]:
    """What is seen in single files, without judging them."""
    documents = _documents(files, readings, load_set(set_name), None)
    return file_uses(Dossier(people=(), documents=tuple(documents)))


def read_people(
    files: tuple[DossierFile, ...],
    readings: Readings,
    options: CheckOptions,
    folder: DossierFolder | None,
    default_set: str,
) -> tuple[Dossier, Subtender]:
    """The employees of the tables among these files. The set: the operator's, the dossier's, else the default."""
    stated = read_statement(folder).statement.requirements if folder else None
    named = options.requirements or (stated if stated in installed_sets() else None) or default_set
    subtender = load_set(named, options.on)
    return match_people(_documents(files, readings, subtender, None)), subtender


def _subtender(options: CheckOptions, statement: Statement) -> Subtender:
    """The set that the operator names, else the installed one that the dossier states."""
    if options.requirements is not None:
        return load_set(options.requirements, options.on)
    known = ", ".join(installed_sets())
    if statement.requirements is None:
        raise RequirementSetError(
            nl=f"Welke eisenset geldt? Geef --requirements, of zet requirements in dossier.yaml. Er zijn: {known}.",
            en=f"Which requirement set applies? Give --requirements, or state it in dossier.yaml. There are: {known}.",
        )
    if statement.requirements not in installed_sets():
        shown = statement.requirements[:60].encode("ascii", "replace").decode()
        raise RequirementSetError(
            nl=f"dossier.yaml noemt eisenset '{shown}', die er niet is: --requirements ID of BESTAND. Sets: {known}.",
            en=f"dossier.yaml names set '{shown}', which is not there: give --requirements ID or FILE. Sets: {known}.",
        )
    return load_set(statement.requirements, options.on)


def _documents(
    files: tuple[DossierFile, ...], readings: Readings, subtender: Subtender, store: Store | None
) -> list[Document]:
    """Every file, recognised, in the order given."""
    kept = KeptDocuments(store, subtender.sha256) if store else None
    found = {file: _document(file, reading, subtender.vocabulary, kept) for file, reading in readings}
    return [found[file] for file in files]


def _document(file: DossierFile, reading: Reading, words: Vocabulary, kept: KeptDocuments | None) -> Document:
    known = kept.find(file.path, reading) if kept else None
    if known is not None:
        return known
    document = recognise(file.path, reading.sha256, reading.size, reading.content, words)
    if kept:
        kept.keep(document, reading)
    return document


def _judge(dossier: Dossier, subtender: Subtender, options: CheckOptions) -> Iterator[Finding]:
    """Every requirement's findings; one that fails by a fault of the program is left to a person, never passed over."""
    applied = dossier.statement.products
    known = tuple(product for product in subtender.products if applied is not None and product in applied)
    case = Case(
        dossier=dossier,
        on=options.on,
        products=known or subtender.products,
        set_products=subtender.products,
        sampled=subtender.sample.narrows_to(dossier) if subtender.sample else None,
        expiring_days=subtender.header.expiring_days,
        document_kinds=subtender.document_kinds,
        absence_said=subtender.absence_said,
        deadline=options.deadline,
        response_deadline=options.response_deadline,
    )
    for requirement in subtender.requirements:
        try:
            yield from list(requirement.findings(case))
        except Exception as error:  # a fault of ours must never hide a requirement
            yield requirement.finding(
                Outcome.UNDECIDED,
                "internal-error",
                reason=Reason.INTERNAL_ERROR,
                subject=PROVIDER,
                values={"error": type(error).__name__},
            )


READABLE = "files.readable"
"""The requirement under which it is said that a file, `dossier.yaml` included, could not be read."""


def _statement_findings(problems: tuple[StatementProblem, ...], subtender: Subtender) -> list[Finding]:
    """What is wrong in `dossier.yaml`, line by line; a person must look: something stated was not understood."""
    info = next((r.info for r in subtender.requirements if r.id == READABLE), None)
    return [
        Finding(
            requirement=READABLE,
            source=info.source if info else "",
            severity=info.severity if info else Severity.REQUIRED,
            subject=Subject(kind=SubjectKind.DOCUMENT, id=problem.file, name=problem.file),
            outcome=Outcome.UNDECIDED,
            reason=Reason.UNREADABLE,
            say=problem.say,
            values=problem.values,
            decided_by=DecidedBy.PERSON,
        )
        for problem in problems
    ]


def _report(
    folder: DossierFolder,
    documents: list[Document],
    dossier: Dossier,
    subtender: Subtender,
    options: CheckOptions,
    findings: tuple[Finding, ...],
) -> Report:
    return Report(
        tool_version=__version__,
        dossier=folder.name,
        dossier_sha256=_fingerprint(documents),
        provider=dossier.statement.provider_name or "",
        set_id=subtender.id,
        set_version=subtender.header.version,
        set_sha256=subtender.sha256,
        set_title=subtender.header.title.wording,
        on=options.on,
        requirements=tuple(requirement.info for requirement in subtender.requirements),
        not_checked=subtender.not_checked,
        people=tuple(_person_line(dossier)),
        findings=findings,
        documents=file_uses(dossier),
        remarks=tuple(remarks_on(dossier, subtender, options)),
        anchors=tuple(_anchors(documents, options)),
        asked=options.asked,
    )


def _anchors(documents: list[Document], options: CheckOptions) -> Iterator[AnchorUse]:
    """Every certificate that was trusted in this check, and whether a signature leans on it."""
    used = {signature.anchor for d in documents if d.seal for signature in d.seal.signatures}
    for anchor in sorted(options.anchors.anchors, key=lambda anchor: (anchor.name, anchor.sha256)):
        yield AnchorUse(name=anchor.name, sha256=anchor.sha256, used=anchor.name in used)


def _fingerprint(documents: list[Document]) -> str:
    """One hash over the paths and contents of all files."""
    digest = hashlib.sha256()
    for document in documents:
        digest.update(f"{document.file}\0{document.sha256}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _person_line(dossier: Dossier) -> Iterator[PersonLine]:
    for person in dossier.people:
        function = person.employee.function.value if person.employee.function else ""
        yield PersonLine(number=person.number, name=person.employee.display_name, function=function)
