"""Is this the provider? Names of organisations compared without legal form, case and punctuation.

Trade names of the trade register's extract count too. What is only alike (an abbreviation, part of the name) is neither
yes nor no.
"""

import re
from collections.abc import Iterable

from dossiercheck.checks.functions import folded
from dossiercheck.documents import KvkExtract
from dossiercheck.people import Dossier

_FORMS = re.compile(
    r"\b(?:b\.?\s?v|n\.?\s?v|v\.?\s?o\.?\s?f|c\.?\s?v|u\.?\s?a|b\.?\s?a|stichting|vereniging|maatschap"
    r"|cooperatie(?:f|ve)?|eenmanszaak|besloten vennootschap"
    r"|vennootschap onder firma|i\.?\s?o|holding)\b\.?"
)
_ALIAS = re.compile(
    r"\b(?:h\.?\s?o\.?\s?d\.?\s?n\.?|handelend onder de na(?:am|men)|t\.?\s?h\.?\s?o\.?\s?d\.?\s?n\.?|h/o"
    r"|tevens)\b[\s:.]*"
)
_WEAK = frozenset(
    ["de", "het", "een", "en", "van", "voor", "in", "bij", "zorg", "begeleiding", "ondersteuning", "groep", "nederland"]
)
"""Words that many providers share: by them alone two names are not alike."""
_SHORTEST_ABBREVIATION = 2


def provider_names(dossier: Dossier) -> tuple[str, ...]:
    """The name that the provider states, and those of its trade register extract where that is this provider's."""
    stated, kvk = dossier.statement.provider_name, dossier.statement.kvk
    names = [stated] if stated else []
    for document in dossier.documents:
        paper = document.paper
        if not isinstance(paper, KvkExtract):
            continue
        printed = [fact.value for fact in paper.names]
        same_number = bool(kvk and paper.kvk_number and re.sub(r"\D", "", kvk) == paper.kvk_number.value)
        if same_number or (not stated and not kvk) or (stated and any(same_company(stated, name) for name in printed)):
            names += printed
    return tuple(dict.fromkeys(names))


def fits_provider(printed: str, names: Iterable[str]) -> bool | None:
    """True: the provider. False: plainly another. None: alike, or no name of the provider is known."""
    answers = [same_company(printed, name) for name in names]
    if True in answers:
        return True
    return None if None in answers or not answers else False


def same_company(one: str, other: str) -> bool | None:
    """Do two names stand for one organisation? None: they are alike, no more."""
    first, second = _all_names(one), _all_names(other)
    if first & second:
        return True
    return None if any(_alike(a, b) for a in first for b in second) else False


def _all_names(name: str) -> frozenset[tuple[str, ...]]:
    """`J. Smit h.o.d.n. De Brug` has two names."""
    parts = _ALIAS.split(folded(name))
    return frozenset(words for part in parts if (words := _essence(part)))


def _essence(name: str) -> tuple[str, ...]:
    plain = _FORMS.sub(" ", name.replace("&", " en "))
    return tuple(re.findall(r"[a-z0-9]+", plain))


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The one is an abbreviation of the other, or they share a word that says something."""
    if {word for word in one if len(word) > 3} & {word for word in other if len(word) > 3} - _WEAK:
        return True
    if "".join(one) == "".join(other):
        return True
    shorter, longer = sorted((one, other), key=len)
    letters = "".join(word[0] for word in longer)
    return len(shorter) == 1 and len(shorter[0]) >= _SHORTEST_ABBREVIATION and letters.startswith(shorter[0])
