"""Do first names fit? Initials, whole names, call names; what only looks alike is told apart from what agrees."""

from dataclasses import dataclass
from enum import IntEnum

from dossiercheck.people.call_names import is_known, may_be_called, some_begin_with
from dossiercheck.people.likeness import alike
from dossiercheck.people.printed_parts import FirstNames


class FirstFit(IntEnum):
    """How first names compare, from worst to best."""

    DIFFERENT = 0
    NONE = 1
    """On one of the two sides there are none."""
    UNLIKE = 2
    """The same initial, another name: a call name, or a brother or sister. A birth date does not settle it (twins)."""
    ALIKE = 3
    """A call name, a slip, one name of several: doubtful, but a birth date that agrees settles it."""
    INITIALS = 4
    SAME_INITIALS = 5
    """The same initials in the same number; of a single one INITIALS is said."""
    FULL = 6
    EXACT = 7


Fit = tuple[FirstFit, str]


@dataclass(frozen=True, slots=True)
class FirstsOf:
    """The first names of a row of the table."""

    letters: tuple[str, ...]
    """From the column with initials."""
    words: tuple[str, ...]
    """Given names, or the name by which the person is called."""
    calls: tuple[str, ...] = ()
    inner_letters: tuple[str, ...] = ()
    """Letters of `words`, where there is no column with initials."""


def compare_first_names(own: FirstsOf, printed: FirstNames, calls: tuple[str, ...]) -> Fit:
    """Compare a row's first names with printed ones (and call names printed in brackets)."""
    if not (own.letters or own.words) or not (printed.names or calls):
        return FirstFit.NONE, ""
    if not printed.names:
        printed = FirstNames(calls, (True,) * len(calls))
    words = printed.words
    if not words:
        return _initials(own, printed.letters)
    if not own.words:
        return _against_letters(own.letters, printed)
    best = _words(own, words, printed)
    for name in (*calls, *own.calls):
        others = own.words if name in calls else words
        if others and (name == others[0]) and best[0] is not FirstFit.EXACT and _letters_fit(own, printed) is not False:
            best = max(best, (FirstFit.FULL, "call_name"))
    return best


def _initials(own: FirstsOf, letters: tuple[str, ...]) -> Fit:
    """Only initials are printed."""
    mine = own.letters or own.inner_letters
    if letters == mine and own.letters:
        return (FirstFit.SAME_INITIALS if len(mine) > 1 else FirstFit.INITIALS), "" if len(mine) > 1 else "initials"
    if _one_begins_other(letters, mine):
        both = min(len(letters), len(mine)) > 1
        return (FirstFit.SAME_INITIALS if both and len(letters) == len(mine) else FirstFit.INITIALS), "initials"
    if sorted(letters) == sorted(mine) or set(letters) < set(mine) or set(mine) < set(letters):
        return FirstFit.ALIKE, "initials"
    if own.words and letters == (own.words[0][0],):
        return FirstFit.ALIKE, "call_name"
    wrong = sum(a != b for a, b in zip(letters, mine, strict=False))
    if len(letters) == len(mine) >= 3 and letters[0] == mine[0] and wrong == 1:
        return FirstFit.ALIKE, "initials"
    return FirstFit.DIFFERENT, ""


def _against_letters(mine: tuple[str, ...], printed: FirstNames) -> Fit:
    """The table has initials only, the paper names."""
    letters = printed.letters
    if _fits_letters(mine, printed):
        both = len(mine) > 1 and len(letters) == len(mine)
        return (FirstFit.SAME_INITIALS if both else FirstFit.INITIALS), "initials"
    if some_begin_with(printed.words[0], mine[0]):
        return FirstFit.ALIKE, "call_name"
    if len(mine) > 1 and (sorted(letters) == sorted(mine) or (letters[0] in mine and len(letters) < len(mine))):
        return FirstFit.ALIKE, "initials"
    if len(mine) < len(letters) and set(mine) < set(letters):
        return FirstFit.ALIKE, "initials"
    return FirstFit.DIFFERENT, ""


def _words(own: FirstsOf, words: tuple[str, ...], printed: FirstNames) -> Fit:
    """Both sides have names."""
    mine = own.words
    fits = _letters_fit(own, printed)
    called = bool(own.letters) and mine[0][0] != own.letters[0]
    if words == mine and len(printed.names) == len(words):
        return FirstFit.EXACT, ""
    if _run_together(words) == _run_together(mine):
        return FirstFit.FULL, "spelling"
    if words[0] == mine[0]:
        agree = all(a == b for a, b in zip(words, mine, strict=False)) and (fits is not False or called)
        return (FirstFit.FULL if agree else FirstFit.ALIKE), "given_names"
    several = fits is True and len(own.letters) > 1 and len(printed.letters) > 1
    if mine[0] in words or words[0] in mine:
        return (FirstFit.FULL if several else FirstFit.ALIKE), "call_name"
    double = _double(mine, words)
    return _different_words(own, words[0], fits=fits, several=several, called=called, double=double)


def _double(mine: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """`Henk-Jan` is how one may be called who is registered as `Hendrik Jan`."""
    a, b = (tuple(part for name in names for part in name.split("-")) for names in (mine, words))
    pairs = list(zip(a, b, strict=False))
    return len(pairs) > 1 and all(one == other or may_be_called(one, other) for one, other in pairs)


def _different_words(own: FirstsOf, word: str, *, fits: bool | None, several: bool, called: bool, double: bool) -> Fit:
    """The first names differ: called so, misspelled, or another person."""
    mine = own.words[0]
    if may_be_called(mine, word) or double:
        return (FirstFit.SAME_INITIALS, "initials+call_name") if several else (FirstFit.ALIKE, "call_name")
    if called and fits:
        return (FirstFit.SAME_INITIALS if several else FirstFit.ALIKE), "initials"
    both_known = is_known(mine) and is_known(word)
    if not both_known and alike(mine, word):
        return FirstFit.ALIKE, "spelling"
    if min(len(mine), len(word)) >= 3 and (mine.startswith(word) or word.startswith(mine)):
        return FirstFit.ALIKE, "call_name"
    if several:
        return FirstFit.UNLIKE, "initials"
    if fits is False or mine[0] != word[0]:
        return FirstFit.DIFFERENT, ""
    return (FirstFit.DIFFERENT if both_known and not alike(mine, word) else FirstFit.UNLIKE), "initials"


def _letters_fit(own: FirstsOf, printed: FirstNames) -> bool | None:
    return _fits_letters(own.letters, printed) if own.letters else None


def _fits_letters(mine: tuple[str, ...], printed: FirstNames) -> bool:
    """One row of letters begins the other; `Anne-Fleur` counts as A. or as A.F."""
    if _one_begins_other(mine, printed.letters):
        return True
    if not any("-" in name for name in printed.names):
        return False
    expanded = tuple(part[0] for name in printed.names for part in name.split("-") if part)
    return _one_begins_other(mine, expanded)


def _one_begins_other(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    shared = min(len(a), len(b))
    return shared > 0 and a[:shared] == b[:shared]


def _run_together(names: tuple[str, ...]) -> str:
    return "".join(names).replace("-", "")
