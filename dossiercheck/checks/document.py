"""Checks for papers of any kind, declared ones above all: there, so many, not too old, signed, a field as asked."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from dossiercheck.checks.base import Case
from dossiercheck.checks.document_papers import DocumentRequirement, Papers, first_page, value_of
from dossiercheck.checks.periods import last_valid_day, months_before
from dossiercheck.checks.unfinished import unfinished
from dossiercheck.documents import CarePlan, Declared, Document, ProductForm, QualityManual
from dossiercheck.facts import Place, SealState
from dossiercheck.findings import FactView, Finding, Outcome, Reason, Value


class DocumentPresent(DocumentRequirement):
    """A paper of this kind is in the dossier. One that says of itself that it is not finished is for a person."""

    kind: ClassVar[str] = "document-present"
    needs_paper: ClassVar[bool] = False
    rests_on_words: ClassVar[bool] = False

    def judge_papers(self, papers: Papers, case: Case) -> Iterator[Finding]:
        if not papers.found:
            yield self.absent(papers, case)
            return
        open_ends = [unfinished(document) for document in papers.found]
        if None in open_ends:
            done = papers.found[open_ends.index(None)]
            yield self.about(papers, Outcome.MET, "document-there", None, first_page(done), case=case)
            return
        at = tuple(place for places in open_ends for place in places or ())
        say, values = "document-unfinished", {"words": at[0].text.rstrip(".")}
        yield self.about(papers, Outcome.UNDECIDED, say, Reason.NEEDS_PERSON, *at, case=case, values=values)


class DocumentCount(DocumentRequirement):
    """There are at least so many different papers of this kind, and no more than asked."""

    kind: ClassVar[str] = "document-count"
    needs_paper: ClassVar[bool] = False
    rests_on_words: ClassVar[bool] = False

    at_least: int = Field(default=1, ge=0, description="Fewest papers.")
    at_most: int | None = Field(default=None, ge=0, description="Most papers; left out: any number.")

    @property
    def says_absence(self) -> bool:
        return self.at_least > 0

    def judge_papers(self, papers: Papers, case: Case) -> Iterator[Finding]:
        found = len(papers.found)
        values: dict[str, Value] = {"found": found, "at_least": self.at_least, "at_most": self.at_most}
        at = tuple(first_page(document) for document in papers.found)
        if found < self.at_least:
            if papers.perhaps or papers.unread or not found:
                yield self.absent(papers, case)
                return
            outcome, say, reason = Outcome.NOT_MET, "document-too-few", Reason.WRONG_SIZE
        elif self.at_most is not None and found > self.at_most:
            outcome, say, reason = Outcome.NOT_MET, "document-too-many", Reason.WRONG_SIZE
        else:
            yield self.about(papers, Outcome.MET, "document-enough", None, *at, case=case, values=values)
            return
        yield self.about(papers, outcome, say, reason, *at, case=case, values=values)


class DocumentAge(DocumentRequirement):
    """The newest paper of this kind is at most so old."""

    kind: ClassVar[str] = "document-age"

    field: str = Field(description="The field that holds its date.")
    years: int = Field(default=0, ge=0, description="Calendar years, counted back; that day still counts.")
    months: int = Field(default=0, ge=0, description="Calendar months, besides the years.")
    counted_from: Literal["on", "requested_on", "submitted_on"] = Field(
        default="on", description="The day judged by, the day of the request, or the day of handing in."
    )

    @property
    def fields_named(self) -> tuple[tuple[str, str], ...]:
        return (*super().fields_named, ("field", self.field))

    def judge_papers(self, papers: Papers, case: Case) -> Iterator[Finding]:
        dated = [(fact.value, fact) for d in papers.found if (fact := _date_of(d, self.field))]
        if not dated:
            say, at = "document-field-not-found", first_page(papers.found[0])
            values: dict[str, Value] = {"field": self.field}
            yield self.about(papers, Outcome.UNDECIDED, say, Reason.UNREADABLE, at, case=case, values=values)
            return
        issued, fact = max(dated, key=lambda pair: _as_date(pair[0]))
        yield self._judge_date(papers, case, _as_date(issued), fact)

    def _judge_date(self, papers: Papers, case: Case, issued: date, fact: FactView) -> Finding:
        months = 12 * self.years + self.months
        statement = case.dossier.statement
        stated = {"requested_on": statement.requested_on, "submitted_on": statement.submitted_on}
        since = stated.get(self.counted_from) or case.on
        values: dict[str, Value] = {
            "issued": issued,
            "years": self.years or None,
            "months": self.months or None,
            "counted_from": since,
        }
        if issued > case.on:
            outcome, say, reason = Outcome.NOT_MET, "document-in-future", Reason.IN_FUTURE
        elif issued < months_before(since, months):
            outcome, say, reason = Outcome.NOT_MET, "document-too-old", Reason.TOO_OLD
        else:
            until = last_valid_day(issued, months) if since == case.on else None
            return self.about(
                papers, Outcome.MET, "document-fresh", None, fact.place, case=case, values=values, until=until
            )
        return self.about(papers, outcome, say, reason, fact.place, case=case, values=values)


class DocumentSigned(DocumentRequirement):
    """Each paper of this kind is signed: by a signature in the file; ink on paper is for a person."""

    kind: ClassVar[str] = "document-signed"
    rests_on_words: ClassVar[bool] = False

    def judge_papers(self, papers: Papers, case: Case) -> Iterator[Finding]:
        answers = [(document, *_signed(document)) for document in papers.found]
        for wanted, outcome, say, reason in (
            (False, Outcome.NOT_MET, "document-unsigned", Reason.UNSIGNED),
            (None, Outcome.UNDECIDED, "document-signature-for-a-person", Reason.NEEDS_PERSON),
        ):
            places = [place or first_page(document) for document, answer, place in answers if answer is wanted]
            if places:
                yield self.about(papers, outcome, say, reason, *places, case=case)
                return
        places = [place or first_page(document) for document, _, place in answers]
        yield self.about(papers, Outcome.MET, "document-signed", None, *places, case=case)


def _signed(document: Document) -> tuple[bool | None, Place | None]:
    paper = document.paper
    if isinstance(paper, Declared):
        return paper.signed.value, paper.signed.place
    whole = document.seal is not None and document.seal.state in (SealState.GENUINE, SealState.INTACT_UNTRUSTED)
    if not whole and isinstance(paper, QualityManual | CarePlan | ProductForm):
        return paper.signed.value, paper.signed.place
    return (True if whole else None), None


def _date_of(document: Document, name: str) -> FactView | None:
    fact = value_of(document, name)
    return fact if fact and isinstance(fact.value, date) else None


def _as_date(value: object) -> date:
    assert isinstance(value, date)
    return value
