"""A diploma that is no extract: the school's own paper, with a text layer, in running text or with labels."""

import re
from collections.abc import Sequence

from dossiercheck.documents.diploma_parts import LABELS, DiplomaParts
from dossiercheck.documents.education import education_type
from dossiercheck.documents.labels import read_labels
from dossiercheck.documents.places import PlainLine, PlainPage, Words
from dossiercheck.documents.prose import births, dates_in, days_of, looks_like_name, named_person
from dossiercheck.patterns import later

_TITLE = later(
    r"(?:(?:mbo|hbo|wo|havo|vwo|vmbo|bachelor|master|propedeuse|propedeutisch|keuzedeel|deel|associate\s+degree)[\s-]*)?"
    r"(?:diploma|getuigschrift|certificaat|bul|cijferlijst|resultatenlijst|mbo-?\s?verklaring|praktijkverklaring|schoolverklaring"
    r"|bewijs\s+van\s+(?:deelname|vakbekwaamheid)|diploma\s?supplement)\b(?P<rest>.{0,70})$",
    re.IGNORECASE,
)
_OTHER_TITLE = later(
    r"\b(?:ISO|HKZ|NEN|verzeker|polis|managementsyste|of\s+completion|van\s+echtheid|KIWA|SKJ|BIG)", re.IGNORECASE
)
_TITLE_LINES = 15
_EVIDENCE = tuple(
    later(pattern, re.IGNORECASE)
    for pattern in (
        r"\bgeboren\b|\bgeboortedatum\b",
        r"\bmet\s+(?:goed|gunstig)\s+gevolg|\bmet\s+succes|\bgeslaagd",
        r"\bexamen|\bbevoegd\s+gezag\b|\bexamencommissie",
        r"\buitgereikt\b|\btoegekend\b|\bverleend\b|\bbehaald\b",
        r"\bheeft\s+(?:voldaan|gevolgd|deelgenomen|afgelegd)|\bverkla(?:art|ren)\b",
        r"\b(?:opleiding|kwalificatie|cursus|training)\b",
        r"\b(?:hogeschool|universiteit|ROC|college|beroepsonderwijs)\b",
    )
)
_PLAIN_SIGNS = 5
"""The first of these say what only a diploma says; the others speak of education in general."""
_NOT_A_DIPLOMA = later(
    r"\bfunctie-?(?:omschrijving|eisen)|\bvacature\b|\bkenniscentrum\s+EVC\b|\bmijn\s+duo\b|\bmanagementsysteem|\bISO\s?\d{4}|\barbeidsovereenkomst\b|\bpolisnummer|\bsollicit|\bcurriculum\s+vitae|\bervarings-?\s*certificaat"
    r"|\bcompet(?:entie|ie)bewijs|\bvakbekwaamheidsbewijs|\benvelope\s+id|\bverzekerde\b",
    re.IGNORECASE,
)
_AWARDED = later(
    r"\b(?:uitgereikt|gegeven|afgegeven|verleend|toegekend|ondertekend|opgemaakt|datum(?:\s+(?:van\s+)?(?:uitreiking|afgifte))?)\b[^\d\n]{0,50}$",
    re.IGNORECASE,
)
_SCHOOL = later(
    r"\b(?:ROC|AOC|MBO\s+College|\w*college|hogeschool|universiteit|instituut|onderwijsgroep|\w*school|academie|NCOI|LOI|NTI|\w*opleidings?e?n?centrum|scholengemeenschap|onderwijscentrum|ISBW|Capabel)\b",
    re.IGNORECASE,
)
_INSTITUTION = later(
    r"(?:van\s+)?(?:(?:de|het)\s+)?(?P<name>.+?)(?:,?\s+te\s+[A-Z'][\w' -]{1,40}|,\s+[A-Z][\w' -]{1,40})?[\s,]*$",
    re.IGNORECASE,
)
_PROGRAMME = later(
    r"\b(?:[\w-]{0,30}opleiding|kwalificatie|studie|examen\s+(?:van|voor|in)(?:\s+de)?)\s*"
    r"(?:tot|voor|van|in)?\s*:?\s+[\"']?(?P<name>[A-Z](?:[^\n.;:,\"(]|(?<! )\n(?=[A-Za-z])){3,90})"
)
_PROGRAMME_ENDS = later(
    r"  |\s+(?:met\s+(?:goed|gunstig|succes)|(?:is|heeft|hebben|wordt|zijn|verkla(?:art|ren)|behaald|afgelegd"
    r"|afgerond|voltooid|te|dat|aan\s+(?:de|het)|op\s+\d|zoals|als\s+bedoeld|waarvan)\b)"
)
_SCHOOL_IN_PROSE = later(
    r"\b(?:aan|van|bij)\s+(?:(?:de|het)\s+)?(?P<name>(?:[A-Z][\w'&-]*\s+(?:(?:van|de|den|der|voor|en)\s+){0,2}){0,5}[A-Z][\w'&-]*)"
    r"(?=,?\s+(?:te\s+[A-Z']|verkla|dat\b)|[.,]\s)"
)
_EDUCATION = later(
    r"\b(?:kwalificatie)?niveau\b|\b(?:vak|middenkader|specialisten|basisberoeps|assistent\w*|entree)opleiding\b|\bproped|\bbachelor\b|\bmaster\b",
    re.IGNORECASE,
)
_LANGUAGE_LEVEL = later(
    r"\b(?:nederlands|engels|duits|rekenen|taal|talen|spreken|lezen|schrijven|luisteren)\b", re.IGNORECASE
)


