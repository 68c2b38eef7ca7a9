"""The size of the job where nothing says `per week`: `Arbeidsduur: 24`, `een contract van 24 uur`, `24/36`.

Hours of a day, a month or a course, of notice, rest or sickness look the same, so only words that speak of the size of
the job lead here, and whatever stands around them must leave no other reading.
"""

import re
from collections.abc import Iterator

from dossiercheck.documents.contracts.hour_words import CEILING, NOT_OF_WORK, OTHER_PERIOD, of_hours
from dossiercheck.documents.contracts.in_order import in_order
from dossiercheck.documents.contracts.numbers import NUMBER, number
from dossiercheck.documents.contracts.running import Part
from dossiercheck.facts import Fact
from dossiercheck.patterns import later

_SIGN = re.IGNORECASE | re.VERBOSE
_LEAST, _MOST = 4.0, 40.0
"""Hours a week that a job has; a smaller or larger number without `per week` may well be something else."""
_A_DAY, _A_LONG_DAY = 9.0, 12.0
_FULL_WEEK = r"(?:36|38|40)(?:[.,]0+)?"
_N = rf"(?P<n>{NUMBER})(?:\s*/\s*(?P<full>{_FULL_WEEK})e?(?![\d/]))?\s*(?:\(\s*\d[\d.,]*\s*\)\s*)?"
_UNIT = r"(?:uur|uren|u\b\.?|hours)"
_JOB = r"(?:dienstverband|aanstelling|betrekking|contract|arbeidscontract|arbeidsovereenkomst|functie|baan|employment)"
_SIZE = r"(?:arbeidsduur|arbeidsomvang|contractomvang|urenomvang|omvang)"
_ROW = later(
    rf"""(?:(?<=\n)|(?<=\s\s)|(?<=\w[.;]\s))[*•\-\s]{{0,4}}(?:(?:overeengekomen|gemiddelde|individuele|uw|je|jouw)\s+)?
    (?:(?P<sure>{_SIZE}(?:\s+(?:van\s+)?(?:de\s+|het\s+|uw\s+|je\s+)?{_JOB})?|(?:aantal\s+)?(?:contract|werk|arbeids)?uren(?:\s+{_JOB})?|aantal\s+uur)
        |{_JOB}|werktijd(?:en)?)
    (?:\s*:|\s{{2,}}|(?<=contracturen)\s)\s*(?:(?:parttime|part-time|deeltijd|gemiddeld)[,\s]+)?{_N}(?P<uur>{_UNIT})?
    (?=\s*(?:$|\n|\s{{2,}}|[,;]|\.(?!\d)|\((?:=\s*)?(?:\d[\d.,]*\s?(?:%|fte)|full|voltijd|parttime|deeltijd)))""",
    _SIGN,
)
"""A form row. `Contract: 24` may be a number of anything; `Contract: 24 uur` is not."""
_PROSE = later(
    rf"""(?:(?P<sure>\b(?:{_JOB}|{_SIZE})\s+(?:aan\s+)?(?:van\s+de\s+{_JOB}\s+)?(?:van|voor|is\s+voor|bedraagt|is|omvat|beloopt|for|of|is\s+for)\s+
            |\b(?:(?:in\s+dienst|indiensttreding)\b[^.;\n]{{0,50}}?|werken|aan\s+de\s+slag|aangegaan|aangesteld)\s+voor\s+
            |\b(?:contracturen|dienstverband|contract|aanstelling|arbeidsduur)\b[^.;\n]{{0,50}}\bnaar\s+
            |\b(?:parttime|part-time|deeltijd)\s*[,(]?\s*
            |\b(?:\w*percentage|dienstverband|aanstelling)\b[^.;\n]{{0,30}}\d\s?%\s*\(\s*
            |\b(?:arbeidsovereenkomst|contract)\s[^.;\n]{{0,40}},\s*(?=\S+\s*{_UNIT}\s*[,.\n]))
        |\b(?:u|je|jij|werknemer|werkneemster|medewerker|medewerkster)\s+(?:(?:gaat|zal|komt|bent|is)\s+)?
            (?:(?:werkt?|werken)\s+(?:voor\s+)?|(?=\S+\s+{_UNIT}\s+(?:werkzaam|werken|(?:komt|gaat|zal)\s+werken)\b))
        |\b(?:werkt|werken|werk|arbeidsduur)\b[^.;\n]{{0,25}}\bgemiddeld\s+
        |\bwerktijd\s+(?:bedraagt|is)\s+)
    (?:gemiddeld\s+)?{_N}(?:arbeids|contract|werk)?{_UNIT}""",
    _SIGN,
)
"""What is said of the job, and, less surely, of the person at work."""
_OF_FULL_WEEK = later(
    rf"""\b(?:(?:contract|uren)?omvang|dienstverband|aangesteld|aanstelling|betrekking|werk(?:en|t)?|arbeidsduur|arbeidsomvang|fte|deeltijd|parttime|\w*factor)\b[^;\n]{{0,40}}?
    (?<![\d/.,])(?P<n>\d{{1,2}}(?:[.,]\d{{1,2}})?)\s*/\s*(?P<full>{_FULL_WEEK})e?(?![\d/]|[.,]\d|\s*[-/]\s*\d)""",
    _SIGN,
)
_HEADING = later(
    r"(?:(?:aantal|contract|werk)\s?-?)?(?:uren|uur)(?:\s*\(?(?:per|p/|/)\s*(?:week|wk|w)\)?)?|arbeidsduur|urenomvang",
    re.IGNORECASE,
)
_OF_A_JOB = later(
    r"functie|schaal|trede|salaris|fwg|ingang|begin|start|eind|dienst|contract|arbeid|aanstelling", re.IGNORECASE
)
_OF_WORK_DONE = later(
    r"uurloon|uurtarief|tarief|bedrag|maand|dag|totaal|gewerkt|verlof|vakantie|factuur|cursus|training|opleiding|rooster|cli[eë]nt|product|activiteit",
    re.IGNORECASE,
)
_CELL = later(rf"(?P<n>{NUMBER})(?:\s*/\s*(?P<full>{_FULL_WEEK}))?\s*{_UNIT}?", re.IGNORECASE)
_ELSE_BEFORE = later(
    r"""\b(?:full-?\s?time|voltijd\w*|volledige?|norm\w*|standaard|gebruikelijke?|indien|als\s+(?:u|je|jij|er|de|het|een|bij)|wanneer|mits|vanaf|binnen|na|elke|iedere|minimaal
    |medewerkers|werknemers|personeelsleden|collega\w*|partner|mentor|leidinggevende|team\w*|directeur|bestuurder|kenmerk|referentie|nr|no|\w*nummer|code|pagina|cli[eë]nt\w*|bewoners?|wie|iedereen|degene\w*|een\s+(?:medewerker|werknemer)
    |vorige?|eerdere?|oude?|voormalig\w*|kan|kunnen|zou|zouden|streven|mogelijk\w*|eventue\w+|intentie|optie|opdracht|gemeente|indic\w+|hante\w+|kent|training|cursus|opleiding|indicatie|project|module
    |dienst(?:en)?\s+van|rooster\w*|de\s+(?!werknem|medewerk|arbeids|omvang|functie|duur)\w+\s+(?:heeft|werkt)
    |tenminste|minste|maxim\w+|minim\w+|meer\s+dan|minder\s+dan|gebaseerd\s+op|uitgaande\s+van|op\s+basis\s+van|bij\s+een|van\s+een|per\s+(?:maand|dag|jaar)|cao)\b""",
    _SIGN,
)
_ELSE_AFTER = later(
    r"""\W{0,2}\s*(?:(?:werk\w*\s+)?(?:per|p/|/|in\s+de|elke|iedere|a)\s*(?:4|vier|2|twee|14|maand|jaar|dag|dienst|periode|kwartaal|etmaal|month|day|year)
        |(?:wordt|worden|is|werd|zal|loopt|eindigt)\b[^.;]{0,30}\b(?:omgezet|gewijzigd|uitgebreid|be[eë]indigd|aangepast|vervangen|verlengd|ontbonden|af\b)
        |van\s+te\s?voren|vooraf|in\s+totaal|totaal|of\s+(?:meer|minder|langer)|en\s+meer|later|eerder|geldt\b|is\s+(?:een\s+)?(?:full|voltijd)
        |(?:tot|à|-|of|en)\s*(?:maximaal\s+)?\d
        |\w*(?:zorg|begeleiding|slaap|rust|supervisie|intervisie|verlof|vakantie|overwerk|bereikba|scholing|ziek))""",
    _SIGN,
)
_GOES_ON = later(
    r"""\W{0,2}\s*(?:$|\n\s*\n|[.,;)\n](?!\d)|\((?!\s*(?:full|voltijd))|aan\W|als\b(?!\s+(?:een\s+)?(?:full|voltijd|norm|standaard|volledig))|in\s+de\s+(?:functie|rol)|te\s+verdelen|verdeeld|waarvan|tegen\s|met\s+ingang|per\s+\d
        |werkzaam|(?:komt?|gaat|gaan)\s+werken|werken|op\s+basis\s+van|voor\s+(?:on)?bepaalde|en\s+(?:een\s+)?(?:salaris|loon|functie))""",
    _SIGN,
)
"""What may follow hours that are the size of the job."""
_ELSE_IN_SENTENCE = later(
    r"[^.;\n]*\b(?:\w*oproep\w*|\w*bereikba\w*|\w*beschikba\w*|slaap\w*|aaneen\w*|achtereen\w*|7\s+dagen|per\s+(?:kalender)?(?:maand|jaar|dag)|overwerk|verlof|rust)\b",
    re.IGNORECASE,
)
_OTHER_WEEKS = later(
    r"[^.;]{0,40}?(?:\.\s+[^.;]{0,20})?\b(?:4|vier|2|twee|14|veertien)\s+(?:weken|dagen)\b", re.IGNORECASE
)
_OF_THE_NORM = later(r"\W{0,3}(?:(?:full-?time|voltijds?)?\s*norm|bij\s+(?:een\s+)?(?:full|voltijd))", re.IGNORECASE)
_FACTOR = later(r"\b(?:fte|\w*factor)\b\s*[:=]?\s*(?P<f>0[.,]\d{1,5})", re.IGNORECASE)
_HOURS_ANYWHERE = later(rf"(?P<n>{NUMBER})\s*{_UNIT}\b", re.IGNORECASE)
_CHANGES = later(r"\b(?:vanaf|met\s+ingang|ingaande|wordt|worden|gewijzigd|per\s+\d|op\s+\d)", re.IGNORECASE)
_BARE_SIZE = later(r"\bomvang\s+van\s+(?:gemiddeld\s+)?$", re.IGNORECASE)
"""Of what? Care, a course and an assignment have one too."""
_CLOCK = later(r"\d{1,2}\.\d\d")
_ON_A_DAY = later(r"\s*(?:op\s+|elke\s+)?(?:maan|dins|woens|donder|vrij|zater|zon)dag|\s*op\s+een\s+dag", re.IGNORECASE)
_MAY_BE_A_DAY = later(r"arbeidsduur|(?:aantal\s+)?(?:werk|arbeids)?uren|aantal\s+uur", re.IGNORECASE)
_PAID_BESIDE = later(r"€\s?\d[\d.,\-]*[^.;\n]{0,40}\bbij\s+een\s+\w+\s+van\s+$", re.IGNORECASE)


