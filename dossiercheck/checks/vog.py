"""The VOG (3.2.4): there, whose, fresh at the start, fresh now, of a fitting profile, genuine.

Interpretation: read literally, nobody who started more than three years ago can have one VOG that is both at most three
months older than the start and at most three years old now. The YAML's readings set `which_vog`, which solves that.
"""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from dossiercheck.checks.base import Case, EmployeeRequirement
from dossiercheck.checks.companies import fits_provider, provider_names
from dossiercheck.checks.functions import FunctionWords, contact_denied, expected_contact
from dossiercheck.checks.papers import Held, absent, first_start, held, judge_name, their_own
from dossiercheck.checks.periods import last_valid_day, months_before
from dossiercheck.documents import Contact, Kind, Vog
from dossiercheck.facts import Fact, SealState
from dossiercheck.findings import Finding, Outcome, Reason, Value
from dossiercheck.people import Dossier, Person

WhichVog = Literal["first_and_latest", "one_for_both", "latest_only"]


def _dated(person: Person) -> list[tuple[date, Fact[date], Held[Vog]]]:
    """The person's VOGs that have a date, oldest first."""
    vogs = their_own(held(person, Vog))
    dated = [(vog.paper.issued_on.value, vog.paper.issued_on, vog) for vog in vogs if vog.paper.issued_on]
    return sorted(dated, key=lambda item: (item[0], item[2].document.file))


def _newest(person: Person) -> Held[Vog] | None:
    """The newest VOG; one without a date only where none has one."""
    dated = _dated(person)
    if dated:
        return dated[-1][2]
    vogs = their_own(held(person, Vog))
    return vogs[0] if vogs else None


def _first_day(person: Person) -> Fact[date] | None:
    """The earliest start that the table or a contract states: a later one in the table makes no VOG fresher."""
    stated = (person.employee.in_service_since, person.employee.starts_on, first_start(person))
    return min((start for start in stated if start), key=lambda start: start.value, default=None)


def _other_unread(person: Person, judged: Held[Vog]) -> Held[Vog] | None:
    """Another VOG of theirs whose date was not surely read: it may be the one that is good."""
    others = [vog for vog in their_own(held(person, Vog)) if vog is not judged and vog != judged]
    return next((vog for vog in others if not (vog.paper.issued_on and vog.paper.issued_on.place.is_sure)), None)


class VogPresent(EmployeeRequirement):
    """Each person whom it holds for has a VOG in the dossier."""

    kind: ClassVar[str] = "vog-present"

    functions: FunctionWords

    def contradicted(self, person: Person) -> Finding | None:
        return contact_denied(self, person, self.functions)

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        vogs = held(person, Vog)
        if vogs:
            yield self.of(person, Outcome.MET, "vog-present", None, *(vog.place for vog in vogs))
        else:
            yield absent(self, person, Kind.VOG, case)


class VogName(EmployeeRequirement):
    """The VOG is this employee's."""

    kind: ClassVar[str] = "vog-name"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        vog = _newest(person)
        yield judge_name(self, person, vog, vog.paper.holder) if vog else self.without_paper(person)


