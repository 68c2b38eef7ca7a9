"""People and dates in running text: `verklaart dat Anna de Vries, geboren op …`, `Uitgereikt te Almelo op …`."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

from dossiercheck.dates import find_dates
from dossiercheck.documents.places import PlainPage, Words
from dossiercheck.facts import How
from dossiercheck.patterns import later

Dated = tuple[date, Words]
"""A date and the words that print it."""

_NAME = later(r"[^\W\d_][^\d:;@/\\_|()\[\]]{1,90}$")
_NO_NAME = later(
    r"\b(?:geboren|diploma|getuigschrift|certificaat|bewijs|verklaart|verklaren|opleiding|onderwijs|niveau|examen|behaald"
    r"|uitgereikt|uitgegeven|heeft|is|aan|door|ondergetekende\w*)\b",
    re.IGNORECASE,
)
_STAMP = later(r"\b(?:ingekomen|ontvangen|gezien|kopie|conform|origineel|geboekt|voldaan|akkoord)\b", re.IGNORECASE)
"""What an office stamps on papers; the date beside it is the day on which they came in."""
_DATE_STAMP = later(r"\d{1,2}[ .-]*[A-Z]{3}[ .-]*(?:\d{4}|'\d{2})$")
_DAY_STAMP = later(r"\s*\d{1,2}[ .-]*[A-Z]{3}[ .-]*[\dA-Z'?]{1,4}(?:\s+|$)")
"""The day of a date stamp, also where its year was not read."""
_BORN = later(r"\bgeb(?:oren\b|\.)", re.IGNORECASE)
_BIRTH_CUE = later(r"\b(?:geb(?:oren\b|\.)|geboortedatum\b|birth\b)[^\n\d]{0,50}\n?[^\n\d]{0,20}$", re.IGNORECASE)
_LEAD = later(
    r"^(?:.{0,80}\b(?:dat|aan|verklaart|verklaren)\b\s*:?\s+|(?:van|voor)\s+)?"
    r"(?:(?:de\s+heer|mevrouw|mejuffrouw|dhr|mw|mevr|mej)\b\.?)?(?:\s*/\s*(?:de\s+heer|mevrouw))?\s*",
    re.IGNORECASE,
)
_AWARDED_TO = later(
    r"\b(?:uitgereikt|toegekend|verleend|afgegeven)\s+aan\s*:?\s+|\bverkla(?:art|ren)\b[^\n.]{0,60}\bdat\s*:?\s+"
    r"|^(?:aan|op\s+naam\s+van)\s*:?\s+(?=[A-Z])",
    re.IGNORECASE | re.MULTILINE,
)
_DECLARED = later(
    r"\b(?:verkla(?:art|ren)|dat|aan)\b\s*:?\s+"
    r"(?P<name>(?:[^\n.,;:()\d]|\.(?=\s?[A-Za-z])|(?<! )\n(?![ \n])){3,120}?)\s*[,(]?\s*\bgeb(?:oren\b|\.)",
    re.IGNORECASE,
)
"""A sentence that says of somebody, over the end of a line too, when he was born."""
_NAME_ENDS = later(r"\n|  |\s*[,;(]|\s+(?:geboren|geb\.|heeft|met\s+(?:goed|gunstig|succes)|is|op\s+\d)(?=\s|\d)|$")
_PLACE_BEFORE = later(r"^(?:te\s+)?['A-Z][\w' -]{1,40}?,?\s*(?:d\.d\.|op|,)?\s*$")


def looks_like_name(text: str) -> bool:
    """Could these words be a person's name? No digits, no words of a diploma, not a sentence."""
    words = text.split()
    return (
        bool(_NAME.match(text))
        and legible(text)
        and 1 <= len(words) <= 12
        and not text.endswith(".")
        and not _NO_NAME.search(text)
        and not _STAMP.search(text)
    )


def legible(text: str) -> bool:
    """Is every letter there? Where a font lacks one, a box or a mark stands for it."""
    return not any(unicodedata.category(letter) in ("So", "Co", "Cn", "Cc") for letter in text)


def dates_in(words: Words) -> Iterator[Dated]:
    """The possible dates in these words, in order; those that an office stamped on a paper are none of its own."""
    for start, end in words.extents:
        for hit in find_dates(words.page.text[start:end]):
            if hit.value:
                found = hit.value, words.page.words(start + hit.start, start + hit.end)
                if not _is_stamped(words.page, found):
                    yield found


def one(found: Sequence[Words]) -> Words | None:
    """The one thing that is said, however often; None where two differ."""
    return found[0] if len({words.text.casefold() for words in found}) == 1 else None


def one_date(found: Sequence[Dated]) -> Dated | None:
    """The one date that is said, however often; None where two differ."""
    return found[0] if len({value for value, _ in found}) == 1 else None


