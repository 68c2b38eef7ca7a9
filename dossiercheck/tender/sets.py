"""Requirement sets by name or by file: found, merged with what they extend, validated, each mistake with its line."""

import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ValidationError

from dossiercheck.checks import CHECK_KINDS, Requirement
from dossiercheck.errors import RequirementSetError
from dossiercheck.tender.explain import explain, unknown
from dossiercheck.tender.installed import find_set, installed_sets
from dossiercheck.tender.model import SetHeader, Subtender
from dossiercheck.tender.source import Mistake, Path_, Plain, Source, read_source
from dossiercheck.tender.vocabulary import vocabulary_of

MAX_EXTENDS = 5
_BODY_KEYS = ("requirements", "defaults")
_MERGED_KEYS = ("requirements", "defaults", "products", "not_yet", "table")
"""Keys whose entries a set takes over from the one that it extends."""
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


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
    chain, mistakes, whole = _chain(path)
    if not chain:
        return None, mistakes
    merged = _merge(chain, whole)
    header = _header(merged, mistakes)
    requirements = list(_requirements(merged, mistakes))
    mistakes.extend(_unknown_products(merged, requirements))
    if header is None or mistakes:
        return None, mistakes
    digest = hashlib.sha256(b"".join(path.read_bytes() for path, _ in reversed(chain)))
    subtender = Subtender(
        header=header, requirements=tuple(requirements), sha256=digest.hexdigest(), vocabulary=vocabulary_of(header)
    )
    return subtender, []


def _listed(opening: str, mistakes: list[Mistake], lang: str) -> str:
    return "\n".join([opening, *(f"  {mistake.sentence(lang)}" for mistake in mistakes)])


def _chain(path: Path) -> tuple[list[tuple[Path, Source]], list[Mistake], bool]:
    """The file and those that it extends, itself first; what is wrong with them; and whether all of them were found."""
    chain: list[tuple[Path, Source]] = []
    mistakes: list[Mistake] = []
    current = path
    while True:
        source = read_source(current, current.name)
        mistakes.extend(source.mistakes)
        if not isinstance(source.data, dict):
            if not source.mistakes:
                nl, en = "hier hoort een eisenset", "a requirement set (keys and values) belongs here"
                mistakes.append(_mistake(source, (), "", nl, en))
            return chain, mistakes, False
        chain.append((current, source))
        base = source.data.get("extends")
        if base is None:
            return chain, mistakes, True
        found = _base(current, base)
        if found is None or len(chain) > MAX_EXTENDS or found in [p for p, _ in chain]:
            nl, en = _cannot_extend(found)
            mistakes.append(_mistake(source, ("extends",), str(base), nl, en))
            return chain, mistakes, False
        current = found


def _base(path: Path, name: Plain) -> Path | None:
    """A set to extend: beside the file (never the file itself), or one that comes with the program."""
    if not isinstance(name, str) or not _ID.fullmatch(name):
        return None
    beside = path.parent / f"{name}.yaml"
    return beside if beside.is_file() and beside != path else installed_sets().get(name)


def _cannot_extend(found: Path | None) -> tuple[str, str]:
    if found is None:
        known = ", ".join(installed_sets())
        return (
            f"breidt een set uit die er niet is; naast dit bestand of een van: {known}",
            f"no such set to extend; one beside this file, or one of: {known}",
        )
    return "sets breiden elkaar in een kring uit (of te diep)", "sets extend each other in a circle (or too deep)"


@dataclass(frozen=True, kw_only=True)
class _Merged:
    """The merged values, and which file each key of the first two steps came from."""

    data: dict[str, Plain]
    sources: tuple[Source, ...]
    """The most specific first."""
    whole: bool
    """All files that it extends were read: what is missing is missing indeed."""

    def mistake(self, path: Path_, found: str, nl: str, en: str) -> Mistake:
        """A mistake at the most specific file that says something there: its value is the one that holds."""
        cut = path[: 3 if path[0] in _MERGED_KEYS else 1]
        while cut:
            for source in self.sources:
                if cut in source.places:
                    return _mistake(source, path, found, nl, en)
            cut = cut[:-1]
        return _mistake(self.sources[0], path, found, nl, en)


