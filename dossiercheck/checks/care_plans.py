"""Care and support plans (H6): two for each product, nobody to be recognised in them, and how goals were worked on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.anonymity import is_the_clients, own_of
from dossiercheck.checks.base import Case, Requirement
from dossiercheck.checks.product_words import ProductWords, products_in
from dossiercheck.checks.provider_papers import absent, of_kind, page_one, perhaps
from dossiercheck.documents import CarePlan, ClientState, Document, Kind, Trace
from dossiercheck.facts import How, Place
from dossiercheck.findings import Finding, Outcome, Reason, Subject, SubjectKind, Value

MET, NOT_MET, UNDECIDED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A care plan and the products that it may be for; of more than one, or none, it is not known which."""

    document: Document
    paper: CarePlan
    products: tuple[str, ...]


def plans_of(case: Case, words: dict[str, tuple[str, ...]]) -> tuple[Plan, ...]:
    """Every care plan, with its product."""
    found = []
    for document in of_kind(case, Kind.CARE_PLAN):
        if isinstance(document.paper, CarePlan):
            products = _products(document.paper, document.file, words)
            found.append(Plan(document=document, paper=document.paper, products=products))
    return tuple(found)


def _products(paper: CarePlan, file: str, words: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """By what the plan states, else its title, its name and folders, else its text; none where these disagree."""
    stated = products_in(paper.product.value, words) if paper.product else ()
    titled = products_in(paper.title.value, words)
    named = products_in(" ".join(file.rpartition(".")[0].split("/")), words)
    clues = [clue for clue in (stated, titled, named) if len(clue) == 1]
    if clues:
        return clues[0] if len(set(clues)) == 1 else ()
    text = products_in(paper.text, words)
    return text if len(text) == 1 else ()


def _of(document: Document) -> Subject:
    """The subject of a finding about a file."""
    return Subject(kind=SubjectKind.DOCUMENT, id=document.file, name=document.file)


class CarePlanCount(Requirement):
    """So many plans for each product applied for: of a client in care, and of one who has left."""

    kind: ClassVar[str] = "care-plan-count"

    words: ProductWords
    in_care: int = Field(ge=0, description="Plans of clients still in care, for each product.")
    left: int = Field(ge=0, description="Plans of clients who have left, for each product.")

    @property
    def products_named(self) -> tuple[tuple[str, str], ...]:
        return tuple(("words", product) for product in self.words)

    def evaluate(self, case: Case) -> Iterator[Finding]:
        plans = plans_of(case, self.words)
        for product in case.products:
            subject = Subject(kind=SubjectKind.PRODUCT, id=product)
            if not plans and case.dossier.statement.products is not None:
                yield absent(self, case, Kind.CARE_PLAN, subject=subject, product=product)
            else:
                yield self._judge(product, subject, plans, case)

    def _judge(self, product: str, subject: Subject, plans: tuple[Plan, ...], case: Case) -> Finding:
        mine = [plan for plan in plans if product in plan.products]
        loose = [plan for plan in plans if not plan.products]
        states = Counter(plan.paper.client_state.value if plan.paper.client_state else None for plan in mine)
        lacking = max(0, self.in_care - states[ClientState.IN_CARE]), max(0, self.left - states[ClientState.LEFT])
        values: dict[str, Value] = {
            "product": product,
            "found": len(mine),
            "asked": self.in_care + self.left,
            "in_care": states[ClientState.IN_CARE],
            "left": states[ClientState.LEFT],
            "unsaid": states[None],
            "files": tuple(plan.document.file for plan in loose),
        }
        outcome, say, reason = self._state(len(mine), lacking, states[None], loose, mine, case)
        if outcome is NOT_MET and case.dossier.statement.products is None:
            outcome, say, reason = UNDECIDED, "care-plans-products-not-stated", Reason.NOT_DECLARED
        at = tuple(page_one(plan.document) for plan in mine)
        return self.finding(outcome, say, reason=reason, subject=subject, product=product, values=values, at=at)

    def _state(
        self, found: int, lacking: tuple[int, int], unsaid: int, loose: list[Plan], mine: list[Plan], case: Case
    ) -> tuple[Outcome, str, Reason | None]:
        """Enough; enough only if what is not said is so; or too few."""
        if not any(lacking):
            return MET, "care-plans-enough", None
        more = any(plan.paper.plans > 1 for plan in mine)
        if loose:
            return UNDECIDED, "care-plans-of-which", Reason.NEEDS_PERSON
        if more or perhaps(case, Kind.CARE_PLAN):
            return UNDECIDED, "care-plans-perhaps-more", Reason.NEEDS_PERSON
        if sum(lacking) <= unsaid:
            return UNDECIDED, "care-plans-state-unsaid", Reason.NEEDS_PERSON
        if found < self.in_care + self.left:
            return NOT_MET, "care-plans-too-few", Reason.MISSING
        return NOT_MET, "care-plans-one-kind", Reason.MISSING


class _EachPlan(Requirement):
    """A requirement on each care plan; that there is none is said by the count."""

    def evaluate(self, case: Case) -> Iterator[Finding]:
        plans = plans_of(case, {})
        if not plans:
            yield self.finding(Outcome.NOT_APPLICABLE, "paper-missing", reason=Reason.MISSING)
        for plan in plans:
            yield self.judge(plan, case)

    def judge(self, plan: Plan, case: Case) -> Finding:
        raise NotImplementedError


class CarePlanAnonymised(_EachPlan):
    """No client can be recognised by a plan, its properties, comments and hidden text. What is found is masked."""

    kind: ClassVar[str] = "care-plan-anonymised"
    rests_on_words: ClassVar[bool] = False

    def judge(self, plan: Plan, case: Case) -> Finding:
        own = own_of(case)
        judged = [(trace, is_the_clients(trace, own)) for trace in plan.paper.traces]
        found = [trace for trace, answer in judged if answer]
        unsure = [trace for trace, answer in judged if answer is None]
        subject = _of(plan.document)
        if found:
            return self._said(NOT_MET, "care-plan-not-anonymous", found, subject)
        if unsure:
            return self._said(UNDECIDED, "care-plan-perhaps-not-anonymous", unsure, subject)
        unread = plan.paper.unread_pages
        if unread or _pages_left(plan):
            at = tuple(Place(file=plan.document.file, page=page, how=How.IMAGE) for page in unread)
            values: dict[str, Value] = {"pages": tuple(str(page) for page in unread) or (str(plan.document.pages),)}
            return self.finding(
                UNDECIDED, "care-plan-page-not-read", reason=Reason.UNREADABLE, subject=subject, values=values, at=at
            )
        if plan.document.scanned:
            at = (page_one(plan.document),)
            return self.finding(UNDECIDED, "care-plan-scanned", reason=Reason.NEEDS_PERSON, subject=subject, at=at)
        return self.finding(MET, "care-plan-anonymous", subject=subject, at=(page_one(plan.document),))

    def _said(self, outcome: Outcome, say: str, traces: list[Trace], subject: Subject) -> Finding:
        values: dict[str, Value] = {
            "traces": tuple(dict.fromkeys(trace.masked for trace in traces)),
            "kinds": tuple(dict.fromkeys(trace.kind.value for trace in traces)),
            "pages": tuple(dict.fromkeys(str(trace.place.page) for trace in traces if trace.place.page)),
            "wheres": tuple(dict.fromkeys(trace.where for trace in traces if trace.where != "text")),
        }
        reason = Reason.PERSONAL_DATA
        at = tuple(trace.place for trace in traces)[:_MOST_PLACES]
        return self.finding(outcome, say, reason=reason, subject=subject, values=values, at=at)


_MOST_PLACES = 20


def _pages_left(plan: Plan) -> bool:
    """Are there pages that were not read at all?"""
    return plan.document.pages > _MOST_PAGES


_MOST_PAGES = 40


class CarePlanGoals(_EachPlan):
    """The plan says how the goals were worked on; how well, only a person can judge, and what is not plain."""

    kind: ClassVar[str] = "care-plan-goals"

    def judge(self, plan: Plan, case: Case) -> Finding:
        subject = _of(plan.document)
        goals = plan.paper.goals
        if goals is not None:
            return self.doubted(self.finding(MET, "care-plan-goals", subject=subject, at=(goals.place,)))
        named = plan.paper.names_goals
        say = "care-plan-goals-unclear" if named else "care-plan-no-goals"
        at = (named.place if named else page_one(plan.document),)
        return self.finding(UNDECIDED, say, reason=Reason.NEEDS_PERSON, subject=subject, at=at)
