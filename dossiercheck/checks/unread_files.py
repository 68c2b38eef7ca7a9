"""Files that were not read, or not whole: archives, papers attached inside a PDF, pages beyond a limit, poor scans.

A paper that was not found may be in there. Then 'missing' is not known, and a person has to look. Not everything can
hold every paper: a person's own folder holds no other's, a file called a policy no VOG, a logo none at all.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dossiercheck.documents import (
    PAPER_ENDINGS,
    TABLE_ENDINGS,
    Document,
    Kind,
    Unreadable,
    Unrecognised,
    has_phrase,
    kind_by_name,
    plain,
)
from dossiercheck.facts import Place
from dossiercheck.findings import Value
from dossiercheck.people import Dossier, Person, within

_MOST_NAMES = 5
_ARCHIVES = ("archive-inside", "archive-too-much")
_OF_ANY_NAME = ("folder-cannot-open", "zip-entry-")
_ORNAMENT = re.compile(
    r"(?:^|[\W_])(?:logo|icoon|icon|handtekening|signature|banner)(?![a-z])[^.]*\.(?:png|jpe?g|webp)$"
)
"""A picture attached inside a PDF that is called what no paper is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A paper that was not found."""

    kind: str
    phrases: tuple[str, ...] = ()
    """Of a kind that the set declares: what in a file's name promises it."""
    endings: tuple[str, ...] = PAPER_ENDINGS
    """Of files that cannot be read and may be it."""
    attached: tuple[str, ...] = PAPER_ENDINGS
    """Of files attached inside a PDF that may be it."""

    def promised_by(self, file: str) -> bool | None:
        """Does the file's name promise it? None: it promises nothing."""
        if self.phrases:
            name = plain(re.sub(r"[\W_]+", " ", file.rpartition(".")[0]))
            if any(has_phrase(name, phrase) for phrase in self.phrases):
                return True
        kind = _kind_called(file)
        return None if kind is None else kind.value == self.kind


ANY_ENDINGS = (*PAPER_ENDINGS, *TABLE_ENDINGS)


@dataclass(frozen=True, kw_only=True, slots=True)
class Perhaps:
    """Where a paper that was not found may be."""

    say: str
    document: Document
    values: Mapping[str, Value]
    promised: bool = False
    """The name of the file, or of what is attached to it, says that it is this paper."""

    @property
    def file(self) -> str:
        return self.document.file

    @property
    def at(self) -> Place:
        return Place(file=self.file, page=1 if self.document.pages else None)


def unread_within(document: Document) -> Iterator[tuple[str, dict[str, Value]]]:
    """Sentence key and values of each thing inside a file that was read otherwise, and that stayed unread."""
    if isinstance(document.paper, Unreadable):
        return
    if document.attached and isinstance(document.paper, Unrecognised):
        names = document.attached[:_MOST_NAMES]
        yield "attached-not-read", {"count": len(document.attached), "names": names}
    if document.unread_pages:
        yield "pages-not-read", {"count": document.unread_pages, "pages": document.pages}


def may_hold(dossier: Dossier, wanted: Wanted, person: Person | None = None) -> Perhaps | None:
    """Where a paper of this person (without one: of the provider) may be, unread; the likeliest file.

    A file that is called so comes first, then one that can be this person's only, then the first in order.
    """
    unread = [d for d in dossier.documents if d.kind is Kind.UNREADABLE or d.attached or d.unread_pages]
    found = [place for document in unread for place in _in(document, wanted, dossier, person)]
    own = {file for file, people in dossier.holders.items() if person and people == {person.number}}
    return min(found, key=lambda place: (not place.promised, place.file not in own), default=None)


def is_wanted(document: Document, kind: Kind) -> bool:
    """May this file, which could not be read or recognised, be a paper of the kind, by what it is and is called?"""
    paper = document.paper
    if isinstance(paper, Unreadable):
        return _is_shut_archive(document) or _kind_called(document.file) in (kind, None)
    if not isinstance(paper, Unrecognised) or paper.ends_contract:
        return False
    return paper.hint is kind or (paper.hint is None and not document.no_sheet)


@lru_cache(maxsize=8192)
def _kind_called(file: str) -> Kind | None:
    """The kind that a file's name or the folder right above it promises. Folders higher up hold all sorts."""
    return kind_by_name("/".join(file.split("/")[-2:]))


def _in(document: Document, wanted: Wanted, dossier: Dossier, person: Person | None) -> Iterator[Perhaps]:
    """Where in a file it may be."""
    file = document.file
    promised = wanted.promised_by(file)
    mine = _may_hold_for(file, dossier, person) or (person is None and bool(promised))
    if _is_shut_archive(document):
        if mine:
            yield Perhaps(say="paper-maybe-in-archive", document=document, values={"file": file})
    elif document.kind is Kind.UNREADABLE:
        if mine and promised is not False and (promised or _may_be(document, wanted)):
            yield Perhaps(say="paper-maybe-unread", document=document, values={"file": file}, promised=promised is True)
    else:
        names = [n for n in document.attached if _may_hold_for(within(file, n), dossier, person)]
        names = [n for n in names if n.lower().endswith(wanted.attached) and not _ORNAMENT.search(n.lower())]
        if names:
            called_so = any(wanted.promised_by(name) for name in names)
            values: dict[str, Value] = {"file": file, "names": tuple(names[:_MOST_NAMES])}
            yield Perhaps(say="paper-maybe-attached", document=document, values=values, promised=called_so)
        if mine and document.unread_pages:
            yield Perhaps(say="paper-maybe-on-unread-pages", document=document, values={"file": file})


def _may_hold_for(file: str, dossier: Dossier, person: Person | None) -> bool:
    """What is a person's own holds no other's paper, and none of the provider."""
    people = dossier.holders.get(file)
    return people is None or (person is not None and person.number in people)


def _may_be(document: Document, wanted: Wanted) -> bool:
    """A file that cannot be read, and whose name says nothing."""
    if document.no_sheet:
        return False
    return document.file.lower().endswith(wanted.endings) or _may_be_anything(document)


def _is_shut_archive(document: Document) -> bool:
    """One that was not opened, or that is damaged."""
    paper = document.paper
    return isinstance(paper, Unreadable) and (paper.say in _ARCHIVES or document.file.lower().endswith(".zip"))


def _may_be_anything(document: Document) -> bool:
    """A folder that could not be entered, or what did not come out of a ZIP: its name tells nothing."""
    paper = document.paper
    return isinstance(paper, Unreadable) and paper.say.startswith(_OF_ANY_NAME)
