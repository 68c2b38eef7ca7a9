"""A value in a paper of any kind: there, within limits, one of some words, still valid, or the provider's own."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from dossiercheck.checks.base import Case
from dossiercheck.checks.document_papers import DocumentRequirement, Papers, first_page, value_of
from dossiercheck.documents import Document, has_phrase, plain
from dossiercheck.findings import FactView, Finding, Outcome, Reason, Value

_LEGAL_FORMS = ("b.v.", "bv", "n.v.", "nv", "v.o.f.", "vof", "stichting", "coöperatie", "u.a.", "ua", "eenmanszaak")
_LIKE = 60
"""Names of organisations less alike than this (of 100) are another's."""


class DocumentField(DocumentRequirement):
    """A field of a paper of this kind is there and holds what is asked. Of several papers, one that does is enough."""

    kind: ClassVar[str] = "document-field"

    field: str = Field(description="The field that is judged.")
    at_least: float | None = Field(default=None, description="Least number or amount.")
    at_most: float | None = Field(default=None, description="Most.")
    one_of: tuple[str, ...] = Field(default=(), description="Values of which it must be one.")
    not_expired: bool = Field(default=False, description="It is a last valid day; that day is not over yet.")
    same_as: Literal["provider_name", "kvk", "iban"] | None = Field(
        default=None, description="What the provider states about itself, which it must equal."
    )

    @property
    def fields_named(self) -> tuple[tuple[str, str], ...]:
        return (*super().fields_named, ("field", self.field))

    def judge_papers(self, papers: Papers, case: Case) -> Iterator[Finding]:
        judged = [self._judge_one(document, papers, case) for document in papers.found]
        order = (Outcome.MET, Outcome.UNDECIDED, Outcome.NOT_MET)
        yield min(judged, key=lambda finding: (order.index(finding.outcome), -_last_day(finding)))

    def _judge_one(self, document: Document, papers: Papers, case: Case) -> Finding:
        fact = value_of(document, self.field)
        if fact is None or fact.value is None or not self._can_be_held_against(fact.value):
            say, at = "document-field-not-found", first_page(document)
            found: dict[str, Value] = {"field": self.field}
            return self.about(papers, Outcome.UNDECIDED, say, Reason.UNREADABLE, at, case=case, values=found)
        state, say, reason = self._state(fact, case)
        values: dict[str, Value] = {
            "field": self.field,
            "found": fact.value,
            "at_least": self.at_least,
            "at_most": self.at_most,
            "allowed": self.one_of or None,
            "stated": self._stated(case),
        }
        at = fact.place or first_page(document)
        until = fact.value if self.not_expired and isinstance(fact.value, date) else None
        return self.about(papers, state, say, reason, at, case=case, values=values, until=until)

    def _can_be_held_against(self, value: Value) -> bool:
        """Is it of the type that the limits are about? A text would be within any of them."""
        measured = self.at_least is not None or self.at_most is not None
        fits = isinstance(value, int | float) or not measured
        return fits and (isinstance(value, date) or not self.not_expired)

    def _state(self, fact: FactView, case: Case) -> tuple[Outcome, str, Reason | None]:
        value = fact.value
        if self.at_least is not None and isinstance(value, int | float) and value < self.at_least:
            return Outcome.NOT_MET, "document-field-too-low", Reason.WRONG_SIZE
        if self.at_most is not None and isinstance(value, int | float) and value > self.at_most:
            return Outcome.NOT_MET, "document-field-too-high", Reason.WRONG_SIZE
        if self.one_of and not any(_is(str(value), word) for word in self.one_of):
            return Outcome.NOT_MET, "document-field-not-allowed", Reason.WRONG_KIND
        if self.not_expired and isinstance(value, date) and value < case.on:
            return Outcome.NOT_MET, "document-expired", Reason.EXPIRED
        if self.same_as:
            return self._compare(str(value), case)
        return Outcome.MET, "document-field-right", None

    def _compare(self, value: str, case: Case) -> tuple[Outcome, str, Reason | None]:
        stated = self._stated(case)
        if not stated:
            return Outcome.UNDECIDED, "document-field-nothing-stated", Reason.NOT_DECLARED
        same = 100.0 if _bare(value) == _bare(stated) else 0.0
        likeness = _likeness(value, stated) if self.same_as == "provider_name" else same
        if likeness == 100:
            return Outcome.MET, "document-field-right", None
        reason = Reason.NAME_MISMATCH if self.same_as == "provider_name" else Reason.WRONG_KIND
        outcome = Outcome.NOT_MET if likeness < _LIKE else Outcome.UNDECIDED
        return outcome, "document-field-of-another", reason

    def _stated(self, case: Case) -> str | None:
        statement = case.dossier.statement
        known = {"provider_name": statement.provider_name, "kvk": statement.kvk, "iban": statement.iban}
        return known.get(self.same_as or "")


def _is(value: str, word: str) -> bool:
    return plain(value) == plain(word) or has_phrase(plain(value), word)


def _bare(text: str) -> str:
    return "".join(char for char in text.upper() if char.isalnum())


def _likeness(one: str, other: str) -> float:
    """Of 100; a legal form in one of them alone makes no other name."""
    from rapidfuzz import fuzz

    first, second = (" ".join(w for w in plain(text).split() if w not in _LEGAL_FORMS) for text in (one, other))
    if first == second:
        return 100
    return min(99.0, fuzz.token_sort_ratio(first, second))


def _last_day(finding: Finding) -> int:
    return finding.valid_until.toordinal() if finding.valid_until else 0
