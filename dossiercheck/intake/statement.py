"""`dossier.yaml`: what the provider states about itself. It states facts; it can soften no rule and widen no trust."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """What the provider states about itself (`dossier.yaml`, overruled by options). None or empty: not stated."""

    requirements: str | None = None
    provider_name: str | None = None
    kvk: str | None = None
    iban: str | None = None
    role: str | None = None
    products: tuple[str, ...] | None = None
    municipalities: tuple[str, ...] | None = None
    requested_on: date | None = None
    submitted_on: date | None = None
    subcontractors: tuple[str, ...] | None = None
    has_locations: bool | None = None
    quality_certificate: bool | None = None
    headcount: int | None = None
    sample: tuple[str, ...] | None = None
    declarations: tuple[tuple[str, bool], ...] | None = None
