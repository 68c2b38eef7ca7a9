"""Papers of the organisation (H6): taxes, insurance, product form and the agreement's period."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, Requirement
from dossiercheck.checks.company_named import company_named
from dossiercheck.checks.product_words import ProductWords, products_in
from dossiercheck.checks.provider_papers import (
    CountedFrom,
    Judged,
    PaperRequirement,
    absent,
    contradicted,
    judge_age,
    page_one,
    worst,
)
from dossiercheck.documents import (
    Cover,
    Document,
    Insurance,
    Kind,
    ProductForm,
    TaxStatement,
)
from dossiercheck.facts import Place
from dossiercheck.findings import Finding, Outcome, Reason, Value

MET, NOT_MET, UNDECIDED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED


class TaxStatementThere(PaperRequirement):
    """The statement 'nakoming fiscale verplichtingen' is there and not too old.

    Of a fiscal unity it names the parent: another name is for a person.
    """

    kind: ClassVar[str] = "tax-statement"
    wanted: ClassVar[Kind] = Kind.TAX_STATEMENT

    months: int = Field(gt=0, description="At most so many calendar months old.")
    counted_from: CountedFrom = Field(default="requested_on", description="The day from which the age is counted back.")

    def without(self, case: Case) -> Finding:
        return absent(self, case, self.wanted)

    def judge(self, document: Document, case: Case) -> Judged:
        paper = document.paper
        assert isinstance(paper, TaxStatement)
        if paper.dated_on is None:
            values: dict[str, Value] = {"document": document.kind.value, "field": "dated_on"}
            say, at = "document-field-not-found", (page_one(document),)
            return Judged(outcome=UNDECIDED, say=say, reason=Reason.UNREADABLE, at=at, values=values)
        age = judge_age(paper.dated_on, self.months, self.counted_from, case, document)
        name = company_named(paper.holder, case, document, other=UNDECIDED)
        judged = age if age.outcome is not MET or name.outcome is MET else name
        return judged if judged.outcome is not MET else contradicted(paper.against, document) or judged


class InsuranceInForce(PaperRequirement):
    """A business liability policy is in force on the day judged by, and the provider is insured."""

    kind: ClassVar[str] = "insurance"
    wanted: ClassVar[Kind] = Kind.INSURANCE

    covers: tuple[Cover, ...] = Field(description="Kinds of cover of which one is asked.")

    def without(self, case: Case) -> Finding:
        return absent(self, case, self.wanted)

    def judge(self, document: Document, case: Case) -> Judged:
        paper = document.paper
        assert isinstance(paper, Insurance)
        force = _in_force(paper, document, case)
        judged = worst([self._cover(paper), company_named(paper.insured, case, document), force])
        return judged if judged.outcome is not MET else contradicted(paper.against, document) or force

    def _cover(self, paper: Insurance) -> Judged:
        covers = paper.covers.value
        values: dict[str, Value] = {
            "found": tuple(cover.value for cover in covers),
            "asked": tuple(c.value for c in self.covers),
        }
        at = (paper.covers.place,)
        if any(cover in self.covers for cover in covers):
            return Judged(outcome=MET, say="insurance-in-force", at=at)
        if Cover.UNCLEAR in covers:
            return Judged(
                outcome=UNDECIDED, say="insurance-cover-unclear", reason=Reason.NEEDS_PERSON, at=at, values=values
            )
        return Judged(outcome=NOT_MET, say="insurance-other-cover", reason=Reason.WRONG_KIND, at=at, values=values)


def _in_force(paper: Insurance, document: Document, case: Case) -> Judged:
    """Begun, and not ended. A contract's term that has passed is mostly renewed: that is for a person."""
    starts, ends = paper.starts_on, paper.ends_on
    values: dict[str, Value] = {
        "starts": starts.value if starts else None,
        "ends": ends.value if ends else None,
        "on": case.on,
    }
    at: tuple[Place, ...] = tuple(f.place for f in (starts, ends, paper.renews) if f) or (page_one(document),)
    if starts and starts.value > case.on:
        return Judged(outcome=NOT_MET, say="insurance-not-begun", reason=Reason.IN_FUTURE, at=at, values=values)
    if ends and ends.value < case.on:
        if paper.ends_firmly and not paper.renews:
            return Judged(outcome=NOT_MET, say="insurance-ended", reason=Reason.EXPIRED, at=at, values=values)
        return Judged(
            outcome=UNDECIDED, say="insurance-perhaps-renewed", reason=Reason.NEEDS_PERSON, at=at, values=values
        )
    runs = ends is not None or paper.renews is not None or (paper.premium_due_on or date.min) >= case.on
    if starts is None or not runs:
        return Judged(outcome=UNDECIDED, say="insurance-term-unclear", reason=Reason.NEEDS_PERSON, at=at, values=values)
    until = ends.value if ends and not paper.renews else None
    return Judged(outcome=MET, say="insurance-in-force", at=at, values=values, until=until)


class ProductFormFits(PaperRequirement):
    """The product form names the products, and they are the ones applied for."""

    kind: ClassVar[str] = "product-form"
    wanted: ClassVar[Kind] = Kind.PRODUCT_FORM

    words: ProductWords

    @property
    def products_named(self) -> tuple[tuple[str, str], ...]:
        return tuple(("words", product) for product in self.words)

    def without(self, case: Case) -> Finding:
        return absent(self, case, self.wanted)

    def judge(self, document: Document, case: Case) -> Judged:
        paper = document.paper
        assert isinstance(paper, ProductForm)
        marked = {product for fact in paper.chosen for product in products_in(fact.value, self.words)}
        strange = tuple(fact.value for fact in paper.chosen if not products_in(fact.value, self.words))
        applied = case.dossier.statement.products
        lacking = tuple(product for product in applied or () if product not in marked)
        more = tuple(product for product in sorted(marked) if applied is not None and product not in applied)
        at = tuple(fact.place for fact in paper.chosen) or (page_one(document),)
        values: dict[str, Value] = {"marked": tuple(sorted(marked)), "applied": applied or (), "others": strange}
        values |= {"lacking": lacking, "more": more}
        if not paper.chosen or document.scanned:
            outcome, say, reason = UNDECIDED, "product-form-unclear", Reason.UNREADABLE
        elif applied is None:
            outcome, say, reason = UNDECIDED, "product-form-nothing-stated", Reason.NOT_DECLARED
        elif lacking:
            outcome, say, reason = NOT_MET, "product-form-lacks", Reason.FIELD_MISSING
        elif more:
            outcome, say, reason = NOT_MET, "product-form-more", Reason.NOT_DECLARED
        else:
            return Judged(outcome=MET, say="product-form-fits", at=at, values=values)
        return Judged(outcome=outcome, say=say, reason=reason, at=at, values=values)


class AgreementPeriod(Requirement):
    """The agreement runs on the day judged by."""

    kind: ClassVar[str] = "agreement-period"

    starts: date | None = Field(default=None, description="First day; left out: not asked.")
    ends: date = Field(description="Last day of the agreement.")

    def evaluate(self, case: Case) -> Iterator[Finding]:
        values: dict[str, Value] = {"starts": self.starts, "ends": self.ends, "on": case.on}
        if case.on > self.ends:
            yield self.finding(NOT_MET, "agreement-ended", reason=Reason.EXPIRED, values=values)
        elif self.starts is not None and case.on < self.starts:
            yield self.finding(NOT_MET, "agreement-not-begun", reason=Reason.IN_FUTURE, values=values)
        else:
            yield self.finding(MET, "agreement-runs", values=values, valid_until=self.ends, case=case)
