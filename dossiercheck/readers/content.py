"""What a reader hands on: the content of one file, without meaning and without its name.

Content depends on the file's bytes and the reading settings alone, so that it can be kept by content hash. Names and
paths are added by `documents/`.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from dossiercheck.facts import NO_SEAL, Box, How, Seal
from dossiercheck.findings import Reason, Value


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """Words that stand together on one line, up to the next wide gap (column)."""

    text: str
    box: Box
    confidence: float = 1.0
    """Of the least sure of its words."""
    words: tuple[tuple[int, float], ...] = ()
    """Where its words are not all as sure: the offset at which each one ends, and its own confidence."""

    def confidence_at(self, start: int, end: int) -> float:
        """How surely `text[start:end]` was read."""
        begins = (0, *(until for until, _ in self.words))
        found = [sure for at, (until, sure) in zip(begins, self.words, strict=False) if at < end and until > start]
        return min(found, default=self.confidence)


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line as the eye sees it: spans from left to right, also when the file stores them elsewhere."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The spans joined by two spaces, so that columns can be told apart."""
        return "  ".join(span.text for span in self.spans)

    @property
    def box(self) -> Box:
        boxes = [span.box for span in self.spans]
        return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


@dataclass(frozen=True, kw_only=True, slots=True)
class Ink:
    """A mark on a page that is no print: like handwriting, or like a stamp's. It never tells whose it is."""

    box: Box
    length: float
    """Of all its strokes together, in points."""
    likeness: float
    """How like handwriting: 1 as a pen writes, about a half too faint or too little to tell, 0.2 like a stamp."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page. Coordinates are points from the upper left corner, after /Rotate."""

    number: int
    """From 1."""
    width: float
    height: float
    lines: tuple[Line, ...]
    """From top to bottom."""
    flow: str = ""
    """The text in the order the file stores it; for prose in two columns."""
    hidden_text: str = ""
    """Text that is in the file and that nobody sees (invisible, white, covered, outside the page); in no line."""
    image_share: float = 0.0
    """Share of the page that images cover, 0 to 1."""
    pictures: tuple[Box, ...] = ()
    """Where they are on a page with text of its own, at most twenty; what they show is not read."""
    how: How = How.TEXT
    confidence: float = 1.0
    turned: int = 0
    """Quarter turns clockwise by which the page was turned to be read, beyond how the file shows it."""
    tint: str = ""
    """Colour of the paper of a scanned page, where it has one: `pink` or `blue`."""
    ink: tuple[Ink, ...] = ()
    """Marks on it that are no print, from top to bottom."""
    ink_known: bool = False
    """It was searched for them; where False, their absence proves nothing."""

    @cached_property
    def text(self) -> str:
        """The lines joined by newlines."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def derived(self) -> dict[str, object]:
        """Room for what another room works out from this page, so that it is worked out once."""
        return {}

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(line.text) + 1
        return starts

    def box_at(self, start: int, end: int) -> Box | None:
        """The box of the spans that hold `text[start:end]`; None where there are none."""
        boxes = [span.box for _, span in self._spans_at(start, end)]
        if not boxes:
            return None
        return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))

    def confidence_at(self, start: int, end: int) -> float:
        """How surely `text[start:end]` was read: as surely as the least sure of its words."""
        if self.how is How.TEXT:
            return self.confidence
        found = self._spans_at(start, end)
        return min((span.confidence_at(start - at, end - at) for at, span in found), default=self.confidence)

    def _spans_at(self, start: int, end: int) -> list[tuple[int, Span]]:
        """Offset and span of each that holds some of it."""
        found: list[tuple[int, Span]] = []
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self.lines)):
            at = self._starts[index]
            if at >= end:
                break
            for span in self.lines[index].spans:
                if at < end and at + len(span.text) > start:
                    found.append((at, span))
                at += len(span.text) + 2
        return found

    @property
    def is_scan(self) -> bool:
        """An image covers most of it and there is (almost) no text."""
        return self.image_share > 0.6 and sum(len(line.text) for line in self.lines) < 25


@dataclass(frozen=True, kw_only=True)
class PdfContent:
    """A PDF. Where it bears a seal, `pages` are those of the sealed revision, never what was added later."""

    pages: tuple[Page, ...]
    page_count: int
    """Pages in the file as it is now; more than `len(pages)` where pages were added or a limit cut them off."""
    pages_unread: int = 0
    """Of what was to be read: damaged pages, those beyond a limit, and scanned ones beyond the limit of OCR."""
    seal: Seal = NO_SEAL
    encrypted: bool = False
    """It was encrypted and opened with the empty password (as digital VOGs are)."""
    producer: str = ""
    creator: str = ""
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    comments: tuple[tuple[int, str], ...] = ()
    """Page number and words of each annotation that says something."""
    attachments: tuple[str, ...] = ()
    ink_annotations: tuple[tuple[int, Box], ...] = ()
    """Page number and box of /Ink and /Stamp annotations and of images placed like a signature."""
    image_format: str = ""
    """Where it was handed in as a picture and no PDF: its format, such as `JPEG`."""
    no_sheet: bool = False
    """Of a picture: it is plainly no sheet of paper (a logo, an icon), whatever little was read on it."""

    @cached_property
    def text(self) -> str:
        """All pages, joined by form feeds."""
        return "\f".join(page.text for page in self.pages)

    @property
    def is_scan(self) -> bool:
        """No page has usable text and at least one is an image."""
        return any(p.is_scan for p in self.pages) and not any(len(p.text.strip()) >= 25 for p in self.pages)


CellValue = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """A cell that holds something. Dates are dates; times of day are dropped."""

    ref: str
    """Such as `C14`."""
    column: int
    """From 1."""
    value: CellValue
    shown: str
    """The value as text, as near to what the sheet shows as can be told (`007` stays `007`)."""
    formula_without_value: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A row that holds at least one filled cell."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A sheet with its filled rows, in order."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    cut_off_at: int | None = None
    """Row number at which a limit ended the reading; None when all was read."""
    merged: tuple[str, ...] = ()
    """Merged areas such as `A1:C1`; only the upper left cell of each holds a value."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkbookContent:
    """A spreadsheet; `layout` is `xlsx`, `xlsm`, `csv`, `xls` or `ods`."""

    layout: str
    sheets: tuple[Sheet, ...]
    epoch_1904: bool = False
    """Its days are counted from 1904 on, as by old Macs: of use for a date that was stored as a plain number."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ImageContent:
    """A picture handed in as such of which nothing could be read (what can be read becomes a `PdfContent`)."""

    format: str
    width: int = 0
    height: int = 0
    no_sheet: bool = False
    """It is plainly no sheet of paper: a logo, an icon, a signature."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TextContent:
    """A small text file (YAML, plain text), decoded."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Unread:
    """A file that could not be read. `say` is the sentence key that tells why and what to do."""

    reason: Reason
    """UNREADABLE or UNSAFE_FILE (it broke a limit)."""
    say: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class NotADocument:
    """Junk, or a kind of file that is not read; `say` tells which."""

    say: str
    values: Mapping[str, Value] = field(default_factory=dict)


Content = PdfContent | WorkbookContent | ImageContent | TextContent | Unread | NotADocument


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """The outcome of reading one file: its fingerprint and its content."""

    sha256: str
    size: int
    content: Content
    judged: bool = False
    """It depends on the moment judged by and on whom seals may chain to, and not on the bytes and limits alone."""
    lasting: bool = True
    """Another reading would give the same; False where something took too long or ran out of room."""
    digest: str = field(default="", compare=False)
    """SHA-256 of its encoding: two readings that have it in common are the same. Empty where it never was encoded."""
