"""Whose texts are whose: what the provider wrote itself for this application, and what others issued."""

from collections.abc import Iterator

from dossiercheck.checks.case import Case
from dossiercheck.documents import Document, Kind, Unrecognised

UNKNOWN = frozenset({"not-recognised", "two-kinds", "text-file"})
"""What is said of a readable file that is no known kind and no look-alike of one."""


def is_unknown_text(document: Document) -> bool:
    """Is this a text of no known kind: a letter, a statement, an appendix? Then it is taken for the provider's own."""
    paper = document.paper
    return (
        document.kind is Kind.OTHER and bool(document.text) and isinstance(paper, Unrecognised) and paper.say in UNKNOWN
    )


def unknown_texts(case: Case) -> Iterator[Document]:
    """The texts of no known kind, in the order of their paths."""
    return (document for document in case.dossier.documents if is_unknown_text(document))
