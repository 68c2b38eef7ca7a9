"""`confirm`: what only its issuer can confirm, as a work list, and the answers written down."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dossiercheck.cli.options import (
    LangOption,
    NoCacheOption,
    OnOption,
    SetOption,
    TrustOption,
    check_options,
    judged,
    language_of,
    said_in,
    today,
)
from dossiercheck.errors import CommandError

if TYPE_CHECKING:
    from dossiercheck.desk import Confirmation, ToConfirm


def confirm(
    path: Annotated[Path, typer.Argument(help="The dossier: a folder, or a ZIP of one.")],
    sheet: Annotated[
        Path | None, typer.Option("--sheet", metavar="FILE", help="Write the list to a sheet (.xlsx, .csv).")
    ] = None,
    read: Annotated[Path | None, typer.Option("--read", metavar="FILE", help="Read a filled-in sheet back.")] = None,
    decisions: Annotated[
        Path | None, typer.Option("--decisions", metavar="FILE", help="Your file of rulings, where the answers go.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Your name; the sheet may name it instead.")] = None,
    requirements: SetOption = None,
    on: OnOption = None,
    lang: LangOption = None,
    trust: TrustOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """List the papers that only their issuer can confirm; record the answers. The program makes no connection."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.desk import to_confirm, together
        from dossiercheck.output import Target, refuse_inside
        from dossiercheck.reports import confirmation_sheet, confirmation_text, label

        for target in (sheet, decisions):
            if target is not None:
                refuse_inside(target, [path])
        report = judged(path, check_options(requirements, on, trust, {}, lang=language, no_cache=no_cache), language)
        papers = to_confirm(report)
        if read is not None:
            if decisions is None:
                raise CommandError(nl="Waarheen? Geef --decisions.", en="Where to? Give --decisions.")
            answers = tuple(_answers(read, papers, by, language))
            kept = together(answers, papers)
            for file in sorted({answer.file for answer in answers} - {answer.file for answer in kept}):
                typer.echo(label("confirm-not-all", language, file=file), err=True)
            _record(decisions, kept, language)
            return
        typer.echo(confirmation_text(papers, language), nl=False)
        if sheet is not None:
            as_workbook = sheet.suffix.lower() == ".xlsx"
            made = confirmation_sheet(papers, report.on, language, as_workbook=as_workbook)
            Target(format="xlsx" if as_workbook else "csv", path=sheet).write(made)
            typer.echo(label("confirm-sheet", language, file=str(sheet)), err=True)


def _record(path: Path, answers: "tuple[Confirmation, ...]", language: str) -> None:
    from dossiercheck.desk import Rulings, read_rulings, write_rulings
    from dossiercheck.reports import label

    kept = read_rulings(path) if path.exists() else Rulings()
    renewed = {answer.sha256 for answer in answers}
    earlier = (answer for answer in kept.confirmations if answer.sha256 not in renewed)
    write_rulings(path, replace(kept, confirmations=(*earlier, *answers)))
    typer.echo(label("confirm-saved", language, count=len(answers), file=str(path)), err=True)


def _answers(path: Path, papers: "tuple[ToConfirm, ...]", by: str | None, language: str) -> "Iterator[Confirmation]":
    """The answers of a filled-in sheet; a row that cannot be read is named and left out."""
    from dossiercheck.desk import Confirmation, outcome_of
    from dossiercheck.findings import Outcome
    from dossiercheck.pipeline import read_sheet
    from dossiercheck.reports import filled_rows, label

    rows = filled_rows(read_sheet(path), "confirm")
    if rows is None:
        raise CommandError(
            nl=f"{path} is geen blad van deze lijst. Maak er een met --sheet.",
            en=f"{path} is no sheet of this list. Make one with --sheet.",
        )
    known = {paper.sha256: paper for paper in papers}
    for number, words in rows:
        answer = outcome_of(words["answer"])
        who = words["by"] or by or ""
        key = (
            "confirm-no-paper"
            if words["sha256"] not in known
            else "confirm-no-answer"
            if answer is None
            else "confirm-no-name"
            if not who
            else ""
        )
        if key:
            problem = label(key, language, text=words["answer"])
            typer.echo(label("decide-row", language, row=number, problem=problem), err=True)
            continue
        yield Confirmation(
            sha256=words["sha256"],
            file=known[words["sha256"]].file,
            genuine=answer is Outcome.MET,
            why=words["note"],
            by=who,
            on=today(),
        )
