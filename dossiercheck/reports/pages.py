"""Pages about requirement sets: a requirement explained, a whole set, and what two sets differ in."""

from collections.abc import Sequence

from dossiercheck.findings import CheckPage, Difference, ParameterView, RequirementPage, SetPage
from dossiercheck.reports import escape
from dossiercheck.reports.console.page import Page
from dossiercheck.reports.interface import View
from dossiercheck.reports.to_do_first import lead_time
from dossiercheck.reports.wording import Words, words

_LONG_VALUE = 240
"""Longest value shown in a list of parameters, in characters, where the view is not verbose."""


def render_requirement(described: RequirementPage, view: View) -> str:
    """What a requirement asks, how it is judged, what is accepted, and what to do where it is not met."""
    page = Page(view, words(view.lang))
    _requirement(page, described)
    return page.result()


def render_set(described: SetPage, view: View) -> str:
    """A set as a readable page."""
    page = Page(view, words(view.lang))
    say = page.words
    page.line((say.text(described.title), "bold"))
    version = say.label("version", version=described.version)
    page.line((f"{escape.name(described.id)}, {version}, sha256 {described.sha256[:16]}", "dim"))
    page.blank()
    since, until = described.valid_from, described.valid_until
    for label, value in (
        ("page-extends", described.extends),
        ("page-valid-from", since and say.day(since)),
        ("page-valid-until", until and say.day(until)),
        ("page-products", ", ".join(f"{say.text(title)} ({id_})" for id_, title in described.products)),
        ("page-kinds", ", ".join(f"{say.text(title)} ({id_})" for id_, title in described.kinds)),
    ):
        page.line(value or "", indent=2, marker=(say.label(label), "dim")) if value else None
    for requirement in described.requirements:
        page.blank()
        _requirement(page, requirement, short=not view.verbose)
    if described.not_checked:
        page.heading(say.label("section-not-checked"))
        for info in described.not_checked:
            page.line(f"{say.text(info.title)} ", (escape.name(info.id), "dim"), indent=2, marker="•")
    return page.result()


def render_index(described: SetPage, view: View) -> str:
    """The requirements of a set: id, paragraph, severity and title, one a line."""
    page = Page(view, words(view.lang))
    say = page.words
    page.line((say.text(described.title), "bold"))
    page.blank()
    widest = max((len(r.info.id) for r in described.requirements), default=0)
    for requirement in described.requirements:
        info = requirement.info
        asked = f"  § {info.source} · {say.label(f'severity-{info.severity.value}')}"
        page.line(say.text(info.title), (asked, "dim"), indent=2, marker=(info.id.ljust(widest), "bold"))
    page.blank()
    page.line((say.label("page-explain-hint"), "dim"), indent=2)
    return page.result()


def render_check(described: CheckPage, view: View) -> str:
    """A kind of check and its parameters, as whoever writes a set needs them."""
    page = Page(view, words(view.lang))
    say = page.words
    page.line((f"check: {described.check}", "bold"))
    page.line(_judged(described, say), indent=2)
    page.line((say.label("page-check-parameters"), "cyan"), indent=2)
    for parameter in described.parameters:
        shown = say.label("page-parameter-default", value=escape.shorten(parameter.value, _LONG_VALUE))
        value = shown if parameter.value else say.label("page-parameter-needed")
        page.line((parameter.name, "bold"), f": {value}", (f"  {_meaning(parameter, say)}", "dim"), indent=4, hang=2)
    return page.result()


def render_checks(described: Sequence[CheckPage], view: View) -> str:
    """All kinds of check, one a line."""
    page = Page(view, words(view.lang))
    widest = max((len(check.check) for check in described), default=0)
    for check in described:
        page.line(_judged(check, page.words), indent=2, marker=(check.check.ljust(widest), "bold"))
    page.blank()
    page.line((page.words.label("page-check-hint"), "dim"), indent=2)
    return page.result()


def render_differences(old: SetPage, new: SetPage, found: Sequence[Difference], view: View) -> str:
    """What a newer set asks otherwise."""
    page = Page(view, words(view.lang))
    say = page.words
    page.line((f"{escape.name(old.id)} {old.version} → {escape.name(new.id)} {new.version}", "bold"))
    page.blank()
    if not found:
        page.line(say.label("diff-none"), indent=2)
    gone = {d.path for d in found if d.after is None and _is_requirement(d.path, old)}
    added = {d.path for d in found if d.before is None and _is_requirement(d.path, new)}
    for difference in found:
        if difference.path in gone | added:
            sign, style = ("−", "red") if difference.path in gone else ("+", "green")
            text = difference.before or difference.after or ""
            page.line((difference.path, "bold"), f"  {text}", indent=2, marker=(sign, style))
        elif not any(difference.path.startswith(f"{whole}.") for whole in gone | added):
            nothing = say.label("diff-nothing")
            before, after = (nothing if v is None else v for v in (difference.before, difference.after))
            page.line((difference.path, "bold"), f": {before} → {after}", indent=2, marker=("~", "yellow"))
    return page.result()


def _is_requirement(path: str, described: SetPage) -> bool:
    return path in {f"requirements.{requirement.info.id}" for requirement in described.requirements}


def _requirement(page: Page, described: RequirementPage, *, short: bool = False) -> None:
    say, info = page.words, described.info
    page.line((say.text(info.title), "bold"))
    asked = f"{info.id} · {say.label('paragraph', source=info.source)} · {say.label(f'severity-{info.severity.value}')}"
    page.line((asked, "dim"), indent=2)
    rows = [("page-judged", _judged(described, say))]
    if info.condition:
        rows.append(("page-when", say.label("page-only-where", condition=say.condition(info.condition))))
    if info.interpretation:
        rows.append(("page-interpretation", say.text(info.interpretation)))
    rows.append(("page-remedy", say.text(info.remedy)))
    for label, text in rows:
        page.line((f"{say.label(label)} ", "cyan"), text, indent=2, hang=2)
    for reading in described.readings:
        mark = say.label("page-reading-used" if reading.used else "page-reading-other")
        page.line((f"{mark} ", "cyan"), say.text(reading.title), (f" ({reading.name})", "dim"), indent=2, hang=2)
    if short:
        return
    for key, remedy in info.remedies.items():
        page.line((f"{say.word('reasons', key)}: ", "cyan"), say.text(remedy), indent=4, hang=2)
    for action in described.actions:
        reasons = ", ".join(say.word("reasons", reason) for reason in action.reasons)
        lead = lead_time(action.lead_minutes, say)
        where = f" ({'; '.join(part for part in (lead, reasons) if part)})"
        page.line((f"{say.label('page-action')} ", "cyan"), say.text(action.title), (where, "dim"), indent=2, hang=2)
    _parameters(page, described)


def _judged(described: RequirementPage | CheckPage, say: Words) -> str:
    return say.sections.get("check_kinds", {}).get(described.check) or described.judged


def _parameters(page: Page, described: RequirementPage) -> None:
    say = page.words
    if not described.parameters:
        return
    page.line((say.label("page-parameters", check=described.check), "cyan"), indent=2)
    for parameter in described.parameters:
        meaning = _meaning(parameter, say)
        value = parameter.value if page.view.verbose else escape.shorten(parameter.value, _LONG_VALUE)
        page.line((parameter.name, "bold"), f": {value}", (f"  {meaning}" if meaning else "", "dim"), indent=4, hang=2)


def _meaning(parameter: ParameterView, say: Words) -> str:
    return say.sections.get("parameters", {}).get(parameter.name) or parameter.meaning
