"""The risk assessment (RI&E, 3.5.1): its action plan where care is given, and above 25 persons proof of its review."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, Requirement
from dossiercheck.checks.conditions import headcount
from dossiercheck.checks.organisations import names_organisation
from dossiercheck.checks.own_locations import elsewhere, support, unread
from dossiercheck.checks.periods import months_before
from dossiercheck.checks.substance import (
    Found,
    Part,
    Substance,
    Treated,
    shown,
    substance,
    weigh_parts,
    with_text,
    word_pattern,
)
from dossiercheck.dates import find_dates
from dossiercheck.documents import Document, Kind, LocationKind, RiePart, RiskAssessment, TextLine
from dossiercheck.facts import Place
from dossiercheck.findings import Finding, Outcome, Reason, Value


def papers(case: Case, *parts: RiePart) -> tuple[Document, ...]:
    """The papers of the risk assessment that are one of these parts."""
    return tuple(
        document
        for document in case.dossier.documents
        if isinstance(document.paper, RiskAssessment) and set(parts) & set(document.paper.parts)
    )


class RiePlan(Requirement):
    """Where care is given at an own location: the action plan, with measures, priorities and a time plan.

    An inventory is looked through as well, since many reports end with their plan; a reviewer's letter is no plan.
    """

    kind: ClassVar[str] = "rie-action-plan"

    care_kinds: tuple[LocationKind, ...] = Field(description="Kinds of location at which support is given for sure.")
    parts: dict[str, Part] = Field(description="What the plan must hold, and the words for it.")
    most_blanks: int = Field(default=2, ge=0, description="Places left to be filled in that are overlooked.")

    def evaluate(self, case: Case) -> Iterator[Finding]:
        found, given = papers(case, RiePart.ACTION_PLAN, RiePart.INVENTORY), support(case, self.care_kinds)
        if found:
            read = [(paper, text := substance([paper]), weigh_parts(text, self.parts)) for paper in found]
            yield self._judged(*max(read, key=lambda one: _rank(one[2])))
        elif given.there is False:
            yield self.finding(Outcome.NOT_APPLICABLE, "no-own-location")
        elif document := unread(case, Kind.RIE):
            yield self._open("plan-unread", Reason.UNREADABLE, {"file": document.file}, Place(file=document.file))
        elif given.there and (place := elsewhere(case, Kind.RIE)):
            yield self._open(place.say, Reason.UNREADABLE, place.values, place.at)
        elif given.there:
            yield self.finding(Outcome.NOT_MET, "rie-plan-missing", reason=Reason.MISSING)
        elif given.contradicted_by:
            at = given.contradicted_by
            yield self._open("locations-contradiction-plan", Reason.AMBIGUOUS, {"location": at.id}, at.place)
        else:
            yield self._open("locations-not-declared", Reason.NOT_DECLARED, {}, None)

    def _judged(self, paper: Document, text: Substance, found: Mapping[str, Found]) -> Finding:
        absent = tuple(name for name, part in found.items() if part.treated is Treated.NO)
        unfound = tuple(name for name in absent if not self.parts[name].decisive)
        missing = tuple(name for name in absent if name not in unfound)
        hinted = tuple(name for name, part in found.items() if part.treated is Treated.HINTED)
        places = tuple(part.place for part in found.values() if part.place)
        values: dict[str, Value] = {
            "file": paper.file,
            "missing": missing,
            "unfound": unfound,
            "hinted": hinted,
            "blanks": len(text.blanks),
        }
        at = places or (Place(file=paper.file, page=1),)
        if missing and not text.is_sure:
            return self._open("plan-parts-not-read", Reason.UNREADABLE, values, *at)
        if missing:
            whole = len(absent) == len(found)
            say, reason = (
                ("rie-without-plan", Reason.MISSING) if whole else ("plan-parts-missing", Reason.FIELD_MISSING)
            )
            return self.finding(Outcome.NOT_MET, say, reason=reason, values=values, at=at)
        if len(text.blanks) > self.most_blanks:
            return self._open("plan-not-filled-in", Reason.NEEDS_PERSON, values, text.blanks[0].place)
        if hinted or unfound or not all(place.is_sure for place in places):
            return self._open("plan-parts-hinted", Reason.NEEDS_PERSON, values, *at)
        return self.finding(Outcome.MET, "rie-plan-complete", values=values, at=at)

    def _open(self, say: str, reason: Reason, values: Mapping[str, Value], *at: Place | None) -> Finding:
        return self.finding(Outcome.UNDECIDED, say, reason=reason, values=values, at=at)


class RieReviewed(Requirement):
    """With more than so many persons: proof that an occupational health service or expert reviewed the risk assessment.

    Interpretation: persons are counted, not full-time equivalents, and volunteers are not. What the plan says itself of
    its review is no proof; a letter of the reviewer is, where it is about this provider and not old.
    """

    kind: ClassVar[str] = "rie-reviewed"

    care_kinds: tuple[LocationKind, ...] = Field(description="Kinds of location at which support is given for sure.")
    above: int = Field(ge=0, description="Asked with more persons than this.")
    reviewed: tuple[str, ...] = Field(description="Words that say that it was reviewed.")
    experts: tuple[str, ...] = Field(description="Words for who may review it.")
    not_yet: tuple[str, ...] = Field(
        default=(), description="Words that say that the review is still to come, or ended in a no."
    )
    doubt_after_years: int = Field(gt=0, description="An older review is for a person.")

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]:
        return word_pattern(self.reviewed), word_pattern(self.experts), word_pattern(self.not_yet)

    def evaluate(self, case: Case) -> Iterator[Finding]:
        persons, given = headcount(case), support(case, self.care_kinds)
        values: dict[str, Value] = {"persons": persons, "above": self.above}
        if given.there is False:
            yield self.finding(Outcome.NOT_APPLICABLE, "no-own-location")
        elif persons is None:
            yield self._open("headcount-unknown", Reason.NOT_DECLARED, values)
        elif persons <= self.above:
            say = "rie-review-not-asked" if case.dossier.statement.headcount else "rie-review-not-asked-by-table"
            yield self.finding(Outcome.NOT_APPLICABLE, say, values=values)
        else:
            yield self._hedged_by_location(self._reviewed(case, values), known=bool(given.there), values=values)

    def _hedged_by_location(self, finding: Finding, *, known: bool, values: Mapping[str, Value]) -> Finding:
        """Whether there is a location where care is given must be known to fail anybody."""
        if known or finding.outcome is not Outcome.NOT_MET:
            return finding
        return self._open("locations-not-declared", Reason.NOT_DECLARED, values)

    def _reviewed(self, case: Case, values: dict[str, Value]) -> Finding:
        letters = papers(case, RiePart.REVIEW)
        judged = [self._letter(letter, case, values) for letter in letters]
        met = next((finding for finding in judged if finding.outcome is Outcome.MET), None)
        if met or judged:
            return met or judged[0]
        claimed = next((place for paper in papers(case, *RiePart) if (place := self._claimed(paper))), None)
        if claimed:
            return self._open("rie-review-only-claimed", Reason.NEEDS_PERSON, {**values, "file": claimed.file}, claimed)
        if document := unread(case, Kind.RIE):
            return self._open("plan-unread", Reason.UNREADABLE, {"file": document.file}, Place(file=document.file))
        if there := elsewhere(case, Kind.RIE):
            return self._open(there.say, Reason.UNREADABLE, {**values, **there.values}, there.at)
        return self.finding(Outcome.NOT_MET, "rie-review-missing", reason=Reason.MISSING, values=values)

    def _letter(self, letter: Document, case: Case, values: dict[str, Value]) -> Finding:
        """A paper with the title of a review."""
        assert isinstance(letter.paper, RiskAssessment)
        lines = substance([letter]).lines
        title, provider = letter.paper.title.place, case.dossier.statement.provider_name
        values = {**values, "file": letter.file, "provider": provider}
        reviewed, expert, not_yet = (_first(lines, pattern) for pattern in self._patterns)
        if not_yet or not reviewed or not expert:
            return self._open("rie-review-unclear", Reason.NEEDS_PERSON, values, not_yet or title)
        if provider and not names_organisation([line.text for line in lines], provider):
            return self._open("rie-review-of-another", Reason.NAME_MISMATCH, values, title)
        days = [hit.value for line in lines for hit in find_dates(line.text) if hit.value]
        past = [day for day in days if day <= case.on]
        if not past:
            say, reason = (
                ("rie-review-in-future", Reason.IN_FUTURE) if days else ("rie-review-undated", Reason.NEEDS_PERSON)
            )
            return self._open(say, reason, {**values, "date": min(days, default=None)}, title)
        values["date"] = max(past)
        if max(past) < months_before(case.on, 12 * self.doubt_after_years):
            return self._open("rie-review-old", Reason.TOO_OLD, {**values, "years": self.doubt_after_years}, title)
        places = (title, reviewed, expert)
        if not all(place.is_sure for place in places):
            return self._open("read-unsure", Reason.UNREADABLE, {**values, "text": expert.text}, *places)
        return self.finding(Outcome.MET, "rie-reviewed", values=values, at=places)

    def _claimed(self, paper: Document) -> Place | None:
        """Where a paper of the provider's own says that an expert reviewed it."""
        reviewed, expert, _ = self._patterns
        text = substance([paper])
        for number, line in enumerate(text.lines):
            near = " ".join(other.text for other in text.lines[max(0, number - 1) : number + 2])
            if reviewed and expert and (found := reviewed.search(line.text)) and expert.search(near):
                return shown(line, found)
        return None

    def _open(self, say: str, reason: Reason, values: Mapping[str, Value], *at: Place) -> Finding:
        return self.finding(Outcome.UNDECIDED, say, reason=reason, values=values, at=at)


def _rank(found: Mapping[str, Found]) -> tuple[int, int]:
    """The more is treated the better; what is hinted at comes after."""
    every = [part.treated for part in found.values()]
    return every.count(Treated.YES), every.count(Treated.HINTED)


def _first(lines: tuple[TextLine, ...], pattern: re.Pattern[str] | None) -> Place | None:
    """The first line with one of these words; they may run on over the end of a line."""
    text = "\n".join(line.text for line in lines)
    found = pattern.search(text) if pattern else None
    return with_text(lines[text.count("\n", 0, found.start())], found.group()) if found else None
