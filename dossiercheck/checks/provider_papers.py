"""A paper of the provider: which ones are there, what is said where there is none, and the best of several."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Literal

from dossiercheck.checks.base import Case, Requirement
from dossiercheck.checks.periods import last_valid_day, months_before
from dossiercheck.checks.unread_files import ANY_ENDINGS, Perhaps, Wanted, may_hold
from dossiercheck.documents import PAPER_ENDINGS, Document, Kind, Unreadable, Unrecognised
from dossiercheck.facts import Fact, Place
from dossiercheck.findings import PROVIDER, Finding, Outcome, Reason, Subject, Value

CountedFrom = Literal["requested_on", "on"]
"""Ages are counted back from the day of the application, or from the day judged by."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """What one paper is worth, before it becomes a finding."""

    outcome: Outcome
    say: str
    reason: Reason | None = None
    at: tuple[Place | None, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    until: date | None = None
    """Last day on which it still holds."""


_ORDER = (Outcome.NOT_MET, Outcome.UNDECIDED, Outcome.MET)
_IN_TABLES = (Kind.CARE_PLAN, Kind.PRODUCT_FORM)
"""Kinds that may be handed in as a workbook."""
UNREAD = "document-perhaps-unread"
_LOOK_ALIKES: Mapping[Kind, tuple[str, ...]] = {
    Kind.KVK_EXTRACT: ("ubo-extract",),
    Kind.TAX_STATEMENT: ("tax-statement-other",),
}
"""Sentence keys of papers that are handed in by mistake for these."""


def worst(judged: list[Judged]) -> Judged:
    """Of several answers about one paper the first of the worst kind."""
    return min(judged, key=lambda answer: _ORDER.index(answer.outcome))


def of_kind(case: Case, *kinds: Kind) -> tuple[Document, ...]:
    """The papers of these kinds, parts of files too, copies of the same bytes once."""
    parts = [part for document in case.dossier.documents for part in (document.parts or (document,))]
    found = {(d.sha256, d.part): d for d in reversed(parts) if d.kind in kinds}
    return tuple(reversed([d for d in found.values() if not isinstance(d.paper, Unrecognised | Unreadable)]))


def page_one(document: Document) -> Place:
    """Where a paper as a whole is seen."""
    return Place(file=document.file, page=document.part_pages[0] if document.part_pages else 1)


def perhaps(case: Case, *kinds: Kind) -> Perhaps | None:
    """Where such a paper may be that could not be read or recognised: by its name, or because nothing says no."""
    if document := _called_so(case, kinds):
        return Perhaps(say=UNREAD, document=document, values={"file": document.file}, promised=True)
    found = (may_hold(case.dossier, _wanted(kind)) for kind in kinds)
    there = next((place for place in found if place), None)
    return replace(there, say=UNREAD) if there and there.say == "paper-maybe-unread" else there


def _wanted(kind: Kind) -> Wanted:
    endings = ANY_ENDINGS if kind in _IN_TABLES else PAPER_ENDINGS
    return Wanted(kind=kind.value, endings=endings, attached=endings)


def _called_so(case: Case, kinds: tuple[Kind, ...]) -> Document | None:
    """A file that was read, looks like such a paper or is called so, and is none that can be judged."""
    mine = {a.document.file for person in case.dossier.people for a in person.papers}
    others = [d for d in case.dossier.documents if d.file not in mine]
    for document in others:
        if (
            isinstance(document.paper, Unrecognised)
            and document.paper.hint in kinds
            and document.kind is not Kind.OTHER
        ):
            return document
    return next((d for d in others if isinstance(d.paper, Unrecognised) and d.paper.hint in kinds), None)


def absent(
    check: Requirement, case: Case, kind: Kind, *, subject: Subject = PROVIDER, product: str | None = None
) -> Finding:
    """What is said where no such paper was recognised: perhaps there and unread, another in its place, or missing."""
    values: dict[str, Value] = {"document": kind.value, "product": product}
    at: tuple[Place, ...]
    if there := perhaps(case, kind):
        values |= there.values
        say, reason, outcome, at = there.say, Reason.UNREADABLE, Outcome.UNDECIDED, (there.at,)
    elif other := _look_alike(case, kind):
        values["file"] = other.file
        say, reason, outcome, at = "paper-look-alike", Reason.WRONG_KIND, Outcome.NOT_MET, (page_one(other),)
    else:
        say, reason, outcome, at = "document-missing", Reason.MISSING, Outcome.NOT_MET, ()
    return check.finding(outcome, say, reason=reason, subject=subject, product=product, values=values, at=at)


def _look_alike(case: Case, kind: Kind) -> Document | None:
    says = _LOOK_ALIKES.get(kind, ())
    found = (d for d in case.dossier.documents if isinstance(d.paper, Unrecognised) and d.paper.say in says)
    return next(found, None)


class PaperRequirement(Requirement):
    """A requirement on a paper of the provider; of several that are there, the best one counts."""

    wanted: ClassVar[Kind]

    def evaluate(self, case: Case) -> Iterator[Finding]:
        papers = of_kind(case, self.wanted)
        if not papers:
            yield self.without(case)
            return
        answers = [self._finding(self.judge(document, case), case) for document in papers]
        yield max(answers, key=lambda finding: _ORDER.index(finding.outcome))

    def without(self, case: Case) -> Finding:
        """Where there is none: its `*.present` says so once, if it has one."""
        return self.finding(Outcome.NOT_APPLICABLE, "paper-missing", reason=Reason.MISSING)

    def judge(self, document: Document, case: Case) -> Judged:
        """What one paper is worth."""
        raise NotImplementedError

    def _finding(self, judged: Judged, case: Case) -> Finding:
        finding = self.finding(judged.outcome, judged.say, reason=judged.reason, values=judged.values, at=judged.at)
        return self.doubted(self.until(finding, judged.until, case) if judged.until else finding)


def contradicted(words: Fact[str] | None, document: Document) -> Judged | None:
    """What is said where the paper itself has words that speak against it."""
    if words is None:
        return None
    values: dict[str, Value] = {"document": document.kind.value, "words": words.value}
    say, reason = "paper-speaks-against", Reason.NEEDS_PERSON
    return Judged(outcome=Outcome.UNDECIDED, say=say, reason=reason, at=(words.place,), values=values)


def judge_age(dated: Fact[date], months: int, counted_from: CountedFrom, case: Case, document: Document) -> Judged:
    """At most so many calendar months old, counted back from the day of the application where that is known.

    Once the application was made, a paper that was fresh then stays so: only without that day can it run out.
    """
    requested = case.dossier.statement.requested_on if counted_from == "requested_on" else None
    since = requested or case.on
    values: dict[str, Value] = {
        "document": document.kind.value,
        "issued": dated.value,
        "months": months,
        "years": None,
        "counted_from": since,
    }
    at = (dated.place,)
    if dated.value > case.on:
        return Judged(outcome=Outcome.NOT_MET, say="document-in-future", reason=Reason.IN_FUTURE, at=at, values=values)
    if dated.value < months_before(since, months):
        return Judged(outcome=Outcome.NOT_MET, say="document-too-old", reason=Reason.TOO_OLD, at=at, values=values)
    until = None if requested else last_valid_day(dated.value, months)
    values["until"] = until
    return Judged(outcome=Outcome.MET, say="document-fresh", at=at, values=values, until=until)
