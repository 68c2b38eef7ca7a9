"""What a dossier leaves to be compared with others: files, persons, references, signatures. And what strikes the eye.

A signal asks a person to look; it is never a verdict. Birth dates are kept as part of a hash only.
"""

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from dossiercheck.desk import aliases_of
from dossiercheck.facts import SealState, SignatureKind
from dossiercheck.findings import FactView, FileUse, PartUse, PersonLine, Report, Signal, SignalKind, SignalPlace

_PERSONAL = frozenset({"diploma", "vog", "contract", "evc-certificate"})
_HOLDER = ("holder", "employee")
_SPOILT = frozenset({SealState.ALTERED, SealState.BROKEN})


@dataclass(frozen=True, kw_only=True, slots=True)
class Trace:
    """One thing that may be found again elsewhere. Two with the same kind and key belong together."""

    kind: str
    """A `SignalKind`."""
    key: str
    dossier: str
    file: str = ""
    person: str = ""
    same: str = ""
    """Where this differs between two with the same key, they are not simply the same thing twice."""


def traces_of(report: Report, dossier: str) -> tuple[Trace, ...]:
    """Everything of a report that can be compared, in the order of its files; each once."""
    names = {person.number: _called(person) for person in report.people}
    provider = _bare(report.provider) or dossier
    found = (trace for use in report.documents for trace in _of_file(use, dossier, provider, names))
    return tuple(dict.fromkeys(found))


def unnamed(traces: Iterable[Trace], report: Report) -> tuple[Trace, ...]:
    """The same traces with files and persons by the numbers that a report to share has for them."""
    aliases = aliases_of(report)
    people = {_called(person): aliases.people[person.number] for person in report.people}
    return tuple(
        replace(trace, file=aliases.files.get(trace.file, ""), person=people.get(trace.person, "")) for trace in traces
    )


def signals(traces: Iterable[Trace]) -> tuple[Signal, ...]:
    """What is there twice and should not be, by kind; places in the order of the dossiers."""
    together: defaultdict[tuple[str, str], list[Trace]] = defaultdict(list)
    for trace in traces:
        together[trace.kind, trace.key].append(trace)
    found = [
        Signal(kind=SignalKind(kind), places=tuple(_places(same)))
        for (kind, _), same in together.items()
        if _strikes(SignalKind(kind), same)
    ]
    order = list(SignalKind)
    return tuple(sorted(found, key=lambda s: (order.index(s.kind), [(p.dossier, p.file, p.person) for p in s.places])))


def _strikes(kind: SignalKind, same: list[Trace]) -> bool:
    """Is it worth a look? What one and the same person hands in at two providers is told of the person only."""
    return len({t.same for t in same}) > 1 and len({(t.dossier, t.file, t.person) for t in same}) > 1


def _places(traces: list[Trace]) -> Iterator[SignalPlace]:
    for dossier, file, person in sorted({(t.dossier, t.file, t.person) for t in traces}):
        yield SignalPlace(dossier=dossier, file=file, person=person)


def _of_file(use: FileUse, dossier: str, provider: str, names: dict[str, str]) -> Iterator[Trace]:
    def trace(kind: SignalKind, key: str, same: str, person: str, file: str = use.file) -> Trace:
        return Trace(kind=kind.value, key=key, dossier=dossier, file=file, person=person, same=same)

    papers: list[FileUse | PartUse] = [*use.parts] if use.parts else [use]
    for paper in papers:
        if paper.kind not in _PERSONAL:
            continue
        facts = {fact.name: fact for fact in paper.facts}
        person = names.get(paper.employee or "", "")
        who = _identity(facts)
        yield trace(SignalKind.SAME_FILE, use.sha256, _brief(person), person)
        if who and person:
            yield trace(SignalKind.SAME_PERSON, who, provider, person, file="")
        reference = facts.get("reference")
        if paper.kind == "vog" and reference and reference.value:
            said = f"{_brief(_holder(facts))} {facts['issued_on'].value if 'issued_on' in facts else ''}"
            yield trace(SignalKind.SAME_REFERENCE, _bare(str(reference.value)), said, person)
    if use.seal:
        person = names.get(use.employee or "", "")
        said = _said(use) if use.seal.state not in _SPOILT else f"{use.seal.state.value} {use.sha256}"
        for signature in use.seal.signatures:
            if signature.value_sha256 and signature.kind is not SignatureKind.TIMESTAMP:
                yield trace(SignalKind.SAME_SEAL, signature.value_sha256, said, person)


def _called(person: PersonLine) -> str:
    """Number and name; once, where a table without numbers has names for them."""
    return person.name if person.number == person.name else f"{person.number} {person.name}".strip()


def _identity(facts: dict[str, FactView]) -> str:
    """A person by surname, first letter and birth date, hashed; empty where a paper does not say both."""
    born, brief = facts.get("born_on"), _brief(_holder(facts))
    if not brief or not born or not isinstance(born.value, date):
        return ""
    return hashlib.sha256(f"{brief} {born.value.isoformat()}".encode()).hexdigest()[:32]


def _holder(facts: dict[str, FactView]) -> str:
    return next((str(facts[key].value) for key in _HOLDER if key in facts and facts[key].value), "")


def _brief(name: str) -> str:
    """A name by its last word and first letter, numbers left out: '7 Joris van den Berg' is 'berg j'."""
    words = [word for word in _folded(name).split() if not word.isdigit()]
    return f"{words[-1]} {words[0][:1]}" if words else ""


def _said(use: FileUse) -> str:
    """What a paper says, in a hash: two copies of one paper say the same."""
    facts = repr(sorted((fact.name, str(fact.value)) for fact in use.facts))
    return hashlib.sha256(facts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _bare(text: str) -> str:
    """What it says without the spaces and signs that one writes and another does not: 'B.V.' is 'BV'."""
    return _folded(text).replace(" ", "")


def _folded(text: str) -> str:
    """Letters and figures without marks, lower case, words apart."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in plain.casefold()).strip()
