"""A letter as sentences: what stands in its head and foot, and what it says in between.

Dates, telephone numbers, addresses and names say nothing by themselves and are taken out of a sentence; what is left of
it is what it says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossiercheck.documents import TextLine, TextPage
from dossiercheck.patterns import later

_MONTH = r"(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|march|may|oct)[a-z]*\.?"
_DAY = rf"(?:\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
_NEUTRAL = tuple(
    later(pattern, flags)
    for pattern, flags in (
        (r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?:https?://|www\.)\S+", re.IGNORECASE),
        (r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}\b", 0),  # IBAN
        (r"(?<![\d+])(?:\+31|0031|0)[ -]?(?:\(0\))?[ -]?[1-9](?:[ -]?\d){8}(?!\d)", 0),  # telephone
        (r"\b\d{4}\s?[A-Z]{2}\b", 0),  # postal code
        (
            r"\b(?:KvK|Kamer van Koophandel|btw|AGB)(?:[- ]?(?:nummer|nr|code))?\W{0,3}(?:NL)?[\d.]{6,14}(?:B\d\d)?\b",
            re.I,
        ),
        (r"\b(?:kenmerk|referentie|ref|dossiernummer)\W{1,3}(?=[^\s,;]*\d)[\w./-]+", re.IGNORECASE),
        (r"\bvan\s+\d{1,2}[.:]\d\d\s+(?:uur\s+)?tot\s+\d{1,2}[.:]\d\d(?:\s+uur)?", re.IGNORECASE),
        (r"(?:[:,;]|\ben|^)\s*(?:\d{1,2}|[a-z])\)", 0),  # of an enumeration in a sentence
        (r"\b[A-Z]-?\d{4,6}\b", 0),  # number of a tender
        (r"\b(?:pagina|blz|page)\W{0,2}\d+(?:\s*(?:van|of|/)\s*\d+)?\b", re.IGNORECASE),
        (rf"\b(?:van|op|d\.?d\.?|datum|gedateerd|of|on)\s*[:,]?\s*{_DAY}(?!\w)", re.IGNORECASE),
        (r"(?:\b[A-Z][\w'’&-]*\s+){1,5}(?:B\.?V|N\.?V|V\.?O\.?F)\b\.?", 0),
        (
            r"\b(?:[Ss]tichting|[Ee]enmanszaak|[Cc]oöperatie|[Mm]aatschap)(?:\s+(?:[A-Z][\w'’&-]*|de|het|en|van)(?!\w)){1,6}",
            0,
        ),
        (
            r"\b(?:de\s+)?(?:heer|mevrouw|mevr\.?|mw\.?|dhr\.?|meneer|drs\.?|mr\.?|dr\.?|ing\.?|ms\.?|mrs\.?)\s+(?:(?:drs|mr|dr|ing|ir)\.?\s+)?"
            r"(?:(?:[A-Z]\.)+\s*)?(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|het|['’]t)\s+){0,2}[A-Z][\w'’]*[a-z][\w'’]*(?:-[A-Z][\w'’]+)?",
            0,
        ),
        (r"(?<!\w)(?:[A-Z]\.\s?)+(?:[a-z'’]{1,4}\s+){0,2}[A-Z][\w'’-]+", 0),
    )
)
_SMALL = r"(?:van|de|den|der|het|['’]t|aan|op|te|ten|ter|bij|en|in)"
_ALONE = (
    later(
        rf"^\W*(?:[Dd]atum|[Dd]ate|(?:te\s+)?[A-Z][\w'’]+(?:[ -](?:[A-Z][\w'’]+|{_SMALL})){{0,3}})?\W{{0,3}}"
        rf"(?i:{_DAY})\W*$"
    ),
    later(r"\bpostbus\s+\d+", re.IGNORECASE),
    later(rf"\b[A-Z][\w'’.-]*(?:\s+(?:[A-Z][\w'’.-]*|{_SMALL})){{0,4}}\s+\d{{1,4}}(?:\s?[a-z])?(?!\w)"),
)
"""What says nothing where it stands in the head or the foot."""
_GREETING = later(r"^\W*(?:geachte?|beste|hallo|goede(?:n?dag|morgen|middag)|l\.?\s?s\b|dear|sehr)\b", re.IGNORECASE)
_CLOSING = later(
    r"^\W*(?:(?:met|alvast)?\s*(?:de\s+)?(?:\w+\s+){0,2}(?:groet|groeten|hoogachting)|hoogachtend|(?:kind|best|warm)?\s*regards|yours)\b",
    re.IGNORECASE,
)
_STOP = later(r"(?<=[.!?])\s+(?=[^a-zß-ÿ\s])")
_ABBREVIATED = later(r"(?<![\w&])(?:dhr|mevr|mw|drs|mr|dr|ing|ir|nrs?|tel|art|incl|resp|ca|[A-Za-z](?:\.[A-Za-z])*)\.$")
_BULLET = later(r"^\s*(?:[-•*–▪]|\d{1,2}[.)]|[a-z]\))\s+")
_CELL = later(r"\s{2,}|\s*[|·]\s*|\t")
_LONG = 45
"""A line of the letter itself with so many characters and no stop goes on below, whatever the next begins with."""
_HEAD, _FOOT = 14, 8
"""Lines at most that are head, or foot, of a letter without greeting, or without closing words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence of a letter."""

    said: str
    """As it stands there."""
    left: str
    """What is left of it without numbers, dates and names."""
    left_of_frame: str
    """Without addresses too, as they stand in the head and the foot."""
    line: TextLine
    """Where it begins."""
    in_frame: bool
    """It stands in the head or the foot of the letter."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    text: str
    line: TextLine
    last: TextLine
    in_frame: bool


