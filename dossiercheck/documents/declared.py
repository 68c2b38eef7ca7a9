"""Papers of kinds that a requirement set declares: known by their phrases, read by their labels.

A declared kind claims a file like the kinds that the program knows, and is weighed against them: by a phrase in a title
surely, by one anywhere in the text less so. Whose a paper is that belongs to a person follows from its field of the
type `name` (and `birth_date`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.headings import headings
from dossiercheck.documents.labels import LabelSet, read_labels
from dossiercheck.documents.model import Declared, Kind
from dossiercheck.documents.places import PlainPage, Words, plain_pages
from dossiercheck.documents.signed import signed
from dossiercheck.documents.values import Read, has_phrase, plain, read_value
from dossiercheck.facts import Fact, Place
from dossiercheck.findings import FactView
from dossiercheck.readers.content import PdfContent

MOST_PAGES = 20
"""Pages of a paper that are searched."""
_NEVER = r"(?!)"
_BESIDE = 90
"""Letters behind a label in running text in which its value is looked for."""


@dataclass(frozen=True, kw_only=True)
class DeclaredField:
    """A labelled value of a declared kind."""

    type: str
    """One of `values.FIELD_TYPES`."""
    labels: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class DeclaredKind:
    """A kind of document that a requirement set declares."""

    id: str
    phrases: tuple[str, ...]
    """One of them makes a paper one of this kind."""
    also: tuple[str, ...] = ()
    """All of them must stand in it besides."""
    never: tuple[str, ...] = ()
    """None of them may stand in it."""
    instead_of: tuple[str, ...] = ()
    """Kinds that the program knows, and of which this one is a particular case."""
    anywhere: bool = False
    """A phrase counts in running text too, not only in a title."""
    of_employee: bool = False
    """It belongs to a person."""
    fields: Mapping[str, DeclaredField] = field(default_factory=dict)

    @cached_property
    def labels(self) -> LabelSet:
        names = {name: tuple(map(_pattern, entry.labels)) for name, entry in self.fields.items()}
        return LabelSet(names=names, stop=_NEVER)


def recognise(declared: DeclaredKind, file: str, content: PdfContent) -> Claim | None:
    """Claim a paper of this kind, with what its labels say."""
    pages = plain_pages(content, MOST_PAGES)
    confidence = _fits(declared, pages)
    if confidence is None:
        return None
    found = {name: _field(name, declared, pages) for name in declared.fields}
    facts = tuple(_view(file, name, declared.fields[name].type, read) for name, read in found.items())
    paper = Declared(
        kind_id=declared.id,
        of_employee=declared.of_employee,
        holder=_holder(file, declared, found),
        born_on=_born_on(file, declared, found),
        signed=signed(file, content),
    )
    return Claim(kind=Kind.OTHER, paper=paper, confidence=confidence, over=declared.instead_of, facts=facts)


def _fits(declared: DeclaredKind, pages: Sequence[PlainPage]) -> float | None:
    """How surely it is one; None where it is none."""
    text = plain("\n".join(page.text for page in pages))
    if not all(has_phrase(text, phrase) for phrase in declared.also):
        return None
    if any(has_phrase(text, phrase) for phrase in declared.never):
        return None
    titles = [plain(title) for title in headings(pages[0])] if pages else []
    if any(has_phrase(title, phrase) for title in titles for phrase in declared.phrases):
        return 0.95
    if declared.anywhere and any(has_phrase(text, phrase) for phrase in declared.phrases):
        return 0.75
    return None


def _field(name: str, declared: DeclaredKind, pages: Sequence[PlainPage]) -> Read | None:
    """The one value that its labels give; None where they give none, or two that differ."""
    entry = declared.fields[name]
    beside = [words for page in pages for words in read_labels(page.lines, declared.labels).get(name, [])]
    found = [read for words in beside if (read := read_value(entry.type, words, entry.choices))]
    if not beside and entry.type not in ("text", "name"):
        rest = (words for page in pages for words in _after_labels(page, entry.labels))
        found = [read for words in rest if (read := read_value(entry.type, words, entry.choices))]
    return found[0] if len({value for value, _ in found}) == 1 else None


def _after_labels(page: PlainPage, labels: Sequence[str]) -> Iterator[Words]:
    """What follows a label in running text, to the end of its sentence."""
    for label in labels:
        for match in re.finditer(rf"(?<!\w){_pattern(label)}(?!\w)", page.text, re.IGNORECASE):
            end = min(match.end() + _BESIDE, len(page.text))
            stop = re.search(r"\.\s|\n\s*\n|;", page.text[match.end() : end])
            yield page.words(match.end(), match.end() + stop.start() if stop else end)


def _pattern(label: str) -> str:
    return r"\s+".join(re.escape(word) for word in label.split())


def _view(file: str, name: str, type_: str, read: Read | None) -> FactView:
    if read is None:
        return FactView(name=name, value=None)
    value, words = read
    return FactView(name=name, value=value, place=words.place(file, show=type_ != "birth_date"))


def _holder(file: str, declared: DeclaredKind, found: Mapping[str, Read | None]) -> Fact[str] | None:
    for name, entry in declared.fields.items():
        read = found[name]
        if entry.type == "name" and read:
            return Fact(value=str(read[0]), place=read[1].place(file))
    return None


def _born_on(file: str, declared: DeclaredKind, found: Mapping[str, Read | None]) -> Fact[date] | None:
    for name, entry in declared.fields.items():
        read = found[name]
        if entry.type == "birth_date" and read and isinstance(read[0], date):
            place: Place = read[1].place(file, show=False)
            return Fact(value=read[0], place=place) if place.is_sure else None
    return None
