"""The kinds of documents that the program knows, and what a school's paper proves: codes that reports use."""

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of formats.md 4."""

    DIPLOMA = "diploma"
    VOG = "vog"
    CONTRACT = "contract"
    EVC_CERTIFICATE = "evc-certificate"
    PERSONNEL_TABLE = "personnel-table"
    LOCATION_OVERVIEW = "location-overview"
    SAMPLE = "sample"
    EVACUATION_PLAN = "evacuation-plan"
    RIE = "rie"
    SUBCONTRACT = "subcontract"
    KVK_EXTRACT = "kvk-extract"
    BANK_STATEMENT = "bank-statement"
    TAX_STATEMENT = "tax-statement"
    INSURANCE = "insurance"
    QUALITY_MANUAL = "quality-manual"
    QUALITY_CERTIFICATE = "quality-certificate"
    CARE_PLAN = "care-plan"
    PERMIT_CHECK = "permit-check"
    PERMIT = "permit"
    PRODUCT_FORM = "product-form"
    MANIFEST = "manifest"
    OTHER = "other"
    UNREADABLE = "unreadable"


class Level(StrEnum):
    """Level of a diploma as printed; the last three are secondary school and no qualification."""

    MBO_1 = "MBO-1"
    MBO_2 = "MBO-2"
    MBO_3 = "MBO-3"
    MBO_4 = "MBO-4"
    AD = "AD"
    HBO = "HBO"
    WO = "WO"
    HAVO = "HAVO"
    VWO = "VWO"
    VMBO = "VMBO"


class NoQualification(StrEnum):
    """Why a paper from a school proves no completed vocational or higher education."""

    PROPEDEUSE = "propedeuse"
    CERTIFICATE = "certificate"
    GRADE_LIST = "grade_list"
    SECONDARY_SCHOOL = "secondary_school"
    COURSE = "course"
