"""The command line: arguments in, exit code out. The only place that asks what day it is."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dossiercheck import __version__
from dossiercheck.errors import CommandError, DossiercheckError

if TYPE_CHECKING:
    from dossiercheck.findings import Report
    from dossiercheck.output import Target
    from dossiercheck.pipeline import CheckOptions

app = typer.Typer(
    name="dossiercheck",
    help="Controleert een aanbestedingsdossier / checks a tender dossier: personnel table, diplomas, contracts, VOGs.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
trust_app = typer.Typer(help="Certificates that a seal may chain to.", no_args_is_help=True)
schema_app = typer.Typer(help="Requirement sets.", no_args_is_help=True)
app.add_typer(trust_app, name="trust")
app.add_typer(schema_app, name="schema")


class Lang(StrEnum):
    """Languages of the report."""

    NL = "nl"
    EN = "en"


class OutputFormat(StrEnum):
    """Formats of the report."""

    CONSOLE = "console"
    JSON = "json"


class Only(StrEnum):
    """What the report is narrowed to; the verdict never is."""

    KO = "ko"
    REQUIRED = "required"


class Role(StrEnum):
    """As what the provider applies."""

    MAIN = "main"
    SUB = "sub"


LangOption = Annotated[Lang | None, typer.Option("--lang", help="Language of the report (default: the locale's).")]
TrustOption = Annotated[
    list[Path] | None, typer.Option("--trust", help="Certificates (PEM, DER) to trust besides those of the program.")
]
OnOption = Annotated[str | None, typer.Option("--on", metavar="DATE", help="Date judged by (default: today).")]
SetOption = Annotated[
    str | None, typer.Option("--requirements", metavar="ID|FILE", help="Requirement set, by its id or as a YAML file.")
]
FormatOption = Annotated[OutputFormat | None, typer.Option("--format", help="Format (default: console).")]
OutputOption = Annotated[
    list[str] | None, typer.Option("--output", metavar="FILE", help="Where to; '-' is standard output. Repeatable.")
]


def main() -> None:
    """Run the command line; every way out ends here."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except DossiercheckError as error:
        typer.echo(f"dossiercheck: {error.sentence(_language(None))}", err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"dossiercheck {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    pass


@app.command()
def check(
    path: Annotated[Path, typer.Argument(help="The dossier: a folder, or a ZIP of one.")],
    requirements: SetOption = None,
    on: OnOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    trust: TrustOption = None,
    only: Annotated[Only | None, typer.Option(help="Show only these findings; the verdict stays the same.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="The verdict only.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also what is met.")] = False,
    provider_name: Annotated[str | None, typer.Option(help="Name of the provider.")] = None,
    kvk: Annotated[str | None, typer.Option(help="Number in the trade register.")] = None,
    iban: Annotated[str | None, typer.Option(help="Bank account.")] = None,
    role: Annotated[Role | None, typer.Option(help="Main contractor or subcontractor.")] = None,
    product: Annotated[list[str] | None, typer.Option(help="Product applied for. Repeatable.")] = None,
    municipality: Annotated[list[str] | None, typer.Option(help="Municipality chosen. Repeatable.")] = None,
    requested_on: Annotated[str | None, typer.Option(metavar="DATE", help="Date of the request.")] = None,
    submitted_on: Annotated[str | None, typer.Option(metavar="DATE", help="Date of handing in.")] = None,
    subcontractor: Annotated[list[str] | None, typer.Option(help="A subcontractor. Repeatable.")] = None,
    has_locations: Annotated[
        bool | None, typer.Option("--has-locations/--no-locations", help="Is support given at an own location?")
    ] = None,
    sample: Annotated[str | None, typer.Option(metavar="3,7,12", help="Numbers of the drawn sample.")] = None,
    headcount: Annotated[int | None, typer.Option(min=1, help="Persons in the whole organisation.")] = None,
) -> None:
    """Judge one dossier, person by person. Exit: 0 complete, 1 incomplete, 2 nothing judged, 3 needs a person."""
    language = _language(lang)
    with _in_language(language):
        overrides: dict[str, object] = {
            "provider_name": provider_name,
            "kvk": kvk,
            "iban": iban,
            "role": role.value if role else None,
            "products": tuple(p.strip().lower() for p in product) if product else None,
            "municipalities": tuple(municipality) if municipality else None,
            "requested_on": _date(requested_on, "--requested-on"),
            "submitted_on": _date(submitted_on, "--submitted-on"),
            "subcontractors": tuple(subcontractor) if subcontractor else None,
            "has_locations": has_locations,
            "sample": tuple(n.strip() for n in sample.split(",") if n.strip()) if sample is not None else None,
            "headcount": headcount,
        }
        from dossiercheck.output import progress_line, targets_for
        from dossiercheck.pipeline import check_dossier

        targets = targets_for(output or [], format.value if format else None, path)
        options = _options(requirements, on, trust, overrides)
        with progress_line(quiet) as progress:
            report = check_dossier(path, options, progress)
        for target in targets:
            _write_report(report, target, language, only, quiet=quiet, verbose=verbose)
    raise typer.Exit(report.exit_code)


@app.command()
def inspect(
    files: Annotated[list[Path], typer.Argument(help="The documents to look at.")],
    on: OnOption = None,
    requirements: SetOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    trust: TrustOption = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also where each fact was read.")] = False,
) -> None:
    """Show what the program sees in a document: kind, facts with their places, every signature in full."""
    language = _language(lang)
    with _in_language(language):
        from dossiercheck.output import targets_for
        from dossiercheck.pipeline import inspect_files
        from dossiercheck.reports import render_inspect

        targets = targets_for(output or [], format.value if format else None)
        documents = inspect_files(files, _options(requirements, on, trust, {}))
        for target in targets:
            text = render_inspect(
                documents,
                target.format,
                lang=language,
                width=target.width,
                colour=target.colour,
                verbose=verbose,
                encoding=target.encoding,
            )
            target.write(text)


@schema_app.command("list")
def schema_list(lang: LangOption = None) -> None:
    """Name the requirement sets that come with the program."""
    language = _language(lang)
    with _in_language(language):
        from dossiercheck.tender import installed_sets, load_set

        for name in installed_sets():
            subtender = load_set(name)
            title = subtender.header.title.wording.in_language(language)
            typer.echo(f"{name:<20} {subtender.header.version:<10} {title}")


def _write_report(
    report: "Report", target: "Target", language: str, only: Only | None, *, quiet: bool, verbose: bool
) -> None:
    from dossiercheck.findings import Severity
    from dossiercheck.reports import render

    severity = {None: None, Only.KO: Severity.KNOCKOUT, Only.REQUIRED: Severity.REQUIRED}[only]
    text = render(
        report,
        target.format,
        lang=language,
        width=target.width,
        colour=target.colour,
        only=severity,
        verbose=verbose,
        quiet=quiet,
        encoding=target.encoding,
    )
    target.write(text)


def _options(
    requirements: str | None, on: str | None, trust: list[Path] | None, overrides: dict[str, object]
) -> "CheckOptions":
    from dossiercheck.pipeline import CheckOptions
    from dossiercheck.trust import trusted_anchors

    day = _date(on, "--on")
    return CheckOptions(
        on=day or date.today(),  # noqa: DTZ011 - the one place that asks what day it is, in the user's own zone
        on_given=day is not None,
        anchors=trusted_anchors(trust or []),
        requirements=requirements,
        overrides={name: value for name, value in overrides.items() if value is not None},
    )


def _date(text: str | None, option: str) -> date | None:
    """A date given on the command line, as 2024-06-01 or as 1 juni 2024."""
    from dossiercheck.dates import parse_date

    if text is None:
        return None
    day = parse_date(text)
    if day is None:
        raise CommandError(
            nl=f"{option} {text!a}: dit is geen datum. Schrijf hem als 2024-06-01.",
            en=f"{option} {text!a}: this is no date. Write it as 2024-06-01.",
        )
    return day


def _language(chosen: Lang | None) -> str:
    """The language asked for, else the locale's: Dutch where it is Dutch, English elsewhere."""
    if chosen is not None:
        return chosen.value
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "nl" if value.lower().startswith("nl") else "en"
    import locale

    name = locale.getlocale()[0] or ""
    return "nl" if name.lower().startswith(("nl", "dutch")) else "en"


@contextmanager
def _in_language(language: str) -> Iterator[None]:
    """Say an operator's mistake in the language asked for, and stop with its exit code."""
    try:
        yield
    except DossiercheckError as error:
        typer.echo(f"dossiercheck: {error.sentence(language)}", err=True)
        raise typer.Exit(error.exit_code) from None
