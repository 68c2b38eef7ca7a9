"""What organisations' papers have in common: titles near the top, dates that a phrase introduces, address blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossiercheck.documents.places import PlainPage, Words
from dossiercheck.documents.prose import Dated, dates_in

HEAD_LINES = 16
LONGEST_TITLE = 100
_FAR_IN = 45
"""A title word that begins further in than this stands in a sentence."""
_BEFORE = 70
"""Letters before a date in which its phrase is looked for."""
POSTCODE = re.compile(r"(?<![\w-])[1-9]\d{3} ?[A-Z]{2}(?![\w-])")
_TOWN_LINE = re.compile(r"(?:NL-)?[1-9]\d{3} ?[A-Z]{2},? +[A-Za-z'][\w' .-]{2,40}")
_STREET = re.compile(r"(?:[^\W\d_][\w.' -]{2,50} \d{1,5}\s?[-/]?\s?\w{0,5}|postbus \d{1,6})", re.IGNORECASE)
_LABEL = re.compile(r"[^\W\d_][^:\n]{1,40}: *")
_ATTENTION = re.compile(r"(?:t\.?a\.?v\.?|ter attentie|attn|de heer|mevrouw|aan)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Addressed:
    """A name with street and town below it."""

    name: Words
    street: Words
    town: Words

    @property
    def address(self) -> Words:
        return Words(page=self.street.page, extents=(*self.street.extents, *self.town.extents))


@lru_cache(maxsize=32)
def titles(page: PlainPage, lines: int = HEAD_LINES) -> tuple[Words, ...]:
    """What may be a title: short, no sentence, and not begun in lower case."""
    found: dict[str, Words] = {}
    for line in page.lines[:lines]:
        for words in (*line.cells, line.words):
            text = words.text
            if len(text) <= LONGEST_TITLE and (text[0].isupper() or text[0].isdigit()) and text[-1] not in ".,;":
                found.setdefault(text, words)
    return tuple(found.values())


def headed(page: PlainPage, title: re.Pattern[str], lines: int = HEAD_LINES) -> Words | None:
    """The first title with these words at or near its start."""
    for words in titles(page, lines):
        match = title.search(words.text)
        if match and match.start() <= _FAR_IN:
            return words
    return None


def tidy(name: str) -> str:
    """A name without the full stop of its sentence; that of `B.V.` stays."""
    name = name.strip(" ,;:")
    return name if re.search(r"(?:\b\w\.){2,}$", name) else name.rstrip(".")


def first(pages: Sequence[PlainPage], pattern: re.Pattern[str]) -> Words | None:
    """The first place where a pattern is found; its group `x` where it has one."""
    for page in pages:
        match = pattern.search(page.text)
        if match:
            group = "x" if "x" in pattern.groupindex else 0
            return page.words(*match.span(group))
    return None


def dates_said(pages: Sequence[PlainPage], said: str) -> Iterator[Dated]:
    """The dates right behind one of these words, on their line or the next."""
    before = re.compile(
        rf"(?:{said})\b[^\S\n]*(?:\([^)\n]{{0,30}}\))?[\s:.]{{0,12}}(?:op\s+|per\s+|on\s+)?$", re.IGNORECASE
    )
    for page in pages:
        for value, words in dates_in(page.words(0, len(page.text))):
            if before.search(page.text[max(0, words.start - _BEFORE) : words.start]):
                yield value, words


def date_said(pages: Sequence[PlainPage], *said: str) -> Dated | None:
    """The first date behind the first of these phrases that has one."""
    return next((hit for words in said for hit in dates_said(pages, words)), None)


def addressed(page: PlainPage) -> tuple[Addressed, ...]:
    """The address blocks of a page: a name, then a street or box, then postcode and town, each on its own line."""
    cells = [cell for line in page.lines for cell in line.cells[:1]]
    found = []
    for number in range(2, len(cells)):
        town, street = cells[number], cells[number - 1]
        if not _TOWN_LINE.fullmatch(town.text) or not _STREET.fullmatch(street.text):
            continue
        name = cells[number - 2]
        if _ATTENTION.match(name.text) and number >= 3:
            name = cells[number - 3]
        name = name.part(label.end(), name.end - name.start) if (label := _LABEL.match(name.text)) else name
        if 2 < len(name.text) <= 90:
            found.append(Addressed(name=name, street=street, town=town))
    return tuple(found)