def job_size(part: Part) -> Fact[float] | None:
    """The hours a week that the size of the job plainly is; None where it is not said, or said in two ways."""
    if any(not _is_day(m.group()) and not _else_before(part, m.start()) for m in _other_periods(part)):
        return None
    found = dict(_sizes(part))
    if len(found) != 1:
        return None
    [(value, (start, end))] = found.items()
    behind = part.text[end : end + 80]
    if _OTHER_WEEKS.match(behind) or _OF_THE_NORM.match(behind) or _changes(part, value):
        return None
    factor = _FACTOR.search(part.text)
    if factor and not 35 <= value / (number(factor["f"]) or 1) <= 41:
        return None
    return Fact(value=value, place=part.place(start, end))


def _changes(part: Part, value: float) -> bool:
    """Is another number of hours said to hold from a day on?"""
    for match in in_order((_HOURS_ANYWHERE,), part.text, of_hours):
        said = number(match["n"])
        sentence = part.text[part.sentence_start(match.start()) : match.start()]
        other = said is not None and said != value and _LEAST <= said <= _MOST
        if other and _CHANGES.search(sentence) and not NOT_OF_WORK.search(sentence):
            return True
    return False


def _other_periods(part: Part) -> Iterator[re.Match[str]]:
    return in_order((OTHER_PERIOD,), part.text, of_hours)


