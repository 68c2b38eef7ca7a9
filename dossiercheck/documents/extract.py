"""The layout of DUO's extract from the diploma register, and what its variants have in common.

Below the title (`DIPLOMA` …) stand the lines that name the education, then `BEHAALD DOOR` with name and
birth date, then `UITGEGEVEN DOOR` with the institution and `Place, date`: the day it was awarded. The headings may
stand side by side, with their texts in columns; older lists and screens print label and value instead.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dossiercheck.documents.diploma_parts import LABELS, DiplomaParts, together
from dossiercheck.documents.labels import read_labels
from dossiercheck.documents.places import PlainLine, PlainPage, Words
from dossiercheck.documents.prose import dates_in, looks_like_name

_REGISTER = re.compile(
    r"^.{0,40}\buit\s+het\s+register\s+onderwijsdeelnemers\W*$|\bofficieel\s+bewijs\s+van\s+diplomagegevens",
    re.IGNORECASE | re.MULTILINE,
)
_REGISTER_TITLE = re.compile(
    r"(?:(?:uittreksel|gegevens)\s+)?(?:uit\s+)?(?:het\s+)?diplomaregister(?:\s+(?:van\s+)?DUO)?\W*$", re.IGNORECASE
)
_REGISTER_LABELS = frozenset({"name", "born", "programme", "type", "level", "institution", "awarded"})
_SCREEN = re.compile(r"^(?:.{0,30}  )?mijn\s+duo\b.{0,40}$", re.IGNORECASE | re.MULTILINE)
_WEAK = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"(?:^|  )behaald\s+door\b",
        r"(?:^|  )uitgegeven\s+door\b",
        r"\bdownloaddatum\b",
        r"\bdienst\s+uitvoering\s+onderwijs\b",
        r"\bdit\s+(?:diploma|getuigschrift|certificaat)\s+heeft\s+niveau\s+NLQF",
    )
)
_TITLE = re.compile(r"(?:mbo-?\s?)?(?:diploma|getuigschrift|certificaat|verklaring|cijferlijst)$", re.IGNORECASE)
_HEADINGS = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("holder", r"behaald(?:\s+door\b|$)[\s:]*"),
        ("issuer", r"uitgegeven(?:\s+door\b|$)[\s:]*"),
        ("profile", r"profiel(?:en)?\b[\s:]*"),
        ("skip", r"door$"),
        (
            "tail",
            r"dit\s+(?:diploma|getuigschrift|certificaat|document|is\b|uittreksel)|downloaddatum|NLQF|.{0,60}officieel\s+bewijs|\d+\s+-\s+pagina"
            r"|aan\s+dit\s+document|controleer|gecertificeerd\s+door|digitaal\s+(?:ondertekend|gewaarmerkt)",
        ),
    )
)  # fmt: skip
_RUN_TOGETHER = re.compile(r"\b(?:behaald|uitgegeven)\s+door\b", re.IGNORECASE)
_HEAD = re.compile(
    r"^(?:uit\s+het\s+register|onderwijsdeelnemers$|register\s+onderwijsdeelnemers|dienst\s+uitvoering|ministerie|duo$|uittreksel|diplomaregister|mijn\s)"
    r"|NLQF|EQF",
    re.IGNORECASE,
)
_BORN = re.compile(r",?\s*\(?\bgeboren\b(?:\s+op)?\s*:?|,?\s*\bgeboortedatum\b\s*:?", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?<!\d)(?P<number>\d{5,12})\s*-\s*pagina\s+\d|\buittrekselnummer\s*:?\s*(?P<other>\d{5,12})", re.IGNORECASE
)
_DATE_LABEL = re.compile(r"^(?:datum|uitgereikt|behaald|afgegeven)\b", re.IGNORECASE)
_MOST_EDUCATION_LINES = 12


def is_extract(pages: Sequence[PlainPage]) -> bool:
    """Does it have the layout of an extract from the register, sealed or not? A screen print of Mijn DUO has not."""
    text = "\n".join(page.text for page in pages)
    if _SCREEN.search(text) and not _REGISTER.search(text):
        return False
    lines = [cell.text for page in pages for line in page.lines[:12] for cell in line.cells]
    if _REGISTER.search(text):
        return True
    if any(_REGISTER_TITLE.match(line) for line in lines) and _REGISTER_LABELS.intersection(
        read_labels([line for page in pages for line in page.lines], LABELS)
    ):
        return True
    return sum(bool(p.search(text)) for p in _WEAK) >= 2


def extract_number(pages: Sequence[PlainPage]) -> Words | None:
    """The number in the footer, by which DUO's control page knows the extract."""
    for page in pages:
        match = _NUMBER.search(page.text)
        if match:
            return page.words(*match.span("number" if match["number"] else "other"))
    return None


def read_extract(pages: Sequence[PlainPage]) -> list[DiplomaParts]:
    """The diplomas in an extract, in order. Grade lists belong to the diploma before them."""
    sections = _sections(pages)
    found = [_read_section(title, lines) for title, lines in sections]
    diplomas = [p for p in found if p.title is None or "cijferlijst" not in p.title.text.lower()]
    return diplomas or found


def _sections(pages: Sequence[PlainPage]) -> list[tuple[Words | None, list[PlainLine]]]:
    """Title and lines of each diploma; all lines under no title where there is none."""
    sections: list[tuple[Words | None, list[PlainLine]]] = []
    every: list[PlainLine] = []
    for page in pages:
        for line in page.lines:
            every.append(line)
            title = line.cells[0] if _is_title(line.cells[0], len(line.cells)) else None
            if title:
                sections.append((title, []))
            elif sections:
                sections[-1][1].append(line)
    return sections or [(None, every)]


