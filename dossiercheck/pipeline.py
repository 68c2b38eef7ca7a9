"""One dossier, from folder to report: the rooms in their order.

    intake -> readers -> documents -> people -> checks -> Report

Nothing that a dossier holds can stop this: what breaks becomes a finding. Only the operator's mistakes raise. The
workers start reading before the rooms above the readers are loaded: both take about as long.
"""

from contextlib import ExitStack
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from dossiercheck.findings import FileUse, Report
from dossiercheck.intake import loose_file, open_dossier
from dossiercheck.options import CheckOptions
from dossiercheck.readers import Progress, ReaderPool, ReadSettings, Row

if TYPE_CHECKING:
    from dossiercheck.people import Dossier
    from dossiercheck.readers import Crew
    from dossiercheck.tender import Subtender

DEFAULT_SET = "twente-t77948"
"""Whose words `inspect` reads tables with when no set is named."""


def check_dossier(
    path: Path, options: CheckOptions, progress: Progress | None = None, crew: "Crew | None" = None
) -> Report:
    """Judge one dossier. `crew`: workers that live on for the next one, always with the same options.

    Raises:
        DossierNotFound: there is no such folder or ZIP, or it holds nothing.
        RequirementSetError: no set was named, or it is wrong.
    """
    with open_dossier(path) as folder, ReaderPool(_settings(options), crew, options.store) as pool:
        pool.start(folder.files)
        from dossiercheck.judgement import judge_folder

        if not options.pictures:
            return judge_folder(folder, pool.results(progress), options)
        from dossiercheck.pictures import Turns, noting_turns, with_pictures

        turns: Turns = {}
        report = judge_folder(folder, noting_turns(pool.results(progress), turns), options)
        return with_pictures(report, folder, pool, turns)


def inspect_files(paths: list[Path], options: CheckOptions) -> tuple[FileUse, ...]:
    """What the program sees in these files, one entry each, in their order."""
    files = tuple(loose_file(path) for path in paths)
    with ReaderPool(_settings(options), store=options.store) as pool:
        pool.start(files)
        from dossiercheck.judgement import look_at

        return look_at(files, pool.results(), options.requirements or DEFAULT_SET)


def people_of(path: Path, options: CheckOptions) -> "tuple[Dossier, Subtender]":
    """The employees of a personnel table, given as a file or in a dossier, and the set by whose words it is read."""
    from dossiercheck.judgement import read_people

    with ExitStack() as stack:
        loose = path.is_file() and path.suffix.lower() != ".zip"
        folder = None if loose else stack.enter_context(open_dossier(path))
        files = folder.files if folder else (loose_file(path),)
        tables = tuple(f for f in files if loose or f.path.lower().endswith(_TABLES))
        pool = stack.enter_context(ReaderPool(_settings(options), store=options.store))
        pool.start(tables)
        return read_people(tables, pool.results(), options, folder, DEFAULT_SET)


_TABLES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")


def read_sheet(path: Path) -> list[list[str]]:
    """The rows of the first sheet of a table that the operator filled in (XLSX, CSV); empty where it is no table."""
    from dossiercheck.readers import WorkbookContent

    with ReaderPool(ReadSettings(now=datetime(2000, 1, 1, tzinfo=UTC), jobs=1)) as pool:
        pool.start((loose_file(path),))
        [(_, reading)] = pool.results()
    sheets = reading.content.sheets if isinstance(reading.content, WorkbookContent) else ()
    return [_shown(row) for row in sheets[0].rows] if sheets else []


def _shown(row: Row) -> list[str]:
    """The cells of a row as text, by their column."""
    shown = [""] * max((cell.column for cell in row.cells), default=0)
    for cell in row.cells:
        shown[cell.column - 1] = cell.shown
    return shown


def _settings(options: CheckOptions) -> ReadSettings:
    """The end of the day judged by is 'now' for everything, certificates too."""
    now = datetime.combine(options.on, time(23, 59, 59), tzinfo=UTC)
    return ReadSettings(now=now, anchors=options.anchors, jobs=options.jobs)


__all__ = ["DEFAULT_SET", "CheckOptions", "check_dossier", "inspect_files", "read_sheet"]
