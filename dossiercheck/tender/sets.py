"""Requirement sets by name or by file: found, merged with what they extend, validated, each mistake with its line."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, ValidationError

from dossiercheck.checks import CHECK_KINDS, DocumentRequirement, Requirement
from dossiercheck.documents import Kind
from dossiercheck.errors import RequirementSetError
from dossiercheck.findings import Reason
from dossiercheck.tender.explain import explain, unknown
from dossiercheck.tender.installed import find_set
from dossiercheck.tender.merging import Merged, chain_of, merge
from dossiercheck.tender.model import SetHeader, Subtender
from dossiercheck.tender.readings import Values, read_as, reading_names
from dossiercheck.tender.source import Mistake, Path_, Plain
from dossiercheck.tender.vocabulary import vocabulary_of

_BODY_KEYS = ("requirements", "defaults")


def load_set(name_or_file: str, on: date | None = None) -> Subtender:
    """The set of this id (its version in force on that day; without one the newest), or in this file.

    Raises:
        RequirementSetError: it is not there, or something in it is wrong; all mistakes are named at once.
    """
    path = find_set(name_or_file, on)
    subtender, mistakes = read_set(path)
    if subtender is None or mistakes:
        raise RequirementSetError(
            nl=_listed("De eisenset klopt niet; er is niets beoordeeld.", mistakes, "nl"),
            en=_listed("The requirement set is wrong; nothing was judged.", mistakes, "en"),
        )
    return subtender


def read_set(path: Path) -> tuple[Subtender | None, list[Mistake]]:
    """The set in a file, and every mistake in it; the set is None where it cannot be used."""
    chain, mistakes, whole = chain_of(path)
    if not chain:
        return None, mistakes
    merged = merge(chain, whole)
    header = _header(merged, mistakes)
    read = list(_requirements(merged, mistakes))
    requirements = [used for used, _ in read]
    mistakes.extend(_unknown_products(merged, requirements))
    mistakes.extend(_unknown_documents(merged, requirements))
    mistakes.extend(_unknown_settled(merged))
    if header is None or mistakes:
        return None, mistakes
    digest = hashlib.sha256(b"".join(path.read_bytes() for path, _ in reversed(chain)))
    subtender = Subtender(
        header=header,
        requirements=tuple(requirements),
        alternatives=tuple(other for _, others in read for other in others),
        sha256=digest.hexdigest(),
        vocabulary=vocabulary_of(header),
    )
    return subtender, []


def _listed(opening: str, mistakes: list[Mistake], lang: str) -> str:
    return "\n".join([opening, *(f"  {mistake.sentence(lang)}" for mistake in mistakes)])


def _header(merged: Merged, mistakes: list[Mistake]) -> SetHeader | None:
    values = {key: value for key, value in merged.data.items() if key not in _BODY_KEYS}
    try:
        return SetHeader.model_validate(values)
    except ValidationError as error:
        mistakes.extend(_explained(merged, error, (), SetHeader))
        return None


_Read = tuple[Requirement, list[Requirement]]
"""A requirement as it is read, and as it could be read otherwise."""


def _requirements(merged: Merged, mistakes: list[Mistake]) -> Iterator[_Read]:
    entries, defaults = merged.data.get("requirements"), merged.data.get("defaults") or {}
    if entries is None and not merged.whole:
        return
    if not isinstance(entries, dict) or not entries:
        nl, en = "hier horen de eisen, elk met zijn id", "the requirements belong here, each with its id"
        mistakes.append(merged.mistake(("requirements",), "", nl, en))
        return
    if not isinstance(defaults, dict):
        nl, en = "hier horen sleutels en waarden", "keys and values belong here"
        mistakes.append(merged.mistake(("defaults",), str(defaults), nl, en))
        return
    _unknown_defaults(merged, defaults, mistakes)
    for id_, entry in entries.items():
        requirement = _requirement(merged, id_, entry, defaults, mistakes)
        if requirement is not None:
            yield requirement


def _unknown_products(merged: Merged, requirements: list[Requirement]) -> Iterator[Mistake]:
    """A level asked for a product that the set does not have would ask it of nobody."""
    products = merged.data.get("products") or {}
    if not merged.whole or not isinstance(products, dict):
        return
    found: dict[tuple[str, str], Mistake] = {}
    for requirement in requirements:
        in_condition = requirement.when.products_named if requirement.when else frozenset()
        for field, product in (*requirement.products_named, *(("when", p) for p in sorted(in_condition))):
            if product not in products:
                entries = merged.data["requirements"]
                assert isinstance(entries, dict)
                entry = entries[requirement.id]
                own = isinstance(entry, dict) and field in entry
                path: Path_ = ("requirements", requirement.id, field) if own else ("defaults", field)
                nl, en = unknown(product, list(products))
                found.setdefault((str(path), product), merged.mistake((*path, product), product, nl, en))
    yield from found.values()


def _unknown_documents(merged: Merged, requirements: list[Requirement]) -> Iterator[Mistake]:
    """A kind of document that nobody recognises would be missing always; a field that nobody reads as well."""
    declared = merged.data.get("document_kinds")
    kinds = declared if isinstance(declared, dict) else {}
    for id_, document, named in _documents_named(merged, requirements):
        path: Path_ = ("requirements", id_)
        if document not in kinds and document not in set(Kind):
            nl, en = unknown(document, [*kinds, *(kind.value for kind in Kind)])
            yield merged.mistake((*path, "document"), document, nl, en)
        kind = kinds.get(document)
        fields = kind.get("fields") if isinstance(kind, dict) else None
        for parameter, name in named if isinstance(kind, dict) else ():
            if not isinstance(fields, dict) or name not in fields:
                nl, en = unknown(name, list(fields) if isinstance(fields, dict) else [])
                yield merged.mistake((*path, parameter), name, nl, en)


def _documents_named(
    merged: Merged, requirements: list[Requirement]
) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Id, document, and parameters that name fields, of each requirement on papers, right or wrong elsewhere."""
    for requirement in requirements:
        if isinstance(requirement, DocumentRequirement):
            yield requirement.id, requirement.document, requirement.fields_named
    read, entries = {requirement.id for requirement in requirements}, merged.data.get("requirements")
    for id_, entry in entries.items() if isinstance(entries, dict) else ():
        document = entry.get("document") if isinstance(entry, dict) and id_ not in read else None
        if (
            isinstance(entry, dict)
            and isinstance(document, str)
            and str(entry.get("check", "")).startswith("document-")
        ):
            yield id_, document, tuple((key, str(entry[key])) for key in ("by", "field") if entry.get(key))


