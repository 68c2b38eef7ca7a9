"""The papers a dossier is made of, as typed facts. One dataclass a kind; None means: not found or not sure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dossiercheck.documents.kinds import Kind as Kind
from dossiercheck.documents.kinds import Level as Level
from dossiercheck.documents.kinds import NoQualification as NoQualification
from dossiercheck.documents.model_locations import (
    EvacuationPlan,
    LocationOverview,
    RiskAssessment,
    Subcontract,
    TextPage,
)
from dossiercheck.documents.model_organisation import OrganisationPaper
from dossiercheck.documents.model_personnel import Contact as Contact
from dossiercheck.documents.model_personnel import Employee as Employee
from dossiercheck.documents.model_personnel import Employment as Employment
from dossiercheck.documents.model_personnel import PersonnelTable as PersonnelTable
from dossiercheck.documents.model_personnel import Problem as Problem
from dossiercheck.documents.model_personnel import SampleList as SampleList
from dossiercheck.documents.model_personnel import SkippedRow as SkippedRow
from dossiercheck.documents.model_signed import NOT_TOLD
from dossiercheck.documents.model_signed import Signed as Signed
from dossiercheck.facts import Fact, Place, Seal
from dossiercheck.findings import FactView, Reason, Value


@dataclass(frozen=True, kw_only=True, slots=True)
class Diploma:
    """A diploma: DUO's extract, or another paper that says it is one."""

    holder: Fact[str] | None
    born_on: Fact[date] | None = None
    programme: Fact[str] | None = None
    """Name of the education, without type and level where those stand apart."""
    level: Fact[Level] | None = None
    awarded_on: Fact[date] | None = None
    institution: Fact[str] | None = None
    register_extract: bool = False
    """It has the layout of an extract from DUO's register (whatever its seal says)."""
    no_qualification: Fact[NoQualification] | None = None
    extract_number: Fact[str] | None = None
    """Number in the footer of an extract, for DUO's control page."""
    listed: int = 1
    """How many diplomas the paper lists; of more than one, only what holds for all of them is given."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Vog:
    """A Verklaring Omtrent het Gedrag of a natural person."""

    holder: Fact[str] | None
    """Given names, prefix and birth surname in natural order."""
    born_on: Fact[date] | None = None
    issued_on: Fact[date] | None = None
    profiles: Fact[tuple[str, ...]] | None = None
    """Two-digit codes, as text, in the order printed."""
    function: Fact[str] | None = None
    organisation: Fact[str] | None = None
    """Where the function is, as far as it names one."""
    form: Fact[str] | None = None
    """`digital` or `paper`; None when it cannot be told."""
    reference: Fact[str] | None = None
    still_encrypted: bool = False
    """The file is encrypted, as digital VOGs are issued."""
    suspect: tuple[str, ...] = ()
    """Sentence keys of what speaks against it (for a person), such as a digital form from before it existed."""


class ContractKind(StrEnum):
    """What kind of agreement a contract is."""

    EMPLOYMENT = "arbeidsovereenkomst"
    ASSIGNMENT = "opdracht"
    HIRE = "inhuur"
    SECONDMENT = "detachering"
    AGENCY = "uitzend"
    TRAINEESHIP = "stage"
    VOLUNTEER = "vrijwilliger"


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """One contract out of a chain in the same paper: its start and end, as far as stated."""

    starts_on: Fact[date] | None = None
    ends_on: Fact[date | None] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Contract:
    """A contract with a person who works for the provider. Of a chain, the last governs all but the first start."""

    kind: Fact[ContractKind]
    employee: Fact[str] | None = None
    employer: Fact[str] | None = None
    born_on: Fact[date] | None = None
    function: Fact[str] | None = None
    starts_on: Fact[date] | None = None
    """Start of the first term."""
    ends_on: Fact[date | None] | None = None
    """End of the last term; a Fact holding None says: for an indefinite time. None: not stated or contradictory."""
    end_from_duration: bool = False
    ends_until: date | None = None
    """The date printed after a bare `tot`, where `ends_on` is the day before it; None elsewhere."""
    ended_by: tuple[Place, ...] = ()
    """Papers in the same file that end a contract (a settlement, a notice), however it was to run."""
    hours_per_week: Fact[float] | None = None
    hours_stated: Fact[str] | None = None
    """Wording about working time where no single weekly number follows (zero hours, min-max, percentage)."""
    salary: Fact[str] | None = None
    """Amount, grade or rate, as printed."""
    terms: tuple[Term, ...] = ()
    """One per contract in the paper, in order; empty when there is only one."""
    signed_by_employer: Signed = NOT_TOLD
    signed_by_employee: Signed = NOT_TOLD
    altered_after_signing: bool = False
    blanks: tuple[Place, ...] = ()
    """Places that were left unfilled (`____`, `[datum]`)."""
    unclear: tuple[str, ...] = ()
    """Names of facts that the text plainly treats (its words are there) but whose value could not be read."""


class EvcKind(StrEnum):
    """The papers of an EVC procedure; only the first is what the tender asks."""

    COMPETENCE = "competentiebewijs"
    EXPERIENCE = "ervaringscertificaat"
    PROFESSIONAL = "vakbekwaamheidsbewijs"


@dataclass(frozen=True, kw_only=True, slots=True)
class EvcCertificate:
    """A paper of an EVC procedure."""

    evc_kind: Fact[EvcKind]
    holder: Fact[str] | None = None
    born_on: Fact[date] | None = None
    issued_on: Fact[date] | None = None
    issuer: Fact[str] | None = None
    by_knowledge_centre: bool = False
    """The issuer named is the Nationaal Kenniscentrum EVC."""
    programme: Fact[str] | None = None
    level: Fact[Level] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Declared:
    """A paper of a kind that a requirement set declares; its values stand in the document's `facts`."""

    kind_id: str
    of_employee: bool = False
    holder: Fact[str] | None = None
    born_on: Fact[date] | None = None
    signed: Signed = NOT_TOLD


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """`dossier.yaml`; what it states is read by `intake/`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unrecognised:
    """A readable file that is none of the kinds this program reads (yet); `say` tells what it looks like."""

    say: str
    values: Mapping[str, Value] = field(default_factory=dict)
    hint: Kind | None = None
    """A kind that its title or file name suggests, for the reader of the report."""
    names: tuple[Fact[str], ...] = ()
    """Persons named in it, as far as plain."""
    ends_contract: bool = False
    """It ends a contract with a person: a settlement, a notice, a letter that it is not renewed."""


def several_papers(kind: Kind) -> Unrecognised:
    """Papers of one kind that cannot be told apart: none of them can be judged."""
    return Unrecognised(say="several-papers", values={"kind": kind.value}, hint=kind)


@dataclass(frozen=True, kw_only=True, slots=True)
class Unreadable:
    """A file that could not be read."""

    reason: Reason
    say: str
    values: Mapping[str, Value] = field(default_factory=dict)


PersonalPaper = Diploma | Vog | Contract | EvcCertificate
LocationPaper = LocationOverview | EvacuationPlan | RiskAssessment | Subcontract
Paper = (
    PersonalPaper
    | OrganisationPaper
    | LocationPaper
    | PersonnelTable
    | SampleList
    | Declared
    | Manifest
    | Unrecognised
    | Unreadable
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One file of the dossier, recognised."""

    file: str
    sha256: str
    size: int
    kind: Kind
    paper: Paper
    confidence: float = 1.0
    pages: int = 0
    scanned: bool = False
    """Its pages are pictures of paper."""
    seal: Seal | None = None
    producer: str = ""
    facts: tuple[FactView, ...] = ()
    """The same facts as in `paper`, named as in formats.md 4, for the report."""
    parts: "tuple[Document, ...]" = ()
    """The papers of a file that holds several kinds, each as a document of the same file; empty for one paper."""
    part_pages: tuple[int, ...] = ()
    """Of a part: the numbers of its pages in the file. Two papers on one sheet have the same."""
    part: int = 0
    """Of a part: its rank in the file, from 1."""
    text_sha256: str = ""
    """Of its letters and figures; empty where there are few. The same text in other bytes has the same."""
    attached: tuple[str, ...] = ()
    """Names of the papers that are attached inside it (a portfolio, a paper clip); they are not read."""
    picture_pages: tuple[int, ...] = ()
    """Pages of a heap or of a typed file that are a picture without text: empty paper, or a scan that is too poor."""
    unread_pages: int = 0
    """Pages that are there and were not read: damaged ones, and those beyond a limit."""
    text: tuple[TextPage, ...] = field(default=(), repr=False, compare=False)
    """What it says, line by line; empty where it holds no text."""
    notes: Mapping[str, Value] = field(default_factory=dict)
    no_sheet: bool = False
    """A picture in which nothing could be read, and that is plainly no sheet of paper: a logo, an icon."""

    @property
    def goes_on(self) -> bool:
        """Is it the rest of a contract that begins in another file?"""
        return isinstance(self.paper, Unrecognised) and self.paper.say == "contract-continuation"

    @property
    def first_page(self) -> int:
        """The page of the file on which it begins."""
        return self.part_pages[0] if self.part_pages else 1

    @property
    def kind_name(self) -> str:
        """The kind as the report names it: one of formats.md 4, or the id of a kind that the set declares."""
        return self.paper.kind_id if isinstance(self.paper, Declared) else self.kind.value
