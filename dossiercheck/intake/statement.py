"""`dossier.yaml`: what the provider states about itself. It states facts; it can soften no rule and widen no trust."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from dossiercheck.findings import NO_VALUES, Value
from dossiercheck.intake.model import DossierFolder

if TYPE_CHECKING:
    from dossiercheck.intake.statement_yaml import Fault


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """What the provider states about itself (`dossier.yaml`, overruled by options). None or empty: not stated."""

    requirements: str | None = None
    provider_name: str | None = None
    kvk: str | None = None
    iban: str | None = None
    role: str | None = None
    products: tuple[str, ...] | None = None
    municipalities: tuple[str, ...] | None = None
    requested_on: date | None = None
    submitted_on: date | None = None
    subcontractors: tuple[str, ...] | None = None
    has_locations: bool | None = None
    quality_certificate: bool | None = None
    headcount: int | None = None
    sample: tuple[str, ...] | None = None
    declarations: tuple[tuple[str, bool], ...] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StatementProblem:
    """One thing in `dossier.yaml` that was not understood. What it says there counts as not stated."""

    file: str
    line: int | None
    """From 1; None where it concerns the whole file."""
    key: str
    """Such as `provider.kvk`; empty where it concerns the whole file."""
    say: str
    values: Mapping[str, Value] = field(default_factory=lambda: NO_VALUES)
    """Always `file`, `line` and `key`; mostly `found` and `allowed` besides."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StatementResult:
    """What was stated, and what of it was not understood."""

    statement: Statement = Statement()
    problems: tuple[StatementProblem, ...] = ()
    file: str | None = None
    """Path of the file it was read from; None where there is none."""


def read_statement(folder: DossierFolder) -> StatementResult:
    """The statement of `dossier.yaml` (or `.yml`) at the top of the dossier. Whatever is wrong in it is a problem."""
    found = sorted((f for f in folder.files if f.path.lower() in _NAMES), key=lambda f: _NAMES.index(f.path.lower()))
    found = found or [f for f in folder.files if _is_at_top_of_zip(f.path)]
    if not found:
        return StatementResult()
    from dossiercheck.intake.statement_fields import fields_of
    from dossiercheck.intake.statement_yaml import read_entries

    first = found[0]
    entries, faults = read_entries(first)
    fields, more_faults = fields_of(entries)
    extra = tuple(
        StatementProblem(
            file=f.path, line=None, key="", say="statement-ignored-file", values={"file": f.path, "used": first.path}
        )
        for f in found[1:]
    )
    problems = tuple(_problem(first.path, fault) for fault in (*faults, *more_faults))
    statement = replace(Statement(), **fields)  # type: ignore[arg-type]  # `_TOP` there pairs fields with their types
    return StatementResult(statement=statement, problems=problems + extra, file=first.path)


_DEEPEST = 2
"""In a ZIP mostly everything lies in one folder."""
_NAMES = ("dossier.yaml", "dossier.yml")


def _is_at_top_of_zip(path: str) -> bool:
    """In a folder that holds a ZIP and no statement beside it, the one in the ZIP is meant."""
    archive, *folders = path.lower().split("/")
    return archive.endswith(".zip") and len(folders) <= _DEEPEST and folders[-1:] != [] and folders[-1] in _NAMES


def _problem(file: str, fault: "Fault") -> StatementProblem:
    values = {"file": file, "line": fault.line, "key": fault.key, **fault.values}
    return StatementProblem(file=file, line=fault.line, key=fault.key, say=fault.say, values=MappingProxyType(values))
