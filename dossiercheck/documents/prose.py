"""People and dates in running text: `verklaart dat Anna de Vries, geboren op …`, `Uitgereikt te Almelo op …`."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dossiercheck.dates import find_dates
from dossiercheck.documents.places import PlainPage, Words

Dated = tuple[date, Words]
"""A date and the words that print it."""

_NAME = re.compile(r"[^\W\d_][^\d:;@/\\_|()\[\]]{1,90}$")
_NO_NAME = re.compile(
    r"\b(?:geboren|diploma|getuigschrift|certificaat|bewijs|verklaart|verklaren|opleiding|onderwijs|niveau|examen|behaald"
    r"|uitgereikt|uitgegeven|heeft|is|aan|door|ondergetekende\w*)\b",
    re.IGNORECASE,
)
_BORN = re.compile(r"\bgeb(?:oren\b|\.)", re.IGNORECASE)
_BIRTH_CUE = re.compile(r"\b(?:geb(?:oren\b|\.)|geboortedatum\b|birth\b)[^\n\d]{0,50}\n?[^\n\d]{0,20}$", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:.{0,80}?\b(?:dat|aan|verklaart|verklaren)\b\s*:?\s+|(?:van|voor)\s+)?"
    r"(?:(?:de\s+heer|mevrouw|mejuffrouw|dhr|mw|mevr|mej)\b\.?)?(?:\s*/\s*(?:de\s+heer|mevrouw))?\s*",
    re.IGNORECASE,
)
_AWARDED_TO = re.compile(
    r"\b(?:uitgereikt|toegekend|verleend|afgegeven)\s+aan\s*:?\s+|\bverkla(?:art|ren)\b[^\n.]{0,60}\bdat\s*:?\s+"
    r"|^(?:aan|op\s+naam\s+van)\s*:?\s+(?=[A-Z])",
    re.IGNORECASE | re.MULTILINE,
)
_PLACE_BEFORE = re.compile(r"^(?:te\s+)?['A-Z][\w' -]{1,40}?,?\s*(?:d\.d\.|op|,)?\s*$")


def looks_like_name(text: str) -> bool:
    """Could these words be a person's name? No digits, no words of a diploma, not a sentence."""
    words = text.split()
    return bool(_NAME.match(text)) and 1 <= len(words) <= 12 and not text.endswith(".") and not _NO_NAME.search(text)


def dates_in(words: Words) -> Iterator[Dated]:
    """The possible dates in these words, in order."""
    for start, end in words.extents:
        for hit in find_dates(words.page.text[start:end]):
            if hit.value:
                yield hit.value, words.page.words(start + hit.start, start + hit.end)


def one(found: Sequence[Words]) -> Words | None:
    """The one thing that is said, however often; None where two differ."""
    return found[0] if len({words.text.casefold() for words in found}) == 1 else None


def one_date(found: Sequence[Dated]) -> Dated | None:
    """The one date that is said, however often; None where two differ."""
    return found[0] if len({value for value, _ in found}) == 1 else None


def named_person(page: PlainPage) -> Words | None:
    """The name before `geboren`, on its line or just above; else after `uitgereikt aan` or `verklaart dat`."""
    for number, line in enumerate(page.lines):
        born = _BORN.search(line.text)
        if born:
            before = line.text[: born.start()].rstrip(" ,(")
            own = page.words(line.start + before.rfind("  ") + 1, line.start + len(before))
            above = [above.cells[0] for above in reversed(page.lines[max(0, number - 2) : number])]
            candidates = [own] if before.strip() else above
            name = next((name for words in candidates if (name := _bare_name(words))), None)
            if name:
                return name
    match = _AWARDED_TO.search(page.text)
    if not match:
        return None
    start = match.end()
    while start < len(page.text) and page.text[start].isspace():
        start += 1
    end = re.compile(r"\n|  |$").search(page.text, start)
    return _bare_name(page.words(start, end.start())) if end else None


def births(page: PlainPage) -> list[Dated]:
    """The dates that are said to be a day of birth."""
    return [hit for hit in dates_in(page.words(0, len(page.text))) if _BIRTH_CUE.search(_before(page, hit, 120))]


def days_of(page: PlainPage, said: re.Pattern[str]) -> list[Dated]:
    """The dates that `said` introduces (it is matched on what stands before); else those alone, or `Place, date`."""
    others = [h for h in dates_in(page.words(0, len(page.text))) if not _BIRTH_CUE.search(_before(page, h, 120))]
    stated = [hit for hit in others if said.search(_before(page, hit, 90))]
    return stated or [hit for hit in others if _closes_a_letter(page, hit)]


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
    name = words.part(lead.end() if lead else 0, len(raw))
    return name if " " in name.text and name.text[0].isupper() and looks_like_name(name.text) else None