def named_person(page: PlainPage) -> Words | None:
    """The name before `geboren`, on its line, over two lines or just above; else after `uitgereikt aan` or the like."""
    for number, line in enumerate(page.lines):
        born = _BORN.search(line.text)
        if born:
            before = line.text[: born.start()].rstrip(" ,(")
            own = page.words(line.start + before.rfind("  ") + 1, line.start + len(before))
            above = _firsts_above(page, number)
            told = _declared_before(page, line.start + born.end())
            if told and page.page.how is How.OCR and _STAMP.search(told.text):
                told = None
            candidates = [told] if told else [own] if before.strip() else above
            name = next((name for words in candidates if (name := _bare_name(words))), None)
            if name:
                return name
    match = _AWARDED_TO.search(page.text)
    if not match:
        return None
    start = match.end()
    while start < len(page.text) and page.text[start].isspace():
        start += 1
    end = _NAME_ENDS.search(page.text, start)
    if end is None or (end.group() == "\n" and "\n" not in match.group() and _runs_on(page, start, end.end())):
        return None
    return _bare_name(page.words(start, end.start()))


def _firsts_above(page: PlainPage, number: int) -> list[Words]:
    """What begins each of the two lines above this one, the nearest first; on a scan not counting an office's stamps.

    Where a stamp was read as one with other words, those may have been the name: nothing above counts.
    """
    found: list[Words] = []
    for line in reversed(page.lines[max(0, number - 3) : number]):
        cells = list(line.cells)
        if page.page.how is How.OCR:
            stamped = [cell.text for cell in cells if _STAMP.search(cell.text)]
            if any(re.search(r"[^\W\d_]{2}", _DAY_STAMP.sub("", _STAMP.sub("", text))) for text in stamped):
                break
            days = [(cell, _DAY_STAMP.match(cell.text)) for cell in cells if cell.text not in stamped]
            behind = (page.words(cell.start + (day.end() if day else 0), cell.end) for cell, day in days)
            cells = [words for words in behind if words.text.strip()]
        found += cells[:1]
    return found[:2]


def _declared_before(page: PlainPage, end: int) -> Words | None:
    """Of the sentence that ends with this `geboren`: what stands between its last `dat` or `aan` and there."""
    start = max(0, end - 220)
    text = page.text[start:end]
    cues = [m.start() for m in re.finditer(r"\b(?:verkla(?:art|ren)|dat|aan)\b", text, re.IGNORECASE)]
    matches = (_DECLARED.match(text, cue) for cue in reversed(cues))
    match = next((m for m in matches if m and m.end() == len(text)), None)
    return page.words(start + match.start("name"), start + match.end("name")) if match else None


def _runs_on(page: PlainPage, start: int, end: int) -> bool:
    """Does the line at `start` begin before it, so that it is a sentence whose name may go on below (at `end`)?"""
    return page.text[:start].rpartition("\n")[2].strip() != "" and page.text[end : end + 1].isalpha()


def births(page: PlainPage) -> list[Dated]:
    """The dates that are said to be a day of birth."""
    return [hit for hit in dates_in(page.words(0, len(page.text))) if _BIRTH_CUE.search(_before(page, hit, 120))]


def days_of(page: PlainPage, said: re.Pattern[str]) -> list[Dated]:
    """The dates that `said` introduces (it is matched on what stands before); else those alone, or `Place, date`."""
    others = [h for h in dates_in(page.words(0, len(page.text))) if not _BIRTH_CUE.search(_before(page, h, 120))]
    stated = [hit for hit in others if said.search(_before(page, hit, 90))]
    return stated or [hit for hit in others if _closes_a_letter(page, hit)]


def _is_stamped(page: PlainPage, hit: Dated) -> bool:
    """On a scan: it stands alone like a date stamp (`05 JUN 2021`), or a stamp's word is beside or above it."""
    if page.page.how is not How.OCR:
        return False
    start = page.text.rfind("\n", 0, hit[1].start) + 1
    own, cell = page.text[start : hit[1].start], _cell_before(page, hit)
    if _STAMP.search(own) or (not cell.strip() and _DATE_STAMP.match(hit[1].text)):
        return True
    above = page.text[page.text.rfind("\n", 0, max(0, start - 1)) + 1 : start]
    return not own.strip() and bool(_STAMP.search(above)) and len(above) < 40


def _closes_a_letter(page: PlainPage, hit: Dated) -> bool:
    """It ends its column, and nothing but a place stands before it."""
    after = re.split(r"\n|  ", page.text[hit[1].end : hit[1].end + 200], maxsplit=1)[0]
    cell = _cell_before(page, hit)
    return not after.strip(" .") and (not cell.strip() or bool(_PLACE_BEFORE.match(cell)))


def _cell_before(page: PlainPage, hit: Dated) -> str:
    line = page.text[page.text.rfind("\n", 0, hit[1].start) + 1 : hit[1].start]
    return line.lstrip().rsplit("  ", 1)[-1]


def _before(page: PlainPage, hit: Dated, letters: int) -> str:
    return page.text[max(0, hit[1].start - letters) : hit[1].start]


def _bare_name(words: Words) -> Words | None:
    raw = words.page.text[words.start : words.end].rstrip(" ,(:;")
    lead = _LEAD.match(raw)
    name = Words(page=words.page, extents=((words.start + (lead.end() if lead else 0), words.start + len(raw)),))
    return name if " " in name.text and name.text[0].isupper() and looks_like_name(name.text) else None
