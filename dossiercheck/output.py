"""Where reports go: standard output or files, each with its format, width and colours."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dossiercheck.errors import OutputError
from dossiercheck.reports import FORMATS, Rendered

_ENDINGS: Mapping[str, str] = {
    ".json": "json",
    ".html": "html",
    ".xlsx": "xlsx",
    ".csv": "csv",
    ".md": "markdown",
    ".txt": "console",
}


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

    def write(self, content: Rendered) -> None:
        """Raises OutputError when it cannot be written. A file is replaced as a whole: never half a report."""
        if self.path is None:
            _print(content)
            return
        try:
            write_whole(self.path, content if isinstance(content, bytes) else content.encode("utf-8"))
        except OSError as error:
            raise OutputError(
                nl=f"Het rapport kan niet worden geschreven naar {self.path}: {error.strerror}.",
                en=f"The report cannot be written to {self.path}: {error.strerror}.",
            ) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that whoever looks sees the old one or the new one. Raises OSError."""
    if path.exists() and not path.is_file():  # a pipe or device: there is nothing to replace
        path.write_bytes(data)
        return
    target = path.resolve()
    half = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    try:
        half.write_bytes(data)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def _print(content: Rendered) -> None:
    """To standard output; a reader that went away (`| head`) must not look like a verdict."""
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise OutputError(
            nl="Dit formaat is geen tekst. Schrijf het naar een bestand: --output rapport.xlsx.",
            en="This format is no text. Write it to a file: --output report.xlsx.",
        )
    try:
        if isinstance(content, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        else:
            sys.stdout.write(content)
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains once more at its end
        raise OutputError(
            nl="Het rapport is afgebroken: wie het las is gestopt.", en="The report was cut off: its reader went away."
        ) from None


def targets_for(outputs: list[str], format: str | None, looked_at: Sequence[Path]) -> tuple[Target, ...]:
    """The places asked for; the format follows the ending where none is given. None asked: standard output.

    `looked_at` are the dossier (a folder or ZIP) or the single documents that are only ever read.

    Raises:
        OutputError: no format belongs to an ending, or what is looked at would be written to.
    """
    if not outputs:
        return (Target(format=format or "console"),)
    return tuple(_target(output, format, looked_at) for output in outputs)


def _target(output: str, format: str | None, looked_at: Sequence[Path]) -> Target:
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
    refuse_inside(path, looked_at)
    return Target(format=found, path=path)


def refuse_inside(path: Path, looked_at: Sequence[Path]) -> None:
    """Raises OutputError when a file to be written lies in what is only ever read."""
    if any(_touches(path, only_read) for only_read in looked_at):
        raise OutputError(
            nl=f"{path} ligt in het dossier zelf. Een dossier wordt alleen gelezen; kies een plek erbuiten.",
            en=f"{path} is inside the dossier. The dossier is only ever read; choose a place outside it.",
        )


def _touches(path: Path, only_read: Path) -> bool:
    """Is it that file, by whatever name, or a place in that folder?"""
    with suppress(OSError):
        if path.samefile(only_read):
            return True
    return path.resolve().is_relative_to(only_read.resolve())
