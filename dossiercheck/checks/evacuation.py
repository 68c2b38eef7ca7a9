"""The evacuation plan (3.4.1): is the plan of one location there, and what of all that it must treat does it treat?"""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, Requirement
from dossiercheck.checks.emergency_numbers import PhoneWords, weigh_numbers
from dossiercheck.checks.own_locations import elsewhere, support, unread
from dossiercheck.checks.substance import Found, Part, Substance, Treated, substance, weigh_parts
from dossiercheck.documents import Document, EvacuationPlan, Kind, LocationKind
from dossiercheck.facts import Place
from dossiercheck.findings import Finding, Outcome, Reason, Value


def plans(case: Case) -> tuple[Document, ...]:
    """The evacuation plans of the dossier."""
    return tuple(document for document in case.dossier.documents if isinstance(document.paper, EvacuationPlan))


class EvacuationPresent(Requirement):
    """Where support is given at an own location: the evacuation plan of one of them."""

    kind: ClassVar[str] = "evacuation-plan-present"

    care_kinds: tuple[LocationKind, ...] = Field(description="Kinds of location at which support is given for sure.")
    least_words: int = Field(default=40, gt=0, description="A plan that says less than this is for a person.")

    def evaluate(self, case: Case) -> Iterator[Finding]:
        found, given = plans(case), support(case, self.care_kinds)
        longest = max(found, key=lambda plan: substance([plan]).word_count, default=None)
        if longest is not None:
            yield self._there(longest)
        elif given.there is False:
            yield self.finding(Outcome.NOT_APPLICABLE, "no-own-location")
        elif document := unread(case, Kind.EVACUATION_PLAN):
            yield self._open("plan-unread", Reason.UNREADABLE, {"file": document.file}, Place(file=document.file))
        elif given.there and (place := elsewhere(case, Kind.EVACUATION_PLAN)):
            yield self._open(place.say, Reason.UNREADABLE, place.values, place.at)
        elif given.there:
            yield self.finding(Outcome.NOT_MET, "evacuation-plan-missing", reason=Reason.MISSING)
        elif given.contradicted_by:
            at = given.contradicted_by
            yield self._open("locations-contradiction-plan", Reason.AMBIGUOUS, {"location": at.id}, at.place)
        else:
            yield self._open("locations-not-declared", Reason.NOT_DECLARED, {}, None)

    def _there(self, plan: Document) -> Finding:
        assert isinstance(plan.paper, EvacuationPlan)
        count = substance([plan]).word_count
        values: dict[str, Value] = {"file": plan.file, "count": count}
        if count < self.least_words:
            return self._open("evacuation-plan-thin", Reason.NEEDS_PERSON, values, plan.paper.title.place)
        return self.finding(Outcome.MET, "evacuation-plan-there", values=values, at=(plan.paper.title.place,))

    def _open(self, say: str, reason: Reason, values: Mapping[str, Value], at: Place | None) -> Finding:
        return self.finding(Outcome.UNDECIDED, say, reason=reason, values=values, at=(at,))


class EvacuationContent(Requirement):
    """The plan treats each part that the tender names; each is found, or named as not found.

    Interpretation: of several plans the one that treats most counts, since the plan of one location is asked. A part of
    which there is not one word is not met where it has words of its own (`decisive`); one that can be worded in many
    ways, or is only hinted at, is for a person.
    """

    kind: ClassVar[str] = "evacuation-plan-content"

    parts: dict[str, Part] = Field(description="What the plan must treat, and the words for it.")
    phones: PhoneWords = Field(description="How the phone numbers that it must hold are told apart.")
    most_blanks: int = Field(default=2, ge=0, description="Places left to be filled in that are overlooked.")

    def evaluate(self, case: Case) -> Iterator[Finding]:
        read = [(plan, text := substance([plan]), self._weigh(text)) for plan in plans(case)]
        best = max(read, key=lambda one: _rank(one[2]), default=None)
        if best is None:
            yield self.finding(Outcome.NOT_APPLICABLE, "paper-missing", reason=Reason.MISSING)
        else:
            yield self._judged(*best)

    def _weigh(self, text: Substance) -> dict[str, Found]:
        return {**weigh_parts(text, self.parts), **weigh_numbers(text, self.phones)}

    def _judged(self, plan: Document, text: Substance, found: Mapping[str, Found]) -> Finding:
        absent = tuple(name for name, part in found.items() if part.treated is Treated.NO)
        unfound = tuple(name for name in absent if name in self.parts and not self.parts[name].decisive)
        missing = tuple(name for name in absent if name not in unfound)
        hinted = tuple(name for name, part in found.items() if part.treated is Treated.HINTED)
        places = tuple(part.place for part in found.values() if part.place)
        values: dict[str, Value] = {
            "file": plan.file,
            "found": tuple(name for name, part in found.items() if part.treated is Treated.YES),
            "missing": missing,
            "unfound": unfound,
            "hinted": hinted,
            "blanks": len(text.blanks),
        }
        if missing and not text.is_sure:
            outcome, say, reason = Outcome.UNDECIDED, "plan-parts-not-read", Reason.UNREADABLE
        elif missing:
            outcome, say, reason = Outcome.NOT_MET, "plan-parts-missing", Reason.FIELD_MISSING
        elif len(text.blanks) > self.most_blanks:
            outcome, say, reason = Outcome.UNDECIDED, "plan-not-filled-in", Reason.NEEDS_PERSON
            places = tuple(line.place for line in text.blanks[:3])
        elif hinted or unfound or not all(place.is_sure for place in places):
            outcome, say, reason = Outcome.UNDECIDED, "plan-parts-hinted", Reason.NEEDS_PERSON
        else:
            return self.finding(Outcome.MET, "plan-parts-found", values=values, at=_once(places))
        at = _once(places) or (Place(file=plan.file, page=1),)
        return self.finding(outcome, say, reason=reason, values=values, at=at)


def _rank(found: Mapping[str, Found]) -> tuple[int, int]:
    """The more is treated the better; what is hinted at comes after."""
    every = [part.treated for part in found.values()]
    return every.count(Treated.YES), every.count(Treated.HINTED)


def _once(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Each line once, in the order found."""
    return tuple({(place.page, place.box, place.text): place for place in places}.values())
