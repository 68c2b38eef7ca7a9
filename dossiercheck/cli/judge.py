"""`check` and `inspect`: a dossier, or single documents, looked at and reported."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dossiercheck.cli.options import (
    DeadlineOption,
    DecisionsOption,
    FormatOption,
    LangOption,
    NoCacheOption,
    Only,
    OnOption,
    OutputOption,
    ResponseOption,
    Role,
    SetOption,
    ShareOption,
    TrustOption,
    WaiversOption,
    check_options,
    language_of,
    read_date,
    read_numbers,
    said_in,
    severity_of,
)
from dossiercheck.cli.watch import watch as again_and_again

if TYPE_CHECKING:
    from dossiercheck.findings import Report
    from dossiercheck.output import Target


def check(
    path: Annotated[Path, typer.Argument(help="The dossier: a folder, or a ZIP of one.")],
    requirements: SetOption = None,
    on: OnOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    trust: TrustOption = None,
    waivers: WaiversOption = None,
    decisions: DecisionsOption = None,
    no_cache: NoCacheOption = False,
    only: Annotated[Only | None, typer.Option(help="Show only these findings; the verdict stays the same.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="On the terminal the verdict only.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also what is met.")] = False,
    share: ShareOption = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")] = False,
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
    deadline: DeadlineOption = None,
    response_deadline: ResponseOption = None,
) -> None:
    """Judge one dossier, person by person. Exit: 0 complete, 1 incomplete, 2 nothing judged, 3 needs a person."""
    language = language_of(lang)
    with said_in(language):
        overrides: dict[str, object] = {
            "provider_name": provider_name,
            "kvk": kvk,
            "iban": iban,
            "role": role.value if role else None,
            "products": tuple(p.strip().lower() for p in product) if product else None,
            "municipalities": tuple(municipality) if municipality else None,
            "requested_on": read_date(requested_on, "--requested-on"),
            "submitted_on": read_date(submitted_on, "--submitted-on"),
            "subcontractors": tuple(subcontractor) if subcontractor else None,
            "has_locations": has_locations,
            "sample": read_numbers(sample),
            "headcount": headcount,
        }
        from dossiercheck.output import targets_for
        from dossiercheck.pipeline import check_dossier
        from dossiercheck.progress import progress_line

        targets = targets_for(output or [], format.value if format else None, [path])
        options = check_options(
            requirements,
            on,
            trust,
            overrides,
            deadline=deadline,
            response_deadline=response_deadline,
            waivers=waivers,
            decisions=decisions,
            lang=language,
            no_cache=no_cache,
        )
        options = replace(options, pictures=not share and any(target.format == "html" for target in targets))

        def once() -> int:
            with progress_line(quiet, language) as progress:
                report = check_dossier(path, options, progress)
            for target in targets:
                _write_report(_to_share(report) if share else report, target, language, only, quiet, verbose)
            return report.exit_code

        code = again_and_again(path, once) if watch else once()
    raise typer.Exit(code)


def _to_share(report: "Report") -> "Report":
    from dossiercheck.desk import shared

    return shared(report)


def inspect(
    files: Annotated[list[Path], typer.Argument(help="The documents to look at.")],
    on: OnOption = None,
    requirements: SetOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    trust: TrustOption = None,
    no_cache: NoCacheOption = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also where each fact was read.")] = False,
) -> None:
    """Show what the program sees in a document: kind, facts with their places, every signature in full."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.output import targets_for
        from dossiercheck.pipeline import inspect_files
        from dossiercheck.reports import render_inspect

        targets = targets_for(output or [], format.value if format else None, files)
        options = check_options(requirements, on, trust, {}, lang=language, no_cache=no_cache)
        documents = inspect_files(files, options)
        for target in targets:
            rendered = render_inspect(
                documents,
                target.format,
                lang=language,
                width=target.width,
                colour=target.colour,
                verbose=verbose,
                encoding=target.encoding,
            )
            target.write(rendered)


def _write_report(
    report: "Report", target: "Target", language: str, only: Only | None, quiet: bool, verbose: bool
) -> None:
    from dossiercheck.reports import render

    rendered = render(
        report,
        target.format,
        lang=language,
        width=target.width,
        colour=target.colour,
        only=severity_of(only),
        verbose=verbose,
        quiet=quiet and target.path is None,
        encoding=target.encoding,
    )
    target.write(rendered)
