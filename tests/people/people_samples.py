"""Invented rows and papers, naming only what a test is about."""

from datetime import date
from typing import Any

from dossiercheck.documents.model import (
    Contract,
    ContractKind,
    Diploma,
    Document,
    Employee,
    Kind,
    PersonnelTable,
    Unreadable,
    Unrecognised,
    Vog,
)  # fmt: skip
from dossiercheck.facts import Fact, Place
from dossiercheck.findings import Reason

HERE = Place(file="personeelstabel.xlsx", cell="Blad1!B2")
BORN = date(1980, 2, 3)


def fact(value: Any) -> Any:
    return None if value is None or value == "" else Fact(value=value, place=HERE)


def row(number: str | None, given: str, surname: str, prefix: str = "", **kw: Any) -> Employee:
    """A row; `initials` follow from the given names where they are not given."""
    initials = kw.pop("initials", ".".join(name[0] for name in given.split()) + "." if given else "")
    known = {name: fact(value) for name, value in kw.items()}
    return Employee(
        place=HERE, number=fact(number), surname=fact(surname), prefix=fact(prefix),
        initials=fact(initials), given_name=fact(given), **known,
    )  # fmt: skip


def table(*rows: Employee, file: str = "personeelstabel.xlsx", **kw: Any) -> Document:
    paper = PersonnelTable(
        layout="xlsx", sheet="Blad1", employees=rows, skipped=(), rows_there=len(rows), header=HERE, **kw
    )
    return document(file, paper, Kind.PERSONNEL_TABLE)


def document(file: str, paper: Any, kind: Kind, **kw: Any) -> Document:
    return Document(file=file, sha256=file, size=1, kind=kind, paper=paper, **kw)


def diploma(file: str, name: str | None, born: date | None = None) -> Document:
    return document(file, Diploma(holder=fact(name), born_on=fact(born)), Kind.DIPLOMA)


def vog(file: str, name: str | None, born: date | None = None, **kw: Any) -> Document:
    known = {key: fact(value) for key, value in kw.items()}
    return document(file, Vog(holder=fact(name), born_on=fact(born), **known), Kind.VOG)


def contract(file: str, name: str | None, born: date | None = None, **kw: Any) -> Document:
    known = {key: fact(value) for key, value in kw.items()}
    kind = fact(ContractKind.EMPLOYMENT)
    return document(file, Contract(kind=kind, employee=fact(name), born_on=fact(born), **known), Kind.CONTRACT)


def scan(file: str, hint: Kind | None = None, **kw: Any) -> Document:
    return document(file, Unrecognised(say="scan", hint=hint, **kw), Kind.OTHER, scanned=True)


def broken(file: str) -> Document:
    return document(file, Unreadable(reason=Reason.UNREADABLE, say="pdf-damaged"), Kind.UNREADABLE)
