"""Room: documents. What a file is, and the facts it states: `recognise` turns content into a `Document`.

Every kind of paper that is read is one module with `recognise(...) -> Claim | None`, and one line in the tuples here.
"""

from dataclasses import replace
from functools import partial

from dossiercheck.documents import (
    continuation,
    contract,
    declared,
    diploma,
    evacuation_plan,
    evc,
    location_overview,
    personnel_table,
    rie,
    sample_list,
    subcontract,
    unrecognised,
    vog,
)
from dossiercheck.documents.claim import Claim
from dossiercheck.documents.employee_numbers import number_key, same_number
from dossiercheck.documents.iban import is_valid_iban
from dossiercheck.documents.kept import KeptDocuments
from dossiercheck.documents.location_layout import LocationLayout
from dossiercheck.documents.model import (
    Contact,
    Contract,
    ContractKind,
    Declared,
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
from dossiercheck.documents.model_locations import (
    EvacuationPlan,
    Location,
    LocationKind,
    LocationOverview,
    RiePart,
    RiskAssessment,
    Subcontract,
    Tenure,
    TextLine,
    TextPage,
)
from dossiercheck.documents.model_organisation import (
    BankStatement,
    CarePlan,
    ClientState,
    Cover,
    Insurance,
    KvkExtract,
    Permit,
    PermitCheck,
    PermitKind,
    PermitOutcome,
    ProductForm,
    QualityCertificate,
    QualityManual,
    TaxStatement,
    Trace,
    TraceKind,
    Whose,
)
from dossiercheck.documents.organisation import ORGANISATION_KINDS
from dossiercheck.documents.papers_in_file import Recognisers, papers_in
from dossiercheck.documents.personal_data import contact_data, contact_key
from dossiercheck.documents.recognise import (
    PAPER_ENDINGS,
    TABLE_ENDINGS,
    PdfKind,
    TableKind,
    document,
    weigh,
)
from dossiercheck.documents.scans import kind_by_name
from dossiercheck.documents.table_layout import TableLayout, fold_words
from dossiercheck.documents.table_names import split_name
from dossiercheck.documents.texts import text_pages
from dossiercheck.documents.values import FIELD_TYPES, has_phrase, plain
from dossiercheck.documents.vocabulary import DeclaredField, DeclaredKind, Vocabulary
from dossiercheck.readers.content import Content, PdfContent

__all__ = [
    "FIELD_TYPES",
    "PAPER_ENDINGS",
    "TABLE_ENDINGS",
    "BankStatement",
    "CarePlan",
    "Claim",
    "ClientState",
    "Contact",
    "Contract",
    "ContractKind",
    "Cover",
    "Declared",
    "DeclaredField",
    "DeclaredKind",
    "Diploma",
    "Document",
    "Employee",
    "Employment",
    "EvacuationPlan",
    "EvcCertificate",
    "EvcKind",
    "Insurance",
    "KeptDocuments",
    "Kind",
    "KvkExtract",
    "Level",
    "Location",
    "LocationKind",
    "LocationLayout",
    "LocationOverview",
    "Manifest",
    "NoQualification",
    "Permit",
    "PermitCheck",
    "PermitKind",
    "PermitOutcome",
    "PersonnelTable",
    "Problem",
    "ProductForm",
    "QualityCertificate",
    "QualityManual",
    "RiePart",
    "RiskAssessment",
    "SampleList",
    "Subcontract",
    "TableLayout",
    "TaxStatement",
    "Tenure",
    "TextLine",
    "TextPage",
    "Trace",
    "TraceKind",
    "Unreadable",
    "Unrecognised",
    "Vocabulary",
    "Vog",
    "Whose",
    "contact_data",
    "contact_key",
    "fold_words",
    "has_phrase",
    "is_valid_iban",
    "kind_by_name",
    "number_key",
    "plain",
    "recognise",
    "same_number",
    "split_name",
]

PDF_KINDS: tuple[PdfKind, ...] = (
    diploma.recognise,
    vog.recognise,
    evc.recognise,
    contract.recognise,
    *ORGANISATION_KINDS,
    evacuation_plan.recognise,
    rie.recognise,
    subcontract.recognise,
    location_overview.recognise_paper,
    continuation.recognise,
    unrecognised.recognise,
)
TABLE_KINDS: tuple[TableKind, ...] = (personnel_table.recognise, sample_list.recognise, rie.recognise_table)
"""The overview of locations stands beside these: it has words of its own."""


_OF_A_PERSON: dict[Kind, PdfKind] = {
    Kind.DIPLOMA: diploma.recognise,
    Kind.VOG: vog.recognise,
    Kind.EVC_CERTIFICATE: evc.recognise,
    Kind.CONTRACT: contract.recognise,
}


def recognise(file: str, sha256: str, size: int, content: Content, vocabulary: Vocabulary) -> Document:
    """What this file is, and the facts it states. `file` is its path in the dossier, with forward slashes.

    A file that holds papers of several kinds is what its first one is, and has each of them in `parts`.
    """
    own: list[PdfKind] = [partial(declared.recognise, kind) for kind in vocabulary.declared]
    pdf_kinds = (*PDF_KINDS, *own)
    overview: TableKind = partial(location_overview.recognise, words=vocabulary.locations)
    table_kinds = (*TABLE_KINDS, overview)

    def read(part: Content) -> Document:
        claim = weigh(file, part, vocabulary, pdf_kinds=pdf_kinds, table_kinds=table_kinds)
        return document(file, sha256, size, part, claim)

    whole = read(content)
    whole = replace(whole, text=text_pages(file, content, boxes=whole.kind not in _OF_A_PERSON))
    if not isinstance(content, PdfContent) or whole.kind not in (*_OF_A_PERSON, Kind.OTHER):
        return whole
    others = (unrecognised.recognise,)
    return papers_in(file, content, whole, Recognisers(kinds=_OF_A_PERSON, others=others, read=read))
