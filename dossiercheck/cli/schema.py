"""`schema`: the requirement sets: listed, read, checked, begun, compared."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dossiercheck.cli.options import LangOption, language_of, said_in

if TYPE_CHECKING:
    from dossiercheck.reports import View

app = typer.Typer(help="Requirement sets: list, show, check, new, json-schema, diff.", no_args_is_help=True)

SetArgument = Annotated[str, typer.Argument(metavar="ID|FILE", help="A requirement set, by its id or as a YAML file.")]
_Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this new file.")]


@app.command("list")
def schema_list(lang: LangOption = None) -> None:
    """Name the requirement sets that come with the program, with their versions."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.tender import installed_sets, load_set, versions_of

        for name, first in installed_sets().items():
            for path in versions_of(first):
                subtender = load_set(name if path == first else str(path))
                title = subtender.header.title.wording.in_language(language)
                since = f"  {subtender.header.valid_from}" if subtender.header.valid_from else ""
                typer.echo(f"{name:<20} {subtender.header.version:<10} {title}{since}")


@app.command("show")
def schema_show(
    requirements: SetArgument,
    lang: LangOption = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also every parameter with its value.")] = False,
) -> None:
    """Show a requirement set as a page to read: what it asks, where that stands, how it is judged."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.reports import render_set
        from dossiercheck.tender import describe, load_set

        _write(render_set(describe(load_set(requirements)), view(language, verbose=verbose)))


@app.command("check")
def schema_check(
    files: Annotated[list[Path], typer.Argument(help="YAML files of requirement sets.")], lang: LangOption = None
) -> None:
    """Name every mistake in a set at once, each with its line and what is allowed. Exit: 0 right, 2 wrong."""
    language, wrong = language_of(lang), False
    with said_in(language):
        from dossiercheck.tender import read_set

        for file in files:
            subtender, mistakes = read_set(file)
            for mistake in sorted(mistakes, key=lambda m: (m.file != file.name, m.file, m.line, m.column)):
                typer.echo(mistake.sentence(language))
            wrong = wrong or subtender is None
            if subtender is not None:
                count = len(subtender.requirements)
                nl, en = f"{file}: klopt ({count} eisen)", f"{file}: right ({count} requirements)"
            else:
                count = len(mistakes)
                nl, en = f"{file}: {count} fout(en)", f"{file}: {count} mistake(s)"
            typer.echo(nl if language == "nl" else en, err=True)
    raise typer.Exit(2 if wrong else 0)


@app.command("new")
def schema_new(
    id: Annotated[str, typer.Argument(help="Id of the new set: lower-case letters, digits and hyphens.")] = "my-set",
    output: _Output = None,
    lang: LangOption = None,
) -> None:
    """Begin a requirement set of your own: a commented example that is right as it is."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.tender import new_set

        _deliver(new_set(id, language), output)


@app.command("json-schema")
def schema_json_schema(output: _Output = None, lang: LangOption = None) -> None:
    """Print the JSON schema of requirement sets, with which editors complete and check them."""
    with said_in(language_of(lang)):
        import json

        from dossiercheck.tender import json_schema

        _deliver(json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n", output)


@app.command("diff")
def schema_diff(
    old: SetArgument,
    new: SetArgument,
    lang: LangOption = None,
) -> None:
    """Tell what a newer set asks otherwise. Exit: 0 no difference, 1 some."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.reports import render_differences
        from dossiercheck.tender import describe, differences, load_set

        one, two = load_set(old), load_set(new)
        found = differences(one, two)
        _write(render_differences(describe(one), describe(two), found, view(language)))
    raise typer.Exit(1 if found else 0)


def view(language: str, *, verbose: bool = False) -> "View":
    """How pages are shown on standard output."""
    from dossiercheck.output import Target
    from dossiercheck.reports import view_of

    target = Target(format="console")
    return view_of(language, target.width, colour=target.colour, encoding=target.encoding, verbose=verbose)


def _write(text: str) -> None:
    from dossiercheck.output import Target

    Target(format="console").write(text)


def _deliver(text: str, output: Path | None) -> None:
    """To a new file, which is never written over, or to standard output."""
    from dossiercheck.errors import OutputError

    if output is None:
        _write(text)
        return
    try:
        with output.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise OutputError(
            nl=f"{output} kan niet worden geschreven ({error.strerror}); wat er staat, wordt nooit overschreven.",
            en=f"{output} cannot be written ({error.strerror}); what is there is never written over.",
        ) from error
