"""How many hours a week: the person's own, not those of a full-time week that they are measured against."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossiercheck.documents.contracts.numbers import NUMBER, number
from dossiercheck.documents.contracts.running import Part
from dossiercheck.facts import Fact

_TIMES = r"(?:contract|werk|klok|arbeids|betaalde\s+)?(?:uur|uren|hours|hrs|u\.)"
_WEEKLY = re.compile(
    rf"""(?<![\d.,€])(?<!artikel\s)(?<!art\.\s)(?P<n>{NUMBER})\s*(?:\([^)\n]{{1,30}}\)\s*)?(?:{_TIMES}\s*(?:\([^)\n]{{1,30}}\)\s*)?(?:arbeid\s+|werkzaam\s+|werk\s+|gemiddeld\s+)?
      (?:per|p\.?\s?/|p\.|/|a|in\s+de|in\s+een|each|iedere|elke)\s*(?P<period>week|wk|w\b|weken|(?P<two>twee\s+weken|2\s+weken|14\s+dagen|veertien\s+dagen))
      |-?\s?urige\s+(?:werk)?week)
    |(?<![\d.,€])(?P<n4>{NUMBER})\s*p\s?/\s?w\b
    |(?:werkweek|wekelijkse\s+arbeidsduur)\s+(?:van\s+\w+\s+)?(?:bedraagt|is|telt|van|omvat)\s+(?:gemiddeld\s+)?(?P<n5>{NUMBER})\s*(?:\([^)\n]{{1,30}}\)\s*)?{_TIMES}
    |\bper\s+week\s+(?:[a-z]+\s+){{0,3}}?(?P<n6>{NUMBER})\s*(?:\([^)\n]{{1,30}}\)\s*)?{_TIMES}
    |aantal\s+(?:\w+\s+)?(?:uren|uur)\s+(?:\w+\s+)?(?:bedraagt|is|beloopt)\s+(?:gemiddeld\s+)?(?P<n13>{NUMBER})\s+per\s+week
    |working\s+week\s+(?:is|of|comprises)\s+(?P<n7>{NUMBER})\s*{_TIMES}
    |(?<![\d.,€])(?P<n11>{NUMBER})\s*{_TIMES}\s*\(\s*(?:=\s*)?0[.,]\d{{1,5}}\s*fte
    |wekelijkse\s+(?:arbeids|werk)(?:tijd|duur)\s+(?:beloopt|bedraagt|is|omvat)\s+(?P<n12>{NUMBER})\s*{_TIMES}
    |(?<=[\s(])fte\s*\(\s*(?P<n8>{NUMBER})\s*{_TIMES}
    |(?<![\d.,€])(?P<n9>{NUMBER})\s*u\.?\s?/\s?w(?:k|eek)?\b
    |(?:(?<=\n)\W*|(?<=\w[.;,]\s))(?P<label2>(?:aantal\s+|omvang\s+in\s+)?(?:contract|werk|arbeids)?(?:uren|uur|omvang|hours))\s*(?::|\s{{2,}})\s*(?P<n10>{NUMBER})\s*(?:uur\s+|uren\s+)?(?:p\.?\s?/?w\b|p\.\s?w\.|per\s+week)
    |(?:wekelijks|weekly)\s+(?:gemiddeld\s+)?(?P<n2>{NUMBER})\s*(?:\([^)\n]{{1,30}}\)\s*)?{_TIMES}
    |(?P<label>(?:aantal\s+)?(?:contract|werk|arbeids)?-?(?:uren|urental|uur|omvang|hours|duur|tijd)(?:\s+(?:dienstverband|contract|arbeidsduur|arbeidsovereenkomst))?(?:\s*\(?\s*(?:per|p/|/)\s*(?:week|wk|w)\.?\s*\)?)(?:\s*\([^)\n]{{0,30}}\))?|weekuren|contracturen|uren\s+p\.?/?w\.?|hours\s+per\s+week|wekelijkse\s+arbeidsduur|weekly\s+hours)
      \s*(?::|\s{{2,}}|\bis\b|\bbedraagt\b|\bzijn\b|(?<=p/w)|(?<=p\.w\.))\s*(?:gemiddeld\s+)?(?P<n3>{NUMBER})(?!\s*(?:%|procent|-\s*\d|/\s*\d))""",
    re.IGNORECASE | re.VERBOSE,
)
_BASE = re.compile(
    r"""(?:op\s+basis\s+van|uitgaande\s+van|bij\s+een|van\s+een|based\s+on|voltijd\w*|full-?\s?time\w*|volledige?\s+(?:werkweek|dienstverband|arbeidsduur|betrekking)|normale?\s+(?:arbeidsduur|werkweek)|normweek
    |fte\s*[=:(]?|gelijk\s+aan|standaard|gebruikelijke|cao-?norm|van\s+de|ten\s+opzichte\s+van|t\.o\.v\.|bij\s+\d|van\s+een\s+\S+)(?:[^.;\n]|\n(?!\n)){0,55}$""",
    re.IGNORECASE | re.VERBOSE,
)
_FULL_TIME = re.compile(r"voltijd|full-?\s?time|volledige?\s|norm|fte|standaard|gebruikelijk|cao", re.IGNORECASE)
_IS_FULL_TIME = re.compile(
    r"^\s*(?:\([^)]{0,40}\)\s*)?(?:\(?\s*(?:=|is|zijnde|gelijk\s+aan)?\s*(?:een\s+)?(?:1,0+\s+fte|100\s?%|voltijds?|full-?time))",
    re.IGNORECASE,
)
_SERVES_FULL_TIME = re.compile(
    r"(?:in|voor)\s+(?:een\s+)?(?:voltijds?|full-?time|volledig)\w*\s+(?:dienst\w*|betrekking|functie|aanstelling|arbeidsovereenkomst)",
    re.IGNORECASE,
)
_AFTER_BASE = re.compile(
    r"^\s*(?:\)|is|bedraagt|geldt|als)?\s*(?:\(?(?:=\s*)?1(?:[,.]0+)?\s*fte|als\s+(?:voltijd|full)|geldt\s+als|(?:is|bedraagt)\s+(?:een\s+)?(?:voltijd|full))",
    re.IGNORECASE,
)
_OF_WORK = re.compile(
    r"""arbeidsduur|werktijd|arbeidstijd|arbeidsomvang|omvang|werkweek|dienstverband|werkzaam|werken\b|werkt\b|aanstelling|in\s+dienst|part-?time|deeltijd|contract|uren|stage
    |verricht|inzet|beschikbaar|functie|working|work\b|opdracht|overeenkomst|aanwezig|gemiddeld|week:|hours""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_OF_WORK = re.compile(
    r"""neven|overwerk|meerwerk|overuren|vakantie|verlof|begeleidingsgesprek|supervisie|intervisie|scholing|bereikba|arbeidstijdenwet|ziek|reis|opleidingsdag|school(?:dag)?|lesuren|wettelijk|elders|andere\s+werkgever
    |praktijkbegeleider|begeleid(?:t|ing\s+van)|wordt\s+begeleid|atv|adv|balansuren|pauze|lunch|per\s+jaar|bedtijd|slaapdienst""",
    re.IGNORECASE | re.VERBOSE,
)
_CEILING = re.compile(
    r"(?:maximum|maximaal|hoogstens|ten\s+hoogste|hooguit|max\.?|meer\s+dan|minder\s+dan|at\s+most|up\s+to)\s+(?:van\s+)?(?:gemiddeld\s+)?$",
    re.IGNORECASE,
)
_FLOOR_LABEL = re.compile(
    r"(?:minimum|minimaal|min\.|maximum|maximaal|max\.)\s*(?:aantal\s+)?(?:contract|werk)?(?:uren|uur|hours)[^:\n]{0,20}:",
    re.IGNORECASE,
)
"""A form row that states the least or the most, not the hours agreed."""
_RANGE = re.compile(
    rf"""(?:minimum|minimaal|min\.|minimale)\s+(?:aantal\s+)?(?:contract|werk)?(?:uren|uur|hours)[^:\n]{{0,20}}:\s*{NUMBER}[^\n\d]{{0,30}}\n?[^\n\d]{{0,50}}?(?:maximum|maximaal|max\.|maximale)[^:\n\d]{{0,40}}:\s*{NUMBER}(?:\s*{_TIMES})?(?:\s*per\s+week)?
    |(?:minimaal|minimum|ten\s+minste|tenminste|min\.?|at\s+least)\s+(?:van\s+)?(?:gemiddeld\s+)?{NUMBER}(?:[^.;\n]|\n(?!\n)){{0,50}}?(?:maximaal|maximum|ten\s+hoogste|hoogstens|max\.?|at\s+most)\s+(?:van\s+)?(?:gemiddeld\s+)?{NUMBER}(?:\s*\([^)\n]{{1,30}}\))?\s*{_TIMES}?(?:\s*per\s+week)?
    |(?:tussen\s+(?:de\s+)?)?(?<![\d,.]){NUMBER}\s*(?:-|/|tot|à|a|en|to|and)\s*(?:maximaal\s+)?{NUMBER}\s*{_TIMES}\s*(?:per|p/|/)\s*w(?:ee)?k
    |(?:uren|uur|hours)\s+(?:per|p/|/)\s*(?:week|wk)\s*(?::|\s{{2,}})\s*{NUMBER}\s*(?:-|/|tot|à|en|to)\s*{NUMBER}
    |(?:maximaal|ten\s+hoogste|hoogstens|maximum\s+van|minimaal|ten\s+minste|tenminste|up\s+to|at\s+least)\s+{NUMBER}\s*(?:\([^)\n]{{1,30}}\)\s*)?{_TIMES}\s*(?:per|p/|/)\s*w(?:ee)?k""",
    re.IGNORECASE | re.VERBOSE,
)
_ZERO = re.compile(
    r"nul-?\s?uren(?:\s?-?(?:contract|overeenkomst))?|\b0\s?-?\s?uren\s?-?contract|\b(?:nul|0)\s+(?:\(0\)\s+)?(?:uur|uren|hours)\b|geen\s+vaste?\s+(?:arbeidsomvang|aantal\s+uren|uren|arbeidsduur|werktijd\w*)"
    r"|zero[\s-]hours?|oproepovereenkomst|oproepcontract|op\s+(?:oproep|afroep)(?:basis)?|wisselend\s+aantal\s+uren|naar\s+(?:behoefte|gelang)|uren\s+in\s+overleg|in\s+overleg\s+(?:vast|bepaald)",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"\b(?:deeltijd|parttime|part-time|dienstverband|aanstelling)s?-?\s?(?:percentage|factor)?(?:(?!exclusief|inclusief)[^.;\n%]){0,40}?(?P<p>\d{1,3}(?:[.,]\d{1,4})?)\s?(?:%|procent)(?!\s*(?:vakantie|eindejaar|toeslag|pensioen|premie))"
    r"|(?P<p2>\d{1,3}(?:[.,]\d{1,4})?)\s?(?:%|procent)[^.;\n]{0,40}?(?:dienstverband|werkweek|fulltime|voltijd|arbeidsduur|parttime|deeltijd)"
    r"|(?:part-?time|deeltijd)\s?-?(?:factor|fractie)[^.;\n\d]{0,25}(?P<f>[01][.,]\d{1,5})|(?P<f2>0[.,]\d{1,5})\s*fte",
    re.IGNORECASE,
)
_OTHER_PERIOD = re.compile(
    rf"(?<![\d.,]){NUMBER}\s*(?:\([^)\n]{{1,30}}\)\s*)?{_TIMES}\s+(?:per|in\s+de)\s+(?:kalender)?(?:maand|jaar|dag|periode|month|year|day)",
    re.IGNORECASE,
)
_DAYS = re.compile(rf"{NUMBER}\s+(?:dagen|dagdelen|dag|days)\s+per\s+week", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Hit:
    value: float
    start: int
    end: int
    base: bool
    full_time: bool
    """The words beside it call it the full-time week."""
    strong: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Hours:
    """Weekly hours; `stated` holds wording from which no single number follows."""

    weekly: Fact[float] | None = None
    stated: Fact[str] | None = None
    contradictory: bool = False


def hours(part: Part) -> Hours:
    """The weekly hours that one paper states."""
    hits = list(_hits(part))
    own = [h for h in hits if not h.base]
    own = [h for h in own if h.strong] or own
    ranged = _first(part, _RANGE)
    zero = _first(part, _ZERO)
    if ranged and not _plain_beside(part, own, ranged):
        return Hours(stated=ranged)
    values = {h.value for h in own if h.value > 0}
    if zero and not values:
        return Hours(stated=zero)
    if len(values) == 1:
        hit = next(h for h in own if h.value > 0)
        return Hours(weekly=Fact(value=hit.value, place=part.place(hit.start, hit.end)))
    if len(values) > 1:
        return Hours(contradictory=True)
    if not hits and (days := _by_days(part)):
        return Hours(weekly=days)
    return _from_base(part, [h for h in hits if h.base])


_WORKS_FULL_TIME = re.compile(
    r"\b(?:treedt|werkt|werk|komt|is|bent)\b(?:[^.;\n]|\n(?!\n)){0,80}?(?:full-?time|voltijds?)\s*\(\s*$", re.IGNORECASE
)


def _from_base(part: Part, bases: list[_Hit]) -> Hours:
    share = _PERCENT.search(part.text)
    values = {h.value for h in bases}
    if share and len(values) == 1:
        factor = _factor(share)
        [value] = values
        if factor is not None:
            worked = round(value * factor, 2)
            nearest = round(worked * 4) / 4
            exact = nearest if abs(worked - nearest) < 0.02 else worked
            return Hours(weekly=Fact(value=exact, place=part.place(share.start(), share.end())))
    full = share is None and len(values) == 1 and _WORKS_FULL_TIME.search(part.text[: bases[0].start])
    if share is None and len(values) == 1 and (full or not any(h.full_time for h in bases)):
        return Hours(weekly=Fact(value=bases[0].value, place=part.place(bases[0].start, bases[0].end)))
    for pattern in (_PERCENT, _OTHER_PERIOD, _DAYS):
        for match in pattern.finditer(part.text):
            line = part.text[max(0, match.start() - 120) : match.end()]
            if pattern is _PERCENT or (_OF_WORK.search(line) and not _NOT_OF_WORK.search(line)):
                return Hours(stated=Fact(value=part.words(*match.span()), place=part.place(*match.span())))
    return Hours()


def _factor(match: re.Match[str]) -> float | None:
    percent = match["p"] or match["p2"]
    value = number(percent or match["f"] or match["f2"])
    if value is None:
        return None
    value = value / 100 if percent else value
    return value if 0 < value <= 1 else None


def _hits(part: Part) -> Iterator[_Hit]:
    for match in _WEEKLY.finditer(part.text):
        value = number(
            next(
                (
                    v
                    for k in ("n", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9", "n10", "n11", "n12", "n13")
                    if (v := match[k])
                ),
                "",
            )
        )
        if value is None or not 0 <= value <= (96 if match["two"] else 60):
            continue
        if match["two"]:
            value /= 2
        opens = max(part.sentence_start(match.start()), match.start() - 220)
        at = next((match.start(k) for k in ("n5", "n6", "n7", "n8", "n10", "n12", "n13") if match[k]), match.start())
        before, after = part.text[opens:at], part.text[match.end() : match.end() + 70]
        if re.search(r"(?:artikel|art\.|\d\s*[x×])\s*$", before, re.IGNORECASE):
            continue
        if match["label"] is not None or match["label2"] is not None:
            before = before[before.rfind("\n") + 1 :]
        if _NOT_OF_WORK.search(before[-110:]) or re.match(
            r"[^.;\n]{0,30}(?:(?<!onder\s)begeleiding|overwerk|supervisie)", after, re.IGNORECASE
        ):
            continue
        own_label = (match["label"] is not None or match["label2"] is not None) and not re.search(
            r"full-?time|voltijd|norm", before[-40:], re.IGNORECASE
        )
        base_words = None if own_label else _BASE.search(before)
        is_full = _IS_FULL_TIME.search(after) or _SERVES_FULL_TIME.search(before)
        base = (base_words is not None and not is_full) or bool(_AFTER_BASE.match(after) and base_words)
        if _CEILING.search(before) or _EACH_DAY.search(before) or _FLOOR_LABEL.search(before + match.group()):
            continue
        if (own := _beside_factor(before, value)) is not None:
            yield _Hit(value=value, start=match.start(), end=match.end(), base=not own, full_time=not own, strong=True)
            continue
        urige = "urige" in match.group().lower()
        if re.search(r"\bnaar\s+(?:gemiddeld\s+)?$", before, re.IGNORECASE):
            base = False
        elif re.search(r"\bvan\s+(?:gemiddeld\s+)?$", before, re.IGNORECASE) and re.match(
            r"[^.;]{0,40}\bnaar\b", after, re.IGNORECASE
        ):
            continue
        if (
            base_words
            and re.search(
                r"\b(?:arbeidsduur|omvang|dienstverband|werkweek|aanstelling|overeenkomst|contract|werktijd)\s+van(?:\s+\w+){0,2}\s*$",
                before,
                re.IGNORECASE,
            )
            and not re.search(
                r"full|voltijd|voltallig|volledig|norm|basis|bij\s+een|fte|\d\s?%", before[-90:], re.IGNORECASE
            )
        ):
            base = False
        yield _Hit(
            value=value,
            start=match.start(),
            end=match.end(),
            base=base,
            full_time=bool(base_words and _FULL_TIME.search(base_words.group())) or (urige and base),
            strong=own_label or bool(_OF_WORK.search(before)),
        )


_EACH_DAY = re.compile(
    rf"{NUMBER}\s+(?:werk)?(?:dagen|dagdelen|days)\s+(?:per\s+week\s+)?(?:van|of|à|x)\s*$", re.IGNORECASE
)
_OWN_FACTOR = re.compile(
    r"(?<![\d.,])(?P<f>0[.,]\d{1,5})\s*fte\s*[(=:,]*\s*(?:(?:oftewel|ofwel|dat\s+is|zijnde|d\.?w\.?z\.?|te\s+weten|is)\s*\(?)?\s*$",
    re.IGNORECASE,
)


def _beside_factor(before: str, value: float) -> bool | None:
    """`0,67 fte (24 uur)`: whether the hours beside a factor are the person's own; None where there is no factor.

    Interpretation: they are where they make a full-time week of 35 to 41 hours; a full-time week itself is none.
    """
    match = _OWN_FACTOR.search(before[-45:])
    factor = number(match["f"]) if match else None
    if not factor:
        return None
    return 35 <= value / factor <= 41


def _by_days(part: Part) -> Fact[float] | None:
    """`3 dagen van 8 uur per week`, where it is said once."""
    found = list(_BY_DAYS.finditer(part.text))
    values = {(number(m["days"]) or 0) * (number(m["hours"]) or 0) for m in found}
    if len(values) != 1 or not 0 < max(values) <= 60:
        return None
    return Fact(value=values.pop(), place=part.place(*found[0].span()))


_BY_DAYS = re.compile(
    rf"(?<![\d.,])(?P<days>[1-7]|een|twee|drie|vier|vijf|zes)\s+(?:werk)?(?:dagen|days)\s+(?:per\s+week\s+)?(?:van|of|à|x)\s+(?P<hours>{NUMBER})\s*{_TIMES}(?=\W)",
    re.IGNORECASE,
)


def _plain_beside(part: Part, own: list[_Hit], ranged: Fact[str]) -> bool:
    """A number is plainly stated apart from the range (`32 uur per week, minimaal 8 en maximaal 40 per week`)."""
    at = ranged.value
    return any(part.words(h.start, h.end) not in at and h.strong for h in own if h.value > 0)


def _first(part: Part, pattern: re.Pattern[str]) -> Fact[str] | None:
    for match in pattern.finditer(part.text):
        before = part.text[max(0, match.start() - 110) : match.start()]
        if _NOT_OF_WORK.search(before):
            continue
        return Fact(value=part.words(*match.span()), place=part.place(*match.span()))
    return None
