"""Whose papers alone a file can hold that was not read: the persons whom its content, its name or its folder names.

A file that is not named here may hold anybody's paper. A mere number numbers anything, unless it fits wherever a paper
says whose it is; a folder in which several others have papers is no person's own; the provider may bear a person's
name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dossiercheck.documents.model import Document, Kind, Unreadable, Unrecognised
from dossiercheck.people.path_clues import PathClue, PathClues

PERSONAL = frozenset({Kind.DIPLOMA, Kind.VOG, Kind.CONTRACT, Kind.EVC_CERTIFICATE})
"""The kinds of papers that belong to a person."""
_A_NUMBER = re.compile(
    r"\W*(?:(?:medewerker|mw|werknemer|personeelsn(?:umme)?r|persnr|pnr|nummer|nr|no|id)\W*)?\d+\W*", re.IGNORECASE
)
"""A folder that is called a number and nothing else; with a word beside it, it may be the third of the annexes."""
_ENOUGH_NUMBERS = 2
"""So many papers whose numbers are those of their persons, and none of which it is not."""
_MOST_GUESTS = 1
"""So many others may have a paper in a person's own folder by mistake."""


@dataclass(frozen=True, kw_only=True)
class Holders:
    """What says whose a file is, by rows of the table (their indices)."""

    clues: PathClues
    same: Sequence[tuple[int, ...]]
    """For each row, all rows of the same person."""
    provider: str = ""
    """Its name, as far as stated."""
    sure: Mapping[str, set[int]] = field(default_factory=dict)
    """File -> those whose name stands in a paper in it."""
    surrounded: Mapping[str, int] = field(default_factory=dict)
    """File -> the one whose other papers lie beside it."""

    def of(self, documents: Iterable[Document]) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Each file that may hold what was not read, and whose it can be; each paper attached to it as if in a folder.

        None is given where it can be anybody's.
        """
        namesakes = frozenset(self.clues.read(self.provider).people) if self.provider else frozenset()
        for document in documents:
            if not may_hide(document):
                continue
            people = self._people(document, namesakes)
            if people:
                yield document.file, people
            for name in document.attached:
                named = self.clues.read(name.rpartition("/")[2]).file_people
                if own := self._all_rows(named) if named and not namesakes & set(named) else people:
                    yield within(document.file, name), own

    def _people(self, document: Document, namesakes: frozenset[int]) -> tuple[int, ...]:
        inside = self.sure.get(document.file, set())
        clue = self.clues.read(document.file)
        if len({self.same[i] for i in inside}) == 1 and not document.unread_pages > document.pages / 2:
            return self._all_rows(tuple(inside))
        if inside or (clue.people and namesakes & set(clue.people)):
            return ()
        if clue.people:
            return self._all_rows(self._by_path(document.file, clue))
        return self._all_rows((self.surrounded[document.file],)) if document.file in self.surrounded else ()

    def _by_path(self, file: str, clue: PathClue) -> tuple[int, ...]:
        if clue.file_people or (not clue.named and self._numbers_are_persons):
            return clue.people
        folder = self._own_folder(file, clue)
        if not folder or (not clue.named and not _A_NUMBER.fullmatch(folder.split("/")[-2])):
            return clue.people if clue.named else ()
        guests = self._found_in(folder) - {i for own in clue.people for i in self.same[own]}
        persons = {self.same[i] for i in guests}
        if len(persons) > (_MOST_GUESTS if clue.named else 0):
            return ()
        return (*clue.people, *sorted(guests))

    @cached_property
    def _numbers_are_persons(self) -> bool:
        """Do the numbers in files' and folders' names fit the persons whose papers these are, all of several?"""
        fits = []
        for file, people in self.sure.items():
            clue = self.clues.read(file)
            if clue.people and not clue.named:
                fits.append(people <= {i for own in clue.people for i in self.same[own]})
        return len(fits) >= _ENOUGH_NUMBERS and all(fits)

    def _own_folder(self, file: str, clue: PathClue) -> str:
        """The deepest folder above it whose own name points at these persons; empty where none does."""
        folders = file.split("/")[:-1]
        for depth in range(len(folders), 0, -1):
            if set(self.clues.read(f"{folders[depth - 1]}/-").people) & set(clue.people):
                return "/".join(folders[:depth]) + "/"
        return ""

    def _found_in(self, folder: str) -> set[int]:
        return {i for file, people in self.sure.items() if file.startswith(folder) for i in people}

    def _all_rows(self, people: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted({i for own in people for i in self.same[own]}))


def within(file: str, name: str) -> str:
    """What a paper that is attached to a file is called among the holders."""
    return f"{file}/{name}"


def may_hide(document: Document) -> bool:
    """Was it, or something in it, not read?"""
    unread = isinstance(document.paper, Unreadable) or document.kind is Kind.UNREADABLE
    part = any(isinstance(part.paper, Unrecognised) for part in document.parts)
    return unread or part or bool(document.attached or document.unread_pages or document.picture_pages)
