"""What a function says: direct or indirect client contact, and whether two names of a function agree."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from pydantic import Field

from dossiercheck.checks.base import EmployeeRequirement, Model
from dossiercheck.checks.papers import held
from dossiercheck.documents import Contact, Contract
from dossiercheck.facts import Place
from dossiercheck.findings import Finding, Outcome, Reason, Value
from dossiercheck.people import Person


class FunctionWords(Model):
    """Words in a function's name that settle the kind of client contact. Others leave it to the table."""

    direct: tuple[str, ...] = Field(description="Whole words or word endings, such as `begeleider`.")
    indirect: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpectedContact:
    """The contact that the profile is judged by, and where it follows from."""

    contact: Contact
    in_table: Contact | None
    function: str
    """The contract's function, where that settled it or disagrees."""
    place: Place | None

    @property
    def disagrees(self) -> bool:
        return self.in_table is not None and self.in_table is not self.contact


def expected_contact(person: Person, words: FunctionWords) -> ExpectedContact:
    """By the function in the contract where its words settle it, else by the table, else direct (the stricter)."""
    in_table = person.employee.contact.value if person.employee.contact else None
    function = next((c.paper.function for c in held(person, Contract) if c.paper.function), None)
    settled = _contact_of(function.value, words) if function else None
    table_place = person.employee.contact.place if person.employee.contact else None
    if function and settled and settled is not in_table:
        return ExpectedContact(contact=settled, in_table=in_table, function=function.value, place=function.place)
    return ExpectedContact(
        contact=in_table or Contact.DIRECT,
        in_table=in_table,
        function=function.value if function else "",
        place=table_place,
    )


def contact_denied(check: EmployeeRequirement, person: Person, words: FunctionWords) -> Finding | None:
    """The table says that there is no client contact, and the function in contract or table says that there is."""
    in_table = person.employee.contact
    employment = person.employee.employment
    if in_table is None or in_table.value is not Contact.NONE:
        return None
    if employment is not None and employment.value not in check.employment:
        return None
    contracts = [c.paper.function for c in held(person, Contract) if c.paper.function]
    for function in (*contracts, person.employee.function):
        settled = _contact_of(function.value, words) if function else None
        if function and settled is not None and settled in check.contact:
            values: dict[str, Value] = {"function": function.value, "contact": settled.value}
            at = (in_table.place, function.place)
            return check.of(person, Outcome.UNDECIDED, "contact-denied", Reason.NEEDS_PERSON, *at, values=values)
    return None


def works_at_a_desk(person: Person, words: FunctionWords) -> bool:
    """Of somebody known by papers alone: does the function on them speak of indirect contact?"""
    function = person.employee.function
    known_by_papers = person.employee.place.cell is None
    return known_by_papers and function is not None and _contact_of(function.value, words) is Contact.INDIRECT


def _contact_of(function: str, words: FunctionWords) -> Contact | None:
    """None where no word, or words of both kinds, occur."""
    found = tokens(function)
    direct = any(token.endswith(folded(word)) for token in found for word in words.direct)
    indirect = any(token.endswith(folded(word)) for token in found for word in words.indirect)
    if direct == indirect:
        return None
    return Contact.DIRECT if direct else Contact.INDIRECT


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(re.findall(r"[a-z0-9]+", folded(text)))


@dataclass(frozen=True, kw_only=True, slots=True)
class SameJob:
    """What is known of names of functions, besides their words."""

    fillers: Collection[str] = ()
    """Words that say nothing of what somebody does."""
    akin: Collection[Collection[str]] = ()
    """Groups of names under which the same job goes here and there."""
    apart: Collection[str] = ()
    """Words that make another job of it: `stagiair`, `assistent`."""


def functions_agree(one: str, other: str, known: SameJob) -> bool | None:
    """True: the same function, or one is a fuller name of the other. None: perhaps. False: nothing in common."""
    one, other = (re.sub(r"\bi\.?\s?o\b\.?", "in opleiding", text, flags=re.IGNORECASE) for text in (one, other))
    fillers = {folded(word) for word in known.fillers}
    all_first, all_second = set(tokens(one)), set(tokens(other))
    first, second = all_first - fillers, all_second - fillers
    if not first or not second:
        return True if tokens(one) == tokens(other) else None
    if first <= second or second <= first:
        return None if (first ^ second) & {folded(word) for word in known.apart} else True
    if first & second or _related(first, second) or _shortened(one, second) or _shortened(other, first):
        return None
    return None if any(_named(all_first, names) and _named(all_second, names) for names in known.akin) else False


def _named(words: set[str], names: Collection[str]) -> bool:
    """Is one of these names in full among the words? A name of one word may end one of them (`woonbegeleider`)."""
    for parts in map(tokens, names):
        if words.issuperset(parts) or (len(parts) == 1 and any(word.endswith(parts) for word in words)):
            return True
    return False


def _shortened(text: str, words: set[str]) -> bool:
    """Is a word that ends with a dot (`pers.`) the beginning of one of these?"""
    return any(word.startswith(short) for short in re.findall(r"([a-z]{3,})\.", folded(text)) for word in words)


def _related(first: set[str], second: set[str]) -> bool:
    """Do two words share a stem of six letters or more (`begeleider`, `begeleiding`), at either end of a compound?"""
    return any(a[:6] in b or b[:6] in a for a in first for b in second if min(len(a), len(b)) >= 6)
