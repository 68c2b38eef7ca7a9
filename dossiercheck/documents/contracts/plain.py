"""The last resort for a term: what is left where no words that are known stand before the dates.

Graceful, in order of plainness: the one range of dates in the paper that is about nothing else is its term; and `sinds`
tells since when somebody works here. A second range, or words about a collective agreement, probation, a course or
leave before it, and nothing is taken.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, pairwise

from dossiercheck.dates import find_dates
from dossiercheck.documents.contracts.dated import MOST_DATES, Dated, Use
from dossiercheck.documents.contracts.running import Part

_BETWEEN = re.compile(
    r"\s*,?\s*(?:(?P<incl>tot\s+en\s+met|t\s?/\s?m\.?|t\.?e?\.?m\.?|up\s+to\s+and\s+including|until\s+and\s+including|through|-|tot\s+uiterlijk)"
    r"|(?P<excl>tot|until|till|to))\s*",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"""\bcao\b|c\.a\.o|collectieve|proeftijd|probation|\bvog\b|verklaring\s+omtrent|geldig|polis|verzeker|vakantie|verlof|ziek|opleiding|cursus|studie|school|training
    |lease|bruikleen|huur(?:overeenkomst)?\b|pensioen|salaristabel|loontabel|versie|registratie|inschrijving|eerder|vorig|voorgaand|oorspronkelijk|voorheen|optie|kan\s+worden\s+verlengd
    |project|subsidie|aanbesteding|boete|beding|geboren|evaluatie|jaarplan|loonsverhoging|ge[iï]ndexeerd""",
    re.IGNORECASE | re.VERBOSE,
)
_SINCE = re.compile(
    r"(?:\bsinds|\b(?:inging|aanving|begon|begonnen|ingegaan|aangevangen)\s+(?:op|per))\s+(?:\w+dag\s+)?$",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\s+(?:is\s+|was\s+)?(?:ingegaan|begonnen|aangevangen|gestart|inging|aanving|begon)\b", re.IGNORECASE
)
"""Behind a date: `dat op 1 maart 2023 is ingegaan`."""
_HERE = re.compile(
    r"in\s+(?:\w+\s+)?dienst|bij\s+ons|\bwerk(?:t|zaam)\b|arbeidsovereenkomst|dienstverband|\bcontract\b|\bovereenkomst\b",
    re.IGNORECASE,
)
_NOT_HERE = re.compile(
    r"voorganger|eerder|andere|uitzend|stage|stagiai|vrijwillig|anci[eë]nniteit|dienstjaren|gevestigd|ingeschreven|opgericht|in\s+de\s+zorg\b|zelfstandig",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Range:
    """The term; `until` where the words between its dates are `tot`, by which the day before may be meant."""

    first: Dated
    last: Dated
    until: bool


def only_range(part: Part, dates: list[Dated]) -> Range | None:
    """The one range of dates that is about nothing else."""
    hits = list(islice(find_dates(part.text), MOST_DATES))
    known = {d.start: d.use for d in dates}
    found: dict[tuple[date, date], Range] = {}
    for first, last in pairwise(hits):
        between = _BETWEEN.fullmatch(part.text[first.end : last.start])
        if not between or first.value is None or last.value is None or not first.value < last.value:
            continue
        if known.get(first.start) in (Use.BIRTH, Use.EARLIER) or known.get(last.start) in (Use.BIRTH, Use.EARLIER):
            continue
        sentence = part.text[max(part.sentence_start(first.start), first.start - 220) : last.end]
        above = part.text[max(0, first.start - 60) : first.start].rpartition("\n\n")[2]
        if _ELSEWHERE.search(sentence) or _ELSEWHERE.search(above):
            continue
        use = Use.END if between["incl"] else Use.UNTIL
        found.setdefault(
            (first.value, last.value),
            Range(
                first=Dated(start=first.start, end=first.end, value=first.value, use=Use.START),
                last=Dated(start=last.start, end=last.end, value=last.value, use=use),
                until=use is Use.UNTIL,
            ),
        )
    if len(found) != 1:
        return None
    [term] = found.values()
    assert term.first.value is not None and term.last.value is not None
    return term if term.last.value - term.first.value <= timedelta(days=366 * 10) else None


def since(part: Part) -> Dated | None:
    """The one date since when this person works here, as a letter or change of the contract tells it."""
    found = []
    for hit in islice(find_dates(part.text), MOST_DATES):
        opens = max(part.sentence_start(hit.start), hit.start - 300)
        sentence = part.text[opens : min(part.sentence_end(hit.end), hit.end + 120)]
        if (
            hit.value
            and (
                _SINCE.search(part.text[opens : hit.start])
                or (re.search(r"\b(?:op|per)\s+$", part.text[opens : hit.start]) and _BEGAN.match(part.text, hit.end))
            )
            and _HERE.search(sentence)
            and not _NOT_HERE.search(sentence)
        ):
            found.append(Dated(start=hit.start, end=hit.end, value=hit.value, use=Use.START))
    return found[0] if len({d.value for d in found}) == 1 else None
