"""What the work is paid: an amount, a grade or a rate, as printed."""

import re

from dossiercheck.documents.contracts.running import Part
from dossiercheck.facts import Fact

_MONEY = (
    r"(?:(?:€|EUR(?:O)?\b|euro\b)\s*(?:\(?\s*)?\d{1,3}(?:[.,\s]?\d{3}(?!\d))*(?:,(?:\d{2}(?!\d)"
    r"|-{1,2}))?(?:\.\d{2})?(?:,-|,--|-)?|\d{1,3}(?:\.?\d{3})*(?:,\d{2})?\s*(?:euro\b|EUR\b))"
)
_NOUN = (
    r"(?:bruto\s?-?)?(?:maand|uur|start|basis|functie|jaar)?(?:salaris|loon|bezoldiging)"
    r"|(?:uur)?tarief|honorarium|beloning|stage-?\s?vergoeding|vergoeding|salary|wage|remuneration"
    r"|hourly\s+rate|\brate\b|\bfee\b|allowance|verdient|ontvangt"
)
_UNIT = (
    r"(?:\s*,?\s*(?:\(?(?:bruto|netto|gross|net|exclusief\s+btw|excl\.?\s+btw|inclusief\s+btw"
    r"|incl\.?\s+btw|vrijgesteld\s+van\s+btw|btw-vrijgesteld)\)?|(?:per|p\.?/?|/|a)\s*(?:gewerkt\s+"
    r"|gewerkte\s+)?(?:maand|uur|vier\s+weken|4\s+weken|week|jaar|dag|dagdeel|periode|month|hour|year"
    r"|mnd|m\b|u\b)))*"
)
_AMOUNT = re.compile(
    rf"(?<!\w)(?P<noun>{_NOUN})(?P<gap>(?:[^.;\n€]|\n(?!\n)|\.(?!\s+[A-Z])){{0,170}}?)(?P<value>{_MONEY}{_UNIT})",
    re.IGNORECASE,
)
_BARE_RATE = re.compile(
    rf"(?P<value>{_MONEY}\s*(?:bruto\s*)?(?:\(bruto\)\s*)?(?:per|/|p\.?)\s*(?:gewerkt\s+)?(?:maand|uur"
    rf"|hour|month){_UNIT})",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"""(?P<value>FWG\s*\d{2}\s*[-/]\s*\d{1,2}|(?:(?:salaris|functie|loon)?schaal|functie(?:loon)?groep
    |salarisgroep|FWG(?:\s*-?\s*(?:functie)?groep)?|(?:pay\s+)?scale
    |loongroep)\s*:?\s*(?:FWG\s*)?\d{1,2}[A-Za-z]?\b
    (?:\s*,?\s*(?:en\s+|met\s+|in\s+)?(?:\(?(?:trede|periodiek(?:nummer)?|regel(?:nummer)?|anci[eë]nniteit
    |step|IPN|inpassingsnummer|inpassingstabelnummer|salarisnummer|nummer
    |tredenummer)(?:\s*\(IPN\))?\s*:?\s*(?:nr\.?\s*)?\d{1,2}\)?))*
    |schaal\s*/\s*(?:trede|periodiek)\s*(?::|\s)\s*\d{1,2}\s*[-/]\s*\d{1,2}
    |FWG\s*\d{2}\s*[-/]\s*\d{1,2}|(?:IPN|inpassingsnummer|inpassingstabelnummer)(?:\s*\(IPN\))?\s*:?\s*\d{1,2}
    |\bIP(?:-?\s?nr\.?|-nummer)?\s*:?\s*\d{1,2}(?!\d|\.\d)|\bleerling(?:en)?(?:salaris|schaal|loon)\b[^.;\n]{0,20})""",
    re.IGNORECASE | re.VERBOSE,
)
_CAO = re.compile(
    r"(?P<value>(?:salaris|loon|beloning|bezoldiging)(?:[^.;\n]|\n(?!\n)){0,60}?(?:conform|volgens"
    r"|overeenkomstig)\s+(?:de\s+)?(?:salarisschalen\s+(?:van\s+de\s+)?)?(?:cao"
    r"|c\.a\.o\.)\s+[A-Z][\w\s&]{2,40})",
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"reis|kilometer|\bkm\b|onkost|boete|telefoon|thuiswerk|vakantie|eindejaars|toeslag|studie"
    r"|verzeker|eigen\s+risico|premie|bonus|opleiding|internet|maaltijd|verwervings|transitie|schade"
    r"|minimumloon\s+van|wettelijk\s+minimum|vrijwilligers",
    re.IGNORECASE,
)


def pay(part: Part) -> Fact[str] | None:
    """Amount and unit where there is one; else the grade; else the pay tables of a named collective agreement."""
    for pattern in (_AMOUNT, _BARE_RATE, _GRADE, _CAO):
        for match in pattern.finditer(part.text):
            if not _excluded(part.text, match):
                start, end = match.span("value")
                return Fact(value=_tidy(part.words(start, end)), place=part.place(start, end))
    return None


def _excluded(text: str, match: re.Match[str]) -> bool:
    """It is about travel, fines and the like: said between the noun and the amount, or just before the noun."""
    start = match.start("value")
    clause = re.split(r"[.;]\s|\n\n", text[max(0, match.start() - 60) : start])[-1]
    after = re.split(r"[.;]\s|\n\n", text[match.end() : match.end() + 40])[0]
    if re.match(r"[^.;]{0,25}\b(?:per\s+)?(?:km|kilometer)", after, re.IGNORECASE):
        return True
    if re.search(
        r"salaris|loon\b|uurtarief|stagevergoeding|salary", clause[-90:], re.IGNORECASE
    ) and not _NOT_PAY.search(clause[-50:]):
        return False
    return bool(_NOT_PAY.search(clause))


def _tidy(words: str) -> str:
    words = words.strip(" ,;")
    return words + ")" if words.count("(") > words.count(")") else words
