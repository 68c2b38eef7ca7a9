"""The value beside a label, as the type that a declared field asks: date, number, amount, IBAN, one of some words.

None where the words do not plainly hold one such value: two dates, no number, an IBAN whose check digits do not fit.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from dossiercheck.documents.places import Words
from dossiercheck.documents.prose import dates_in, looks_like_name

Read = tuple[str | float | date, Words]
"""A value, and the words that print it."""

_NUMBER = re.compile(
    r"(?<![\w.,])-?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d+\.\d{1,2}(?!\d)|\d+)(?:,-{1,2})?(?![\w]|[.,]\d)"
)
_TIMES = re.compile(r"\s*(?P<word>miljoen|mln|mio|duizend)\b", re.IGNORECASE)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]){10,30}", re.IGNORECASE)


def read_value(kind: str, words: Words, choices: Mapping[str, tuple[str, ...]]) -> Read | None:
    """The value of a type; `choices` are those of a field of the type `choice`: value -> its words."""
    if kind == "choice":
        return _choice(words, choices)
    return _READERS[kind](words)


def plain(text: str) -> str:
    """Lower case without accents, with single spaces: how phrases and words of a set are compared."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(char for char in decomposed if not unicodedata.combining(char)).split())


def has_phrase(text: str, phrase: str) -> bool:
    """Does a text (made `plain`) hold this phrase as whole words?"""
    wanted = r"\s+".join(re.escape(word) for word in plain(phrase).split())
    return re.search(rf"(?<!\w){wanted}(?!\w)", text) is not None


def _text(words: Words) -> Read | None:
    text = words.text.strip(" :;,")
    return (text, words) if text and any(char.isalnum() for char in text) else None


def _name(words: Words) -> Read | None:
    return _text(words) if looks_like_name(words.text.strip(" :;,")) else None


def _date(words: Words) -> Read | None:
    found = list(dates_in(words))
    return found[0] if len({day for day, _ in found}) == 1 else None


def _number(words: Words) -> Read | None:
    text, found = words.text, []
    for match in _NUMBER.finditer(text):
        times = _TIMES.match(text, match.end())
        found.append(_as_number(match[0]) * _factor(times["word"] if times else ""))
    return (found[0], words) if len(set(found)) == 1 else None


def _as_number(printed: str) -> float:
    """`2.500,00` and `2500.00` alike: a dot with three digits behind it parts thousands."""
    digits = printed.rstrip("-").rstrip(",")
    if re.fullmatch(r"-?\d+\.\d{1,2}", digits):
        return float(digits)
    return float(digits.replace(".", "").replace(",", "."))


def _factor(word: str) -> int:
    return 1 if not word else 1_000 if word.lower() == "duizend" else 1_000_000


def _iban(words: Words) -> Read | None:
    found = {re.sub(r"\s", "", match[0]).upper() for match in _IBAN.finditer(words.text)}
    valid = {iban for candidate in found if (iban := _valid_part(candidate))}
    return (valid.pop(), words) if len(valid) == 1 else None


def _valid_part(text: str) -> str | None:
    """The IBAN with which a run of letters and digits begins (words may follow it without a gap)."""
    lengths = (18,) if text.startswith("NL") else range(15, len(text) + 1)
    return next((text[:length] for length in lengths if len(text) >= length and _checks(text[:length])), None)


def _checks(iban: str) -> bool:
    """ISO 13616: moved about and read as a number, it leaves 1 when divided by 97."""
    return int("".join(str(int(char, 36)) for char in iban[4:] + iban[:4])) % 97 == 1


def _choice(words: Words, choices: Mapping[str, tuple[str, ...]]) -> Read | None:
    text = plain(words.text)
    found = [value for value, said in choices.items() if any(has_phrase(text, word) for word in (value, *said))]
    return (found[0], words) if len(found) == 1 else None


_READERS: Mapping[str, Callable[[Words], Read | None]] = {
    "text": _text,
    "name": _name,
    "date": _date,
    "birth_date": _date,
    "number": _number,
    "money": _number,
    "iban": _iban,
}
FIELD_TYPES = (*_READERS, "choice")
