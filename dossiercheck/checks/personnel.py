"""The personnel table (3.2.1): there, in the prescribed layout, each row with a number, a name and sensible fields."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, EmployeeField, EmployeeRequirement, Requirement
from dossiercheck.checks.other_tables import first_difference
from dossiercheck.checks.unread_files import Wanted, may_hold
from dossiercheck.documents import (
    Contact,
    Document,
    Kind,
    PersonnelTable,
    Problem,
    Unreadable,
    Unrecognised,
    same_number,
)
from dossiercheck.facts import Place
from dossiercheck.findings import Finding, Outcome, Reason, Subject, SubjectKind, Value
from dossiercheck.people import Person


class PersonnelTableThere(Requirement):
    """The table is there, in the prescribed Excel layout, readable and not empty."""

    kind: ClassVar[str] = "personnel-table"

    layouts: tuple[str, ...] = Field(default=("xlsx", "xlsm"), description="File formats that are the prescribed one.")
    number_column: str = Field(
        default="B", pattern="^[A-Z]{1,3}$", description="Column letter in which the number must stand."
    )

    def evaluate(self, case: Case) -> Iterator[Finding]:
        document, table = case.dossier.table, case.dossier.personnel_table
        if document is None or table is None:
            yield self._absent(case)
        else:
            yield self._judge(document, table, case)

    def _absent(self, case: Case) -> Finding:
        unread, say = _unread_table(case), "table-not-read"
        if unread is None:
            return self._elsewhere(case) or self.finding(Outcome.NOT_MET, "table-missing", reason=Reason.MISSING)
        at, values = (Place(file=unread.file),), {"file": unread.file}
        return self.finding(Outcome.UNDECIDED, say, reason=Reason.UNREADABLE, at=at, values=values)

    def _elsewhere(self, case: Case) -> Finding | None:
        wanted = Wanted(kind=Kind.PERSONNEL_TABLE.value, endings=(".pdf",), attached=(".pdf", *_TABLES))
        if there := may_hold(case.dossier, wanted):
            say, reason, at = there.say, Reason.UNREADABLE, (there.at,)
            return self.finding(Outcome.UNDECIDED, say, reason=reason, at=at, values=there.values)
        return None

    def _judge(self, document: Document, table: PersonnelTable, case: Case) -> Finding:
        values: dict[str, Value] = {
            "file": document.file,
            "rows": table.rows_there,
            "people": len(table.employees),
            "skipped": len(table.skipped),
            "missing": table.missing_columns,
            "found_column": table.number_column,
            "column": self.number_column,
            "layout": table.layout,
        }
        at = (table.header,)
        if not table.employees:
            return self.finding(Outcome.NOT_MET, "table-empty", reason=Reason.MISSING, at=at, values=values)
        if table.layout not in self.layouts:
            return self.finding(Outcome.NOT_MET, "table-format", reason=Reason.WRONG_KIND, at=at, values=values)
        if table.missing_columns:
            return self.finding(Outcome.NOT_MET, "table-columns", reason=Reason.FIELD_MISSING, at=at, values=values)
        if table.number_column != self.number_column:
            return self.finding(Outcome.NOT_MET, "table-number-column", reason=Reason.WRONG_KIND, at=at, values=values)
        if table.problems:
            problem = table.problems[0]
            say, at = problem.say, (problem.place,)
            return self.finding(Outcome.UNDECIDED, say, reason=Reason.NEEDS_PERSON, at=at, values=problem.values)
        if other := first_difference(table, case.dossier.other_tables):
            values["other"], both = other[0], (other[1], table.header)
            return self.finding(Outcome.UNDECIDED, "table-differs", reason=Reason.AMBIGUOUS, at=both, values=values)
        say = "table-there"
        if table.further_sheets:
            say, values["sheets"] = "table-there-on-sheets", (table.sheet, *table.further_sheets)
        return self.finding(Outcome.MET, say, at=at, values=values)


_TABLES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv")
_OTHER_TABLES = (".numbers", ".docx", ".doc", ".odt", ".rtf", ".pages", ".html", ".htm")
"""Formats of a table by whose name it can be told from other papers only."""


def _unread_table(case: Case) -> Document | None:
    """A file that seems to be the table and could not be read."""
    for document in case.dossier.documents:
        paper = document.paper
        if isinstance(paper, Unrecognised) and paper.hint is Kind.PERSONNEL_TABLE:
            return document
        name = document.file.lower()
        called_so = "personeel" in name.rpartition("/")[2] and name.endswith(_OTHER_TABLES)
        if isinstance(paper, Unreadable) and (name.endswith(_TABLES) or called_so):
            return document
    return None


class RowRequirement(EmployeeRequirement):
    """A requirement about each row of the table itself, whatever sample was drawn."""

    sampled: ClassVar[bool] = False


class UniqueNumber(RowRequirement):
    """Each employee has a number, and no number occurs twice."""

    kind: ClassVar[str] = "personnel-unique-number"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        number = person.employee.number
        if number is None and (unread := _unread(person, "number")):
            yield self.of(person, Outcome.UNDECIDED, unread.say, unread.reason, unread.place, values=unread.values)
            return
        if number is None:
            place = person.employee.place
            yield self.of(
                person, Outcome.NOT_MET, "number-missing", Reason.FIELD_MISSING, place, values={"name": _name(person)}
            )
            return
        others = [
            other.employee.number.place
            for other in case.dossier.people
            if other is not person and other.employee.number and same_number(other.employee.number.value, number.value)
        ]
        if others:
            cells = tuple(place.cell or "" for place in others)
            values: dict[str, Value] = {"number": number.value, "cells": cells}
            yield self.of(
                person, Outcome.NOT_MET, "number-twice", Reason.DUPLICATE, number.place, *others, values=values
            )
        else:
            yield self.of(person, Outcome.MET, "number-unique", None, number.place)


def _name(person: Person) -> str:
    return person.employee.display_name


def _unread(person: Person, *names: str) -> Problem | None:
    """A cell of these columns that holds something which could not be read (a formula's outcome): not an empty one."""
    problems = person.employee.problems
    return next((p for p in problems if p.reason is Reason.UNREADABLE and p.values.get("field") in names), None)


class PersonnelName(RowRequirement):
    """Surname and given name or initials are filled in."""

    kind: ClassVar[str] = "personnel-name"

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        employee = person.employee
        absent: tuple[str, ...] = () if employee.surname else ("surname",)
        if not (employee.given_name or employee.initials):
            absent += ("given_name",)
        if absent and (unread := _unread(person, "name", *absent, "initials")):
            yield self.of(person, Outcome.UNDECIDED, unread.say, unread.reason, unread.place, values=unread.values)
            return
        if absent:
            say, reason = "table-name-missing", Reason.FIELD_MISSING
            yield self.of(person, Outcome.NOT_MET, say, reason, employee.place, values={"fields": absent})
            return
        twice = next((group for group in case.dossier.twice_in_table if person.number in group), None)
        if twice:
            values: dict[str, Value] = {"numbers": twice}
            yield self.of(person, Outcome.MET, "table-person-twice", None, employee.place, values=values)
        else:
            yield self.of(person, Outcome.MET, "table-name-there", None, employee.place)


class PersonnelFields(RowRequirement):
    """The required fields of the row are filled in and make sense."""

    kind: ClassVar[str] = "personnel-fields"

    required: tuple[EmployeeField, ...] = Field(description="Field names, such as `function`.")

    def judge(self, person: Person, case: Case) -> Iterator[Finding]:
        problems = [p for p in person.employee.problems if self._concerns(p)]
        faulty = {p.values.get("field") for p in problems}
        table = case.dossier.personnel_table
        not_there = table.missing_columns if table else ()
        known = faulty.union(not_there)
        absent = tuple(f for f in self.required if getattr(person.employee, f) is None and f not in known)
        for problem in problems:
            yield self._problem(person, problem)
        if absent:
            say, reason = "table-fields-missing", Reason.FIELD_MISSING
            yield self.of(person, Outcome.NOT_MET, say, reason, person.employee.place, values={"fields": absent})
        elif not problems:
            yield self.of(person, Outcome.MET, "table-fields-there", None, person.employee.place)

    def _concerns(self, problem: Problem) -> bool:
        """Numbers and names have requirements of their own; free columns may say what they like."""
        if problem.reason is Reason.DUPLICATE or problem.say in _SAID_ELSEWHERE:
            return False
        name = problem.values.get("field")
        may_be_free = problem.say in _UNCLEAR or problem.reason is Reason.UNREADABLE
        return not may_be_free or name in self.required or name in _USED

    def _problem(self, person: Person, problem: Problem) -> Finding:
        """Not met where it is plainly wrong; what is only odd, or could not be read, is for a person."""
        outcome, reason = Outcome.NOT_MET, problem.reason
        unread = reason in (Reason.UNREADABLE, Reason.NEEDS_PERSON, Reason.AMBIGUOUS)
        odd = problem.say in _ODD or (problem.say in _UNCLEAR and problem.values.get("field") not in self.required)
        if unread or odd:
            outcome, reason = Outcome.UNDECIDED, reason if unread else Reason.NEEDS_PERSON
        return self.of(person, outcome, problem.say, reason, problem.place, values=problem.values)


_SAID_ELSEWHERE = frozenset({"table-number-empty", "table-cell-empty"})
_UNCLEAR = frozenset({"table-word-unknown", "table-hours-unclear", "table-hours-unlikely", "table-date-unclear"})
_ODD = frozenset({"table-date-unlikely", "table-too-young"})
_USED = frozenset({"products", "ends_on", "in_service_since", "born_on", "surname", "birth_name"})
"""Columns that may be empty, but on which other judgements rest."""


class PersonnelPerProduct(Requirement):
    """The table shows staff for each product applied for."""

    kind: ClassVar[str] = "personnel-per-product"

    def evaluate(self, case: Case) -> Iterator[Finding]:
        if case.dossier.personnel_table is None:
            yield self.finding(Outcome.NOT_APPLICABLE, "paper-missing", reason=Reason.MISSING)
            return
        if case.dossier.statement.products is None:
            yield self.finding(Outcome.NOT_APPLICABLE, "products-not-stated", reason=Reason.NOT_DECLARED)
            return
        for product in case.products:
            yield self._judge(product, case)

    def _judge(self, product: str, case: Case) -> Finding:
        stated = [person.employee.products for person in case.dossier.people if person.employee.products]
        working = [fact.place for fact in stated if product in fact.value]
        silent = [p for p in case.dossier.people if not p.employee.products and _may_give_support(p)]
        values: dict[str, Value] = {"product": product, "people": len(working)}
        reason: Reason | None
        if working:
            outcome, say, reason = Outcome.MET, "product-staffed", None
        elif silent or not stated:
            outcome, say, reason = Outcome.UNDECIDED, "product-staff-not-stated", Reason.NEEDS_PERSON
        else:
            outcome, say, reason = Outcome.NOT_MET, "product-without-staff", Reason.MISSING
        subject = Subject(kind=SubjectKind.PRODUCT, id=product)
        at = tuple(working[:1])
        return self.finding(outcome, say, reason=reason, subject=subject, product=product, values=values, at=at)


def _may_give_support(person: Person) -> bool:
    """Only those with direct client contact work for a product; unknown contact may be direct."""
    contact = person.employee.contact
    return contact is None or contact.value is Contact.DIRECT
