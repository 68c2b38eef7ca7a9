"""In which order the lines of a page are read, and which are none of the text's.

Prose in two columns is read to the end of the left one first, tables stay rows; labels in one row with their values in
the next get their values beside them; letterheads and page numbers of every page fall away, so that a sentence goes on
over them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from dossiercheck.readers.content import Line, Page, Span

_JOINED = re.compile(r"^(?:van|der|den|de|het|ten|ter|te|in|op|en|of|tot|aan|'t)\b", re.IGNORECASE)


def goes_on(text: list[str], line: Line) -> bool:
    """A word broken at the end of the line above (`decem-` / `ber`); a hyphen before `de Wit` or `en` stays."""
    if len(text) < 2 or text[-1] != "\n" or not re.search(r"[a-zà-ÿ]{2}-$", text[-2]) or len(line.spans) != 1:
        return False
    below = line.spans[0].text
    return below[:1].islower() and _JOINED.match(below) is None


def furniture(pages: Sequence[Page]) -> set[str]:
    """Lines that open or close several pages: letterheads, page numbers, places for initials."""
    seen: dict[tuple[str, bool], set[int]] = {}
    for page in pages:
        for top, lines in ((True, page.lines[:3]), (False, page.lines[-3:])):
            for line in lines:
                if top or _FURNITURE.search(line.text):
                    seen.setdefault((_bare(line), top), set()).add(page.number)
    return {words for (words, _), pages in seen.items() if len(pages) > 1}


_FURNITURE = re.compile(
    r"paraaf|initials|pagina|\bpage\b|\d\s*(?:van|/|of|-)\s*\d|postbus|www\.|@|\btel\b|\bkvk\b|versie|version|vertrouwelijk|\|",
    re.IGNORECASE,
)


def _bare(line: Line) -> str:
    words = re.sub(
        r"\b(?:pagina|page)\s*\d+(?:\s*(?:van|of|/)\s*\d+)?|\b\d+\s*(?:van|/|of)\s*\d+\b",
        "#",
        line.text,
        flags=re.IGNORECASE,
    )
    return " ".join(words.lower().split())


_OPENS_A_PAPER = re.compile(
    r"overeenkomst|contract|verlenging|addendum|omzetting|agreement|ondergetekende|\bgeboren\b|\bhierna\b",
    re.IGNORECASE,
)
"""Never a letterhead: a title, or the parties of the next contract of a chain in the words of the first one."""


def without_furniture(page: Page, repeated: set[str]) -> Page:
    """The page without repeated lines; the first page keeps those at its top."""
    if not repeated:
        return page
    kept = tuple(
        line
        for number, line in enumerate(page.lines)
        if _bare(line) not in repeated or _OPENS_A_PAPER.search(line.text) or (page.number == 1 and number < 3)
    )
    return Page(
        number=page.number, width=page.width, height=page.height, lines=kept, how=page.how, confidence=page.confidence
    )


def in_reading_order(page: Page) -> Iterator[tuple[bool, Line]]:
    """The page's lines, each with whether a wide gap stands above it."""
    lines = _labels_beside(_columns_apart(page))
    steps = [below.box[1] - above.box[1] for above, below in pairwise(lines)]
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
    r"""(?:naam|functie|geboortedatum|geboren|geb\.|in\sdienst|contract|beroep|rol\b|salaris\sper|datum\s(?:in|uit)\sdienst|datum\sondertekening|ingangsdatum|einddatum|begindatum|aanvang|einde|arbeidsduur
    |uren|salaris|bruto\s|maandsalaris|uurloon|uurtarief|tarief|soort|schaal|trede|plaats|vestigingsplaats|woonplaats|adres|inschaling|looptijd|duur|dienstverband|werkgever|werknemer
    |opdrachtgever|opdrachtnemer|stagiair|medewerker|organisatie|vrijwilliger|omvang|kvk|postcode|standplaats|start|proeftijd|cao|opleiding|employer|employee|position|date\sof\sbirth)""",
    re.IGNORECASE | re.VERBOSE,
)
_ROLE_ONLY = re.compile(
    r"\W*(?:werkg|werkn|opdracht|medewerk|organisatie|vrijwillig|stag|uitzend|inlen|student|employ)\w*\W*$",
    re.IGNORECASE,
)


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
