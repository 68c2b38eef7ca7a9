"""Whose texts are whose: what the provider wrote itself for this application, and what others issued."""

from dossiercheck.documents import Document, Kind, Unrecognised

UNKNOWN = frozenset({"not-recognised", "two-kinds", "text-file"})
"""What is said of a readable file that is no known kind and no look-alike of one."""


def is_unknown_text(document: Document) -> bool:
    """Is this a text of no known kind: a letter, a statement, an appendix? Then it is taken for the provider's own."""
    paper = document.paper
    return (
        document.kind is Kind.OTHER and bool(document.text) and isinstance(paper, Unrecognised) and paper.say in UNKNOWN
    )
