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


_START = r"""met\s+ingang\s+(?:van|per|op)(?:\s+(?:maan|dins|woens|donder|vrij|zater|zon)dag)?
    |m\.?\s?i\.?\s?v\.?|ingaande(?:\s+(?:op|per|van|vanaf))?|ing(?:aand|egaan)\s+(?:op|per)
    |ingangsdatum|gaat\s+in(?:\s+(?:op|per))?|(?:in\s+dienst|dienst(?:verband|betrekking)?)(?:\s+(?:is
    |zal))?\s*(?:getreden\s+)?(?:per|op|vanaf|sinds)
    |(?:treedt|treed|start|begint|aanvang(?:t|en)?|aan(?:ge)?vangen|vangt|begonnen|starten|ingang|geldt
    |loopt|duurt|aangegaan|gesloten|werkzaam|periode|looptijd|duur|tijd|termijn|data|stage(?:periode)?|week
    |weken|maanden|maand|jaar|opdracht|overeenkomst|stagiaire?|vrijwilliger|werkzaamheden|tijdvak)
        (?:\s+(?:\S+\s+){0,3}?(?:aan\s+)?)?\s*[:,(]?\s*(?:op|per|vanaf|van|aan\s+op|from|on)\b
    |eerste\s+(?:(?:werk|stage|contract)dag|dag\s+van\s+(?:het|de|je|jouw|uw)\s+(?:contract|dienstverband|stage|\w*overeenkomst|aanstelling))(?:\s+(?:is|wordt|valt|zal\s+zijn))?(?:\s+op)?
    |wanneer\s+(?:begin|start)\w*\s+(?:je|u|jij|ik)\s*\?
    |verlengd\s+van|(?:start|begin|aanvangs?|indiensttredings?)-?\s?datum|indiensttreding(?:\s+(?:vindt\s+plaats\s+)?(?:op|per
    |is))?|datum\s+(?:in\s+dienst(?:treding)?|aanvang|ingang|indiensttreding)
    |aanvang(?:\s+\w+){0,2}|begin(?:\s+\w+){0,2}|vanaf|with\s+effect\s+from|effective(?:\s+(?:date|from
    |as\s+of|on))?|as\s+(?:of|from)|enters?\s+(?:into\s+)?(?:the\s+)?(?:service|employment)(?:\s+of\s+(?:the\s+)?\w+)?\s+(?:on|as\s+of|from)
    |commenc\w+(?:\s+(?:(?:\S+\s+){0,4}?(?:on|from)|date))?|start(?:s
    |ing)?(?:\s+(?:on|date|from))?|from"""
_END = r"""tot\s+en\s+met|t\s?/\s?m|t\.?e?\.?m\.(?=\s)|t/m|(?:eindig(?:t|end|en)?|expireert|stopt
    |vervalt),?(?:\s+(?:\S+\s+){0,12}?(?:op\b
    |per\b|met\s+ingang\s+van|d\.?d\.?))?|afgerond\s+op|einddatum|eind(?:e|igt)?(?:\s+\w+){0,3}
    |loopt\s+(?:\S+\s+){0,4}?af\s+(?:op|per)|loopt\s+(?:\S+\s+){0,3}?t(?:ot\s+en\s+met|/m)|afloopt\s+op
    |van\s+rechtswege(?:\s+\S+){0,5}?\s+(?:op|per)|datum\s+(?:einde|uit\s+dienst)|uit\s+dienst|afloopdatum
    |expires?(?:\s+on)?
    |ends?(?:\s+on|\s+date)?|terminat\w+(?:\s+\S+){0,4}\s+on|up\s+to\s+and\s+including|through
    |until\s+and\s+including|end\s+date|(?:laatste|uiterste)\s+(?:werk)?dag(?:\s+van\s+(?:het|de|je|jouw|uw)\s+\w+)?(?:\s+is)?"""