def _mistake(source: Source, path: Path_, found: str, nl: str, en: str) -> Mistake:
    line, column = source.where(path)
    key = ".".join(str(part) for part in path) or "-"
    return Mistake(file=source.file, line=line, column=column, key=key, found=found[:80], nl=nl, en=en)


def _merge(chain: list[tuple[Path, Source]], whole: bool) -> _Merged:
    """The base's values, overridden by key: those of `_MERGED_KEYS` entry by entry and, within an entry, key by key."""
    data: dict[str, Plain] = {}
    for _, source in reversed(chain):
        assert isinstance(source.data, dict)
        for key, value in source.data.items():
            inherited = data.get(key)
            if key in _MERGED_KEYS and isinstance(value, dict) and isinstance(inherited, dict):
                data[key] = _overlay(inherited, value)
            else:
                data[key] = value
    return _Merged(data=data, sources=tuple(source for _, source in chain), whole=whole)


def _overlay(base: dict[str, Plain], over: dict[str, Plain], *, inner: bool = False) -> dict[str, Plain]:
    """`over` upon `base`; null takes out what the base has."""
    merged = dict(base)
    for key, value in over.items():
        inherited = merged.get(key)
        if value is None and key in merged:
            del merged[key]
        elif not inner and isinstance(value, dict) and isinstance(inherited, dict):
            merged[key] = _overlay(inherited, value, inner=True)
        else:
            merged[key] = value
    return merged


def _header(merged: _Merged, mistakes: list[Mistake]) -> SetHeader | None:
    values = {key: value for key, value in merged.data.items() if key not in _BODY_KEYS}
    try:
        return SetHeader.model_validate(values)
    except ValidationError as error:
        mistakes.extend(_explained(merged, error, (), SetHeader))
        return None


def _requirements(merged: _Merged, mistakes: list[Mistake]) -> Iterator[Requirement]:
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


def _unknown_products(merged: _Merged, requirements: list[Requirement]) -> Iterator[Mistake]:
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


def _unknown_defaults(merged: _Merged, defaults: dict[str, Plain], mistakes: list[Mistake]) -> None:
    known = {field for kind in CHECK_KINDS.values() for field in kind.model_fields}
    for key in defaults:
        if key not in known:
            nl, en = unknown(key, sorted(known - set(Requirement.model_fields)))
            mistakes.append(merged.mistake(("defaults", key), key, nl, en))


def _requirement(
    merged: _Merged, id_: str, entry: Plain, defaults: dict[str, Plain], mistakes: list[Mistake]
) -> Requirement | None:
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
    try:
        return check.model_validate({**shared, **entry, "id": id_})
    except ValidationError as error:
        for mistake in _explained(merged, error, path, check, shared=set(shared)):
            if mistake not in mistakes:
                mistakes.append(mistake)
        return None


_NO_CHECK = (
    f"ontbreekt en moet er staan; toegestaan: {', '.join(sorted(CHECK_KINDS))}",
    f"is missing and must be there; allowed: {', '.join(sorted(CHECK_KINDS))}",
)


def _explained(
    merged: _Merged,
    error: ValidationError,
    path: Path_,
    model: type[BaseModel],
    *,
    shared: Collection[str] = (),
) -> Iterator[Mistake]:
    """Each of pydantic's errors in our words, at its place in the file. `shared` are fields that `defaults` gave."""
    for problem in error.errors(include_url=False):
        if problem["type"] == "missing" and not merged.whole:
            continue
        loc = tuple(part for part in problem["loc"] if part != "[key]")
        value = problem.get("input")
        plain = problem["type"] != "missing" and not isinstance(value, dict | list | tuple)
        found = str(loc[-1]) if problem["type"] == "extra_forbidden" else str(value or "null") if plain else ""
        nl, en = explain(problem, model, () if path else _BODY_KEYS)
        yield merged.mistake(("defaults", *loc) if loc[0] in shared else (*path, *loc), found, nl, en)