def _is_day(words: str) -> bool:
    return words.lower().endswith(("dag", "day"))


def _sizes(part: Part) -> Iterator[tuple[float, tuple[int, int]]]:
    for match in in_order((_ROW, _PROSE, _OF_FULL_WEEK), part.text, of_hours):
        value = _hours(match)
        if value is not None and not _of_something_else(part, match, value):
            yield value, match.span()
    yield from _under_heading(part)


def _hours(match: re.Match[str]) -> float | None:
    """The number, where it can be hours a week; `24/36` is 24 of a full-time week of 36."""
    value, full = number(match["n"]), number(match["full"] or "")
    groups = match.groupdict()
    unit_needed = "uur" in groups and not groups["uur"] and not groups["sure"]
    clock = _CLOCK.fullmatch(match["n"]) is not None and not groups.get("uur")
    if value is None or unit_needed or clock or not _LEAST <= value <= (full or _MOST):
        return None
    return value


def _of_something_else(part: Part, match: re.Match[str], value: float) -> bool:
    opens = max(part.sentence_start(match.start()), match.start() - 110)
    before, after = part.text[opens : match.start("n")], part.text[match.end() : match.end() + 70]
    if match.re.pattern == _ROW.pattern:
        before = before[before.rfind("\n") + 1 :]
    elif not _GOES_ON.match(after):
        return True
    if (
        NOT_OF_WORK.search(before)
        or CEILING.search(before)
        or _ELSE_AFTER.match(after)
        or _ELSE_IN_SENTENCE.match(after)
    ):
        return True
    if _BARE_SIZE.search(before) and not _OF_A_JOB.search(before):
        return True
    if _ELSE_BEFORE.search(before) and not _PAID_BESIDE.search(before):
        return True
    said = match.groupdict().get("sure") or ""
    unsure = not said or _ON_A_DAY.match(after) is not None
    return (value <= _A_LONG_DAY and unsure) or (value <= _A_DAY and _MAY_BE_A_DAY.match(said) is not None)


def _else_before(part: Part, at: int) -> bool:
    return NOT_OF_WORK.search(part.text[max(0, at - 110) : at]) is not None


def _under_heading(part: Part) -> Iterator[tuple[float, tuple[int, int]]]:
    """A table with a column `Uren` and one row below it."""
    rows = [(at, re.split(r"\s{2,}", line.strip()), line) for at, line in part.lines()]
    for (_, heads, head), (at, cells, line), (_, below, _) in zip(
        rows, rows[1:], [*rows[2:], (0, [], "")], strict=False
    ):
        columns = [number for number, name in enumerate(heads) if _HEADING.fullmatch(name.strip(" :"))]
        if len(columns) != 1 or len(heads) < 2 or len(cells) != len(heads) or _OF_WORK_DONE.search(head):
            continue
        match = _CELL.fullmatch(cells[columns[0]]) if _OF_A_JOB.search(head) else None
        if match and of_hours(match) and len(below) != len(heads) and (value := _hours(match)) is not None:
            yield value, (at, at + len(line))
