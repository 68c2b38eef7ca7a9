"""What every report format gets and gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dossiercheck.findings import FileUse, Report, Severity

MIN_WIDTH = 60
MAX_WIDTH = 200
PIPE_WIDTH = 100
"""Columns where nobody knows the terminal's width."""

Rendered = str | bytes
"""Text, or the bytes of a file that is none (a workbook)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """How a report is to be shown. It changes what is shown, never the verdict."""

    lang: str = "en"
    """`nl` or `en`."""
    width: int = PIPE_WIDTH
    """Columns of a terminal."""
    colour: bool = False
    encoding: str = "utf-8"
    """Of the stream that the report goes to: what it cannot write is written otherwise."""
    only: Severity | None = None
    """Show only findings of this severity; None: all."""
    verbose: bool = False
    """Show what was met too, and every place and case."""
    quiet: bool = False
    """Show the verdict only."""


class Format(Protocol):
    """A module of this room that writes one format."""

    def render(self, report: Report, view: View) -> Rendered:
        """The whole report; as text it ends with a line break."""

    def render_inspect(self, documents: Sequence[FileUse], view: View) -> Rendered:
        """What the program saw in these files, with every signature in full."""