class VogAtStart(EmployeeRequirement):
    """A VOG was issued at most `months` before the person started, and not after."""

    kind: ClassVar[str] = "vog-at-start"

    months: int = Field(gt=0, description="Calendar months, counted back from the start; that day still counts.")
    renewal_after: int = Field(gt=0, description="Years of service after which only a renewal can be expected at hand.")
    which_vog: WhichVog = Field(
        default="first_and_latest",
        description="Whether the oldest VOG counts here, the newest that must do for its age too, or only that age.",
    )

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        if not held(person, Vog):
            yield self.without_paper(person)
            return
        if self.which_vog == "latest_only":
            yield self.of(person, Outcome.NOT_APPLICABLE, "vog-reading-latest-only")
            return
        dated = _dated(person)
        if not dated:
            vog = held(person, Vog)[0]
            yield self.of(person, Outcome.UNDECIDED, "vog-date-not-found", Reason.UNREADABLE, vog.place)
            return
        start = _first_day(person)
        if start is None:
            yield self.of(person, Outcome.UNDECIDED, "start-not-known", Reason.FIELD_MISSING, person.employee.place)
            return
        yield self._judge_dates(person, case, start, dated)

    def _judge_dates(
        self, person: Person, case: Case, start: Fact[date], dated: list[tuple[date, Fact[date], Held[Vog]]]
    ) -> Finding:
        earliest = months_before(start.value, self.months)
        candidates = dated[-1:] if self.which_vog == "one_for_both" else dated
        fresh = [item for item in candidates if earliest <= item[0] <= start.value]
        issued, fact, vog = fresh[0] if fresh else candidates[0]
        values: dict[str, Value] = {
            "issued": issued,
            "start": start.value,
            "earliest": earliest,
            "months": self.months,
        }
        if fresh:
            return self.of(person, Outcome.MET, "vog-at-start", None, fact.place, start.place, values=values)
        if issued < earliest and (other := _other_unread(person, vog)):
            return self.of(person, Outcome.UNDECIDED, "vog-date-not-found", Reason.UNREADABLE, other.place, fact.place)
        if issued < earliest:
            say, reason = "vog-too-old-at-start", Reason.TOO_OLD_AT_START
            return self.of(person, Outcome.NOT_MET, say, reason, fact.place, start.place, values=values)
        if start.value < months_before(case.on, 12 * self.renewal_after):
            say, reason = "vog-only-renewal", Reason.NEEDS_PERSON
        else:
            say, reason = "vog-after-start", Reason.AFTER_START
        return self.of(person, Outcome.UNDECIDED, say, reason, fact.place, start.place, values=values)


class VogMaxAge(EmployeeRequirement):
    """The newest VOG is at most `years` (or `months`) old on the date judged by."""

    kind: ClassVar[str] = "vog-max-age"

    years: int = Field(default=0, ge=0, description="Calendar years, counted back; that day still counts.")
    months: int = Field(default=0, ge=0, description="Calendar months, besides the years.")
    counted_from: Literal["on", "requested_on"] = Field(
        default="on", description="The day judged by, or the day of the application where that is known."
    )

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        newest = _newest(person)
        if newest is None:
            yield self.without_paper(person)
            return
        issued = newest.paper.issued_on
        if issued is None:
            yield self.of(person, Outcome.UNDECIDED, "vog-date-not-found", Reason.UNREADABLE, newest.place)
            return
        months = 12 * self.years + self.months
        requested = case.dossier.statement.requested_on if self.counted_from == "requested_on" else None
        since, until = requested or case.on, last_valid_day(issued.value, months)
        values: dict[str, Value] = {
            "issued": issued.value,
            "until": until,
            "years": self.years or None,
            "months": self.months or None,
            "on": case.on,
        }
        if issued.value > case.on:
            yield self.of(person, Outcome.NOT_MET, "vog-in-future", Reason.IN_FUTURE, issued.place, values=values)
        elif issued.value < months_before(since, months) and (other := _other_unread(person, newest)):
            at = (other.place, issued.place)
            yield self.of(person, Outcome.UNDECIDED, "vog-date-not-found", Reason.UNREADABLE, *at)
        elif issued.value < months_before(since, months):
            yield self.of(person, Outcome.NOT_MET, "vog-too-old", Reason.TOO_OLD, issued.place, values=values)
        elif requested is not None:
            values |= {"since": since}
            yield self.of(person, Outcome.MET, "vog-fresh-at-application", None, issued.place, values=values)
        else:
            yield self.of(
                person, Outcome.MET, "vog-fresh", None, issued.place, valid_until=until, case=case, values=values
            )


