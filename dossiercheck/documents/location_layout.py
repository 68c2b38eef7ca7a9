"""How an overview of locations may be worded: header texts and words, handed in by the requirement set."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from dossiercheck.documents.model_locations import LocationKind, Tenure
from dossiercheck.documents.table_layout import fold_words

T = TypeVar("T", bound=StrEnum)

_HINT = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_BETWEEN = re.compile(r"\s*(?:[,;/+&\n]|\ben\b|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class LocationLayout:
    """Headers and words of the overview of locations. All texts are compared without case, accents and marks."""

    headers: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Field name of `Location` (`kinds`, `tenure`, …) -> its header texts."""
    kinds: Mapping[LocationKind, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    tenure: Mapping[Tenure, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    ticks: tuple[str, ...] = ()
    """What stands in a column of its own (`Dagbesteding`) for yes."""
    none: tuple[str, ...] = ()
    """What says that there are no locations."""

    @cached_property
    def _fields(self) -> Mapping[str, str]:
        return {fold_words(text): name for name, texts in self.headers.items() for text in (*texts, name)}

    def field_of(self, header: str) -> str | None:
        """The field that a header means; hints in brackets do not matter."""
        for text in (header, _HINT.sub(" ", header)):
            if found := self._fields.get(fold_words(text)):
                return found
        return None

    def column_of(self, header: str) -> str | None:
        """The field that a header means, or `kinds:woonlocatie` where it makes a column to tick of its own."""
        kind, tenure = _by_word(header, self.kinds), _by_word(header, self.tenure)
        ticked = f"kinds:{kind}" if kind else f"tenure:{tenure}" if tenure else None
        return self.field_of(header) or ticked

    def kinds_of(self, words: str) -> tuple[LocationKind, ...] | None:
        """The kinds that a cell names; None where one of its words is not known."""
        whole = _by_word(words, self.kinds)
        if whole:
            return (whole,)
        found = [_by_word(part, self.kinds) for part in _BETWEEN.split(words) if fold_words(part)]
        known = tuple(dict.fromkeys(kind for kind in found if kind))
        return known if found and None not in found else None

    def tenure_of(self, word: str) -> Tenure | None:
        return _by_word(word, self.tenure)

    def means_yes(self, word: str) -> bool:
        """Is this a tick?"""
        return word.strip().casefold() in {tick.casefold() for tick in self.ticks}

    def means_none(self, words: str) -> bool:
        return fold_words(words) in {fold_words(text) for text in self.none}


def _by_word(word: str, words: Mapping[T, tuple[str, ...]]) -> T | None:
    folded = fold_words(_HINT.sub(" ", word))
    for value in words:
        known: tuple[str, ...] = (str(value), *words[value])
        if folded and folded in [fold_words(text) for text in known]:
            return value
    return None