def school_paper_confidence(pages: Sequence[PlainPage]) -> float:
    """How surely this is a school's (or a course's) paper: 0 without its title, else by what a diploma says."""
    if not pages or _title(pages[0]) is None or _NOT_A_DIPLOMA.search(pages[0].text):
        return 0.0
    signs = [bool(p.search(pages[0].text)) for p in _EVIDENCE]
    return 0.0 if sum(signs) < 2 or not any(signs[:_PLAIN_SIGNS]) else min(0.92, 0.6 + 0.08 * sum(signs))


def read_school_paper(pages: Sequence[PlainPage]) -> DiplomaParts:
    """The parts of a school's paper, from its first page."""
    page = pages[0]
    title = _title(page)
    labels = read_labels(page.lines, LABELS)
    parts = DiplomaParts(title=title)
    parts.holder = [w for w in labels.get("name", []) if looks_like_name(w.text)] or _named(page)
    parts.born = [hit for words in labels.get("born", []) for hit in dates_in(words)] or births(page)
    parts.awarded = [hit for words in labels.get("awarded", []) for hit in dates_in(words)] or days_of(page, _AWARDED)
    parts.institution = labels.get("institution", []) or _institutions(page)
    parts.education = _education(page, title)
    parts.programme = labels.get("programme", []) or [
        named for m in _PROGRAMME.finditer(page.text) if (named := _programme(page, *m.span("name")))
    ]
    return parts


def _title(page: PlainPage) -> Words | None:
    for line in page.lines[:_TITLE_LINES]:
        for cell in line.cells:
            if (
                len(cell.text) <= 90
                and cell.text[0].isupper()
                and _TITLE.match(cell.text)
                and not _OTHER_TITLE.search(cell.text)
            ):
                return cell
    return None


def _named(page: PlainPage) -> list[Words]:
    name = named_person(page)
    return [name] if name else []


def _programme(page: PlainPage, start: int, end: int) -> Words | None:
    """The name of a programme in a sentence, which may run on over the end of the line; else up to there."""
    ends = _PROGRAMME_ENDS.search(page.text, start, end + 20)
    until = min(end, ends.start()) if ends else end
    newline = page.text.find("\n", start, until)
    if newline > 0 and not _in_a_sentence(page, start):
        until = newline
    elif newline > 0 and until == end and page.text[end : end + 1] not in (".", ",", ";", "("):
        return None
    return page.words(start, until)


def _in_a_sentence(page: PlainPage, start: int) -> bool:
    """Is it begun before these words, so that they may go on below?"""
    return len(page.text[:start].rpartition("\n")[2].split()) > 2


def _institutions(page: PlainPage) -> list[Words]:
    told = [
        page.words(*m.span("name")) for m in _SCHOOL_IN_PROSE.finditer(page.text) if _SCHOOL.search(m.group("name"))
    ]
    if told:
        return told
    return [
        _bare(cell)
        for line in page.lines
        for cell in line.cells
        if len(cell.text) <= 80
        and _SCHOOL.search(cell.text)
        and not any(True for _ in dates_in(cell))
        and not cell.text.endswith(".")
    ]


def _bare(cell: Words) -> Words:
    """`van de Hogeschool X te Y` without what is not its name."""
    match = _INSTITUTION.match(cell.text)
    return cell.part(match.start("name"), match.end("name")) if match else cell


def _education(page: PlainPage, title: Words | None) -> list[Words]:
    lines = [
        line
        for line in page.lines
        if (education_type(line.text) or _EDUCATION.search(line.text)) and not _LANGUAGE_LEVEL.search(line.text)
    ]
    words = [_with_level_below(page, line) for line in lines]
    return [title, *(w for w in words if w.start != title.start)] if title else words


def _with_level_below(page: PlainPage, line: PlainLine) -> Words:
    """A sentence whose line ends with `niveau` has the number on the next one."""
    below = next((other for other in page.lines if other.start > line.start), None)
    if below is None or not line.text.rstrip(" (:").lower().endswith("niveau"):
        return line.words
    return Words(page=page, extents=(*line.words.extents, *below.cells[0].extents))
