"""`cache`: what was read from files, kept so that a second check reads only what changed."""

from typing import Annotated

import typer

from dossiercheck.cli.options import LangOption, language_of, said_in

app = typer.Typer(
    help="What was read from files, so that a second check reads only what changed. It holds what stands in the "
    "dossiers (personal data), in a folder that only you can enter.",
    no_args_is_help=True,
)


@app.command("show")
def cache_show(lang: LangOption = None) -> None:
    """Show where the cache is and how large."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.cache import open_store

        store = open_store()
        size = store.size()
        typer.echo(store.folder)
        nl = f"{size.entries} stuks, {_mib(size.bytes, ',')} MiB"
        en = f"{size.entries} entries, {_mib(size.bytes, '.')} MiB"
        typer.echo(nl if language == "nl" else en)


@app.command("clear")
def cache_clear(
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing.")] = False, lang: LangOption = None
) -> None:
    """Delete all that was kept. The next check reads every file anew."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.cache import open_store

        store = open_store()
        gone = store.clear()
        nl = f"{gone.entries} stuks gewist ({_mib(gone.bytes, ',')} MiB) uit {store.folder}"
        en = f"{gone.entries} entries deleted ({_mib(gone.bytes, '.')} MiB) from {store.folder}"
        if not quiet:
            typer.echo(nl if language == "nl" else en, err=True)


def _mib(size: int, point: str) -> str:
    return f"{size / 2**20:.1f}".replace(".", point)
