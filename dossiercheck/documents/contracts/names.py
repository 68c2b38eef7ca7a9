"""Does a printed name fit a person or organisation of the contract? Small and careful: used for signers only.

The matcher of `people/` decides whose a paper is. Here a wrong yes would call a contract signed that is not, so a name
fits only where surname and first name or initial agree.
"""

import re
import unicodedata

_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "ı": "i", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ĳ": "ij"})
_TITLES = frozenset(
    (
        "heer",
        "dhr",
        "mevrouw",
        "mevr",
        "mw",
        "mej",
        "mr",
        "mrs",
        "ms",
        "drs",
        "dr",
        "ir",
        "ing",
        "prof",
        "bsc",
        "msc",
        "ba",
        "ma",
        "mba",
        "llm",
        "rn",
        "bc",
    )
)
_PREFIXES = frozenset(
    (
        "van",
        "der",
        "den",
        "de",
        "het",
        "t",
        "ten",
        "ter",
        "te",
        "in",
        "op",
        "aan",
        "uit",
        "bij",
        "over",
        "onder",
        "voor",
        "von",
        "la",
        "le",
        "du",
        "des",
        "d",
        "da",
        "dos",
        "el",
        "al",
        "ben",
        "bin",
        "af",
        "di",
        "do",
        "zu",
        "zur",
        "zum",
        "s",
    )
)
_FORMS = frozenset(
    (
        "bv",
        "b",
        "v",
        "nv",
        "n",
        "stichting",
        "vof",
        "o",
        "f",
        "cooperatie",
        "ua",
        "u",
        "a",
        "de",
        "het",
        "en",
        "holding",
        "groep",
        "nederland",
    )
)


def fold(text: str) -> str:
    """Lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(_LETTERS)


def _parts(name: str) -> tuple[list[str], list[str]]:
    """First names or initials, and the parts of the surname, both folded and without prefixes."""
    folded: str = fold(name)
    if "," in folded:
        family, _, given = folded.partition(",")
        folded = f"{given} {family}"
    folded = re.sub(r"\b([a-z])\.(?=[a-z])", r"\1. ", folded)
    words = [w for w in re.split(r"[\s.'’]+", folded) if w and w.strip("-") and w not in _TITLES]
    if not words:
        return [], []
    surname = next((n for n in range(1, len(words)) if words[n] in _PREFIXES), len(words) - 1)
    last = [p for w in words[surname:] for p in w.split("-") if p and p not in _PREFIXES]
    return words[:surname], last


def person_fits(name: str, other: str) -> bool:
    """The two can be one person: a shared surname part, and first names or initials that agree."""
    (first, last), (other_first, other_last) = _parts(name), _parts(other)
    if not first or not other_first or not any(len(part) > 1 for part in {*last} & {*other_last}):
        return False
    a, b = first[0], other_first[0]
    if len(a) > 1 and len(b) > 1:
        return a == b or (_is_short(name, a) and b.startswith(a)) or (_is_short(other, b) and a.startswith(b))
    return a[0] == b[0]


def _is_short(name: str, first: str) -> bool:
    """`Th.` and `Joh.` are first names cut short."""
    return len(first) <= _LONGEST_SHORT and re.match(rf"\W*(?:\w+\W+)?{re.escape(first)}\.", fold(name)) is not None


_LONGEST_SHORT = 4


def organisation_fits(name: str, other: str) -> bool:
    """One organisation's name, but for its legal form, is the other's or opens it."""
    a, b = _essence(name), _essence(other)
    shorter, longer = sorted((a, b), key=len)
    return bool(shorter) and len("".join(shorter)) >= 4 and longer[: len(shorter)] == shorter


def domain_fits(name: str, email: str) -> bool:
    """The mail domain is the organisation's name written together."""
    domain = email.rpartition("@")[2].lower()
    bare = re.sub(r"[^a-z0-9]", "", domain.rpartition(".")[0])
    essence = "".join(_essence(name))
    return (
        len(bare) >= 6
        and len(essence) >= 6
        and (bare == essence or essence.startswith(bare) or bare.startswith(essence))
    )


def _essence(name: str) -> list[str]:
    return [w for w in re.split(r"[^a-z0-9]+", fold(name)) if w and w not in _FORMS]
