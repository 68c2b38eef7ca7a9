"""Where reports go: standard output or files, each with its format, width and colours."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from dossiercheck.errors import OutputError
from dossiercheck.readers import Progress
from dossiercheck.reports import FORMATS

_ENDINGS: Mapping[str, str] = {".json": "json", ".txt": "console"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """One place that the report goes to. `path` None is standard output."""

    format: str
    path: Path | None = None

    @property
    def width(self) -> int | None:
        """Columns of the terminal; None for a file or a pipe."""
        return shutil.get_terminal_size().columns if self.path is None and sys.stdout.isatty() else None

    @property
    def colour(self) -> bool:
        if self.path is not None or os.environ.get("NO_COLOR"):
            return False
        return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")

    @property
    def encoding(self) -> str:
        return "utf-8" if self.path is not None else (sys.stdout.encoding or "utf-8")

    def write(self, text: str) -> None:
        """Raises OutputError when the file cannot be written."""
        if self.path is None:
            sys.stdout.write(text)
            sys.stdout.flush()
            return
        try:
            self.path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise OutputError(
                nl=f"Het rapport kan niet worden geschreven naar {self.path}: {error.strerror}.",
                en=f"The report cannot be written to {self.path}: {error.strerror}.",
            ) from error


def targets_for(outputs: list[str], format: str | None, dossier: Path | None = None) -> tuple[Target, ...]:
    """The places asked for; the format follows the ending where none is given. None asked: standard output.

    Raises:
        OutputError: no format belongs to an ending, or a file would be written into the dossier.
    """
    if not outputs:
        return (Target(format=format or "console"),)
    return tuple(_target(output, format, dossier) for output in outputs)


def _target(output: str, format: str | None, dossier: Path | None) -> Target:
    if output == "-":
        return Target(format=format or "console")
    path = Path(output)
    found = _ENDINGS.get(path.suffix.lower(), format)
    if found is None or found not in FORMATS:
        known = ", ".join(_ENDINGS)
        raise OutputError(
            nl=f"Bij {output} hoort geen bekend formaat. Gebruik een bestand dat eindigt op {known}, of geef --format.",
            en=f"No known format belongs to {output}. Use a file ending in {known}, or give --format.",
        )
    if dossier is not None and dossier.is_dir() and path.resolve().is_relative_to(dossier.resolve()):
        raise OutputError(
            nl=f"{output} ligt in het dossier zelf. Het dossier wordt alleen gelezen; kies een plek erbuiten.",
            en=f"{output} is inside the dossier. The dossier is only ever read; choose a place outside it.",
        )
    return Target(format=found, path=path)


@contextmanager
def progress_line(quiet: bool) -> Iterator[Progress | None]:
    """A line on standard error that counts the files; only on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return

    def show(done: int, total: int, path: str) -> None:
        with suppress(OSError):
            sys.stderr.write(f"\r{done}/{total}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r" + " " * 20 + "\r")
        sys.stderr.flush()
