"""`decide`: what the program leaves to a person is decided, one question at a time or by a filled-in sheet."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dossiercheck.cli.options import (
    LangOption,
    NoCacheOption,
    OnOption,
    SetOption,
    TrustOption,
    WaiversOption,
    check_options,
    judged,
    language_of,
    said_in,
    today,
)
from dossiercheck.errors import CommandError

if TYPE_CHECKING:
    from dossiercheck.desk import Decision, OpenQuestion
    from dossiercheck.findings import Report

_SKIP = {"nl": "o", "en": "s"}
_STOP = {"nl": "s", "en": "q"}


def decide(
    path: Annotated[Path, typer.Argument(help="The dossier: a folder, or a ZIP of one.")],
    decisions: Annotated[Path, typer.Option("--decisions", metavar="FILE", help="Your file of decisions (YAML).")],
    by: Annotated[str | None, typer.Option("--by", help="Your name; a filled-in sheet may name it instead.")] = None,
    sheet: Annotated[
        Path | None, typer.Option("--sheet", metavar="FILE", help="Write the questions to a sheet (.xlsx, .csv).")
    ] = None,
    read: Annotated[Path | None, typer.Option("--read", metavar="FILE", help="Read a filled-in sheet back.")] = None,
    requirements: SetOption = None,
    on: OnOption = None,
    lang: LangOption = None,
    trust: TrustOption = None,
    waivers: WaiversOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Decide what is left to a person; the answers go to your own file, and later checks take it with --decisions."""
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.desk import Rulings, merged, open_questions, read_rulings, write_rulings
        from dossiercheck.output import refuse_inside

        for target in (decisions, sheet):
            if target is not None:
                refuse_inside(target, [path])
        if not (sheet or read or by):
            raise CommandError(nl="Wie besluit er? Geef --by met uw naam.", en="Who decides? Give --by with your name.")
        earlier = decisions if decisions.exists() else None
        options = check_options(
            requirements, on, trust, {}, waivers=waivers, decisions=earlier, lang=language, no_cache=no_cache
        )
        report = judged(path, options, language)
        asked = open_questions(report)
        if sheet is not None:
            _write_sheet(sheet, asked, report, language)
            return
        kept = read_rulings(decisions) if earlier else Rulings()
        found = _from_sheet(read, asked, by, language) if read else _asked_one_by_one(asked, report, by or "", language)
        count = 0
        for decision in found:
            kept = replace(kept, decisions=merged(kept.decisions, (decision,)))
            write_rulings(decisions, kept)
            count += 1
        typer.echo(_say("decide-saved", language, count=count, file=str(decisions)), err=True)


def _write_sheet(sheet: Path, asked: "tuple[OpenQuestion, ...]", report: "Report", language: str) -> None:
    from dossiercheck.output import Target
    from dossiercheck.reports import question_sheet

    as_workbook = sheet.suffix.lower() == ".xlsx"
    Target(format="xlsx" if as_workbook else "csv", path=sheet).write(
        question_sheet(asked, report, language, as_workbook=as_workbook)
    )
    typer.echo(_say("decide-sheet", language, count=len(asked), file=str(sheet)), err=True)


def _asked_one_by_one(
    asked: "tuple[OpenQuestion, ...]", report: "Report", by: str, language: str
) -> "Iterator[Decision]":
    """Each question with its evidence; every answer is kept at once."""
    from dossiercheck.reports import question_text

    typer.echo(_say("decide-count", language, count=len(asked)) if asked else _say("decide-none", language))
    width = shutil.get_terminal_size().columns
    for number, question in enumerate(asked, start=1):
        typer.echo(f"\n[{number}/{len(asked)}] {question_text(question, report, language, width)}")
        answer = _answer(language)
        if answer == _STOP[language]:
            return
        if answer != _SKIP[language]:
            yield _decided(question, answer, typer.prompt(_say("decide-why", language)), by)


def _answer(language: str) -> str:
    from dossiercheck.desk import outcome_of

    while True:
        answer = str(typer.prompt(_say("decide-ask", language))).strip().lower()
        if answer in (_SKIP[language], _STOP[language]) or outcome_of(answer):
            return answer
        typer.echo(_say("decide-again", language))


def _from_sheet(path: Path, asked: "tuple[OpenQuestion, ...]", by: str | None, language: str) -> "Iterator[Decision]":
    """The answers of a filled-in sheet; a row that cannot be read is named and left out."""
    from dossiercheck.desk import outcome_of
    from dossiercheck.pipeline import read_sheet
    from dossiercheck.reports import filled_rows

    rows = filled_rows(read_sheet(path), "questions")
    if rows is None:
        raise CommandError(
            nl=f"{path} is geen blad met besluiten. Maak er een met --sheet.",
            en=f"{path} is no sheet of decisions. Make one with --sheet.",
        )
    by_key = {question.key: question for question in asked}
    for number, words in rows:
        who = words["by"] or by or ""
        problem = (
            _say("decide-no-key", language)
            if words["key"] not in by_key
            else _say("decide-no-outcome", language, text=words["outcome"])
            if outcome_of(words["outcome"]) is None
            else _say("decide-no-why", language)
            if not words["reason"] or not who
            else ""
        )
        if problem:
            typer.echo(_say("decide-row", language, row=number, problem=problem), err=True)
        else:
            yield _decided(by_key[words["key"]], words["outcome"], words["reason"], who)


def _decided(question: "OpenQuestion", answer: str, why: str, by: str) -> "Decision":
    from dossiercheck.desk import outcome_of

    outcome = outcome_of(answer)
    assert outcome is not None
    return question.decided(outcome, " ".join(why.split()), by, today())


def _say(key: str, language: str, **values: str | int | date) -> str:
    from dossiercheck.reports import label

    return label(key, language, **values)
