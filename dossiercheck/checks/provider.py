"""What the provider applies for and as what (1.1, 1.2, 2.2.1), and what others decide (3.1.1, main tender)."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, Requirement
from dossiercheck.findings import DecidedBy, Finding, Outcome, Reason, Subject, SubjectKind, Value


class ProductsChosen(Requirement):
    """At least one product of the set is applied for."""

    kind: ClassVar[str] = "products"

    def evaluate(self, case: Case) -> Iterator[Finding]:
        stated = case.dossier.statement.products
        values: dict[str, Value] = {"products": stated or (), "allowed": case.set_products}
        if stated is None:
            yield self.finding(Outcome.UNDECIDED, "products-not-stated", reason=Reason.NOT_DECLARED, values=values)
            return
        unknown = tuple(product for product in stated if product not in case.set_products)
        if not stated:
            yield self.finding(Outcome.NOT_MET, "products-none", reason=Reason.MISSING, values=values)
        elif unknown:
            values["unknown"] = unknown
            yield self.finding(Outcome.NOT_MET, "products-unknown", reason=Reason.FIELD_MISSING, values=values)
        else:
            yield self.finding(Outcome.MET, "products-chosen", values=values)


class ProductNeeds(Requirement):
    """Who applies for one product also applies for another."""

    kind: ClassVar[str] = "product-needs"

    product: str
    needs: str

    @property
    def products_named(self) -> tuple[tuple[str, str], ...]:
        return ("product", self.product), ("needs", self.needs)

    def evaluate(self, case: Case) -> Iterator[Finding]:
        stated = case.dossier.statement.products or ()
        subject = Subject(kind=SubjectKind.PRODUCT, id=self.product)
        values: dict[str, Value] = {"product": self.product, "needs": self.needs}
        if self.product not in stated:
            outcome, say, reason = Outcome.NOT_APPLICABLE, "product-not-chosen", None
        elif self.needs in stated:
            outcome, say, reason = Outcome.MET, "product-with-needed", None
        else:
            outcome, say, reason = Outcome.NOT_MET, "product-needs-other", Reason.NEEDS_BASIS
        yield self.finding(outcome, say, reason=reason, subject=subject, product=self.product, values=values)


class Municipalities(Requirement):
    """The chosen municipalities take part in the tender, and there is at least one."""

    kind: ClassVar[str] = "municipalities"

    allowed: tuple[str, ...]

    def evaluate(self, case: Case) -> Iterator[Finding]:
        stated = case.dossier.statement.municipalities
        allowed = {_key(name) for name in self.allowed}
        unknown = tuple(name for name in stated or () if _key(name) not in allowed)
        values: dict[str, Value] = {"chosen": stated or (), "unknown": unknown, "allowed": self.allowed}
        if stated is None:
            outcome, say, reason = Outcome.UNDECIDED, "municipalities-not-stated", Reason.NOT_DECLARED
        elif not stated:
            outcome, say, reason = Outcome.NOT_MET, "municipalities-none", Reason.MISSING
        elif unknown:
            outcome, say, reason = Outcome.NOT_MET, "municipalities-unknown", Reason.UNKNOWN_MUNICIPALITY
        else:
            yield self.finding(Outcome.MET, "municipalities-chosen", values=values)
            return
        yield self.finding(outcome, say, reason=reason, values=values)


def _key(name: str) -> str:
    return name.casefold().replace("-", " ").strip()


class RoleStated(Requirement):
    """Main contractor or subcontractor is stated."""

    kind: ClassVar[str] = "role"

    allowed: tuple[str, ...] = ("main", "sub")

    def evaluate(self, case: Case) -> Iterator[Finding]:
        role = case.dossier.statement.role
        values: dict[str, Value] = {"role": role, "allowed": self.allowed}
        if role is None:
            yield self.finding(Outcome.UNDECIDED, "role-not-stated", reason=Reason.NOT_DECLARED, values=values)
        elif role not in self.allowed:
            yield self.finding(Outcome.NOT_MET, "role-unknown-word", reason=Reason.FIELD_MISSING, values=values)
        else:
            yield self.finding(Outcome.MET, f"role-{role}", values=values)


class DecidedElsewhere(Requirement):
    """Something that only the municipalities (or another tender) decide: always listed, apart."""

    kind: ClassVar[str] = "authority"

    by: str = Field(default="", description="Who decides, or in which tender.")

    def evaluate(self, case: Case) -> Iterator[Finding]:
        yield self.finding(
            Outcome.UNDECIDED,
            "decided-elsewhere",
            reason=Reason.NEEDS_PERSON,
            values={"by": self.by},
            decided_by=DecidedBy.AUTHORITY,
        )
