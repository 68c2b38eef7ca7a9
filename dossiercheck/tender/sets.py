"""Requirement sets by name or by file: found, merged with what they extend, validated, each mistake with its line."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError

from dossiercheck.checks import CHECK_KINDS, Requirement
from dossiercheck.errors import RequirementSetError
from dossiercheck.tender.model import SetHeader, Subtender
from dossiercheck.tender.source import Mistake, Path_, Plain, Source, read_source
from dossiercheck.tender.vocabulary import vocabulary_of

MAX_EXTENDS = 5
_BODY_KEYS = ("requirements", "defaults")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


def schema_folder() -> Path:
    """Where the sets that come with the program are: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "schemas"
    return inside if inside.is_dir() else package.parent / "schemas"


def installed_sets() -> dict[str, Path]:
    """Id and file of each set that comes with the program, by name."""
    return {path.stem: path for path in sorted(schema_folder().glob("*.yaml"))}


def load_set(name_or_file: str) -> Subtender:
    """The set of this id, or in this file.

    Raises:
        RequirementSetError: it is not there, or something in it is wrong; all mistakes are named at once.
    """
    path = _find(name_or_file)
    subtender, mistakes = read_set(path)
    if subtender is None or mistakes:
        raise RequirementSetError(
            nl=_listed("De eisenset klopt niet; er is niets beoordeeld.", mistakes, "nl"),
            en=_listed("The requirement set is wrong; nothing was judged.", mistakes, "en"),
        )
    return subtender


def read_set(path: Path) -> tuple[Subtender | None, list[Mistake]]:
    """The set in a file, and every mistake in it; the set is None where it cannot be used."""
    chain, mistakes = _chain(path)
    if mistakes:
        return None, mistakes
    merged = _merge(chain)
    header = _header(merged, mistakes)
    requirements = list(_requirements(merged, mistakes))
    if header is None or mistakes:
        return None, mistakes
    digest = hashlib.sha256(b"".join(path.read_bytes() for path, _ in reversed(chain)))
    subtender = Subtender(
        header=header, requirements=tuple(requirements), sha256=digest.hexdigest(), vocabulary=vocabulary_of(header)
    )
    return subtender, []


def _find(name_or_file: str) -> Path:
    sets = installed_sets()
    if name_or_file in sets:
        return sets[name_or_file]
    path = Path(name_or_file)
    looks_like_file = path.suffix in (".yaml", ".yml") or "/" in name_or_file or "\\" in name_or_file
    if looks_like_file and path.is_file():
        return path
    close = get_close_matches(name_or_file, sets, n=1)
    known = ", ".join(sets)
    shown = name_or_file[:80].encode("ascii", "replace").decode()
    hint_nl = f" Bedoelt u {close[0]}?" if close else ""
    hint_en = f" Did you mean {close[0]}?" if close else ""
    raise RequirementSetError(
        nl=f"De eisenset '{shown}' is er niet.{hint_nl} Er zijn: {known}; of geef een YAML-bestand.",
        en=f"There is no requirement set '{shown}'.{hint_en} There are: {known}; or give a YAML file.",
    )


def _listed(opening: str, mistakes: list[Mistake], lang: str) -> str:
    return "\n".join([opening, *(f"  {mistake.sentence(lang)}" for mistake in mistakes)])


def _chain(path: Path) -> tuple[list[tuple[Path, Source]], list[Mistake]]:
    """The file and those that it extends, itself first."""
    chain: list[tuple[Path, Source]] = []
    current = path
    while True:
        source = read_source(current, current.name)
        if source.mistakes:
            return chain, list(source.mistakes)
        if not isinstance(source.data, dict):
            nl, en = "hier hoort een eisenset (sleutels en waarden)", "a requirement set (keys and values) belongs here"
            return chain, [_mistake(source, (), "", nl, en)]
        chain.append((current, source))
        base = source.data.get("extends")
        if base is None:
            return chain, []
        found = _base(current, base)
        if found is None or len(chain) > MAX_EXTENDS or found in [p for p, _ in chain]:
            known = ", ".join(installed_sets())
            nl, en = (
                f"breidt een set uit die er niet is; er zijn: {known}",
                f"no such set to extend; there are: {known}",
            )
            return chain, [_mistake(source, ("extends",), str(base), nl, en)]
        current = found


def _base(path: Path, name: Plain) -> Path | None:
    """A set to extend: beside the file, or one that comes with the program."""
    if not isinstance(name, str) or not _ID.fullmatch(name):
        return None
    beside = path.parent / f"{name}.yaml"
    return beside if beside.is_file() else installed_sets().get(name)


