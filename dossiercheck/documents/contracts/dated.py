"""What each date in a contract is for: a start, an end, a birth date, or none of these.

A date counts only by the words before it (`met ingang van`, `eindigt op`), within its sentence or form row, and only
where that sentence is about the agreement itself: the words `met ingang van` also open rises of pay and new collective
agreements, and `tot` also ends a probation period.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from dossiercheck.dates import DateHit, find_dates
from dossiercheck.documents.contracts.date_words import (
    ABOUT,
    EACH,
    HAS_RENEWED,
    LABELLED,
    NOT_ABOUT,
    OF_ITSELF,
    OTHER_SUBJECT,
    PREVIOUS,
    RENEWS,
    STARTS_AGAIN,
    TIGHT,
)
from dossiercheck.documents.contracts.in_order import in_order
from dossiercheck.documents.contracts.running import Part

MOST_DATES = 300
"""More than any contract holds; a hostile paper is read no further."""


class Use(StrEnum):
    """What a date is for."""

    START = "start"
    END = "end"
    UNTIL = "until"
    """`tot`: the day before it may be meant."""
    BIRTH = "birth"
    EARLIER = "earlier"
    """Start or end of a previous contract."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated:
    """A date and its use."""

    start: int
    end: int
    value: date | None
    """None: written as a date, but impossible."""
    use: Use
    label: bool = False
    """Said by the label of a form row."""


def dated(part: Part) -> Iterator[Dated]:
    """The dates that are for something, in order."""
    hits = islice(find_dates(part.text), MOST_DATES)
    before = 0
    for hit in hits:
        use = _by_label(part, hit) or _by_sentence(part, hit, before)
        if use:
            yield use
        before = hit.end


def _by_label(part: Part, hit: DateHit) -> Dated | None:
    """A form row: `Ingangsdatum: 1 maart 2024`, the label being all that stands left of the date in its column."""
    line_start = part.text.rfind("\n", 0, hit.start) + 1
    left = part.text[line_start : hit.start]
    if re.search(r"\s{2,}\S", left.strip()) or left.count(":") > 1:
        left = re.split(r"(?<=\S)\s{2,}(?=[^\s\d:][^\d:]{2,60}(?::|\s{2,})\s*$)", left)[-1]
    alone = re.match(r"\s*(?:$|\n|\s{2})", part.text[hit.end : hit.end + 3])
    match = LABELLED.match(left) or (LABELLED.match(left.rstrip() + "  ") if len(left.split()) <= 3 and alone else None)
    if not match:
        return None
    label = _above(part, line_start, match["label"]) + match["label"]
    if len(label.split()) > 7 or NOT_ABOUT.search(label):
        return None
    cues = list(in_order(EACH, label + " "))
    if re.match(r"\W*geb(?:oren|oorte|\.|\b)", label, re.IGNORECASE) or (cues and cues[-1].lastgroup == "birth"):
        return _made(hit, Use.BIRTH, label=True)
    ended = re.search(r"\beind|\buit dienst|t/m|tot en met|\bafloop|\bend\b|expir", label, re.IGNORECASE)
    began = re.search(
        r"ingang|aanvang|start|vanaf|verlengd van|begin|in dienst|indiensttreding|effective|commenc"
        r"|(?:duur|looptijd|periode|termijn)\b|^\W*(?:inzet|contract|dienstverband|opdracht|stage)\s+(?:van|per)\W*$",
        label,
        re.IGNORECASE,
    )
    if ended and not began:
        return _made(hit, Use.END, label=True)
    if began and not ended:
        return _made(hit, Use.START, label=True)
    return None


def _above(part: Part, line_start: int, label: str) -> str:
    """The first half of a label that takes two lines: a line of its own, right above, without a value."""
    above = part.text[part.text.rfind("\n", 0, max(0, line_start - 1)) + 1 : max(0, line_start - 1)]
    goes_on = label[:1].islower() and above.strip() and not re.search(r"\s{2,}\S|[:.\d]", above.strip())
    return above.strip() + " " if goes_on and len(above) < 50 else ""


def _by_sentence(part: Part, hit: DateHit, before: int) -> Dated | None:
    text = part.text
    opens = max(part.sentence_start(hit.start), hit.start - 420)
    sentence = text[opens : hit.start]
    near = text[max(opens, before, hit.start - 110) : hit.start]
    if _under_columns(text, hit.start) or _IF_PLEASED.search(text[opens : hit.end + 120]):
        return None
    cue = _cue(near, range_open=before > opens)
    if cue is None and (entered := _enters(near, text[hit.end : hit.end + 90])):
        return _made(hit, Use.EARLIER if _previous(sentence, text[hit.end : hit.end + 260], entered) else entered)
    if cue is None:
        return None
    if cue is Use.BIRTH:
        return _made(hit, cue)
    closes = part.sentence_end(hit.end)
    whole = text[opens : min(closes, hit.end + 220)]
    if _previous(sentence, text[hit.end : min(closes, hit.end + 260)], cue):
        return _made(hit, Use.EARLIER)
    return _made(hit, cue) if _about_the_agreement(sentence, whole) else None


_IF_PLEASED = re.compile(
    r"(?:\bbij\s+(?:goed|gebleken|voldoende|positie)\w*|\bgoed\s+functioneren|\bpositieve\s+beoordeling|\bnaar\s+tevredenheid)"
    r"[^.;]{0,120}\b(?:omgezet|omzetten|verlengd|verlengen|voortgezet|voortzetten|onbepaalde)\b",
    re.IGNORECASE,
)
"""A renewal that depends on how somebody does is none yet, and its dates are no dates of the agreement."""


