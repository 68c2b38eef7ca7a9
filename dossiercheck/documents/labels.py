"""Labels and their values: `Surname  Geslachtsnaam  Berg`, `Datum: 3 mei 2024`, or the value on the next line.

A label may stand in two languages, share its line with the value or stand above it. A value may be empty (no prefix)
or run over several lines of its column.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dossiercheck.documents.places import PlainLine, Words

_MOST_PARTS = 4
_FEWEST_COLUMNS = 2
_SAME_EDGE = 8.0
"""Points that a value may stand beside the edge of the label above it."""
_GAP = r"(?=$|[\s:/;|])[\s:/;|]*"


@dataclass(frozen=True, kw_only=True)
class LabelSet:
    """The labels of a form, ready to be searched."""

    names: Mapping[str, tuple[str, ...]]
    """Field name -> regular expressions of its labels (matched without case, at the start of a cell)."""
    stop: str
    """Regular expression of the text with which the labelled part ends."""
    wraps: frozenset[str] = frozenset()
    """Fields that may run on over a line of their own, up to the next label, in a form without columns."""

    @cached_property
    def patterns(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """The longest label first; compiled when a form of this kind is read, as most runs meet few kinds."""
        found = [(label, name) for name, labels in self.names.items() for label in labels]
        found.sort(key=lambda pair: len(pair[0]), reverse=True)
        return tuple((re.compile(_as_scanned(label) + _GAP, re.IGNORECASE), name) for label, name in found)

    @cached_property
    def stop_pattern(self) -> re.Pattern[str]:
        return re.compile(self.stop, re.IGNORECASE)


def _as_scanned(label: str) -> str:
    """The pattern of a label, `rn` of which may be read as `m` on a scan."""
    return label.replace("rn", "(?:rn|m)")


@dataclass(slots=True)
class _Open:
    """The field whose value is being read."""

    name: str
    label_left: float
    """Left edge of the label, in points."""
    parts: list[Words] = field(default_factory=list)
    left: float | None = None
    """Left edge of the value's column."""
    filled_on: int = -1
    """Number of the line that last gave something."""


def read_labels(lines: Sequence[PlainLine], labels: LabelSet) -> dict[str, list[Words]]:
    """The values by field name, in the order of the page; a field that is there twice has two values."""
    found: dict[str, list[Words]] = {}
    current: _Open | None = None
    skip_to = 0
    for number, line in enumerate(lines):
        if number < skip_to:
            continue
        if (current or found) and labels.stop_pattern.match(line.text.strip()):
            break
        if current and number > current.filled_on + 1:
            _close(found, current)
            current = None
        columns = _column_heads(lines, number, labels)
        if columns:
            _close(found, current)
            current = None
            skip_to = _read_columns(found, lines, number + 1, columns, labels)
            continue
        if current and current.name in labels.wraps and _runs_on(lines, number, labels):
            current.parts += line.cells
            current.filled_on = number
            continue
        for cell in line.cells:
            current = _read_cell(found, current, cell, labels, number)
    _close(found, current)
    return found


def _column_heads(lines: Sequence[PlainLine], number: int, labels: LabelSet) -> list[tuple[float, str]]:
    """Left edge and field of each cell, where this line is a row of labels alone and the next holds their values."""
    cells = lines[number].cells
    if len(cells) < _FEWEST_COLUMNS or number + 1 >= len(lines):
        return []
    heads: list[tuple[float, str]] = []
    for cell in cells:
        name, length = _label_at(cell.text, labels)
        if not name or length < len(cell.text) or cell.box is None:
            return []
        heads.append((cell.box[0], name))
    if len({name for _, name in heads}) < len(heads) or not _in_columns(lines[number + 1], heads, labels):
        return []
    return heads


