"""Does a plan treat what it must? Words of the requirement set are looked for, and whether something is said there.

That a word stands in a text is weak evidence. It counts as treated where the line says something about it, or the lines
below its heading do; a table of contents, or a place left to be filled in, says nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from dossiercheck.checks.case import Model
from dossiercheck.checks.numbers_in_text import has_term
from dossiercheck.documents import Document, TextLine
from dossiercheck.facts import Place

_CONTENTS = re.compile(r"(?:\.{3,}|…|\s{2,}|\s-\s)\s*\d{1,3}\s*$")
_CONTENTS_TITLE = re.compile(r"^\W*(?:inhoud(?:sopgave)?|index)\b", re.IGNORECASE)
_BLANK = re.compile(r"_{3,}|\.{5,}|…{2,}|\[[^\[\]\d]{2,40}\]|<[^<>\d]{2,40}>|\bX{3,}\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
_HEADING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?\s+|[A-Z0-9])[^.;!?]{0,70}:?$")
_NOT_AFTER, _NOT_BEFORE = r"(?<![^\W_])", r"(?![^\W_])"
_OWN_LINE, _BELOW, _NEAR = 5, 8, 6
"""Words that a line must say besides the one looked for; words below a heading; lines that are looked at below one."""


class Part(Model):
    """Something that a plan must treat."""

    words: tuple[str, ...] = Field(description="Words for it; `*` at an end stands for any letters.")
    weak: tuple[str, ...] = Field(default=(), description="Words that only hint at it: found alone, a person looks.")
    dated: bool = Field(default=False, description="It is treated only where a date or a term stands with the word.")

    decisive: bool = Field(default=True, description="Without one word for it it is missing; else a person looks.")

    @cached_property
    def strong_pattern(self) -> re.Pattern[str] | None:
        return word_pattern(self.words)

    @cached_property
    def weak_pattern(self) -> re.Pattern[str] | None:
        return word_pattern(self.weak)


class Treated(StrEnum):
    """How a part is treated."""

    YES = "yes"
    HINTED = "hinted"
    NO = "no"


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """How one part is treated, and where."""

    treated: Treated
    place: Place | None = None


@dataclass(frozen=True, kw_only=True)
class Substance:
    """A document's lines that say something, in order, with what was left to be filled in."""

    lines: tuple[TextLine, ...]
    """Without the table of contents."""
    blanks: tuple[TextLine, ...]
    """Lines with a place left to be filled in."""
    is_sure: bool
    """Every line was read surely: what is not found is not there."""

    @cached_property
    def word_count(self) -> int:
        """Words of all lines that are no heading."""
        return sum(_said(line) for line in self.lines if not is_heading(line))

    def find(self, part: Part) -> Found:
        """How a part is treated."""
        first: Place | None = None
        for number, matched in self._matches(part.strong_pattern):
            first = first or shown(self.lines[number], matched)
            said = self._is_dated(number) if part.dated else self._is_said(number, matched)
            if said:
                return Found(treated=Treated.YES, place=shown(self.lines[number], matched))
        if first:
            return Found(treated=Treated.HINTED, place=first)
        weak = next(self._matches(part.weak_pattern), None)
        if weak:
            return Found(treated=Treated.HINTED, place=shown(self.lines[weak[0]], weak[1]))
        return Found(treated=Treated.NO)

    def _matches(self, pattern: re.Pattern[str] | None) -> Iterator[tuple[int, re.Match[str]]]:
        if pattern:
            for number, line in enumerate(self.lines):
                yield from ((number, match) for match in pattern.finditer(line.text))

    def _is_said(self, number: int, matched: re.Match[str]) -> bool:
        """Does this line, or do those below it, say something?"""
        line = self.lines[number]
        if (
            not is_heading(line)
            and not _is_table_head(line)
            and _said(line) - len(_WORD.findall(matched.group())) >= _OWN_LINE
        ):
            return True
        below = self.lines[number + 1 : number + 1 + _NEAR]
        return sum(_said(other) for other in below if not is_heading(other)) >= _BELOW

    def _is_dated(self, number: int) -> bool:
        """Does this line name a date or a term, or do those below it where it is a heading or the head of a table?"""
        line = self.lines[number]
        below = self.lines[number + 1 : number + 1 + _NEAR] if is_heading(line) or _columns(line) >= 3 else ()
        return any(has_term(other.text) for other in (line, *below) if not _BLANK.search(other.text))


def substance(documents: Sequence[Document]) -> Substance:
    """What these documents say."""
    lines: list[TextLine] = []
    sure = True
    for document in documents:
        for page in document.text:
            sure = sure and page.is_sure
            lines += _without_contents(page.lines)
    return Substance(lines=tuple(lines), blanks=tuple(x for x in lines if _BLANK.search(x.text)), is_sure=sure)


def word_pattern(words: Sequence[str]) -> re.Pattern[str] | None:
    """Any of these words, whole, in any case; `*` at an end stands for letters. None where there are none."""
    if not words:
        return None
    return re.compile("|".join(_pattern(word) for word in sorted(words, key=len, reverse=True)), re.IGNORECASE)


def is_heading(line: TextLine) -> bool:
    """Is this a heading, and no row of a table? A short line that is no sentence."""
    return _columns(line) == 1 and len(line.text.split()) <= 8 and bool(_HEADING.match(line.text.strip()))


def _is_table_head(line: TextLine) -> bool:
    """Three columns or more, each of a few words: what is said stands in the rows below."""
    cells = re.split(r"\s{2,}", line.text.strip())
    return len(cells) >= 3 and all(len(cell.split()) <= 3 for cell in cells) and not re.search(r"\d", line.text)


def _columns(line: TextLine) -> int:
    return len(re.split(r"\s{2,}", line.text.strip()))


def shown(line: TextLine, matched: re.Match[str]) -> Place:
    """The place of a line, showing the words that were found."""
    return with_text(line, matched.group())


def with_text(line: TextLine, text: str) -> Place:
    """The place of a line, showing these words."""
    place = line.place
    return Place(
        file=place.file,
        page=place.page,
        cell=place.cell,
        text=" ".join(text.split())[:120],
        how=place.how,
        confidence=place.confidence,
        box=place.box,
    )


def weigh_parts(text: Substance, parts: Mapping[str, Part]) -> dict[str, Found]:
    """How each part is treated, by its name."""
    return {name: text.find(part) for name, part in parts.items()}


def _pattern(word: str) -> str:
    before, after = word.startswith("*"), word.endswith("*")
    bare = r"\s+".join(re.escape(part) for part in word.strip("*").split())
    return (_NOT_AFTER if not before else "") + bare + (_NOT_BEFORE if not after else "")


def _said(line: TextLine) -> int:
    """Words that a line says; none where it was left to be filled in."""
    return 0 if _BLANK.search(line.text) else len(_WORD.findall(line.text))


def _without_contents(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines of a page, without those of a table of contents on it."""
    titled = any(_CONTENTS_TITLE.match(line.text) for line in lines[:12])
    entries = {id(line) for line in lines if _CONTENTS.search(line.text) and not re.search(r"\d{3,}", line.text)}
    if not titled and len(entries) < max(4, len(lines) // 2):
        entries = {id(line) for line in lines if re.search(r"(?:\.{4,}|…)\s*\d{1,3}\s*$", line.text)}
    yield from (line for line in lines if id(line) not in entries)
