"""`batch`: many dossiers, judged side by side, with a report for each and an overview."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dossiercheck.cli.options import (
    DeadlineOption,
    DecisionsOption,
    FailOnChoice,
    LangOption,
    NoCacheOption,
    Only,
    OnOption,
    ResponseOption,
    SetOption,
    ShareOption,
    TrustOption,
    WaiversOption,
    check_options,
    language_of,
    said_in,
    severity_of,
)
from dossiercheck.errors import CommandError, OutputError

if TYPE_CHECKING:
    from dossiercheck.batch import Candidate, Plan, Record, Watch
    from dossiercheck.findings import Overview

_FILES = {"html": "overview.html", "xlsx": "overview.xlsx", "csv": "overview.csv", "json": "overview.json"}


def batch(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR…", help="Folders of dossiers (folders and ZIPs).")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the reports and the overview go.")],
    requirements: SetOption = None,
    on: OnOption = None,
    lang: LangOption = None,
    trust: TrustOption = None,
    waivers: WaiversOption = None,
    decisions: DecisionsOption = None,
    deadline: DeadlineOption = None,
    response_deadline: ResponseOption = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on: take over what is done and still holds.")] = False,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Dossiers at once (default: cores).")] = None,
    only: Annotated[Only | None, typer.Option(help="Show only these findings; the verdict stays the same.")] = None,
    fail_on: Annotated[
        FailOnChoice, typer.Option("--fail-on", help="From what on the exit code is not 0.")
    ] = FailOnChoice.UNDECIDED,
    share: ShareOption = False,
    no_cache: NoCacheOption = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="The sum only, and no progress.")] = False,
) -> None:
    """Judge every dossier below DIR. Ends with the worst exit code of the dossiers: 2, then 1, 3, 0."""
    language = language_of(lang)
    with said_in(language):
        from dataclasses import replace

        from dossiercheck.batch import FailOn, Plan, Store, find_dossiers, numbered, overview_of, worst_exit_code
        from dossiercheck.cli.batch_progress import watching
        from dossiercheck.reports import label

        if share and resume:
            raise CommandError(
                nl="--share en --resume gaan niet samen: om verder te gaan moeten namen en kenmerken bewaard blijven.",
                en="--share and --resume do not go together: to go on, names and references have to be kept.",
            )
        _refuse_inside(out, folders)
        search = find_dossiers(folders)
        dossiers = numbered(search.candidates) if share else search.candidates
        options = check_options(
            requirements,
            on,
            trust,
            {},
            deadline=deadline,
            response_deadline=response_deadline,
            waivers=waivers,
            decisions=decisions,
            lang=language,
            no_cache=no_cache,
        )
        plan = Plan(
            options=replace(options, jobs=jobs),
            store=Store(folder=out),
            lang=language,
            only=severity_of(only),
            share=share,
            resume=resume,
        )
        if search.loose and not quiet:
            typer.echo(label("batch-loose", language, count=len(search.loose)), err=True)
        called = {
            one.name: f"{one.name} ({known.name})" for one, known in zip(dossiers, search.candidates, strict=True)
        }
        with watching(language, quiet, called if share else {}) as watch:
            records = _run(dossiers, plan, watch, language)
        overview = overview_of(records, options.on)
        _write(overview, plan)
        _show(overview, plan, quiet)
        code = worst_exit_code(overview.lines, FailOn(fail_on.value))
    raise typer.Exit(code)


def _run(dossiers: "Sequence[Candidate]", plan: "Plan", watch: "Watch", language: str) -> "tuple[Record, ...]":
    """The records; on Ctrl-C what is done stays, and how to go on is said."""
    from dossiercheck.batch import run
    from dossiercheck.reports import label

    try:
        return run(dossiers, plan, watch)
    except KeyboardInterrupt:
        stopped = "batch-stopped-share" if plan.share else "batch-stopped"
        typer.echo("\n" + label(stopped, language, folder=str(plan.store.folder)), err=True)
        raise typer.Exit(130) from None


def _write(overview: "Overview", plan: "Plan") -> None:
    from dossiercheck.reports import render_overview

    for format, name in _FILES.items():
        rendered = render_overview(overview, format, lang=plan.lang, only=plan.only)
        try:
            plan.store.write(name, rendered if isinstance(rendered, bytes) else rendered.encode("utf-8"))
        except OSError as error:
            raise OutputError(
                nl=f"Het overzicht kan niet worden geschreven: {error.strerror}.",
                en=f"The overview cannot be written: {error.strerror}.",
            ) from error


def _show(overview: "Overview", plan: "Plan", quiet: bool) -> None:
    """The table on standard output, where everything is on standard error."""
    from dossiercheck.output import Target
    from dossiercheck.reports import label, render_overview

    target = Target(format="console")
    target.write(
        render_overview(
            overview,
            "console",
            lang=plan.lang,
            width=target.width,
            colour=target.colour,
            only=plan.only,
            quiet=quiet,
            encoding=target.encoding,
        )
    )
    if not quiet:
        typer.echo(label("batch-written", plan.lang, folder=str(plan.store.folder)), err=True)


def _refuse_inside(out: Path, folders: list[Path]) -> None:
    """Raises OutputError where the results would go into a dossier, or into the folder of them."""
    for folder in folders:
        if out.resolve().is_relative_to(folder.resolve()):
            raise OutputError(
                nl=f"{out} ligt in {folder}. Dossiers worden alleen gelezen; kies met --out een map erbuiten.",
                en=f"{out} is inside {folder}. Dossiers are only ever read; choose a folder outside with --out.",
            )
