"""Names of organisations in running text: the same one in another legal form, case, order or punctuation.

A name that is part of a longer one (`De Linde` in `Zorggroep De Linde`) may be another organisation's.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum

from dossiercheck.documents import fold_words

_FORMS = re.compile(
    r"(?<!\w)(?:b\.?\s?v|n\.?\s?v|v\.?\s?o\.?\s?f|c\.?\s?v|u\.?\s?a|b\.?\s?a|stichting|vereniging|co[öo]peratie(?:ve)?|maatschap|eenmanszaak"
    r"|holding|de\s+firma|vennootschap\s+onder\s+firma)\.?(?!\w)",
    re.IGNORECASE,
)
_BETWEEN = frozenset(("en", "de", "het", "van", "te", "met", "tussen", "namens", "voor", "door", "als", "aan", "bij"))


class NameFit(StrEnum):
    """How a stretch of text names an organisation."""

    WHOLE = "whole"
    PART = "part"
    """Inside a longer name."""


def names_organisation(lines: Sequence[str], name: str) -> bool:
    """Is this organisation named somewhere in these lines, as a whole name or in a longer one?"""
    return next(mentions(" ".join(lines), name), None) is not None


def mentions(text: str, name: str) -> Iterator[tuple[int, int, NameFit]]:
    """Start and end of each place where the name stands, and whether as a whole name."""
    tokens = _tokens(name)
    if not tokens:
        return
    pattern = re.compile(r"(?<!\w)" + r"[\W_]{1,4}".join(_token(token) for token in tokens) + r"(?!\w)", re.IGNORECASE)
    bare = _FORMS.sub(lambda match: " " * len(match.group()), text)
    for match in pattern.finditer(_plain(bare)):
        yield match.start(), match.end(), _fit(bare, match.start(), match.end())


def same_organisation(one: str, other: str) -> bool:
    """Two ways to write the same name?"""
    return bool(_tokens(one)) and _tokens(one) == _tokens(other)


def _tokens(name: str) -> tuple[str, ...]:
    return tuple(fold_words(_FORMS.sub(" ", name).replace("&", " en ").replace("+", " en ")).split())


def _token(token: str) -> str:
    return r"(?:en|&|\+)" if token == "en" else re.escape(token)


def _plain(text: str) -> str:
    """The text without accents, letter by letter: the same length, so that offsets stay true."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)


def _fit(text: str, start: int, end: int) -> NameFit:
    """A capitalised word right beside it, with nothing but a space between, makes it part of a longer name."""
    before = re.search(r"(\w+) $", text[:start])
    after = re.match(r" (\w+)", text[end:])
    longer = any(
        found and found.group(1)[:1].isupper() and found.group(1).casefold() not in _BETWEEN
        for found in (before, after)
    )
    return NameFit.PART if longer else NameFit.WHOLE
