"""`verify`: a report held against its dossier: judged again as it was judged then."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dossiercheck.cli.options import (
    DecisionsOption,
    LangOption,
    NoCacheOption,
    SetOption,
    TrustOption,
    WaiversOption,
    check_options,
    judged,
    language_of,
    said_in,
)

if TYPE_CHECKING:
    from dossiercheck.desk import SavedReport
    from dossiercheck.options import CheckOptions


def verify(
    report: Annotated[Path, typer.Argument(help="The report (JSON).")],
    path: Annotated[Path, typer.Argument(help="The dossier that it is about.")],
    requirements: SetOption = None,
    lang: LangOption = None,
    trust: TrustOption = None,
    waivers: WaiversOption = None,
    decisions: DecisionsOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Judge a dossier again as its report did, and show any difference. Exit: 0 the same to the letter, 1 not."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.desk import differences, parse_report, read_report
        from dossiercheck.reports import render, verification_text

        old = read_report(report)
        options = check_options(
            requirements,
            old.on.isoformat(),
            trust,
            {},
            waivers=waivers,
            decisions=decisions,
            lang=language,
            no_cache=no_cache,
        )
        text = render(judged(path, _as_then(options, old), language), "json", lang=old.lang)
        assert isinstance(text, str)
        found = differences(old, parse_report(text))
        typer.echo(verification_text(found, language), nl=False)
    raise typer.Exit(1 if found else 0)


def _as_then(options: "CheckOptions", old: "SavedReport") -> "CheckOptions":
    """The options with what the operator gave then: the set, facts about the provider, terms."""
    from dossiercheck.intake.statement import Statement

    given = dict(old.asked)
    by_operator = given.pop("set_given", False)
    on_given = given.pop("on_given", True)
    days = {name: _day(given.pop(name, None)) for name in ("deadline", "response_deadline")}
    known = {field.name: str(field.type) for field in fields(Statement)}
    overrides = {
        name: tuple(value) if isinstance(value, list) else _day(value) if "date" in known[name] else value
        for name, value in given.items()
        if name in known
    }
    return replace(
        options,
        requirements=options.requirements or (old.set_id if by_operator else None),
        overrides=overrides,
        on_given=bool(on_given),
        deadline=days["deadline"],
        response_deadline=days["response_deadline"],
    )


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None
