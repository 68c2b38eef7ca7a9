"""Contracts that are missing, over, unsigned, incomplete, of the wrong kind or of somebody else."""

from __future__ import annotations

from datetime import date

from tests.ink import pasted, written
from tests.samples import standard
from tests.samples.clean import small
from tests.samples.draft import Draft, situations
from tests.samples.people import CHLOE, JORIS

FILE = "overeenkomst.pdf"


def with_contract(pdf: bytes) -> Draft:
    return small().give(JORIS, FILE, pdf)


def contract_missing() -> Draft:
    return small().take(JORIS, FILE)


def contract_expired() -> Draft:
    """Over since the end of April, in the table too."""
    return Draft(JORIS.but(starts=date(2023, 11, 1), ends=date(2024, 4, 30), vog_on=date(2023, 10, 9)), CHLOE)


def contract_in_two_files() -> Draft:
    """The first year and the second each in a file of its own; the table spans both."""
    both = JORIS.but(starts=date(2023, 5, 1), ends=date(2025, 4, 30), vog_on=date(2023, 4, 3))
    draft = Draft(both, CHLOE)
    first = standard.contract(both, ends=date(2024, 4, 30))
    second = standard.contract(both, starts=date(2024, 5, 1))
    return draft.give(both, FILE, first).give(both, "overeenkomst tweede jaar.pdf", second)


def contract_employee_declined() -> Draft:
    return with_contract(standard.contract(JORIS, signed="declined"))


def contract_not_signed_visibly() -> Draft:
    """No signature in the file, no audit page, and nothing drawn or pasted on the places to sign."""
    return with_contract(standard.contract(JORIS, signed="nobody"))


US, THEM = "Namens werkgever", "Werknemer"


def by_hand(**what: str) -> Draft:
    """Printed, written on and scanned."""
    under = {US: what["employer"], THEM: what["employee"]} if "employee" in what else {US: what["employer"]}
    return with_contract(written(standard.contract(JORIS, signed="nobody"), under, dpi=150))


def contract_ink_both() -> Draft:
    return by_hand(employer="pen", employee="pen")


def contract_ink_employee_missing() -> Draft:
    return by_hand(employer="pen")


def contract_ink_stamp_alone() -> Draft:
    """The employer only put its stamp."""
    return by_hand(employer="stamp", employee="pen")


def contract_ink_pasted() -> Draft:
    """Pictures of both signatures pasted on the PDF."""
    return with_contract(pasted(standard.contract(JORIS, signed="nobody"), US, THEM))


def contract_dates_differ() -> Draft:
    return with_contract(standard.contract(JORIS, starts=date(2024, 4, 22)))


def contract_function_missing() -> Draft:
    return with_contract(standard.contract(JORIS, leave_out="function"))


def contract_hours_missing() -> Draft:
    return with_contract(standard.contract(JORIS, leave_out="hours"))


def contract_salary_missing() -> Draft:
    return with_contract(standard.contract(JORIS, leave_out="pay"))


def contract_of_somebody_else() -> Draft:
    other = JORIS.but(number=8, given="Pim", surname="Hoekema", prefix="", born_on=date(1988, 2, 5))
    return with_contract(standard.contract(other))


def contract_wrong_kind() -> Draft:
    """Employed, says the table; for services, says the paper."""
    return with_contract(standard.contract(JORIS.but(pay="€ 57,50 per uur"), form="zzp"))


ALL = situations(
    contract_missing, contract_expired, contract_in_two_files, contract_employee_declined,
    contract_not_signed_visibly, contract_ink_both, contract_ink_employee_missing, contract_ink_stamp_alone, contract_ink_pasted, contract_dates_differ, contract_function_missing, contract_hours_missing,
    contract_salary_missing, contract_of_somebody_else, contract_wrong_kind,
)  # fmt: skip
