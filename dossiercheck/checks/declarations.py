"""The questions that the provider answers itself (1.1 to 6.5): all yes, a product's own only where it is applied for.

One finding lists them all: how many were asked, which were answered no, which not at all, and which nobody asked.
"""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, Requirement
from dossiercheck.findings import Finding, Outcome, Reason, Value


class Declarations(Requirement):
    """Each question that the provider answers is answered yes.

    A no, or some answered and others not, is not met; none answered at all is for the provider to answer still.
    """

    kind: ClassVar[str] = "declarations"

    questions: tuple[str, ...] = Field(description="Numbers of the questions that everybody answers.")
    by_product: dict[str, tuple[str, ...]] = Field(
        default={}, description="Product -> numbers of the questions for who applies for it."
    )

    @property
    def products_named(self) -> tuple[tuple[str, str], ...]:
        return tuple(("by_product", product) for product in self.by_product)

    def evaluate(self, case: Case) -> Iterator[Finding]:
        statement = case.dossier.statement
        answers = {_number(number): yes for number, yes in statement.declarations or ()}
        open_products = statement.products is None
        asked = self._asked(() if open_products else case.products)
        all_known = {*self._asked(tuple(self.by_product))}
        refused = tuple(n for n in answers if n in all_known and not answers[n] and (open_products or n in asked))
        unanswered = tuple(n for n in asked if n not in answers)
        values: dict[str, Value] = {
            "count": len(asked),
            "no": refused,
            "unanswered": unanswered,
            "unknown": tuple(n for n in answers if n not in all_known),
            "products": tuple(self.by_product),
        }
        say, reason, outcome = self._judged(refused, unanswered, answered=any(n in all_known for n in answers))
        if outcome is Outcome.MET and open_products and self.by_product:
            say, reason, outcome = "declarations-products-open", Reason.NOT_DECLARED, Outcome.UNDECIDED
        yield self.finding(outcome, say, reason=reason, values=values)

    def _judged(
        self, refused: tuple[str, ...], unanswered: tuple[str, ...], *, answered: bool
    ) -> tuple[str, Reason | None, Outcome]:
        if not answered:
            return "declarations-none", Reason.NOT_DECLARED, Outcome.UNDECIDED
        if refused:
            return "declarations-no", Reason.DECLARED_NO, Outcome.NOT_MET
        if unanswered:
            return "declarations-unanswered", Reason.NOT_DECLARED, Outcome.NOT_MET
        return "declarations-yes", None, Outcome.MET

    def _asked(self, products: tuple[str, ...]) -> tuple[str, ...]:
        """The numbers, in the tender's order: those for everybody, then those of these products."""
        of_products = (n for product in products for n in self.by_product.get(product, ()))
        return (*self.questions, *of_products)


def _number(written: str) -> str:
    """`3.2.1.` and `vraag 3.2.1` are question 3.2.1."""
    return written.strip().casefold().removeprefix("vraag").strip(" .:")
