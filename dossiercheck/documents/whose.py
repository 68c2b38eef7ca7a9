"""Whose something in a care plan is, by the words on its line and the heading above it."""

import re

from dossiercheck.documents.model_organisation import Whose
from dossiercheck.patterns import later

_CLIENT = later(
    r"cli[eë]nt|deelnemer|bewoner|zorgvrager|hulpvrager|\binwoner|\bpartner\b|\bdochter\b|\bzoon\b|\bmoeder\b|\bvader\b|\bbroer\b|\bzus\b|mantelzorg|\bfamilie|echtgeno"
    r"|contactpersoon|vertegenwoordiger|\bburen\b|\bbuurvrouw|\bbuurman|\bkinderen\b|\bNAW\b|personalia|persoonsgegevens|persoonlijke\s+gegevens",
    re.IGNORECASE,
)
STAFF = later(
    r"begeleid(?:st)?er|opgesteld\s+door|opsteller|\bauteur|behandelaar|co[oö]rdinator|teamleid|zorgverlener|zorgaanbieder|\baanbieder|\borganisatie|\bkantoor|directeur|directie"
    r"|bestuurder|medewerker|\bcoach\b|regiebehandelaar|persoonlijk\s+begeleid|\bPB'?er\b|\bgezinscoach|hulpverlener|\bstichting\b|\bB\.?V\.?(?!\w)|namens\s+de|zorgmanager",
    re.IGNORECASE,
)
_OF_THE_PROVIDER = later(r"contactpersoon\s+(?:van\s+(?:de\s+)?)?(?:organisatie|aanbieder)", re.IGNORECASE)
_HEADING = later(
    r"gegevens|personalia|\bNAW\b|^cli[eë]nt\w*\W*$|^deelnemer\W*$|^begeleider\W*$|^(?:zorg)?aanbieder\W*$|^organisatie\W*$|^contact\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 45
_LINES_ABOVE = 8


def whose(text: str, start: int, end: int) -> Whose:
    """By the nearest cue: before it on the line, else behind it there, else the heading above."""
    begin = text.rfind("\n", 0, start) + 1
    close = text.find("\n", end)
    before, behind = text[begin:start], text[end : close if close >= 0 else len(text)]
    near = _nearest(before) or _first(behind)
    if near:
        return near
    for line in reversed(text[:begin].split("\n")[-_LINES_ABOVE - 1 :]):
        if len(line) <= _LONGEST_HEADING and _HEADING.search(line.strip()):
            return _nearest(line) or Whose.UNKNOWN
    return Whose.UNKNOWN


def _nearest(before: str) -> Whose | None:
    """The last cue."""
    client = max((m.end() for m in _CLIENT.finditer(before)), default=-1)
    staff = max((m.end() for m in (*STAFF.finditer(before), *_OF_THE_PROVIDER.finditer(before))), default=-1)
    if client < 0 and staff < 0:
        return None
    return Whose.STAFF if staff >= client else Whose.CLIENT


def _first(behind: str) -> Whose | None:
    """The first cue."""
    client, staff = _CLIENT.search(behind), STAFF.search(behind)
    if client is None and staff is None:
        return None
    if client is None or (staff and staff.start() < client.start()):
        return Whose.STAFF
    return Whose.CLIENT
