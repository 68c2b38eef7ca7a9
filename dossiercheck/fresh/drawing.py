"""A random sample that anybody can draw again: by a seed and the table itself, with SHA-256 alone.

For each employee who counts: SHA-256 of four lines, `dossiercheck-sample/1`, the SHA-256 of the table's file, the seed
and the employee's number (UTF-8, parted by newlines, none at the end). The numbers with the lowest hashes are drawn. No
generator of any programming language is used, so that every version of every tool draws the same.
"""

import csv
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass

from dossiercheck.documents import number_key
from dossiercheck.people import Person

METHOD = "dossiercheck-sample/1"


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A drawn sample, with everything that is needed to draw it again."""

    numbers: tuple[str, ...]
    """As the table writes them, in the order of the table."""
    names: tuple[str, ...]
    seed: str
    table_sha256: str
    population: int
    requirements: str
    """Id and version of the set whose bands were used."""


def draw(people: Sequence[Person], size: int, *, seed: str, table_sha256: str, requirements: str) -> Drawn:
    """Draw `size` of these people. Each must have a number, and no two the same."""
    ranked = sorted(people, key=lambda person: rank(person.number, seed=seed, table_sha256=table_sha256))
    taken = {person.number for person in ranked[:size]}
    drawn = [person for person in people if person.number in taken]
    return Drawn(
        numbers=tuple(person.number for person in drawn),
        names=tuple(person.employee.display_name for person in drawn),
        seed=seed,
        table_sha256=table_sha256,
        population=len(people),
        requirements=requirements,
    )


def rank(number: str, *, seed: str, table_sha256: str) -> str:
    """The hash by which a number is drawn: the lowest first."""
    return hashlib.sha256("\n".join((METHOD, table_sha256, seed, number)).encode()).hexdigest()


def drawn_rows(drawn: Drawn) -> list[list[str]]:
    """The rows of a sample file: number and name, and beside them how it was drawn."""
    how = [
        f"method: {METHOD}",
        f"seed: {drawn.seed}",
        f"table sha256: {drawn.table_sha256}",
        f"requirements: {drawn.requirements}",
        f"drawn: {len(drawn.numbers)} of {drawn.population}",
    ]
    people = list(zip(drawn.numbers, drawn.names, strict=True))
    rows = [["nr", "naam", "trekking"]]
    for index in range(max(len(people), len(how))):
        number, name = people[index] if index < len(people) else ("", "")
        rows.append([number, name, how[index] if index < len(how) else ""])
    return rows


def drawn_csv(drawn: Drawn) -> str:
    """As CSV, for every spreadsheet; a cell that a spreadsheet could take for a formula is made plain."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([[_harmless(cell) for cell in row] for row in drawn_rows(drawn)])
    return "\ufeff" + out.getvalue()


def drawn_xlsx(drawn: Drawn) -> bytes:
    """As a workbook, numbers as text."""
    from dossiercheck.fresh.books import sheet_of

    return sheet_of("Steekproef", drawn_rows(drawn))


def read_drawn(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], str, str] | None:
    """Numbers, seed and the table's hash of a sample file; None where it is none of ours."""
    if not rows or [cell.strip().casefold() for cell in rows[0][:1]] != ["nr"]:
        return None
    numbers = tuple(number_key(row[0]) for row in rows[1:] if row and row[0].strip())
    said = dict(cell.split(": ", 1) for row in rows for cell in row[2:3] if ": " in cell)
    if said.get("method") != METHOD or "seed" not in said or "table sha256" not in said:
        return None
    return numbers, said["seed"], said["table sha256"]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
