"""Numbers as contracts write them: `24`, `24,5`, `vierentwintig`, `vierentwintig (24)`."""

import re
from collections.abc import Iterator

_SMALL = (
    *(
        "nul",
        "een",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
        "elf",
        "twaalf",
        "dertien",
    ),
    *("veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
_TENS = {"twintig": 20, "dertig": 30, "veertig": 40}
_ENGLISH = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)


def _words() -> Iterator[tuple[str, int]]:
    yield from ((word, n) for n, word in enumerate(_SMALL))
    for ten, value in _TENS.items():
        yield ten, value
        for n, word in enumerate(_SMALL[1:10], start=1):
            yield f"{word}{'ën' if word.endswith('e') else 'en'}{ten}", value + n
            yield f"{word}en{ten}", value + n
    yield from ((word, n) for n, word in enumerate(_ENGLISH))
    yield from (("één", 1), ("thirty", 30), ("forty", 40), ("achtenveertig", 48))


_VALUES = dict(_words())
NUMBER = r"\b(?:\d++(?:[.,]\d+)?+|[^\W\d]+\b)"
"""What may be a number; whether it is one, `spelled` tells: eighty words in each pattern would be dear to compile."""
_FIGURES = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")


def spelled(match: re.Match[str]) -> bool:
    """Every group `n…` that took part in this match is a number in figures or in words."""
    return all(
        words is None or words.lower() in _VALUES or _FIGURES.fullmatch(words) is not None
        for name, words in match.groupdict().items()
        if name.startswith("n")
    )


def number(text: str) -> float | None:
    """The number that this is; None where it is none."""
    text = text.strip().lower()
    if text in _VALUES:
        return float(_VALUES[text])
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
