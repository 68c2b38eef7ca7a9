"""VOGs that are missing, too old, too new, of the wrong profile or person, or no longer as issued."""

from __future__ import annotations

from datetime import date

from tests.samples import standard
from tests.samples.clean import small
from tests.samples.draft import Draft, situations
from tests.samples.people import CHLOE, JORIS
from tests.scans import scanned

FILE = "vog.pdf"


def issued(day: date) -> Draft:
    return Draft(JORIS.but(vog_on=day), CHLOE)


def vog_missing() -> Draft:
    return small().take(JORIS, FILE)


def vog_too_old_at_start() -> Draft:
    """Three months and a day before he started."""
    return issued(date(2024, 1, 31))


def vog_just_in_time() -> Draft:
    """Three months before he started, to the day."""
    return issued(date(2024, 2, 1))


def vog_too_old() -> Draft:
    """Fresh when he started in 2020, and never renewed."""
    veteran = JORIS.but(starts=date(2020, 6, 15), ends=None, vog_on=date(2020, 5, 20))
    return Draft(veteran, CHLOE).take(veteran, "vog-bij-aanvang.pdf")


def vog_after_start() -> Draft:
    return issued(date(2024, 5, 14))


def vog_only_renewal() -> Draft:
    """In service since 2018; the VOG of those days is not in the folder."""
    veteran = JORIS.but(starts=date(2018, 3, 1), ends=None)
    return Draft(veteran, CHLOE).take(veteran, "vog-bij-aanvang.pdf")


def vog_wrong_profile() -> Draft:
    return small().give(JORIS, FILE, standard.vog(JORIS, profiles=("84", "85")))


def vog_of_somebody_else() -> Draft:
    other = JORIS.but(number=8, given="Pim", surname="Hoekema", prefix="", born_on=date(1988, 2, 5))
    return small().give(JORIS, FILE, standard.vog(other))


def vog_in_future() -> Draft:
    """The right one, and a second one dated next year."""
    return small().give(JORIS, "vog nieuw.pdf", standard.vog(JORIS, issued_on=date(2025, 4, 8)))


def vog_not_as_issued() -> Draft:
    """Saved again: the encryption with which it was issued is gone."""
    return small().give(JORIS, FILE, standard.vog(JORIS, encrypt=False))


def vog_scanned() -> Draft:
    """A digital VOG, printed and scanned again in colour."""
    return small().give(JORIS, FILE, scanned(standard.vog(JORIS), dpi=150, grey=False, skew=-0.7))


ALL = situations(
    vog_missing, vog_too_old_at_start, vog_just_in_time, vog_too_old, vog_after_start, vog_only_renewal,
    vog_wrong_profile, vog_of_somebody_else, vog_in_future, vog_not_as_issued, vog_scanned,
)  # fmt: skip
