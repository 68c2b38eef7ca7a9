"""The account of the files: every file of the dossier once, with what it is, whose it is, and what it states."""

from dossiercheck.documents import Document, Unreadable, Unrecognised
from dossiercheck.findings import FileUse, PartUse
from dossiercheck.people import Assigned, Dossier


def file_uses(dossier: Dossier) -> tuple[FileUse, ...]:
    """One entry per document of the dossier, in their order."""
    owners: _Owners = {}
    for person in dossier.people:
        for assigned in person.papers:
            document = assigned.document
            owners.setdefault((document.file, document.part), (person.number, assigned))
    return tuple(_file_use(document, owners) for document in dossier.documents)


_Owners = dict[tuple[str, int], tuple[str, Assigned]]
"""Whose a file is (0), or a part of it (its rank)."""


def _parts(document: Document, owners: _Owners) -> tuple[PartUse, ...]:
    found = [(part, owners.get((document.file, part.part))) for part in document.parts]
    return tuple(
        PartUse(pages=part.part_pages, kind=part.kind_name, employee=owner[0] if owner else None, facts=part.facts)
        for part, owner in found
    )


def _owner(document: Document, owners: _Owners) -> tuple[str, Assigned] | None:
    """The one whose file it is; nobody where its parts belong to several."""
    if not document.parts:
        return owners.get((document.file, document.part))
    found = [owners.get((document.file, part.part)) for part in document.parts]
    return found[0] if len({owner[0] if owner else None for owner in found}) == 1 else None


def _file_use(document: Document, owners: _Owners) -> FileUse:
    owner = _owner(document, owners)
    paper = document.paper
    problem = paper if isinstance(paper, Unreadable | Unrecognised) else None
    return FileUse(
        file=document.file,
        sha256=document.sha256,
        size=document.size,
        pages=document.pages,
        kind=document.kind_name,
        confidence=document.confidence,
        employee=owner[0] if owner else None,
        matched_by=owner[1].matched_by if owner else "",
        facts=document.facts,
        parts=_parts(document, owners),
        seal=document.seal,
        problem=problem.say if problem else None,
        problem_values=problem.values if problem else {},
    )