def is_addressed(page: TextPage) -> bool:
    """Does this page greet somebody, or close as a letter does?"""
    lines = [line.text for line in page.lines]
    return any(_GREETING.match(text) and len(text) <= _LONG for text in lines) or any(map(_CLOSING.match, lines))


def sentences(pages: Sequence[TextPage], names: Sequence[str]) -> Iterator[Sentence]:
    """The sentences of a letter, in order. `names`: of the provider."""
    for chunk in _chunks([line for page in pages for line in page.lines]):
        for said in _split(chunk.text):
            left = _without(said, names)
            apart = _without(left, (), _ALONE) if chunk.in_frame else left
            yield Sentence(said=said, left=left, left_of_frame=apart, line=chunk.line, in_frame=chunk.in_frame)


def _chunks(lines: Sequence[TextLine]) -> Iterator[_Chunk]:
    """Lines joined where one goes on below."""
    head, foot = _frame(lines)
    held: _Chunk | None = None
    for number, line in enumerate(lines):
        in_frame = number < head or number >= foot
        for cell in (part for part in _CELL.split(line.text) if part.strip()):
            if held and _goes_on(held, cell):
                held = _Chunk(f"{held.text} {cell.strip()}", held.line, line, held.in_frame)
                continue
            if held:
                yield held
            held = _Chunk(cell.strip(), line, line, in_frame)
    if held:
        yield held


def _frame(lines: Sequence[TextLine]) -> tuple[int, int]:
    """How many lines the head has, and where the foot begins."""
    greeting = next((n for n, line in enumerate(lines) if _GREETING.match(line.text)), None)
    closing = next((n for n in range(len(lines) - 1, -1, -1) if _CLOSING.match(lines[n].text)), None)
    head = greeting if greeting is not None else _short(lines, _HEAD)
    foot = closing if closing is not None else len(lines) - _short(lines[::-1], _FOOT)
    return head, max(foot, head)


def _short(lines: Sequence[TextLine], most: int) -> int:
    """Of how many lines at this end none is a sentence."""
    sentence = (n for n, line in enumerate(lines) if len(line.text) > _LONG or line.text.rstrip().endswith((".", ":")))
    return min(next(sentence, len(lines)), most)


def _goes_on(held: _Chunk, cell: str) -> bool:
    """Does this cell go on with what is held?"""
    if _BULLET.match(cell) or held.text.endswith((".", "!", "?", ":")) or _GREETING.match(held.text):
        return False
    starts_small = cell.strip()[:1].islower()
    return starts_small if held.in_frame else starts_small or len(held.last.text) >= _LONG


def _split(text: str) -> Iterator[str]:
    held = ""
    for part in _STOP.split(_BULLET.sub("", text)):
        held = f"{held} {part}".strip()
        if not _ABBREVIATED.search(held):
            yield held
            held = ""
    if held:
        yield held


def _without(said: str, names: Sequence[str], patterns: Sequence[re.Pattern[str]] = _NEUTRAL) -> str:
    for name in names:
        said = re.sub(re.escape(name), " ", said, flags=re.IGNORECASE)
    for pattern in patterns:
        said = pattern.sub(" ", said)
    return said
