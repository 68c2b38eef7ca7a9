"""`schema`: the requirement sets."""

import typer

from dossiercheck.cli.options import LangOption, language_of, said_in

app = typer.Typer(help="Requirement sets.", no_args_is_help=True)


@app.command("list")
def schema_list(lang: LangOption = None) -> None:
    """Name the requirement sets that come with the program."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.tender import installed_sets, load_set

        for name in installed_sets():
            subtender = load_set(name)
            title = subtender.header.title.wording.in_language(language)
            typer.echo(f"{name:<20} {subtender.header.version:<10} {title}")
