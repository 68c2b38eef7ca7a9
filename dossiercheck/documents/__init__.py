"""Room: documents. What a file is, and the facts it states: `recognise` turns content into a `Document`.

Every kind of paper that is read is one module with `recognise(...) -> Claim | None`, and one line in the tuples here.
"""

from collections.abc import Callable
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
from dossiercheck.documents.personal_data import contact_data, contact_key
from dossiercheck.documents.recognise import (
    PAPER_ENDINGS,
    TABLE_ENDINGS,
    PdfKind,
    TableKind,
    document,
    picture_pages,
    weigh,
)
from dossiercheck.documents.scans import kind_by_name
from dossiercheck.documents.several import Section, of_two_persons, opens_a_paper, sections
from dossiercheck.documents.side_by_side import halves_of, in_stacks, put_back
from dossiercheck.documents.table_layout import TableLayout, fold_words
from dossiercheck.documents.table_names import split_name
from dossiercheck.documents.texts import text_pages
from dossiercheck.documents.values import FIELD_TYPES, has_phrase, plain
from dossiercheck.documents.vocabulary import DeclaredField, DeclaredKind, Vocabulary
from dossiercheck.readers import down_the_middle
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
    cut = halves_of(content, partial(opens_a_paper, file, content, _OF_A_PERSON, (unrecognised.recognise,)))
    mixed = _of_two_persons(file, content)
    if not cut:
        return _in_doubt(_in_parts(file, content, whole, read), mixed)
    halves = replace(read(cut.content), pages=content.page_count, text=whole.text)
    found = _in_parts(file, cut.content, halves, read, cut.sheets)
    if not found.parts and found.kind is whole.kind and _told(found) < _told(whole):
        return _in_doubt(_in_parts(file, content, whole, read), mixed)
    return _in_doubt(_on_sheets(found, content, cut.sheets), mixed)


def _of_two_persons(file: str, content: PdfContent) -> set[int]:
    """Sheets with papers of two persons beside each other that could not be cut, for something stands across them."""
    sheets = ((page.number, two) for page in content.pages[:_MOST_SHEETS] if (two := down_the_middle(page)))
    kinds = (_OF_A_PERSON, (unrecognised.recognise,))
    return {number for number, two in sheets if of_two_persons(file, content, *kinds, two)}


def _in_doubt(found: Document, mixed: set[int]) -> Document:
    """The same; what lies on such a sheet is none that can be judged."""
    if found.parts:
        parts = (_in_doubt(part, mixed) if mixed & {*part.part_pages} else part for part in found.parts)
        return replace(found, parts=tuple(parts))
    return replace(found, paper=_several(found.kind), facts=()) if mixed and found.kind in _OF_A_PERSON else found


def _several(kind: Kind) -> Unrecognised:
    return Unrecognised(say="several-papers", values={"kind": kind.value}, hint=kind)


_MOST_SHEETS = 20


def _told(document: Document) -> int:
    """How many facts were found: more on the whole than in two halves, where labels stand left and values right."""
    return sum(fact.value is not None for fact in document.facts)


def _on_sheets(found: Document, content: PdfContent, sheets: tuple[int, ...]) -> Document:
    """What was recognised on halves of sheets, in a part or a whole."""
    return replace(
        found,
        pages=content.page_count,
        paper=put_back(found.paper, sheets),
        facts=put_back(found.facts, sheets),
        parts=tuple(_on_sheets(part, content, sheets) for part in found.parts),
        part_pages=tuple(dict.fromkeys(sheets[number - 1] for number in found.part_pages)),
        picture_pages=tuple(dict.fromkeys(sheets[number - 1] for number in found.picture_pages)),
    )


def _in_parts(
    file: str,
    content: PdfContent,
    whole: Document,
    read: Callable[[Content], Document],
    sheets: tuple[int, ...] = (),
) -> Document:
    """The papers of a file that holds several; the `whole` where it holds one. `sheets`: where its pages are halves."""
    found = sections(file, content, _OF_A_PERSON, (unrecognised.recognise,))
    if len(found) == 1 and (whole.kind is not Kind.OTHER or _is_whole(found[0], content)):
        return whole
    alone = [read(section.content) for section in found]
    mixed = in_stacks(found, [one.kind in (Kind.CONTRACT, Kind.OTHER) for one in alone], sheets)
    parts = tuple(
        replace(
            _judged(one, section, stacked), part=rank, part_pages=section.pages, picture_pages=picture_pages(content)
        )
        for rank, (one, section, stacked) in enumerate(zip(alone, found, mixed, strict=True), start=1)
    )
    if len(parts) == 1:
        better = parts[0].kind is not Kind.OTHER
        return replace(parts[0], pages=content.page_count, part=0, part_pages=(), text=whole.text) if better else whole
    first = next((part for part in parts if part.kind is not Kind.OTHER), parts[0])
    return replace(first, pages=content.page_count, part=0, part_pages=(), parts=parts, text=whole.text)


def _is_whole(section: Section, content: PdfContent) -> bool:
    """Is it one paper beyond doubt, on all pages? Then it was read already."""
    return section.doubt is None and section.content.pages == content.pages


def _judged(found: Document, section: Section, stacked: bool) -> Document:
    """One paper of several. Where it may be two, it is none that can be judged."""
    doubt = Kind.CONTRACT if stacked and found.kind is Kind.CONTRACT else section.doubt
    if doubt is None:
        return found
    return replace(found, kind=doubt, paper=_several(doubt), facts=())
