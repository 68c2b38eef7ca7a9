"""Which papers a generic check looks at: those of a kind, of the provider or of each employee, product or location."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from dossiercheck.checks.base import Case, EmployeeRequirement, employee_subject
from dossiercheck.checks.unread_files import ANY_ENDINGS, Perhaps, Wanted, may_hold
from dossiercheck.documents import Document, Unrecognised, has_phrase, plain
from dossiercheck.facts import Place
from dossiercheck.findings import (
    NO_VALUES,
    PROVIDER,
    FactView,
    Finding,
    Outcome,
    Reason,
    Subject,
    SubjectKind,
    Value,
    Wording,
)
from dossiercheck.people import NAMESAKE_SCORE, Assigned, Grade, Person


@dataclass(frozen=True, kw_only=True)
class Papers:
    """The papers of one subject."""

    subject: Subject
    product: str | None = None
    found: tuple[Document, ...] = ()
    perhaps: tuple[Document, ...] = ()
    """Of the kind, but whether they are this product's or location's cannot be told."""
    others: tuple[Assigned, ...] = ()
    """Lies with this person's papers, but its name or birth date is another's, doubtful, or not to be found."""
    unread: Perhaps | None = None
    """Where one may be that could not be read or recognised."""


class DocumentRequirement(EmployeeRequirement):
    """A requirement on papers of one kind: of the provider, or of each employee, product or location.

    `employment` and `contact` say for which employees; they hold only with `per: employee`.
    """

    document: str = Field(description="Kind of document: one that the program knows, or of `document_kinds`.")
    per: Literal["provider", "employee", "product", "location"] = Field(
        default="provider", description="For whom or what a paper is asked."
    )
    by: str = Field(default="", description="With per product or location: the field that says which one.")
    needs_paper: ClassVar[bool] = True
    """Without a paper there is nothing to judge: that is said by another requirement on it, else by this one."""

    @property
    def says_absence(self) -> bool:
        """Does it say that a paper is missing, so that no other must?"""
        return not self.needs_paper

    @property
    def asked_for(self) -> tuple[str, str, str]:
        """Of what, for whom and where a paper is asked."""
        return self.document, self.per, repr(self.when) if self.when else ""

    @property
    def fields_named(self) -> tuple[tuple[str, str], ...]:
        """Parameter and field of each field that the parameters name: a declared kind must have it."""
        return (("by", self.by),) if self.by else ()

    def evaluate(self, case: Case) -> Iterator[Finding]:
        if self.per == "employee":
            yield from super().evaluate(case)
            return
        if self.per == "location" and not case.locations:
            yield self._without_locations(case)
            return
        for papers in self._subjects(case):
            for finding in self._judge(papers, case):
                yield self.doubted(finding)

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        mine = [a for a in person.papers if a.document.kind_name == self.document]
        kind = case.document_kinds.get(self.document)
        others = tuple(a for a in mine if not _is_theirs(a, named=bool(kind and kind.names_holder)))
        found = tuple(a.document for a in mine if a not in others)
        unread = None if found else may_hold(case.dossier, self._wanted(case), person)
        papers = Papers(subject=employee_subject(person), found=_distinct(found), others=others, unread=unread)
        yield from self._judge(papers, case)

    def judge_papers(self, papers: Papers, case: Case) -> Iterator[Finding]:
        """The findings about the papers of one subject."""
        raise NotImplementedError

    def about(
        self,
        papers: Papers,
        outcome: Outcome,
        say: str,
        reason: Reason | None = None,
        *at: Place | None,
        case: Case,
        values: Mapping[str, Value] = NO_VALUES,
        until: date | None = None,
    ) -> Finding:
        """A finding about one subject; its sentence may name the kind of `document`. `until`: the last day it holds."""
        given = {"document": self.document_title(case), "product": papers.product, "until": until, **values}
        finding = self.finding(
            outcome, say, reason=reason, subject=papers.subject, product=papers.product, at=at, values=given
        )
        return self.until(finding, until, case) if until and outcome is Outcome.MET else finding

    def document_title(self, case: Case) -> str | Wording:
        """The kind in words, as the set says them; else its id, which the report puts in words."""
        kind = case.document_kinds.get(self.document)
        return kind.title if kind else self.document

    def _judge(self, papers: Papers, case: Case) -> Iterator[Finding]:
        if self.needs_paper and not papers.found and not self._says_absence(case):
            yield self.about(papers, Outcome.NOT_APPLICABLE, "paper-missing", Reason.MISSING, case=case)
        elif self.needs_paper and not papers.found:
            yield self.absent(papers, case)
        else:
            yield from self.judge_papers(papers, case)

    def _says_absence(self, case: Case) -> bool:
        """Does no other requirement say that the paper is missing, wherever this one asks for it?"""
        always = (self.document, self.per, "")
        return always not in case.absence_said and self.asked_for not in case.absence_said

    def absent(self, papers: Papers, case: Case) -> Finding:
        """What is said where no paper (or too few) was recognised: unread, another's, of whom is not known, missing."""
        if papers.perhaps:
            at = tuple(first_page(document) for document in papers.perhaps)
            return self.about(papers, Outcome.UNDECIDED, "document-of-which", Reason.NEEDS_PERSON, *at, case=case)
        if papers.others:
            return self._of_another(papers, case)
        if papers.unread is not None:
            say, reason, values = papers.unread.say, Reason.UNREADABLE, papers.unread.values
            say = "document-perhaps-unread" if say == "paper-maybe-unread" else say
            return self.about(papers, Outcome.UNDECIDED, say, reason, papers.unread.at, case=case, values=values)
        return self.about(papers, Outcome.NOT_MET, "document-missing", Reason.MISSING, case=case)

    def _of_another(self, papers: Papers, case: Case) -> Finding:
        """The papers that lie here bear another's name or birth date, one that is only alike, or none."""
        matches = [other.match for other in papers.others]
        at = tuple(first_page(other.document) for other in papers.others)
        if None in matches:
            say, outcome, reason = "document-without-name", Outcome.UNDECIDED, Reason.UNREADABLE
        elif all(match and match.grade is Grade.DIFFERENT for match in matches):
            namesake = any(match and match.birth_date is False and match.score >= NAMESAKE_SCORE for match in matches)
            say = "document-other-birth-date" if namesake else "document-other-name"
            outcome, reason = Outcome.NOT_MET, Reason.NAME_MISMATCH
        else:
            say, outcome, reason = "document-name-doubtful", Outcome.UNDECIDED, Reason.NAME_MISMATCH
        return self.about(papers, outcome, say, reason, *at, case=case)

    def _without_locations(self, case: Case) -> Finding:
        """No overview names a location: there are none, or nobody knows which."""
        if case.dossier.statement.has_locations is False:
            return self.about(Papers(subject=PROVIDER), Outcome.NOT_APPLICABLE, "document-no-locations", case=case)
        say, reason = "document-locations-unknown", Reason.NOT_DECLARED
        return self.about(Papers(subject=PROVIDER), Outcome.UNDECIDED, say, reason, case=case)

    def _subjects(self, case: Case) -> Iterator[Papers]:
        papers = _distinct(tuple(d for d in _all_documents(case) if d.kind_name == self.document))
        everything = Papers(subject=PROVIDER, found=papers, unread=self._unread(case))
        if self.per == "product":
            for product in case.products:
                subject = Subject(kind=SubjectKind.PRODUCT, id=product)
                yield self._those_of(replace(everything, subject=subject, product=product), (product,))
        elif self.per == "location":
            for location in case.locations:
                subject = Subject(kind=SubjectKind.LOCATION, id=location.name, name=location.name)
                yield self._those_of(replace(everything, subject=subject), location.words)
        else:
            yield everything

    def _those_of(self, papers: Papers, words: tuple[str, ...]) -> Papers:
        """Those whose field `by` names this one; where it names nothing, they are perhaps its own."""
        if not self.by:
            return papers
        said = [(document, value_of(document, self.by)) for document in papers.found]
        found = tuple(d for d, fact in said if fact and fact.value and _names(str(fact.value), words))
        return replace(papers, found=found, perhaps=tuple(d for d, fact in said if not fact or fact.value is None))

    def _unread(self, case: Case) -> Perhaps | None:
        """A file that was read, is called so and is none that was recognised; else where one may be unread."""
        mine = {a.document.file for person in case.dossier.people for a in person.papers}
        wanted = self._wanted(case)
        for document in case.dossier.documents:
            paper = document.paper
            if document.file in mine or not isinstance(paper, Unrecognised) or document.no_sheet:
                continue
            if paper.hint == self.document or (wanted.phrases and wanted.promised_by(document.file)):
                return Perhaps(
                    say="document-perhaps-unread", document=document, values={"file": document.file}, promised=True
                )
        return may_hold(case.dossier, wanted)

    def _wanted(self, case: Case) -> Wanted:
        kind = case.document_kinds.get(self.document)
        return Wanted(
            kind=self.document, phrases=kind.phrases if kind else (), endings=ANY_ENDINGS, attached=ANY_ENDINGS
        )


def _is_theirs(assigned: Assigned, *, named: bool) -> bool:
    """Is it this person's by its own words? One that names nobody is where its kind has no place for a name."""
    if assigned.match is None:
        return not named
    return assigned.match.grade in (Grade.EXACT, Grade.BY_RULE)


def value_of(document: Document, name: str) -> FactView | None:
    """What a document states under this name."""
    return next((fact for fact in document.facts if fact.name == name), None)


def first_page(document: Document) -> Place:
    """Where a paper as a whole is seen."""
    return Place(file=document.file, page=document.part_pages[0] if document.part_pages else 1)


def _all_documents(case: Case) -> Iterator[Document]:
    for document in case.dossier.documents:
        yield from document.parts or (document,)


def _distinct(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """Copies of the same bytes once."""
    return tuple({(d.sha256, d.part): d for d in reversed(documents)}.values())[::-1]


def _names(text: str, words: tuple[str, ...]) -> bool:
    said = plain(text)
    return any(said == plain(word) or has_phrase(said, word) or has_phrase(plain(word), said) for word in words if word)
