"""`compare`: what changed since an earlier report."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dossiercheck.cli.options import (
    DecisionsOption,
    LangOption,
    NoCacheOption,
    OnOption,
    OutputFormat,
    SetOption,
    TrustOption,
    WaiversOption,
    check_options,
    judged,
    language_of,
    said_in,
)
from dossiercheck.errors import CommandError

if TYPE_CHECKING:
    from dossiercheck.desk import SavedReport
    from dossiercheck.options import CheckOptions

_FORMATS = (OutputFormat.CONSOLE, OutputFormat.JSON, OutputFormat.MARKDOWN)


def compare(
    old: Annotated[Path, typer.Argument(help="The earlier report (JSON).")],
    new: Annotated[Path, typer.Argument(help="The later report (JSON), or the dossier as it is now.")],
    requirements: SetOption = None,
    on: OnOption = None,
    lang: LangOption = None,
    format: Annotated[OutputFormat, typer.Option("--format", help="console, json or markdown.")] = OutputFormat.CONSOLE,
    trust: TrustOption = None,
    waivers: WaiversOption = None,
    decisions: DecisionsOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Show what was repaired, what is new, and what only the day or the set changed. Exit 1: something new is wrong."""
    language = language_of(lang)
    with said_in(language):
        if format not in _FORMATS:
            raise CommandError(
                nl=f"--format {format.value}: een vergelijking kan als console, json of markdown.",
                en=f"--format {format.value}: a comparison can be console, json or markdown.",
            )
        from dossiercheck.desk import compare as compare_reports
        from dossiercheck.desk import read_report
        from dossiercheck.reports import render_comparison

        options = check_options(
            requirements, on, trust, {}, waivers=waivers, decisions=decisions, lang=language, no_cache=no_cache
        )
        comparison = compare_reports(read_report(old), report_of(new, options, language))
        typer.echo(
            render_comparison(comparison, format.value, language, shutil.get_terminal_size((100, 0)).columns), nl=False
        )
    raise typer.Exit(1 if comparison.got_worse else 0)


def report_of(path: Path, options: "CheckOptions", language: str) -> "SavedReport":
    """The report in a JSON file, or on a dossier that is judged now. Raises DossiercheckError."""
    from dossiercheck.desk import parse_report, read_report

    if path.is_file() and path.suffix.lower() == ".json":
        return read_report(path)
    from dossiercheck.reports import render

    text = render(judged(path, options, language), "json", lang=language)
    assert isinstance(text, str)
    return parse_report(text)
