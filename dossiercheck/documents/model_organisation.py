"""The papers of an organisation, as typed facts. One dataclass a kind; None means: not found or not sure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dossiercheck.documents.model_signed import NOT_TOLD, Signed
from dossiercheck.facts import Fact, Place


@dataclass(frozen=True, kw_only=True, slots=True)
class KvkExtract:
    """An extract of the trade register about an organisation."""

    made_on: Fact[date] | None = None
    """The day on which it says to be made; none of the many other dates on it."""
    kvk_number: Fact[str] | None = None
    name: Fact[str] | None = None
    """The name in the articles, else the first trade name."""
    names: tuple[Fact[str], ...] = ()
    """All names of the organisation, trade names included."""
    not_certified: Fact[str] | None = None
    """Its own words that it is no certified extract."""
    contact: tuple[str, ...] = ()
    """Postcodes, phone numbers and mail addresses on it, without spaces: the organisation's own."""
    against: Fact[str] | None = None
    """Its words that speak against it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BankStatement:
    """A statement of a bank account."""

    iban: Fact[str] | None = None
    """Without spaces, as printed: its check digits are the check's business."""
    holder: Fact[str] | None = None
    dated_on: Fact[date] | None = None
    address: Fact[str] | None = None
    """The holder's postal address."""
    other_address: bool = False
    """There is an address on it, which may be the bank's."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TaxStatement:
    """The Tax Administration's statement that fiscal obligations were met ('nakoming fiscale verplichtingen')."""

    dated_on: Fact[date] | None = None
    holder: Fact[str] | None = None
    """Of a fiscal unity this may be the parent."""
    against: Fact[str] | None = None
    """Its words that speak against it."""


class Cover(StrEnum):
    """Against what a policy insures, as far as this matters here."""

    BUSINESS = "business"
    """Liability of a business (AVB)."""
    PROFESSIONAL = "professional"
    UNCLEAR = "unclear"
    """Some liability; whose is not said."""
    OTHER = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Insurance:
    """An insurance policy or a certificate of it."""

    covers: Fact[tuple[Cover, ...]]
    insured: Fact[str] | None = None
    starts_on: Fact[date] | None = None
    ends_on: Fact[date] | None = None
    """End of the cover or the contract; never the day on which the premium is due."""
    ends_firmly: bool = False
    """It says that the cover ends then; a mere term of the contract is mostly renewed."""
    premium_due_on: date | None = None
    premium_due: Fact[str] | None = None
    """What it says about the premium's due date, as printed."""
    renews: Fact[str] | None = None
    """Its words that it is renewed tacitly."""
    against: Fact[str] | None = None
    """Its words that speak against it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class QualityManual:
    """A quality manual."""

    title: Fact[str]
    signed: Signed = NOT_TOLD
    """By hand, by the provider; a digital signature is the seal's business."""


@dataclass(frozen=True, kw_only=True, slots=True)
class QualityCertificate:
    """A certificate of a quality scheme."""

    scheme: Fact[str]
    """The scheme's short name, such as `ISO 9001`."""
    holder: Fact[str] | None = None
    scope: Fact[str] | None = None
    """The activities that it holds for, as printed."""
    issued_on: Fact[date] | None = None
    valid_until: Fact[date] | None = None
    against: Fact[str] | None = None
    """Its words that speak against it."""


class ClientState(StrEnum):
    """Is the client of a care plan still in care?"""

    IN_CARE = "in_care"
    LEFT = "left"


class TraceKind(StrEnum):
    """By what a client can be recognised."""

    NAME = "name"
    BSN = "bsn"
    BIRTH_DATE = "birth_date"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"


class Whose(StrEnum):
    """Whose a trace is by the words around it."""

    CLIENT = "client"
    STAFF = "staff"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class Trace:
    """Words in a care plan by which somebody can be recognised."""

    kind: TraceKind
    value: str
    """As printed, to be compared with what is the provider's own. It never goes into a report: `masked` does."""
    masked: str
    whose: Whose
    place: Place
    """Without the words themselves."""
    where: str = "text"
    """`text`, `hidden`, `comment`, `metadata` or `file_name`."""
    sure: bool = True
    """It is what `kind` says; where False it may be something else (a number of nine digits, two capitals)."""
    needs_first_name: bool = False
    """It is a name only if its first word is a first name, which is not known here."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CarePlan:
    """A care and support plan."""

    title: Fact[str]
    product: Fact[str] | None = None
    """The product or kind of care that it names, as printed."""
    text: str = ""
    """What is on it, in lower case, to look for words of a product."""
    client_state: Fact[ClientState] | None = None
    goals: Fact[str] | None = None
    """Where it says how the goals were worked on."""
    names_goals: Fact[str] | None = None
    traces: tuple[Trace, ...] = ()
    unread_pages: tuple[int, ...] = ()
    """Pages with a picture, larger than a logo, on which nothing could be read."""
    plans: int = 1
    """How many pages open with the title of a plan."""
    signed: Signed = NOT_TOLD
    """By hand, by the provider; a digital signature is the seal's business."""


class PermitOutcome(StrEnum):
    """What a permit check says is needed."""

    NONE = "none"
    NOTIFICATION = "notification"
    PERMIT = "permit"


@dataclass(frozen=True, kw_only=True, slots=True)
class PermitCheck:
    """A printout of the permit check of the Omgevingsloket."""

    outcome: Fact[PermitOutcome] | None = None
    made_on: Fact[date] | None = None
    address: Fact[str] | None = None
    fire_safety: Fact[str] | None = None
    """Its words that the activity is the fire-safe use of a building."""


class PermitKind(StrEnum):
    """What a paper about a permit proves."""

    PERMIT = "permit"
    NOTIFICATION = "notification"
    APPLICATION = "application"
    """Only that a permit was applied for."""
    REFUSAL = "refusal"


@dataclass(frozen=True, kw_only=True, slots=True)
class Permit:
    """A permit or notification for the fire-safe use of a building, or a paper that looks like one."""

    permit_kind: Fact[PermitKind]
    dated_on: Fact[date] | None = None
    address: Fact[str] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductForm:
    """The form on which a provider says which products it wants to deliver."""

    chosen: tuple[Fact[str], ...] = ()
    """Products marked, or (where nothing is marked) listed."""
    refused: tuple[Fact[str], ...] = ()
    """Products that are there and not marked."""
    signed: Signed = NOT_TOLD
    """By hand, by the provider; a digital signature is the seal's business."""


OrganisationPaper = (
    KvkExtract
    | BankStatement
    | TaxStatement
    | Insurance
    | QualityManual
    | QualityCertificate
    | CarePlan
    | PermitCheck
    | Permit
    | ProductForm
)