def _is_title(cell: Words, columns: int) -> bool:
    """The title stands alone on its line, or in capitals; `Soort document  Diploma` is a label with its value."""
    return bool(_TITLE.match(cell.text)) and (columns == 1 or (columns == 2 and cell.text.isupper()))


@dataclass(slots=True)
class _Regions:
    """The cells under each heading."""

    cells: dict[str, list[Words]] = field(default_factory=dict)
    education: list[Words] = field(default_factory=list)
    """Under the title, line by line."""


def _read_section(title: Words | None, lines: Sequence[PlainLine]) -> DiplomaParts:
    parts = DiplomaParts(title=title)
    regions = _regions(lines) if title or any(_heading(c) for line in lines for c in line.cells) else _Regions()
    _read_holder(parts, regions.cells.get("holder", []))
    _read_issuer(parts, regions.cells.get("issuer", []))
    if title:
        parts.education = regions.education[:_MOST_EDUCATION_LINES]
    parts.framework = [line.words for line in lines if "NLQF" in line.text.upper()]
    _read_labelled(parts, lines)
    return parts


def _regions(lines: Sequence[PlainLine]) -> _Regions:
    regions = _Regions()
    columns: list[tuple[float, str]] = [(0.0, "education")]
    for line in lines:
        headed = [(cell, _heading(cell)) for cell in line.cells]
        named = [(_left(cell), hit[0]) for cell, hit in headed if hit and hit[0] != "skip"]
        if named:
            columns = named if len(named) > 1 else [(0.0, named[0][1])]
        if any(hit and _RUN_TOGETHER.search(cell.text, hit[1]) for cell, hit in headed):
            columns = [(0.0, "unclear")]
        kept = [cell.part(hit[1] if hit else 0, cell.end - cell.start) for cell, hit in headed]
        for cell in (cell for cell in kept if cell.text.strip(" :|")):
            name = next((n for x, n in reversed(columns) if _left(cell) >= x - 6), columns[0][1])
            regions.cells.setdefault(name, []).append(cell)
        if columns == [(0.0, "education")] and not any(_HEAD.search(cell.text) for cell in line.cells):
            regions.education.append(line.words)
    return regions


def _left(cell: Words) -> float:
    return cell.box[0] if cell.box else 0.0


def _heading(cell: Words) -> tuple[str, int] | None:
    """The heading that opens this cell, and its length; a tail's words are not cut off."""
    for name, pattern in _HEADINGS:
        match = pattern.match(cell.text)
        if match:
            return name, 0 if name == "tail" else match.end()
    return None


def _read_holder(parts: DiplomaParts, cells: Sequence[Words]) -> None:
    """The name up to `Geboren op`; the date after it."""
    names: list[Words] = []
    for number, cell in enumerate(cells):
        born = _BORN.search(cell.text)
        before = cell.part(0, born.start()) if born else cell
        if before.text and looks_like_name(before.text):
            names.append(before)
        if born:
            rest = cell.part(born.end(), cell.end - cell.start)
            parts.born += list(dates_in(rest)) or [hit for c in cells[number + 1 : number + 2] for hit in dates_in(c)]
            break
    if names:
        parts.holder.append(together(names))


def _read_issuer(parts: DiplomaParts, cells: Sequence[Words]) -> None:
    """The institution, then `Place, date`."""
    institution: list[Words] = []
    if any(_BORN.search(cell.text) for cell in cells):  # two columns run together: nothing can be told apart
        return
    for cell in cells:
        dates = list(dates_in(cell))
        if not dates:
            institution.append(cell)
            if parts.awarded:
                break
            continue
        parts.awarded += dates
        before = cell.text[: dates[0][1].start - cell.start]
        name, comma, _ = before.rstrip(" ,").rpartition(",")
        if comma and not institution and not _DATE_LABEL.match(before):
            institution.append(cell.part(0, len(name)))
        if institution:
            break
    if institution:
        parts.institution.append(together(institution))


def _read_labelled(parts: DiplomaParts, lines: Sequence[PlainLine]) -> None:
    """Fill what is still empty from labels and their values."""
    labels = read_labels(lines, LABELS)
    if not parts.holder:
        parts.holder = _labelled_names(labels)
    if not parts.born:
        parts.born = [hit for words in labels.get("born", []) for hit in dates_in(words)]
    if not parts.awarded:
        parts.awarded = [hit for words in labels.get("awarded", []) for hit in dates_in(words)]
    if not parts.institution:
        parts.institution = labels.get("institution", [])
    if not parts.education:
        parts.programme = labels.get("programme", [])
        wanted = [*labels.get("type", []), *labels.get("programme", []), *labels.get("level", [])]
        parts.education = [_line_of(lines, words) for words in wanted]


def _labelled_names(labels: dict[str, list[Words]]) -> list[Words]:
    surname = labels.get("surname", [])
    if len(surname) == 1:
        parts = [w for key in ("given", "prefix", "surname") for w in labels.get(key, [])[:1] if w.text.strip("- ")]
        return [together(parts)]
    return [w for w in labels.get("name", []) if looks_like_name(w.text)] if not surname else []


def _line_of(lines: Sequence[PlainLine], words: Words) -> Words:
    """The whole line, label included: `Niveau: 4` says more than `4`."""
    for line in lines:
        if line.words.page is words.page and line.start <= words.start < line.start + max(1, len(line.text)):
            return line.words
    return words
