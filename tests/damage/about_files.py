"""Files that belong to nobody, are there twice, are named after another, or cannot be opened."""

from __future__ import annotations

from tests import papers
from tests.damage.striking import Operators, Spot, stranger
from tests.samples import standard
from tests.samples.people import ANNA, JORIS, ZEYNEP

DAMAGE = Operators()


@DAMAGE("clean", "files.belongs * unassigned")
def file_of_a_stranger(spot: Spot) -> None:
    other = stranger(spot.one_of(ANNA, JORIS, ZEYNEP))
    make = spot.one_of(standard.diploma, standard.vog, standard.contract)
    spot.at("overig/stuk.pdf")
    spot.draft.put("overig/stuk.pdf", make(other))


@DAMAGE("clean", "files.unique * duplicate", places=3)
def file_there_twice(spot: Spot) -> None:
    path = spot.rng.choice(sorted(spot.draft.papers))
    copy = path.replace(".pdf", " (1).pdf")
    spot.at(path, copy)
    spot.draft.put(copy, spot.draft.papers[path])


@DAMAGE("clean", "files.name * name_conflict")
def file_named_after_a_colleague(spot: Spot) -> None:
    person, colleague = spot.rng.sample(list(spot.people), 2)
    path = f"{person.folder}/VOG {colleague.full_name}.pdf"
    spot.at(path)
    spot.draft.put(path, spot.draft.papers.pop(f"{person.folder}/vog.pdf"))


@DAMAGE("clean", "files.readable undecided unreadable", places=1)
def file_with_a_password(spot: Spot) -> None:
    spot.at("overig/bijlage.pdf")
    spot.draft.put("overig/bijlage.pdf", papers.encrypted(standard.extract(JORIS), password="welkom01"))


@DAMAGE("clean", "files.readable undecided unreadable", may="diploma.* contract.* vog.*")
def file_emptied(spot: Spot) -> None:
    """Nothing is left of it: not a byte."""
    person = spot.somebody()
    path = spot.rng.choice(sorted(path for path in spot.draft.papers if path.startswith(person.folder)))
    spot.at(path)
    spot.draft.put(path, b"")


@DAMAGE("clean", "files.readable undecided unreadable", may="diploma.* contract.* vog.*")
def file_of_noise(spot: Spot) -> None:
    person = spot.somebody()
    path = spot.rng.choice(sorted(path for path in spot.draft.papers if path.startswith(person.folder)))
    spot.at(path)
    spot.draft.put(path, b"%PDF-1.7\n" + spot.rng.randbytes(3000))
