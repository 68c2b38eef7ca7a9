"""Files that were not read, or not whole: archives, papers attached inside a PDF, pages beyond a limit, poor scans.

A paper that was not found may be in there. Then 'missing' is not known, and a person has to look.
"""

from collections.abc import Iterator

from dossiercheck.documents import PAPER_ENDINGS, Document, Kind, Unreadable, Unrecognised
from dossiercheck.findings import Value
from dossiercheck.people import Dossier

_MOST_NAMES = 5
_ARCHIVES = ("archive-inside", "archive-too-much")
_OF_ANY_NAME = ("folder-cannot-open", "zip-entry-")


def unread_within(document: Document) -> Iterator[tuple[str, dict[str, Value]]]:
    """Sentence key and values of each thing inside a file that was read otherwise, and that stayed unread."""
    if isinstance(document.paper, Unreadable):
        return
    if document.attached and isinstance(document.paper, Unrecognised):
        names = document.attached[:_MOST_NAMES]
        yield "attached-not-read", {"count": len(document.attached), "names": names}
    if document.unread_pages:
        yield "pages-not-read", {"count": document.unread_pages, "pages": document.pages}


def may_hold_others(dossier: Dossier, endings: tuple[str, ...] = PAPER_ENDINGS) -> tuple[str, Document] | None:
    """The first file in which papers may be that were not read, and the sentence key for it.

    A file that cannot be read may itself be one where its name has one of the `endings`.
    """
    assigned = {assigned.document.file for person in dossier.people for assigned in person.papers}
    for document in dossier.documents:
        if _is_shut_archive(document):
            return "paper-maybe-in-archive", document
        if document.kind is Kind.UNREADABLE and document.file not in assigned:
            if document.file.lower().endswith(endings) or _may_be_anything(document):
                return "paper-maybe-unread", document
        elif document.attached:
            return "paper-maybe-attached", document
        elif document.unread_pages:
            return "paper-maybe-on-unread-pages", document
    return None


def _is_shut_archive(document: Document) -> bool:
    """One that was not opened, or that is damaged."""
    paper = document.paper
    return isinstance(paper, Unreadable) and (paper.say in _ARCHIVES or document.file.lower().endswith(".zip"))


def _may_be_anything(document: Document) -> bool:
    """A folder that could not be entered, or what did not come out of a ZIP: its name tells nothing."""
    paper = document.paper
    return isinstance(paper, Unreadable) and paper.say.startswith(_OF_ANY_NAME)
