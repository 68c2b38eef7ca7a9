"""Room: documents. What a file is, and the facts it states: `recognise` turns content into a `Document`.

Every kind of paper that is read is one module with `recognise(...) -> Claim | None`, and one line in the tuples here.
"""

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.model import (
    Contact,
    Contract,
    ContractKind,
    Diploma,
    Document,
    Employee,
    Employment,
    EvcCertificate,
    EvcKind,
    Kind,
    Level,
    Manifest,
    NoQualification,
    PersonnelTable,
    Problem,
    SampleList,
    Unreadable,
    Unrecognised,
    Vog,
)
from dossiercheck.documents.table_layout import TableLayout
from dossiercheck.documents.vocabulary import Vocabulary

__all__ = [
    "Claim",
    "Contact",
    "Contract",
    "ContractKind",
    "Diploma",
    "Document",
    "Employee",
    "Employment",
    "EvcCertificate",
    "EvcKind",
    "Kind",
    "Level",
    "Manifest",
    "NoQualification",
    "PersonnelTable",
    "Problem",
    "SampleList",
    "TableLayout",
    "Unreadable",
    "Unrecognised",
    "Vocabulary",
    "Vog",
]
