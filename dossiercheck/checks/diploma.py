"""Diplomas (3.2.2, 5.3, 6.3): there, sealed by DUO, the employee's, high enough, care-related; or an EVC proof."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, EmployeeRequirement
from dossiercheck.checks.diploma_rules import (
    CareWords,
    RegisterRules,
    before_register,
    best_diploma,
    is_no_qualification,
    judge_diploma_seal,
    judge_level,
    judge_programme,
    register_year,
)
from dossiercheck.checks.functions import FunctionWords, contact_denied, folded
from dossiercheck.checks.papers import Held, absent, held, judge_name, their_own
from dossiercheck.documents import Diploma, Employment, EvcCertificate, EvcKind, Kind, Level
from dossiercheck.facts import Fact, SealState
from dossiercheck.findings import Finding, Outcome, Reason, Value
from dossiercheck.people import Person


class DiplomaRequirement(EmployeeRequirement):
    """A requirement about a person's diploma: all of its kind must choose the same one, so they share their rules."""

    rules: RegisterRules
    programmes: CareWords
    minimum: dict[str, Level] = Field(min_length=1, description="Lowest level by product id.")

    @property
    def products_named(self) -> tuple[tuple[str, str], ...]:
        return tuple(("minimum", product) for product in self.minimum)

    def levels_asked(self, person: Person, case: Case) -> list[tuple[str, Level, bool]]:
        """Product, lowest level, and whether the table says that this person works for it (else assumed)."""
        asked = [(product, level) for product, level in self.minimum.items() if product in case.products]
        stated = person.employee.products
        if stated is None:
            return [(product, level, index == 0) for index, (product, level) in enumerate(asked)]
        return [(product, level, True) for product, level in asked if product in stated.value]

    def chosen(self, person: Person, minimum: Level, case: Case) -> Held[Diploma] | None:
        """The diploma that serves best for a level, of those awarded by now; None where there is none."""
        diplomas = their_own(held(person, Diploma))
        awarded = [d for d in diplomas if d.paper.awarded_on is None or d.paper.awarded_on.value <= case.on]
        return best_diploma(awarded or diplomas, minimum, self.rules, self.programmes) if diplomas else None

    def chosen_for_all(self, person: Person, case: Case) -> Held[Diploma] | None:
        """The diploma on which the person stands for the highest level that is asked."""
        levels = self.levels_asked(person, case)
        certain = [level for _, level, stated in levels if stated]
        lowest = next(iter(self.minimum.values()))
        return self.chosen(person, certain[-1] if certain else lowest, case)


def _evc(person: Person) -> tuple[Held[EvcCertificate], ...]:
    """EVC proofs, the one that is asked for first."""
    proofs = their_own(held(person, EvcCertificate))
    return tuple(sorted(proofs, key=lambda p: p.paper.evc_kind.value is not EvcKind.COMPETENCE))


class DiplomaPresent(EmployeeRequirement):
    """A diploma or an EVC proof for each person whom it holds for."""

    kind: ClassVar[str] = "diploma-present"

    functions: FunctionWords

    def contradicted(self, person: Person) -> Finding | None:
        return contact_denied(self, person, self.functions)

    not_yet: tuple[Employment, ...] = Field(default=(), description="Employment for which there may be none yet.")

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        papers: tuple[Held[Diploma] | Held[EvcCertificate], ...] = (*held(person, Diploma), *_evc(person))
        employment = person.employee.employment
        dates = [_dated(paper.paper) for paper in papers]
        if papers and all(day is not None and day.value > case.on for day in dates):
            values: dict[str, Value] = {"awarded": dates[0].value if dates[0] else None, "on": case.on}
            at = tuple(day.place for day in dates if day)
            yield self.of(person, Outcome.NOT_MET, "diploma-in-future", Reason.IN_FUTURE, *at, values=values)
        elif papers:
            yield self.of(person, Outcome.MET, "diploma-present", None, *(paper.place for paper in papers))
        elif employment and employment.value in self.not_yet:
            yield self.of(person, Outcome.UNDECIDED, "diploma-trainee", Reason.NEEDS_PERSON, employment.place)
        else:
            yield absent(self, person, Kind.DIPLOMA, case)


def _dated(paper: Diploma | EvcCertificate) -> Fact[date] | None:
    return paper.awarded_on if isinstance(paper, Diploma) else paper.issued_on


class DiplomaSeal(DiplomaRequirement):
    """The diploma is the original from DUO's register, with DUO's seal intact."""

    kind: ClassVar[str] = "diploma-seal"
    about_genuineness: ClassVar[bool] = True
    rests_on_words: ClassVar[bool] = False

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        diploma = self.chosen_for_all(person, case)
        if diploma is None:
            yield _no_diploma(self, person)
            return
        judged = judge_diploma_seal(diploma, self.rules)
        say = "seal-lost-in-heap" if judged.say == "seal-none" and diploma.document.part_pages else judged.say
        values = _seal_values(diploma, self.rules)
        yield self.of(person, judged.outcome, say, judged.reason, diploma.place, values=values)


def _seal_values(diploma: Held[Diploma], rules: RegisterRules) -> dict[str, Value]:
    seal = diploma.document.seal
    main = seal.main if seal else None
    return {
        "file": diploma.document.file,
        "signer": (main.signer.organisation or main.signer.common_name) if main and main.signer else "",
        "issuer": main.issuer.common_name if main and main.issuer else "",
        "signed_at": main.signed_at.date() if main and main.signed_at else None,
        "number": diploma.paper.extract_number.value if diploma.paper.extract_number else "",
        "revocation_checked": bool(main and main.revocation_checked),
        "year": register_year(diploma.paper, rules),
    }


