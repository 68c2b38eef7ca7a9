"""Are two papers in one file about the same person? By the names and birth dates printed on them alone.

Whose papers they are is the matter of `people`; here only what must not be mixed is told apart. None: cannot be told.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_PREFIX_WORDS = "van von de den der het 't t ten ter te in op aan la le du des d el al zu zur zum"
_ADDRESS_WORDS = "de heer mevrouw dhr mw mevr drs dr ing ir mr prof bsc msc ba ma meneer familie beste geachte"
_PREFIXES = frozenset(_PREFIX_WORDS.split())
_ADDRESSED = frozenset(_ADDRESS_WORDS.split())
_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "ı": "i", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ĳ": "ij"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Holder:
    """The person that a paper is about, as printed."""

    name: str = ""
    born_on: date | None = None


def same_holder(a: Holder, b: Holder) -> bool | None:
    """True or False only where the names, or names and birth dates together, leave no doubt."""
    names = _same_name(name_words(a.name), name_words(b.name))
    if a.born_on is None or b.born_on is None:
        return names
    if a.born_on == b.born_on:
        shares = set(name_words(a.name)) & set(name_words(b.name))
        return True if names or shares else names
    return False if names is not True or _one_is_short(a.name, b.name) else None


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without prefixes, titles and forms of address."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return tuple(word for word in words if word not in _PREFIXES and word not in _ADDRESSED)


def is_named_in(name: str, text: str) -> bool:
    """Does the surname (its last word) stand in this text?"""
    words = name_words(name)
    return bool(words) and words[-1] in name_words(text)


def _same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool | None:
    if not a or not b:
        return None
    if a == b:
        return True
    if not set(_long(a)) & set(_long(b)):
        return False
    if a[-1] != b[-1]:
        return None
    firsts = (a[:-1], b[:-1])
    if not all(firsts):
        return None
    if any(len(word) == 1 for word in (*firsts[0], *firsts[1])):
        return None if firsts[0][0][0] == firsts[1][0][0] else False
    if set(firsts[0]) <= set(firsts[1]) or set(firsts[1]) <= set(firsts[0]):
        return True
    return None if set(firsts[0]) & set(firsts[1]) else False


def _long(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if len(word) > 1)


def _one_is_short(a: str, b: str) -> bool:
    """Initials alone: two persons may have them."""
    return any(not _long(name_words(name)[:-1]) for name in (a, b))
