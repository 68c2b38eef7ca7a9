"""International bank account numbers in text, and whether their check digits fit (ISO 13616: the rest by 97 is 1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_START = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?= ?[A-Z0-9])")
_LENGTHS = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18,
    "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20,
    "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24,
    "SM": 27, "TR": 26,
}  # fmt: skip
"""Letters of an account number by country."""
_LEAST, _MOST = 15, 34


@dataclass(frozen=True, kw_only=True, slots=True)
class IbanHit:
    """An account number in a text."""

    start: int
    end: int
    value: str
    """Without spaces."""


def find_ibans(text: str) -> Iterator[IbanHit]:
    """What is written as an account number, in order; valid or not."""
    for match in _START.finditer(text):
        hit = _read(text, match.start(), _LENGTHS.get(text[match.start() : match.start() + 2]))
        if hit:
            yield hit


def is_valid_iban(iban: str) -> bool:
    """Do length and check digits fit?"""
    compact = re.sub(r"[\s.-]", "", iban).upper()
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]+", compact) or not _LEAST <= len(compact) <= _MOST:
        return False
    if _LENGTHS.get(compact[:2], len(compact)) != len(compact):
        return False
    return int("".join(str(int(letter, 36)) for letter in compact[4:] + compact[:4])) % 97 == 1


def _read(text: str, start: int, length: int | None) -> IbanHit | None:
    """As many letters as the country's numbers have, single spaces between; of an unknown country up to a space."""
    at, letters = start, ""
    while at < len(text) and len(letters) < (length or _MOST):
        letter = text[at]
        if letter == " " and length and text[at + 1 : at + 2].isalnum():
            at += 1
            continue
        if not (letter.isascii() and (letter.isupper() or letter.isdigit())):
            break
        letters += letter
        at += 1
    behind = text[at : at + 1]
    if len(letters) < (length or _LEAST) or (behind.isascii() and behind.isalnum()):
        return None
    return IbanHit(start=start, end=at, value=letters)
