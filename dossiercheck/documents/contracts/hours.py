"""How many hours a week: the person's own, not those of a full-time week that they are measured against."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossiercheck.documents.contracts.hour_words import (
    AFTER_BASE,
    ARTICLE_OR_TIMES,
    BASE,
    BY_DAYS,
    CEILING,
    DAYS,
    EACH_DAY,
    FLOOR_LABEL,
    FULL_TIME,
    IS_FULL_TIME,
    NAMES_A_BASE,
    NAMES_FULL_TIME,
    NEW,
    NEW_AFTER,
    NOT_OF_WORK,
    NOT_OF_WORK_AFTER,
    OF_WORK,
    OLD,
    OTHER_PERIOD,
    OWN_FACTOR,
    PERCENT,
    RANGE,
    RULE,
    RULE_AFTER,
    SAID_BY_CAO,
    SERVES_FULL_TIME,
    SIZE_OF,
    UP_TO_NUMBER,
    WEEKLY,
    WORKS_FULL_TIME,
    ZERO,
    of_hours,
)
from dossiercheck.documents.contracts.in_order import in_order
from dossiercheck.documents.contracts.job_size import job_size
from dossiercheck.documents.contracts.numbers import number, spelled
from dossiercheck.documents.contracts.running import Part
from dossiercheck.facts import Fact


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
    ranged = _first(part, RANGE)
    zero = _first(part, (ZERO,))
    if ranged and not _plain_beside(part, own, ranged):
        return Hours(stated=ranged)
    values = {h.value for h in own if h.value > 0}
    if zero and not values:
        agreed = _by_size(part) if zero.value.lower().startswith("in overleg") else None
        return agreed or Hours(stated=zero)
    if len(values) == 1:
        hit = next(h for h in own if h.value > 0)
        return Hours(weekly=Fact(value=hit.value, place=part.place(hit.start, hit.end)))
    if len(values) > 1:
        return Hours(contradictory=True)
    if not hits and (days := _by_days(part)):
        return Hours(weekly=days)
    said = _from_base(part, [h for h in hits if h.base])
    return said if said.weekly else _by_size(part) or said


def _by_size(part: Part) -> Hours | None:
    """The plain size of the job, unless a share says otherwise.

    Interpretation: beside a share it must make a full-time week of 35 to 41 hours.
    """
    size = job_size(part)
    share = PERCENT.search(part.text)
    factor = _factor(share) if share else None
    if size is None or (factor and not 35 <= size.value / factor <= 41):
        return None
    return Hours(weekly=size)


def _from_base(part: Part, bases: list[_Hit]) -> Hours:
    share = PERCENT.search(part.text)
    values = {h.value for h in bases}
    if share and len(values) == 1:
        factor = _factor(share)
        [value] = values
        if factor is not None:
            worked = round(value * factor, 2)
            nearest = round(worked * 4) / 4
            exact = nearest if abs(worked - nearest) < 0.02 else worked
            return Hours(weekly=Fact(value=exact, place=part.place(share.start(), share.end())))
    full = share is None and len(values) == 1 and WORKS_FULL_TIME.search(part.text[: bases[0].start])
    if share is None and len(values) == 1 and (full or not any(h.full_time for h in bases)):
        return Hours(weekly=Fact(value=bases[0].value, place=part.place(bases[0].start, bases[0].end)))
    return _said_otherwise(part)


def _said_otherwise(part: Part) -> Hours:
    """A share, hours of another period, or days: of these no hours a week follow."""
    for pattern in (PERCENT, OTHER_PERIOD, DAYS):
        for match in in_order((pattern,), part.text, of_hours):
            line = part.text[max(0, match.start() - 120) : match.end()]
            if pattern is PERCENT or (OF_WORK.search(line) and not NOT_OF_WORK.search(line)):
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
    """The numbers that are hours a week of this person's, or of the full-time week that they are measured against."""
    for match in in_order(WEEKLY, part.text, of_hours):
        value = _a_week(match)
        before, after = _around(part, match)
        if value is not None and not _of_something_else(match, before, after):
            yield from _own_or_base(match, value, before, after)


