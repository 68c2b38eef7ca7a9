"""Seals and signatures of the samples, with their own authority."""

from __future__ import annotations

import functools
from datetime import UTC, date, datetime, time
from pathlib import Path

from tests import papers, pki
from tests.papers import AuditLine
from tests.samples.people import DIRECTOR, PROVIDER, Person

KEYS = Path(__file__).parents[2] / "sample_dossiers" / "keys"
DOWNLOADED = date(2024, 5, 21)
SERVICE = "Tekenloket Voorbeeld B.V."


@functools.cache
def authority() -> pki.Authority:
    """The samples' own authority; no copy of the program trusts it unless told to."""
    return pki.sample_authority(KEYS)


def moment(day: date, hour: int = 10) -> datetime:
    return datetime.combine(day, time(hour, 15), tzinfo=UTC)


def seal(pdf: bytes, on: date = DOWNLOADED, **keywords: object) -> bytes:
    """Seal as DUO does; keywords as of `pki.seal_as_duo`."""
    given: dict[str, object] = {"by": authority(), "signed_at": moment(on), **keywords}
    return pki.seal_as_duo(pdf, **given)  # type: ignore[arg-type]


def sign_both(pdf: bytes, person: Person, on: date) -> bytes:
    """The provider's director signs, and then the other party, each with a certificate in their own name."""
    for name, organisation, hour in ((DIRECTOR, PROVIDER, 9), (person.full_name, "", 14)):
        pdf = pki.sign(
            pdf, name=name, organisation=organisation, signed_at=moment(on, hour), by=authority(), timestamp=False
        )
    return pdf


def sign_by_service(pdf: bytes, person: Person, on: date, *, declined: bool = False) -> bytes:
    """A signing service's audit page behind the agreement, and the service's seal on the whole."""
    day = f"{on:%d-%m-%Y}"
    invited = (f"{day} 08:55", "uitnodiging verstuurd")
    last = "ondertekening geweigerd" if declined else "document ondertekend"
    signers = (
        AuditLine(
            name=DIRECTOR,
            role=f"namens {PROVIDER}",
            email="h.stroink@zorgvoorbeeld.example",
            steps=(invited, (f"{day} 09:10", "document geopend"), (f"{day} 09:15", "document ondertekend")),
        ),
        AuditLine(
            name=person.full_name,
            role="wederpartij",
            email="post@wederpartij.example",
            steps=((f"{day} 09:15", invited[1]), (f"{day} 14:02", "document geopend"), (f"{day} 14:15", last)),
        ),
    )
    status = "GEWEIGERD" if declined else "VOLTOOID"
    page = papers.audit_page("overeenkomst.pdf", f"TL-{on:%Y%m%d}-{person.number:04d}", status, signers)
    whole = papers.joined(pdf, page)
    return pki.sign(
        whole, name="Tekenloket", organisation=SERVICE, signed_at=moment(on, 15), by=authority(), timestamp=False
    )
