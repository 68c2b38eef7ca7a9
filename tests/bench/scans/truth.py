"""What a paper of the benchmark says, so that what is read off its scan can be held against it. All people are invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
NO_END = "no end"
"""In place of an end date: the contract is for an indefinite time."""


@dataclass(frozen=True)
class Person:
    given: str
    prefix: str
    surname: str
    woman: bool
    born_on: date
    born_in: str

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.given, self.prefix, self.surname) if part)

    @property
    def initials(self) -> str:
        return "".join(f"{name[0]}." for name in self.given.replace("-", " ").split())

    @property
    def address(self) -> str:
        return "mevrouw" if self.woman else "de heer"


@dataclass(frozen=True)
class Paper:
    """A document of the benchmark: its PDF and what a careful person reads in it."""

    kind: str
    pdf: bytes
    facts: dict[str, object] = field(default_factory=dict)


_WOMEN = (
    "Willemijn Johanna", "Fatma", "Ingrid Petra", "Zoë", "Anne-Sofie", "Renée", "Yasmina", "Gerdina Hendrika",
    "Katarzyna", "Loes", "Noor Elisabeth", "Chaïmae",
)  # fmt: skip
_MEN = (
    "Gijsbert", "Mehmet Ali", "Ruben", "Jörg", "Tjitte Sjoerd", "Bartholomeus Cornelis", "André", "Wouter Jan",
    "Ömer", "Lars", "Pieter Dirk Hendrik", "Saïd",
)  # fmt: skip
_SURNAMES = (
    ("", "Wolters"), ("van der", "Heijden"), ("", "Yıldız".replace("ı", "i")), ("de", "Ruiter"), ("", "Brinkhuis"),
    ("ter", "Braak"), ("van", "Dalen-Krommenhoek"), ("", "Özdemir"), ("", "Hofstede"), ("op den", "Kelder"),
    ("", "Nijhuis"), ("in 't", "Hout"), ("", "Kowalczyk"), ("van den", "Eijnden"), ("", "Schröder"), ("", "Lammerts"),
    ("el", "Khattabi"), ("", "Groothuis-Vos"), ("ten", "Cate"), ("", "Illing"),
)  # fmt: skip
_TOWNS = ("Deventer", "Hengelo", "Zutphen", "Gouda", "Sneek", "Venlo", "IJmuiden", "Den Helder", "Oss", "Paramaribo")


def person(random: Random, *, first: int = 1955, last: int = 1989) -> Person:
    """Born in one of these years."""
    woman = random.random() < 0.6
    prefix, surname = random.choice(_SURNAMES)
    return Person(
        given=random.choice(_WOMEN if woman else _MEN),
        prefix=prefix,
        surname=surname,
        woman=woman,
        born_on=day(random, date(first, 1, 1), date(last, 12, 31)),
        born_in=random.choice(_TOWNS),
    )


def day(random: Random, first: date, last: date) -> date:
    return first + timedelta(days=random.randrange((last - first).days + 1))


def in_words(value: date) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def in_figures(value: date) -> str:
    return f"{value:%d-%m-%Y}"