class VogProfile(EmployeeRequirement):
    """The newest VOG was given for a profile that fits the client contact.

    Interpretation: 3.2.4 says that the municipalities look at the function in the contract; the table's column is
    followed where that function does not settle it.
    """

    kind: ClassVar[str] = "vog-profile"

    direct: tuple[str, ...] = Field(description="Profiles of which one is needed for direct contact.")
    indirect: tuple[str, ...] = Field(description="Profiles of which one is needed for indirect contact.")
    only_together: dict[str, str] = Field(default={}, description="Profiles that count only with another one.")
    functions: FunctionWords

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        newest = _newest(person)
        if newest is None:
            yield self.without_paper(person)
            return
        profiles = newest.paper.profiles
        if profiles is None:
            yield self.of(person, Outcome.UNDECIDED, "vog-profile-not-found", Reason.UNREADABLE, newest.place)
            return
        contact = expected_contact(person, self.functions)
        found = tuple(p for p in profiles.value if self.only_together.get(p, p) in (p, *profiles.value))
        asked = self.direct if contact.contact is Contact.DIRECT else self.indirect
        fits = any(profile in asked for profile in found)
        values: dict[str, Value] = {
            "profiles": profiles.value,
            "asked": asked,
            "contact": contact.contact.value,
            "function": contact.function,
            "table_contact": contact.in_table.value if contact.in_table else "",
        }
        at = (profiles.place, contact.place)
        if not fits:
            say = "vog-profile-wrong-conflict" if contact.disagrees else "vog-profile-wrong"
            yield self.of(person, Outcome.NOT_MET, say, Reason.WRONG_PROFILE, *at, values=values)
        elif contact.contact is Contact.DIRECT:
            yield self.of(person, Outcome.MET, "vog-profile-direct", None, *at, values=values)
        else:
            yield self.of(person, Outcome.MET, "vog-profile-indirect", None, *at, values=values)


class VogGenuine(EmployeeRequirement):
    """Nothing speaks against the VOG being the original; what only the issuer can confirm is said with it."""

    kind: ClassVar[str] = "vog-genuine"
    about_genuineness: ClassVar[bool] = True
    rests_on_words: ClassVar[bool] = False

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        newest = _newest(person)
        if newest is None:
            yield self.without_paper(person)
            return
        place = newest.paper.form.place if newest.paper.form else newest.place
        values = {"file": newest.document.file, "form": newest.paper.form.value if newest.paper.form else ""}
        outcome, say, reason = self._state(newest)
        yield self.of(person, outcome, say, reason, place, values=values)

    def _state(self, vog: Held[Vog]) -> tuple[Outcome, str, Reason | None]:
        form = vog.paper.form.value if vog.paper.form else None
        state = vog.document.seal.state if vog.document.seal else SealState.NONE
        if form == "digital" and vog.document.scanned:
            return Outcome.NOT_MET, "vog-printed", Reason.PRINTED
        if state in (SealState.BROKEN, SealState.ALTERED):
            return Outcome.UNDECIDED, "vog-signature-altered", Reason.NEEDS_PERSON
        if form is None:
            return Outcome.UNDECIDED, "vog-form-unknown", Reason.NEEDS_PERSON
        if form == "digital" and not vog.paper.still_encrypted:
            say = "vog-in-heap" if vog.document.part_pages else "vog-not-as-issued"
            return Outcome.UNDECIDED, say, Reason.NEEDS_PERSON
        if vog.paper.suspect:
            return Outcome.UNDECIDED, f"vog-suspect-{vog.paper.suspect[0]}", Reason.NEEDS_PERSON
        return Outcome.MET, f"vog-genuine-{form}", None


def vogs_for_others(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """File and organisation of each VOG that was given for work at another organisation: no fault, but to be said.

    Where the provider's name is not known, or only alike, nothing is.
    """
    names = provider_names(dossier)
    found = [
        (assigned.document.file, assigned.document.paper.organisation.value)
        for person in dossier.people
        for assigned in person.papers
        if isinstance(assigned.document.paper, Vog) and assigned.document.paper.organisation
    ]
    return tuple(dict.fromkeys((file, name) for file, name in found if fits_provider(name, names) is False))
