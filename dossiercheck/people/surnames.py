"""The forms in which a person's surname may be printed: own, partner's, both in either order (domain.md 7)."""

from dataclasses import dataclass

from dossiercheck.people.printed_parts import Surname


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a surname, and the rule by which it is this person's (empty: as in the table)."""

    surname: Surname
    rule: str = ""
    loose: bool = False
    """One word of several that stand without a hyphen: doubtful."""


def surname_forms(own: Surname, birth: Surname | None) -> dict[tuple[str, ...], Form]:
    """All forms by their words. `own` is the surname as used at work, `birth` the birth name where the table has it."""
    forms: dict[tuple[str, ...], Form] = {}
    _add(forms, own, "")
    if birth and birth.words != own.words:
        _add(forms, birth, "birth_name")
        partner = _without(own, birth)
        if partner:
            _add(forms, partner, "partner_name")
        for other in (partner,) if partner else (own,):
            _add(forms, other.joined_with(birth), "partner_name")
            _add(forms, birth.joined_with(other), "partner_name")
    parts = own.parts
    if len(parts) == 2:
        _add(forms, parts[1].joined_with(parts[0]), "name_order")
    if len(parts) > 1 and (birth is None or birth.words == own.words):
        for part in parts:
            _add(forms, part, "name_part")
    for surname in (own, birth) if birth else (own,):
        _add_glued(forms, surname)
        _add_unglued(forms, surname)
        for word, prefix in zip(surname.words, surname.prefixes, strict=True):
            if len(surname.words) > 1 and len(word) > 2:
                forms.setdefault((word,), Form(Surname((word,), (prefix,), (0,)), "name_part", loose=True))
    return forms


def compare_prefixes(own: tuple[str, ...], printed: tuple[str, ...]) -> bool | None:
    """True: the same; False: the same by rule (missing, abbreviated); None: another prefix."""
    same = True
    for mine, theirs in zip(own, printed, strict=False):
        if mine == theirs:
            continue
        if mine and theirs and not _abbreviates(mine, theirs):
            return None
        same = False
    return same


_SHORT = {"vd": ("van der", "van den", "van de"), "v": ("van", "van der", "van den", "van de", "von"), "t": ("het",)}
_SHORTER = {"d": ("de", "den", "der"), "van t": ("van het",), "in t": ("in het",), "v t": ("van t", "van het")}
_SHORT_FORMS = {**_SHORT, **_SHORTER, "v d": ("van der", "van den", "van de"), "op t": ("op het",)}


def _abbreviates(a: str, b: str) -> bool:
    return b in _SHORT_FORMS.get(a, ()) or a in _SHORT_FORMS.get(b, ())


def _add(forms: dict[tuple[str, ...], Form], surname: Surname, rule: str) -> None:
    forms.setdefault(surname.words, Form(surname, rule))


def _add_glued(forms: dict[tuple[str, ...], Form], surname: Surname) -> None:
    """`Vandenberg` for `van den Berg`."""
    if len(surname.words) == 1 and surname.prefixes[0]:
        glued = "".join((*surname.prefixes[0].split(), *surname.words))
        forms.setdefault((glued,), Form(Surname((glued,), ("",), (0,)), "prefix"))


_GLUED_ON = ("el", "al", "ait", "abu", "ben")


def _add_unglued(forms: dict[tuple[str, ...], Form], surname: Surname) -> None:
    """`Amrani` for `Elamrani`: doubtful, for not every name that begins so has a prefix."""
    word = surname.words[0]
    for prefix in _GLUED_ON if len(surname.words) == 1 and not surname.prefixes[0] else ():
        if word.startswith(prefix) and len(word) >= len(prefix) + 4:
            bare = (word[len(prefix) :],)
            forms.setdefault(bare, Form(Surname(bare, (prefix,), (0,)), "prefix", loose=True))


def _without(whole: Surname, part: Surname) -> Surname | None:
    """What remains of a double name without one part; None where that is not part of it."""
    rest = [p for p in whole.parts if p.words != part.words]
    if len(rest) == len(whole.parts) or not rest:
        return None
    joined = rest[0]
    for other in rest[1:]:
        joined = joined.joined_with(other)
    return joined
