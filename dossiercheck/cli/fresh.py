"""`init` and `sample`: a fresh dossier, and a random sample that anybody can draw again."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dossiercheck.cli.options import LangOption, SetOption, check_options, language_of, said_in
from dossiercheck.errors import CommandError

if TYPE_CHECKING:
    from dossiercheck.fresh import Drawn


def init(
    folder: Annotated[Path, typer.Argument(help="Where to: a new folder, or one without such files.")],
    requirements: SetOption = None,
    lang: LangOption = None,
) -> None:
    """Lay out a fresh dossier: folders, dossier.yaml, and the tables to fill in. Nothing is ever written over."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.fresh import lay_out
        from dossiercheck.pipeline import DEFAULT_SET
        from dossiercheck.reports import label
        from dossiercheck.tender import installed_sets, load_set

        used = load_set(requirements or DEFAULT_SET)
        for path in lay_out(folder, used, language):
            typer.echo(str(path))
        if used.id not in installed_sets():
            where = {"id": used.id, "folder": str(folder), "file": str(requirements)}
            typer.echo(label("init-set-by-path", language, **where), err=True)


def sample(
    path: Annotated[Path, typer.Argument(metavar="TABLE|DOSSIER", help="The personnel table, or a dossier with one.")],
    seed: Annotated[str | None, typer.Option(help="Any word or number; the same one draws the same sample.")] = None,
    requirements: SetOption = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A new file, such as steekproef.csv or steekproef.xlsx.")
    ] = None,
    verify: Annotated[Path | None, typer.Option(help="Draw again what this file says it is, and compare.")] = None,
    lang: LangOption = None,
) -> None:
    """Draw the random sample by the tender's bands, or verify one. Exit: 0 drawn or right, 1 not what is drawn."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.reports import label

        if verify is not None:
            wrong = _compare(path, verify, requirements)
            typer.echo(label(f"sample-{wrong or 'verified'}", language), err=bool(wrong))
            raise typer.Exit(1 if wrong else 0)
        import secrets

        drawn = _draw(path, seed if seed is not None else secrets.token_hex(8), requirements)
        _write(drawn, output)
        count, population = len(drawn.numbers), drawn.population
        typer.echo(label("sample-drawn", language, count=count, population=population, seed=drawn.seed), err=True)


def _draw(path: Path, seed: str, requirements: str | None) -> "Drawn":
    from dossiercheck.documents import number_key
    from dossiercheck.fresh import draw
    from dossiercheck.pipeline import people_of

    if not seed.strip() or not seed.isprintable():
        raise CommandError(nl="--seed: geef een woord of getal.", en="--seed: give a word or number.")
    dossier, subtender = people_of(path, check_options(requirements, None, None, {}))
    rule = subtender.sample
    if rule is None:
        raise CommandError(
            nl=f"De eisenset {subtender.id} kent geen steekproef.", en=f"The set {subtender.id} knows no sample."
        )
    if dossier.table is None or not dossier.people:
        raise CommandError(
            nl=f"In {path} is geen personeelstabel met medewerkers gevonden.",
            en=f"No personnel table with employees was found in {path}.",
        )
    people = rule.population(dossier)
    numbers = [number_key(person.number) for person in dossier.people if person.employee.number]
    if len(set(numbers)) < len(numbers) or any(person.employee.number is None for person in people):
        raise CommandError(
            nl="Niet iedere medewerker heeft een eigen nummer; zonder dat is er niet te trekken.",
            en="Not every employee has a number of their own; without that none can be drawn.",
        )
    return draw(
        people,
        rule.size_for(len(people)),
        seed=seed,
        table_sha256=dossier.table.sha256,
        requirements=f"{subtender.id} {subtender.header.version}",
    )


def _compare(path: Path, file: Path, requirements: str | None) -> str:
    """What is wrong with a sample file, as the end of a label's key; empty where it is what is drawn."""
    from dossiercheck.documents import number_key
    from dossiercheck.fresh import read_drawn
    from dossiercheck.pipeline import read_sheet

    if not file.is_file():
        raise CommandError(nl=f"{file} is er niet.", en=f"{file} is not there.")
    said = read_drawn(read_sheet(file))
    if said is None:
        return "not-ours"
    numbers, seed, table = said
    drawn = _draw(path, seed, requirements)
    if drawn.table_sha256 != table:
        return "other-table"
    return "" if sorted(map(number_key, drawn.numbers)) == sorted(numbers) else "other-numbers"


def _write(drawn: "Drawn", output: Path | None) -> None:
    from dossiercheck.errors import OutputError
    from dossiercheck.fresh import drawn_csv, drawn_xlsx

    if output is None:
        typer.echo(drawn_csv(drawn).lstrip("\ufeff").replace("\r\n", "\n"), nl=False)
        return
    if output.suffix.lower() not in (".csv", ".xlsx"):
        raise OutputError(
            nl=f"{output}: kies een naam die eindigt op .csv of .xlsx.", en=f"{output}: choose a name in .csv or .xlsx."
        )
    content = drawn_xlsx(drawn) if output.suffix.lower() == ".xlsx" else drawn_csv(drawn).encode("utf-8")
    try:
        with output.open("xb") as stream:
            stream.write(content)
    except OSError as error:
        raise OutputError(
            nl=f"{output} kan niet worden geschreven ({error.strerror}); wat er staat, wordt nooit overschreven.",
            en=f"{output} cannot be written ({error.strerror}); what is there is never written over.",
        ) from error
