"""The overview of locations (3.3.1): is it there, and does each row say what, where, and whether owned or rented."""

import re
from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, Requirement
from dossiercheck.checks.own_locations import Support, elsewhere, locations, overviews, support, unread
from dossiercheck.documents import Document, Kind, Location, LocationKind, LocationOverview
from dossiercheck.facts import Place
from dossiercheck.findings import Finding, Outcome, Reason, Subject, SubjectKind, Value

_HOUSE_NUMBER = re.compile(r"\d")
_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Za-z]{2}\b")


class LocationsOverview(Requirement):
    """The overview is there, or 'not applicable' is declared; the two do not contradict each other."""

    kind: ClassVar[str] = "locations-overview"

    care_kinds: tuple[LocationKind, ...] = Field(description="Kinds of location at which support is given for sure.")

    def evaluate(self, case: Case) -> Iterator[Finding]:
        found, given = overviews(case), support(case, self.care_kinds)
        stated = case.dossier.statement.has_locations
        if given.contradicted_by:
            yield self._contradiction(given.contradicted_by)
        elif stated is False:
            yield self.finding(Outcome.MET, "locations-none-declared")
        elif found:
            yield self._there(found, given)
        elif document := unread(case, Kind.LOCATION_OVERVIEW):
            values: dict[str, Value] = {"file": document.file}
            yield self._open("locations-overview-unread", Reason.UNREADABLE, values, Place(file=document.file))
        elif stated and (place := elsewhere(case, Kind.LOCATION_OVERVIEW)):
            yield self._open(place.say, Reason.UNREADABLE, dict(place.values), place.at)
        elif stated:
            yield self.finding(Outcome.NOT_MET, "locations-overview-missing", reason=Reason.MISSING)
        else:
            yield self._open("locations-not-declared", Reason.NOT_DECLARED, {})

    def _there(self, found: tuple[tuple[Document, LocationOverview], ...], given: Support) -> Finding:
        count = sum(len(overview.locations) for _, overview in found)
        best, overview = max(found, key=lambda pair: len(pair[1].locations))
        values: dict[str, Value] = {"file": best.file, "count": count}
        if count:
            return self.finding(Outcome.MET, "locations-overview-there", values=values, at=(overview.header,))
        if overview.none_stated:
            say = "locations-none-in-overview" if given.there else "locations-none-only-in-overview"
            reason = Reason.AMBIGUOUS if given.there else Reason.NOT_DECLARED
            return self._open(say, reason, values, overview.none_stated)
        if not overview.is_table:
            return self._open("locations-overview-no-table", Reason.NEEDS_PERSON, values, overview.header)
        return self.finding(
            Outcome.NOT_MET, "locations-overview-empty", reason=Reason.MISSING, values=values, at=(overview.header,)
        )

    def _contradiction(self, location: Location) -> Finding:
        values: dict[str, Value] = {"location": location.id, "kind": location.kinds.value[0] if location.kinds else ""}
        return self._open("locations-contradiction", Reason.AMBIGUOUS, values, location.place)

    def _open(self, say: str, reason: Reason, values: dict[str, Value], at: Place | None = None) -> Finding:
        return self.finding(Outcome.UNDECIDED, say, reason=reason, values=values, at=(at,))


class LocationRows(Requirement):
    """Each location of the overview has an address, a kind, and says whether it is owned or rented."""

    kind: ClassVar[str] = "locations-rows"

    def evaluate(self, case: Case) -> Iterator[Finding]:
        found = tuple(locations(case))
        for location in found:
            yield self._judged(location)
        for document, overview in overviews(case):
            if overview.cut_off:
                yield self._open("locations-cut-off", Reason.UNREADABLE, document, overview.header)
            elif not overview.is_table and not overview.none_stated:
                yield self._open("locations-overview-no-table", Reason.NEEDS_PERSON, document, overview.header)
        if not found and not any(o.cut_off or not o.is_table for _, o in overviews(case)):
            yield self.finding(Outcome.NOT_APPLICABLE, "locations-no-rows")

    def _judged(self, location: Location) -> Finding:
        missing = tuple(_missing(location))
        subject = Subject(kind=SubjectKind.LOCATION, id=location.id, name=location.id)
        values: dict[str, Value] = {
            "location": location.id,
            "missing": missing,
            "words": tuple(fact.value for _, fact in location.not_understood),
        }
        outcome, say, reason = _verdict(location, missing)
        at = (location.place, *(fact.place for _, fact in location.not_understood))
        return self.finding(outcome, say, reason=reason, subject=subject, values=values, at=at)

    def _open(self, say: str, reason: Reason, document: Document, at: Place) -> Finding:
        values: dict[str, Value] = {"file": document.file}
        return self.finding(Outcome.UNDECIDED, say, reason=reason, values=values, at=(at,))


def _verdict(location: Location, missing: tuple[str, ...]) -> tuple[Outcome, str, Reason | None]:
    if missing:
        return Outcome.NOT_MET, "location-incomplete", Reason.FIELD_MISSING
    if location.not_understood:
        return Outcome.UNDECIDED, "location-word-unknown", Reason.AMBIGUOUS
    if not _is_exact(location):
        return Outcome.UNDECIDED, "location-address-vague", Reason.NEEDS_PERSON
    return Outcome.MET, "location-complete", None


def _missing(location: Location) -> Iterator[str]:
    """What is not filled in. A cell that was not understood is filled in."""
    odd = {field for field, _ in location.not_understood}
    if location.address is None:
        yield "address"
    elif not (location.town or location.postcode or _POSTCODE.search(location.address.value)):
        yield "town"
    if location.kinds is None and "kinds" not in odd:
        yield "kinds"
    if location.tenure is None and "tenure" not in odd:
        yield "tenure"


def _is_exact(location: Location) -> bool:
    """Does the address have a house number?"""
    return bool(location.address and _HOUSE_NUMBER.search(_POSTCODE.sub("", location.address.value)))
