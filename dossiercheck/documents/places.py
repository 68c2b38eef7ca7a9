"""Pages as plain text, and facts that keep their place: the way from a match in a text back to page, words and box.

A PDF writes the same words in many ways: ligatures, soft hyphens, no-break spaces, letters apart (`D I P L O M A`).
Recognisers search `PlainPage.text`, where all that is gone; `Words` leads back to what stands on the page.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from itertools import islice
from typing import TypeVar

from dossiercheck.facts import Box, Fact, Place
from dossiercheck.findings import FactValue, FactView
from dossiercheck.readers.content import Page, PdfContent

T = TypeVar("T")

_LONGEST = 30_000
"""Letters of a page that are searched; a page of print holds a fifth of it."""
_MOST_CELLS = 60
"""Columns of a line that are looked at."""
_SPACED_WORD = re.compile(r"(?<!\S)(?:\w ){3,40}\w(?!\S)|(?<!\S)(?:\w {2}){4,40}\w(?!\S)")
_SPACED_PART = re.compile(r"(?<!\S)(?:\w ){1,40}\w(?!\S)|(?<!\S)(?:\w {2}){2,40}\w(?!\S)")
_CELL = re.compile(r"\S+(?: \S+)*")
_GONE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_SAME = {
    **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "),
    **dict.fromkeys("‘’‛′`´", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_AS_IT_IS = re.compile(r"[\n -_a-~]+(?![^\x00-\x7f])")
"""Letters that are plain already, but for one that an accent may belong to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """Stretches of one plain page that belong together, such as a name over two lines."""

    page: "PlainPage"
    extents: tuple[tuple[int, int], ...]
    """Start and end offsets in `page.text`."""

    @property
    def text(self) -> str:
        """The words on one line, single spaces between them."""
        return " ".join(" ".join(self.page.text[start:end] for start, end in self.extents).split())

    @property
    def start(self) -> int:
        return self.extents[0][0]

    @property
    def end(self) -> int:
        return self.extents[-1][1]

    @property
    def box(self) -> Box | None:
        found = [self.page.raw_box(start, end) for start, end in self.extents]
        boxes = [box for box in found if box]
        if not boxes:
            return None
        return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))

    @property
    def confidence(self) -> float:
        """How surely these words were read: as surely as the least sure of them."""
        return min((self.page.raw_confidence(start, end) for start, end in self.extents), default=1.0)

    def part(self, start: int, end: int) -> "Words":
        """A stretch of this one's single extent, by offsets from its start."""
        at = self.start
        return Words(page=self.page, extents=((at + start, at + end),))

    def place(self, file: str, *, show: bool = True) -> Place:
        """Where this stands. `show=False` leaves the words out (birth dates)."""
        return Place(
            file=file,
            page=self.page.page.number,
            text=self.text if show else "",
            how=self.page.page.how,
            confidence=self.confidence,
            box=self.box,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class PlainLine:
    """One line of a plain page."""

    start: int
    text: str
    cells: tuple[Words, ...]
    """Its columns, from left to right."""

    @property
    def words(self) -> Words:
        """The whole line."""
        return Words(page=self.cells[0].page, extents=tuple(e for cell in self.cells for e in cell.extents))


@dataclass(frozen=True, kw_only=True, eq=False)
class PlainPage:
    """A page whose text is fit for searching: NFC, plain spaces, quotes and dashes, no soft hyphens or ligatures."""

    page: Page
    text: str
    """Lines joined by newlines, columns by two spaces."""
    origins: Sequence[int]
    """For every character of `text` its offset in `page.text`, and one more for the end."""

    @cached_property
    def lines(self) -> tuple[PlainLine, ...]:
        """The lines that hold something."""
        lines, at = [], 0
        for text in self.text.split("\n"):
            cells = tuple(self.words(at + m.start(), at + m.end()) for m in islice(_CELL.finditer(text), _MOST_CELLS))
            if cells:
                lines.append(PlainLine(start=at, text=text, cells=cells))
            at += len(text) + 1
        return tuple(lines)

    def words(self, start: int, end: int) -> Words:
        return Words(page=self, extents=((start, end),))

    def raw_box(self, start: int, end: int) -> Box | None:
        """The box of `text[start:end]`."""
        if end <= start:
            return None
        return self.page.box_at(self.origins[start], self.origins[end - 1] + 1)

    def raw_confidence(self, start: int, end: int) -> float:
        """How surely `text[start:end]` was read."""
        if end <= start:
            return self.page.confidence
        return self.page.confidence_at(self.origins[start], self.origins[end - 1] + 1)


def plain_pages(content: PdfContent, limit: int | None = None) -> tuple[PlainPage, ...]:
    """The first `limit` pages (all where None) as plain text."""
    return tuple(plain_page(page) for page in content.pages[:limit])


def plain_page(page: Page) -> PlainPage:
    """A page as plain text that knows where each letter came from. Worked out once a page, for all kinds."""
    known = page.derived.get("plain")
    if isinstance(known, PlainPage):
        return known
    plain = page.derived["plain"] = _plain_page(page)
    return plain


def _plain_page(page: Page) -> PlainPage:
    raw = page.text[:_LONGEST]
    letters, origins = _close_up(*_unify(raw))
    return PlainPage(page=page, text=letters, origins=[*origins, len(raw)])


def fact(file: str, value: T, words: Words, *, show: bool = True) -> Fact[T]:
    """A value with the place it was read at."""
    return Fact(value=value, place=words.place(file, show=show))


def birth_fact(file: str, dated: tuple[date, Words] | None) -> Fact[date] | None:
    """A birth date, whose words are not shown; None where a scan was read with doubt: it tells persons apart."""
    found = fact(file, *dated, show=False) if dated else None
    return found if found and found.place.is_sure else None


def view(name: str, found: Fact[T] | None) -> FactView:
    """A fact as reports show it; without a value where it was not found."""
    return FactView(name=name, value=_shown(found.value) if found else None, place=found.place if found else None)


def _shown(value: object) -> FactValue:
    match value:
        case Enum():
            return str(value.value)
        case bool() | int() | float() | str() | date() | None:
            return value
        case tuple():
            return tuple(str(item) for item in value)
        case _:
            return str(value)


def _unify(raw: str) -> tuple[str, list[int]]:
    """Compose accents, expand ligatures, drop what is invisible, and make all spaces, quotes and dashes plain."""
    letters: list[str] = []
    origins: list[int] = []
    at = 0
    while at < len(raw):
        run = _AS_IT_IS.match(raw, at)
        if run:
            letters.append(run.group())
            origins.extend(range(at, run.end()))
            at = run.end()
            continue
        end = at + 1
        while end < len(raw) and end - at < 8 and unicodedata.combining(raw[end]):
            end += 1
        here = _letters_of(raw[at:end])
        letters.append(here)
        origins.extend([at] * len(here))
        at = end
    return "".join(letters), origins


def _letters_of(cluster: str) -> str:
    if cluster in _GONE:
        return ""
    if cluster in _SAME:
        return _SAME[cluster]
    if "\ufb00" <= cluster[0] <= "\ufb06" or cluster[0] in "ĲĳŉǇǈǉ" or "\uff01" <= cluster[0] <= "\uff5e":
        return unicodedata.normalize("NFKC", cluster)
    return unicodedata.normalize("NFC", cluster)


def _close_up(letters: str, origins: list[int]) -> tuple[str, list[int]]:
    """Undo letter-spacing, in lines that have a word of at least four letters set apart."""
    if not _SPACED_WORD.search(letters):
        return letters, origins
    kept: list[int] = []
    at = 0
    for line in letters.split("\n"):
        drop: set[int] = set()
        if _SPACED_WORD.search(line):
            for match in _SPACED_PART.finditer(line):
                drop.update(i for i in range(match.start(), match.end()) if line[i] == " ")
        kept.extend(at + i for i in range(len(line)) if i not in drop)
        kept.append(at + len(line))
        at += len(line) + 1
    kept.pop()
    return "".join(letters[i] for i in kept), [origins[i] for i in kept]
