"""The words around hours in a contract, by what they make of them."""

import re

from dossiercheck.documents.contracts.numbers import NUMBER, spelled
from dossiercheck.patterns import later

_TIMES = r"(?:betaalde\s+)?(?P<unit>u\.|[^\W\d]+\b)"
_HOURS = r"(?:betaalde\s+)?(?P<unit>u\.|(?:(?:contract|werk|klok|arbeids)?(?:uur|uren)|hours|hrs)\b)"
_UNITS = {
    f"{of}{unit}" for of in ("", "contract", "werk", "klok", "arbeids") for unit in ("uur", "uren", "hours", "hrs")
}
_ASIDE = r"(?:\([^)\n]{1,30}\)\s*)?"
_SIGN = re.IGNORECASE | re.VERBOSE
_NUMBER_FIRST = re.compile(
    rf"""(?<![\d.,€/])(?<!artikel\s)(?<!art\.\s)(?P<n>{NUMBER})\s*
    (?:{_ASIDE}
        (?:{_TIMES}\s*
            (?:{_ASIDE}(?:(?:arbeid|werkzaam|werk|gemiddeld)\s+)?
                (?:per|p\.?\s?/|p\.|/|a|in\s+de|in\s+een|each|iedere|elke)\s*
                (?:week|wk|w\b|weken|(?P<two>twee\s+weken|2\s+weken|14\s+dagen|veertien\s+dagen))
            |\(\s*(?:=\s*)?0[.,]\d{{1,5}}\s*fte)
        |-?\s?urige\s+(?:werk)?week)
    |p\s?/\s?w\b)""",
    _SIGN,
)
"""`24 uur per week`, `24-urige werkweek`, `24 p/w`, `24 uur (0,67 fte)`, `24 u/wk`."""
_AFTER_WORDS = re.compile(
    rf"""(?:(?:werkweek|wekelijkse\s+arbeidsduur)\s+(?:van\s+\w+\s+)?(?:bedraagt|is|telt|van|omvat)\s+(?:gemiddeld\s+)?
        |wekelijkse\s+(?:arbeids|werk)(?:tijd|duur)\s+(?:beloopt|bedraagt|is|omvat)\s+
        |\bper\s+week\s+(?:[^\W\d_]+\s+){{0,3}}?
        |working\s+week\s+(?:is|of|comprises)\s+
        |(?<=[\s(])fte\s*\(\s*)
    (?P<n>{NUMBER})\s*{_ASIDE}{_HOURS}""",
    _SIGN,
)
_COUNTED = re.compile(
    rf"""aantal\s+(?:\w+\s+)?(?:uren|uur)\s+(?:\w+\s+)?(?:bedraagt|is|beloopt)\s+(?:gemiddeld\s+)?(?P<n>{NUMBER})\s+per\s+week""",
    _SIGN,
)
_ROW_THEN_WEEK = re.compile(
    rf"""(?:(?<=\n)\W*|(?<=\w[.;,]\s))(?P<label>(?:aantal\s+|omvang\s+in\s+)?(?:contract|werk|arbeids)?(?:uren|uur|omvang|hours))
    \s*(?::|\s{{2,}})\s*(?P<n>{NUMBER})\s*(?:uur\s+|uren\s+)?(?:p\.?\s?/?w\b|p\.\s?w\.|per\s+week)""",
    _SIGN,
)
_WEEKLY_THEN = re.compile(rf"(?:wekelijks|weekly)\s+(?:gemiddeld\s+)?(?P<n>{NUMBER})\s*{_ASIDE}{_HOURS}", _SIGN)
_ROW = re.compile(
    rf"""(?P<label>(?:aantal\s+)?(?:contract|werk|arbeids)?-?(?:uren|urental|uur|omvang|hours|duur|tijd)
            (?:\s+(?:dienstverband|contract|arbeidsduur|arbeidsovereenkomst))?
            (?:\s*\(?\s*(?:per|p/|/)\s*(?:week|wk|w)\.?\s*\)?)(?:\s*\([^)\n]{{0,30}}\))?
        |weekuren|contracturen|uren\s+p\.?/?w\.?|hours\s+per\s+week|wekelijkse\s+arbeidsduur|weekly\s+hours)
    \s*(?::|\s{{2,}}|\bis\b|\bbedraagt\b|\bzijn\b|(?<=p/w)|(?<=p\.w\.))\s*(?:gemiddeld\s+)?
    (?P<n>{NUMBER})(?!\s*(?:%|procent|-\s*\d|/\s*\d))""",
    _SIGN,
)
WEEKLY = (_NUMBER_FIRST, _AFTER_WORDS, _COUNTED, _ROW_THEN_WEEK, _WEEKLY_THEN, _ROW)
BASE = re.compile(
    r"""(?:op\s+basis\s+van|uitgaande\s+van|bij\s+een|van\s+een|based\s+on|voltijd\w*|full-?\s?time\w*|volledige?\s+(?:werkweek|dienstverband|arbeidsduur|betrekking)|normale?\s+(?:arbeidsduur|werkweek)|normweek
    |fte\s*[=:(]?|gelijk\s+aan|standaard|gebruikelijke|cao-?norm|van\s+de|ten\s+opzichte\s+van|t\.o\.v\.|bij\s+\d|van\s+een\s+\S+)(?:[^.;\n]|\n(?!\n)){0,55}$""",
    re.IGNORECASE | re.VERBOSE,
)
FULL_TIME = re.compile(r"voltijd|full-?\s?time|volledige?\s|norm|fte|standaard|gebruikelijk|cao", re.IGNORECASE)
IS_FULL_TIME = later(
    r"^\s*(?:\([^)]{0,40}\)\s*)?(?:\(?\s*(?:=|is|zijnde|gelijk\s+aan)?\s*(?:een\s+)?(?:1,0+\s+fte|100\s?%|voltijds?|full-?time))",
    re.IGNORECASE,
)
SERVES_FULL_TIME = later(
    r"(?:in|voor)\s+(?:een\s+)?(?:voltijds?|full-?time|volledig)\w*\s+(?:dienst\w*|betrekking|functie|aanstelling|arbeidsovereenkomst)",
    re.IGNORECASE,
)
AFTER_BASE = later(
    r"^\s*(?:\)|is|bedraagt|geldt|als)?\s*(?:\(?(?:=\s*)?1(?:[,.]0+)?\s*fte|als\s+(?:voltijd|full)|geldt\s+als|(?:is|bedraagt)\s+(?:een\s+)?(?:voltijd|full))",
    re.IGNORECASE,
)
OF_WORK = re.compile(
    r"""arbeidsduur|werktijd|arbeidstijd|arbeidsomvang|omvang|werkweek|dienstverband|werkzaam|werken\b|werkt\b|aanstelling|in\s+dienst|part-?time|deeltijd|contract|uren|stage
    |verricht|inzet|beschikbaar|functie|working|work\b|opdracht|overeenkomst|aanwezig|gemiddeld|week:|hours""",
    re.IGNORECASE | re.VERBOSE,
)
NOT_OF_WORK = re.compile(
    r"""neven|overwerk|meerwerk|overuren|vakantie|verlof|begeleidingsgesprek|supervisie|intervisie|scholing|bereikba|arbeidstijdenwet|ziek|reis|opleidingsdag|school(?:dag)?|lesuren|wettelijk|elders|andere\s+werkgever
    |praktijkbegeleider|begeleid(?:t|ing\s+van)|wordt\s+begeleid|atv|adv|balansuren|pauze|lunch|per\s+jaar|bedtijd|slaapdienst""",
    re.IGNORECASE | re.VERBOSE,
)
CEILING = re.compile(
    r"(?:maximum|maximaal|hoogstens|ten\s+hoogste|hooguit|max\.?|meer\s+dan|minder\s+dan|at\s+most|up\s+to)\s+(?:van\s+)?(?:gemiddeld\s+)?$",
    re.IGNORECASE,
)
FLOOR_LABEL = re.compile(
    r"(?:minimum|minimaal|min\.|maximum|maximaal|max\.)\s*(?:aantal\s+)?(?:contract|werk)?(?:uren|uur|hours)[^:\n]{0,20}:",
    re.IGNORECASE,
)
"""A form row that states the least or the most, not the hours agreed."""
_LEAST = r"(?:minimaal|minimum|ten\s+minste|tenminste|min\.?|at\s+least)"
_MOST = r"(?:maximaal|maximum|ten\s+hoogste|hoogstens|max\.?|at\s+most)"
RANGE = (
    re.compile(
        rf"""(?:minimum|minimaal|min\.|minimale)\s+(?:aantal\s+)?(?:contract|werk)?(?:uren|uur|hours)[^:\n]{{0,20}}:\s*(?P<n1>{NUMBER})
        [^\n\d]{{0,30}}\n?[^\n\d]{{0,50}}?
        (?:maximum|maximaal|max\.|maximale)[^:\n\d]{{0,40}}:\s*(?P<n2>{NUMBER})(?:\s*(?:uur|uren))?(?:\s*per\s+week)?""",
        _SIGN,
    ),
    re.compile(
        rf"""{_LEAST}\s+(?:van\s+)?(?:gemiddeld\s+)?(?P<n1>{NUMBER})(?:[^.;\n]|\n(?!\n)){{0,50}}?
        {_MOST}\s+(?:van\s+)?(?:gemiddeld\s+)?(?P<n2>{NUMBER})(?:\s*\([^)\n]{{1,30}}\))?\s*(?:uur|uren)?(?:\s*per\s+week)?""",
        _SIGN,
    ),
    re.compile(
        rf"""(?:tussen\s+(?:de\s+)?)?(?<![\d,.])(?P<n1>{NUMBER})\s*(?:-|/|tot|à|a|en|to|and)\s*(?:maximaal\s+)?(?P<n2>{NUMBER})
        \s*{_TIMES}\s*(?:per|p/|/)\s*w(?:ee)?k""",
        _SIGN,
    ),
    re.compile(
        rf"""(?:uren|uur|hours)\s+(?:per|p/|/)\s*(?:week|wk)\s*(?::|\s{{2,}})\s*(?P<n1>{NUMBER})\s*(?:-|/|tot|à|en|to)\s*(?P<n2>{NUMBER})""",
        _SIGN,
    ),
    re.compile(
        rf"""(?:maximaal|ten\s+hoogste|hoogstens|maximum\s+van|minimaal|ten\s+minste|tenminste|up\s+to|at\s+least)
        \s+(?P<n>{NUMBER})\s*{_ASIDE}{_TIMES}\s*(?:per|p/|/)\s*w(?:ee)?k""",
        _SIGN,
    ),
)
ZERO = re.compile(
    r"nul-?\s?uren(?:\s?-?(?:contract|overeenkomst))?|\b0\s?-?\s?uren\s?-?contract|\b(?:nul|0)\s+(?:\(0\)\s+)?(?:uur|uren|hours)\b|geen\s+vaste?\s+(?:arbeidsomvang|aantal\s+uren|uren|arbeidsduur|werktijd\w*)"
    r"|zero[\s-]hours?|oproepovereenkomst|oproepcontract|op\s+(?:oproep|afroep)(?:basis)?|wisselend\s+aantal\s+uren|naar\s+(?:behoefte|gelang)|uren\s+in\s+overleg|in\s+overleg\s+(?:vast|bepaald)",
    re.IGNORECASE,
)
PERCENT = later(
    r"\b(?:deeltijd|parttime|part-time|dienstverband|aanstelling)s?-?\s?(?:percentage|factor)?(?:(?!exclusief|inclusief)[^.;\n%]){0,40}?(?P<p>\d{1,3}(?:[.,]\d{1,4})?)\s?(?:%|procent)(?!\s*(?:vakantie|eindejaar|toeslag|pensioen|premie))"
    r"|(?P<p2>\d{1,3}(?:[.,]\d{1,4})?)\s?(?:%|procent)[^.;\n]{0,40}?(?:dienstverband|werkweek|fulltime|voltijd|arbeidsduur|parttime|deeltijd)"
    r"|(?:part-?time|deeltijd)\s?-?(?:factor|fractie)[^.;\n\d]{0,25}(?P<f>[01][.,]\d{1,5})|(?P<f2>0[.,]\d{1,5})\s*fte",
    re.IGNORECASE,
)
OTHER_PERIOD = later(
    rf"(?<![\d.,])(?P<n>{NUMBER})\s*{_ASIDE}{_TIMES}\s+(?:per|in\s+de)\s+(?:kalender)?(?:maand|jaar|dag|periode|month|year|day)",
    re.IGNORECASE,
)
DAYS = later(rf"(?P<n>{NUMBER})\s+(?:dagen|dagdelen|dag|days)\s+per\s+week", re.IGNORECASE)
WORKS_FULL_TIME = later(
    r"\b(?:treedt|werkt|werk|komt|is|bent)\b(?:[^.;\n]|\n(?!\n)){0,80}?(?:full-?time|voltijds?)\s*\(\s*$", re.IGNORECASE
)
EACH_DAY = re.compile(
    rf"(?P<n>{NUMBER})\s+(?:werk)?(?:dagen|dagdelen|days)\s+(?:per\s+week\s+)?(?:van|of|à|x)\s*$", re.IGNORECASE
)
OWN_FACTOR = later(
    r"(?<![\d.,])(?P<f>0[.,]\d{1,5})\s*fte\s*[(=:,]*\s*(?:(?:oftewel|ofwel|dat\s+is|zijnde|d\.?w\.?z\.?|te\s+weten|is)\s*\(?)?\s*$",
    re.IGNORECASE,
)
BY_DAYS = later(
    rf"(?<![\d.,])(?P<days>[1-7]|een|twee|drie|vier|vijf|zes)\s+(?:werk)?(?:dagen|days)\s+(?:per\s+week\s+)?(?:van|of|à|x)\s+(?P<n>{NUMBER})\s*{_TIMES}(?=\W)",
    re.IGNORECASE,
)
OLD = re.compile(r"\bvan\s+(?:gemiddeld\s+)?$", re.IGNORECASE)
NEW = re.compile(r"\bnaar\s+(?:gemiddeld\s+)?$", re.IGNORECASE)
NEW_AFTER = later(r"[^.;]{0,40}\bnaar\b", re.IGNORECASE)
"""`van 24 naar 32 uur per week`: the new hours count."""
SIZE_OF = re.compile(
    r"\b(?:arbeidsduur|omvang|dienstverband|werkweek|aanstelling|overeenkomst|contract|werktijd)\s+van(?:\s+\w+){0,2}\s*$",
    re.IGNORECASE,
)
NAMES_A_BASE = later(r"full|voltijd|voltallig|volledig|norm|basis|bij\s+een|fte|\d\s?%", re.IGNORECASE)
NAMES_FULL_TIME = re.compile(r"full-?\s?time|voltijd|norm", re.IGNORECASE)
ARTICLE_OR_TIMES = re.compile(r"(?:artikel|art\.|\d\s*[x×])\s*$", re.IGNORECASE)
NOT_OF_WORK_AFTER = re.compile(r"[^.;\n]{0,30}(?:(?<!onder\s)begeleiding|overwerk|supervisie)", re.IGNORECASE)
RULE = re.compile(r"\W*(?:bij|uitgaande\s+van)\s+een\s[^.;\n]*$", re.IGNORECASE)
RULE_AFTER = later(r"\W*(?:bedraagt|heeft|hebben|geldt|bestaat|wordt|is)\b", re.IGNORECASE)
"""`Bij een werkweek van 36 uur bedraagt het verlof …` says something of any such week."""
SAID_BY_CAO = re.compile(
    r"\b(?:geldt|kent|hanteert)\b[^.;\n]*\bcao\b[^.;\n]*$|\bcao\b[^.;\n]*\b(?:geldt|kent|hanteert)\b[^.;\n]*$",
    re.IGNORECASE,
)
UP_TO_NUMBER = frozenset({_AFTER_WORDS, _COUNTED})
"""Their sentence is looked at up to the number, and not up to where they begin."""


def of_hours(match: re.Match[str]) -> bool:
    """What the patterns above take for numbers and for `uur` are that."""
    unit = match.groupdict().get("unit")
    return spelled(match) and (unit is None or unit.lower() in _UNITS or unit.lower() in ("u", "u."))
