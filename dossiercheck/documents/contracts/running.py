"""A PDF's pages as one running text that knows, for each stretch of it, on which page and where it stands.

Sentences of a contract run on over lines and pages, tables stand in columns. Lines are joined by newlines, columns by
two spaces, and a wide vertical gap becomes an empty line.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from dossiercheck.documents.contracts.layout import furniture, goes_on, in_reading_order, without_furniture
from dossiercheck.facts import Box, How, Place
from dossiercheck.readers.content import PdfContent, Span

MOST_PAGES = 60
MOST_CHARACTERS = 250_000

_SAME = str.maketrans(
    {"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ", "|": " ", "’": "'", "‘": "'", "´": "'", "`": "'"}
    | {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u2011": "-", "\u2010": "-", "\f": " "}
)


_STOP = re.compile(
    r"""[.;](?<![\s.(][a-zA-Z]\.)(?<!\bnr\.)(?<!\bdd\.)(?<!\bjl\.)(?<!\bart\.)(?<!incl\.)(?<!resp\.)(?<!\bdhr\.)(?<!\bgeb\.)
    (?<!\bfa\.)(?<!\bmw\.)(?<!\bmevr\.)\s+(?=[A-Z0-9"(•-]) | \n\n | \n\s*(?=(?i:artikel|article)\s+\d)
    | \n\s*(?!\d{1,2}\s+(?i:jan|feb|mar|maa|apr|may|mei|jun|jul|aug|sep|oct|okt|nov|dec)[a-z]*\s+\d)
        (?=\d{1,2}(?:\.\d{1,2})?[.)]?\s+[A-Z])""",
    re.VERBOSE,
)
"""Where a sentence ends: not after `d.d.`, `m.i.v.` and the like."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """Words of one column of one line, with their offsets in the running text."""

    start: int
    end: int
    row: int
    """Rows count through the whole paper."""
    page: int
    box: Box
    how: How
    span: Span


@dataclass(frozen=True, kw_only=True)
class Running:
    """The running text. `text` has one kind of quote, hyphen and space; `printed` has the same length, untouched."""

    file: str
    text: str
    printed: str
    cells: tuple[Cell, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [cell.start for cell in self.cells]

    def cells_between(self, start: int, end: int) -> tuple[Cell, ...]:
        """The cells that hold any of `text[start:end]`."""
        at = max(0, bisect_right(self._starts, start) - 1)
        found = []
        while at < len(self.cells) and self.cells[at].start < end:
            if self.cells[at].end > start:
                found.append(self.cells[at])
            at += 1
        return tuple(found)

    def page_of(self, offset: int) -> int:
        """The page on which this offset stands."""
        at = max(0, bisect_right(self._starts, offset) - 1)
        return self.cells[at].page if self.cells else 1

    def place(self, start: int, end: int) -> Place:
        """Where `text[start:end]` stands; of words on two pages, where they begin."""
        cells = self.cells_between(start, end)
        here = [cell for cell in cells if cell.page == cells[0].page]
        words = " ".join(self.printed[start:end].split())
        if not here:
            return Place(file=self.file, text=words[:300])
        return Place(
            file=self.file,
            page=here[0].page,
            text=words[:300],
            how=here[0].how,
            confidence=min(cell.span.confidence_at(start - cell.start, end - cell.start) for cell in here),
            box=around([cell.box for cell in here]),
        )

    def part(self, start: int = 0, end: int | None = None) -> "Part":
        return Part(running=self, start=start, end=len(self.text) if end is None else end)


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch of the running text; offsets count from its own beginning."""

    running: Running
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        return self.running.text[self.start : self.end]

    @cached_property
    def printed(self) -> str:
        return self.running.printed[self.start : self.end]

    def place(self, start: int, end: int) -> Place:
        return self.running.place(self.start + start, self.start + end)

    def part(self, start: int, end: int) -> "Part":
        return Part(running=self.running, start=self.start + start, end=self.start + end)

    def words(self, start: int, end: int) -> str:
        """As printed, on one line."""
        return " ".join(self.printed[start:end].split())

    def lines(self) -> Iterator[tuple[int, str]]:
        """Offset and text of each line that is not empty."""
        for match in re.finditer(r"[^\n]+", self.text):
            if match.group().strip():
                yield match.start(), match.group()

    @cached_property
    def _sentences(self) -> list[int]:
        return [m.end() for m in _STOP.finditer(self.text)]

    def sentence_start(self, offset: int) -> int:
        """Where the sentence begins in which this offset stands."""
        at = bisect_right(self._sentences, offset)
        return self._sentences[at - 1] if at else 0

    def sentence_end(self, offset: int) -> int:
        """Where the next sentence after this offset begins; the end of the part where there is none."""
        at = bisect_right(self._sentences, offset)
        return self._sentences[at] if at < len(self._sentences) else len(self.text)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        return self.running.cells_between(self.start, self.end)


def around(boxes: list[Box]) -> Box:
    """The smallest box around these."""
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def running_text(file: str, content: PdfContent) -> Running:
    """The running text of the first `MOST_PAGES` pages."""
    text: list[str] = []
    cells: list[Cell] = []
    at = row = 0
    repeated = furniture(content.pages[:MOST_PAGES])
    for page in content.pages[:MOST_PAGES]:
        shown = without_furniture(page, repeated)
        for gap, line in in_reading_order(shown):
            if goes_on(text, line):
                at -= len(text.pop()) + 1
                text[-1] = text[-1][:-1]
                cells[-1] = replace(cells[-1], end=cells[-1].end - 1)
            elif gap:
                text.append("\n")
                at += 1
            for number, span in enumerate(line.spans):
                words = span.text.replace("\n", " ")
                if number:
                    text.append("  ")
                    at += 2
                cells.append(
                    Cell(
                        start=at,
                        end=at + len(words),
                        row=row,
                        page=page.number,
                        box=span.box,
                        how=page.how,
                        span=span,
                    )
                )
                text.append(words)
                at += len(words)
            text.append("\n")
            at += 1
            row += 1
        if at > MOST_CHARACTERS:
            break
    printed = "".join(text)
    return Running(file=file, text=printed.translate(_SAME), printed=printed, cells=tuple(cells))