def _unknown_settled(merged: Merged) -> Iterator[Mistake]:
    """What settles something that no set of the chain asks, or by a reason that is none, would never be proposed."""
    actions = merged.data.get("actions")
    known = list(merged.keys_of("requirements"))
    reasons = [reason.value for reason in Reason]
    for id_, action in actions.items() if isinstance(actions, dict) and merged.whole else ():
        settles = action.get("settles") if isinstance(action, dict) else None
        for index, settled in enumerate(settles if isinstance(settles, list) else ()):
            requirement, _, reason = str(settled).partition("/")
            for word, words in ((requirement, known), (reason, ["", *reasons])):
                if word not in words:
                    nl, en = unknown(word, words)
                    yield merged.mistake(("actions", id_, "settles", index), word, nl, en)


def _unknown_defaults(merged: Merged, defaults: dict[str, Plain], mistakes: list[Mistake]) -> None:
    known = {field for kind in CHECK_KINDS.values() for field in kind.model_fields}
    for key in defaults:
        if key not in known:
            nl, en = unknown(key, sorted(known - set(Requirement.model_fields)))
            mistakes.append(merged.mistake(("defaults", key), key, nl, en, of_key=True))


def _requirement(
    merged: Merged, id_: str, entry: Plain, defaults: dict[str, Plain], mistakes: list[Mistake]
) -> _Read | None:
    path: Path_ = ("requirements", id_)
    if not isinstance(entry, dict):
        nl, en = "hier hoort een eis (sleutels en waarden)", "a requirement (keys and values) belongs here"
        mistakes.append(merged.mistake(path, str(entry), nl, en))
        return None
    name = entry.get("check")
    check = CHECK_KINDS.get(name) if isinstance(name, str) else None
    if check is None:
        if name is not None or merged.whole:
            nl, en = unknown(str(name), sorted(CHECK_KINDS)) if name is not None else _NO_CHECK
            mistakes.append(merged.mistake((*path, "check"), "" if name is None else str(name), nl, en))
        return None
    if "id" in entry:
        nl, en = "de id is de sleutel zelf; haal dit weg", "the id is the key itself; take this out"
        mistakes.append(merged.mistake((*path, "id"), str(entry["id"]), nl, en))
    shared = {key: value for key, value in defaults.items() if key in check.model_fields and key not in entry}
    values = {**shared, **entry, "id": id_}
    used, others = reading_names(values)
    read = [_read(merged, check, values, name, shared, mistakes) for name in (used, *others)]
    found = [requirement for requirement in read if requirement is not None]
    return (found[0], found[1:]) if len(found) == len(read) else None


def _read(
    merged: Merged,
    check: type[Requirement],
    entry: Values,
    reading: str,
    shared: Collection[str],
    mistakes: list[Mistake],
) -> Requirement | None:
    """The requirement in one of its readings."""
    path: Path_ = ("requirements", str(entry["id"]))
    values, set_in = read_as(entry, reading)
    origins = {**dict.fromkeys(shared, ("defaults",)), **{key: (*path, *inner) for key, inner in set_in.items()}}
    try:
        return check.model_validate(values)
    except ValidationError as error:
        for mistake in _explained(merged, error, path, check, origins=origins):
            if mistake not in mistakes:
                mistakes.append(mistake)
        return None


_NO_CHECK = (
    f"ontbreekt en moet er staan; toegestaan: {', '.join(sorted(CHECK_KINDS))}",
    f"is missing and must be there; allowed: {', '.join(sorted(CHECK_KINDS))}",
)


def _explained(
    merged: Merged,
    error: ValidationError,
    path: Path_,
    model: type[BaseModel],
    *,
    origins: Mapping[str, Path_] = MappingProxyType({}),
) -> Iterator[Mistake]:
    """Each of pydantic's errors in our words, at its place in the file. `origins`: fields that come from elsewhere."""
    for problem in error.errors(include_url=False):
        if problem["type"] == "missing" and not merged.whole:
            continue
        loc = tuple(part for part in problem["loc"] if part != "[key]")
        value = problem.get("input")
        plain = problem["type"] != "missing" and not isinstance(value, dict | list | tuple)
        found = str(loc[-1]) if problem["type"] == "extra_forbidden" else str(value or "null") if plain else ""
        nl, en = explain(problem, model, () if path else _BODY_KEYS)
        of_key = problem["type"] == "extra_forbidden"
        yield merged.mistake((*origins.get(str(loc[0]), path), *loc), found, nl, en, of_key=of_key)
