"""Type, level and name of an education in the words of a diploma, and what is no completed education at all.

A level is given only where it is printed with its type: `NLQF 4` is havo as well as mbo-4, so the framework's number
counts only beside the words that say mbo.
"""

import re
from collections.abc import Sequence

from dossiercheck.documents.model import Level, NoQualification
from dossiercheck.documents.places import Words
from dossiercheck.patterns import later

_MBO_LEVELS = (Level.MBO_1, Level.MBO_2, Level.MBO_3, Level.MBO_4)
_MBO = "MBO"

# In this order: what is matched is blotted out, so that `vmbo` or `voorbereidend wetenschappelijk` cannot match again.
_TYPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, later(pattern, re.IGNORECASE))
    for name, pattern in (
        ("VWO", r"voorbereidend\s+wetenschappelijk\s+onderwijs|\bvwo\b|\bgymnasium\b|\batheneum\b"),
        ("HAVO", r"hoger\s+algemeen\s+(?:voortgezet|vormend)\s+onderwijs|\bhavo\b"),
        (
            "VMBO",
            r"voorbereidend\s+(?:middelbaar\s+)?beroepsonderwijs|middelbaar\s+algemeen\s+(?:voortgezet|vormend)\s+onderwijs"
            r"|\bvmbo\b|\bmavo\b|\bvbo\b",
        ),
        ("AD", r"\bassociate[\s-]+degree\b|\bhbo[\s-]+ad\b"),
        ("MBO", r"\bmiddelbaar\s+beroepsonderwijs\b|\bmbo(?=[\W1-4]|$)"),
        ("HBO", r"\bhoger\s+beroepsonderwijs\b|\bhbo\b"),
        ("WO", r"\bwetenschappelijk\s+onderwijs\b|\bwo\b|\bdoctora(?:al|le)\b"),
    )
)
_DIGITS = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_DIGITS |= {str(n): n for n in range(1, 5)}
_LEVEL_WORD = r"(?P<digit>[1-4]|i{1,3}|iv|een|één|twee|drie|vier)(?![\w+])(?!\s?f\b)"
_NUMBERED = tuple(
    later(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:kwalificatie)?niveau\s{{0,3}}[:(]?\s{{0,3}}{_LEVEL_WORD}",
        r"\bmbo[\s-]{0,2}(?:niveau\s)?(?P<digit>[1-4])(?!\w)",
    )
)
_TRAILING = later(r"(?<=[a-zé)])\s+(?P<digit>[1-4])$", re.IGNORECASE)
_NAMED_LEVELS = (
    (later(r"\b(?:entree(?:opleiding)?|assistent(?:en)?opleiding)\b", re.IGNORECASE), 1),
    (later(r"\bbasisberoepsopleiding\b", re.IGNORECASE), 2),
    (later(r"\bvakopleiding\b", re.IGNORECASE), 3),
    (later(r"\b(?:middenkader|specialisten)opleiding\b", re.IGNORECASE), 4),
)
_NAMED_IN_BRACKETS = later(r"\(\s*\w{3,15}opleiding\s*\)", re.IGNORECASE)
_FRAMEWORK = later(r"\b(?:NLQF|EQF|EKK)\b\W{0,3}(?:niveau\s)?[1-8]\+?", re.IGNORECASE)
_NLQF = later(r"\bNLQF\b\W{0,3}(?:niveau\s)?(?P<digit>[1-4])(?![\d+])", re.IGNORECASE)
_RANGE = later(r"\bniveau\s*\(?[1-4]\s*(?:en|of|/|-|,|t/m|tot)\s*[1-4]\b", re.IGNORECASE)

_NO_QUALIFICATION: tuple[tuple[NoQualification, re.Pattern[str]], ...] = tuple(
    (reason, later(pattern, re.IGNORECASE))
    for reason, pattern in (
        (NoQualification.PROPEDEUSE, r"\bproped(?:eu|ae)(?:se|tisch|utisch)|\bpropaedeu"),
        (
            NoQualification.COURSE,
            r"\binburgering|\bnt2\b|\bstaatsexamen\s+nederlands|\bnederlands\s+als\s+tweede\s+taal|\bBHV\b|\bVCA\b|\bEHBO\b"
            r"|\bbedrijfshulpverlen|\breanimatie\b|\beerste\s+hulp\b|\bbewijs\s+van\s+deelname|\btraining\b|\be-?learning"
            r"|\bpost-?(?:mbo|academisch|bachelor)\b|\bcursus\b|\bmasterclass\b|\bworkshop\b|\bbijscholing\b|\bnascholing\b|\bpost-?hbo\b",
        ),
        (
            NoQualification.CERTIFICATE,
            r"^(?:mbo-?\s?|deel|keuzedeel-?)?certificaat\b|\bmbo-?\s?(?:certificaat|verklaring)\b|\b(?:school|praktijk|instellings)verklaring\b"
            r"|^(?:mbo|hbo|wo|ad)[\s-]+(?:minor|module|leergang|leerlijn|schakelprogramma|pre-?master|micro-?credential)\b"
            r"|\bdeel-?(?:certificaat|diploma|kwalificatie)\b|\bbranche-?\s?(?:certificaat|diploma)\b|^certificate\b|^verklaring\b",
        ),
        (
            NoQualification.SECONDARY_SCHOOL,
            r"^voortgezet\s+(?:speciaal\s+)?onderwijs\b|^voortgezet\s+algemeen\s+volwassenenonderwijs|\bvavo\b|^staatsexamen",
        ),
        (
            NoQualification.GRADE_LIST,
            r"^cijferlijst\b|^resultatenlijst\b|^resultatenoverzicht\b|^lijst\s+van\s+(?:cijfers|resultaten)",
        ),
    )
)
_SECONDARY = (Level.HAVO, Level.VWO, Level.VMBO)


