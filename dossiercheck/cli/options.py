"""What the commands share: options with the same meaning everywhere, the language, the date, how mistakes are said."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dossiercheck.errors import CommandError, DossiercheckError

if TYPE_CHECKING:
    from dossiercheck.cache import Store
    from dossiercheck.desk import Rulings, Waiver
    from dossiercheck.findings import Report, Severity
    from dossiercheck.options import CheckOptions


class Lang(StrEnum):
    """Languages of the report."""

    NL = "nl"
    EN = "en"


class OutputFormat(StrEnum):
    """Formats of the report."""

    CONSOLE = "console"
    JSON = "json"
    HTML = "html"
    XLSX = "xlsx"
    CSV = "csv"
    MARKDOWN = "markdown"


class Only(StrEnum):
    """What the report is narrowed to; the verdict never is."""

    KO = "ko"
    REQUIRED = "required"


class FailOnChoice(StrEnum):
    """From what on `batch` ends with another exit code than 0."""

    KO = "ko"
    REQUIRED = "required"
    UNDECIDED = "undecided"
    NEVER = "never"


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
DeadlineOption = Annotated[
    str | None, typer.Option("--deadline", metavar="DATE", help="The tender's closing date, as the buyer set it.")
]
ResponseOption = Annotated[
    str | None,
    typer.Option(
        "--response-deadline", metavar="DATE", help="Last day for what was asked for later, if the buyer set one."
    ),
]
WaiversOption = Annotated[
    Path | None, typer.Option("--waivers", metavar="FILE", help="A reviewer's exceptions, each with reason and end.")
]
DecisionsOption = Annotated[
    Path | None,
    typer.Option("--decisions", metavar="FILE", help="A reviewer's rulings, as `decide` and `confirm` write them."),
]
FormatOption = Annotated[OutputFormat | None, typer.Option("--format", help="Format (default: console).")]
OutputOption = Annotated[
    list[str] | None, typer.Option("--output", metavar="FILE", help="Where to; '-' is standard output. Repeatable.")
]

ShareOption = Annotated[
    bool, typer.Option("--share", help="A report to send around: no names, file names or words of papers.")
]
NoCacheOption = Annotated[
    bool, typer.Option("--no-cache", help="Read every file anew, and keep nothing of it (see `cache --help`).")
]


def check_options(
    requirements: str | None,
    on: str | None,
    trust: list[Path] | None,
    overrides: dict[str, object],
    *,
    lang: str = "en",
    no_cache: bool = False,
    deadline: str | None = None,
    response_deadline: str | None = None,
    waivers: Path | None = None,
    decisions: Path | None = None,
) -> "CheckOptions":
    """What the command line asks of a check. Raises CommandError, TrustError and DeskFileError."""
    from dossiercheck.options import CheckOptions
    from dossiercheck.trust import all_anchors

    day = read_date(on, "--on")
    return CheckOptions(
        on=day or today(),
        on_given=day is not None,
        anchors=all_anchors(trust or []),
        requirements=requirements,
        deadline=read_date(deadline, "--deadline"),
        response_deadline=read_date(response_deadline, "--response-deadline"),
        waivers=_waivers(waivers),
        rulings=_rulings(decisions),
        overrides={name: value for name, value in overrides.items() if value is not None},
        store=None if no_cache else _store(lang),
    )


def _waivers(path: Path | None) -> "tuple[Waiver, ...]":
    """Of a reviewer's own file. The desk is loaded only where there is one: it stands on every other room."""
    if path is None:
        return ()
    from dossiercheck.desk import read_waivers

    return read_waivers(path)


def _rulings(path: Path | None) -> "Rulings | None":
    """Of a reviewer's own file, the desk as above."""
    if path is None:
        return None
    from dossiercheck.desk import read_rulings

    return read_rulings(path)


def judged(path: Path, options: "CheckOptions", lang: str) -> "Report":
    """The dossier judged; on a terminal a line says how far it is. Raises DossiercheckError."""
    from dossiercheck.pipeline import check_dossier
    from dossiercheck.progress import progress_line

    with progress_line(quiet=False, lang=lang) as progress:
        return check_dossier(path, options, progress)


def today() -> date:
    """The day it is for the user: the one place that asks."""
    return date.today()  # noqa: DTZ011 - in the user's own zone


def severity_of(only: Only | None) -> "Severity | None":
    """What the report is narrowed to."""
    from dossiercheck.findings import Severity

    return {None: None, Only.KO: Severity.KNOCKOUT, Only.REQUIRED: Severity.REQUIRED}[only]


def _store(lang: str) -> "Store | None":
    """The user's cache; None where it is switched off, or may not be used: that is said."""
    from dossiercheck.cache import CacheRefused, is_switched_off, open_store

    if is_switched_off():
        return None
    try:
        return open_store()
    except CacheRefused as refused:
        typer.echo(f"dossiercheck: {refused.sentence(lang)}", err=True)
        return None


def read_date(text: str | None, option: str) -> date | None:
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


def read_numbers(text: str | None) -> tuple[str, ...] | None:
    """The numbers of a sample, as `3,7,12`. Raises CommandError when there is none."""
    if text is None:
        return None
    numbers = tuple(number.strip() for number in text.split(",") if number.strip())
    if not numbers:
        raise CommandError(
            nl="--sample: er staat geen nummer. Schrijf de nummers als 3,7,12.",
            en="--sample: there is no number. Write the numbers as 3,7,12.",
        )
    return numbers


def language_of(chosen: Lang | None) -> str:
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
def said_in(language: str) -> Iterator[None]:
    """Say an operator's mistake in the language asked for, and stop with its exit code."""
    try:
        yield
    except DossiercheckError as error:
        typer.echo(f"dossiercheck: {error.sentence(language)}", err=True)
        raise typer.Exit(error.exit_code) from None
