"""The words by which documents are read and that a requirement set may change (column headers, above all)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, kw_only=True)
class TableLayout:
    """How the columns of a personnel table may be headed."""

    headers: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Field name of `Employee` -> header texts that mean it; compared without case, accents and line breaks."""
    number_column: str = "B"
    required: tuple[str, ...] = ("number", "surname", "initials", "function", "employment", "contact", "starts_on")
    """Field names of `Employee` whose column must be there."""


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """All words that `recognise` needs from outside."""

    table: TableLayout = field(default_factory=TableLayout)