def find_level(
    block: Sequence[Words], *, institution: str = "", framework: Sequence[Words] = ()
) -> tuple[Level, Words] | None:
    """The level that these lines print, with the line that prints it; None where they do not say it plainly."""
    kinds = [(kind, words) for words in block if (kind := education_type(words.text))]
    kind, words = next((k for k in kinds if k[0] == "AD"), kinds[0]) if kinds else ("", None)
    if kind and kind != _MBO and words:
        return Level(kind), words
    if kind == _MBO or any("niveau" in w.text.lower() for w in block):
        return _mbo_level(block, framework if kind == _MBO else (), is_mbo=kind == _MBO)
    return _by_institution(block, institution)


def education_type(text: str) -> str:
    """`MBO`, `HBO`, … as the first type that a line names (an associate degree is no HBO bachelor); empty if none."""
    first: tuple[int, str] | None = None
    for name, pattern in _TYPES:
        for match in pattern.finditer(text):
            if name == "AD":
                return name
            if first is None or match.start() < first[0]:
                first = (match.start(), name)
        text = pattern.sub(lambda m: "#" * len(m.group()), text)
    return first[1] if first else ""


def starts_with_type(text: str) -> bool:
    """Does the line open with its type of education, as `Mbo Verzorgende IG 3` does?"""
    return any(pattern.match(text) for _, pattern in _TYPES)


def find_no_qualification(block: Sequence[Words], level: Level | None) -> tuple[NoQualification, Words] | None:
    """Why what these lines name is no completed vocational or higher education."""
    for reason, pattern in _NO_QUALIFICATION:
        for words in block:
            if pattern.search(words.text):
                return reason, words
    if level in _SECONDARY:
        holder = next((w for w in block if education_type(w.text)), block[0])
        return NoQualification.SECONDARY_SCHOOL, holder
    return None


def programme_name(text: str) -> str:
    """A line without type and level; empty where nothing else stands in it."""
    text = _FRAMEWORK.sub(" ", text)
    text = _NAMED_IN_BRACKETS.sub(" ", text)
    text = re.sub(
        r"\(\s*(?:mbo[\s-]*)?niveau\s*:?\s*\w{1,4}\s*\)|,?\s*\b(?:kwalificatie)?niveau\s*:?\s*(?:[1-4]|i{1,3}|iv)\b",
        " ",
        text,
        flags=re.IGNORECASE,
    )
    if education_type(text) == _MBO:
        text = re.sub(
            r"^(?:middelbaar\s+beroepsonderwijs|mbo)[\s-]*[1-4]?(?!\w)[\s:,-]*", "", text, flags=re.IGNORECASE
        )
        text = _TRAILING.sub("", text)
    text = re.sub(r"^(?:hoger\s+beroepsonderwijs|wetenschappelijk\s+onderwijs)[\s:,-]*", "", text, flags=re.IGNORECASE)
    return " ".join(text.split()).strip(" ,:;-()" if text.count("(") != text.count(")") else " ,:;-")


def _mbo_level(block: Sequence[Words], framework: Sequence[Words], *, is_mbo: bool) -> tuple[Level, Words] | None:
    """The one level that is printed; None where two differ, in the framework's line too."""
    hits: list[tuple[int, Words]] = []
    for words in block:
        text = _FRAMEWORK.sub(" ", words.text)
        if _RANGE.search(text):
            return None
        hits += [(_DIGITS[m["digit"].lower()], words) for p in _NUMBERED for m in p.finditer(text)]
        if is_mbo:
            hits += [(int(m["digit"]), words) for m in _TRAILING.finditer(text)]
            hits += [(level, words) for pattern, level in _NAMED_LEVELS if pattern.search(text)]
    hits += [(int(m["digit"]), words) for words in framework for m in _NLQF.finditer(words.text)]
    if len({digit for digit, _ in hits}) != 1:
        return None
    digit, words = hits[0]
    return _MBO_LEVELS[digit - 1], words


def _by_institution(block: Sequence[Words], institution: str) -> tuple[Level, Words] | None:
    """`Bachelor` and `Master` are awarded by universities of applied sciences and by universities."""
    for words in block:
        if re.search(r"\b(?:bachelor|master)\b", words.text, re.IGNORECASE):
            if re.search(r"hogeschool|applied\s+sciences", institution, re.IGNORECASE):
                return Level.HBO, words
            if re.search(r"\buniversite?i?t", institution, re.IGNORECASE):
                return Level.WO, words
    return None
