"""Room: documents. What a file is, and the facts it states: `recognise` turns content into a `Document`.

Every kind of paper that is read is one module with `recognise(...) -> Claim | None`, and one line in the tuples here.
"""

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.vocabulary import TableLayout, Vocabulary

__all__ = ["Claim", "TableLayout", "Vocabulary"]
