"""`letter`: the letter to a provider, or the notes to its employees."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dossiercheck.cli.compare import report_of
from dossiercheck.cli.options import (
    DecisionsOption,
    LangOption,
    NoCacheOption,
    OnOption,
    SetOption,
    TrustOption,
    WaiversOption,
    check_options,
    language_of,
    read_date,
    said_in,
    today,
)
from dossiercheck.errors import CommandError

if TYPE_CHECKING:
    from dossiercheck.desk import SavedReport, Term
    from dossiercheck.reports import Filled


class To(StrEnum):
    """To whom is written."""

    PROVIDER = "provider"
    EMPLOYEES = "employees"


def letter(
    source: Annotated[Path, typer.Argument(help="A report (JSON), or the dossier itself.")],
    to: Annotated[
        To, typer.Option("--to", help="One letter to the provider, or a note to each employee.")
    ] = To.PROVIDER,
    sender: Annotated[str, typer.Option("--from", help="Who signs.")] = "…",
    term: Annotated[int, typer.Option("--term", min=1, max=250, help="Working days to answer in.")] = 10,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Last day, in place of --term.")] = None,
    dated: Annotated[str | None, typer.Option("--dated", metavar="DATE", help="Date of the letter (today).")] = None,
    template: Annotated[
        Path | None, typer.Option("--template", metavar="FILE", help="Your own template (.md or .docx).")
    ] = None,
    output: Annotated[
        list[Path] | None, typer.Option("--output", metavar="FILE", help=".docx or .md. Repeatable.")
    ] = None,
    requirements: SetOption = None,
    on: OnOption = None,
    lang: LangOption = None,
    trust: TrustOption = None,
    waivers: WaiversOption = None,
    decisions: DecisionsOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Write what is missing or out of date, paragraph by paragraph, with the day by which an answer is expected."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.desk import left_to_decide
        from dossiercheck.output import refuse_inside
        from dossiercheck.reports import label

        for target in output or []:
            refuse_inside(target, [source])
        options = check_options(
            requirements, on, trust, {}, waivers=waivers, decisions=decisions, lang=language, no_cache=no_cache
        )
        report = report_of(source, options, language)
        if report.lang != language and lang is not None:
            raise CommandError(
                nl=f"Dit rapport is in de taal '{report.lang}'. Geef het dossier zelf voor een andere taal.",
                en=f"This report is in the language '{report.lang}'. Give the dossier itself for another language.",
            )
        day = read_date(dated, "--dated") or today()
        if waiting := left_to_decide(report):
            typer.echo(label("letter-waiting", language, count=waiting), err=True)
        letters = _letters(report, to, _term(day, term, read_date(until, "--until")), day, sender)
        _write(letters, to, report.lang, template, output or [])


def _term(day: date, working_days: int, until: date | None) -> "Term":
    from dossiercheck.checks import working_days_after
    from dossiercheck.desk import Term

    if until is not None:
        return Term(until=until)
    counted = working_days_after(day, working_days)
    return Term(until=counted.last_day, working_days=working_days, holidays=counted.holidays)


def _letters(report: "SavedReport", to: To, term: "Term", day: date, sender: str) -> "list[Filled]":
    from dossiercheck.desk import employee_notes, provider_letter
    from dossiercheck.reports import fill_for_employee, fill_for_provider

    if to is To.PROVIDER:
        written = provider_letter(report)
        found = [fill_for_provider(written, term, day, sender, report.lang)] if written.points else []
    else:
        found = [fill_for_employee(note, term, day, sender, report.lang) for note in employee_notes(report)]
    if not found:
        raise CommandError(
            nl="Er is niets te schrijven: er ontbreekt niets waar u om moet vragen."
            if to is To.PROVIDER
            else "Er is niets te schrijven: geen medewerker hoeft zelf iets op te halen.",
            en="There is nothing to write: nothing is missing that you must ask for."
            if to is To.PROVIDER
            else "There is nothing to write: no employee has to fetch anything.",
        )
    return found


def _write(letters: "list[Filled]", to: To, lang: str, template: Path | None, outputs: list[Path]) -> None:
    from dossiercheck.output import Target
    from dossiercheck.reports import letters_docx, letters_markdown

    kind = "provider" if to is To.PROVIDER else "employee"
    if not outputs:
        typer.echo(letters_markdown(letters, kind, lang, template), nl=False)
    for path in outputs:
        if path.suffix.lower() == ".docx":
            Target(format="docx", path=path).write(letters_docx(letters, kind, lang, template))
        else:
            Target(format="markdown", path=path).write(letters_markdown(letters, kind, lang, template))