class DiplomaPreRegister(DiplomaRequirement):
    """A diploma from before the register may be a plain PDF: a person looks at it."""

    kind: ClassVar[str] = "diploma-pre-register"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        diploma = self.chosen_for_all(person, case)
        if diploma is None:
            yield _no_diploma(self, person)
            return
        seal = diploma.document.seal
        unsealed = seal is None or seal.state is SealState.NONE
        judged = before_register(diploma.paper, self.rules) if unsealed else None
        if judged is None:
            yield self.of(person, Outcome.NOT_APPLICABLE, "diploma-from-register")
            return
        awarded = diploma.paper.awarded_on
        values: dict[str, Value] = {
            "awarded": awarded.value if awarded else None,
            "year": register_year(diploma.paper, self.rules),
            "institution": diploma.paper.institution.value if diploma.paper.institution else "",
        }
        at = (diploma.place, awarded.place if awarded else None)
        yield self.of(person, judged.outcome, judged.say, judged.reason, *at, values=values)


class DiplomaName(DiplomaRequirement):
    """The name on the diploma (or EVC proof) is the employee's."""

    kind: ClassVar[str] = "diploma-name"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        diploma = self.chosen_for_all(person, case)
        proofs = _evc(person)
        if diploma is not None:
            yield judge_name(self, person, diploma, diploma.paper.holder)
        elif proofs:
            yield judge_name(self, person, proofs[0], proofs[0].paper.holder)
        else:
            yield self.without_paper(person)


class DiplomaLevel(DiplomaRequirement):
    """The diploma is high enough for each product that the person works for.

    Interpretation: where the table names no product the first one is judged, and a level that would not do for a
    further product is left to a person.
    """

    kind: ClassVar[str] = "diploma-level"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        if not held(person, Diploma):
            yield _no_diploma(self, person)
            return
        asked = self.levels_asked(person, case)
        if not asked:
            yield self.of(person, Outcome.NOT_APPLICABLE, "level-no-product")
        for product, minimum, stated in asked:
            diploma = self.chosen(person, minimum, case)
            if diploma is not None:
                yield from self._judge_product(person, diploma, product, minimum, stated)

    def _judge_product(
        self, person: Person, diploma: Held[Diploma], product: str, minimum: Level, stated: bool
    ) -> Iterator[Finding]:
        judged = judge_level(diploma.paper, minimum)
        level = diploma.paper.level
        fact = diploma.paper.no_qualification or level
        values: dict[str, Value] = {
            "level": level.value.value if level else "",
            "minimum": minimum.value,
            "programme": diploma.paper.programme.value if diploma.paper.programme else "",
        }
        place = fact.place if fact else diploma.place
        if not stated and judged.outcome is Outcome.NOT_MET:
            say, reason = "level-product-not-stated", Reason.NEEDS_PERSON
            yield self.of(person, Outcome.UNDECIDED, say, reason, place, product=product, values=values)
        else:
            yield self.of(person, judged.outcome, judged.say, judged.reason, place, product=product, values=values)


class DiplomaCare(DiplomaRequirement):
    """The programme is care-related; what is not plainly so is the municipality's to judge."""

    kind: ClassVar[str] = "diploma-care"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        diploma = self.chosen_for_all(person, case)
        if diploma is None:
            yield _no_diploma(self, person)
            return
        if is_no_qualification(diploma.paper):
            yield self.of(person, Outcome.NOT_APPLICABLE, "programme-no-qualification")
            return
        judged = judge_programme(diploma.paper, self.programmes)
        programme = diploma.paper.programme
        place = programme.place if programme else diploma.place
        found = programme.value if programme else ""
        yield self.of(person, judged.outcome, judged.say, judged.reason, place, values={"programme": found})


class DiplomaEvc(DiplomaRequirement):
    """In place of a diploma: a Competentiebewijs of the knowledge centre, in a file that names the employee."""

    kind: ClassVar[str] = "diploma-evc"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        proofs = _evc(person)
        if not proofs or held(person, Diploma):
            yield self.of(person, Outcome.NOT_APPLICABLE, "evc-not-used")
            return
        proof = proofs[0]
        found = proof.paper.evc_kind
        values: dict[str, Value] = {
            "found": found.value.value,
            "issuer": proof.paper.issuer.value if proof.paper.issuer else "",
            "file": proof.document.file,
        }
        if found.value is not EvcKind.COMPETENCE:
            yield self.of(person, Outcome.NOT_MET, "evc-not-cashed-in", Reason.WRONG_KIND, found.place, values=values)
        elif not proof.paper.by_knowledge_centre:
            yield self.of(
                person, Outcome.UNDECIDED, "evc-other-issuer", Reason.NEEDS_PERSON, found.place, values=values
            )
        elif not _file_names(proof, person):
            yield self.of(person, Outcome.NOT_MET, "evc-file-name", Reason.NAME_MISMATCH, proof.place, values=values)
        else:
            yield self.of(
                person, Outcome.UNDECIDED, "evc-for-a-person", Reason.NEEDS_PERSON, found.place, values=values
            )


def _file_names(proof: Held[EvcCertificate], person: Person) -> bool:
    """Does the file's own name (not its folder's) hold the employee's surname or birth name?"""
    name = folded(proof.document.file.rsplit("/", 1)[-1])
    surnames = [fact.value for fact in (person.employee.surname, person.employee.birth_name) if fact]
    parts = [folded(surname).replace("-", " ").split() for surname in surnames]
    return any(max(words, key=len) in name for words in parts if words)


def _no_diploma(check: DiplomaRequirement, person: Person) -> Finding:
    """Nothing to judge: an EVC proof takes its place, or there is nothing at all."""
    if _evc(person):
        return check.of(person, Outcome.NOT_APPLICABLE, "evc-instead")
    return check.without_paper(person)
