"""How long a contract is for: `voor de duur van twaalf (12) maanden`, `een half jaar`, `26 weken`.

Interpretation: a term of n months from day d ends the day before day d of the nth month after it; where that month has
no day d, on its last day.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dossiercheck.documents.contracts.in_order import in_order
from dossiercheck.documents.contracts.numbers import NUMBER, number, spelled
from dossiercheck.documents.contracts.running import Part

_UNIT = r"(?P<unit>(?:kalender)?maand(?:en)?|months?|jaar|jaren|years?|week|weken|weeks?|dagen)"
_LENGTH = re.compile(
    rf"""(?P<open>(?:voor|met|gedurende|van|is|bedraagt|for|of|duur|duurt|looptijd|periode|termijn|by|:|\s{{2}})\s*(?:de\s+(?:duur|tijd|periode|termijn)\s+van\s+|een\s+(?:periode|duur|termijn|tijd|tijdvak)\s+van\s+|nog\s+|nogmaals\s+|wederom\s+|opnieuw\s+|maximaal\s+|a\s+(?:period|term|duration)\s+of\s+)?)
    (?:(?P<half>(?:een\s+)?half\s?-?jaar|een\s+halfjaar)|(?P<more>anderhalf\s+jaar)
      |(?P<n>{NUMBER})\s*(?:\([^)\n]{{1,24}}\)\s*)?\s*(?:hele\s+|volle\s+|aaneengesloten\s+)?{_UNIT}
       (?:\s+en\s+(?P<extra>{NUMBER})\s*(?:\([^)\n]{{1,24}}\)\s*)?(?P<unit2>maand(?:en)?))?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FOR = re.compile(
    r"""aangegaan|gesloten|overeenkomst|contract|dienstverband|in\s+dienst|duurt|verleng|voortgezet|opdracht|stage|looptijd|duur|aanstell
    |bepaalde\s+(?:tijd|duur)|detach|inhuur|agreement|employ|term\b|extended|praktijkvorming|internship""",
    re.IGNORECASE | re.VERBOSE,
)
_TAKEN_ON = re.compile(r"\s*(?:in\s+dienst|aangegaan|gesloten|aangesteld|verlengd)\b", re.IGNORECASE)
_NOT_FOR = re.compile(
    r"""proeftijd|probation|opzeg|notice|na\s+(?:het\s+einde|afloop|be[eë]indiging|de\s+be[eë]indiging)|concurren|relatiebeding|ziekte|arbeidsongeschikt|geheimhouding
    |verlof|garantie|bewaar|boete|betal|binnen|factu|vakantie|aanzegg|voorafgaand|uiterlijk|v[óò][óò]r\s|overplaats|loondoorbetaling|terugbetal|studie|tussenpoz|evalu|na\s+(?:ommekomst|het\s+verstrijken)
    |kan\s+(?:worden\s+)?(?:eenmaal|verleng)|kunnen\s+.{0,30}verleng|optie|jonger|ouder\s+dan|leeftijd|oud\b|jaarlijks|per\s+jaar|schriftelijk\s+laten""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Length:
    """A stretch of time, and where it stands in the part."""

    months: int
    days: int
    start: int
    end: int

    def end_from(self, begins: date) -> date | None:
        """The last day of a term that begins then; None where that is beyond any calendar here."""
        if self.months == 0:
            return begins + timedelta(days=self.days - 1)
        month = begins.month - 1 + self.months
        year, month = begins.year + month // 12, month % 12 + 1
        if year > 2200:
            return None
        last = monthrange(year, month)[1]
        return date(year, month, last) if begins.day > last else date(year, month, begins.day) - timedelta(days=1)


def lengths(part: Part) -> tuple[Length, ...]:
    """The lengths for which the agreement is made (not those of notice, probation and the like)."""
    found = []
    for match in in_order((_LENGTH,), part.text, spelled):
        opens = max(part.sentence_start(match.start()), match.start() - 300)
        before = part.text[opens : match.end()]
        after = re.split(r"[.;]\s|\n\n", part.text[match.end() : match.end() + 60])[0]
        line = part.text[part.text.rfind("\n", 0, match.start()) + 1 : match.start() + 3]
        if re.match(r"^\s*[^\n:.]{3,40}(?::|\s{2,})", line):
            before = line + match.group()
        if (
            not (_FOR.search(before) or _TAKEN_ON.match(after))
            or _NOT_FOR.search(before)
            or re.match(
                r"\W*(?:voor\s+(?:het|de|afloop|einde)|na|proeftijd|opzeg|later|eerder|geleden|oud|ertussen|ervoor|vooraf|van\s+tevoren|notice)\b",
                after,
            )
        ):
            continue
        length = _length(match)
        if length:
            found.append(length)
    return tuple(found)


def _length(match: re.Match[str]) -> Length | None:
    months = days = 0
    if match["half"]:
        months = 6
    elif match["more"]:
        months = 18
    else:
        n = number(match["n"])
        unit = match["unit"].lower()
        if n is None or n <= 0:
            return None
        if unit.startswith(("jaar", "jaren", "year")):
            months = round(n * 12)
        elif unit.startswith(("week", "weken")):
            days = round(n * 7)
        elif unit.startswith("dag"):
            days = round(n)
        else:
            months = round(n)
        if match["extra"] and (extra := number(match["extra"])):
            months += round(extra)
    if months > 240 or days > 4000 or (months == 0 and days == 0):
        return None
    return Length(months=months, days=days, start=match.start(), end=match.end())
