"""What one diploma is worth for one product: seal, name, level and programme; and which one of a person is best.

One diploma must satisfy level and care together (5.3, 6.3), so all rules look at the same chosen diploma.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pydantic import Field

from dossiercheck.checks.base import Model
from dossiercheck.checks.functions import folded, tokens
from dossiercheck.checks.papers import FITTING, Held
from dossiercheck.checks.seal_rules import SealHolder, SealJudgement, judge_seal
from dossiercheck.documents import Diploma, Level, NoQualification
from dossiercheck.facts import Fact, SealState
from dossiercheck.findings import Outcome, Reason
from dossiercheck.people import Grade

T = TypeVar("T")

RANK = {level: rank for rank, level in enumerate((Level.MBO_1, Level.MBO_2, Level.MBO_3, Level.MBO_4), start=1)} | {
    Level.AD: 5,
    Level.HBO: 6,
    Level.WO: 7,
}
"""Vocational and higher education only: secondary school has no place in this order."""


class Register(Model):
    """From which year diplomas of a kind of education stand in DUO's register (3.2.2; domain.md 2.1)."""

    levels: tuple[Level, ...]
    since: int = Field(description="First year for funded institutions.")
    private_since: int = Field(description="First year for private institutions; the tender's text forgets these.")


class RegisterRules(Model):
    """Whose seal a diploma must bear, and which diplomas are older than the register."""

    seal: SealHolder
    registers: tuple[Register, ...]
    funded_institutions: tuple[str, ...] = Field(default=(), description="Words in names of funded institutions.")
    private_institutions: tuple[str, ...] = Field(default=(), description="Words in names of private institutions.")


