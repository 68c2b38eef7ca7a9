"""What to do first, and how long the dossier keeps, in words: the same for every format for people."""

from dataclasses import dataclass

from dossiercheck.findings import Action, Outcome, Report, RequirementInfo
from dossiercheck.reports import escape
from dossiercheck.reports.naming import subject_name
from dossiercheck.reports.wording import Words

NAMES = 12
"""So many persons are named with an action; the rest are counted."""
_UNITS = (("weeks", 7 * 24 * 60, 14 * 24 * 60), ("days", 24 * 60, 24 * 60), ("hours", 60, 60), ("minutes", 1, 0))
"""Unit, its minutes, and from how many minutes on it is used."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionLine:
    """One action in words."""

    lead: str
    """Such as '4 weeks'; empty where it is not known."""
    what: str
    who: str
    """The persons, locations or files that it is about; empty for the provider as a whole."""
    settles: tuple[str, ...]
    """Titles of the requirements that it settles."""


def action_lines(report: Report, words: Words) -> tuple[ActionLine, ...]:
    """Every action, in the report's order."""
    known = {requirement.id: requirement for requirement in report.requirements}
    return tuple(
        ActionLine(
            lead=lead_time(action.lead_minutes, words),
            what=_what(action, known, words),
            who=_who(action, words),
            settles=tuple(words.text(known[id_].title) for id_ in action.requirements if id_ in known),
        )
        for action in report.actions
    )


def lead_time(minutes: int | None, words: Words) -> str:
    """How long something takes: '15 minutes', '3 days', '4 weeks'."""
    if not minutes:
        return ""
    unit, size = next((unit, size) for unit, size, least in _UNITS if minutes >= least)
    return words.label(f"lead-{unit}", count=-(-minutes // size))


def shelf_life(report: Report, words: Words) -> str:
    """Until when what is in order stays so, and which paper runs out first; empty where nothing does."""
    life = report.shelf_life
    if life is None:
        return ""
    known = {requirement.id: requirement for requirement in report.requirements}
    first, files = life.findings[0], [f.evidence[0].file for f in life.findings if f.evidence]
    title = words.text(known[first.requirement].title) if first.requirement in known else first.requirement
    return words.label(
        "shelf-life",
        until=life.until,
        red_on=life.red_on,
        what=title,
        who=subject_name(first.subject, words) or None,
        file=escape.path(files[0]) if files else None,
        more=len(life.findings) - 1 or None,
    )


def _what(action: Action, known: dict[str, RequirementInfo], words: Words) -> str:
    if action.title:
        title = words.text(action.title)
        if all(finding.outcome is Outcome.UNDECIDED for finding in action.findings):
            return words.label("look-first", action=title[:1].lower() + title[1:] if title[1:2].islower() else title)
        return title
    finding = action.findings[0]
    return words.remedy(finding, known.get(finding.requirement)).rstrip(".")


def _who(action: Action, words: Words) -> str:
    if action.once:
        return ""
    names = [name for subject in action.subjects if (name := subject_name(subject, words))]
    more = words.label("and-so-many-more", count=len(names) - NAMES) if len(names) > NAMES else ""
    return ", ".join(names[:NAMES]) + (f" {more}" if more else "")
