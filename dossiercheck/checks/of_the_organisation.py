"""The check kinds about an organisation and its papers: one line here for each."""

from dossiercheck.checks.bank_statement import BankStatementThere
from dossiercheck.checks.base import Requirement
from dossiercheck.checks.care_plans import CarePlanAnonymised, CarePlanCount, CarePlanGoals
from dossiercheck.checks.fire_safety import PermitCheckThere, PermitThere
from dossiercheck.checks.kvk_extract import KvkAge, KvkPresent, KvkProvider, KvkSeal
from dossiercheck.checks.organisation import (
    AgreementPeriod,
    InsuranceInForce,
    ProductFormFits,
    TaxStatementThere,
)
from dossiercheck.checks.quality_certificate import QualityCertificateValid
from dossiercheck.checks.relevant_diploma import RelevantDiploma
from dossiercheck.checks.signed import DocumentsSigned

ORGANISATION_CHECKS: tuple[type[Requirement], ...] = (
    KvkPresent,
    KvkSeal,
    KvkAge,
    KvkProvider,
    BankStatementThere,
    TaxStatementThere,
    InsuranceInForce,
    QualityCertificateValid,
    ProductFormFits,
    AgreementPeriod,
    RelevantDiploma,
    CarePlanCount,
    CarePlanAnonymised,
    CarePlanGoals,
    PermitCheckThere,
    PermitThere,
    DocumentsSigned,
)
