"""Fire safety of day-care locations (H6): the permit check, and the permit or notification where it says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, Requirement
from dossiercheck.checks.functions import folded
from dossiercheck.checks.provider_papers import absent, of_kind, page_one, perhaps
from dossiercheck.documents import (
    Document,
    Kind,
    LocationKind,
    LocationOverview,
    Permit,
    PermitCheck,
    PermitKind,
    PermitOutcome,
)
from dossiercheck.facts import Fact, Place
from dossiercheck.findings import PROVIDER, Finding, Outcome, Reason, Subject, SubjectKind, Value

MET, NOT_MET, UNDECIDED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """A day-care location with the papers about it; without an overview of locations, the provider as a whole."""

    subject: Subject
    checks: tuple[Document, ...]
    permits: tuple[Document, ...]
    loose: bool = False
    """Which of several locations a paper is about, it does not say."""


class _DayCare(Requirement):
    """A requirement on each location with day care, where a product with day care is applied for."""

    products: tuple[str, ...] = Field(description="Products with day care.")

    @property
    def products_named(self) -> tuple[tuple[str, str], ...]:
        return tuple(("products", product) for product in self.products)

    def evaluate(self, case: Case) -> Iterator[Finding]:
        if not set(self.products) & set(case.products):
            yield self.finding(Outcome.NOT_APPLICABLE, "no-day-care", values={"products": self.products})
            return
        stated = case.dossier.statement.products is not None
        for place in _places(case):
            finding = self.doubted(self.judge(place, case))
            yield finding if stated or finding.outcome is not NOT_MET else self._unstated(finding)

    def judge(self, place: Site, case: Case) -> Finding:
        raise NotImplementedError

    def _unstated(self, finding: Finding) -> Finding:
        """Nobody is failed on a product of which it is not known that it is applied for."""
        return self.finding(
            UNDECIDED, "day-care-not-stated", reason=Reason.NOT_DECLARED, subject=finding.subject, at=finding.evidence
        )


def _places(case: Case) -> Iterator[Site]:
    checks, permits = of_kind(case, Kind.PERMIT_CHECK), of_kind(case, Kind.PERMIT)
    day_care = _day_care_ids(case)
    locations = [location for location in case.locations if location.name in day_care] or list(case.locations)
    if len(locations) <= 1:
        name = locations[0].name if locations else ""
        subject = Subject(kind=SubjectKind.LOCATION, id=name, name=name) if name else PROVIDER
        yield Site(subject=subject, checks=checks, permits=permits)
        return
    for location in locations:
        subject = Subject(kind=SubjectKind.LOCATION, id=location.name, name=location.name)
        mine = tuple(d for d in checks if _is_at(d, location.words))
        granted = tuple(d for d in permits if _is_at(d, location.words))
        elsewhere = [d for d in (*checks, *permits) if _address(d) is None]
        yield Site(subject=subject, checks=mine, permits=granted, loose=bool(elsewhere))


def _day_care_ids(case: Case) -> set[str]:
    """The locations of which the overview says that there is day care."""
    overviews = [d.paper for d in case.dossier.documents if isinstance(d.paper, LocationOverview)]
    places = [place for overview in overviews for place in overview.locations]
    return {place.id for place in places if place.kinds and LocationKind.DAY_CARE in place.kinds.value}


def _address(document: Document) -> Fact[str] | None:
    return document.paper.address if isinstance(document.paper, PermitCheck | Permit) else None


def _is_at(document: Document, words: tuple[str, ...]) -> bool:
    address = _address(document)
    return address is not None and any(same_address(address.value, word) for word in words)


def same_address(one: str, other: str) -> bool:
    """Do both name one street and house number (with its addition)?"""
    first, second = _street(one), _street(other)
    return bool(first) and first == second


def _street(text: str) -> tuple[str, str] | None:
    match = re.match(r"\s*([^\d,]*?)\s*(\d+)\s*-?\s*([a-z]?)\b", folded(text))
    return (" ".join(re.findall(r"[a-z0-9]+", match[1])), match[2] + match[3]) if match and match[1] else None


class PermitCheckThere(_DayCare):
    """The printout of the permit check for fire-safe use is there, with its outcome."""

    kind: ClassVar[str] = "permit-check"

    def judge(self, place: Site, case: Case) -> Finding:
        if not place.checks:
            if place.loose:
                return self.finding(
                    UNDECIDED, "permit-check-of-which", reason=Reason.NEEDS_PERSON, subject=place.subject
                )
            return absent(self, case, Kind.PERMIT_CHECK, subject=place.subject)
        document = place.checks[0]
        paper = document.paper
        assert isinstance(paper, PermitCheck)
        outcome = paper.outcome
        values: dict[str, Value] = {
            "outcome": outcome.value.value if outcome else "",
            "address": paper.address.value if paper.address else "",
            "issued": paper.made_on.value if paper.made_on else None,
            "document": document.kind.value,
        }
        at = tuple(fact.place for fact in (outcome, paper.made_on) if fact) or (page_one(document),)
        if paper.made_on and paper.made_on.value > case.on:
            result, say, reason = NOT_MET, "document-in-future", Reason.IN_FUTURE
        elif outcome is None:
            result, say, reason = UNDECIDED, "permit-check-no-outcome", Reason.UNREADABLE
        elif paper.fire_safety is None:
            result, say, reason = UNDECIDED, "permit-check-of-what", Reason.NEEDS_PERSON
        else:
            return self.finding(MET, "permit-check-there", subject=place.subject, values=values, at=at)
        return self.finding(result, say, reason=reason, subject=place.subject, values=values, at=at)


_PROVES = {
    PermitOutcome.PERMIT: (PermitKind.PERMIT,),
    PermitOutcome.NOTIFICATION: (PermitKind.NOTIFICATION, PermitKind.PERMIT),
}


class PermitThere(_DayCare):
    """Where the permit check says that a permit or notification is needed: proof of it."""

    kind: ClassVar[str] = "permit"

    def judge(self, place: Site, case: Case) -> Finding:
        outcome = _needed(place)
        if not place.checks:
            return self.finding(Outcome.NOT_APPLICABLE, "paper-missing", reason=Reason.MISSING, subject=place.subject)
        if outcome is None:
            at = (page_one(place.checks[0]),)
            return self.finding(
                UNDECIDED, "permit-need-unknown", reason=Reason.NEEDS_PERSON, subject=place.subject, at=at
            )
        if outcome.value is PermitOutcome.NONE:
            return self.finding(Outcome.NOT_APPLICABLE, "permit-not-needed", subject=place.subject, at=(outcome.place,))
        return self._proof(place, outcome, case)

    def _proof(self, place: Site, needed: Fact[PermitOutcome], case: Case) -> Finding:
        asked = _PROVES[needed.value]
        papers = [(d, d.paper) for d in place.permits if isinstance(d.paper, Permit)]
        good = next((paper for _, paper in papers if paper.permit_kind.value in asked), None)
        values: dict[str, Value] = {"needed": needed.value.value, "document": Kind.PERMIT.value}
        subject = place.subject
        at: tuple[Place, ...] = (needed.place,)
        if good is None and papers:
            values["found"] = papers[0][1].permit_kind.value.value
            at = (needed.place, papers[0][1].permit_kind.place)
            return self.finding(
                NOT_MET, "permit-other-paper", reason=Reason.WRONG_KIND, subject=subject, values=values, at=at
            )
        if good is None:
            if place.loose or perhaps(case, Kind.PERMIT):
                return self.finding(
                    UNDECIDED, "permit-perhaps-unread", reason=Reason.UNREADABLE, subject=subject, values=values, at=at
                )
            return self.finding(NOT_MET, "permit-missing", reason=Reason.MISSING, subject=subject, values=values, at=at)
        at = (good.permit_kind.place, needed.place)
        if good.dated_on and good.dated_on.value > case.on:
            values["issued"] = good.dated_on.value
            return self.finding(
                NOT_MET, "document-in-future", reason=Reason.IN_FUTURE, subject=subject, values=values, at=at
            )
        if self._elsewhere(good, place):
            return self.finding(
                UNDECIDED, "permit-other-address", reason=Reason.NEEDS_PERSON, subject=subject, values=values, at=at
            )
        return self.finding(MET, "permit-there", subject=subject, values=values, at=at)

    def _elsewhere(self, permit: Permit, place: Site) -> bool:
        """Is it for another address than the check was made for?"""
        addresses = [a.value for d in place.checks if (a := _address(d))]
        return bool(permit.address and addresses) and not any(
            same_address(permit.address.value, address) for address in addresses if permit.address
        )


def _needed(place: Site) -> Fact[PermitOutcome] | None:
    """The most that one of the location's checks asks for; None where one of them does not say."""
    found = [d.paper.outcome for d in place.checks if isinstance(d.paper, PermitCheck)]
    known = [outcome for outcome in found if outcome]
    if not known or len(known) < len(found):
        return None
    order = (PermitOutcome.PERMIT, PermitOutcome.NOTIFICATION, PermitOutcome.NONE)
    return min(known, key=lambda outcome: order.index(outcome.value))
