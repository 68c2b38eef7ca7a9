"""What an operator is, and the clean dossier on which it strikes."""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple, TypeVar

from tests.samples import Draft, clean, h6, twente
from tests.samples.people import ANNA, CHLOE, JORIS, WIM, ZEYNEP, Person
from tests.whole import ON

Thing = TypeVar("Thing")
ON_H6 = date(2023, 6, 15)
DAY = timedelta(days=1)


class Clean(NamedTuple):
    """A clean dossier: how it is made, who is in it, and the date it is judged by."""

    make: Callable[[], Draft]
    people: tuple[Person, ...]
    on: date


CLEAN = {
    "clean": Clean(clean.clean, (ANNA, JORIS, ZEYNEP, CHLOE, WIM), ON),
    "clean-twente": Clean(twente.clean_twente, (ANNA, JORIS), ON),
    "clean-twente-locations": Clean(twente.with_locations, (ANNA, JORIS), ON),
    "clean-h6": Clean(h6.everything, (JORIS, CHLOE), ON_H6),
}


@dataclass
class Spot:
    """A clean dossier about to be damaged; `struck` are the subjects that the operator chose."""

    draft: Draft
    people: tuple[Person, ...]
    on: date
    rng: random.Random
    struck: set[str] = field(default_factory=set)

    def somebody(self, *among: Person) -> Person:
        """One of these people, or of all; in H6 they go by their names."""
        person = self.rng.choice(among or self.people)
        self.struck.add(person.full_name if self.people == CLEAN["clean-h6"].people else str(person.number))
        return person

    def another(self, than: Person) -> Person:
        """Somebody else, who is struck too."""
        return self.somebody(*(person for person in self.people if person != than))

    def at(self, *subjects: str) -> None:
        """The subject is a file, a product or a location."""
        self.struck.update(subjects)

    def one_of(self, *things: Thing) -> Thing:
        return self.rng.choice(things)

    def days(self, first: int, last: int) -> timedelta:
        return self.rng.randint(first, last) * DAY


@cache
def _made(name: str) -> Draft:
    return CLEAN[name].make()


def clean_spot(name: str, seed: str) -> Spot:
    """A copy of the clean dossier, which is made once."""
    found = CLEAN[name]
    return Spot(draft=deepcopy(_made(name)), people=found.people, on=found.on, rng=random.Random(seed))


@dataclass(frozen=True, kw_only=True)
class Damage:
    """One kind of damage, and what was written down about it before it was first done."""

    name: str
    dossier: str
    caught: tuple[str, str, str]
    """Requirement, outcome (`*` for advice) and reason with which it is found."""
    may: tuple[str, ...]
    """Other requirements that may say something else; `vog.*` stands for all of a paper."""
    renames: bool
    """The number itself is damaged, so that persons are called otherwise in the report."""
    places: int
    """At how many places it is done: fewer where it is slow or can only be done at one."""
    strike: Callable[[Spot], None]

    @property
    def allowed(self) -> tuple[str, ...]:
        return (self.caught[0], *self.may)


class Operators:
    """The operators of one room, in the order in which they are written."""

    def __init__(self) -> None:
        self.all: list[Damage] = []

    def __call__(
        self, dossier: str, caught: str, *, may: str = "", renames: bool = False, places: int = 2
    ) -> Callable[[Callable[[Spot], None]], Callable[[Spot], None]]:
        """`caught` is "requirement outcome reason", `may` are ids with spaces between."""
        requirement, outcome, reason = caught.split()

        def register(strike: Callable[[Spot], None]) -> Callable[[Spot], None]:
            self.all.append(
                Damage(
                    name=strike.__name__.replace("_", "-"),
                    dossier=dossier,
                    caught=(requirement, outcome, reason),
                    may=tuple(may.split()),
                    renames=renames,
                    places=places,
                    strike=strike,
                )
            )
            return strike

        return register


def stranger(person: Person) -> Person:
    """Somebody else in the same work, whom no table knows."""
    return person.but(
        given="Marleen Tuinstra", initials="M.T.", surname="Hoekema", prefix="", birth_name="", born_on=date(1988, 2, 5)
    )
