"""A page of terminal text: lines that wrap with a hanging indent, signs that need no colour, ASCII where needed.

Everything is laid out here as `rich.text.Text` and never as rich markup, so that no word of a dossier can be taken for
a style. Only named colours that a dark and a light terminal both show well are used.
"""

from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING

from dossiercheck.reports.escape import clean, shorten, spelled
from dossiercheck.reports.grid import State
from dossiercheck.reports.interface import View
from dossiercheck.reports.wording import Words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Part = str | tuple[str, str]
"""Words, or words with a style."""

MAX_PROSE = 110
"""Columns of running text: longer lines are hard to read, whatever the terminal's width."""

STYLES = {
    State.NOT_APPLICABLE: "dim",
    State.MET: "green",
    State.WAIVED: "cyan",
    State.EXPIRING: "cyan",
    State.ADVICE: "cyan",
    State.UNDECIDED: "yellow",
    State.NOT_MET: "red",
}


class Page:
    """Collects lines and prints them once."""

    def __init__(self, view: View, words: Words) -> None:
        self.view = view
        self.words = words
        self.prose = min(view.width, MAX_PROSE)
        self._console = _console(view)
        self._lines: list[Text] = []

    def __len__(self) -> int:
        return len(self._lines)

    def fits(self, words: str) -> bool:
        """Would these words stay on one line?"""
        return text(words).cell_len <= self.prose

    def blank(self) -> None:
        """One empty line, never two."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(text())

    def line(self, *parts: Part, indent: int = 0, marker: Part = "", hang: int = 0) -> None:
        """A paragraph: `marker` before its first line, further lines under its first word (and `hang` deeper)."""
        if not any(part if isinstance(part, str) else part[0] for part in parts):
            return
        lead = text(marker, " ") if marker else text()
        later = indent + lead.cell_len + hang
        room = max(self.prose - later, 10)
        for index, line in enumerate(text(*parts).wrap(self._console, room, overflow="fold")):
            line.rstrip()
            before = text(" " * later) if index else text(" " * indent) + lead
            self._lines.append(before + line)

    def unbroken(self, *parts: Part) -> None:
        """One line, however long: the terminal folds it, a program reads it as one."""
        self._lines.append(text(*parts))

    def row(self, cells: Sequence["Text"], widths: Sequence[int], indent: int = 2, gap: int = 2) -> None:
        """Cells side by side on one line; a cell that is too long ends in `…`."""
        line = text(" " * indent)
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            fitted = cell.copy()
            fitted.truncate(width, overflow="ellipsis", pad=index < len(cells) - 1)
            line = line + fitted + text(" " * gap)
        line.rstrip()
        self._lines.append(line)

    def heading(self, title: str, style: str = "") -> None:
        """A line that opens a section, with a rule to its right."""
        from rich.cells import cell_len

        self.blank()
        title = shorten(clean(title), self.prose // 2)
        rule = "─" * max(self.prose - cell_len(title) - 4, 3)
        self._lines.append(text(("── ", "dim"), (title, f"bold {style}".strip()), (f" {rule}", "dim")))

    def result(self) -> str:
        """The page as text, with escape sequences only if the view is in colour."""
        for line in self._lines:
            self._console.print(line, soft_wrap=True)
        out = self._console.file
        printed = out.getvalue() if isinstance(out, StringIO) else ""
        lines = [line.rstrip() for line in printed.split("\n")]
        whole = "\n".join(lines).strip("\n") + "\n"
        return spelled(whole, self.view.encoding)


def text(*parts: Part) -> "Text":
    """Words as rich text, without any markup in them. The one door to the terminal: everything is cleaned here."""
    from rich.text import Text

    whole = Text()
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        whole.append(clean(words), style)
    return whole


def _console(view: View) -> "Console":
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=view.width,
        force_terminal=view.colour,
        color_system="standard" if view.colour else None,
        no_color=not view.colour,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
