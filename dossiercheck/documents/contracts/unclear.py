"""What a contract treats in words from which no value was read: then a person looks, and nothing is called missing.

Wider on purpose than what the readers of the facts understand: a contract in words that nobody thought of must not be
said to lack what it has. What speaks of something else (a rate's `per uur`, the date of signing, a collective
agreement's term, pay during illness) is taken out first, so that a contract that truly lacks a fact can still be told.
"""

import re
from collections.abc import Iterable
from itertools import islice

from dossiercheck.dates import MONTHS, find_dates
from dossiercheck.documents.contracts.dated import MOST_DATES, Use, dated
from dossiercheck.documents.contracts.running import Part

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WORDS = {
    "function": re.compile(
        r"functie|werkzaamheden|\brol\b|\btaak\b|\btaken\b|\bberoep\b|benoem|\bfunction\b|\bposition\b|\brole\b|\bduties\b|job\s+title"
        r"|\b(?:opdracht|diensten|dienstverlening|inzet|zorg|begeleiding)\b[^.\n]{0,40}\b(?:houdt\s+in|houden\s+in|bestaa[tn]\s+uit|omvat(?:ten)?|betreft|betreffen|behel(?:st|zen))\b"
        r"|\bas\s+(?:an?\s+)?[A-Z]\w+\s+[A-Z(,]|\bas\s+an?\s+\w|\bappoint"
        r"|\bals\s+(?!bedoeld|gevolg|volgt|bijlage|goed|werk(?:nemer|neemster|gever)\b|opdracht(?:nemer|gever)\b|hij\b|zij\b|ze\b|je\b|jij\b|u\b|wij\b"
        r"|we\b|de\s+werk|het\b|er\b|dit\b|dat\b|deze\b|partijen\b|zodanig|niet\b|geen\b|zijnde|genoemd|omschreven|beide)\w",
        re.IGNORECASE,
    ),
    "hours_per_week": re.compile(
        r"\buur\b|\buren\b|\bu/w\b|\bfte\b|\bhours?\b|\bhrs\b|\d\s?u\b|urige\b|uren\b|werkweek|werktijd|arbeidsduur|arbeidsomvang|voltijd|deeltijd|full-?\s?time|part-?\s?time"
        r"|\b(?:dagen|dagdelen|days)\b[^.\n]{0,20}\bweek\b|\bweek\b[^.\n]{0,20}\b(?:dagen|dagdelen)\b",
        re.IGNORECASE,
    ),
    "salary": re.compile(
        r"salar|\w*loon\b|schaal|\btrede\b|tarief|vergoeding|honorari|bezoldig|beloning|ingeschaald|inschaling|verdien|€|\beuro\b|\bEUR\b|\bFWG\b"
        r"|\bsalary\b|\bwages?\b|\bfee\b|\brate\b|remunerat|\bscale\b|\bpaid\b",
        re.IGNORECASE,
    ),
}
_ASIDE = {
    "hours_per_week": re.compile(
        r"\bper\s+(?:gewerkt\s+)?uur\b|\d+\s+(?:uur|uren)\s+(?:van\s?tevoren|vooraf|voor\s+aanvang|na\b)|overuren|\batv\b[^.\n]{0,30}uren|uren?registratie|per\s+hour",
        re.IGNORECASE,
    ),
    "salary": re.compile(
        r"(?:ziekte|arbeidsongeschikt)[^.\n]{0,80}(?:loon|salaris)[^.\n]*|(?:loon|salaris)[^.\n]{0,40}(?:ziekte|arbeidsongeschikt)|loonheffing\w*|loonbelasting"
        r"|reis(?:kosten)?[^.\n]{0,40}€[^\n]{0,12}|reiskostenvergoeding|€\s*[\d.,]+\s*(?:per\s+)?(?:km|kilometer)|onkosten\w*|vakantie(?:toeslag|geld)",
        re.IGNORECASE,
    ),
    "function": re.compile(r"nevenfunctie\w*|functie\s+van\s+de\s+ondertekenaar|functioner\w+", re.IGNORECASE),
}
_ELSEWHERE = re.compile(
    r"\bcao\b|proeftijd|\bvog\b|verklaring\s+omtrent|handelsregister|\bkvk\b|diploma|geldig\s+tot|paspoort|rijbewijs|afgedrukt|\bversie\b"
    r"|getekend|opgemaakt|\bdatum\s*:?\s*$|plaats\s+en\s+datum|identiteit",
    re.IGNORECASE,
)
_BY_ITS_DATE = re.compile(r"^\W*[A-ZÀ-Þ][\w' -]{1,30},?\s+(?:d\.?d\.?\s+|de\s+|den\s+|op\s+)?$")


def unclear(texts: Iterable[Part], missing: Iterable[str]) -> tuple[str, ...]:
    """Those of the missing facts whose words occur in the texts (each paper above the place to sign)."""
    parts = tuple(texts)
    return tuple(name for name in missing if any(_treats(name, part) for part in parts))


def _treats(name: str, part: Part) -> bool:
    if name == "starts_on":
        return _has_unread_date(part)
    words = _WORDS[name]
    aside = _ASIDE.get(name)
    return words.search(aside.sub(" ", part.text) if aside else part.text) is not None


def _has_unread_date(part: Part) -> bool:
    """A date of which it is not known what it is for; also a month and a year, or a date that cannot be."""
    known = {d.start for d in dated(part) if d.use is Use.BIRTH or (d.use in (Use.END, Use.UNTIL) and d.value)}
    text = part.text
    hits = list(islice(find_dates(text), MOST_DATES))
    for hit in hits:
        line = text[text.rfind("\n", 0, hit.start) + 1 : hit.start]
        closes = text[hit.end : hit.end + 3].lstrip(" ")[:1] in ("", "\n")
        if hit.start in known or (closes and _BY_ITS_DATE.match(line)):
            continue
        if not _ELSEWHERE.search(text[max(part.sentence_start(hit.start), hit.start - 70) : hit.start]):
            return True
    pieces = (
        text[a:b] for a, b in zip([0, *(h.end for h in hits)], [*(h.start for h in hits), len(text)], strict=True)
    )
    bare = " ".join(pieces)
    return (
        re.search(rf"(?:ingang|aanvang|begin|start|vanaf|\bper)\W[^.\n]{{0,30}}\b(?:{_MONTH})\b", bare, re.IGNORECASE)
        is not None
    )