@dataclass(frozen=True, kw_only=True)
class _Merged:
    """The merged values, and which file each key of the first two steps came from."""

    data: dict[str, Plain]
    sources: tuple[Source, ...]
    """The most specific first."""

    def mistake(self, path: Path_, found: str, nl: str, en: str) -> Mistake:
        """A mistake at the most specific file that has this place (or the nearest around it)."""
        cut = path
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


def _merge(chain: list[tuple[Path, Source]]) -> _Merged:
    """The base's values, overridden key by key; requirements and defaults are merged by id and by key."""
    data: dict[str, Plain] = {}
    for _, source in reversed(chain):
        assert isinstance(source.data, dict)
        for key, value in source.data.items():
            inherited = data.get(key)
            if key in ("requirements", "defaults", "products", "not_yet", "table") and isinstance(value, dict):
                data[key] = _overlay(
                    inherited if isinstance(inherited, dict) else {}, value, deep=key == "requirements"
                )
            else:
                data[key] = value
    return _Merged(data=data, sources=tuple(source for _, source in chain))


def _overlay(base: dict[str, Plain], over: dict[str, Plain], *, deep: bool) -> dict[str, Plain]:
    merged = dict(base)
    for key, value in over.items():
        if value is None and key in merged:
            del merged[key]
        elif deep and isinstance(value, dict) and isinstance(merged.get(key), dict):
            inherited = merged[key]
            assert isinstance(inherited, dict)
            merged[key] = {**inherited, **value}
        else:
            merged[key] = value
    return merged


def _header(merged: _Merged, mistakes: list[Mistake]) -> SetHeader | None:
    values = {key: value for key, value in merged.data.items() if key not in _BODY_KEYS}
    try:
        return SetHeader.model_validate(values)
    except ValidationError as error:
        mistakes.extend(_translated(merged, error, (), [*SetHeader.model_fields, *_BODY_KEYS]))
        return None


def _requirements(merged: _Merged, mistakes: list[Mistake]) -> Iterator[Requirement]:
    entries, defaults = merged.data.get("requirements"), merged.data.get("defaults") or {}
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


def _unknown_defaults(merged: _Merged, defaults: dict[str, Plain], mistakes: list[Mistake]) -> None:
    known = {field for kind in CHECK_KINDS.values() for field in kind.model_fields}
    for key in defaults:
        if key not in known:
            nl, en = _allowed(key, sorted(known - set(Requirement.model_fields)))
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
        nl, en = _allowed(str(name), sorted(CHECK_KINDS))
        mistakes.append(merged.mistake((*path, "check"), str(name), nl, en))
        return None
    shared = {key: value for key, value in defaults.items() if key in check.model_fields}
    try:
        return check.model_validate({**shared, **entry, "id": id_})
    except ValidationError as error:
        own = set(entry)
        for mistake in _translated(merged, error, path, sorted(check.model_fields), own=own, shared=set(shared)):
            if mistake not in mistakes:
                mistakes.append(mistake)
        return None


def _translated(
    merged: _Merged,
    error: ValidationError,
    path: Path_,
    known: list[str],
    *,
    own: set[str] | None = None,
    shared: set[str] | None = None,
) -> Iterator[Mistake]:
    """Each of pydantic's errors in our words, at its place in the file."""
    for problem in error.errors(include_url=False):
        loc = tuple(problem["loc"])
        from_defaults = bool(shared and loc and loc[0] in shared and loc[0] not in (own or set()))
        at: Path_ = ("defaults", *loc) if from_defaults else (*path, *loc)
        value = problem.get("input")
        found = "" if isinstance(value, dict | list | tuple) else str(value)
        match problem["type"]:
            case "missing":
                nl, en, found = "ontbreekt en moet er staan", "is missing and must be there", ""
            case "extra_forbidden":
                nl, en = _allowed(str(loc[-1]), known if len(loc) == 1 else [])
                found = str(loc[-1])
            case _:
                message = problem["msg"].removeprefix("Value error, ")
                nl = en = message[0].lower() + message[1:]
                nl = f"deze waarde mag niet: {nl}"
                en = f"this value is not allowed: {en}"
        yield merged.mistake(at, found, nl, en)


def _allowed(found: str, known: list[str]) -> tuple[str, str]:
    close = get_close_matches(found, known, n=1)
    if close:
        return f"is niet bekend; bedoelt u '{close[0]}'?", f"is not known; did you mean '{close[0]}'?"
    listed = f": {', '.join(known)}" if known else ""
    return (
        f"is niet bekend; toegestaan{listed or ' is hier niets anders'}",
        f"is not known; allowed{listed or ' is nothing else here'}",
    )
