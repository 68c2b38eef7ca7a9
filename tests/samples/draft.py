"""A dossier in the making: rows of the table, papers by path, and what the provider states about itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import yaml

from tests import papers
from tests.papers.table import Cell
from tests.samples import standard
from tests.samples.people import FIRST_VOG, PROVIDER, Person

MANIFEST: Mapping[str, object] = {
    "requirements": "twente-personnel",
    "provider": {"name": PROVIDER, "kvk": "12345678", "iban": "NL91ABNA0417164300"},
}


class Draft:
    """Starts as a clean dossier of these people; a situation then spoils one thing."""

    def __init__(self, *people: Person, manifest: Mapping[str, object] = MANIFEST) -> None:
        self.rows: dict[int, dict[str, Cell]] = {person.number: row(person) for person in people}
        self.manifest = dict(manifest)
        self.papers: dict[str, bytes] = {}
        self.table_there = True
        for person in people:
            for name, content in standard_papers(person).items():
                self.give(person, name, content)

    def give(self, person: Person, name: str, content: bytes) -> Draft:
        """Put a paper into this person's folder, in place of one of the same name."""
        return self.put(f"{person.folder}/{name}", content)

    def take(self, person: Person, name: str) -> Draft:
        """Leave a paper out."""
        del self.papers[f"{person.folder}/{name}"]
        return self

    def put(self, path: str, content: bytes) -> Draft:
        self.papers[path] = content
        return self

    def cell(self, person: Person, header: str, value: Cell) -> Draft:
        """Write something else into the table."""
        self.rows[person.number][header] = value
        return self

    def state(self, **stated: object) -> Draft:
        """Have the provider state something; None takes a statement out."""
        for key, value in stated.items():
            if value is None:
                self.manifest.pop(key, None)
            else:
                self.manifest[key] = value
        return self

    def files(self) -> dict[str, bytes]:
        """Path -> content of all that is in the folder."""
        files = {"dossier.yaml": yaml.safe_dump(self.manifest, sort_keys=False, allow_unicode=True).encode()}
        if self.table_there:
            files["personeelstabel.xlsx"] = papers.personnel_table(self.rows.values(), provider=PROVIDER)
        return {**files, **self.papers}


Situation = Callable[[], Draft]


def row(person: Person) -> dict[str, Cell]:
    """The person's row, without a fault."""
    programme, level = person.schooling.in_table if person.schooling else ("", "")
    return {
        "Afdeling": person.department,
        "Nr.": person.number,
        "Achternaam": person.surname,
        "Tussenvoegsel": person.prefix or None,
        "Geboortenaam": person.birth_name or None,
        "Voorletters": person.initials,
        "Voornaam": person.given.split()[0],
        "Geboortedatum": person.born_on,
        "Functie": person.function,
        "Dienstverband": person.employment,
        "Cliëntcontact": person.contact,
        "Product": person.products or None,
        "Begindatum overeenkomst": person.starts,
        "Einddatum overeenkomst": person.ends or "onbepaald",
        "Uren per week": person.hours,
        "Opleiding": programme or None,
        "Niveau": level or None,
        "Datum VOG": person.vog_on,
        "In dienst sinds": person.since,
    }


def standard_papers(person: Person) -> dict[str, bytes]:
    """File name -> paper, all as they should be."""
    found = {"overeenkomst.pdf": standard.contract(person), "vog.pdf": standard.vog(person)}
    if person.schooling and person.contact == "direct":
        found["diploma.pdf"] = standard.diploma(person)
    if (person.since or person.starts) < date(2021, 6, 1):
        found["vog-bij-aanvang.pdf"] = standard.vog(person, issued_on=FIRST_VOG, form="paper")
    return found


def situations(*makers: Situation) -> dict[str, Situation]:
    """Folder name -> maker: `vog_too_old` makes `vog-too-old`."""
    return {maker.__name__.replace("_", "-"): maker for maker in makers}