_UNTIL = r"\btot|\buntil|\btill|\bto"
_BIRTH = (
    r"(?:geboren|geb\.)\s+(?:te|in)\s+[^,;:]{1,40}?(?:\s*,)?\s+(?:op(?:\s+de)?|d\.?d\.?)(?=\s)"
    r"|(?:geboren|geb\.)\s+(?:te|in)\s+[^,;:\n]{1,40}?,|geboren\s+[^,;:\n]{2,40},\s*op"
    r"|geboren(?:\s+op(?:\s+de)?|\s+d\.?d\.?)?|geboorteda(?:tum|g)|geb\.?(?:\s*datum|dat\.?)?"
    r"|geb\.\s+datum|born\b(?:\s+(?:on|in\s+[^,;\n]{1,40}?(?:,|\s+on)))?|date\s+of\s+birth"
    r"|geboorteplaats\s+en\s+-datum|geboortedatum\s+en\s+-plaats"
)
_CUES = re.compile(
    rf"(?P<birth>\b(?:{_BIRTH}))|(?P<end>\b(?:{_END}))|(?P<until>{_UNTIL})|(?P<start>\b(?:{_START}))",
    re.IGNORECASE | re.VERBOSE,
)
_EACH = tuple(
    re.compile(rf"(?P<{use}>\b(?:{words}))", re.IGNORECASE | re.VERBOSE)
    for use, words in (("birth", _BIRTH), ("end", _END), ("until", _UNTIL.replace(r"\b", "")), ("start", _START))
)
_STARTS_AGAIN = re.compile(r"vangt|treedt|ingaand|verleng|voortgezet|begint|start", re.IGNORECASE)
_TIGHT = re.compile(
    r"^[\s:,(\"'*]*(?:(?:op|per|de|van|dag|datum|zijnde|is|the|of|on|(?:ma|di|wo|do|vr|za|zo)(?=[.\s])\.?|maandag|dinsdag|woensdag"
    r"|donderdag|vrijdag|zaterdag|zondag|monday|uiterlijk|at|doch|date|dus|derhalve|te\s+weten|and"
    r"|en)[\s:,(]*){0,5}$",
    re.IGNORECASE,
)
"""What may stand between the cue and its date."""

