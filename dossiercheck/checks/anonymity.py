"""Is a trace in a care plan the client's? What is the provider's own (staff, address, phone) is not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dossiercheck.checks.base import Case
from dossiercheck.checks.companies import provider_names
from dossiercheck.checks.functions import folded
from dossiercheck.documents import (
    BankStatement,
    Contract,
    Diploma,
    EvcCertificate,
    KvkExtract,
    Trace,
    TraceKind,
    Vog,
    Whose,
    contact_data,
    contact_key,
)
from dossiercheck.people import is_first_name

_SHORTEST_NAME = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Own:
    """What in a care plan is the provider's own."""

    staff: frozenset[tuple[str, ...]]
    """Names of members of staff, and of the provider itself, as folded words."""
    contact: frozenset[str]
    """Postcodes, streets, phone numbers and mail addresses, as `contact_key` gives them."""
    domains: frozenset[str]
    """Of mail addresses."""


def own_of(case: Case) -> Own:
    """What the other papers of the dossier tell of the provider and its people."""
    papers = [part.paper for document in case.dossier.documents for part in (document.parts or (document,))]
    names = [person.employee.display_name for person in case.dossier.people]
    contact: list[str] = []
    for paper in papers:
        match paper:
            case Diploma(holder=holder) | Vog(holder=holder) | EvcCertificate(holder=holder) if holder:
                names.append(holder.value)
            case Contract(employee=employee) if employee:
                names.append(employee.value)
            case KvkExtract(contact=found):
                contact += found
            case BankStatement(address=address) if address:
                contact += contact_data(address.value)
    return own(names, contact, provider_names(case.dossier))


def own(staff: Iterable[str], contact: Iterable[str], provider: Iterable[str]) -> Own:
    """What is known, in comparable form."""
    contact, provider = frozenset(contact), tuple(provider)
    domains = {found.partition("@")[2] for found in contact if "@" in found}
    together = {"".join(re.findall(r"[a-z0-9]+", folded(name))) for name in provider}
    return Own(
        staff=frozenset(_words(name) for name in (*staff, *provider)),
        contact=contact,
        domains=frozenset(domains | {name for name in together if len(name) > _SHORTEST_NAME}),
    )


def is_the_clients(trace: Trace, own: Own) -> bool | None:
    """True: a client can be recognised by it. False: not. None: a person must look."""
    if trace.needs_first_name and not is_first_name(folded(re.split(r"[\s-]", trace.value)[0])):
        return False
    if trace.whose is Whose.STAFF or _is_own(trace, own):
        return False
    if trace.where == "author" or not trace.sure or trace.whose is Whose.UNKNOWN:
        return None
    return True


def _is_own(trace: Trace, own: Own) -> bool:
    match trace.kind:
        case TraceKind.NAME:
            return any(_same(_words(trace.value), words) for words in own.staff)
        case TraceKind.EMAIL:
            domain = trace.value.lower().partition("@")[2]
            bare = re.sub(r"[^a-z0-9]", "", domain.rpartition(".")[0])
            fits = len(bare) > _SHORTEST_NAME and any(name.startswith(bare) for name in own.domains if "." not in name)
            return domain in own.domains or fits
        case TraceKind.PHONE | TraceKind.ADDRESS:
            key = contact_key(trace.kind, trace.value)
            return any(key == known or (len(key) > _LONG and key in known) for known in own.contact)
        case _:
            return False


_LONG = 6
"""Letters of an address beyond which part of a longer one is the same."""
_TITLES = frozenset(
    [
        "mevrouw",
        "mevr",
        "mw",
        "dhr",
        "de",
        "heer",
        "meneer",
        "van",
        "der",
        "den",
        "het",
        "te",
        "ter",
        "ten",
        "el",
        "al",
        "dr",
        "drs",
    ]
)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[a-z0-9]+", folded(name)) if word not in _TITLES)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """A surname in common, and first names or initials that do not disagree."""
    if not one or not other or len(one[-1]) == 1:  # the V of `B.V.` is nobody's surname
        return False
    if len(one) == 1:
        return one[0] in (other[0], other[-1])
    return one[-1] in other[1:] and one[0][0] == other[0][0]
