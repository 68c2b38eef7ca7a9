"""Room: checks. A requirement and a dossier become findings. One class a check kind; one line here for each.

A set names check kinds with parameters; there is no expression language in it. A kind knows four outcomes where an
expression knows two, has a sentence in two languages for each of them, points at pages and cells, and counts calendar
months with their boundary days. Its parameters are typed, so that a mistake is found, with its line, before anything is
judged. What a tender could reasonably vary is a parameter, `when`, a reading, or a declared kind of document; what none
of the kinds can judge is a new class here.
"""

from dossiercheck.checks.base import EMPLOYEE_FIELDS, Case, EmployeeRequirement, Model, Requirement, Texts
from dossiercheck.checks.case import KindInfo, KnownLocation, Lead, Reading
from dossiercheck.checks.contract import (
    ContractDates,
    ContractInForce,
    ContractName,
    ContractOnePdf,
    ContractPresent,
    ContractSigned,
)
from dossiercheck.checks.contract_terms import ContractFunction, ContractHours, ContractSalary
from dossiercheck.checks.deadlines import OnTime
from dossiercheck.checks.declarations import Declarations
from dossiercheck.checks.diploma import (
    DiplomaCare,
    DiplomaEvc,
    DiplomaLevel,
    DiplomaName,
    DiplomaPreRegister,
    DiplomaPresent,
    DiplomaSeal,
)
from dossiercheck.checks.document import DocumentAge, DocumentCount, DocumentPresent, DocumentSigned
from dossiercheck.checks.document_field import DocumentField
from dossiercheck.checks.document_papers import DocumentRequirement
from dossiercheck.checks.evacuation import EvacuationContent, EvacuationPresent
from dossiercheck.checks.files import FilesBelong, FilesName, FilesReadable, FilesUnique
from dossiercheck.checks.locations import LocationRows, LocationsOverview
from dossiercheck.checks.of_the_organisation import ORGANISATION_CHECKS
from dossiercheck.checks.personnel import (
    PersonnelFields,
    PersonnelName,
    PersonnelPerProduct,
    PersonnelTableThere,
    UniqueNumber,
)
from dossiercheck.checks.provider import DecidedElsewhere, Municipalities, ProductNeeds, ProductsChosen, RoleStated
from dossiercheck.checks.rie import RiePlan, RieReviewed
from dossiercheck.checks.sample import SampleDrawn
from dossiercheck.checks.subcontract import SubcontractAgreement
from dossiercheck.checks.submission import InDutch, Unconditional
from dossiercheck.checks.vog import VogAtStart, VogGenuine, VogMaxAge, VogName, VogPresent, VogProfile, vogs_for_others
from dossiercheck.checks.working_days import working_days_after

_ALL: tuple[type[Requirement], ...] = (
    ProductsChosen,
    ProductNeeds,
    Municipalities,
    RoleStated,
    DecidedElsewhere,
    Declarations,
    LocationsOverview,
    LocationRows,
    EvacuationPresent,
    EvacuationContent,
    RiePlan,
    RieReviewed,
    SubcontractAgreement,
    InDutch,
    Unconditional,
    OnTime,
    PersonnelTableThere,
    UniqueNumber,
    PersonnelName,
    PersonnelFields,
    PersonnelPerProduct,
    SampleDrawn,
    DiplomaPresent,
    DiplomaSeal,
    DiplomaPreRegister,
    DiplomaName,
    DiplomaLevel,
    DiplomaCare,
    DiplomaEvc,
    ContractPresent,
    ContractOnePdf,
    ContractInForce,
    ContractSigned,
    ContractDates,
    ContractFunction,
    ContractHours,
    ContractSalary,
    ContractName,
    VogPresent,
    VogName,
    VogAtStart,
    VogMaxAge,
    VogProfile,
    VogGenuine,
    FilesBelong,
    FilesUnique,
    FilesName,
    FilesReadable,
    DocumentPresent,
    DocumentCount,
    DocumentAge,
    DocumentField,
    DocumentSigned,
    *ORGANISATION_CHECKS,
)

CHECK_KINDS: dict[str, type[Requirement]] = {check.kind: check for check in _ALL}
"""Every check kind by its name in the YAML."""

__all__ = [
    "CHECK_KINDS",
    "EMPLOYEE_FIELDS",
    "Case",
    "DocumentRequirement",
    "EmployeeRequirement",
    "KindInfo",
    "KnownLocation",
    "Lead",
    "Model",
    "Reading",
    "Requirement",
    "SampleDrawn",
    "Texts",
    "vogs_for_others",
    "working_days_after",
]