_ABOUT = re.compile(
    r"""in\s+(?:tijdelijke\s+|vaste\s+|onze\s+|haar\s+|zijn\s+)?dienst|dienstverband|dienstbetrekking
    |indiensttreding|aangesteld|stellen\s+(?:u|je|jou)\b|benoem|overeenkomst|contract|opdracht|stage
    |aanstell|werkzaam
    |werkzaamheden|detach|terbeschikking|uitzend|inhuur|ingehuurd|inzet|ingezet|ingeschakeld|tewerk|te\s+werk\s+|dienst\s+als|bij\s+ons|week\s+werken|verleng|voortgezet|voortzetting|vrijwillig
    |looptijd|\bduur\b|periode
    |bepaalde\s+(?:tijd|duur)|praktijkvorming|\bbpv\b|leerarbeids|employ|agreement|internship|assignment
    |engagement|term\b|eindigt|aanvang|functie|\bbegint|\bstart|aan\s+het\s+werk|gaat\s+in\b|diensten
    |eerste\s+(?:werk|stage|contract)dag\b|\beinddatum\b|\bstel(?:t|len)\b[^.;]{0,60}\baan\b
    |arbeid\b|^\W*(?:eind(?:e|datum)|begin)\s*:|(?:begin|start)\s+(?:je|u)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_ABOUT = re.compile(
    r"""\bcao\b|c\.a\.o|collectieve|proeftijd|probation|loonschalen|salaristabel|ge[iï]ndexeerd|indexering
    |loonsverhoging|verhoogd|verhoging|wet\s
    |\bwet\b|pensioen|vakantie|verlof|reiskosten|kilometer|vog\b|verklaring\s+omtrent|diploma|registratie
    |big-|inschrijving|kvk|kamer\s+van|statuten
    |volmacht|(?:wordt|bedraagt)\s+(?:het|uw|je)?\s*(?:salaris|loon|uurtarief|tarief)|salaris\s+(?:wordt
    |bedraagt|zal)|salary\s+(?:is|will)|uitgekeerd|trede\b.{0,40}\bmet\s+ingang|periodiek|evaluatie
    |modelovereenkomst|belastingdienst|beoordeling|\bgetekend|\bondertekend|opgemaakt|lease
    |gebruikersovereenkomst|bruikleen|polis|verzekering|identiteit|legitimatie|paspoort|rijbewijs
    |geldig\s+tot|opgezegd|opzegging|aanzegg|opzegtermijn|notice""",
    re.IGNORECASE | re.VERBOSE,
)
_HAS_RENEWED = re.compile(r"verleng(?:d|t|en)\b|voortgezet|omgezet|\bzetten", re.IGNORECASE)
_OTHER_SUBJECT = re.compile(
    r"proeftijd|\bcao\b|c\.a\.o|collectieve\s+arbeidsovereenkomst|volmacht|vog\b|probation|lease\w*"
    r"|gebruikersovereenkomst|bruikleen\w*|studieovereenkomst",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"zonder\s+(?:dat\s+)?(?:\S+\s+){0,6}?opzegging|without\s+(?:\S+\s+){0,4}?notice", re.IGNORECASE
)
_RENEWS = re.compile(
    r"verleng|voortgezet|voortzetting|voort\s+te\s+zetten|omgezet|omzetting|omgezet|zetten|continu"
    r"|extended|renewed|opvolg|vervolg|vervangt|vervangen",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    r"""(?:overeenkomst|contract|dienstverband|oproepcontract|brief|gesprek|aanstelling
    |agreement)\s*,?\s*(?:\([^)]{0,30}\)\s*)?(?:d\.?\s?d\.?|van|gedateerd|gesloten\s+op|ondertekend\s+op
    |getekend\s+op|dated|of)\s*$
    |(?:eerder|vorig|huidig|lopend|bestaand|oorspronkelijk|voorgaand|previous|current|eerste(?!\s+(?:werk|stage|contract)?dag(?:\s+van)?\b))[^.;]{0,140}$
    |\b(?:uw|je|jouw)\s[^.;]{0,60}\b(?:dienst|overeenkomst|contract)[^.;]{0,40}\b(?:is|was
    |sinds)\b[^.;]{0,60}$|\bsinds\b[^.;]{0,20}$|(?:\b(?:die|welke)|(?:contract
    |dienstverband)\s*,?\s*dat)\b[^.;]{0,60}(?:eindig|aflo|aanving|inging|ingegaan|aangegaan|gesloten
    |loopt)[^.;]{0,40}$""",
    re.IGNORECASE | re.VERBOSE,
)
_LABELLED = re.compile(
    r"^[\s*•\-]*(?:(?i:art(?:ikel"
    r"|\.)?)\s*\d{1,2}[.:]?\s+)?(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s+)?(?P<label>[^\n:]{3,60}?)\s*(?::"
    r"|\s{2,})\s*$"
)


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
    match = _LABELLED.match(left) or (
        _LABELLED.match(left.rstrip() + "  ") if len(left.split()) <= 3 and alone else None
    )
    if not match:
        return None
    label = _above(part, line_start, match["label"]) + match["label"]
    if len(label.split()) > 7 or _NOT_ABOUT.search(label):
        return None
    cues = list(_CUES.finditer(label + " "))
    if re.match(r"\W*geb(?:oren|oorte|\.|\b)", label, re.IGNORECASE) or (cues and cues[-1]["birth"]):
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
    tight = [m for pattern in _EACH for m in pattern.finditer(near) if _TIGHT.match(near[m.end() :])]
    ends = [m for m in tight if m.lastgroup == "end" and not _STARTS_AGAIN.search(m.group())]
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
    if _PREVIOUS.search(sentence):
        begins_anew = _ANEW.search(sentence) and (_RENEWS.search(sentence) or _RENEWS.search(after))
        return not (cue is Use.START and begins_anew)
    renewed_later = _RENEWS.search(after) and not _HAS_RENEWED.search(sentence)
    return bool(
        renewed_later
        and cue in (Use.END, Use.UNTIL)
        and re.search(r"\b(?:eindigt|eindigend|eindigende|afloopt|loopt)\b", sentence)
    )


def _about_the_agreement(sentence: str, whole: str) -> bool:
    sentence = _OF_ITSELF.sub(" ", sentence)
    about = [m.start() for m in _ABOUT.finditer(sentence)]
    against = [m.start() for m in _NOT_ABOUT.finditer(sentence)]
    if against and (not about or against[-1] > about[-1]):
        return False
    other = list(_OTHER_SUBJECT.finditer(sentence))
    if other:
        return (
            re.search(r"in\s+dienst|overeenkomst|dienstverband|contract", sentence[other[-1].end() :], re.IGNORECASE)
            is not None
        )
    return bool(about or _ABOUT.search(whole))


def _made(hit: DateHit, use: Use, *, label: bool = False) -> Dated:
    return Dated(start=hit.start, end=hit.end, value=hit.value, use=use, label=label)