def _in_columns(line: PlainLine, heads: Sequence[tuple[float, str]], labels: LabelSet) -> bool:
    """Does every cell of this line begin at the left edge of a column of its own, and is none a label?"""
    at = [_column_of(cell, heads) for cell in line.cells]
    return None not in at and len(set(at)) == len(at) and not any(_label_at(c.text, labels)[0] for c in line.cells)


def _column_of(cell: Words, heads: Sequence[tuple[float, str]]) -> str | None:
    """The field in whose column this cell begins and, but for the last column, ends."""
    if cell.box is None:
        return None
    for number, (left, name) in enumerate(heads):
        right = heads[number + 1][0] if number + 1 < len(heads) else float("inf")
        if abs(cell.box[0] - left) <= _SAME_EDGE and cell.box[2] <= right:
            return name
    return None


def _read_columns(
    found: dict[str, list[Words]],
    lines: Sequence[PlainLine],
    number: int,
    heads: Sequence[tuple[float, str]],
    labels: LabelSet,
) -> int:
    """The values below a row of labels, over as many lines as stand close together; the number of the line after."""
    parts: dict[str, list[Words]] = {}
    above: PlainLine | None = None
    while number < len(lines):
        line = lines[number]
        if labels.stop_pattern.match(line.text.strip()) or not _in_columns(line, heads, labels):
            break
        if above and not _close_below(above, line):
            break
        for cell in line.cells:
            parts.setdefault(_column_of(cell, heads) or "", []).append(cell)
        above = line
        number += 1
    for name, words in parts.items():
        extents = tuple(extent for part in words for extent in part.extents)
        found.setdefault(name, []).append(Words(page=words[0].page, extents=extents))
    return number


def _close_below(above: PlainLine, line: PlainLine) -> bool:
    upper, lower = above.words.box, line.words.box
    return bool(upper and lower and lower[1] - upper[3] <= (upper[3] - upper[1]) * 0.8)


def _runs_on(lines: Sequence[PlainLine], number: int, labels: LabelSet) -> bool:
    """No label on this line, and one at the start of the next."""
    if number + 1 >= len(lines) or any(_label_at(cell.text, labels)[0] for cell in lines[number].cells):
        return False
    return _label_at(lines[number + 1].cells[0].text, labels)[0] is not None


def _read_cell(
    found: dict[str, list[Words]], current: _Open | None, cell: Words, labels: LabelSet, number: int
) -> _Open | None:
    name, skip = _label_at(cell.text, labels)
    if name and (current is None or current.name != name or current.parts):
        _close(found, current)
        current = _Open(name=name, label_left=cell.box[0] if cell.box else 0.0)
    rest = cell.part(skip, cell.end - cell.start)
    if current is None:
        return None
    if rest.text and _fits(current, rest, number):
        current.parts.append(rest)
        if current.left is None and rest.box:
            current.left = rest.box[0]
    elif rest.text:
        _close(found, current)
        return None
    current.filled_on = number
    return current


def _label_at(text: str, labels: LabelSet) -> tuple[str | None, int]:
    """The field that this text opens, and how many letters its labels (of one field, in several languages) take."""
    name, at = None, 0
    while at < len(text):
        match, hit = next(((m, n) for p, n in labels.patterns if (m := p.match(text, at))), (None, None))
        if match is None or (name and hit != name):
            break
        name, at = hit, match.end()
    return name, at


def _fits(current: _Open, value: Words, number: int) -> bool:
    """A value goes on below itself only in a column of its own, beside the label's; anything else is something else."""
    if not current.parts or current.filled_on == number:
        return True
    if current.left is None or value.box is None or len(current.parts) >= _MOST_PARTS:
        return False
    return current.left > current.label_left + 20 and abs(value.box[0] - current.left) <= 12


def _close(found: dict[str, list[Words]], current: _Open | None) -> None:
    if current and current.parts:
        extents = tuple(extent for part in current.parts for extent in part.extents)
        found.setdefault(current.name, []).append(Words(page=current.parts[0].page, extents=extents))
