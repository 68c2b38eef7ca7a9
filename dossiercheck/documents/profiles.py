"""The screening profiles of a VOG: their codes and names, and how to read them from a profile line."""

import re

from dossiercheck.dates import find_dates
from dossiercheck.documents.places import PlainPage, Words
from dossiercheck.patterns import later

ASPECTS = frozenset(
    ["11", "12", "13", "21", "22", "36", "37", "38", "41", "43", "53", "61", "62", "63", "71", "84", "85", "86", "91"]
)
"""Function aspects of the general profile."""

WITHDRAWN = frozenset(["14", "15", "31", "32", "33", "34", "35", "42", "51", "52", "81", "82", "83"])

SPECIFIC = {
    "01": r"politieke ambtsdragers?",
    "06": r"visum en emigratie",
    "18": r"huisvestingsvergunning",
    "25": r"\(?buitengewoon\)? opsporingsambtena(?:ar|ren)",
    "40": r"vakantiegezinnen en adoptie",
    "45": r"gezondheids\s?zorg en welzijn(?: van mens en dier)?",
    "50": r"exploitatievergunning",
    "55": r"juridische dienstverlening",
    "60": r"(?<!middelbaar )(?<!hoger )(?<!voortgezet )(?<!van het )\bonderwijs\b",
    "65": r"taxi[ -]?(?:branche;? )?chauffeurs(?:kaart|pas)",
    "70": r"taxi[ -]?(?:branche;? )?ondernemersvergunning",
    "75": r"\(?gezins\)?voogd",
    "80": r"be[eë]digd(?:e)? tolk",
    "85 (schietvereniging)": r"(?:\b85\W{1,3})?lidmaatschap (?:van een )?schietvereniging(?:\W{1,3}85\b)?",
    "95": r"financi[eë]le dienstverlening",
    "96": r"onbekende functie",
    "97": r"beveiliging burgerluchtvaart",
}
"""Specific profiles by the words that name them. That of shooting clubs has the number of an aspect, care for people:
by its name it is told apart."""

_NAMES = tuple((code, later(words, re.IGNORECASE)) for code, words in SPECIFIC.items())
_KNOWN = ASPECTS | WITHDRAWN | frozenset(SPECIFIC)
_CODE = later(
    r"(?<![\w.,/€-])(?<!\d )(?<!artikel )(?<!artikelen )(?<!art\. )(?<!lid )(?<!pagina )(?<!nummer )"
    r"(?<!niet )(?<!geen )(?<!behalve )"
    r"\d\d(?![\w/€-])(?![.,:]\d)(?! \d{3})(?!\s?(?:dagen|jaar|maanden|uur|weken|%))",
    re.IGNORECASE,
)
_LIST = later(r"\s*\d\d(?:[\s,;/+-]+(?:en\s+)?\d\d)*\s*\.?\s*$")
_TWO_DIGITS = later(r"\d\d")
_MOST = 8

_ANCHORS = (
    later(r"volgende\s+(?:screenings-?\s?)?profiel(?:\(en\)|en)?(?!\w)", re.IGNORECASE),
    later(
        r"\b(?:screenings-?\s?|functie-?\s?)?(?:profiel(?:\(en\)|en)?|aspect(?:\(en\)|en)?)(?!\w)|\bprofielcodes?\b"
        r"|\brisicogebied(?:en)?\b",
        re.IGNORECASE,
    ),
)
_END = later(
    r"\bop\s+de\s+(?:volgende|achterzijde|tweede)\b|\bop\s+pagina\b|\bzie\s+(?:ook\s+)?(?:de\s+)?(?:achterzijde|ommezijde|volgende|pagina)"
    r"|\bhoogachtend\b|\bmet\s+vriendelijke\b|\bde\s+(?:minister|staatssecretaris)\b|\buit\s+de\s+screening\b"
    r"|\bdeze\s+verklaring\b|\bnamens\s+de|\.\s+(?=[A-Z])|\n(?=[^\n]{0,40}\b(?:datum|kenmerk|naam|geboren|geboorte\w+)\b)",
    re.IGNORECASE,
)
_LONGEST = 400


def find_profiles(page: PlainPage) -> tuple[tuple[str, ...], Words] | None:
    """The codes in the profile line of this page, in the order printed, and the words they were read from."""
    for anchor in _ANCHORS:
        codes: list[str] = []
        extents: list[tuple[int, int]] = []
        at = 0
        while match := anchor.search(page.text, at):
            start, end = _segment(page.text, match.end())
            at = max(match.end(), end)
            found = read_codes(page.text[start:end])
            if found:
                codes += found
                extents.append((start, end))
        if codes:
            unique = tuple(dict.fromkeys(codes))
            return (unique, Words(page=page, extents=tuple(extents))) if len(unique) <= _MOST else None
    return None


def read_codes(text: str) -> tuple[str, ...]:
    """The codes that a profile line prints, as numbers or as names; withdrawn ones too."""
    flat = re.sub(r"\s", " ", text)
    for hit in list(find_dates(flat)):
        flat = flat[: hit.start] + "#" * (hit.end - hit.start) + flat[hit.end :]
    lists = [m.span() for m in re.finditer(r"[^\n]+", text) if _LIST.match(flat[m.start() : m.end()])]
    numbers = [m for start, end in lists for m in _TWO_DIGITS.finditer(flat, start, end)]
    numbers += [m for m in _CODE.finditer(flat) if not any(start <= m.start() < end for start, end in lists)]
    named = [(*m.span(), code) for code, name in _NAMES for m in name.finditer(flat)]
    hits = [
        (m.start(), m.group())
        for m in numbers
        if m.group() in _KNOWN and not any(start <= m.start() < end for start, end, _ in named)
    ]
    hits += [(start, code) for start, _, code in named]
    return tuple(dict.fromkeys(code for _, code in sorted(hits)))


def _segment(text: str, start: int) -> tuple[int, int]:
    """What belongs to a profile line: from its anchor to the next sentence, without the colon."""
    while start < len(text) and text[start] in " :\n\t-":
        start += 1
    stop = min(len(text), start + _LONGEST)
    end = _END.search(text, start, stop)
    until = end.start() if end else stop
    while until > start and text[until - 1].isspace():
        until -= 1
    return start, until
