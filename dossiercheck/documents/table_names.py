"""Names in a table that has one column for the whole name: taken apart as far as that is plain."""

import re
from dataclasses import dataclass

from dossiercheck.facts import Fact

_PREFIX_WORDS = "van von de den der het 't ten ter te in op aan la le du des d' da dos el al zu zur zum v.d. v/d"
_PREFIXES = frozenset(_PREFIX_WORDS.split())
_INITIALS = re.compile(r"(?:[^\W\d_]{1,4}\.)+(?:-?(?:[^\W\d_]{1,4}\.)+)*|[A-Z]{1,5}")
_CALL_NAME = re.compile(r"\(([^()]{1,40})\)")
_ADDRESS = re.compile(r"(?:dhr|mevr|mw|de heer|mevrouw|drs|dr|ing|ir|mr)\b\.?\s*", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class NameColumns:
    """What the columns for a name would have held."""

    surname: Fact[str] | None = None
    prefix: Fact[str] | None = None
    initials: Fact[str] | None = None
    given_name: Fact[str] | None = None


def split_name(whole: Fact[str]) -> NameColumns:
    """`Jansen, A.`, `A.M. van den Berg`, `Anna de Wit` -> columns. What cannot be told apart stays in the surname."""
    text = whole.value
    call = _CALL_NAME.search(text)
    text = (
        _ADDRESS.sub("", _CALL_NAME.sub(" ", text), count=1).strip()
        if _ADDRESS.match(text)
        else _CALL_NAME.sub(" ", text)
    )
    first, prefix, last = _by_comma(text) if "," in text else _by_order(text.split())
    given = call.group(1).strip() if call else ""
    are_initials = bool(first) and all(_INITIALS.fullmatch(word) for word in first)
    return NameColumns(
        surname=_fact(whole, " ".join(last)),
        prefix=_fact(whole, " ".join(prefix)),
        initials=_fact(whole, " ".join(first)) if are_initials else None,
        given_name=_fact(whole, given or ("" if are_initials else " ".join(first))),
    )


def _by_comma(text: str) -> tuple[list[str], list[str], list[str]]:
    """`Berg, A. van den` and `Berg, van den, A.`: the surname, then the rest in any order."""
    surname, _, rest = text.partition(",")
    words = rest.replace(",", " ").split()
    lead, last = _leading_prefix(surname.split())
    first = [w for w in words if w.casefold() not in _PREFIXES]
    return first, lead + [w for w in words if w.casefold() in _PREFIXES], last


def _by_order(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    """`Anna Maria de Wit`: first names up to the prefix; without a prefix the last word is the surname."""
    at = next((i for i, word in enumerate(words) if i and word.casefold() in _PREFIXES), None)
    if at is None:
        at = next((i for i, w in enumerate(words) if not _INITIALS.fullmatch(w)), 0)
        at = at if at else max(0, len(words) - 1)
    prefix, last = _leading_prefix(words[at:])
    return words[:at], prefix, last


def _leading_prefix(words: list[str]) -> tuple[list[str], list[str]]:
    at = 0
    while at < len(words) - 1 and words[at].casefold() in _PREFIXES:
        at += 1
    return words[:at], words[at:]


def _fact(whole: Fact[str], text: str) -> Fact[str] | None:
    return Fact(value=text, place=whole.place) if text else None
