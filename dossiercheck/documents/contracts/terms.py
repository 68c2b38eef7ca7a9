"""When the agreement begins and ends, also over a chain of contracts and letters in one file.

Of a chain the first start and the last end count. An end that two statements contradict is no end at all: then the
answer is left to a person (`None`), as it is where a title and an article disagree.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dossiercheck.documents.contracts.dated import Dated, Use, dated
from dossiercheck.documents.contracts.duration import Length, lengths
from dossiercheck.documents.contracts.plain import only_range, since
from dossiercheck.documents.contracts.running import Part
from dossiercheck.documents.contracts.titles import Section, Title
from dossiercheck.documents.model import Term
from dossiercheck.facts import Fact, Place

_INDEFINITE = re.compile(
    r"""(?:aangegaan|gesloten|geldt|gelden|is|loopt|lopen|dienstverband|dienst|genomen|aanstelling|aangesteld|aangenomen|tewerkgesteld|benoemd|omgezet|voortgezet|verlengd|overeenkomst|contract|duur|looptijd
    |soort|type|betreft|einddatum|komt|kom|bent|afspraak|afspraken|agreement|employment|effect|entered\s+into|concluded|opdracht|begint|doet)(?:[^.;\n]|\n(?!\n)){0,110}?
    (?<![(\w])(?P<said>onbepaalde\s+(?:tijd|duur)|indefinite\s+(?:period|term|time|duration)|indefinitely|unlimited\s+(?:period|duration)|permanent\s+basis|permanent(?=\s*(?:\n|$|\.))|onbepaald(?=\s*[.\n]|$)|vast(?:e)?\s+(?:dienst(?:verband)?|contract)|zonder\s+einddatum)
    |(?:eind\s?-?datum|einde(?:\s+\w+){0,2}|datum\s+(?:einde|uit\s+dienst)|looptijd|duur(?:\s+\w+){0,2}|end\s+date|t/m|tot\s+en\s+met)\s*(?::|\s{2,})\s*(?P<label>onbepaald(?:e\s+tijd|e\s+duur)?|n\.?\s?v\.?\s?t\.?(?!\w)|niet\s+van\s+toepassing|geen(?:\s+einddatum)?|indefinite|none|n/a|onbeperkt|-\s*\(onbepaald)
    |(?P<tick>[☒☑■✓✔✗☓]|\[\s?[xX]\s?\]|\([xX]\)|(?<!\w)X(?=\s))\s*(?:voor\s+)?(?:een\s+)?onbepaalde\s+tijd
    |(?P<serve>\bvoor\s+onbepaalde\s+tijd\s+(?:in\s+dienst|aan\b|aangesteld|benoemd|werkzaam))
    |(?P<without>(?:zonder\s+(?:een\s+)?einddatum|niet\s+aan\s+een\s+(?:eind)?(?:datum|termijn)\s+gebonden|has\s+no\s+end\s+date|(?:kent|heeft)\s+geen\s+einddatum))""",
    re.IGNORECASE | re.VERBOSE,
)
_RENEWED = re.compile(r"verleng|voortgezet|voortzet|opnieuw|aansluitend|extend|renew", re.IGNORECASE)
_DEFINITE = re.compile(
    r"""(?:aangegaan|gesloten|in\s+dienst)(?:[^.;\n]|\n(?!\n)){0,60}?(?<![(\w])bepaalde\s+(?:tijd|duur)
    |[☒☑■✓✔]\s*(?:voor\s+)?(?:een\s+)?bepaalde\s+tijd|\[\s?[xX]\s?\]\s*(?:voor\s+)?bepaalde\s+tijd|fixed[\s-]term""",
    re.IGNORECASE | re.VERBOSE,
)
_PERHAPS = re.compile(
    r"""\b(?:indien|mits|kan|kunnen|wanneer|als(?=\s+(?:u|je|jij|de|het|er|hij|zij|ze|wij|we|werknemer|werkgever|partijen|dit|dat|beide|blijkt|alles)\b)|zodra|tenzij|optie|eventueel|bij\s+(?:goed|gebleken|voldoende|positie|een\s+volgende|verlenging|wederzijds)|onder\s+voorwaarde|na\s+afloop|if|may|unless|zou
    |voornemen|intentie|uitzicht|perspectief|werknemers\s+met|concurren\w+|relatiebeding|zowel|dan\s+wel|of\s+een|geen|niet|never|not|opzeg\w*|opgezegd|ketenregeling|668a)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_EITHER = re.compile(
    r"\bbepaalde\s+(?:tijd)?\s*[/]\s*onbepaalde|\bonbepaalde\s+(?:tijd)?\s*[/]\s*bepaalde|(?:☐|□|\[\s?\])\s*(?:voor\s+)?(?:een\s+)?$",
    re.IGNORECASE,
)


_NOT_TICKED = re.compile(r"(?:☐|□|\[\s{0,2}\]|\(\s{1,2}\))\s*(?:voor\s+)?(?:een\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated:
    """What one paper of a chain states about its term."""

    section: Section
    start: Fact[date] | None = None
    begins: date | None = None
    """Of a paper that renews: the first day of the new term, where `start` is that of the first."""
    end: Fact[date | None] | None = None
    until: date | None = None
    """The date after a bare `tot`, where `end` is the day before it."""
    from_duration: bool = False
    length: Length | None = None
    contradictory: bool = False
    """Two plain statements about the end exclude one another."""
    start_contradictory: bool = False


def stated(part: Part, title: Title | None) -> Stated:
    """What one paper says about start and end."""
    section = title.section if title else Section.CONTRACT
    dates = [d for d in dated(part) if d.value is not None]
    start, start_conflict = _start(part, dates)
    if start is None and not start_conflict and (term := only_range(part, dates)):
        dates = sorted(
            [d for d in dates if d.start != term.last.start] + [term.first, term.last], key=lambda d: d.start
        )
        start, start_conflict = _start(part, dates)
    first = since(part) if start is None or section is not Section.CONTRACT else None
    if first and first.value and (start is None or first.value < start.value):
        start, start_conflict = Fact(value=first.value, place=part.place(first.start, first.end)), False
    ends = _ends(part, dates, start.value if start else None)
    begins = max((d.value for d in dates if d.use is Use.START and d.value), default=None) if start else None
    runs = lengths(part)
    length = runs[0] if runs and len({(r.months, r.days) for r in runs}) == 1 else None
    open_ended = _indefinite(part, title)
    if len({(r.months, r.days) for r in runs}) > 1 and not ends:
        return Stated(section=section, start=start, contradictory=True, start_contradictory=start_conflict)
    end, computed, conflict = _end(part, begins, ends, length, open_ended, title)
    return Stated(
        section=section,
        start=start,
        begins=begins,
        end=end,
        until=_printed_until(dates, end),
        from_duration=computed,
        length=length,
        contradictory=conflict,
        start_contradictory=start_conflict,
    )


def _start(part: Part, dates: list[Dated]) -> tuple[Fact[date] | None, bool]:
    starts = [d for d in dates if d.use is Use.START]
    values = {d.value for d in starts}
    if not starts:
        return None, False
    if len(values) > 1 and _RENEWED.search(part.text):
        starts = [min(starts, key=lambda d: d.value or date.max)]
        values = {starts[0].value}
    if len(values) > 1:
        strong = {d.value for d in starts if d.label or _serves(part, d)}
        if len(strong) != 1:
            return None, True
        starts = [d for d in starts if d.value in strong]
    first = starts[0]
    assert first.value is not None
    return Fact(value=first.value, place=part.place(first.start, first.end)), False


def _serves(part: Part, at: Dated) -> bool:
    """Its sentence speaks of entering into service or of the agreement's beginning."""
    before = part.text[max(0, at.start - 160) : at.start]
    after = part.text[at.end : at.end + 60]
    return bool(
        re.search(r"treedt|in\s+dienst|aangegaan|vangt|gaat\s+in|periode|looptijd|duur", before[-120:], re.IGNORECASE)
        or re.match(r"[^.]{0,50}in\s+dienst", after, re.IGNORECASE)
    )


def _ends(part: Part, dates: list[Dated], start: date | None) -> list[Fact[date]]:
    found = []
    for d in dates:
        if d.value is None or d.use not in (Use.END, Use.UNTIL) or (start and d.value < start):
            continue
        value = _up_to(d.value, start) if d.use is Use.UNTIL else d.value
        found.append(Fact(value=value, place=part.place(d.start, d.end)))
    latest = max((d.value for d in dates if d.use is Use.START and d.value), default=None)
    later = [fact for fact in found if latest is None or fact.value >= latest]
    return later if later and len({fact.value for fact in found}) > 1 and _RENEWED.search(part.text) else found


def _printed_until(dates: list[Dated], end: Fact[date | None] | None) -> date | None:
    """The day that `tot` names, where the end was taken to be the day before."""
    following = end.value + timedelta(days=1) if end and end.value else None
    return following if any(d.use is Use.UNTIL and d.value == following for d in dates) else None


def _up_to(day: date, start: date | None) -> date:
    """Interpretation: `tot 1 maart` ends the day before, on the first of a month and on the day number of the start."""
    if day.day == 1 or (start is not None and day.day == start.day and day > start):
        return day - timedelta(days=1)
    return day


def _end(
    part: Part,
    begins: date | None,
    ends: list[Fact[date]],
    length: Length | None,
    open_ended: Place | None,
    title: Title | None,
) -> tuple[Fact[date | None] | None, bool, bool]:
    """The end, whether it was computed, and whether statements contradict each other."""
    values = {fact.value for fact in ends}
    computed = length.end_from(begins) if length and begins else None
    if len(values) > 1:
        return None, False, True
    if open_ended and (values or length):
        return None, False, True
    if open_ended:
        denied = title is not None and title.indefinite is False
        denied = denied or (_DEFINITE.search(part.text) is not None)
        return (None, False, True) if denied else (Fact(value=None, place=open_ended), False, False)
    if values:
        [value] = values
        if computed and length and length.months and abs((computed - value).days) > 1:
            return None, False, True
        if title is not None and title.indefinite is True:
            return None, False, True
        return Fact(value=value, place=ends[0].place), False, False
    if title is not None and title.indefinite is True and length:
        return None, False, True
    if computed and length:
        return Fact(value=computed, place=part.place(length.start, length.end)), True, False
    return None, False, False


def _indefinite(part: Part, title: Title | None) -> Place | None:
    """Where it is plainly said that there is no end date."""
    for match in _INDEFINITE.finditer(part.text):
        opens = max(part.sentence_start(match.start()), match.start() - 250)
        if match["label"] or match["tick"]:
            return part.place(match.start(), match.end())
        before = part.text[opens : match.end()]
        after = part.text[match.end() : match.end() + 40]
        if _PERHAPS.search(before) and not match["without"]:
            continue
        if match["said"] and _NOT_TICKED.search(part.text, max(0, match.start("said") - 30), match.start("said")):
            continue
        if _EITHER.search(part.text[max(0, match.end() - 60) : match.end() + 30]) or re.match(
            r"\s*/|\s+(?:dan\s+wel|of)\s+(?:voor\s+)?(?:een\s+)?bepaalde", after
        ):
            continue
        return part.place(match.start(), match.end())
    if title is not None and title.indefinite is True:
        return part.place(max(0, title.start - part.start), max(0, title.end - part.start))
    return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Chain:
    """The terms of all papers in the file, taken together."""

    starts_on: Fact[date] | None = None
    ends_on: Fact[date | None] | None = None
    until: date | None = None
    """The date after a bare `tot` in the paper that gives the end, where `ends_on` is the day before it."""
    from_duration: bool = False
    terms: tuple[Term, ...] = ()


def chain(papers: Sequence[Stated]) -> Chain:
    """First start, last end. Letters that extend without a start of their own go on where the term before ended."""
    terms: list[Term] = []
    computed: list[bool] = []
    untils: list[date | None] = []
    unclear = False
    for paper in papers:
        if len(papers) > 1 and paper.section is Section.CHANGE and paper.end is None and not paper.contradictory:
            continue
        start, end, from_duration = paper.start, paper.end, paper.from_duration
        before = terms[-1].ends_on if terms else None
        if (
            start is None
            and paper.section is not Section.CONTRACT
            and before
            and before.value
            and not paper.start_contradictory
        ):
            start = Fact(value=before.value + timedelta(days=1), place=before.place)
        if end is None and paper.length and start and not paper.contradictory:
            last = paper.length.end_from(paper.begins or start.value)
            end, from_duration = (Fact(value=last, place=start.place), True) if last else (None, False)
        if start is None and end is None and not paper.contradictory and not paper.start_contradictory:
            continue
        unclear = paper.contradictory
        terms.append(Term(starts_on=start, ends_on=end))
        computed.append(from_duration)
        untils.append(paper.until)
    order = list(range(len(terms)))
    begins = [term.starts_on.value for term in terms if term.starts_on]
    if len(begins) == len(terms):
        order.sort(key=lambda n: begins[n])
    if not terms:
        return Chain()
    opening, closing = terms[order[0]], terms[order[-1]]
    return Chain(
        starts_on=opening.starts_on,
        ends_on=None if unclear else closing.ends_on,
        until=untils[order[-1]],
        from_duration=computed[order[-1]] and not unclear,
        terms=tuple(terms[n] for n in order) if len(terms) > 1 else (),
    )
