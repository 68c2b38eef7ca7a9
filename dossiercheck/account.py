"""The account of the files: every file of the dossier once, with what it is, whose it is, and what it states."""

from dossiercheck.documents import Document, Unreadable, Unrecognised
from dossiercheck.findings import FileUse
from dossiercheck.people import Assigned, Dossier


def file_uses(dossier: Dossier) -> tuple[FileUse, ...]:
    """One entry per document of the dossier, in their order."""
    owners: dict[str, tuple[str, Assigned]] = {}
    for person in dossier.people:
        for assigned in person.papers:
            owners.setdefault(assigned.document.file, (person.number, assigned))
    return tuple(_file_use(document, owners.get(document.file)) for document in dossier.documents)


def _file_use(document: Document, owner: tuple[str, Assigned] | None) -> FileUse:
    paper = document.paper
    problem = paper if isinstance(paper, Unreadable | Unrecognised) else None
    return FileUse(
        file=document.file,
        sha256=document.sha256,
        size=document.size,
        pages=document.pages,
        kind=document.kind.value,
        confidence=document.confidence,
        employee=owner[0] if owner else None,
        matched_by=owner[1].matched_by if owner else "",
        facts=document.facts,
        seal=document.seal,
        problem=problem.say if problem else None,
        problem_values=problem.values if problem else {},
    )
