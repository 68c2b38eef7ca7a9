"""Room: documents. What a file is, and the facts it states: `recognise` turns content into a `Document`.

Every kind of paper that is read is one module with `recognise(...) -> Claim | None`, and one line in the tuples here.
"""

from dossiercheck.documents import contract, diploma, evc, personnel_table, sample_list, unrecognised, vog
from dossiercheck.documents.claim import Claim
from dossiercheck.documents.employee_numbers import number_key, same_number
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
from dossiercheck.documents.recognise import PdfKind, TableKind, document, weigh
from dossiercheck.documents.table_layout import TableLayout
from dossiercheck.documents.vocabulary import Vocabulary
from dossiercheck.readers.content import Content

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
    "number_key",
    "recognise",
    "same_number",
]

PDF_KINDS: tuple[PdfKind, ...] = (
    diploma.recognise,
    vog.recognise,
    evc.recognise,
    contract.recognise,
    unrecognised.recognise,
)
TABLE_KINDS: tuple[TableKind, ...] = (personnel_table.recognise, sample_list.recognise)


def recognise(file: str, sha256: str, size: int, content: Content, vocabulary: Vocabulary) -> Document:
    """What this file is, and the facts it states. `file` is its path in the dossier, with forward slashes."""
    claim = weigh(file, content, vocabulary, pdf_kinds=PDF_KINDS, table_kinds=TABLE_KINDS)
    return document(file, sha256, size, content, claim)