def _a_week(match: re.Match[str]) -> float | None:
    """The number as hours of one week."""
    two = match.groupdict().get("two") is not None
    value = number(match["n"])
    if value is None or not 0 <= value <= (96 if two else 60):
        return None
    return value / 2 if two else value


def _around(part: Part, match: re.Match[str]) -> tuple[str, str]:
    """What stands before the hours in their sentence (of a form row: in its line), and the words behind them."""
    at = match.start("n") if match.re in UP_TO_NUMBER else match.start()
    opens = max(part.sentence_start(match.start()), match.start() - 220)
    before = part.text[opens:at]
    if _label(match):
        before = before[before.rfind("\n") + 1 :]
    return before, part.text[match.end() : match.end() + 70]


def _label(match: re.Match[str]) -> bool:
    return match.groupdict().get("label") is not None


def _of_something_else(match: re.Match[str], before: str, after: str) -> bool:
    """A ceiling, an article, overtime, school: no hours that are worked each week."""
    if (
        ARTICLE_OR_TIMES.search(before)
        or (RULE.match(before) and RULE_AFTER.match(after))
        or SAID_BY_CAO.search(before)
        or NOT_OF_WORK.search(before[-110:])
        or NOT_OF_WORK_AFTER.match(after)
    ):
        return True
    each_day = EACH_DAY.search(before)
    return bool(
        CEILING.search(before) or (each_day and spelled(each_day)) or FLOOR_LABEL.search(before + match.group())
    )


def _own_or_base(match: re.Match[str], value: float, before: str, after: str) -> Iterator[_Hit]:
    own_label = _label(match) and not NAMES_FULL_TIME.search(before[-40:])
    start, end = match.span()
    if (own := _beside_factor(before, value)) is not None:
        yield _Hit(value=value, start=start, end=end, base=not own, full_time=not own, strong=True)
        return
    if OLD.search(before) and NEW_AFTER.match(after):
        return
    base_words = None if own_label else BASE.search(before)
    base = _is_base(base_words is not None, before, after)
    yield _Hit(
        value=value,
        start=start,
        end=end,
        base=base,
        full_time=bool(base_words and FULL_TIME.search(base_words.group()))
        or ("urige" in match.group().lower() and base),
        strong=own_label or bool(OF_WORK.search(before)),
    )


def _is_base(base_words: bool, before: str, after: str) -> bool:
    """The hours are those of a full-time week, and not the person's."""
    if not base_words or NEW.search(before):
        return False
    if SIZE_OF.search(before) and not NAMES_A_BASE.search(before[-90:]):
        return False
    serves = IS_FULL_TIME.search(after) or SERVES_FULL_TIME.search(before)
    return not serves or AFTER_BASE.match(after) is not None


def _beside_factor(before: str, value: float) -> bool | None:
    """`0,67 fte (24 uur)`: whether the hours beside a factor are the person's own; None where there is no factor.

    Interpretation: they are where they make a full-time week of 35 to 41 hours; a full-time week itself is none.
    """
    match = OWN_FACTOR.search(before[-45:])
    factor = number(match["f"]) if match else None
    if not factor:
        return None
    return 35 <= value / factor <= 41


def _by_days(part: Part) -> Fact[float] | None:
    """`3 dagen van 8 uur per week`, where it is said once."""
    found = list(in_order((BY_DAYS,), part.text, of_hours))
    values = {(number(m["days"]) or 0) * (number(m["n"]) or 0) for m in found}
    if len(values) != 1 or not 0 < max(values) <= 60:
        return None
    return Fact(value=values.pop(), place=part.place(*found[0].span()))


def _plain_beside(part: Part, own: list[_Hit], ranged: Fact[str]) -> bool:
    """A number is plainly stated apart from the range (`32 uur per week, minimaal 8 en maximaal 40 per week`)."""
    at = ranged.value
    return any(part.words(h.start, h.end) not in at and h.strong for h in own if h.value > 0)


def _first(part: Part, patterns: tuple[re.Pattern[str], ...]) -> Fact[str] | None:
    for match in in_order(patterns, part.text, of_hours):
        before = part.text[max(0, match.start() - 110) : match.start()]
        if not NOT_OF_WORK.search(before):
            return Fact(value=part.words(*match.span()), place=part.place(*match.span()))
    return None
