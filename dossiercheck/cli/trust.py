"""`trust`: the certificates that a seal may chain to."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dossiercheck.cli.options import LangOption, TrustOption, language_of, said_in

if TYPE_CHECKING:
    from dossiercheck.trust import AnchorInfo

app = typer.Typer(help="Certificates that a seal may chain to.", no_args_is_help=True)


@app.command("list")
def trust_list(trust: TrustOption = None, lang: LangOption = None) -> None:
    """Show every certificate that is trusted: those of the program, your own, and those given with --trust."""
    with said_in(language_of(lang)):
        from dossiercheck.trust import all_anchors

        for anchor in all_anchors(trust or []).anchors:
            _show(anchor)


@app.command("add")
def trust_add(
    path: Annotated[Path, typer.Argument(help="Certificates (PEM or DER): a file, or a folder of them.")],
    lang: LangOption = None,
) -> None:
    """Trust these certificates from now on. Do so only with certificates that you had from their owner."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.trust import add_anchors, store_folder

        added = add_anchors(path).anchors
        for anchor in added:
            _show(anchor)
        nl, en = f"{len(added)} toegevoegd in {store_folder()}", f"{len(added)} added in {store_folder()}"
        typer.echo(nl if language == "nl" else en, err=True)


@app.command("remove")
def trust_remove(
    fingerprint: Annotated[str, typer.Argument(help="SHA-256 of the certificate, or how it begins (8 signs or more).")],
    lang: LangOption = None,
) -> None:
    """Trust one of your own certificates no longer."""
    with said_in(language_of(lang)):
        from dossiercheck.trust import remove_anchor

        _show(remove_anchor(fingerprint))


@app.command("update")
def trust_update(
    files: Annotated[
        list[Path], typer.Argument(help="The European list of lists and the Dutch list, as you downloaded them (XML).")
    ],
    lang: LangOption = None,
) -> None:
    """Take in the authorities of the official trusted lists, after their signatures were verified."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.trust import update_from_lists

        update = update_from_lists(files)
        for anchor in update.new.anchors:
            _show(anchor)
        count, countries = len(update.new.anchors), ", ".join(update.territories)
        nl, en = f"{count} nieuw, uit de lijsten van {countries}", f"{count} new, from the lists of {countries}"
        typer.echo(nl if language == "nl" else en, err=True)


def _show(anchor: "AnchorInfo") -> None:
    """One certificate, on three lines."""
    typer.echo(anchor.name)
    typer.echo(
        f"  {anchor.kind.value}  {anchor.valid_from:%Y-%m-%d} - {anchor.valid_until:%Y-%m-%d}  {anchor.origin.value}"
    )
    typer.echo(f"  {anchor.sha256}  {anchor.provenance}")
