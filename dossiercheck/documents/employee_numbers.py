"""Employee numbers: kept as written, compared as written and as numbers where both are (formats.md 4)."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def number_key(number: str) -> str:
    """The same for numbers that mean the same employee: `7`, `007` and ` 7 `; other texts without case and spaces."""
    text = "".join(number.split()).casefold()
    if text.isascii() and text.isdigit() and len(text) <= 30:
        return text.lstrip("0") or "0"
    return text


def same_number(a: str, b: str) -> bool:
    """Do both mean the same employee?"""
    return number_key(a) == number_key(b)
