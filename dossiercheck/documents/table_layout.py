"""How a personnel table may be laid out: header texts and words, handed in by the requirement set.

Nothing of this stands in code: a requirement set with other headers or other words reads other tables. Texts are
compared without case, accents, punctuation and line breaks.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import TypeVar

from dossiercheck.documents.model import Contact, Employment, Level

T = TypeVar("T")

ColumnRule = tuple[tuple[str, ...], bool]
"""Header texts that mean a field, and whether the column must be there."""

_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_HINT = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_BROKEN_WORD = re.compile(r"(?<=\w)-\s{1,4}(?=\w)")
_MARKS = re.compile(r"[^\w+]+")
_TRANSLATED = str.maketrans({"ß": "ss", "ł": "l", "ı": "i", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ĳ": "ij"})


@dataclass(frozen=True, kw_only=True)
class TableLayout:
    """Headers and words of the personnel table."""

    columns: Mapping[str, ColumnRule] = field(default_factory=lambda: MappingProxyType({}))
    """Field name of `Employee` -> its header texts and whether it is required. `name`: a whole name in one column."""
    number_column: str = "B"
    """The column in which the numbers must stand."""
    employment: Mapping[Employment, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    contact: Mapping[Contact, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    levels: Mapping[Level, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    products: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NOTHING)
    """Product id -> other ways to write it."""
    open_ended: tuple[str, ...] = (
        "onbepaald",
        "onbepaalde tijd",
        "voor onbepaalde tijd",
        "n.v.t.",
        "heden",
        "-",
        "geen",
    )
    """What stands in the end date's column where there is no end date."""
    location_headers: tuple[str, ...] = ("naam locatie", "adres", "postcode", "plaats", "soort locatie")
    """Headers by which a location overview is told apart from a personnel table."""
    sample_headers: tuple[str, ...] = ("nr", "nummer", "personeelsnummer", "medewerkernummer", "steekproef")
    """Headers of the drawn sample's one column, besides those of the number column."""
    last_birth_year: int = 2015
    """Two-digit birth years are read up to this year, the others in the century before; later births are doubted."""
    last_start: date = date(2040, 12, 31)
    """A start after this day is taken for a slip of the pen."""

    @cached_property
    def fields_by_header(self) -> Mapping[str, tuple[str, ...]]:
        """Folded header text -> field names, the most likely first (`Datum in dienst` may be either of two)."""
        found: dict[str, tuple[str, ...]] = {}
        for name, (aliases, _) in self.columns.items():
            for alias in (*aliases, name):
                folded = fold_words(alias)
                found[folded] = tuple(dict.fromkeys((*found.get(folded, ()), name)))
        return MappingProxyType(found)

    @cached_property
    def fields_by_word_set(self) -> Mapping[frozenset[str], tuple[str, ...]]:
        """The words of a header in any order, without filler words -> field names."""
        found: dict[frozenset[str], tuple[str, ...]] = {}
        for header, names in self.fields_by_header.items():
            found.setdefault(_word_set(header), names)
        return MappingProxyType({words: names for words, names in found.items() if words})

    @property
    def required(self) -> tuple[str, ...]:
        """Field names whose column must be there."""
        return tuple(name for name, (_, required) in self.columns.items() if required)

    def field_of(self, header: str) -> str | None:
        """The field that a header text most likely means."""
        return next(iter(self.fields_of(header)), None)

    def fields_of(self, header: str) -> tuple[str, ...]:
        """The fields that a header text may mean; hints in brackets, marks and broken words do not matter."""
        for text in dict.fromkeys((header, _HINT.sub(" ", header), _BROKEN_WORD.sub("", header))):
            folded = fold_words(text)
            if not folded or len(folded) > 120:
                continue
            found = self.fields_by_header.get(folded) or self.fields_by_word_set.get(_word_set(folded))
            if found:
                return found
        return ()

    def is_main_header(self, header: str, name: str) -> bool:
        """Is this the header that the template itself uses for the field (the first of its texts)?"""
        aliases = self.columns[name][0] if name in self.columns else ()
        wanted = fold_words(aliases[0]) if aliases else ""
        return bool(wanted) and wanted in (fold_words(header), fold_words(_HINT.sub(" ", header)))

    def employment_of(self, word: str) -> Employment | None:
        return _by_alias(word, self.employment)

    def contact_of(self, word: str) -> Contact | None:
        return _by_alias(word, self.contact)

    def level_of(self, word: str) -> Level | None:
        return _by_alias(word, self.levels)

    def product_of(self, word: str) -> str | None:
        folded = fold_words(word)
        return next((p for p, aliases in self.products.items() if folded in _folded((p, *aliases))), None)

    def means_no_end(self, word: str) -> bool:
        """Does this say that there is no end date?"""
        return _bare(word) in {_bare(w) for w in self.open_ended}


_FILLER_WORDS = "van de het der een medewerker medewerkers werknemer personeelslid m v d mm jj jjjj"
_FILLERS = frozenset(_FILLER_WORDS.split())


@lru_cache(maxsize=4096)
def fold_words(text: str) -> str:
    """Lower case, without accents and punctuation, words separated by one space."""
    decomposed = unicodedata.normalize("NFKD", text[:400].casefold().translate(_TRANSLATED))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return " ".join(_MARKS.sub(" ", plain.replace("_", " ")).split())


def _bare(text: str) -> str:
    """Folded, or where nothing is left of it (a dash) the text itself."""
    return fold_words(text) or text.strip()


def _word_set(folded: str) -> frozenset[str]:
    return frozenset(folded.split()) - _FILLERS


def _folded(words: tuple[str, ...]) -> set[str]:
    return {fold_words(word) for word in words}


def _by_alias(word: str, aliases: Mapping[T, tuple[str, ...]]) -> T | None:
    folded = fold_words(word)
    for value, words in aliases.items():
        if folded in _folded((str(value), *words)):
            return value
    return None
