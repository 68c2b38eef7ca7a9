"""The papers of a person as they should be; every keyword is a way in which one of them may differ."""

from __future__ import annotations

import functools
from datetime import date

from tests import papers
from tests.samples.agreements import contract
from tests.samples.people import PROVIDER, Person, Schooling
from tests.samples.signing import DOWNLOADED, seal

DIGITAL_VOG_FROM = date(2024, 3, 20)


@functools.cache
def extract(
    person: Person, *, holder: str = "", schooling: Schooling | None = None, downloaded: date = DOWNLOADED
) -> bytes:
    """DUO's extract about this person, not yet sealed."""
    school = schooling or person.schooling
    assert school
    return papers.extract(
        holder or person.registered_name,
        born_on=person.born_on,
        qualification=school.qualification,
        institution=school.institution,
        place=school.place,
        awarded_on=school.awarded_on,
        downloaded_on=downloaded,
        number=3187000 + 742 * person.number,
        heading=school.heading,
        profile=school.profile,
        level=school.nlqf,
        grades=school.grades,
    )


@functools.cache
def diploma(person: Person, *, schooling: Schooling | None = None) -> bytes:
    """DUO's extract, sealed."""
    return seal(extract(person, schooling=schooling))


@functools.cache
def vog(
    person: Person, *, issued_on: date | None = None, form: str = "", profiles: tuple[str, ...] = (),
    encrypt: bool = True,
) -> bytes:  # fmt: skip
    """Digital from the day on which digital ones were first issued, else on paper."""
    issued = issued_on or person.vog_on
    surname, prefix = person.registered_surname
    reference = f"999901{issued:%Y%m%d}{37 * person.number:05d}"
    purpose = f"{person.function.capitalize()} bij {PROVIDER}"
    if (form or ("digital" if issued >= DIGITAL_VOG_FROM else "paper")) == "paper":
        name = f"{person.initials} {prefix} {surname}".replace("  ", " ")
        address = (f"{person.title[0].upper()}{person.title[1:]} {name}", "Dorpsstraat 12", "7600 AA ALMELO")
        return papers.paper_vog(
            surname, prefix, person.given, born_on=person.born_on, born_in=person.born_in, purpose=purpose,
            issued_on=issued, profiles=profiles or person.profiles, reference=reference, address=address,
        )  # fmt: skip
    return papers.digital_vog(
        surname, prefix, person.given, born_on=person.born_on, born_in=person.born_in, purpose=purpose,
        issued_on=issued, profiles=profiles or person.profiles, reference=reference, encrypt=encrypt,
    )  # fmt: skip


__all__ = ["contract", "diploma", "extract", "vog"]
