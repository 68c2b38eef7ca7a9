"""The command line: arguments in, exit code out. The only room that asks what day it is."""

import gc
import os
import sys
from typing import Annotated

import typer

from dossiercheck import __version__
from dossiercheck.cli import batching, cache, fresh, judge, schema, trust
from dossiercheck.cli import compare as comparing
from dossiercheck.cli import confirm as confirming
from dossiercheck.cli import decide as deciding
from dossiercheck.cli import explain as explaining
from dossiercheck.cli import letter as writing
from dossiercheck.cli import verify as verifying
from dossiercheck.cli.interrupts import wait_while_loading
from dossiercheck.cli.options import language_of
from dossiercheck.errors import DossiercheckError

app = typer.Typer(
    name="dossiercheck",
    help="Controleert een aanbestedingsdossier / checks a tender dossier: personnel table, diplomas, contracts, VOGs.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(judge.check)
app.command()(judge.inspect)
app.command()(batching.batch)
app.command()(comparing.compare)
app.command()(deciding.decide)
app.command()(confirming.confirm)
app.add_typer(cache.app, name="cache")
app.command()(verifying.verify)
app.command()(explaining.explain)
app.command()(writing.letter)
app.command()(fresh.init)
app.command()(fresh.sample)
app.add_typer(schema.app, name="schema")
app.add_typer(trust.app, name="trust")


def main() -> None:
    """Run the command line; every way out ends here."""
    wait_while_loading()
    gc.set_threshold(50_000, 20, 20)  # many small objects and few circles: look for these less often
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except DossiercheckError as error:
        typer.echo(f"dossiercheck: {error.sentence(language_of(None))}", err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    except Exception as error:  # a fault of ours: said in a sentence, and never taken for a verdict
        if os.environ.get("DOSSIERCHECK_DEBUG"):
            raise
        typer.echo(_fault(error, language_of(None)), err=True)
        sys.exit(2)


def _fault(error: Exception, lang: str) -> str:
    name = type(error).__name__
    if lang == "nl":
        return f"dossiercheck: er ging iets mis in het programma zelf ({name}); er is niets beoordeeld. Meld het."
    return f"dossiercheck: something went wrong in the program itself ({name}); nothing was judged. Tell its makers."


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


__all__ = ["app", "main"]
