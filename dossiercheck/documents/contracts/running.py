"""A PDF's pages as one running text that knows, for each stretch of it, on which page and where it stands.

Sentences of a contract run on over lines and pages, tables stand in columns. Lines are joined by newlines, columns by
two spaces, and a wide vertical gap becomes an empty line. Where prose is printed in two columns, the left one is read
to its end first.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median

from dossiercheck.facts import Box, How, Place
from dossiercheck.readers.content import Line, Page, PdfContent, Span

MOST_PAGES = 60
MOST_CHARACTERS = 400_000

_SAME = str.maketrans(
    {"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ", "’": "'", "‘": "'", "´": "'", "`": "'"}
    | {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u2011": "-", "\u2010": "-", "\f": " "}
)


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
    confidence: float


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
            confidence=min(cell.confidence for cell in here),
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
    furniture = _furniture(content)
    for page in content.pages[:MOST_PAGES]:
        shown = _without_furniture(page, furniture)
        for gap, line in _in_reading_order(shown):
            if _goes_on(text, line):
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
                        confidence=min(page.confidence, span.confidence),
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


_JOINED = re.compile(r"^(?:van|der|den|de|het|ten|ter|te|in|op|en|of|tot|aan|'t)\b", re.IGNORECASE)


def _goes_on(text: list[str], line: Line) -> bool:
    """A word broken at the end of the line above (`decem-` / `ber`); a hyphen before `de Wit` or `en` stays."""
    if len(text) < 2 or text[-1] != "\n" or not re.search(r"[a-zà-ÿ]{2}-$", text[-2]) or len(line.spans) != 1:
        return False
    below = line.spans[0].text
    return below[:1].islower() and _JOINED.match(below) is None


def _furniture(content: PdfContent) -> set[str]:
    """Lines that open or close several pages: letterheads, page numbers, places for initials."""
    seen: dict[tuple[str, bool], set[int]] = {}
    for page in content.pages[:MOST_PAGES]:
        for top, lines in ((True, page.lines[:3]), (False, page.lines[-3:])):
            for line in lines:
                if top or _FURNITURE.search(line.text):
                    seen.setdefault((_bare(line), top), set()).add(page.number)
    return {words for (words, _), pages in seen.items() if len(pages) > 1}


_FURNITURE = re.compile(
    r"paraaf|initials|pagina|\bpage\b|\d\s*(?:van|/|of|-)\s*\d|postbus|www\.|@|\btel\b|\bkvk\b|versie|version|vertrouwelijk|\|", re.IGNORECASE
)


def _bare(line: Line) -> str:
    words = re.sub(r"\b(?:pagina|page)\s*\d+(?:\s*(?:van|of|/)\s*\d+)?|\b\d+\s*(?:van|/|of)\s*\d+\b", "#", line.text, flags=re.IGNORECASE)
    return " ".join(words.lower().split())


_OPENS_A_PAPER = re.compile(r"overeenkomst|contract|verlenging|addendum|omzetting|agreement", re.IGNORECASE)


def _without_furniture(page: Page, furniture: set[str]) -> Page:
    """The page without repeated lines; the first page keeps those at its top."""
    if not furniture:
        return page
    kept = tuple(
        line
        for number, line in enumerate(page.lines)
        if _bare(line) not in furniture
        or _OPENS_A_PAPER.search(line.text)
        or (page.number == 1 and number < 3)
    )
    return Page(number=page.number, width=page.width, height=page.height, lines=kept, how=page.how, confidence=page.confidence)


def _in_reading_order(page: Page) -> Iterator[tuple[bool, Line]]:
    """The page's lines, each with whether a wide gap stands above it."""
    lines = _labels_beside(_columns_apart(page))
    steps = [below.box[1] - above.box[1] for above, below in zip(lines, lines[1:], strict=False)]
    usual = median([s for s in steps if s > 2] or [14.0])
    for number, line in enumerate(lines):
        step = steps[number - 1] if number else 0.0
        yield number > 0 and (step > 1.45 * usual or step < -2), line


def _columns_apart(page: Page) -> list[Line]:
    """Prose in two columns: the left column's lines, then the right one's. Tables stay rows."""
    result: list[Line] = []
    block: list[Line] = []
    for line in (*page.lines, None):
        if line is not None and len(line.spans) == 2 and (not block or _same_columns(block[-1], line)):
            block.append(line)
            continue
        result += _prose(block)
        block = [line] if line is not None and len(line.spans) == 2 else []
        if line is not None and not block:
            result.append(line)
    return result


def _same_columns(above: Line, below: Line) -> bool:
    return all(abs(a.box[0] - b.box[0]) < 12 for a, b in zip(above.spans, below.spans, strict=True))


def _prose(block: list[Line]) -> list[Line]:
    def long(column: int) -> bool:
        return sum(len(line.spans[column].text) for line in block) > 25 * len(block)

    numbered = sum(all(re.match(r"\d{1,2}[.)]\s", span.text) for span in line.spans) for line in block)
    if len(block) < 6 or not ((long(0) and long(1)) or numbered > 1):
        return block
    columns: list[list[Span]] = [[line.spans[n] for line in block] for n in (0, 1)]
    return [Line(spans=(span,)) for column in columns for span in column]


_LABEL = re.compile(
    r"""(?:naam|functie|geboortedatum|geboren|datum\s(?:in|uit)\sdienst|datum\sondertekening|ingangsdatum|einddatum|begindatum|aanvang|einde|arbeidsduur
    |uren|salaris|bruto\s|maandsalaris|uurloon|uurtarief|tarief|soort|schaal|trede|plaats|vestigingsplaats|woonplaats|adres|inschaling|looptijd|duur|dienstverband|werkgever|werknemer
    |opdrachtgever|opdrachtnemer|stagiair|medewerker|organisatie|vrijwilliger|omvang|kvk|postcode|standplaats|start|proeftijd|cao|opleiding|employer|employee|position|date\sof\sbirth)""",
    re.IGNORECASE | re.VERBOSE,
)
_ROLE_ONLY = re.compile(r"\W*(?:werkg|werkn|opdracht|medewerk|organisatie|vrijwillig|stag|uitzend|inlen|student|employ)\w*\W*$", re.IGNORECASE)


def _labels_beside(lines: list[Line]) -> list[Line]:
    """Forms with labels in one row and their values in the row below: each label gets its value beside it."""
    result: list[Line] = []
    at = 0
    while at < len(lines):
        below = lines[at + 1] if at + 1 < len(lines) else None
        if below and _is_label_row(lines[at]) and not _is_label_row(below) and _aligned(lines[at], below):
            result += [Line(spans=pair) for pair in zip(lines[at].spans, below.spans, strict=True)]
            at += 2
        else:
            result.append(lines[at])
            at += 1
    return result


def _is_label_row(line: Line) -> bool:
    words = [span.text.strip() for span in line.spans]
    if len(words) < 2 or any(len(w) > 40 or re.search(r"\d|:\s*\S", w) for w in words):
        return False
    return all(_LABEL.match(w) for w in words) and not all(_ROLE_ONLY.match(w) for w in words)


def _aligned(above: Line, below: Line) -> bool:
    return len(above.spans) == len(below.spans) and _same_columns(above, below)