def _under_columns(text: str, at: int) -> bool:
    """A row that begins with dates, below a row of several labels: which label is whose cannot be told by sentence."""
    line = text.rfind("\n", 0, at) + 1
    above = text[text.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)]
    opens = re.fullmatch(r"[\s\d./-]*", text[line:at]) is not None
    return opens and re.search(r"\S\s{2,}\S", above) is not None and re.search(r"\d|[.,;:]\s*$", above) is None


def _cue(near: str, *, range_open: bool) -> Use | None:
    """The use that the last cue before the date gives, if nothing but filler stands between them."""
    tight = [m for pattern in EACH for m in pattern.finditer(near) if TIGHT.match(near[m.end() :])]
    ends = [m for m in tight if m.lastgroup == "end" and not STARTS_AGAIN.search(m.group())]
    others = [m for m in tight if m not in ends or not ends]
    last = ends[-1] if ends else max(others, key=lambda m: m.start(), default=None)
    if last is None:
        tail = near.strip(" \n*(")
        if range_open and re.fullmatch(r"-|tot", tail):
            return Use.END
        if re.search(r"\b(?:van|per)$", tail, re.IGNORECASE):
            return Use.START
        return None
    use = Use(str(last.lastgroup))
    if use is Use.UNTIL and re.search(r"tot\s+(?:en\s+met|uiterlijk)", near[last.start() :], re.IGNORECASE):
        return Use.END
    return use


_ANEW = re.compile(
    r"(?:met\s+ingang\s+van|ingaande|m\.?i\.?v\.?|vanaf|\bper|aansluitend)\s*(?:op\s*)?$|verlengd[^.;]{0,60}$",
    re.IGNORECASE,
)


def _enters(near: str, after: str) -> Use | None:
    """`op 8 januari 2024 in dienst treedt`: the words that tell come after the date."""
    opened = re.search(
        r"\b(?:op|per|vanaf)\s+(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?$", near, re.IGNORECASE
    )
    enters = re.match(
        r"\s*(?:aanvang(?:en|t)|begin(?:nen|t)|start(?:en)?)\b[^.;:]{0,40}\b(?:werkzaamheden|werk|als)\b|\s*stel(?:t|len)\b[^.;:]{0,40}\baan\b"
        r"|[^.;:]{0,70}?\b(?:(?:werkzaamheden|werk|functie|taken)\b[^.;:]{0,60}?\b(?:aanvang(?:t|en)|begin(?:t|nen)|start(?:en)?)|in\s+dienst|aan\s+het\s+werk|aan\s+de\s+slag|begonnen|gestart|bij\s+ons\s+(?:gekomen|komen|werken))\b",
        after,
        re.IGNORECASE,
    )
    if re.search(r"\bna\s+$", near, re.IGNORECASE) and _ENDS_AFTER.match(after):
        return Use.END
    return Use.START if opened and enters else None


_ENDS_AFTER = re.compile(
    r"\s+(?:eindigt|stopt|loopt)\s+(?:de|het|deze|dit|uw|je|jouw)\s+\w*(?:overeenkomst|contract|dienstverband)\b",
    re.IGNORECASE,
)
"""`Na 28 februari eindigt het dienstverband`: that day is its last."""


_OF_A_RANGE = re.compile(
    r"\bverleng\w*\s+(?:(?:wij|we|werkgever|hierbij)\s+){0,3}(?:de|je|jouw|uw)\s+(?:\w+\s+)?(?:\w*overeenkomst|\w*contract|dienstverband)\s+van\s*$",
    re.IGNORECASE,
)
_TO_A_DATE = re.compile(r"\s*,?\s*(?:tot(?:\s+en\s+met)?|t\s?/\s?m)\s+\d", re.IGNORECASE)
"""`verlengen wij je overeenkomst van 1 maart tot en met …`: the new term, not the day of the old paper."""


def _previous(sentence: str, after: str, cue: Use) -> bool:
    if cue is Use.START and _OF_A_RANGE.search(sentence) and _TO_A_DATE.match(after):
        return False
    if PREVIOUS.search(sentence):
        begins_anew = _ANEW.search(sentence) and (RENEWS.search(sentence) or RENEWS.search(after))
        return not (cue is Use.START and begins_anew)
    renewed_later = RENEWS.search(after) and not HAS_RENEWED.search(sentence)
    return bool(
        renewed_later
        and cue in (Use.END, Use.UNTIL)
        and re.search(r"\b(?:eindigt|eindigend|eindigende|afloopt|loopt)\b", sentence)
    )


def _about_the_agreement(sentence: str, whole: str) -> bool:
    sentence = OF_ITSELF.sub(" ", sentence)
    about = [m.start() for m in ABOUT.finditer(sentence)]
    against = [m.start() for m in NOT_ABOUT.finditer(sentence)]
    if against and (not about or against[-1] > about[-1]):
        return False
    other = list(OTHER_SUBJECT.finditer(sentence))
    if other:
        return (
            re.search(r"in\s+dienst|overeenkomst|dienstverband|contract", sentence[other[-1].end() :], re.IGNORECASE)
            is not None
        )
    return bool(about or ABOUT.search(whole))


def _made(hit: DateHit, use: Use, *, label: bool = False) -> Dated:
    return Dated(start=hit.start, end=hit.end, value=hit.value, use=use, label=label)
