"""Personal data made unreadable: enough is left to find the place, not enough to recognise anybody."""

import re

from dossiercheck.documents.model_organisation import TraceKind


def mask(kind: TraceKind, value: str) -> str:
    """`Jan de Vries` becomes `J*** d* V***`; of numbers and birth dates nothing is left."""
    match kind:
        case TraceKind.BSN | TraceKind.BIRTH_DATE:
            return "***"
        case TraceKind.PHONE:
            return value[:2] + "***"
        case TraceKind.EMAIL:
            name, _, domain = value.partition("@")
            return f"{name[:1]}***@{domain[:1]}***"
        case _:
            return mask_words(value)


def mask_words(value: str) -> str:
    """The first letter of each word; digits are gone."""
    return re.sub(r"\w+", lambda word: _word(word.group()), value)


def _word(word: str) -> str:
    if any(letter.isdigit() for letter in word):
        return "**"
    return word if len(word) == 1 else word[0] + ("*" if len(word) == 2 else "***")
