"""Several small patterns read as one: the matches of all of them, from the beginning of a text to its end."""

import re
from collections.abc import Callable, Iterator, Sequence


def in_order(
    patterns: Sequence[re.Pattern[str]], text: str, valid: Callable[[re.Match[str]], bool] = bool
) -> Iterator[re.Match[str]]:
    """What `first|second|…` would find: the earliest match, at one place the earlier pattern's; no two overlap.

    Kept apart, the patterns compile in a fraction of the time, and what they cannot say `valid` can.
    """
    at = 0
    ahead: list[re.Match[str] | None] = [_next(pattern, text, 0, valid) for pattern in patterns]
    while found := min((match for match in ahead if match), key=re.Match.start, default=None):
        yield found
        at = max(found.end(), at + 1)
        ahead = [
            match if match is None or match.start() >= at else _next(pattern, text, at, valid)
            for pattern, match in zip(patterns, ahead, strict=True)
        ]


def _next(pattern: re.Pattern[str], text: str, at: int, valid: Callable[[re.Match[str]], bool]) -> re.Match[str] | None:
    match = pattern.search(text, at)
    while match and not valid(match):
        match = pattern.search(text, match.start() + 1)
    return match