class CareWords(Model):
    """Programmes, as words of which all must occur; compared without accents and case."""

    care: tuple[str, ...] = Field(description="Plainly care-related.")
    other: tuple[str, ...] = Field(default=(), description="Plainly something else; still a person's decision.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """An outcome with its sentence, before it becomes a finding."""

    outcome: Outcome
    say: str
    reason: Reason | None = None


def before_register(diploma: Diploma, rules: RegisterRules) -> Judgement | None:
    """Is this a plain paper from before the register? None: no, it must bear the seal."""
    if diploma.register_extract:
        return None
    awarded, level = _sure(diploma.awarded_on), _sure(diploma.level)
    register = next((r for r in rules.registers if level and level.value in r.levels), None)
    if awarded is None or register is None:
        oldest = min((r.since for r in rules.registers), default=0)
        certain = awarded is not None and awarded.value.year < oldest
        say = "diploma-pre-register" if certain else "diploma-perhaps-pre-register"
        newest = max((r.private_since for r in rules.registers), default=0)
        if awarded is not None and awarded.value.year >= newest:
            return None
        return Judgement(outcome=Outcome.UNDECIDED, say=say, reason=Reason.NEEDS_PERSON)
    if awarded.value.year < register.since:
        return Judgement(outcome=Outcome.UNDECIDED, say="diploma-pre-register", reason=Reason.NEEDS_PERSON)
    if awarded.value.year < register.private_since and not _is_funded(diploma, rules):
        return Judgement(outcome=Outcome.UNDECIDED, say="diploma-private-institution", reason=Reason.NEEDS_PERSON)
    return None


def _sure(fact: Fact[T] | None) -> Fact[T] | None:
    """None where it was read off a scan with doubt: then nobody is failed on it."""
    return fact if fact and fact.place.is_sure else None


def _is_funded(diploma: Diploma, rules: RegisterRules) -> bool:
    """Plainly a funded institution; where that cannot be told, a person must look."""
    name = folded(diploma.institution.value) if diploma.institution else ""
    if any(_has_word(name, word) for word in rules.private_institutions):
        return False
    return any(_has_word(name, word) for word in rules.funded_institutions)


def _has_word(folded_name: str, word: str) -> bool:
    return f" {folded(word)}" in f" {folded_name}"


def register_year(diploma: Diploma, rules: RegisterRules) -> int:
    """The year from which a diploma of this level stands in the register; 0 where the level is not known."""
    level = diploma.level.value if diploma.level else None
    return next((r.since for r in rules.registers if level in r.levels), 0)


def judge_diploma_seal(diploma: Held[Diploma], rules: RegisterRules) -> SealJudgement:
    """The seal of one diploma; NOT_APPLICABLE where it is older than the register."""
    seal, paper = diploma.document.seal, diploma.paper
    unsealed = seal is None or seal.state is SealState.NONE
    if unsealed and before_register(paper, rules):
        return SealJudgement(outcome=Outcome.NOT_APPLICABLE, say="diploma-seal-pre-register")
    if unsealed and diploma.document.scanned:
        return SealJudgement(outcome=Outcome.NOT_MET, say="seal-printed", reason=Reason.PRINTED)
    return judge_seal(seal, rules.seal)


def judge_level(diploma: Diploma, minimum: Level) -> Judgement:
    """Is the diploma at least of `minimum` level?"""
    if diploma.no_qualification is not None:
        say = f"not-a-qualification-{diploma.no_qualification.value.value.replace('_', '-')}"
        return Judgement(outcome=Outcome.NOT_MET, say=say, reason=Reason.NOT_A_QUALIFICATION)
    if diploma.level is None:
        return Judgement(outcome=Outcome.UNDECIDED, say="level-not-found", reason=Reason.NEEDS_PERSON)
    if diploma.level.value not in RANK:
        say = f"not-a-qualification-{NoQualification.SECONDARY_SCHOOL.value.replace('_', '-')}"
        return Judgement(outcome=Outcome.NOT_MET, say=say, reason=Reason.NOT_A_QUALIFICATION)
    if RANK[diploma.level.value] < RANK[minimum]:
        return Judgement(outcome=Outcome.NOT_MET, say="level-too-low", reason=Reason.LEVEL_TOO_LOW)
    return Judgement(outcome=Outcome.MET, say="level-enough")


def is_no_qualification(diploma: Diploma) -> bool:
    """Is it plainly no completed vocational or higher education? Then only its level is held against it."""
    return diploma.no_qualification is not None or (diploma.level is not None and diploma.level.value not in RANK)


def judge_programme(diploma: Diploma, words: CareWords) -> Judgement:
    """Is the programme care-related? The list decides what plainly is; the rest is the municipality's to judge."""
    if diploma.programme is None:
        return Judgement(outcome=Outcome.UNDECIDED, say="programme-not-found", reason=Reason.NEEDS_PERSON)
    if _listed(diploma.programme.value, words.care):
        return Judgement(outcome=Outcome.MET, say="programme-care-related")
    say = "programme-other" if _listed(diploma.programme.value, words.other) else "programme-unknown"
    return Judgement(outcome=Outcome.UNDECIDED, say=say, reason=Reason.NEEDS_PERSON)


def _listed(programme: str, entries: tuple[str, ...]) -> bool:
    found = tokens(programme)
    return any(all(word in found for word in tokens(entry)) for entry in entries)


_COST = {Outcome.MET: 0, Outcome.NOT_APPLICABLE: 0, Outcome.UNDECIDED: 1, Outcome.NOT_MET: 100}


def name_cost(diploma: Held[Diploma]) -> int:
    """How much the name speaks against this diploma."""
    grade = diploma.assigned.match.grade if diploma.assigned.match else Grade.DOUBTFUL
    return 0 if grade in FITTING else _COST[Outcome.UNDECIDED] if grade is Grade.DOUBTFUL else _COST[Outcome.NOT_MET]


def best_diploma(
    diplomas: Sequence[Held[Diploma]], minimum: Level, rules: RegisterRules, words: CareWords
) -> Held[Diploma]:
    """The diploma that leaves least to object to; of equals the highest, then the newest."""

    def cost(diploma: Held[Diploma]) -> tuple[int, int, int, str]:
        paper = diploma.paper
        outcomes = (
            judge_diploma_seal(diploma, rules).outcome,
            judge_level(paper, minimum).outcome,
            judge_programme(paper, words).outcome,
        )
        pre_register = 1 if judge_diploma_seal(diploma, rules).outcome is Outcome.NOT_APPLICABLE else 0
        rank = RANK.get(paper.level.value, 0) if paper.level else 0
        awarded = (paper.awarded_on.value if paper.awarded_on else date.min).toordinal()
        return (
            sum(_COST[o] for o in outcomes) + name_cost(diploma) + pre_register,
            -rank,
            -awarded,
            diploma.document.file,
        )

    return min(diplomas, key=cost)
