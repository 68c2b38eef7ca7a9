"""Contracts that are gone, over, unsigned, incomplete, of the wrong kind or of somebody else."""

from __future__ import annotations

from datetime import date

from tests import pki
from tests.damage.striking import DAY, Operators, Spot, stranger
from tests.samples import standard
from tests.samples.people import ANNA, CHLOE, DIRECTOR, JORIS, PROVIDER, WIM, ZEYNEP
from tests.samples.seals import overlay, revised
from tests.samples.signing import authority, moment

DAMAGE = Operators()
FILE = "overeenkomst.pdf"
PAID = ANNA, JORIS, ZEYNEP, CHLOE
EMPLOYED = ANNA, JORIS, CHLOE
FIXED_TERM = JORIS, ZEYNEP
OTHERS = (
    "contract.one-pdf contract.in-force contract.signed contract.dates contract.function contract.hours contract.salary"
)


@DAMAGE("clean", "contract.present not_met missing", may=f"{OTHERS} contract.name")
def contract_taken_away(spot: Spot) -> None:
    spot.draft.take(spot.somebody(), FILE)


@DAMAGE("clean", "contract.name not_met name_mismatch", may=OTHERS)
def contract_of_a_stranger(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.give(person, FILE, standard.contract(stranger(person)))


@DAMAGE("clean", "contract.present not_met missing", may=f"{OTHERS} contract.name files.unique files.name")
def contract_of_a_colleague(spot: Spot) -> None:
    person = spot.somebody()
    colleague = spot.rng.choice([other for other in spot.people if other != person])
    spot.draft.give(person, FILE, spot.draft.papers[f"{colleague.folder}/{FILE}"])


@DAMAGE("clean", "contract.in-force not_met expired")
def contract_over(spot: Spot) -> None:
    """In the table too."""
    person = spot.somebody(*FIXED_TERM)
    ended = spot.on - spot.days(1, 25)
    spot.draft.give(person, FILE, standard.contract(person, ends=ended)).cell(person, "Einddatum overeenkomst", ended)


@DAMAGE("clean", "contract.dates not_met date_mismatch")
def contract_that_starts_on_another_day(spot: Spot) -> None:
    person = spot.somebody()
    starts = person.starts + spot.one_of(-1, 1) * spot.days(1, 25)
    spot.draft.give(person, FILE, standard.contract(person, starts=starts))


@DAMAGE("clean", "contract.dates not_met date_mismatch")
def contract_that_ends_on_another_day(spot: Spot) -> None:
    person = spot.somebody(*FIXED_TERM)
    assert person.ends
    spot.draft.give(person, FILE, standard.contract(person, ends=person.ends + spot.one_of(-1, 1) * spot.days(1, 25)))


@DAMAGE("clean", "contract.one-pdf not_met split", may="contract.hours contract.salary contract.function")
def contract_in_two_files(spot: Spot) -> None:
    person = spot.somebody(*FIXED_TERM)
    middle = person.starts + spot.days(5, 25)
    spot.draft.give(person, FILE, standard.contract(person, ends=middle))
    spot.draft.give(person, "overeenkomst vervolg.pdf", standard.contract(person, starts=middle + DAY))


# --- signatures


@DAMAGE("clean", "contract.signed not_met unsigned")
def contract_nobody_signed(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.give(person, FILE, standard.contract(person, signed="nobody"))


@DAMAGE("clean", "contract.signed not_met unsigned_employee")
def contract_declined(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.give(person, FILE, standard.contract(person, signed="declined"))


@DAMAGE("clean", "contract.signed undecided needs_person")
def contract_only_the_director_signed(spot: Spot) -> None:
    """Beside a signature in the file nobody is called unsigned: the other may have signed on paper."""
    person = spot.somebody()
    spot.draft.give(person, FILE, _signed(standard.contract(person, signed="nobody"), DIRECTOR, PROVIDER))


@DAMAGE("clean", "contract.signed undecided needs_person")
def contract_only_the_employee_signed(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.give(person, FILE, _signed(standard.contract(person, signed="nobody"), person.full_name, ""))


@DAMAGE("clean", "contract.signed not_met altered_after_sealing")
def contract_changed_after_signing(spot: Spot) -> None:
    person = spot.somebody(ANNA, JORIS, ZEYNEP)
    spot.draft.give(person, FILE, revised(standard.contract(person), overlay))


def _signed(pdf: bytes, name: str, organisation: str) -> bytes:
    return pki.sign(
        pdf,
        name=name,
        organisation=organisation,
        signed_at=moment(date(2024, 3, 1)),
        by=authority(),
        timestamp=False,
    )


# --- what is in it


@DAMAGE("clean", "contract.function not_met field_missing")
def contract_without_a_function(spot: Spot) -> None:
    person = spot.somebody(ANNA, JORIS, CHLOE, WIM)
    spot.draft.give(person, FILE, standard.contract(person, leave_out="function"))


@DAMAGE("clean", "contract.function undecided needs_person", places=1)
def contract_for_services_without_a_function(spot: Spot) -> None:
    """'Verricht werkzaamheden' may be all that an assignment says of the work."""
    person = spot.somebody(ZEYNEP)
    spot.draft.give(person, FILE, standard.contract(person, leave_out="function"))


@DAMAGE("clean", "contract.hours not_met field_missing")
def contract_without_hours(spot: Spot) -> None:
    person = spot.somebody(*PAID)
    spot.draft.give(person, FILE, standard.contract(person, leave_out="hours"))


@DAMAGE("clean", "contract.salary not_met field_missing")
def contract_without_pay(spot: Spot) -> None:
    person = spot.somebody(*PAID)
    spot.draft.give(person, FILE, standard.contract(person, leave_out="pay"))


@DAMAGE("clean", "contract.function not_met function_mismatch", may="vog.profile")
def contract_for_other_work(spot: Spot) -> None:
    """Direct or indirect contact follows from the function in it."""
    person = spot.somebody()
    work = spot.one_of("boekhouder", "kok", "timmerman", "systeembeheerder")
    spot.draft.give(person, FILE, standard.contract(person.but(function=work)))


@DAMAGE("clean", "contract.present not_met wrong_kind")
def contract_for_services(spot: Spot) -> None:
    person = spot.somebody(*EMPLOYED)
    spot.draft.give(person, FILE, standard.contract(person.but(pay="€ 57,50 per uur"), form="zzp"))


@DAMAGE("clean", "contract.present not_met wrong_kind", may="contract.salary")
def contract_of_a_volunteer(spot: Spot) -> None:
    person = spot.somebody(*EMPLOYED)
    spot.draft.give(person, FILE, standard.contract(person, form="vrijwilliger"))
