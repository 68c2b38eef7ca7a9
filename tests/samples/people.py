"""The invented people of the samples, with everything that their papers say."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import date

PROVIDER = "Zorg Voorbeeld B.V."
TOWN = "Almelo"
DIRECTOR = "Hanneke Stroink"


@dataclass(frozen=True, kw_only=True)
class Schooling:
    """A diploma as the register prints it."""

    qualification: tuple[str, ...]
    institution: str
    place: str
    awarded_on: date
    heading: str = "DIPLOMA"
    nlqf: str = ""
    grades: bool = False
    profile: tuple[str, ...] = ()
    in_table: tuple[str, str] = ("", "")
    """Programme and level as the table has them."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who works for the provider."""

    number: int
    surname: str
    """As used at work, without its prefix."""
    prefix: str = ""
    birth_name: str = ""
    """With its prefix, where it is not the surname at work."""
    given: str
    initials: str
    title: str = "mevrouw"
    born_on: date
    born_in: str
    function: str
    department: str = "Begeleiding"
    employment: str = "loondienst"
    contact: str = "direct"
    products: str = "basis"
    starts: date
    ends: date | None = None
    since: date | None = None
    """Where it is not `starts`."""
    hours: int = 24
    pay: str = ""
    schooling: Schooling | None = None
    vog_on: date
    profiles: tuple[str, ...] = ("45",)

    @property
    def full_name(self) -> str:
        """As at work."""
        return " ".join(part for part in (self.given, self.prefix, self.surname) if part)

    @property
    def registered_name(self) -> str:
        """As in registers: with the birth name."""
        return f"{self.given} {self.birth_name}" if self.birth_name else self.full_name

    @property
    def registered_surname(self) -> tuple[str, str]:
        """Surname and prefix as on a VOG."""
        if not self.birth_name:
            return self.surname, self.prefix
        prefix, _, surname = self.birth_name.rpartition(" ")
        return surname, prefix

    @property
    def folder(self) -> str:
        plain = unicodedata.normalize("NFKD", f"{self.prefix} {self.surname}".strip().lower())
        name = plain.encode("ascii", "ignore").decode().replace("'", "").replace(" ", "-")
        return f"personeel/{self.number:02d}-{name}"

    def but(self, **changes: object) -> Person:
        return replace(self, **changes)  # type: ignore[arg-type]


SOCIAL_WORK = Schooling(
    heading="GETUIGSCHRIFT",
    qualification=("HBO Bachelor Social Work",),
    institution="Hogeschool Drieborg",
    place="Deventer",
    awarded_on=date(2012, 7, 6),
    nlqf="NLQF 6 / EQF 6",
    in_table=("Social Work", "HBO"),
)
PERSONAL_SUPPORT = Schooling(
    qualification=("Middelbaar beroepsonderwijs", "Persoonlijk begeleider maatschappelijke zorg (niveau 4)"),
    institution="ROC Regge en Dinkel",
    place="Almelo",
    awarded_on=date(2017, 7, 4),
    nlqf="NLQF 4 / EQF 4",
    in_table=("Persoonlijk begeleider maatschappelijke zorg", "MBO-4"),
)
DISABILITY_CARE = Schooling(
    qualification=("Middelbaar beroepsonderwijs", "Begeleider gehandicaptenzorg (niveau 3)"),
    institution="ROC De Vechtstreek",
    place="Hardenberg",
    awarded_on=date(2015, 6, 30),
    nlqf="NLQF 3 / EQF 3",
    grades=True,
    in_table=("Begeleider gehandicaptenzorg", "MBO-3"),
)

ANNA = Person(
    number=1,
    surname="Velzen-de Wit",
    prefix="van",
    birth_name="de Wit",
    given="Anna Maria",
    initials="A.M.",
    born_on=date(1989, 11, 23),
    born_in="Rijssen",
    function="persoonlijk begeleider",
    products="basis, plus",
    starts=date(2019, 2, 1),
    hours=32,
    pay="€ 3.412,00 bruto per maand (schaal 8, trede 7)",
    schooling=SOCIAL_WORK,
    vog_on=date(2024, 4, 9),
)
"""In service for years: her first VOG is on paper, her newest digital; married."""
FIRST_VOG = date(2018, 12, 10)
JORIS = Person(
    number=2,
    surname="Berg",
    prefix="van den",
    given="Joris",
    initials="J.",
    title="de heer",
    born_on=date(1996, 3, 14),
    born_in="Almelo",
    function="ambulant begeleider",
    starts=date(2024, 5, 1),
    ends=date(2025, 4, 30),
    hours=28,
    pay="€ 2.786,00 bruto per maand (schaal 6, trede 4)",
    schooling=PERSONAL_SUPPORT,
    vog_on=date(2024, 4, 8),
)
ZEYNEP = Person(
    number=3,
    surname="Öztürk",
    given="Zeynep",
    initials="Z.",
    born_on=date(1991, 6, 2),
    born_in="Hengelo",
    function="individueel begeleider",
    employment="zzp",
    starts=date(2024, 4, 15),
    ends=date(2024, 12, 31),
    hours=16,
    pay="€ 57,50 per uur",
    schooling=DISABILITY_CARE,
    vog_on=date(2024, 4, 2),
)
CHLOE = Person(
    number=4,
    surname="Hart",
    prefix="'t",
    given="Chloë Geertruida",
    initials="C.G.",
    born_on=date(1978, 9, 30),
    born_in="Borne",
    function="administratief medewerker",
    department="Kantoor",
    contact="indirect",
    products="",
    starts=date(2024, 4, 1),
    hours=20,
    pay="€ 2.540,00 bruto per maand (schaal 5, trede 3)",
    vog_on=date(2024, 3, 26),
    profiles=("41", "85"),
)
WIM = Person(
    number=5,
    surname="Horst",
    prefix="ter",
    given="Willem Hendrik",
    initials="W.H.",
    title="de heer",
    born_on=date(1955, 1, 8),
    born_in="Wierden",
    function="gastheer inloop",
    employment="vrijwilliger",
    starts=date(2024, 4, 22),
    hours=4,
    products="",
    vog_on=date(2024, 4, 3),
)
