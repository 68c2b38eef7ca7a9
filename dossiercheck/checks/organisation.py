"""Papers of the organisation (H6): trade register, bank, taxes, insurance, quality, product form and agreement."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, Requirement
from dossiercheck.checks.companies import fits_provider, provider_names
from dossiercheck.checks.periods import months_before
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
from dossiercheck.checks.substance import word_pattern
from dossiercheck.documents import (
    BankStatement,
    Cover,
    Document,
    Insurance,
    Kind,
    ProductForm,
    QualityCertificate,
    TaxStatement,
    is_valid_iban,
)
from dossiercheck.facts import Fact, Place
from dossiercheck.findings import Finding, Outcome, Reason, Value

MET, NOT_MET, UNDECIDED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED


def _named(printed: Fact[str] | None, case: Case, document: Document, *, other: Outcome = NOT_MET) -> Judged:
    """Is the name on a paper the provider's? `other`: what another's name comes to."""
    values: dict[str, Value] = {"document": document.kind.value, "stated": case.dossier.statement.provider_name}
    if printed is None:
        say = "company-name-not-found"
        return Judged(outcome=UNDECIDED, say=say, reason=Reason.UNREADABLE, at=(page_one(document),), values=values)
    names, values["printed"], at = provider_names(case.dossier), printed.value, (printed.place,)
    if not names:
        return Judged(outcome=UNDECIDED, say="company-not-stated", reason=Reason.NOT_DECLARED, at=at, values=values)
    match fits_provider(printed.value, names):
        case True:
            return Judged(outcome=MET, say="company-fits", at=at, values=values)
        case None:
            return Judged(outcome=UNDECIDED, say="company-alike", reason=Reason.NAME_MISMATCH, at=at, values=values)
        case False:
            return Judged(outcome=other, say="company-different", reason=Reason.NAME_MISMATCH, at=at, values=values)


class BankStatementThere(PaperRequirement):
    """A recent bank statement shows address, a valid account number, and the provider as its holder.

    Interpretation: 'recent' has no number; one that is older than the parameter is for a person.
    """

    kind: ClassVar[str] = "bank-statement"
    wanted: ClassVar[Kind] = Kind.BANK_STATEMENT

    months: int = Field(gt=0, description="Up to so many calendar months old it is recent.")

    def without(self, case: Case) -> Finding:
        return absent(self, case, self.wanted)

    def judge(self, document: Document, case: Case) -> Judged:
        paper = document.paper
        assert isinstance(paper, BankStatement)
        found = worst([_iban(paper, document, case), _named(paper.holder, case, document), _address(paper, document)])
        recent = self._recent(paper, document, case)
        judged = worst([found, recent])
        return judged if judged.outcome is not MET else recent

    def _recent(self, paper: BankStatement, document: Document, case: Case) -> Judged:
        dated = paper.dated_on
        values: dict[str, Value] = {"document": document.kind.value, "months": self.months, "on": case.on}
        if dated is None:
            say, at = "bank-date-not-found", (page_one(document),)
            return Judged(outcome=UNDECIDED, say=say, reason=Reason.UNREADABLE, at=at, values=values)
        values |= {"issued": dated.value, "iban": _shown(paper), "holder": paper.holder.value if paper.holder else ""}
        since = min(case.dossier.statement.requested_on or case.on, case.on)
        if dated.value > case.on:
            outcome, say, reason = NOT_MET, "document-in-future", Reason.IN_FUTURE
        elif dated.value < months_before(since, self.months):
            outcome, say, reason = UNDECIDED, "bank-not-recent", Reason.TOO_OLD
        else:
            places = (paper.iban, paper.holder, dated, paper.address)
            found = tuple(fact.place for fact in places if fact)
            return Judged(outcome=MET, say="bank-as-asked", at=found, values=values)
        return Judged(outcome=outcome, say=say, reason=reason, at=(dated.place,), values=values)


def _shown(paper: BankStatement) -> str:
    """The account number, its middle left out."""
    value = paper.iban.value if paper.iban else ""
    return f"{value[:4]}…{value[-4:]}"


def _iban(paper: BankStatement, document: Document, case: Case) -> Judged:
    if paper.iban is None:
        return Judged(outcome=UNDECIDED, say="bank-iban-not-found", reason=Reason.UNREADABLE, at=(page_one(document),))
    stated = case.dossier.statement.iban
    values: dict[str, Value] = {"iban": paper.iban.value}
    at = (paper.iban.place,)
    if not is_valid_iban(paper.iban.value):
        return Judged(outcome=NOT_MET, say="bank-iban-invalid", reason=Reason.INVALID_IBAN, at=at, values=values)
    if stated and "".join(stated.split()).upper() != paper.iban.value:
        return Judged(outcome=UNDECIDED, say="bank-iban-not-stated", reason=Reason.AMBIGUOUS, at=at, values=values)
    return Judged(outcome=MET, say="bank-as-asked", at=at)


def _address(paper: BankStatement, document: Document) -> Judged:
    at = (page_one(document),)
    if paper.address is not None:
        return Judged(outcome=MET, say="bank-as-asked", at=(paper.address.place,))
    if paper.other_address or document.scanned:
        return Judged(outcome=UNDECIDED, say="bank-address-unclear", reason=Reason.NEEDS_PERSON, at=at)
    return Judged(outcome=NOT_MET, say="bank-address-missing", reason=Reason.FIELD_MISSING, at=at)


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
        name = _named(paper.holder, case, document, other=UNDECIDED)
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
        judged = worst([self._cover(paper), _named(paper.insured, case, document), force])
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


class QualityCertificateValid(PaperRequirement):
    """If the provider has a quality certificate: it is of a scheme for the sector, the provider's, and not expired.

    A scheme for any trade counts where its scope names this one; another scope, or none, is for a person.
    """

    kind: ClassVar[str] = "quality-certificate"
    wanted: ClassVar[Kind] = Kind.QUALITY_CERTIFICATE

    schemes: tuple[str, ...] = Field(description="Schemes that count for the sector, as the report names them.")
    any_trade: tuple[str, ...] = Field(
        default=(), description="Those of them that hold for any trade: their scope must name the sector."
    )
    sector: tuple[str, ...] = Field(default=(), description="Words by which a scope names the sector; `*` for letters.")

    def without(self, case: Case) -> Finding:
        if case.dossier.statement.quality_certificate:
            return absent(self, case, self.wanted)
        return self.finding(Outcome.NOT_APPLICABLE, "certificate-not-held")

    def judge(self, document: Document, case: Case) -> Judged:
        paper = document.paper
        assert isinstance(paper, QualityCertificate)
        term = _term(paper, document, case)
        judged = worst([self._scheme(paper), _named(paper.holder, case, document), term, self._scope(paper, document)])
        return judged if judged.outcome is not MET else contradicted(paper.against, document) or term

    def _scheme(self, paper: QualityCertificate) -> Judged:
        values: dict[str, Value] = {"scheme": paper.scheme.value, "asked": self.schemes}
        if paper.scheme.value in self.schemes:
            return Judged(outcome=MET, say="certificate-valid", at=(paper.scheme.place,))
        say, reason = "certificate-other-scheme", Reason.NEEDS_PERSON
        return Judged(outcome=UNDECIDED, say=say, reason=reason, at=(paper.scheme.place,), values=values)

    def _scope(self, paper: QualityCertificate, document: Document) -> Judged:
        values: dict[str, Value] = {"scheme": paper.scheme.value, "scope": paper.scope.value if paper.scope else None}
        at = (paper.scope.place if paper.scope else page_one(document),)
        pattern = word_pattern(self.sector)
        if paper.scheme.value not in self.any_trade or (pattern and paper.scope and pattern.search(paper.scope.value)):
            return Judged(outcome=MET, say="certificate-valid", at=at, values=values)
        say = "certificate-other-scope" if paper.scope else "certificate-scope-not-found"
        reason = Reason.NEEDS_PERSON if paper.scope else Reason.FIELD_MISSING
        return Judged(outcome=UNDECIDED, say=say, reason=reason, at=at, values=values)


def _term(paper: QualityCertificate, document: Document, case: Case) -> Judged:
    until, issued = paper.valid_until, paper.issued_on
    values: dict[str, Value] = {"scheme": paper.scheme.value, "until": until.value if until else None, "on": case.on}
    if issued and issued.value > case.on:
        values |= {"document": document.kind.value, "issued": issued.value}
        return Judged(
            outcome=NOT_MET, say="document-in-future", reason=Reason.IN_FUTURE, at=(issued.place,), values=values
        )
    if until is None:
        at = (page_one(document),)
        return Judged(
            outcome=UNDECIDED, say="certificate-end-not-found", reason=Reason.UNREADABLE, at=at, values=values
        )
    if until.value < case.on:
        return Judged(
            outcome=NOT_MET, say="certificate-expired", reason=Reason.EXPIRED, at=(until.place,), values=values
        )
    return Judged(outcome=MET, say="certificate-valid", at=(until.place,), values=values, until=until.value)


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
