"""A requirement set described for people: what `explain` and `schema show` put in words."""

from dataclasses import dataclass
from datetime import date

from dossiercheck.findings.model import RequirementInfo, Wording


@dataclass(frozen=True, kw_only=True, slots=True)
class ParameterView:
    """A parameter with its value as the YAML would write it."""

    name: str
    value: str
    meaning: str
    """In English, from the code: shown where the wording files have no words for it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckPage:
    """A kind of check, for whoever writes a set."""

    check: str
    judged: str
    """As in `RequirementPage`."""
    parameters: tuple[ParameterView, ...] = ()
    """With what holds where the YAML is silent as their value; empty: the YAML must give one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadingView:
    """One way to read an ambiguous text."""

    name: str
    title: Wording
    used: bool
    sets: tuple[tuple[str, str], ...] = ()
    """Parameter and value."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionView:
    """An action that settles a requirement."""

    title: Wording
    lead_minutes: int | None
    reasons: tuple[str, ...] = ()
    """Only where it is not met for these reasons; empty: whatever the reason."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RequirementPage:
    """Everything about one requirement of a set."""

    info: RequirementInfo
    check: str
    judged: str
    """How it is judged, in English, from the code: shown where the wording files have no words for it."""
    parameters: tuple[ParameterView, ...] = ()
    readings: tuple[ReadingView, ...] = ()
    actions: tuple[ActionView, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SetPage:
    """Everything about one set."""

    id: str
    version: str
    title: Wording
    extends: str | None
    valid_from: date | None
    valid_until: date | None
    products: tuple[tuple[str, Wording], ...]
    kinds: tuple[tuple[str, Wording], ...]
    """Kinds of documents that it declares."""
    requirements: tuple[RequirementPage, ...]
    not_checked: tuple[RequirementInfo, ...]
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """One thing in which two sets differ."""

    path: str
    """Such as `requirements.vog.max-age.years`."""
    before: str | None
    """As the YAML would write it; None: it is not there."""
    after: str | None
