"""The extract of the trade register (H6): its seal, its age, and that it is the provider's."""

import re
from datetime import date
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case
from dossiercheck.checks.companies import same_company
from dossiercheck.checks.provider_papers import (
    CountedFrom,
    Judged,
    PaperRequirement,
    absent,
    contradicted,
    judge_age,
    page_one,
)
from dossiercheck.checks.seal_rules import SealHolder, judge_seal
from dossiercheck.documents import Document, Kind, KvkExtract
from dossiercheck.facts import Fact, How, Place, SealState
from dossiercheck.findings import Finding, Outcome, Reason, Value

MET, NOT_MET, UNDECIDED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDECIDED


class KvkPresent(PaperRequirement):
    """An extract of the trade register is there; a UBO extract is another paper."""

    kind: ClassVar[str] = "kvk-present"
    wanted: ClassVar[Kind] = Kind.KVK_EXTRACT
    rests_on_words: ClassVar[bool] = False

    def without(self, case: Case) -> Finding:
        return absent(self, case, self.wanted)

    def judge(self, document: Document, case: Case) -> Judged:
        values: dict[str, Value] = {"document": document.kind.value}
        return Judged(outcome=MET, say="document-there", at=(page_one(document),), values=values)


class KvkSeal(PaperRequirement):
    """The extract bears the seal of the Kamer van Koophandel; a scan of one on paper is for a person.

    Whose authority the chamber uses, and whether its seal certifies, is not known: the holder's names are data.
    """

    kind: ClassVar[str] = "kvk-seal"
    wanted: ClassVar[Kind] = Kind.KVK_EXTRACT
    rests_on_words: ClassVar[bool] = False

    seal: SealHolder = Field(description="Whose seal it must be.")

    def judge(self, document: Document, case: Case) -> Judged:
        paper, seal, at = document.paper, document.seal, (page_one(document),)
        assert isinstance(paper, KvkExtract)
        main = seal.main if seal else None
        values: dict[str, Value] = {
            "file": document.file,
            "signer": (main.signer.organisation or main.signer.common_name) if main and main.signer else "",
            "issuer": main.issuer.common_name if main and main.issuer else "",
            "signed_at": main.signed_at.date() if main and main.signed_at else None,
        }
        if seal is None or seal.state is SealState.NONE:
            if document.scanned:
                return Judged(outcome=UNDECIDED, say="kvk-scan", reason=Reason.NEEDS_PERSON, at=at, values=values)
            say = "kvk-not-certified" if paper.not_certified else "kvk-not-sealed"
            return Judged(outcome=NOT_MET, say=say, reason=Reason.NOT_SEALED, at=at, values=values)
        judged = judge_seal(seal, self.seal)
        if judged.say == "seal-not-certifying" and not (main and main.changes):
            return Judged(outcome=MET, say="kvk-sealed", at=at, values=values)
        say = "kvk-sealed" if judged.outcome is MET else judged.say
        say = "kvk-wrong-signer" if judged.reason is Reason.WRONG_SIGNER else say
        return Judged(outcome=judged.outcome, say=say, reason=judged.reason, at=at, values=values)


class KvkAge(PaperRequirement):
    """The extract is not too old, by the day on which it was made; else by the time of its seal."""

    kind: ClassVar[str] = "kvk-age"
    wanted: ClassVar[Kind] = Kind.KVK_EXTRACT

    months: int = Field(gt=0, description="At most so many calendar months old.")
    counted_from: CountedFrom = Field(default="requested_on", description="The day from which the age is counted back.")

    def judge(self, document: Document, case: Case) -> Judged:
        paper = document.paper
        assert isinstance(paper, KvkExtract)
        made = paper.made_on or _sealed_on(document)
        if made is None:
            values: dict[str, Value] = {"document": document.kind.value, "field": "made_on"}
            say, at = "document-field-not-found", (page_one(document),)
            return Judged(outcome=UNDECIDED, say=say, reason=Reason.UNREADABLE, at=at, values=values)
        return judge_age(made, self.months, self.counted_from, case, document)


def _sealed_on(document: Document) -> Fact[date] | None:
    """The day of a seal that is intact."""
    main = document.seal.main if document.seal else None
    if main is None or main.signed_at is None or not main.intact:
        return None
    day = main.signed_at.date()
    return Fact(value=day, place=Place(file=document.file, text=day.isoformat(), how=How.SEAL))


class KvkProvider(PaperRequirement):
    """Name and number on the extract are the provider's. The number weighs more: names change, and are shortened."""

    kind: ClassVar[str] = "kvk-provider"
    wanted: ClassVar[Kind] = Kind.KVK_EXTRACT

    def judge(self, document: Document, case: Case) -> Judged:
        paper, statement = document.paper, case.dossier.statement
        assert isinstance(paper, KvkExtract)
        values: dict[str, Value] = {
            "printed": paper.name.value if paper.name else "",
            "printed_number": paper.kvk_number.value if paper.kvk_number else "",
            "stated": statement.provider_name,
            "stated_number": statement.kvk,
        }
        at = tuple(fact.place for fact in (paper.name, paper.kvk_number) if fact) or (page_one(document),)
        outcome, say, reason = self._state(paper, statement.provider_name, statement.kvk)
        judged = Judged(outcome=outcome, say=say, reason=reason, at=at, values=values)
        return judged if outcome is not MET else contradicted(paper.against, document) or judged

    def _state(
        self, paper: KvkExtract, stated: str | None, stated_number: str | None
    ) -> tuple[Outcome, str, Reason | None]:
        if not stated and not stated_number:
            return UNDECIDED, "kvk-nothing-stated", Reason.NOT_DECLARED
        number = _same_number(paper, stated_number)
        name = _same_name(paper, stated)
        if number is False:
            return NOT_MET, "kvk-other-number", Reason.NAME_MISMATCH
        if number is None and stated_number:
            return UNDECIDED, "kvk-number-not-found", Reason.UNREADABLE
        if name is False and number is None:
            return NOT_MET, "kvk-other-name", Reason.NAME_MISMATCH
        if stated and name is not True:
            return UNDECIDED, "kvk-name-alike", Reason.NAME_MISMATCH
        return MET, "kvk-of-provider", None


def _same_number(paper: KvkExtract, stated: str | None) -> bool | None:
    if not stated or paper.kvk_number is None:
        return None
    return re.sub(r"\D", "", stated).zfill(8) == paper.kvk_number.value.zfill(8)


def _same_name(paper: KvkExtract, stated: str | None) -> bool | None:
    if not stated or not paper.names:
        return None
    answers = [same_company(stated, fact.value) for fact in paper.names]
    return True if True in answers else None if None in answers else False
